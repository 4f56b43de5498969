"""Which addresses may be requested: public ones over http(s), and hosts and ports that digest.yml allows by name."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from digest.common.hosts import parts_of

SCHEMES = {"http": 80, "https": 443}
"""The schemes that are requested, with their ports."""
PORTS = {80, 443, 8080, 8443}
_PRIVATE_NAMES = (".localhost", ".local", ".internal", ".localdomain", ".home.arpa", ".lan", ".intranet", ".onion")
_CLOSED_4 = [
    ipaddress.IPv4Network(net)
    for net in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24"),
        *("192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24"),
        *("224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32"),  # the last is a cloud's host, though its number is public
    )
]
_OPEN_6 = ipaddress.IPv6Network("2000::/3")
_CLOSED_6 = [
    ipaddress.IPv6Network(net) for net in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address in parts: host and port to connect to, path to request. `allowed`: digest.yml names this host and port."""

    scheme: str
    host: str
    port: int
    path: str
    allowed: bool = False

    @property
    def origin(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"http": 80, "https": 443}[self.scheme]
        return f"{self.scheme}://{shown}" + ("" if self.port == usual else f":{self.port}")

    @property
    def url(self) -> str:
        return self.origin + self.path


def host_and_port(address: str) -> str:
    """Return the host of an address in lower case, with the port where one is written; "" where it is malformed.

    By it the requests to a host are counted. An entry in digest.yml has a port always, also 80.
    """
    parts = parts_of(address)
    return parts.netloc.rpartition("@")[2].lower() if parts else ""


def is_public(number: str) -> bool:
    """Tell whether an IP address is a public unicast one; IPv4 inside IPv6 is judged by itself, tunnels never are.

    Registries: https://www.iana.org/assignments/iana-ipv4-special-registry and its IPv6 counterpart.
    """
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is None:
            return found in _OPEN_6 and not any(found in net for net in _CLOSED_6)
        found = found.ipv4_mapped
    return not any(found in net for net in _CLOSED_4)


def parse_target(address: str, allow: Collection[str] = ()) -> Target | str:
    """Return an address as a Target, or in words why it may not be requested.

    Refused are ASCII white space, control characters and backslashes, what is no http(s) address, user names, hosts that are
    no name, and ports other than PORTS and private names, unless host:port is one of `allow`. An IP address passes, dotted,
    in brackets or of digits alone: names are not resolved here, and where a connection leads is checked by `is_public` when
    it is made. The fragment is left out; port 0 is the scheme's own.
    """
    if re.search(r"[\x00-\x20\x7f\\]", address):
        return "the address holds a space, a backslash or a control character"
    parts = parts_of(address)
    if parts is None:
        return "this is no address"
    host = parts.hostname or ""
    if parts.scheme not in SCHEMES:
        return "only http and https are asked"
    if parts.username is not None or parts.password is not None:
        return "the address holds a user name"
    if not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            return "the host is no name"
    host = host.rstrip(".")  # after the encoding, which makes full stops of other scripts dots
    if not host or not (re.fullmatch(r"[A-Za-z0-9._-]{1,253}", host) or ":" in host):
        return "the host is no name"
    port = parts.port or SCHEMES[parts.scheme]
    allowed = f"{f'[{host}]' if ':' in host else host}:{port}".lower() in {one.lower() for one in allow}
    if not allowed and port not in PORTS:
        return f"feeds are asked on the ports {', '.join(map(str, sorted(PORTS)))}, and this is {port}"
    if not allowed and (f".{host}".endswith(_PRIVATE_NAMES) or ("." not in host and ":" not in host and not host.isdigit())):
        return f"{host} is a private name"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~?[]") if parts.query else ""
    )
    return Target(scheme=parts.scheme, host=host.lower(), port=port, path=path, allowed=allowed)
