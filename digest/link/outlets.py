"""Publishers and the names they go by, so that an attribution finds whom it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from digest.model import Article, Source, Url

AGENCIES = """
The Associated Press|Associated Press|AP|apnews.com
Reuters|Thomson Reuters|reuters.com
Agence France-Presse|AFP|Agence France Presse|afp.com
Bloomberg|Bloomberg News|bloomberg.com
United Press International|UPI|upi.com
Xinhua|Xinhua News Agency|xinhuanet.com
Kyodo|Kyodo News|kyodonews.net
Deutsche Presse-Agentur|DPA
Press Trust of India|PTI|ptinews.com
Indo-Asian News Service|IANS
TASS|Itar-Tass|tass.com
Press Association|PA Media
Dow Jones Newswires|Dow Jones
ANSA|ansa.it
EFE|efe.com
Yonhap|Yonhap News Agency|yna.co.kr
RIA Novosti|ria.ru
Interfax|interfax.com
IRNA|irna.ir
Anadolu Agency|Anadolu|aa.com.tr
""".strip()
"""News agencies, whose reports others print, one a line, their short names and the hosts of their pages behind bars."""

KNOWN = """
The New York Times|New York Times|NYT|NY Times|N.Y. Times|nytimes.com
The Washington Post|Washington Post|WaPo|washingtonpost.com
The Wall Street Journal|Wall Street Journal|WSJ|wsj.com
USA Today|usatoday.com
Los Angeles Times|L.A. Times|LA Times|latimes.com
Chicago Tribune|chicagotribune.com
Boston Globe|The Boston Globe|bostonglobe.com
The Miami Herald|Miami Herald|miamiherald.com
New York Post|NY Post|nypost.com
New York Daily News|NY Daily News|nydailynews.com
New York Magazine|nymag.com
Forbes|forbes.com
The Washington Times|Washington Times|washingtontimes.com
Financial Times|The Financial Times|FT|ft.com
The Economist|economist.com
The Guardian|theguardian.com
The Telegraph|Daily Telegraph|The Daily Telegraph|telegraph.co.uk
The Sunday Times
BBC|BBC News|bbc.com|bbc.co.uk
Sky News|news.sky.com
CNN|cnn.com
CNBC|cnbc.com
MSNBC|msnbc.com
Fox News|Fox News Channel|FoxNews.com|FOX News
Fox Business|Fox Business Network|foxbusiness.com
ABC News|ABC's|abcnews.go.com|abcnews.com
NBC News|nbcnews.com
CBS News|CBS|cbsnews.com
NPR|National Public Radio|npr.org
PBS|PBS NewsHour|pbs.org
C-SPAN|c-span.org
Univision|univision.com
Al Jazeera|aljazeera.com
Politico|POLITICO|politico.com|politico.eu
The Hill|thehill.com
Roll Call|rollcall.com
National Journal|nationaljournal.com
Axios|axios.com
The Atlantic|theatlantic.com
The New Yorker|newyorker.com
Time magazine|TIME magazine|time.com
Newsweek|newsweek.com
HuffPost|The Huffington Post|Huffington Post|huffpost.com|huffingtonpost.com
Daily Beast|The Daily Beast|thedailybeast.com
BuzzFeed News|BuzzFeed|buzzfeednews.com
Vox|vox.com
Slate|slate.com
Salon|salon.com
Mother Jones|motherjones.com
The Daily Caller|Daily Caller|dailycaller.com
Breitbart|Breitbart News|breitbart.com
Vanity Fair|vanityfair.com
Rolling Stone|rollingstone.com
Der Spiegel|Spiegel|spiegel.de
Le Monde|lemonde.fr
El País|elpais.com
The Verge|theverge.com
TechCrunch|techcrunch.com
CNET|cnet.com
Wired|WIRED|wired.com
The Information|theinformation.com
Business Insider|Insider|businessinsider.com
Engadget|engadget.com
Ars Technica|arstechnica.com
Nikkei|Nikkei Asia|asia.nikkei.com
South China Morning Post|SCMP|scmp.com
Haaretz|haaretz.com
The Jerusalem Post|Jerusalem Post|jpost.com
Yedioth Ahronoth|Ynet|ynetnews.com|ynet.co.il
The Times of India|timesofindia.indiatimes.com
The Hindu|thehindu.com
NDTV|ndtv.com
The Globe and Mail|Globe and Mail|theglobeandmail.com
Toronto Star|thestar.com
CBC News|CBC|cbc.ca
The Sydney Morning Herald|Sydney Morning Herald|smh.com.au
ITV News|ITV|itv.com
Channel 4 News|channel4.com
Daily Mail|The Daily Mail|dailymail.co.uk
Der Standard|derstandard.at
Die Zeit|zeit.de
Süddeutsche Zeitung|sueddeutsche.de
Frankfurter Allgemeine Zeitung|FAZ|faz.net
Le Figaro|lefigaro.fr
Corriere della Sera|corriere.it
La Repubblica|repubblica.it
El Mundo|elmundo.es
Deutsche Welle|DW|dw.com
NHK|nhk.or.jp
Global Times|globaltimes.cn
People's Daily
Al Arabiya|alarabiya.net
PYMNTS|PYMNTS.com
Variety|variety.com
The Hollywood Reporter|hollywoodreporter.com
TMZ|tmz.com
ESPN|espn.com
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
_PIECE = re.compile(r"\d{4}|\w-\w+-\w|[/=](?=[a-z]*\d)\w{8,}")
"""What the address of an article has, beside a mere word for its subject: a date, a number or several words."""
_NO_PIECE = re.compile(
    r"/(?:t|topics?|tags?|hubs?|authors?|by|people|persons?|profiles?|staff|contributors?|quotes?|compan(?:y|ies)|stocks?|symbols?|"
    r"market-data|markets/(?:companies|quote)|opinions?|commentary|editorials?|op-?ed|columns?|columnists?|polls?|newsletters?|"
    r"search|categor(?:y|ies)|sections?|about|podcasts?)/",
    re.IGNORECASE,
)
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
                hosted = self._hosted(article.url) if article.url else None
                self.by_name.setdefault(name, hosted or Outlet(id=name, name=article.publisher))
                self._heads |= _heads((name,))
        self._printed = {
            one.url: self.of(article) for article in articles for one in (article, *(it.article for it in article.copies))
        }

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
        """Return the outlet of an article, by its address where nothing names it; one of its own where that says nothing."""
        known = self.named(article.publisher) if article.publisher else None
        if article.source:
            for outlet in self.by_name.values():
                if outlet.source == article.source:
                    return outlet
        hosted = self._hosted(article.url) if article.url and not article.publisher else None
        return known or hosted or Outlet(id=f"article {article.id}", name=article.publisher or "")

    def at(self, url: Url) -> Outlet | None:
        """Return whose piece stands at an address: an article's of the story, else by its host, or a domain above that.

        None where it is nobody's that is known, or no piece of news: a front page, a topic, a person, a price, an opinion.
        """
        if printed := self._printed.get(url):
            return printed
        parts = urlsplit(url)
        if _NO_PIECE.search(parts.path) or not _PIECE.search(f"{parts.path}?{parts.query}"):
            return None
        return self._hosted(url)

    def _hosted(self, url: Url) -> Outlet | None:
        """Return the outlet whose pages stand at an address's host, or at a domain above that."""
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        while "." in host:
            if found := self.by_name.get(host):
                return found
            host = host.partition(".")[2]
        return None

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
        home = urlsplit(source.home)
        host = home.hostname.removeprefix("www.") if home.hostname and home.path in ("", "/") else source.name
        for name in (source.name, *source.aliases, host):
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
