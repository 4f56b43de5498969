"""Whether an article page may be fetched: robots.txt (RFC 9309) and the TDM Reservation Protocol, read before any page."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from digest.acquire.network.addresses import taken_apart
from digest.acquire.network.client import Answer, Door, Failure

AGENT = "Digest"
_META = re.compile(r"<meta\b[^>]*\bname\s*=\s*[\"']?(?:tdm-reservation|robots|digest)\b[^>]*>", re.IGNORECASE)
_KEPT_OUT = re.compile(r"\b(?:none|noarchive|noai|nosnippet)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    robots: Protego | None
    closed: str | None
    reserved: tuple[re.Pattern[str], ...]


@dataclass(kw_only=True)
class Permission:
    """What hosts allow, asked once a host and run."""

    door: Door
    _hosts: dict[str, _Rules] = field(default_factory=dict, init=False)
    _guard: threading.Lock = field(default_factory=threading.Lock, init=False)

    def refusal(self, address: str) -> str | None:
        """Return why a page may not be fetched, or None where it may.

        A host whose robots.txt cannot be reached or fails (5xx) is closed; one that has none (4xx) is open.
        """
        target = taken_apart(address, self.door.allow)
        if isinstance(target, str):
            return target
        with self._guard:
            rules = self._hosts.get(target.origin)
        if rules is None:
            rules = self._read(target.origin)
            with self._guard:
                self._hosts[target.origin] = rules
        if rules.closed:
            return f"its robots.txt cannot be read: {rules.closed}"
        if rules.robots and not rules.robots.can_fetch(address, AGENT):
            return "robots.txt does not allow it"
        if any(pattern.match(target.path) for pattern in rules.reserved):
            return "its publisher reserves text and data mining"
        return None

    def _read(self, origin: str) -> _Rules:
        said = self.door.ask(f"{origin}/robots.txt")
        closed = said.detail if isinstance(said, Failure) else None
        if isinstance(said, Answer) and (said.status >= 500 or said.status in {401, 403, 429}):
            closed = f"the server answered {said.status}"
        robots = None
        if isinstance(said, Answer) and said.status == 200:
            robots = Protego.parse(said.body[:500_000].decode("utf-8", "replace"))
        if closed:
            return _Rules(robots=None, closed=closed, reserved=())
        said = self.door.ask(f"{origin}/.well-known/tdmrep.json")
        found = said.body[:500_000] if isinstance(said, Answer) and said.status == 200 else b""
        return _Rules(robots=robots, closed=None, reserved=tuple(reservations(found)))


def reservations(body: bytes) -> list[re.Pattern[str]]:
    """Return the paths that a tdmrep.json reserves (https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/)."""
    try:
        listed = json.loads(body.decode("utf-8-sig", "replace")) if body else []
    except (ValueError, RecursionError):
        return []
    reserved = []
    for rule in listed if isinstance(listed, list) else []:
        if isinstance(rule, dict) and str(rule.get("tdm-reservation")) == "1":
            path = str(rule.get("location") or "/")[:500]
            path = urlsplit(path).path or "/" if path.startswith("http") else path
            exact = path.endswith("$")
            parts = [re.escape(part) for part in path.rstrip("$").split("*")[:20]]
            reserved.append(re.compile(".*?".join(parts) + ("$" if exact else "")))
    return reserved


def page_refusal(answer: Answer) -> str | None:
    """Return why a page that was fetched may not be kept: what its own headers and meta elements say, or None."""
    if answer.headers.get("tdm-reservation", "").strip() == "1":
        return "its publisher reserves text and data mining"
    if _KEPT_OUT.search(answer.headers.get("x-robots-tag", "")):
        return "its X-Robots-Tag does not allow keeping it"
    for meta in _META.findall(answer.body[:200_000].decode("utf-8", "replace")):
        content = re.search(r"\bcontent\s*=\s*[\"']?([^\"'>]*)", meta, re.IGNORECASE)
        said = content[1] if content else ""
        if ("tdm-reservation" in meta.lower() and said.strip() == "1") or _KEPT_OUT.search(said):
            return "the page does not allow keeping it"
    return None
