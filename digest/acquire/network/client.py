"""The HTTP client: GET alone, with a bound on size, time and redirects, to public addresses only.

All that Digest sends over the network goes through here. A name is resolved and every address of it checked before one of
them is connected to, so that a redirect or a name that changes cannot lead to a private host.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
import typing
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpcore

from digest.acquire.network.addresses import SCHEMES, Target, is_public, parse_target
from digest.common.hosts import parts_of

TIMEOUT = 30.0  # seconds for a whole exchange, redirects included
MAX_BYTES = 10_000_000  # of a body, inflated
MAX_REDIRECTS = 5
_PERMANENT, _REDIRECTS = {301, 308}, {301, 302, 303, 307, 308}

Resolve = Callable[[str, int], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A whole response, whatever its status. `headers` have lower-case names; `body` is inflated.

    `url` is the address that answered; `moved` is where permanent redirects from the requested address lead, None without.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str
    moved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why there is no response: `code` for programs (`deadline`, `too-large`, …), `detail` in words for people."""

    code: str
    detail: str


class _ExchangeError(Exception):
    """Raised inside the client to end an exchange with a Failure; `get` returns that."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.failure = Failure(code=code, detail=detail)


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host as the system knows them; OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(kw_only=True)
class HttpClient:
    """Sends GET requests; has no cookies, credentials or proxy, and keeps no connection. May be used by several threads.

    `agent` is the User-Agent. `allow` are host:port pairs of digest.yml, which need not be public. `timeout` is the seconds
    that a whole exchange may take, redirects included; `max_bytes` bounds the inflated body. `resolve` looks up a name.
    """

    agent: str
    allow: Collection[str] = ()
    timeout: float = TIMEOUT
    max_bytes: int = MAX_BYTES
    resolve: Resolve = resolve
    _tls: ssl.SSLContext | None = field(default=None, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def get(
        self,
        address: str,
        headers: Mapping[str, str] | None = None,
        headers_for: str | None = None,
        refusal: Callable[[str], str | None] = lambda _address: None,
    ) -> Response | Failure:
        """GET an address, following up to 5 redirects. Never raises for what a server or the network does.

        `headers` are further request headers; with `headers_for` they are sent to that address alone, since a validator
        means nothing to another server. `refusal` is called with each address on the way, before it is connected to; where
        it returns a reason the exchange ends as Failure `not-allowed`.
        """
        try:
            return self._follow_redirects(address, headers or {}, headers_for, refusal)
        except _ExchangeError as stop:
            return stop.failure
        except (httpcore.TimeoutException, TimeoutError):
            return Failure(code="deadline", detail=f"no whole answer within {self.timeout:.0f} seconds")
        except (httpcore.NetworkError, OSError) as error:
            return Failure(code="no-connection", detail=f"no connection: {_short(error)}")
        except (httpcore.ProtocolError, zlib.error, ValueError) as error:
            return Failure(code="bad-answer", detail=f"the answer is not whole or no HTTP: {_short(error)}")

    def _follow_redirects(
        self, address: str, extra: Mapping[str, str], extra_for: str | None, refusal: Callable[[str], str | None]
    ) -> Response:
        deadline = _Deadline(self.timeout)
        url, moved, permanent = address, None, True
        for _ in range(MAX_REDIRECTS + 1):
            hint = _allow_hint(url) if url == address else ""  # nobody has to allow where a redirect leads
            target = parse_target(url, self.allow)
            if isinstance(target, str):
                named = "this address" if url == address else url[:200]
                raise _ExchangeError("refused-address", f"{named} is not asked: {target}{hint}")
            if reason := refusal(url):
                raise _ExchangeError("not-allowed", reason)
            sent = extra if extra_for in {None, url, target.url} else {}
            status, headers, body = self._exchange(target, sent, deadline, hint)
            location = headers.get("location")
            if status not in _REDIRECTS or not location:
                return Response(status=status, headers=headers, body=body, url=url, moved=moved)
            url = urljoin(target.url, location.strip())
            permanent = permanent and status in _PERMANENT
            moved = url if permanent else moved
        raise _ExchangeError("too-many-redirects", f"more than {MAX_REDIRECTS} redirects")

    def _exchange(
        self, target: Target, extra: Mapping[str, str], deadline: _Deadline, hint: str
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Send one request to `target`: (status, headers, body); the body of a redirect is not read."""
        authority = target.origin.partition("://")[2]
        headers = {"Host": authority, "User-Agent": self.agent, "Accept-Encoding": "gzip", "Connection": "close"} | dict(
            extra
        )
        backend = _CheckedBackend(self.resolve, target.allowed, deadline, hint)
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
                received: dict[str, str] = {}
                for name, value in response.headers:
                    key, text = name.decode("latin-1").lower(), value.decode("latin-1")
                    received[key] = f"{received[key]}, {text}" if key in received else text
                if response.status in _REDIRECTS and "location" in received:
                    return response.status, received, b""
                body = self._body(typing.cast("typing.Iterable[bytes]", response.stream), received)
            finally:
                response.close()
        return response.status, received, body

    def _body(self, chunks: typing.Iterable[bytes], headers: Mapping[str, str]) -> bytes:
        coding = headers.get("content-encoding", "identity").strip().lower() or "identity"
        if coding not in {"identity", "gzip", "x-gzip"}:
            raise _ExchangeError("bad-encoding", f"the answer is encoded as {coding[:40]}, which was not asked for")
        inflate = _GzipDecoder() if coding != "identity" else None
        body = bytearray()
        for piece in inflate.pieces(chunks) if inflate else chunks:
            body += piece
            if len(body) > self.max_bytes:
                raise _ExchangeError("too-large", f"the answer is larger than {self.max_bytes // 1_000_000} MB")
        if inflate and body and not inflate.whole:
            raise _ExchangeError("bad-answer", "the compressed answer is cut off")
        return bytes(body)

    def _context(self) -> ssl.SSLContext:
        with self._lock:
            self._tls = self._tls or httpcore.default_ssl_context()
        return self._tls


class _Deadline:
    """The moment by which an exchange must have ended."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def remaining(self) -> float:
        """Return the seconds that are left; httpcore.ReadTimeout where there are none."""
        remaining = self._end - time.monotonic()
        if remaining <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return remaining


class _GzipDecoder:
    """Inflates gzip in pieces of at most 64 KiB, to notice a bomb early; members in a row are one body (RFC 1952)."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(31)

    @property
    def whole(self) -> bool:
        """Whether the last member has ended."""
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


class _CheckedBackend(httpcore.NetworkBackend):
    """Resolves a host, refuses it where any of its addresses is not public, and connects to the address that was checked."""

    def __init__(self, resolve: Resolve, allowed: bool, deadline: _Deadline, hint: str) -> None:
        self._resolve, self._allowed, self._deadline, self._hint = resolve, allowed, deadline, hint

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the exchange's own deadline counts
        local_address: str | None = None,
        socket_options: typing.Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._addresses(host, port)
        private = [address for address in addresses if not is_public(address)]
        if private and not self._allowed:
            at = "" if host == private[0] else f"{private[0]}, which is "
            raise _ExchangeError("refused-address", f"{host} is {at}not public{self._hint}")
        last: Exception = OSError("the name has no address")
        for address in addresses[:4]:
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    address, port, self._deadline.remaining(), local_address, socket_options
                )
                return _DeadlineStream(stream, self._deadline)
            except httpcore.ConnectError as error:
                last = error
        raise last

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        """Resolve a name within the deadline, in a thread that is left behind where it hangs: the resolver has none."""
        found: list[Sequence[str] | OSError | UnicodeError] = []

        def work() -> None:
            try:
                found.append(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                found.append(error)

        thread = threading.Thread(target=work, daemon=True)
        thread.start()
        thread.join(self._deadline.remaining())
        self._deadline.remaining()
        if not found or isinstance(found[0], Exception):
            raise _ExchangeError("no-connection", f"the name {host} cannot be resolved")
        return found[0]


class _DeadlineStream(httpcore.NetworkStream):
    """A stream whose reads and writes each time out at the deadline of the exchange."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._inner.read(max_bytes, self._deadline.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._inner.write(buffer, self._deadline.remaining())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        return _DeadlineStream(  # pragma: no cover - no server of the tests has a certificate that a client trusts
            self._inner.start_tls(ssl_context, server_hostname, self._deadline.remaining()), self._deadline
        )

    def get_extra_info(self, info: str) -> typing.Any:
        return self._inner.get_extra_info(info)


def _allow_hint(url: str) -> str:
    """Return what to write into digest.yml where that alone would allow an address, else ""."""
    parts = parts_of(url)
    if parts is None:
        return ""
    host, port = (parts.hostname or "").rstrip("."), parts.port or SCHEMES.get(parts.scheme, 0)
    pair = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if isinstance(parse_target(url, [pair]), str):
        return ""
    return f'; if it is yours, write `network: {{allow: ["{pair}"]}}` in seeds/digest.yml'


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
