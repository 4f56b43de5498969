"""How an address is taken apart, and the words in which it is refused."""

import pytest

from digest.acquire.network.addresses import Target, host_and_port, is_public, parse_target
from digest.acquire.network.client import HttpClient


@pytest.mark.parametrize(
    ("address", "host", "port", "url"),
    [
        ("http://a.example", "a.example", 80, "http://a.example/"),
        ("https://A.Example.:443/b?c=d#e", "a.example", 443, "https://a.example/b?c=d"),
        ("http://a.example:8080/", "a.example", 8080, "http://a.example:8080/"),
        ("https://a.example:80/", "a.example", 80, "https://a.example:80/"),
        ("http://[2606:4700::1111]:8443/x", "2606:4700::1111", 8443, "http://[2606:4700::1111]:8443/x"),
        ("http://münchen.example/über", "xn--mnchen-3ya.example", 80, "http://xn--mnchen-3ya.example/%C3%BCber"),
        ("http://134744072/", "134744072", 80, "http://134744072/"),
        (
            "http://a.example/%41/:@!$&'()*+,;=~?q=[1]/%20:@",
            "a.example",
            80,
            "http://a.example/%41/:@!$&'()*+,;=~?q=[1]/%20:@",
        ),
        ('http://a.example/a"<b>?"<c>', "a.example", 80, "http://a.example/a%22%3Cb%3E?%22%3Cc%3E"),
    ],
)
def test_an_address_in_parts(address, host, port, url):
    """Host and port to connect to, and what is requested there."""
    found = parse_target(address)
    assert isinstance(found, Target), found
    assert (found.host, found.port, found.url, found.allowed) == (host, port, url, False)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://a.example/ b", "the address holds a space, a backslash or a control character"),
        ("http://[", "this is no address"),
        ("gopher://a.example/", "only http and https are asked"),
        ("http://me@a.example/", "the address holds a user name"),
        ("http://:word@a.example/", "the address holds a user name"),
        ("http:///a", "the host is no name"),
        ("http://a!b.example/", "the host is no name"),
        (f"http://{'a' * 254}/", "the host is no name"),
        (f"http://{'ü' * 70}.example/", "the host is no name"),
        ("http://a.example:81/", "feeds are asked on the ports 80, 443, 8080, 8443, and this is 81"),
        ("http://intranet/", "intranet is a private name"),
        ("http://a.lan./", "a.lan is a private name"),
    ],
)
def test_why_an_address_is_not_asked(address, why):
    """In words; what is malformed is offered nothing that would allow it."""
    assert parse_target(address) == why
    said = HttpClient(agent="x").get(address).detail
    assert said.startswith(f"this address is not asked: {why}")
    assert ("allow" in said) == (why.startswith("feeds") or why.endswith("private name"))


@pytest.mark.parametrize("stop", ["。", "．", "｡", "\u2024"])
@pytest.mark.parametrize("host", ["localhost", "foo.local", "intranet"])
def test_a_full_stop_of_another_script_hides_no_private_name(host, stop):
    """The encoding of the name makes it a dot, as at the end of any name."""
    assert parse_target(f"http://{host}{stop}/") == f"{host} is a private name"
    found = parse_target(f"http://a.example{stop}/")
    assert isinstance(found, Target)
    assert found.host == "a.example"


def test_an_allowed_pair_is_read_without_its_case():
    """It opens that host at that port."""
    found = parse_target("http://Intranet:81/", ["INTRANET:81"])
    assert isinstance(found, Target)
    assert (found.allowed, found.origin) == (True, "http://intranet:81")


def test_the_host_by_which_requests_are_counted():
    """Without the user's name, in lower case, with the port where one is written."""
    assert host_and_port("http://me:word@A.Example:81/b") == "a.example:81"
    assert host_and_port("http://A.example/") == "a.example"
    assert host_and_port("http://[") == ""


def test_a_zone_says_nothing_of_an_address():
    """Nor does it make a public one private."""
    assert is_public("2606:4700::1111%eth0")
    assert not is_public("fe80::1%eth0")
