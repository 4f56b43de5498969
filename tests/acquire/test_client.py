"""The HTTP client: which addresses it connects to, and that it sends nothing of ours."""

import gzip
import json
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.acquire.network.addresses import Target, is_public, parse_target
from digest.acquire.network.client import Failure, HttpClient, Response
from digest.acquire.network.pool import HostLimitedPool


class Server:
    """A server on loopback that answers every request with the next of the given bytes, and keeps what it was sent."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.requests = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while self.answers:
            connection, _ = self.socket.accept()
            with connection:
                self.requests.append(connection.recv(65_536).decode("utf-8", "replace"))
                connection.sendall(self.answers.pop(0))


def reply(body=b"hi", status="200 OK", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def client(*servers, **more):
    return HttpClient(
        agent="Digest/0 (+https://d.example/)", allow=[f"127.0.0.1:{one.port}" for one in servers], timeout=5, **more
    )


def vectors(shared):
    return [json.loads(line) for line in shared("data/vectors/ssrf_ip.jsonl").read_text().splitlines()]


def test_every_listed_address_is_blocked_or_allowed_as_it_should_be(shared):
    """Private, reserved and disguised addresses are refused before anything is sent; public controls are not."""
    for vector in vectors(shared):
        address, wanted = vector["payload"], vector["oracle"].split()[0]
        if vector["id"].startswith("ip-"):
            assert is_public(address) == (wanted == "allowed"), vector
            address = f"http://[{address}]/" if ":" in address else f"http://{address}/"
        if wanted == "blocked":
            outcome = client().get(address)
            assert isinstance(outcome, Failure), vector
            assert outcome.code in {"refused-address", "no-connection"}, (vector, outcome)


def test_one_private_address_among_public_ones_closes_a_name():
    """A name that resolves to a public and to a private address is refused; the system's resolver is asked once."""
    asked = []

    def resolve(host, port):
        asked.append(host)
        return ["8.8.8.8", "10.0.0.1"]

    outcome = client(resolve=resolve).get("http://two.example/")
    assert (outcome.code, asked) == ("refused-address", ["two.example"])


@pytest.mark.parametrize(
    ("address", "pair"),
    [
        ("http://localhost/feed", "localhost:80"),
        ("https://127.0.0.1/feed", "127.0.0.1:443"),
        ("http://news.example:8099/feed", "news.example:8099"),
        ("http://[::1]:8080/feed", "[::1]:8080"),
    ],
)
def test_a_host_that_is_refused_is_answered_with_what_allows_it(address, pair):
    """The line to write into digest.yml is the one by which the address is asked."""
    outcome = client().get(address)
    assert outcome.code == "refused-address"
    assert f'write `network: {{allow: ["{pair}"]}}` in seeds/digest.yml' in outcome.detail
    named = "this address is not asked: ", "127.0.0.1 is not public; ", "::1 is not public; "
    assert outcome.detail.startswith(named)  # the line it stands in names the address: once is enough
    assert not isinstance(parse_target(address, [pair]), str)


def test_where_a_redirect_leads_is_not_offered_to_be_allowed():
    """Only an address that a person named may be one of theirs; one that nothing can allow is not offered either."""
    server = Server(reply(status="302 FoundFeed", location="http://127.0.0.1:9/"))
    outcome = client(server).get(f"http://127.0.0.1:{server.port}/")
    assert outcome.code == "refused-address"
    assert outcome.detail.startswith("http://127.0.0.1:9/ is not asked: feeds are asked on the ports 80, 443, ")
    assert "allow" not in outcome.detail
    assert "allow" not in client().get("ftp://localhost/feed").detail


def test_what_was_checked_is_what_is_connected_to():
    """A name that resolves to a public address first and to loopback later never reaches loopback."""
    server = Server(reply())
    answers = [["203.0.113.7"], ["127.0.0.1"]]
    outcome = client(resolve=lambda host, port: answers.pop(0)).get(f"http://rebind.example:{8080}/")
    assert (outcome.code, server.requests) == ("refused-address", [])


def test_a_resolver_that_hangs_is_left_behind():
    """A name that is never resolved costs the deadline and no more."""
    outcome = HttpClient(agent="x", timeout=0.2, resolve=lambda host, port: threading.Event().wait()).get(
        "http://slow.example/"
    )
    assert outcome.code in {"deadline", "no-connection"}


@given(
    st.integers(min_value=0, max_value=2**32 - 1),
    st.sampled_from(["::ffff:{:x}:{:x}", "64:ff9b::{:x}:{:x}", "2002:{:x}:{:x}::"]),
)
def test_an_ipv4_address_inside_ipv6_is_never_more_public_than_by_itself(number, form):
    """Mapped, translated and tunnelled forms of an address open nothing that its plain form does not."""
    plain = ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))
    assert is_public(form.format(number >> 16, number & 0xFFFF)) <= is_public(plain)


@given(st.text(max_size=40))
def test_any_text_is_taken_apart_or_refused(text):
    """Whatever stands for an address, it is http(s) to a named host and a usual port, or a reason."""
    for address in (text, f"http://{text}", f"https://a.example/{text}"):
        target = parse_target(address)
        if isinstance(target, Target):
            assert target.scheme in {"http", "https"}
            assert target.url.isascii()
            assert not set(target.url) & set(" \r\n\t\x00")


def test_nothing_of_ours_is_carried(monkeypatch):
    """No proxy of the environment, no cookie, no credential; name, version and contact go out with every request."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9/")
    other = Server(reply(b"there"))
    first = Server(reply(b"", "302 FoundFeed", Location=f"http://127.0.0.1:{other.port}/x", Set_Cookie="a=b; Path=/"))
    outcome = client(first, other).get(
        f"http://127.0.0.1:{first.port}/", {"If-None-Match": '"v"'}, f"http://127.0.0.1:{first.port}/"
    )
    assert outcome.body == b"there"
    assert "If-None-Match" in first.requests[0]
    for request in (*first.requests, *other.requests):
        assert "User-Agent: Digest/0 (+https://d.example/)" in request
    assert "If-None-Match" not in other.requests[0]
    assert "ookie" not in other.requests[0]
    assert isinstance(client(first).get("http://me:word@127.0.0.1/"), Failure)


def test_validators_go_out_byte_for_byte():
    """Odd bytes of an ETag come back to the server as they came from it."""
    server = Server(reply(ETag='W/"\xe9 ;a,b"'), reply())
    address = f"http://127.0.0.1:{server.port}/f"
    answer = client(server).get(address)
    assert isinstance(answer, Response)
    # `reply` wrote the header as UTF-8; a latin-1 reading of those bytes must be sent back as the same bytes.
    client(server).get(address, {"If-None-Match": answer.headers["etag"]}, answer.url)
    assert 'If-None-Match: W/"\xe9 ;a,b"' in server.requests[1]


def test_compressed_members_and_padding_are_one_body():
    """Several gzip members in a row are joined, padding behind them is no error, a cut one is."""
    whole = gzip.compress(b"one ") + gzip.compress(b"two")
    for body, wanted in ((whole, b"one two"), (whole + b"\0" * 9, b"one two"), (whole[:-3], None)):
        server = Server(reply(body, Content_Encoding="gzip"))
        outcome = client(server).get(f"http://127.0.0.1:{server.port}/")
        assert getattr(outcome, "body", None) == wanted


def test_a_permanent_move_is_told_from_a_passing_one():
    """`moved` is where 301 and 308 lead, as far as no other redirect came before."""
    for first, second, moved in (("301 x", "308 x", "/c"), ("301 x", "302 x", "/b"), ("302 x", "301 x", None)):
        server = Server(reply(b"", first, Location="/b"), reply(b"", second, Location="/c"), reply(b"end"))
        base = f"http://127.0.0.1:{server.port}"
        answer = client(server).get(f"{base}/a")
        assert answer.url == f"{base}/c"
        assert answer.moved == (base + moved if moved else None)


@pytest.mark.parametrize("address", ["http://a.example:22/", "ftp://a.example/", "http://intranet/", "http://x.internal/"])
def test_odd_ports_schemes_and_private_names_are_refused(address):
    """Only http(s), usual ports and public names are asked, unless the host and port are allowed by name."""
    assert isinstance(parse_target(address), str)
    assert isinstance(parse_target("http://intranet:8000/", ["intranet:8000"]), Target)
    assert isinstance(parse_target("http://intranet:8001/", ["intranet:8000"]), str)


def test_a_port_where_nobody_listens_is_no_connection():
    """The reason is the system's own; each address of a name is tried before that, and one that answers is enough."""
    closed = socket.create_server(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    outcome = HttpClient(agent="Digest/0", allow=[f"127.0.0.1:{port}"], timeout=5).get(f"http://127.0.0.1:{port}/")
    assert (outcome.code, "refused" in outcome.detail) == ("no-connection", True)
    server = Server(reply(b"there"))
    name = f"two.example:{server.port}"
    both = HttpClient(agent="Digest/0", allow=[name], timeout=5, resolve=lambda _host, _port: ["127.0.0.2", "127.0.0.1"])
    assert both.get(f"http://{name}/").body == b"there"


def test_what_is_no_number_is_no_public_address():
    """A resolver that answers with a name is not followed."""
    assert is_public("8.8.8.8")
    assert not is_public("two.example")


def test_a_bug_in_a_thread_of_the_pool_is_raised_where_the_work_was_asked_for():
    """The jobs before it are done."""

    def work(job):
        if job == "b":
            raise ZeroDivisionError(job)
        return job.upper()

    pool = HostLimitedPool(work, lambda _job: "host", lambda _host: 1)
    found = pool.run(["a", "b"])
    assert next(found) == ("a", "A")
    with pytest.raises(ZeroDivisionError):
        next(found)


def asked(answer, **more):
    """What comes of one answer, and what the server was asked."""
    server = Server(answer)
    return HttpClient(agent="Digest/0", allow=[f"127.0.0.1:{server.port}"], timeout=5, **more).get(
        f"http://127.0.0.1:{server.port}/f?x=1"
    ), server


@pytest.mark.parametrize(
    ("answer", "code", "words"),
    [
        (reply(b"x" * 2_000_001), "too-large", "the answer is larger than 2 MB"),
        (
            reply(gzip.compress(b"y" * 99, mtime=0)[:-4], content_encoding="gzip"),
            "bad-answer",
            "the compressed answer is cut off",
        ),
        (reply(b"z", content_encoding="br"), "bad-encoding", "the answer is encoded as br, which was not asked for"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "bad-answer", "the answer is not whole or no HTTP: "),
        (b"no http at all\r\n\r\n", "bad-answer", "the answer is not whole or no HTTP: "),
    ],
)
def test_each_answer_that_is_none_is_said_in_its_words(answer, code, words):
    """What a person reads of it, and the code by which a program tells it."""
    outcome, _ = asked(answer, max_bytes=2_000_000)
    assert isinstance(outcome, Failure)
    assert outcome.code == code
    assert outcome.detail.startswith(words)
    assert len(outcome.detail) < 300


def test_a_body_may_be_as_large_as_is_said():
    """And not a byte larger."""
    assert asked(reply(b"x" * 1_000), max_bytes=1_000)[0].body == b"x" * 1_000
    assert asked(reply(b"x" * 1_001), max_bytes=1_000)[0].code == "too-large"


def test_what_is_sent_is_what_is_said_and_no_more():
    """Host, name, what may be compressed, and that the connection ends; a header that comes twice is one."""
    answer = reply().replace(b"\r\n\r\n", b"\r\nVary: a\r\nVary: b\r\n\r\n", 1)
    outcome, server = asked(answer)
    assert outcome.headers["vary"] == "a, b"
    (sent,) = server.requests
    assert sent == (
        f"GET /f?x=1 HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nUser-Agent: Digest/0\r\n"
        "Accept-Encoding: gzip\r\nConnection: close\r\n\r\n"
    )


@pytest.mark.parametrize("answers", [[], OSError("no such name")])
def test_a_name_that_nobody_knows_is_no_connection(answers):
    """Also where the resolver fails."""

    def resolve(host, port):
        if isinstance(answers, Exception):
            raise answers
        return answers

    outcome = client(resolve=resolve).get("http://nobody.example/")
    said = "the name nobody.example cannot be resolved" if answers else "no connection: the name has no address"
    assert (outcome.code, outcome.detail) == ("no-connection", said)


def test_a_server_that_says_nothing_costs_the_deadline():
    """The words say how long it was."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    outcome = HttpClient(agent="x", allow=[f"127.0.0.1:{port}"], timeout=1).get(f"http://127.0.0.1:{port}/")
    listening.close()
    assert (outcome.code, outcome.detail) == ("deadline", "no whole answer within 1 seconds")


def test_https_is_not_spoken_in_the_open():
    """A server without TLS at an address of https is sent no request."""
    server = Server(reply())
    outcome = client(server).get(f"https://127.0.0.1:{server.port}/")
    assert outcome.code in {"bad-answer", "no-connection"}
    assert "GET" not in "".join(server.requests)
