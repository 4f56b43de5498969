"""The one door to the network: HTTP with a bound on everything, to public addresses only."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import typing
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpcore

from digest.acquire.network.addresses import Target, is_public, taken_apart

SECONDS = 30.0
LARGEST = 10_000_000
HOPS = 5
_PERMANENT, _REDIRECTS = {301, 308}, {301, 302, 303, 307, 308}

Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said in the end. `headers` have lower-case names; `body` is inflated.

    `url` is the address that answered; `moved` is where permanent redirects from the asked address lead, None without.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    moved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no answer: `code` for machines, `detail` for people."""

    code: str
    detail: str


class _StopError(Exception):
    """Ends an exchange with a Failure."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.failure = Failure(code=code, detail=detail)


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host as the system knows them; OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(kw_only=True)
class Door:
    """Asks servers on behalf of a digest; holds no cookie, no credential and no proxy, and keeps nothing between exchanges.

    `allow` are host:port pairs of digest.yml; `seconds` is the deadline of a whole exchange, redirects included.
    """

    agent: str
    allow: Collection[str] = ()
    seconds: float = SECONDS
    largest: int = LARGEST
    resolve: Resolve = resolve
    _tls: ssl.SSLContext | None = field(default=None, init=False)
    _guard: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def ask(
        self,
        address: str,
        wishes: Mapping[str, str] | None = None,
        wishes_for: str | None = None,
        may_ask: Callable[[str], str | None] = lambda _address: None,
    ) -> Answer | Failure:
        """GET an address, following up to 5 redirects; every failure is a value.

        `wishes` are further request headers, sent only to the address `wishes_for` where that is given: a validator means
        nothing to another server. `may_ask` is given each address on the way and may return why it is not to be asked.
        """
        try:
            return self._followed(address, wishes or {}, wishes_for, may_ask)
        except _StopError as stop:
            return stop.failure
        except (httpcore.TimeoutException, TimeoutError):
            return Failure(code="deadline", detail=f"no whole answer within {self.seconds:.0f} seconds")
        except (httpcore.NetworkError, OSError) as error:
            return Failure(code="no-connection", detail=f"no connection: {_short(error)}")
        except (httpcore.ProtocolError, zlib.error, ValueError) as error:
            return Failure(code="bad-answer", detail=f"the answer is not whole or no HTTP: {_short(error)}")

    def _followed(
        self, address: str, wishes: Mapping[str, str], wishes_for: str | None, may_ask: Callable[[str], str | None]
    ) -> Answer:
        clock = _Clock(self.seconds)
        url, moved, permanent = address, None, True
        for _ in range(HOPS + 1):
            hint = _allowing(url) if url == address else ""  # where a redirect leads is nobody's wish
            target = taken_apart(url, self.allow)
            if isinstance(target, str):
                raise _StopError("refused-address", f"{url[:200]} is not asked: {target}{hint}")
            if reason := may_ask(url):
                raise _StopError("not-allowed", reason)
            wanted = wishes if wishes_for in {None, url, target.url} else {}
            status, headers, body = self._exchange(target, wanted, clock, hint)
            onward = headers.get("location")
            if status not in _REDIRECTS or not onward:
                return Answer(status=status, headers=headers, body=body, url=url, moved=moved)
            url = urljoin(target.url, onward.strip())
            permanent = permanent and status in _PERMANENT
            moved = url if permanent else moved
        raise _StopError("too-many-redirects", f"more than {HOPS} redirects")

    def _exchange(
        self, target: Target, wishes: Mapping[str, str], clock: _Clock, hint: str
    ) -> tuple[int, Mapping[str, str], bytes]:
        shown = target.origin.partition("://")[2]
        headers = {"Host": shown, "User-Agent": self.agent, "Accept-Encoding": "gzip", "Connection": "close"} | dict(wishes)
        backend = _Checked(self.resolve, target.allowed, clock, hint)
        scheme, host = target.scheme.encode(), target.host.encode()
        with httpcore.HTTPConnection(
            httpcore.Origin(scheme, host, target.port),
            ssl_context=self._context() if target.scheme == "https" else None,
            network_backend=backend,
        ) as connection:
            request = httpcore.Request(
                "GET",
                httpcore.URL(scheme=scheme, host=host, port=target.port, target=target.path.encode()),
                headers=[(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items()],
            )
            response = connection.handle_request(request)
            try:
                said: dict[str, str] = {}
                for name, value in response.headers:
                    key, text = name.decode("latin-1").lower(), value.decode("latin-1")
                    said[key] = f"{said[key]}, {text}" if key in said else text
                if response.status in _REDIRECTS and "location" in said:
                    return response.status, said, b""
                body = self._body(typing.cast("typing.Iterable[bytes]", response.stream), said)
            finally:
                response.close()
        return response.status, said, body

    def _body(self, chunks: typing.Iterable[bytes], headers: Mapping[str, str]) -> bytes:
        coding = headers.get("content-encoding", "identity").strip().lower() or "identity"
        if coding not in {"identity", "gzip", "x-gzip"}:
            raise _StopError("bad-encoding", f"the answer is encoded as {coding[:40]}, which was not asked for")
        inflate = _Inflate() if coding != "identity" else None
        body = bytearray()
        for piece in inflate.pieces(chunks) if inflate else chunks:
            body += piece
            if len(body) > self.largest:
                raise _StopError("too-large", f"the answer is larger than {self.largest // 1_000_000} MB")
        if inflate and body and not inflate.whole:
            raise _StopError("bad-answer", "the compressed answer is cut off")
        return bytes(body)

    def _context(self) -> ssl.SSLContext:
        with self._guard:
            self._tls = self._tls or httpcore.default_ssl_context()
        return self._tls


class _Clock:
    """What is left of an exchange's time."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left


class _Inflate:
    """gzip, a small piece at a time; several members in a row are one body (RFC 1952)."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(31)

    @property
    def whole(self) -> bool:
        return self._member.eof

    def pieces(self, chunks: typing.Iterable[bytes]) -> typing.Iterator[bytes]:
        for chunk in chunks:
            rest = chunk
            while rest:
                if self._member.eof:
                    if not rest.startswith(b"\x1f"):
                        break  # padding behind the last member
                    self._member = zlib.decompressobj(31)
                yield self._member.decompress(rest, 65_536)
                rest = self._member.unused_data if self._member.eof else self._member.unconsumed_tail


class _Checked(httpcore.NetworkBackend):
    """Connects to an address only after all addresses of its host were looked at, and to that very address."""

    def __init__(self, resolve: Resolve, allowed: bool, clock: _Clock, hint: str) -> None:
        self._resolve, self._allowed, self._clock, self._hint = resolve, allowed, clock, hint

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the exchange's own deadline counts
        local_address: str | None = None,
        socket_options: typing.Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = self._numbers(host, port)
        closed = [number for number in numbers if not is_public(number)]
        if closed and not self._allowed:
            raise _StopError("refused-address", f"{host} is {closed[0]}, which is not public{self._hint}")
        last: Exception = OSError("the name has no address")
        for number in numbers[:4]:
            try:
                stream = httpcore.SyncBackend().connect_tcp(number, port, self._clock.left(), local_address, socket_options)
                return _Timed(stream, self._clock)
            except httpcore.ConnectError as error:
                last = error
        raise last

    def _numbers(self, host: str, port: int) -> Sequence[str]:
        """Resolve a name within the deadline; the system's resolver knows none, so that it is left behind where it hangs."""
        found: list[Sequence[str] | OSError | UnicodeError] = []

        def work() -> None:
            try:
                found.append(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                found.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(self._clock.left())
        self._clock.left()
        if not found or isinstance(found[0], Exception):
            raise _StopError("no-connection", f"the name {host} cannot be resolved")
        return found[0]


class _Timed(httpcore.NetworkStream):
    """A stream whose every read and write has no more time than is left of the whole exchange."""

    def __init__(self, inner: httpcore.NetworkStream, clock: _Clock) -> None:
        self._inner, self._clock = inner, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._inner.read(max_bytes, self._clock.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._inner.write(buffer, self._clock.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, self._clock.left()), self._clock)

    def get_extra_info(self, info: str) -> typing.Any:
        return self._inner.get_extra_info(info)


def _allowing(url: str) -> str:
    """What to write into digest.yml where an address is refused only because that does not allow it; "" elsewhere."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError:
        return ""
    pair = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if isinstance(taken_apart(url, [pair]), str):
        return ""
    return f'; if it is yours, write `network: {{allow: ["{pair}"]}}` in seeds/digest.yml'


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
