"""Publishers and the names they go by, so that an attribution finds whom it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from digest.common.hosts import host_of, is_shared, site_of
from digest.common.publishers import Publishers, known
from digest.language import language_of
from digest.language.marks import straightened, without_possessive
from digest.language.scripts import CAPITALS
from digest.language.speech import Attribution
from digest.link.wellknown import AGENCIES, OTHERS
from digest.model import Article, Source, Url

_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W_]*")
_FIRST_WORD = re.compile(r"[^\W\d_][^\W_]*")
_OWNED = re.compile(rf".*['’]s (?=[{CAPITALS}])")
_TOKEN = re.compile(r"[\w.&’'-]+")
_LONGEST, _MOST_WORDS = 70, 5
"""Code points and words that an outlet's name has at most."""
_ARTICLE = 4
"""Code points of a definite article with its space."""
_SMALL_NAME = re.compile(r"\b(?:dpa|epd|sda)\b")
"""Agencies that print their names without a capital."""
_PIECE = re.compile(r"\d{4}|\w-\w+-\w|[/=](?=[a-z]*\d)\w{8,}")
"""What the address of an article has, beside a mere word for its subject: a date, a number or several words."""
_NO_PIECE = re.compile(
    r"/(?:t|topics?|tags?|hubs?|authors?|by|people|persons?|profiles?|staff|contributors?|quotes?|compan(?:y|ies)|stocks?|symbols?|"
    r"market-data|markets/(?:companies|quote)|opinions?|commentary|editorials?|op-?ed|columns?|columnists?|polls?|newsletters?|"
    r"search|categor(?:y|ies)|sections?|about|podcasts?)/",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher as attributions mean it: `id` tells two apart, `source` is its file's name where it has one."""

    id: str
    name: str
    source: str | None = None


class _Known(NamedTuple):
    """What any story may name: the digest's sources by address and id, outlets by folded name, well-known ones by host."""

    publishers: Publishers
    by_name: dict[str, Outlet]
    by_source: dict[str, Outlet]
    by_host: dict[str, Outlet]
    agencies: frozenset[str]


class _Shape(NamedTuple):
    """What outlets' names look like in a language where no list knows them: anywhere, and behind the definite article."""

    name: re.Pattern[str]
    behind_article: re.Pattern[str]
    definite: re.Pattern[str]
    behind: re.Pattern[str]
    papers: frozenset[str]
    last_words: frozenset[str]
    kinds: re.Pattern[str]
    words: Attribution


class Outlets:
    """Finds the publishers that a text names."""

    def __init__(self, sources: Iterable[Source], articles: Iterable[Article] = ()) -> None:
        """Know the digest's sources, the publishers of the story's articles, and the outlets reports commonly name."""
        self._known = _known(tuple(sources))
        self.by_name = dict(self._known.by_name)
        self.shape: _Shape | None = None
        for article in articles:
            if article.publisher:
                name = _fold(article.publisher)
                hosted = self._of_host(article.url) if article.url else None
                self.by_name.setdefault(name, hosted or Outlet(id=name, name=article.publisher))
        self._first_words = _first_words(tuple(self.by_name))
        self._printed = {
            one.url: self.of_article(article)
            for article in articles
            for one in (article, *(it.article for it in article.copies))
        }

    def as_named_in(self, article: Article) -> Outlets:
        """Return these outlets as an article names them: in its language, and its own house by a short name."""
        other = copy(self)
        words = language_of(article.language).attribution
        other.shape = _shape(words) if words else None
        article_of = other.shape.definite.match if other.shape else lambda _: None
        bare = {name[at.end() :]: outlet for name, outlet in self.by_name.items() if (at := article_of(name))}
        if bare:
            other.by_name = {**bare, **self.by_name}
            other._first_words = _first_words(tuple(other.by_name))  # noqa: SLF001 - a copy of its own
        return other.with_short_name(self.of_article(article))

    def with_short_name(self, mine: Outlet) -> Outlets:
        """Return these outlets where a newspaper's last word means this one: The Times is `mine` where that is a Times."""
        last = mine.name.rpartition(" ")[2]
        if self.shape is None or last not in self.shape.papers or _fold(last) in self.by_name:
            return self
        other = copy(self)
        other.by_name = {**self.by_name, _fold(last): mine}
        return other

    def may_name(self, text: str, start: int, end: int) -> bool:
        """Whether a word of text[start:end] may begin or end an outlet's name; quick, and never wrongly False."""
        found = {word.casefold() for word in _CAPITAL.findall(text, start, end)}
        if _SMALL_NAME.search(text, start, end) or not self._first_words.isdisjoint(found):
            return True
        shape = self.shape
        return shape is not None and (not shape.last_words.isdisjoint(found) or bool(shape.kinds.search(text, start, end)))

    def named(self, name: str) -> Outlet | None:
        """Return the outlet a name means, None where nobody knows it."""
        return self.by_name.get(_fold(name))

    def is_agency(self, outlet: Outlet) -> bool:
        """Whether others print an outlet's reports as a matter of course."""
        return outlet.id in self._known.agencies

    def of_article(self, article: Article) -> Outlet:
        """Return the outlet of an article, by its address where nothing names it; one of its own where that says nothing."""
        if article.source and (own := self._known.by_source.get(article.source)):
            return own
        hosted = self._of_host(article.url) if article.url and not article.publisher else None
        found = self.named(article.publisher) if article.publisher else hosted
        return found or Outlet(id=f"article {article.id}", name=article.publisher or "")

    def of_page(self, url: Url) -> Outlet | None:
        """Return whose piece stands at an address: an article's of the story, else by its host, or a domain above that.

        None where it is nobody's that is known, or no piece of news: a front page, a topic, a person, a price, an opinion.
        """
        if printed := self._printed.get(url):
            return printed
        parts = urlsplit(url)
        if _NO_PIECE.search(parts.path) or not _PIECE.search(f"{parts.path}?{parts.query}"):
            return None
        return self._of_host(url)

    def _of_host(self, url: Url) -> Outlet | None:
        """Return the outlet whose pages stand at an address: a source's, else one that is well known by its host."""
        if source := self._known.publishers.at(url):
            return self._known.by_source[source.id]
        host = host_of(url)
        while "." in host:
            if found := self._known.by_host.get(host):
                return found
            host = host.partition(".")[2]
        return None

    def starting_at(self, text: str, start: int) -> tuple[Outlet, int] | None:
        """Return the outlet whose name begins at `start`, its article aside, and where the name ends."""
        article = self.shape.definite.match(text, start) if self.shape else None
        start = article.end() if article else start
        if not (text[start : start + 1].isupper() or _SMALL_NAME.match(text, start)):
            return None
        definite = article or (self.shape and self.shape.behind.search(text, max(0, start - _ARTICLE), start))
        ends = [match.end() for match in _TOKEN.finditer(text, start, start + _LONGEST)][:_MOST_WORDS]
        for end in reversed(ends):
            for stop in (end, _bare_end(text, start, end)):
                name = self._uninflected(text[start:stop])
                found = self.named(name)
                if found and (self._is_plain(name, found) or (definite and not self._goes_on(text, stop))):
                    return found, stop
        return self._shaped_at(text, start, bool(definite))

    def _uninflected(self, name: str) -> str:
        """Return a name without the ending that a case of the language gives it, where it is known without."""
        ending = self.shape.words.ending if self.shape else ""
        bare = name.removesuffix(ending) if ending else name
        return name if self.named(name) or not self.named(bare) else bare

    def _shaped_at(self, text: str, start: int, definite: bool) -> tuple[Outlet, int] | None:
        """Return the outlet whose name at `start` has the shape of one, and where the name ends."""
        if not self.shape:
            return None
        shaped = self.shape.name.match(text, start, start + _LONGEST)
        shaped = shaped or (self.shape.behind_article.match(text, start, start + _LONGEST) if definite else None)
        if not shaped:
            return None
        name, ending = shaped.group(), self.shape.words.ending
        if ending and name.endswith(ending) and self.shape.name.fullmatch(name.removesuffix(ending)):
            name = name.removesuffix(ending)
        if (owner := _OWNED.match(name)) and (found := self.named(name[owner.end() :])):
            return found, shaped.end()
        return None if self.shape.words.no_outlets.match(name) else (Outlet(id=_fold(name), name=name), shaped.end())

    def named_in(self, text: str, start: int, end: int) -> tuple[tuple[Outlet, int, int], ...]:
        """Return the outlets that text[start:end] names, each with where its name begins and ends, in order."""
        found = []
        for match in _TOKEN.finditer(text, start, end):
            named = self.starting_at(text, match.start()) if match.start() >= start else None
            if named is not None and named[1] <= end:
                found.append((named[0], match.start(), named[1]))
                start = named[1]
        return tuple(found)

    def ending_at(self, text: str, start: int, end: int) -> tuple[Outlet, int] | None:
        """Return the outlet whose name ends at `end` and does not begin before `start`, and where it begins."""
        words = [match.start() for match in _TOKEN.finditer(text, max(start, end - _LONGEST), end)]
        for first in words[-_MOST_WORDS:]:
            if text[first].isupper() and (found := self.starting_at(text, first)) is not None:
                outlet, stop = found
                if _bare_end(text, first, end) <= stop <= end:
                    return outlet, first
        return None

    def _goes_on(self, text: str, end: int) -> bool:
        """Whether what follows makes a name that ends here no outlet's."""
        return bool(self.shape and self.shape.words.no_outlet_before.match(text, end))

    def _is_plain(self, name: str, outlet: Outlet) -> bool:
        """Whether a name without its article is an outlet's: a hill is not The Hill, times not The Times, nor Ft. the FT."""
        if len(name) < 4 and name not in (name.upper(), outlet.name):
            return False
        if " " in name or not self.shape:
            return True
        article = outlet.name[: -len(name)] if outlet.name.casefold().endswith(name.casefold()) else ""
        return not self.shape.definite.fullmatch(article) and name not in self.shape.papers


@lru_cache(maxsize=4)
def _known(sources: tuple[Source, ...]) -> _Known:
    by_source = {source.id: Outlet(id=source.id, name=source.name, source=source.id) for source in sources}
    by_name: dict[str, Outlet] = {}
    for source in sources:
        hosts = () if is_shared(site_of(source.home)) else (host_of(source.home),)
        for name in (source.name, *source.aliases, *hosts):
            by_name.setdefault(_fold(name), by_source[source.id])
    by_host: dict[str, Outlet] = {}
    for line in (*AGENCIES.splitlines(), *OTHERS.splitlines()):
        names = {_fold(name): name for name in line.split("|")}
        listed = next((by_name[folded] for folded in names if folded in by_name), None)
        outlet = listed or Outlet(id=next(iter(names)), name=line.partition("|")[0])
        for folded in names:
            by_name.setdefault(folded, outlet)
        by_host |= {folded: outlet for folded in names if "." in folded}
    agencies = frozenset(by_name[_fold(line.partition("|")[0])].id for line in AGENCIES.splitlines())
    return _Known(known(sources), by_name, by_source, by_host, agencies)


@cache
def _shape(words: Attribution) -> _Shape:
    last = f"{words.papers}|{words.stations}"
    several = rf"(?:[{CAPITALS}][\w.&'’-]* ){{1,3}}?"
    before_kind = rf"[{CAPITALS}][\w.&'’-]*(?: [{CAPITALS}][\w.&'’-]*){{0,3}}(?<!['’]s)(?= (?:{words.kinds})\b)"
    return _Shape(
        name=re.compile(rf"{several}(?:{last})\b|{words.call_signs}|{before_kind}"),
        behind_article=re.compile(rf"{several}(?:{words.named_by_article})\b"),
        definite=re.compile(rf"(?i:{words.definite}) "),
        behind=re.compile(rf"\b(?i:{words.definite}) \Z"),
        papers=frozenset(words.papers.split("|")),
        last_words=frozenset(one.split()[-1] for one in f"{last}|{words.named_by_article}".casefold().split("|")),
        kinds=re.compile(rf"\b(?:{words.call_signs}|(?:{words.kinds})\b)"),
        words=words,
    )


@lru_cache(maxsize=4)
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    """The words that names begin with."""
    found = (_FIRST_WORD.search(name) for name in names)
    return frozenset(word.group() for word in found if word)


def _bare_end(text: str, start: int, end: int) -> int:
    """Where a name ends once a possessive ending and a full stop are off."""
    name = text[start:end]
    bare = without_possessive(name)
    return start + len(name.removesuffix(".") if bare == name else bare)


def _fold(name: str) -> str:
    """A name without its article, its case and its marks; dots and hyphens stay, since a text's "ft." is not the FT."""
    return " ".join(straightened(name).casefold().split()).removeprefix("the ")
