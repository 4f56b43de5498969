"""Whether an article page may be fetched and kept: robots.txt (RFC 9309), the TDM Reservation Protocol, page headers."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass, field

from protego import Protego

from digest.acquire.network.addresses import parse_target
from digest.acquire.network.client import Failure, HttpClient, Response
from digest.common.hosts import parts_of

USER_AGENT = "Digest"  # the name that robots.txt may address
_META = re.compile(r"<meta\b[^>]*\bname\s*=\s*[\"']?(?:tdm-reservation|robots|digest)\b[^>]*>", re.IGNORECASE)
_KEPT_OUT = re.compile(r"\b(?:none|noarchive|noai|nosnippet)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _HostRules:
    """What one host allows: `robots` where it has a robots.txt, `unreadable` why that could not be read."""

    robots: Protego | None
    unreadable: str | None
    reserved: tuple[re.Pattern[str], ...]


@dataclass(kw_only=True)
class RobotsRules:
    """The rules of hosts; each is fetched once in the life of this object. May be used by several threads."""

    client: HttpClient
    _hosts: dict[str, _HostRules] = field(default_factory=dict, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def refusal(self, address: str) -> str | None:
        """Return why a page may not be fetched, or None where it may.

        A host whose robots.txt cannot be reached or fails (5xx) is closed; one that has none (4xx) is open.
        """
        target = parse_target(address, self.client.allow)
        if isinstance(target, str):
            return target
        with self._lock:
            rules = self._hosts.get(target.origin)
        if rules is None:
            rules = self._read(target.origin)
            with self._lock:
                self._hosts[target.origin] = rules
        if rules.unreadable:
            return f"its robots.txt cannot be read: {rules.unreadable}"
        if rules.robots and not rules.robots.can_fetch(address, USER_AGENT):
            return "robots.txt does not allow it"
        if any(pattern.match(target.path) for pattern in rules.reserved):
            return "its publisher reserves text and data mining"
        return None

    def _read(self, origin: str) -> _HostRules:
        response = self.client.get(f"{origin}/robots.txt")
        unreadable = response.detail if isinstance(response, Failure) else None
        if isinstance(response, Response) and (response.status >= 500 or response.status in {401, 403, 429}):
            unreadable = f"the server answered {response.status}"
        robots = None
        if isinstance(response, Response) and response.status == 200:
            robots = Protego.parse(response.body[:500_000].decode("utf-8", "replace"))
        if unreadable:
            return _HostRules(robots=None, unreadable=unreadable, reserved=())
        response = self.client.get(f"{origin}/.well-known/tdmrep.json")
        found = response.body[:500_000] if isinstance(response, Response) and response.status == 200 else b""
        return _HostRules(robots=robots, unreadable=None, reserved=tuple(reservations(found)))


def reservations(body: bytes) -> list[re.Pattern[str]]:
    """Return patterns of the paths that a tdmrep.json reserves, none where it is not one (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/)."""
    try:
        listed = json.loads(body.decode("utf-8-sig", "replace")) if body else []
    except (ValueError, RecursionError):
        return []
    reserved = []
    for rule in listed if isinstance(listed, list) else []:
        if isinstance(rule, dict) and str(rule.get("tdm-reservation")) == "1":
            path = str(rule.get("location") or "/")[:500]
            parts = parts_of(path) if path.startswith("http") else None
            reserved.append(_wildcards(parts.path or "/" if parts else path))
    return reserved


def _wildcards(path: str) -> re.Pattern[str]:
    """Return the pattern of a path in which `*` is any text and a final `$` the end; it is matched without backtracking."""
    first, *others = (re.escape(part) for part in path.rstrip("$").split("*")[:20])
    last = [f".*{others.pop()}$"] if others and path.endswith("$") else ["$"] if path.endswith("$") else []
    return re.compile("".join([first, *(f"(?>.*?{part})" for part in others), *last]))


def page_refusal(response: Response) -> str | None:
    """Return why a page that was fetched may not be kept: what its own headers and meta elements say, or None."""
    if response.headers.get("tdm-reservation", "").strip() == "1":
        return "its publisher reserves text and data mining"
    if _KEPT_OUT.search(response.headers.get("x-robots-tag", "")):
        return "its X-Robots-Tag does not allow keeping it"
    for meta in _META.findall(response.body[:200_000].decode("utf-8", "replace")):
        content = re.search(r"\bcontent\s*=\s*[\"']?([^\"'>]*)", meta, re.IGNORECASE)
        value = content[1] if content else ""
        if ("tdm-reservation" in meta.lower() and value.strip() == "1") or _KEPT_OUT.search(value):
            return "the page does not allow keeping it"
    return None
