"""Who published an article: resolved through what seeds/sources says, or the name that the text itself gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from digest.clean.text import plain
from digest.hosts import aggregator_at, home_site, host_of, is_shared, name_key, nearest_home, site_of
from digest.model import Source, Text

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
_ENDING = re.compile(r"\s+[-–—|•·»:/]{1,2}\s+(?=\S)|\s+\((?=[^()]+\)\Z)|(?<=[^\s(])/(?=[^()/]+\)\Z)")
_LONGEST_ENDING = 60


@dataclass(frozen=True, slots=True)
class Publishers:
    """The known sources by id, by name or alias, and by host."""

    by_id: dict[str, Source]
    by_name: dict[str, Source]
    by_host: dict[str, tuple[Source, ...]]
    by_site: dict[str, Source]

    def aggregator(self, source_id: str | None) -> Source | None:
        """Return the source with that id where it brings what others publish: its file says so, or its home tells it."""
        source = self.by_id.get(source_id or "")
        known = source and (source.aggregator if source.aggregator is not None else aggregator_at(source.home) is not None)
        return source if known else None

    def named(self, name: str | None) -> Source | None:
        """Return the source with that name, alias or host name, however it is spelled."""
        if not name:
            return None
        return self.by_name.get(name_key(name)) or next(iter(self.by_host.get(name.lower().strip(), ())), None)

    def at(self, url: str | None) -> Source | None:
        """Return the source whose home is at the address's host, or at the nearest domain above it.

        Of several with one host it is the one whose home is the longest beginning of the address. On a host that many share
        it is the one whose account it is.
        """
        site, host = site_of(url), host_of(url)
        if is_shared(site):
            return self.by_site.get(site)
        while host:
            if found := self.by_host.get(host):
                home = nearest_home([source.home for source in found], url or "")
                return next((source for source in found if source.home == home), None)
            host = host.partition(".")[2] if host != site else ""
        return self.by_site.get(site)


def known(sources: tuple[Source, ...]) -> Publishers:
    """Index the sources; where two claim a name or a site, the first by id has it."""
    by_id = {source.id: source for source in sources}
    by_name: dict[str, Source] = {}
    by_host: dict[str, tuple[Source, ...]] = {}
    by_site: dict[str, Source] = {}
    for _, source in sorted(by_id.items()):
        for name in (source.name, source.id, *source.aliases):
            by_name.setdefault(name_key(name), source)
        by_site.setdefault(home_site(source.name, source.home), source)
        if not is_shared(site_of(source.home)):
            host = host_of(source.home)
            by_host[host] = (*by_host.get(host, ()), source)
    return Publishers(by_id, by_name, by_host, by_site)


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
