"""What a host's robots.txt, its tdmrep.json and its pages say of fetching and keeping them."""

import json

import pytest

from digest.acquire.network.client import Failure, Response
from digest.acquire.network.robots import RobotsRules, page_refusal, reservations

ORIGIN = "https://a.example"
ROBOTS, RESERVED = f"{ORIGIN}/robots.txt", f"{ORIGIN}/.well-known/tdmrep.json"


class Network:
    """A client that gives each address the answer that is written for it, 404 else, and keeps what it was asked."""

    allow = ()

    def __init__(self, answers):
        self.answers, self.asked = answers, []

    def get(self, address):
        self.asked.append(address)
        found = self.answers.get(address, (404, b""))
        return found if isinstance(found, Failure) else Response(status=found[0], headers={}, body=found[1], url=address)


def rules(**answers):
    named = {"robots": ROBOTS, "reserved": RESERVED}
    network = Network({named[name]: answer for name, answer in answers.items()})
    return RobotsRules(client=network), network


def test_a_host_is_asked_once():
    """However many of its pages are wanted; another host is asked for itself."""
    found, network = rules(robots=(200, b"User-agent: Digest\nDisallow: /private"))
    assert found.refusal(f"{ORIGIN}/a") is None
    assert found.refusal(f"{ORIGIN}/private/a") == "robots.txt does not allow it"
    assert network.asked == [ROBOTS, RESERVED]
    assert found.refusal("https://b.example/private/a") is None
    assert network.asked[2] == "https://b.example/robots.txt"


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_host_whose_rules_cannot_be_read_is_closed(status):
    """It is not asked what it reserves."""
    found, network = rules(robots=(status, b""))
    assert found.refusal(f"{ORIGIN}/a") == f"its robots.txt cannot be read: the server answered {status}"
    assert network.asked == [ROBOTS]


@pytest.mark.parametrize("status", [204, 301, 400, 402, 404, 410, 428, 499])
def test_a_host_without_rules_is_open(status):
    """Whatever stands in such an answer."""
    found, _ = rules(robots=(status, b"User-agent: *\nDisallow: /"))
    assert found.refusal(f"{ORIGIN}/a") is None


def test_a_host_that_does_not_answer_is_closed():
    """With the reason; what is no address is refused in its own words."""
    found, _ = rules(robots=Failure(code="no-connection", detail="no connection: x"))
    assert found.refusal(f"{ORIGIN}/a") == "its robots.txt cannot be read: no connection: x"
    assert found.refusal("ftp://a.example/a") == "only http and https are asked"


def test_what_is_read_of_rules_is_bounded():
    """Half a megabyte of each; bytes that are no UTF-8 are no reason to stop."""
    line = b"User-agent: *\nDisallow: /"
    assert rules(robots=(200, b"# \xff\n" + line))[0].refusal(f"{ORIGIN}/a")
    assert rules(robots=(200, b"\n" * (500_000 - len(line)) + line))[0].refusal(f"{ORIGIN}/a")
    assert not rules(robots=(200, b"\n" * 500_000 + line))[0].refusal(f"{ORIGIN}/a")


def test_what_a_publisher_reserves_is_not_fetched():
    """Only by an answer of 200."""
    listed = json.dumps([{"location": "/a", "tdm-reservation": 1}]).encode()
    assert rules(reserved=(200, listed))[0].refusal(f"{ORIGIN}/a/b") == "its publisher reserves text and data mining"
    assert rules(reserved=(200, listed))[0].refusal(f"{ORIGIN}/b") is None
    assert rules(reserved=(404, listed))[0].refusal(f"{ORIGIN}/a/b") is None


@pytest.mark.parametrize(
    ("location", "reserved", "open_"),
    [
        (None, "/x", None),
        ("https://a.example", "/x", None),
        ("https://a.example/a", "/a/b", "/b"),
        ("/a$", "/a", "/a/b"),
        ("/a*b$", "/a/c/b", "/a/b/c"),
        ("/a*b*c", "/a1b2c3", "/a1c"),
    ],
)
def test_a_location_is_a_path_with_wildcards(location, reserved, open_):
    """Without one, or of a whole host, it is all; a final `$` is the end."""
    (pattern,) = reservations(json.dumps([{"tdm-reservation": "1"} | ({"location": location} if location else {})]).encode())
    assert pattern.match(reserved)
    assert open_ is None or not pattern.match(open_)


@pytest.mark.parametrize(
    ("headers", "body", "refused"),
    [
        ({"tdm-reservation": " 1 "}, "", "its publisher reserves text and data mining"),
        ({"tdm-reservation": "0"}, "", None),
        ({"x-robots-tag": "noarchive"}, "", "its X-Robots-Tag does not allow keeping it"),
        ({"x-robots-tag": "noindex"}, "", None),
        ({}, '<meta name="robots" content="index, NOAI">', "the page does not allow keeping it"),
        ({}, "<META CONTENT='1' NAME='tdm-reservation'>", "the page does not allow keeping it"),
        ({}, '<meta name="tdm-reservation" content="0">', None),
        ({}, '<meta name="robots" content="1">', None),
        ({}, '<meta name="robots">', None),
        ({}, '<meta name="description" content="noai">', None),
        ({}, " " * 200_000 + '<meta name="robots" content="noai">', None),
        ({}, " " * (200_000 - 35) + '<meta name="robots" content="noai">', "the page does not allow keeping it"),
        ({}, "\udcff<meta name=digest content=none>", "the page does not allow keeping it"),
    ],
)
def test_what_a_page_says_of_keeping_it(headers, body, refused):
    """In its headers and the meta elements of its first 200,000 bytes."""
    data = body.encode("utf-8", "surrogateescape")
    assert page_refusal(Response(status=200, headers=headers, body=data, url=f"{ORIGIN}/a")) == refused
