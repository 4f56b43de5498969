"""Which stories tell of one event in two languages: the names, figures and days of two reports agree beyond doubt.

Only in languages whose numbers can be read; what a name or figure is called in another alphabet is not known here.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from digest.days import day_of
from digest.language import Language, language_of
from digest.language.countries import countries
from digest.language.numbers import Amount, digits
from digest.language.terms import Lexicon
from digest.language.words import LETTER, Tokenizer
from digest.model import Article, Story

DAYS = 2
"""Days that may lie between the two reports."""
ALIKE = 0.75
"""Share of what the names and figures of both reports weigh that they must have in common."""
FIGURES = 1.0
"""Weight of the figures they must have in common at least, with NAMES names; with one name fewer, twice as much."""
NAMES = 3
_WORDS = Tokenizer(rf"{LETTER}+(?:-\d+)?")
_OPENING = 500  # code points of an article that are compared with those of another
_ARTICLES = 6
_WIDEST = 60  # reports that have a figure in common from which it says nothing
_COMMON = 4.5  # Zipf value from which a name weighs nothing
_RARER = 1.5  # Zipf values by which a name is rarer that weighs one more
_TELLING = 0.5  # weight from which a name counts as one of NAMES
_EXACT, _COUNTED = 2.0, 1.0  # weights of a figure of three digits or with decimals, and of one above _SMALL
_SMALL = 12
_PLACES = 9  # decimal places of a score that count, so that its order is the same on every machine


@dataclass(frozen=True, slots=True)
class Report:
    """What can be compared of an article: by their folded form its names with weight and spelling, and figures with weight.

    `beside` are pairs of names that stand beside each other, in the order of the alphabet, `titled` the title's figures.
    """

    language: str
    day: date
    names: Mapping[str, tuple[float, str]]
    beside: frozenset[tuple[str, str]]
    figures: tuple[tuple[Amount, float], ...]
    titled: frozenset[Amount]


_Found = tuple[float, int, list[str]]  # how alike (the likest lowest), the other story, the names both have


def languages(stories: Sequence[Story]) -> int:
    """Return in how many languages a digest has reports that can be compared."""
    return len({code for story in stories for article in story.articles if (code := _code(article))})


def reports_of(story: Story) -> tuple[Report, ...]:
    """Return what can be compared of a story's first articles: of each with a day, in a language that can be read."""
    read = ((article, _code(article), day_of(article)) for article in story.articles[:_ARTICLES])
    return tuple(_report(article, code, day) for article, code, day in read if code and day)


def translated(told: Sequence[Sequence[Report]]) -> list[dict[int, list[str]]]:
    """Return for each story, by number, those that tell of its event in other languages, with the names both have.

    `told` has the reports of each story. Two are of one event where a report of the one and a report of the other came out
    within DAYS, have NAMES telling names and a figure above twelve in common, or two names and more figures, and little
    beside (ALIKE); where both titles have figures, one must be the same. Each must be the other's likest in its language.
    """
    best: list[dict[str, _Found]] = [{} for _ in told]
    for (one, first), (other, second) in _pairs(told):
        score, shared = _alike(first, second)
        if score >= ALIKE:
            for mine, its, language in ((one, other, second.language), (other, one, first.language)):
                found = (-round(score, _PLACES), its, shared)
                best[mine][language] = min(found, best[mine].get(language, found))
    twins: list[dict[int, list[str]]] = [{} for _ in told]
    for number, likest in enumerate(best):
        for _, other, shared in sorted(likest.values()):
            if any(back == number for _, back, _ in best[other].values()):
                twins[number][other] = shared
    return twins


def _code(article: Article) -> str:
    """The code of an article's language where its numbers can be read, else nothing."""
    known = language_of(article.language) if article.language else None
    return known.code if known and known.numbers else ""


def _report(article: Article, code: str, day: date) -> Report:
    language, lexicon = language_of(code), Lexicon(language=code)
    names: dict[str, tuple[float, str]] = {}
    beside: set[tuple[str, str]] = set()
    figures: dict[Amount, float] = {}
    titled: set[Amount] = set()
    opening = " ".join(article.paragraphs)[:_OPENING]
    for text in (article.title, opening):
        for name, spelled, before in _names(text, language):
            names.setdefault(name, (_weight(spelled, language), spelled))
            beside.update([(min(before, name), max(before, name))] if before else [])
        for term in lexicon.terms(text):
            if isinstance(term.key, Amount) and term.kind == "number" and (weight := _told(term.key)):
                figures[term.key] = weight
                titled.update([term.key] if text is article.title else [])
    return Report(code, day, names, frozenset(beside), tuple(figures.items()), frozenset(titled))


def _names(text: str, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield each word with a capital: what it is compared by, as it is printed, and the one right before it, if any.

    Accents count for nothing, a country is its code whatever a language calls it.
    """
    known = countries(language.code)
    before, ended = "", 0
    for spelled, start, end in _WORDS.tokens(text, language.code):
        if not spelled[0].isupper() or len(spelled) < 3:
            before = ""
            continue
        folded = spelled.casefold()
        plain = "".join(each for each in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(each))
        name = known.get(folded, plain)
        yield name, spelled, before if not text[ended:start].strip() else ""
        before, ended = name, end


def _weight(spelled: str, language: Language) -> float:
    return max(0.0, _COMMON - language.zipf(spelled.casefold())) / _RARER


def _told(figure: Amount) -> float:
    """How much a figure tells that two reports have: nothing where it is a small one, as many things are counted so."""
    if figure.value != int(figure.value) or digits(figure.value) > 2:
        return _EXACT
    return _COUNTED if figure.value > _SMALL else 0.0


def _pairs(told: Sequence[Sequence[Report]]) -> Iterable[tuple[tuple[int, Report], tuple[int, Report]]]:
    """The reports in two languages that have a telling figure in common and came out within DAYS, each with its story."""
    reports = [(story, report) for story, its in enumerate(told) for report in its]
    holders: defaultdict[Amount, list[int]] = defaultdict(list)
    for number, (_, report) in enumerate(reports):
        for figure, _ in report.figures:
            holders[figure].append(number)
    met = {pair for held in holders.values() if len(held) <= _WIDEST for pair in combinations(held, 2)}
    for first, second in sorted(met):
        one, other = reports[first], reports[second]
        if one[1].language != other[1].language and abs((one[1].day - other[1].day).days) <= DAYS:
            yield one, other


def _alike(one: Report, other: Report) -> tuple[float, list[str]]:
    """Return the share of what both reports tell that they have in common, 0 where it is too little, and the names."""
    if one.titled and other.titled and not one.titled & other.titled:
        return 0.0, []
    both = {name: min(one.names[name][0], other.names[name][0]) for name in one.names if name in other.names}
    theirs = dict(other.figures)
    names = sorted(both, key=lambda name: (-both[name], name))
    weight = sum(rate for figure, rate in one.figures if figure in theirs)
    known = len(_apart([name for name in names if both[name] >= _TELLING], one.beside & other.beside))
    if weight < FIGURES or known < NAMES - 1 or (known < NAMES and weight < 2 * FIGURES):
        return 0.0, []
    told = sum(rate for each in (one, other) for rate, _ in each.names.values())
    told += sum(rate for each in (one, other) for _, rate in each.figures)
    return 2 * (sum(both.values()) + weight) / told, [one.names[name][1] for name in names]


def _apart(names: Sequence[str], beside: frozenset[tuple[str, str]]) -> list[str]:
    """Names without those that stand beside one of them in both reports: the parts of a name are one."""
    kept: list[str] = []
    for name in names:
        if not any((min(name, other), max(name, other)) in beside for other in kept):
            kept.append(name)
    return kept
