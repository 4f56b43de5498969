"""Who wrote an article, and the date that stands behind the name, from the places and lines where pages print both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import lxml.html

from digest.clean.dates import read
from digest.clean.markup import lines_of
from digest.clean.text import ends_sentence, folded, plain
from digest.language.calendar import MONTH, PRINTED_WEEKDAYS, SHORT_MONTH, WEEKDAY

_NAMES = re.compile(r"\s*(?:;|\||\n|\s(?=By:?\s))\s*")
_BY = re.compile(
    r"(?:(?:written |posted |published )?by|von|par|por|di|da|door|av|af|autor(?:in)?|author|auteur|autore|przez|автор|от|"
    r"kirjoittanut|texto?|foto und text|بقلم|كتب|लेखक|文|作者|記者|记者|글)(?:\s*[:：,・/／]\s*|\s+)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|writers?|autor\w*|auteurs?|autore|verfasser|skribent|forfatter|reporter|yazar)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|teasers?|cards?|sidebar|widget|popular|latest|trending|newsletter|promo|bio|"
    r"comments?|more|footer|nav)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STANDARD = (
    '//*[@itemprop="author"]//*[@itemprop="name"] | //*[@itemprop="author" and not(*)] | //a[@rel="author"] | '
    "//*[contains(concat(' ', @class, ' '), ' vcard ')]//*[contains(concat(' ', @class, ' '), ' fn ')]"
)
"""Where schema.org, HTML and hCard have the author's name."""
_NAMING = ("a", "span", "p", "div", "address", "li", "strong", "em", "cite", "h4", "h5", "h6")
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:es)?|auteurs?|autori|contributors?|reporters?|columnists?)/[^/]", re.IGNORECASE
)
_ASIDE = frozenset({"aside", "nav", "footer"})
_NOBODY = frozenset(
    word
    for line in (
        "username user admin administrator author authors editor guest anonymous anonym unknown none null undefined",
        "staff webmaster root default redaktion comments comment share follow subscribe posted published updated home",
        "news date today yesterday name",
    )
    for word in line.split()
)
_SIGNS = " \t,.;:|·•–—-/()@"
_STAMP = re.compile(
    r"(?:(?:\A|[\s,|·•–—(-]+)(?:(?:first |last )?(?:published|posted|updated|modified|filed)|veröffentlicht|aktualisiert|"
    r"publiée?|publicad[oa]|pubblicat[oa]|gepubliceerd|(?-i:on|at|am|le|el|den|vom|il|op|på)|"
    rf"{WEEKDAY}|{'|'.join(PRINTED_WEEKDAYS.values())})(?=[\s:,]|\Z))*[\s:,|·•–—(-]*\Z",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"(?:published|posted|updated|modified|filed)\b(?!\s+by\b)", re.IGNORECASE)
_TITLE = (
    r"(?:(?:[\w-]+\s+){0,2}(?:editor|correspondent|reporter|writer|columnist|journalist|redakteur(?:in)?|korrespondent(?:in)?|"
    r"corresponsal|correspondante?|redactora?|inviat[oa]))"
)
_TAIL = re.compile(
    rf"\s*\(.*\Z|,\s*{_TITLE}\b.*\Z|(?<=\w)\s+(?:(?:staff|senior|chief)\s+)?(?:writer|reporter|correspondent)\Z|"
    r"(?<=\w)\s+(?-i:for|für|pour|para|voor)\s+(?-i:[^\W\d_a-zà-ÿ]).*\Z|(?<=\w\s)(?P<last>[\w'’-]+),\s*[^\W\d_][\w'’.-]*\Z",
    re.IGNORECASE,
)
"""What stands behind the names in a line that begins with "By": their office, their publisher, a place of one word."""
_HOST = re.compile(r"\S+\.[a-z]{2,12}")
_FIGURE = re.compile(rf"(?<=\w)[\s,|·•–—(-]+(?:(?:{MONTH}|{SHORT_MONTH})\.?\s+)?\d.*\Z")  # "5 hours ago", "March 18"
_LONGEST = 120
_WORDS = 12  # of the longest list of names that is believed


def people(given: Iterable[str], no_names: frozenset[str] = frozenset()) -> tuple[list[str], str | None]:
    """Return (the names of people in what stands where an author belongs, the date that stands behind one of them).

    Addresses, handles, months, placeholders and the folded `no_names` (sections) are no names.
    """
    names, date = [], None
    for raw in given:
        for part in _NAMES.split(raw):
            name, behind = parted(plain(part))
            date = date or behind
            if _is_name(name) and folded(name) not in no_names:
                names.append(name)
    return list(dict.fromkeys(names)), date


def parted(text: str) -> tuple[str, str | None]:
    """Return (the name in a byline, the date that stands behind it)."""
    name = _BY.sub("", text, count=1) if _BY.match(text) else text
    if len(name) > _LONGEST or not any(sign.isdigit() for sign in name) or (when := read(name)) is None:
        return _bare(_STAMP.sub("", _FIGURE.sub("", name)), text), None
    starts = [0, *(found.end() for found in re.finditer(r"[\s,|·•–—(]+", name))]
    start = max((at for at in starts if read(name[at:]) == when), default=0)
    return _bare(_STAMP.sub("", name[:start] and f"{name[:start]} "), text), name[start:].strip()


def _bare(name: str, text: str) -> str:
    """The names alone, where the text that they stand in begins as bylines do."""
    if _BY.match(text):
        name = _TAIL.sub(lambda found: found["last"] or "", name.strip(_SIGNS.replace("(", "").replace(")", "")), count=1)
    name = name.strip(_SIGNS)
    return f"{name})" if "(" in name and ")" not in name else name


def printed_byline(root: lxml.html.HtmlElement, lines: Sequence[str]) -> tuple[list[str], str | None]:
    """Return (the authors, the date behind them) that a page prints: where an author's place is, else on its own line."""
    sections = frozenset(folded(link.text_content()) for link in root.iterfind(".//nav//a"))
    dated, names = None, list[str]()
    for node in _places(root):
        names, date = people(["\n".join(line.text for line in lines_of(node))[: 2 * _LONGEST]], sections)
        dated = dated or date
        if names:
            break
    found, date = written_byline(lines, names, sections) if not (names and dated) else ([], None)
    return (names or found)[:4], dated or date


def written_byline(
    lines: Iterable[str], known: Sequence[str] = (), no_names: frozenset[str] = frozenset()
) -> tuple[list[str], str | None]:
    """Return (the authors, the date behind them) of the first lines that begin as bylines do, or with a `known` author."""
    names, dated = list[str](), None
    for line in lines:
        if len(line) > _LONGEST or ends_sentence(line) or not (_BY.match(line) or any(line.startswith(it) for it in known)):
            continue
        found, date = people([line], no_names)
        if found and all(_is_capital(name) for name in found):
            names, dated = names or found, dated or date
    return names, dated


def _places(root: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """The elements where an author is named, those that say so by a standard first, then links to an author's page."""
    yield from (node for node in root.xpath(_STANDARD) if _is_of_article(node))
    named = [node for node in root.iter(*_NAMING) if _PLACE.search(f"{node.get('class') or ''} {node.get('id') or ''}")]
    linked = [node for node in root.iter("a") if _AUTHORS_PAGE.search(node.get("href") or "")]
    yield from (node for node in (*named, *linked) if _is_of_article(node))


def _is_of_article(node: lxml.html.HtmlElement) -> bool:
    return not any(_is_elsewhere(it) for it in (node, *node.iterancestors()))


def _is_elsewhere(node: lxml.html.HtmlElement) -> bool:
    if node.tag in {"html", "body", "article", "main"}:
        return False
    return node.tag in _ASIDE or _ELSEWHERE.search(f"{node.get('class') or ''} {node.get('id') or ''}") is not None


def _is_name(name: str) -> bool:
    said = folded(name)
    if (
        name[:1].isdigit()
        or not 2 <= len(name) <= _LONGEST
        or "://" in name
        or "@" in name
        or _HOST.fullmatch(name)
        or _STAMPED.match(name)
        or not any(sign.isalpha() for sign in name)
    ):
        return False
    if len(said.split()) > _WORDS or said in _NOBODY or (" " not in name and read(f"1 {name} 2001") is not None):
        return False
    return sum(sign.isdigit() for sign in name) <= 2


def _is_capital(name: str) -> bool:
    return all(not word[0].islower() for word in name.split() if len(word) > 3)
