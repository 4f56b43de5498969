"""What a new publisher or file is called: a name out of a feed's own words, an id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.common.hosts import host_of, is_shared, site_of, spells, squeezed
from digest.common.slugs import DEVICES, slug
from digest.common.titles import ARROWS, BARS, SPACED
from digest.language.marks import CLOSING, MARKS
from digest.model import one_line

LONGEST_ID = 60
"""Characters of an id."""
_WORD = re.compile(r"[\w'’&]+")

GENERIC_WORDS = {
    "of a feed": "rss atom xml feed feeds newsfeed rdf untitled",
    "of a page": "home page front start index web site website online channel public content everything full complete",
    "what comes": """
        the a all and of in from for on our your new newest latest recent top main breaking key stories story headlines
        headline articles submissions posts blog blogs news daily today live update updates analysis features essays papers
        publications research changelog releases writing writings newsletter videos press room""",
    "sections": """
        world international national local politics business economy economics finance financial markets money sport sports
        tech technology science health culture arts entertainment lifestyle travel opinion comment education environment
        climate general engineering ai us uk usa europe asia africa americas""",
    "de": """
        nachrichten aktuell aktuelle alle startseite schlagzeilen politik wirtschaft welt kultur wissen meldungen themen
        neueste und die der""",
    "fr": "actualités actualité accueil une à la infos toutes dernières monde politique économie société les de",
    "es, pt, it": """
        noticias portada últimas todas inicio mundo política economía deportes cultura actualidad notícias início economia
        notizie ultime ultimora ultimoratop prima pagina tutte cronaca mondo politica""",
    "nl, sv, da, no, fi": "nieuws laatste voorpagina nyheter senaste alla nyheder seneste siste uutiset tuoreimmat",
    "pl, cs, hu, ro, tr, id": """
        wiadomości najnowsze wszystkie aktualności zprávy hírek friss știri haberler son dakika tüm gündem berita terkini
        terbaru semua""",
    "ru, uk, bg": """
        новости все материалы первая полоса главные главное лента последние статьи в мире политика экономика новини усі
        останні""",
    "ja, zh, ko": "ニュース 最新 トップ 主要 最新ニュース 新闻 新聞 要闻 首页 最新新闻 뉴스 전체 최신 최신뉴스",
    "ar, fa, ur, hi": "أخبار الأخبار عاجل اخبار آخرین خبریں تازہ ترین قومی समाचार ताज़ा",
}
"""Words that say what is in a feed and not who publishes it, by kind and language.

All hold at once: a feed's title is read before its language is known, and feeds of all languages have English words.
"""

_LISTED = r"posts?|articles?|news|stories|updates|commits|uploads|videos|releases|release notes|tags"
_FORM = r"(?:rss|atom|xml)(?:\s*\d(?:\.\d+)?)?"
FEED_TITLE_AFFIXES = (
    ("what a feed is of", r"\A(?:rss(?:[ -]?feed)?|feed|flux(?: rss)?|comments)\s+(?:of|for|from|by|to|di|de|von|on)\s+"),
    ("what a list is of", rf"\A(?:latest\s+|recent\s+)?(?:{_LISTED})\s+(?:from|by)\s+"),
    ("the host where it is told", r"(?<=\S)\s+on\s+Medium\s*\Z"),
    ("what commits are to", r"\A(?:recent\s+)?commits\s+to\s+"),
    ("whose feed it is", r"['’]s?\s+(?:(?:blog|rss|news|public|activity|site)\s+)*feed\s*\Z"),
    ("a feed's form before a name", rf"\A{_FORM}(?:[ -]?feed)?[\s:{BARS}–-]+(?:di\s+)?"),
    (
        "a feed's form behind a name",
        rf"[\s:{BARS}(–-]*\b(?:{_FORM}(?:[\s-]?(?:news[\s-]?)?feeds?)?|news\s?feeds?|feeds?)\)?\s*\Z",
    ),
    ("a reader's own list", r"\s+following\s*\Z"),
    ("marks at either end", rf"\A[\s'{MARKS}{BARS}.,:–—-]+|[\s'{MARKS}{BARS},:–—-]+\Z|(?<=['{CLOSING}])\.\Z"),
)
"""What a feed's title has beside a name, in the order in which it is taken off."""
_JOINING = re.compile(r"of|in|for|on|and|the|a|from|&|de|der|di|la|les", re.IGNORECASE)
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_PARTS = re.compile(rf"{SPACED}|\s*[|｜{ARROWS}]+\s*|:\s+")


def file_id(words: str) -> str:
    """Return the words as the name of a file and an id (`common.references.ID`); "" where they hold no letter or digit."""
    found = slug(words, LONGEST_ID)
    return f"the-{found}" if found.partition("-")[0] in DEVICES else found


def unused(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, with the first number behind it that makes it differ from those taken."""
    names = set(taken)
    number, name = 1, wanted
    while name in names:
        number += 1
        name = f"{wanted}-{number}"
    return name


def publisher_name(titles: Iterable[str], address: str) -> str:
    """Return a publisher's name: what its feeds' titles say once feed words and sections are off, else its host.

    Several feeds of one publisher give what is common to their titles. "Quay News" at quaynews.example is "Quay News"; "The
    Harbour Blog" and "Harbour – World" at harbour.example are "Harbour", "Latest news | The Echo" is "The Echo".
    """
    shown = list(dict.fromkeys(clean for title in titles if (clean := plain_title(title))))
    labels = _labels(address)
    names = [_name_in(title, labels) for title in shown]
    found = list(dict.fromkeys(name for name in names if name))
    if len(found) > 1:
        runs = [run for label in labels for title in shown if (run := spells(title, label))]
        return runs[0] if runs else _common(found) or host_of(address)
    return found[0] if found else host_of(address)


def plain_title(title: str) -> str:
    """Return a feed's title without the words that say that it is a feed."""
    words = shortened(title)
    for _ in range(3):
        for _name, pattern in FEED_TITLE_AFFIXES:
            words = re.sub(pattern, "", words, flags=re.IGNORECASE)
    return "" if re.match(r"https?://", words) else words


def shortened(words: str, most: int = 100) -> str:
    """Return the first `most` characters of words, as one line."""
    return one_line(words[:1_000])[:most].strip()


def _labels(address: str) -> list[str]:
    """What a name may be spelt like: the host, its first label, or the account on a shared host."""
    site, host = site_of(address), host_of(address)
    if is_shared(site):
        return [squeezed(site.rpartition("/")[2] if "/" in site else site.partition(".")[0])]
    below = host[: -len(site) - 1] if host != site else ""
    return list(dict.fromkeys(squeezed(it) for it in (host, site.partition(".")[0], below) if squeezed(it)))


def _name_in(title: str, labels: Sequence[str]) -> str:
    """Return the name in a feed's title: the words that spell one of `labels`, else the title without generic parts.

    `labels` are what the site's host or account is spelt like. Of parts beside a slogan the shorter is the name.
    """
    parts = [part for part in _PARTS.split(title) if part.strip()]
    for label in labels:
        for part in parts:
            if run := spells(part, label):
                return _around(part, run)
    if run := next((run for label in labels if (run := spells(title, label))), None):
        return run
    names = [part.strip() for part in parts if not _is_generic(part)]
    short = [part for part in names if len(part.split()) <= 3]
    slogan = bool(short) and any(len(part.split()) > 4 for part in names)
    if len(names) > 1 and (slogan or re.search(rf"\s[{ARROWS}]\s", title)):
        return (short or names)[0]
    return title if len(names) == len(parts) else " - ".join(names)


def _around(part: str, run: str) -> str:
    """Return `run`, the words of `part` that spell the site, with those around them that belong to the name.

    "Tribune" in "The Express Tribune" gives all three words. What follows is cut before the first generic word, unless that
    leaves a joining word ("of", "and") at the end.
    """
    before, _, after = part.strip().partition(run)
    found = next((it for it in _WORD.finditer(after) if not _JOINING.fullmatch(it[0]) and _is_generic(it[0])), None)
    kept = after[: found.start()] if found else after
    if kept.strip() and _JOINING.fullmatch(kept.split()[-1]):
        kept = after
    article = bool(_ARTICLE.fullmatch(before))
    if article and kept != after:  # The Harbour Blog is of Harbour
        before = ""
    name = f"{before}{run}{kept}".strip(" ,.-–")
    belongs = not before or article or not _is_generic(before)
    return name if belongs and len(before.split()) <= 2 and len(name.split()) <= 5 else run


def _is_generic(words: str) -> bool:
    found = _WORD.findall(words.casefold())
    return bool(words.strip()) and all(word in _GENERIC or word == "&" or word.isdigit() for word in found)


def _common(names: Sequence[str]) -> str:
    """The words that all the names begin with, unless they say no name."""
    words = [name.split() for name in names]
    shared = 0
    while all(len(it) > shared and it[shared].casefold() == words[0][shared].casefold() for it in words):
        shared += 1
    name = " ".join(words[0][:shared]).strip(" -–:|,")
    return "" if not name or _is_generic(name) else name


_GENERIC = frozenset(word.casefold() for words in GENERIC_WORDS.values() for word in words.split())
