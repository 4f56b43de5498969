"""What a number measures: the terms around it, where its clause begins and ends, and what happens on a date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby, islice

from digest.language import Language
from digest.language.clauses import LONGEST_SENTENCE, run_in_length
from digest.language.contraries import Side, sides
from digest.language.denials import denied_heads
from digest.language.figures import Clauses, Contrasts, Figures
from digest.language.numbers import Quantity
from digest.language.terms import Key, Term, ordered
from digest.link.figures.quantities import UNITS_OF_TIME, quantities
from digest.link.figures.tolls import ROOT, Toll, toll_of
from digest.link.reading import Reading, Sentence

MOST_IN_SENTENCE = 12
MOST_IN_ARTICLE = 60
MOST_IN_STORY = 1200
"""Numbers that may be compared, the first ones: a table pasted as text must not stall a build that runs unattended."""
_CONTEXT, _WORDS, _CLOSE = 90, 45, 40
"""Code points between a number and a term of its context, of its words, and of what stands next to it; see `Mention`."""
_PAUSED = 40
"""Code points that a comma or an "and" between a term and a number counts for."""
_PAUSE = re.compile(r"[,;:]")
"""What makes a term stand further away where words that do are not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A quantity where an article gives it: its sentence, and the terms around it that say what it measures.

    `context` are the keys of the terms around the number and `close` those next to it; `words` are those near it that are no
    names; of a date, those of its own clause, if that has any. `clause` is where its clause begins and ends, in code points,
    `denied` what it denies, and `sides` what its words take sides in. `toll` says what befell those whom the number counts.
    """

    article: int
    sentence: Sentence
    quantity: Quantity
    context: frozenset[Key]
    words: frozenset[Key]
    close: frozenset[Key]
    clause: tuple[int, int]
    denied: frozenset[Key]
    toll: Toll | None
    sides: tuple[Side, ...]

    @property
    def where(self) -> frozenset[str]:
        """The roots of the names of places next to a toll; none where it is no toll."""
        return self.toll.where if self.toll else frozenset()


def mentions(reading: Reading) -> list[Mention]:
    """Return the numbers of a story that may be compared with other articles' numbers, in order."""
    found = (
        islice(chain.from_iterable(_mentions(sentence, reading.language) for sentence in sentences), MOST_IN_ARTICLE)
        for _, sentences in groupby(reading.sentences, key=lambda sentence: sentence.article)
    )
    return list(islice(chain.from_iterable(found), MOST_IN_STORY))


def _mentions(sentence: Sentence, language: Language) -> Iterable[Mention]:
    """Yield the first MOST_IN_SENTENCE numbers of a sentence that may be compared with other articles' numbers.

    Each has its own terms. A term whose `_gap` is at most `_CONTEXT` belongs to the nearest number of each unit;
    a number that says what a measure was before, as in "rose to 5% from 4%", takes none from the others. Numbers, denials
    and dates are no terms here: they are compared by themselves. Without the words of a language's clauses the whole
    sentence is the clause, and nothing is denied or a toll.
    """
    text = sentence.text
    clauses = language.figures.clauses if language.figures else None
    numbers = quantities(text[:LONGEST_SENTENCE], language, sentence.month)
    found = [quantity for quantity in numbers if not (clauses and _is_aside(clauses, sentence, quantity, language))]
    found = found[:MOST_IN_SENTENCE]
    if not found:
        return
    terms = [term for term in sentence.terms if term.kind not in ("number", "not", "date")]
    anyone = language.stem(language.numbers.people) if language.numbers else ""
    pauses = [match.start() for match in (clauses.pause if clauses else _PAUSE).finditer(text)]
    stances = sides(text, sentence.terms, language.grammar.contraries) if language.grammar else []
    gaps = [[_gap(pauses, term, quantity) for term in terms] for quantity in found]
    prior = [_prior(language.figures, text, quantity) for quantity in found]
    for quantity, mine in zip(found, gaps, strict=True):
        rivals = [
            gap
            for other, gap, is_older in zip(found, gaps, prior, strict=True)
            if other.unit == quantity.unit and (other is quantity or not is_older)
        ]
        near = [
            (term, mine[place])
            for place, term in enumerate(terms)
            if mine[place] <= min(_CONTEXT, *(gap[place] for gap in rivals)) and not _names_day(term, quantity)
        ]
        clause = _clause(clauses, text, quantity) if clauses else (0, len(text))
        toll = toll_of(sentence, quantity, clause, found, language)
        words = [(term, gap) for term, gap in near if term.kind in ("word", "shade") and gap <= _WORDS]
        own = [(term, gap) for term, gap in words if clause[0] <= term.start < clause[1]]
        yield Mention(
            article=sentence.article,
            sentence=sentence,
            quantity=replace(quantity, unit=anyone) if toll and not toll.whom else quantity,
            context=frozenset(term.key for term, _ in near),
            words=frozenset(term.key for term, _ in (own if own and quantity.unit in UNITS_OF_TIME else words)),
            close=frozenset(term.key for term, gap in near if gap <= _CLOSE),
            clause=clause,
            denied=_denied(sentence, clause, language),
            toll=toll,
            sides=tuple(side for side in stances if clause[0] <= sentence.terms[side.term].start < clause[1]),
        )


@lru_cache(maxsize=4096)
def fates(contrasts: Contrasts, text: str) -> frozenset[int]:
    """Return what befell those whom a text counts: the numbers of `Contrasts.victims`."""
    return frozenset(number for number, fate in enumerate(contrasts.victims) if fate.search(text))


def is_prior(known: Figures | None, mention: Mention) -> bool:
    """Whether a number is what a measure was before, or went up or down by, and not what it is."""
    return _prior(known, mention.sentence.text, mention.quantity)


def is_level(known: Figures | None, mention: Mention) -> bool:
    """Whether a number is what a measure is, and neither what it was before nor what it went up or down by."""
    before = mention.sentence.text[: mention.quantity.start]
    return known is None or not (is_prior(known, mention) or known.contrasts.moved.search(before))


def _prior(known: Figures | None, text: str, quantity: Quantity) -> bool:
    return known is not None and known.contrasts.prior.search(text[: quantity.start]) is not None


def _denied(sentence: Sentence, clause: tuple[int, int], language: Language) -> frozenset[Key]:
    """The first word behind each denial in a clause; without a grammar, where what is denied may stand before, all of it.

    Nothing where clauses are not known.
    """
    if language.grammar is None:
        denies = language.figures and language.figures.contrasts.denial.search(sentence.text, *clause)
        return frozenset(term.key for term in sentence.terms if denies and clause[0] <= term.start < clause[1])
    heads = denied_heads(sentence.text, sentence.terms, sentence.clauses, language.grammar)
    found = (term for term, denied in zip(sentence.terms, heads, strict=True) if denied)
    return frozenset(term.key for term in found if clause[0] <= term.start < clause[1])


def denies(one: Mention, other: Mention) -> bool:
    """Whether the clause of a number denies what that of another says."""
    start, end = other.clause
    said = {term.key for term in other.sentence.terms if start <= term.start < end}
    return bool(one.denied & said - other.denied)


def _is_aside(clauses: Clauses, sentence: Sentence, quantity: Quantity, language: Language) -> bool:
    """Whether a number is none of the news: it says when the page was made, or how many people told the reporter."""
    return bool(clauses.tellers.match(sentence.text, quantity.end)) or _is_stamp(clauses, sentence, quantity, language)


def _is_stamp(clauses: Clauses, sentence: Sentence, quantity: Quantity, language: Language) -> bool:
    """Whether a date is no part of a statement, but says when the page was made."""
    return quantity.unit in UNITS_OF_TIME and (
        quantity.start < run_in_length(sentence.text, language, first=not sentence.start)
        or (
            clauses.stamp.fullmatch(sentence.text[: quantity.start]) is not None
            and not clauses.goes_on.match(sentence.text, quantity.end)
        )
    )


def _names_day(term: Term, quantity: Quantity) -> bool:
    """Whether a term is the month of a date itself, which says nothing of what happens then."""
    return quantity.unit in UNITS_OF_TIME and quantity.start <= term.start < quantity.end


def _gap(pauses: Sequence[int], term: Term, quantity: Quantity) -> int:
    """How far a term stands from a number, in code points; a comma or "and" between them counts for many."""
    if term.end <= quantity.start:
        between = (term.end, quantity.start)
    elif term.start >= quantity.end:
        between = (quantity.end, term.start)
    else:
        return 0
    return between[1] - between[0] + _PAUSED * (bisect_left(pauses, between[1]) - bisect_left(pauses, between[0]))


def _clause(clauses: Clauses, text: str, quantity: Quantity) -> tuple[int, int]:
    """Where the clause of a number begins and ends."""
    before = [match.end() for match in clauses.end.finditer(text, 0, quantity.start)]
    after = clauses.end.search(text, quantity.end)
    return (before[-1] if before else 0), (after.start() if after else len(text))


def weigh(weights: dict[Key, float], keys: Iterable[Key]) -> float:
    """Return the weight of terms, the same in any order."""
    return sum(weights[key] for key in ordered(keys))


def shared(reading: Reading, one: Mention, other: Mention) -> float:
    """Return the weight in this story of the terms that stand around both numbers."""
    return weigh(reading.weights, one.context & other.context)


def root(name: str) -> str:
    """Return the first letters of a name, so that India and Indian are one."""
    return name[:ROOT]


def names(mention: Mention, end: int) -> set[str]:
    """Return the roots of the names of a number's clause up to `end`."""
    start = mention.clause[0]
    return set(name_roots(term for term in mention.sentence.terms if start <= term.start < end))


def name_roots(terms: Iterable[Term]) -> list[str]:
    """Return the roots of the names among terms, in order."""
    return [root(term.key) for term in terms if term.kind == "name" and isinstance(term.key, str)]
