"""Publishers and the names they go by, so that an attribution finds whom it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from digest.model import Article, Source

AGENCIES = """
The Associated Press|Associated Press|AP
Reuters|Thomson Reuters
Agence France-Presse|AFP|Agence France Presse
Bloomberg|Bloomberg News
United Press International|UPI
Xinhua|Xinhua News Agency
Kyodo|Kyodo News
Deutsche Presse-Agentur|DPA
Press Trust of India|PTI
Indo-Asian News Service|IANS
TASS|Itar-Tass
Press Association|PA Media
Dow Jones Newswires|Dow Jones
ANSA
EFE
Yonhap|Yonhap News Agency
RIA Novosti
Interfax
IRNA
Anadolu Agency|Anadolu
""".strip()
"""News agencies, whose reports others print, one a line, their short names behind bars."""

KNOWN = """
The New York Times|New York Times|NYT|NY Times|N.Y. Times
The Washington Post|Washington Post|WaPo
The Wall Street Journal|Wall Street Journal|WSJ
USA Today
Los Angeles Times|L.A. Times|LA Times
Chicago Tribune
Boston Globe|The Boston Globe
The Miami Herald|Miami Herald
New York Post|NY Post
New York Daily News|NY Daily News
New York Magazine
Forbes
The Washington Times|Washington Times
Financial Times|The Financial Times|FT
The Economist
The Guardian
The Telegraph|Daily Telegraph|The Daily Telegraph
The Sunday Times
BBC|BBC News
Sky News
CNN
CNBC
MSNBC
Fox News|Fox News Channel|FoxNews.com|FOX News
Fox Business|Fox Business Network
ABC News|ABC's
NBC News
CBS News|CBS
NPR|National Public Radio
PBS|PBS NewsHour
C-SPAN
Univision
Al Jazeera
Politico|POLITICO
The Hill
Roll Call
National Journal
Axios
The Atlantic
The New Yorker
Time magazine|TIME magazine
Newsweek
HuffPost|The Huffington Post|Huffington Post
Daily Beast|The Daily Beast
BuzzFeed News|BuzzFeed
Vox
Slate
Salon
Mother Jones
The Daily Caller|Daily Caller
Breitbart|Breitbart News
Vanity Fair
Rolling Stone
Der Spiegel|Spiegel
Le Monde
El País
The Verge
TechCrunch
CNET
Wired|WIRED
The Information
Business Insider|Insider
Engadget
Ars Technica
Nikkei|Nikkei Asia
South China Morning Post|SCMP
Haaretz
The Jerusalem Post|Jerusalem Post
Yedioth Ahronoth|Ynet
The Times of India
The Hindu
NDTV
The Globe and Mail|Globe and Mail
Toronto Star
CBC News|CBC
The Sydney Morning Herald|Sydney Morning Herald
ITV News|ITV
Channel 4 News
Daily Mail|The Daily Mail
Der Standard
Die Zeit
Süddeutsche Zeitung
Frankfurter Allgemeine Zeitung|FAZ
Le Figaro
Corriere della Sera
La Repubblica
El Mundo
Deutsche Welle|DW
NHK
Global Times
People's Daily
Al Arabiya
PYMNTS|PYMNTS.com
Variety
The Hollywood Reporter
TMZ
ESPN
McClatchy|McClatchy Newspapers
The Plum Line|Plum Line
""".strip()
"""Other outlets that reports name as their source."""

_PAPER = "Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Examiner|Inquirer|Globe|Telegraph|Dispatch|Courier"
_LAST = f"{_PAPER}|News|Daily|Magazine|Radio|TV|Television"
_SHAPED = re.compile(rf"(?:[A-Z][\w.&'’-]* ){{1,3}}?(?:{_LAST})\b")
"""What a newspaper's or station's name looks like where no list knows it."""
_LEAST_SHAPED = re.compile(r"(?:Good|Breaking|Bad|More|World|Latest|Happy|Blog|Social|Business|Sports) (?:News|Post|Times)")
_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W_]*")
_HEAD = re.compile(r"[^\W\d_][^\W_]*")
_OWNED = re.compile(r".*['’]s (?=[A-Z])")
_TOKEN = re.compile(r"[\w.&’'-]+")
_FURTHEST = 70
_THE = re.compile(r"[Tt]he ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher as attributions mean it: `id` tells two apart, `source` is its file's name where it has one."""

    id: str
    name: str
    source: str | None = None


class Outlets:
    """Finds the publishers that a text names."""

    def __init__(self, sources: Iterable[Source], articles: Iterable[Article] = ()) -> None:
        """Know the digest's sources, the publishers of the story's articles, and the outlets reports commonly name."""
        known = _everywhere(tuple(sources))
        self.by_name = dict(known)
        self._heads = set(_heads(tuple(known)))
        for article in articles:
            if article.publisher:
                name = _fold(article.publisher)
                self.by_name.setdefault(name, Outlet(id=name, name=article.publisher))
                self._heads |= _heads((name,))

    def at_home(self, mine: Outlet) -> Outlets:
        """Return these outlets as an article of `mine` names them: The Times is its own house where that is a Times."""
        last = mine.name.rpartition(" ")[2]
        if last not in _PAPER.split("|") or _fold(last) in self.by_name:
            return self
        other = copy(self)
        other.by_name = {**self.by_name, _fold(last): mine}
        return other

    def may_name(self, text: str, start: int, end: int) -> bool:
        """Whether a word of text[start:end] may begin or end an outlet's name; quick, and never wrongly False."""
        return not self._heads.isdisjoint(word.casefold() for word in _CAPITAL.findall(text, start, end))

    def named(self, name: str) -> Outlet | None:
        """Return the outlet a name means, None where nobody knows it."""
        return self.by_name.get(_fold(name))

    def agency(self, outlet: Outlet) -> bool:
        """Whether others print an outlet's reports as a matter of course."""
        return any(self.by_name[_fold(line.partition("|")[0])].id == outlet.id for line in AGENCIES.splitlines())

    def of(self, article: Article) -> Outlet:
        """Return the outlet of an article; one of its own where the publisher is not known."""
        known = self.named(article.publisher) if article.publisher else None
        if article.source:
            for outlet in self.by_name.values():
                if outlet.source == article.source:
                    return outlet
        return known or Outlet(id=f"article {article.id}", name=article.publisher or "")

    def after(self, text: str, start: int) -> tuple[Outlet, int] | None:
        """Return the outlet whose name begins at `start` ("the" aside) and where the name ends."""
        article = _THE.match(text, start)
        start = article.end() if article else start
        if not text[start : start + 1].isupper():
            return None
        definite = bool(article) or text[max(0, start - 4) : start].casefold() == "the "
        ends = [match.end() for match in _TOKEN.finditer(text, start, start + _FURTHEST)][:5]
        for end in reversed(ends):
            for stop in (end, _bare_end(text, start, end)):
                name = text[start:stop]
                if (found := self.named(name)) is not None and (
                    (definite and not text.startswith(" of ", stop)) or _says_whom(name, found)
                ):
                    return found, stop
        shaped = _SHAPED.match(text, start, start + _FURTHEST)
        if shaped and (owned := _OWNED.match(shaped.group())) and (found := self.named(shaped.group()[owned.end() :])):
            return found, shaped.end()
        if shaped and not _LEAST_SHAPED.match(shaped.group()):
            return Outlet(id=_fold(shaped.group()), name=shaped.group()), shaped.end()
        return None

    def within(self, text: str, start: int, end: int) -> tuple[tuple[Outlet, int, int], ...]:
        """Return the outlets that text[start:end] names, each with where its name begins and ends, in order."""
        found = []
        for match in _TOKEN.finditer(text, start, end):
            named = self.after(text, match.start()) if match.start() >= start else None
            if named is not None and named[1] <= end:
                found.append((named[0], match.start(), named[1]))
                start = named[1]
        return tuple(found)

    def before(self, text: str, end: int) -> tuple[Outlet, int] | None:
        """Return the outlet whose name ends at `end`, and where the name begins."""
        first = max(0, end - _FURTHEST)
        starts = [match.start() for match in _TOKEN.finditer(text, first, end)][-5:]
        for start in starts:
            if text[start].isupper() and (found := self.after(text, start)) is not None:
                outlet, stop = found
                if _bare_end(text, start, end) <= stop <= end:
                    return outlet, start
        return None


@lru_cache(maxsize=4)
def _everywhere(sources: tuple[Source, ...]) -> dict[str, Outlet]:
    """The outlets that any story may name, by folded name."""
    found: dict[str, Outlet] = {}
    for source in sources:
        outlet = Outlet(id=source.id, name=source.name, source=source.id)
        for name in (source.name, *source.aliases):
            found.setdefault(_fold(name), outlet)
    for line in (*AGENCIES.splitlines(), *KNOWN.splitlines()):
        names = [(_fold(name), name) for name in line.split("|")]
        known = next((found[folded] for folded, _ in names if folded in found), None)
        outlet = known or Outlet(id=names[0][0], name=names[0][1])
        for folded, _ in names:
            found.setdefault(folded, outlet)
    return found


@lru_cache(maxsize=4)
def _heads(names: tuple[str, ...]) -> frozenset[str]:
    """The words by which names, and what is shaped like one, can be told."""
    found = (_HEAD.search(name) for name in (*names, *_LAST.casefold().split("|")))
    return frozenset(head.group() for head in found if head)


def _says_whom(name: str, outlet: Outlet) -> bool:
    """Whether a name without its article is an outlet's: a hill is not The Hill, times not The Times, nor Ft. the FT."""
    if len(name) < 4 and name not in (name.upper(), outlet.name):
        return False
    return " " in name or (outlet.name.casefold() != f"the {name.casefold()}" and name not in _PAPER.split("|"))


def _bare_end(text: str, start: int, end: int) -> int:
    """Where a name ends once a possessive ending and a full stop are off."""
    name = text[start:end]
    if name.endswith(("'s", "’s")):
        return end - 2
    return end - 1 if name.endswith(("'", "’", ".")) else end


def _fold(name: str) -> str:
    """A name without its article, its case and its marks."""
    return " ".join(name.replace("’", "'").casefold().split()).removeprefix("the ")
