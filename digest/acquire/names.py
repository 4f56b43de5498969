"""What a new publisher or file is called: a name out of a feed's own words, an id, a site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from anyascii import anyascii
from publicsuffixlist import PublicSuffixList

SHARED_HOSTS = {"feedburner.com", "google.com", "medium.com", "reddit.com", "substack.com", "x.com", "youtube.com"}
"""Sites on which many publishers live, so that the site says nothing about who publishes."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:-|\Z)")
_GENERIC = re.compile(
    r"https?://\S*|(?:(?:the|all|and|of|home|page|news|latest|top|main|breaking|stories|headlines|articles|posts|rss|feed|blog)\b\W*)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s|:>–—•·]+")


def slug(words: str, most: int = 60) -> str:
    """Return an ASCII id of the words (digest.config.ID), or "" where they hold no letter or digit.

    Never a path, a hidden file or a name that a system reserves, whatever the words.
    """
    plain = anyascii(unicodedata.normalize("NFC", words[:400])).lower()
    found = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:most].strip("-")
    return f"the-{found}" if _RESERVED.match(found) else found


def unused(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, with the first number behind it that makes it differ from those taken."""
    names = set(taken)
    number, name = 1, wanted
    while name in names:
        number += 1
        name = f"{wanted}-{number}"
    return name


def host_of(address: str | None) -> str:
    """Return an address's host in lower case without `www.`, "" where it has none."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""


def site_of(address: str | None) -> str:
    """Return what tells one publisher's addresses from another's: the registrable domain, "" where there is none.

    On a host that many publishers share it is the whole address (https://publicsuffix.org).
    """
    host = host_of(address)
    site = str(_suffixes().privatesuffix(host) or host) if host else ""
    return (address or "").rstrip("/") if site in SHARED_HOSTS and host in {site, f"feeds.{site}", f"news.{site}"} else site


def publisher_name(titles: Iterable[str], address: str) -> str:
    """Return a publisher's name: the words of a feed's title that its host is made of, else the first title, else the host.

    "Quay News" at quaynews.example is "Quay News"; "The Harbour Blog" at harbour.example is "Harbour".
    """
    host = host_of(address)
    shown = [clean for title in titles if (clean := one_line(title)) and not _GENERIC.fullmatch(clean)]
    label = host_of(f"//{site_of(address)}").split(".")[0] if host else ""
    for wanted in (_squeezed(host), label):
        for title in shown:
            if name := _spelt(title, wanted):
                return name
    return shown[0] if shown else host


def one_line(words: str, most: int = 100) -> str:
    """Return the words on one line, NFC, without characters that cannot be seen."""
    plain = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in words[:1_000])
    return " ".join(unicodedata.normalize("NFC", plain).split())[:most].strip()


def _spelt(title: str, wanted: str) -> str | None:
    """The shortest run of the title's words that spells `wanted` when squeezed together."""
    words = [(found.start(), found.end()) for found in _WORD.finditer(title)]
    for length in range(1, 5):
        for first in range(len(words) - length + 1):
            run = title[words[first][0] : words[first + length - 1][1]].strip(" -,")
            if wanted and _squeezed(run) == wanted:
                return run
    return None


def _squeezed(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(words).lower())


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
