"""The publisher that a text itself names: in its own words, in a copyright line, at the end of a title."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.clean.text import plain
from digest.common.hosts import name_key
from digest.common.titles import SPACED
from digest.model import Text

_REPORTED = re.compile(r"\A(?P<name>[\w.&' -]{2,40}?) (?:[Rr]eported|Reports) ?[-–—] ?(?=\S)")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?,?\s*)?(?:by\s+)?(?P<name>[^\W\d_][^|•·]{1,60}?)"
    r"(?=[.,;]?\s*(?:all rights|\(?(?:19|20)\d\d|\Z)|\s*[|•·]|\.\s|,|\s+(?:or|and) (?:its|affiliated)\b)",
    re.IGNORECASE,
)
_COMPILED = re.compile(
    r"(?:[Tt]his (?:article|story|report|post) (?:is|was) (?:\w+ )?(?:compiled|published|written|produced) (?:by|on|in)|"
    r"\b[Cc]ompiled by) (?P<name>[A-Z][\w&'-]*(?:[. ][A-Z][\w&'-]*){0,4})"
)
_COMPANY = re.compile(
    r",? (?:Inc|LLC|Ltd|Limited|PLC|Corp(?:oration)?|GmbH|AG|S\.?A|SAS|BV|AB|AS|\(?Pty\)? Ltd|Company LLC)\.?\Z",
    re.IGNORECASE,
)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+\Z")
_NOT_A_NAME = re.compile(
    r"an? |(?:.*\b)?(?:rights? reserved|the authors?|contributors?|privacy|terms|notice)\b", re.IGNORECASE
)
_ENDING = re.compile(rf"{SPACED}(?=\S)|\s+\((?=[^()]+\)\Z)|(?<=[^\s(])/(?=[^()/]+\)\Z)")
_LONGEST_ENDING = 60


def in_own_words(line: str, *, first: bool = False) -> tuple[Text | None, int]:
    """Return (the publisher that a line of the text names as its own, how many characters at its start only do that).

    "X Reported - " counts on the `first` line alone, "compiled by X" on any.
    """
    if first and (found := _REPORTED.match(line)):
        return plain(found["name"].strip(" .,")), found.end()
    found = _COMPILED.search(line)
    return (plain(found["name"]) if found else None), 0


def plainer(stated: str | None, name: Text | None) -> str | None:
    """Return the name that a text states first, but the plain one where it states a host's and that: en.Example.com."""
    if stated and name and _HOST.match(stated) and name_key(name) in map(name_key, stated.split(".")):
        return name
    return stated or name


def of_copyright(line: str) -> Text | None:
    """Return the holder that a copyright line names, without the form of its company."""
    found = _COPYRIGHT.search(line)
    name = _COMPANY.sub("", found["name"].strip(" .,")) if found else ""
    return plain(name) if name and not _NOT_A_NAME.match(name) else None


def without_publisher(title: str, names: frozenset[str]) -> str:
    """Return a title without an ending such as " - Reuters" or " (Reuters)" that is one of `names` by its `name_key`."""
    while (found := _ended(title, lambda name: name_key(name) in names)) and found[0]:
        title = found[0]
    return title


def ending(title: str, fits: Callable[[str], bool]) -> str | None:
    """Return the last words of a title behind a dash or bar, or in brackets, where they fit."""
    found = _ended(title, fits)
    return found[1] if found else None


def _ended(title: str, fits: Callable[[str], bool]) -> tuple[str, str] | None:
    """Part a title from the longest ending that fits; None where none does."""
    for found in _ENDING.finditer(title):
        name = title[found.end() :].removesuffix(")") if found[0].strip() in ("(", "/") else title[found.end() :]
        if 2 <= len(name) <= _LONGEST_ENDING and fits(name.strip()):
            before = title[: found.start()]
            return (before.rpartition(" (")[0] if found[0] == "/" else before), name.strip()
    return None
