"""Kinds of pieces that report no event of their own, or only beside a report, told by their titles and addresses."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from digest.model import Article, Text

_YEAR = r"(?:20\d\d|the (?:year|decade|month|week))"
PATTERNS = {
    "en": (
        (
            "round-up",
            (
                r"\bround-?ups?\b|\bmarket (?:talk|wrap)\b|\b(?:morning|evening|daily|weekly) (?:brief(?:ing)?|digest)\b"
                r"|\b(?:in|from) today[’']s newsletter\b|\bwhat (?:we learned|you missed)\b"
            ),
        ),
        (
            "outlook",
            (
                rf"\bpredict(?:ions?|ing)\b.*\b{_YEAR}|\b{_YEAR}\b.*\bpredictions?\b|\b(?:week|month|year) ahead\b"
                rf"|^(?:the )?outlook for\b.*\b{_YEAR}|\btrends (?:for|in|of) {_YEAR}"
                rf"|\bwhat (?:to expect|to watch|will shape)\b.*{_YEAR}"
            ),
        ),
        (
            "review",
            (
                rf"\b{_YEAR} in (?:review|charts|pictures|photos|numbers)\b|\byear in a word\b|\bcharts of {_YEAR}"
                r"|\ba look back\b|\bthe year that was\b"
            ),
        ),
        (
            "list",
            (
                rf"\b(?:best|worst|top|biggest|most)\b[^.:]*\b(?:of|in|for) {_YEAR}(?:\W|$)|^the (?:\d+ )?best \w+"
                r"|^best [\w ,]+s (?:of|for|to|under|according)\b"
                r"|\b(?:gift|buying|buyer[’']s) guide\b|^how to (?:buy|choose) "
            ),
        ),
        (
            "questions",
            (
                r"\bQ&A\b|\bask (?:us|me|an expert)\b|\byour questions\b|\bquiz\b|\bcrossword\b|\breader callout\b"
                r"|\blive chat\b"
            ),
        ),
        ("notice", r"\bis hiring\b|^wanted: |\bsubscribe (?:to|now)\b"),
    ),
    "de": (
        ("round-up", r"\b(?:wochen|monats)rückblick\b|\bpresseschau\b|\b(?:morgen|abend|wochen)-?(?:briefing|überblick)\b"),
        ("outlook", r"^(?:der )?ausblick auf\b|\bwas 20\d\d (?:bringt|wichtig wird)\b|\bprognosen für 20\d\d\b"),
        ("review", r"\bjahresrückblick\b|\bdas (?:war|jahr) 20\d\d\b|\brückblick auf das jahr\b"),
        ("list", r"^die (?:\d+ )?besten \w+|\bkaufberatung\b|\b(?:geschenk|kauf)tipps\b"),
        ("questions", r"\bihre fragen\b|\bfragen sie\b|\bquiz\b|\bkreuzworträtsel\b"),
    ),
    "fr": (
        ("round-up", r"\brevue de presse\b|\bl[’']essentiel de (?:la semaine|l[’']actualité)\b|\brécap\b"),
        ("outlook", r"\bprédictions\b.*\b20\d\d\b|\bce qui (?:vous|nous) attend en 20\d\d\b"),
        ("review", r"\brétrospective\b|\bl[’']année 20\d\d en\b"),
        ("list", r"^les (?:\d+ )?meilleure?s \w+|\bguide d[’']achat\b|\bidées cadeaux\b"),
        ("questions", r"\bposez vos questions\b|\bquiz\b|\bmots croisés\b"),
    ),
    "es": (
        ("round-up", r"\bresumen (?:de la semana|del día)\b|\brevista de prensa\b"),
        ("outlook", r"\bpredicciones\b.*\b20\d\d\b|\bqué esperar de 20\d\d\b"),
        ("review", r"\bresumen del año\b|\bel año en (?:imágenes|cifras)\b"),
        ("list", r"^l[oa]s (?:\d+ )?mejores \w+|\bguía de compras?\b|\bideas para regalar\b"),
        ("questions", r"\benvíe sus preguntas\b|\bcrucigrama\b"),
    ),
}
"""By language each kind of round-up with how its titles read; an event among them is told by another piece.

English ones serve where the language is not known.
"""
OPINION = (
    *("opinions?", "editorials?", "letters?", "commentary", "comment", "op-ed", "column", "perspective", "view"),
    *("meinung", "kommentar", "leitartikel", "gastbeitrag", "opini[oó]n", "tribuna", "éditorial", "tribune", "édito"),
    *(
        "opinione",
        "editoriale",
        "opinião",
        "opinie",
        "mening",
        "мнение",
        "колонка",
        "رأي",
        "社説",
        "社论",
        "社論",
        "评论",
        "評論",
        "사설",
    ),
)
"""What stands before a title, or in an address, where someone gives an opinion."""
MARKETS = r"""
    ^(?:(?:u\.?s\.?|u\.?k\.?|asian|european|wall\ street|global|world|emerging|most|tech|bank)\ )*
    (?:stocks?|shares|equities|futures|treasur(?:y|ies)(?:\ yields)?|bonds?|gilts|dollar|euro|yen|sterling|pound|rupee|yuan
      |gold|silver|copper|oil(?:\ prices?)?|crude(?:\ oil)?|natural\ gas|wheat|corn|bitcoin|crypto
      |dow(?:\ jones)?|s&p\ 500|nasdaq|ftse(?:\ 100)?|dax|nikkei|hang\ seng|sensex|nifty)\ (?:futures\ |prices?\ |index\ )?
    (?:rises?|falls?|gains?|slips?|edges?|jumps?|slides?|rall(?:y|ies)|climbs?|drops?|tumbles?|surges?|settles?|ends?|closes?
      |opens?|picks?\ up|retreats?|hits?|steady|steadies|weakens?|strengthens?|lower|higher|mixed|flat
      |decline[sd]?|advances?)\b
"""
"""How the title of a report on a day's trading reads: on another day it reports another day."""
_FEWEST = 3
"""Words that a title has beside its label."""

_LABELLED = re.compile(rf"[\[【(]?(?:{'|'.join(OPINION)})(?:[\])】]\s*|\s*[|:：]\s*)", re.IGNORECASE)
_SECTION = re.compile(r"(?:[^\s|]+ ){1,4}\| ")
_ADDRESSED = re.compile(rf"/(?:{'|'.join((*OPINION, 'commentisfree'))})/", re.IGNORECASE)
_MARKETS = re.compile(MARKETS, re.IGNORECASE | re.VERBOSE)


class Kind(IntEnum):
    """What a piece is; ROUNDUP is any of PATTERNS."""

    REPORT = 0
    OPINION = 1
    MARKETS = 2
    ROUNDUP = 3


NAMES = {
    Kind.REPORT: "a report",
    Kind.OPINION: "an opinion",
    Kind.MARKETS: "a report on a day's trading",
    Kind.ROUNDUP: "a round-up",
}


def kind_of(article: Article) -> Kind:
    """Return what kind of piece an article is."""
    if is_roundup(article.title, article.language):
        return Kind.ROUNDUP
    if _LABELLED.match(article.title) or (article.url and _ADDRESSED.search(article.url)):
        return Kind.OPINION
    return Kind.MARKETS if _MARKETS.search(article.title) else Kind.REPORT


def is_report(article: Article) -> bool:
    """Whether an article reports something, be it a day's trading, rather than give an opinion or list what others do."""
    return kind_of(article) in (Kind.REPORT, Kind.MARKETS)


def is_roundup(title: Text, language: str | None = None) -> bool:
    """Whether a title heads a round-up, an outlook, a review, a list, questions or a notice rather than one event."""
    found = _patterns(language or "en")
    return found is not None and found.search(title) is not None


@cache
def _patterns(language: str) -> re.Pattern[str] | None:
    patterns = PATTERNS.get(language.partition("-")[0])
    return re.compile("|".join(pattern for _, pattern in patterns), re.IGNORECASE) if patterns else None


def unlabelled(title: Text) -> str:
    """Return a title without the word for an opinion or the section that stands before it."""
    for label in (_LABELLED, _SECTION):
        found = label.match(title)
        rest = title[found.end() :] if found else ""
        if len(rest.split()) >= _FEWEST or (rest and not rest.isascii()):
            return rest
    return title
