"""What the spans of a story hold, as matrices: one row a span, one column a term."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from digest.language import Language
from digest.language.clauses import Clause
from digest.language.contraries import Side, sides
from digest.language.denials import denied_heads, denying, long_ago, refused, small, supposed
from digest.language.grammar import Grammar
from digest.language.numbers import YEAR_NUMBERS, Amount
from digest.language.roles import Told, told
from digest.language.speech import spoken
from digest.language.terms import NOT, Key, Term, key, ordered
from digest.link.reading import Reading, Sentence
from digest.link.support.amounts import is_amount, rounds
from digest.link.support.held import Floats, Held, Rows, products

Bools = NDArray[np.bool_]
TermRule = Callable[[str, Sequence[Term], Sequence[Clause], Grammar | None], list[bool]]
"""What is said of each term of a sentence, by its text, its terms and its clauses."""


class Calendar(NamedTuple):
    """Vectors of 0 and 1, an element a column: what names a month, a year, a day of the week."""

    months: Floats
    years: Floats
    weekdays: Floats


class SpanTerms:
    """The terms of a story's spans as matrices, to compare many at once.

    Each matrix has a row for each span of the reading, in its order, and a column for each term (`order` has the column of
    a term's key): 1 where the span holds the term, else 0. `holds` has any term, the others some. `weights` (in this story)
    and `plain` (in the language alone) have a weight for each column; `total` (weight), `length` (code points), `owner`
    (number of the article), `sentence` and `title` one element for each span. What only the comparison of several articles
    asks for is made when it is first asked for.
    """

    def __init__(self, reading: Reading) -> None:
        """Lay the spans' terms out."""
        self.reading, self.grammar, spans = reading, reading.language.grammar, reading.spans
        self.order = {name: column for column, name in enumerate(ordered(reading.weights))}
        self.weights = np.array([reading.weights[name] for name in self.order] or [0.0])
        self.plain = np.array([reading.plain[name] for name in self.order] or [0.0])
        self._weight: list[float] = self.weights.tolist()
        self._held: dict[int, frozenset[int]] = {}
        self._wordy: dict[int, frozenset[int]] = {}
        self._told: dict[int, Told] = {}
        self._terms = [term for sentence in reading.sentences for term in sentence.terms]
        self._columns = np.array([self.order[term.key] for term in self._terms], dtype=np.int64)
        self._edges = np.array([(span.first, span.last) for span in spans], dtype=np.int64).reshape(-1, 2)
        self.holds = self._matrix(self._edges, np.ones(len(self._terms), dtype=bool))
        self.total = self.holds.weight(self.weights)
        self.length = np.array([span.end - span.start for span in spans], dtype=np.int64)
        self.owner = np.array([span.article for span in spans], dtype=np.int64)
        self.sentence = np.array([span.sentence for span in spans], dtype=np.int64)
        self.title = np.array([span.paragraph == 0 for span in spans], dtype=bool)

    @cached_property
    def words(self) -> Held:
        """Words, no names or numbers."""
        return self._matrix(self._edges, self._worded)

    @cached_property
    def around(self) -> Held:
        """Any terms of the sentences each span is of, and of the one before them."""
        sentences = self.reading.sentences
        counts = np.cumsum([0, *(len(sentence.terms) for sentence in sentences)])
        before = np.array([max(0, at - (one.place > 0)) for at, one in enumerate(sentences)], dtype=np.int64)
        last = self.sentence + np.array([span.pair for span in self.reading.spans], dtype=np.int64) + 1
        edges = np.stack([counts[before[self.sentence]], counts[last]], axis=1)
        return self._matrix(edges, np.ones(len(self._columns), dtype=bool))

    @cached_property
    def amounts(self) -> Held:
        """Amounts that may not be missing."""
        sentences, grammar = self.reading.sentences, self.grammar
        amounts = [is_amount(sentence.text, term, grammar) for sentence in sentences for term in sentence.terms]
        return self._matrix(self._edges, np.array(amounts, dtype=bool))

    @cached_property
    def coarser(self) -> Held:
        """Amounts, and those that they round to."""
        coarse = self._rounded()
        held = [(row, column) for row in range(len(self.amounts)) for one in self.amounts.row(row) for column in coarse[one]]
        rows, columns = np.array(held, dtype=np.int64).reshape(-1, 2).T
        return Held.of(rows, columns, len(self.amounts), self.amounts.width)

    @cached_property
    def quoted(self) -> Held:
        """Terms inside quotation marks."""
        language = self.reading.language
        quoted = [inside for sentence in self.reading.sentences for inside in _quoted(sentence, language)]
        return self._matrix(self._edges, np.array(quoted, dtype=bool))

    @cached_property
    def sure(self) -> Held:
        """Terms outside the clauses that say what is not so, only wished, or may be."""
        return self._matrix(self._edges, ~(self._supposed | self._refused))

    @cached_property
    def refused(self) -> Held:
        """Words of what is denied, disputed or alleged."""
        return self._matrix(self._edges, self._refused & self._worded)

    @cached_property
    def supposed(self) -> Held:
        """Words of what may be, is to come or is wished, where the span does not say them plainly too."""
        found = self._matrix(self._edges, self._supposed & self._worded)
        return found.without(self.sure)

    @cached_property
    def past(self) -> Held:
        """Words of what was done long ago."""
        return self._matrix(self._edges, self._read(long_ago) & self._worded)

    @cached_property
    def bare(self) -> Bools:
        """Which spans have no verb; titles aside, and where verbs are not known."""
        known = self.grammar is not None
        verbless: Bools = np.array([known and verb is None for verb in self._verbs], dtype=bool) & ~self.title
        return verbless

    @cached_property
    def predicate(self) -> Held:
        """The words of each span from its first verb on, all of them where it has none."""
        return self._matrix(np.stack([self._stated, self._edges[:, 1]], axis=1), self._worded)

    @cached_property
    def verb(self) -> Held:
        """The first word of the predicate."""
        following = np.concatenate([np.flatnonzero(self._worded), [len(self._worded)]])
        head, ends = following[np.searchsorted(following[:-1], self._stated)], self._edges[:, 1]
        return self._matrix(np.stack([np.minimum(head, ends), np.minimum(head + 1, ends)], axis=1), self._worded)

    @cached_property
    def likeness(self) -> Floats:
        """How much each two sentences have in common: the cosine of their terms."""
        counts = np.cumsum([0, *(len(sentence.terms) for sentence in self.reading.sentences)])
        rows = self._matrix(np.stack([counts[:-1], counts[1:]], axis=1), np.ones(len(self._columns), dtype=bool))
        common = products([(rows, self.weights)], rows)[0]
        own = np.sqrt(np.maximum(common.diagonal(), 0.1))
        like: Floats = common / own[:, None] / own
        return like

    @cached_property
    def denied(self) -> Bools:
        """Which spans say that something is not so."""
        return self._any({NOT}) | self._says(self.grammar.hedges.denying if self.grammar else None, small)

    @cached_property
    def plainly(self) -> Held:
        """Words of clauses that deny nothing."""
        return self._matrix(self._edges, self._worded & ~self._refused & ~self._read(denying))

    @cached_property
    def negated(self) -> Held:
        """What each denial is of, the first word behind it, where the span does not say it plainly too."""
        found = self._matrix(self._edges, self._read(denied_heads))
        return found.without(self.plainly)

    @cached_property
    def choices(self) -> Held:
        """Of which choices between contraries each span takes a side; a column a choice, and a term that it is of."""
        return self._taken[0]

    @cached_property
    def sides(self) -> Held:
        """Which sides they take; a column a side of a choice."""
        return self._taken[1]

    @cached_property
    def _taken(self) -> tuple[Held, Held]:
        taken = list(self._sides())
        places = np.array([one.term for one in taken], dtype=np.int64)
        made = []
        for names in ([one.choice for one in taken], [(one.choice, one.side) for one in taken]):
            number = {name: at for at, name in enumerate(dict.fromkeys(names))}
            columns = np.array([number[name] for name in names], dtype=np.int64)
            made.append(_between(self._edges, places, columns, len(number)))
        return made[0], made[1]

    def _sides(self) -> Iterator[Side]:
        """What the terms take sides in, each by its number in the story."""
        if self.grammar is None:
            return
        before = 0
        for sentence in self.reading.sentences:
            for one in sides(sentence.text, sentence.terms, self.grammar.contraries):
                yield one._replace(term=before + one.term)
            before += len(sentence.terms)

    def _read(self, rule: TermRule) -> Bools:
        """What a rule says of the terms of each sentence."""
        every = (rule(one.text, one.terms, one.clauses, self.grammar) for one in self.reading.sentences)
        return np.array([said for each in every for said in each], dtype=bool)

    @cached_property
    def wished(self) -> Bools:
        """Which spans say what is asked for or thought of."""
        return self._any(self.grammar.vocabulary.wishes if self.grammar else frozenset())

    @cached_property
    def unsure(self) -> Bools:
        """Which spans say what may be or is to come."""
        return self._says(self.grammar.hedges.unsure if self.grammar else None)

    @cached_property
    def against(self) -> Bools:
        """Which spans set somebody against what another said."""
        return self._says(self.grammar.hedges.against if self.grammar else None)

    @cached_property
    def ends(self) -> Bools:
        """Which spans end where a clause does, and do not begin amid one."""
        spans, words = self.reading.spans, self.reading.words
        if self.grammar is None:
            return np.array([span.ends for span in spans], dtype=bool)
        midway = self.grammar.hedges.midway
        return np.array([span.ends and not midway.match(words(span)) for span in spans], dtype=bool)

    @cached_property
    def venues(self) -> list[frozenset[str]]:
        """To whom the words of each span were said."""
        if self.grammar is None:
            return [frozenset()] * len(self.reading.spans)
        venue = self.grammar.hedges.venue
        return [frozenset(venue.findall(self.reading.words(span))) for span in self.reading.spans]

    @cached_property
    def _worded(self) -> Bools:
        return np.array([term.kind in ("word", "shade") for term in self._terms], dtype=bool)

    @cached_property
    def _supposed(self) -> Bools:
        return self._read(supposed)

    @cached_property
    def _refused(self) -> Bools:
        return self._read(refused)

    @cached_property
    def _verbs(self) -> list[int | None]:
        """Where the first verb of each span begins, counted as its terms are; None where it has none or none is known."""
        if self.grammar is None:
            return [None] * len(self.reading.spans)
        found = []
        for span in self.reading.spans:
            offset = span.start - self.reading.sentences[span.sentence].start
            match = self.grammar.standing.verb.search(self.reading.words(span))
            found.append(match.start() + offset if match else None)
        return found

    @cached_property
    def _stated(self) -> Rows:
        """With which term each span's predicate begins."""
        starts = []
        for span, verb in zip(self.reading.spans, self._verbs, strict=True):
            before = sum(term.start < verb for term in span.terms) if verb is not None else 0
            starts.append(span.first + before if span.first + before < span.last else span.first)
        return np.array(starts, dtype=np.int64)

    def _matrix(self, edges: Rows, kept: Bools) -> Held:
        """The terms numbered from edge to edge that are `kept`, each once: one row for each pair of edges."""
        return _between(edges, np.flatnonzero(kept), self._columns[kept], len(self.weights))

    def _says(self, pattern: re.Pattern[str] | None, form: Callable[[str], str] = str) -> Bools:
        """Which spans hold what a pattern finds in a form of their words; none where the language has no such pattern."""
        spans = self.reading.spans
        if pattern is None:
            return np.zeros(len(spans), dtype=bool)
        there = [bool(pattern.search(form(sentence.text))) for sentence in self.reading.sentences]
        asked = [there[span.sentence] or (span.pair and there[span.sentence + 1]) for span in spans]
        return np.array(
            [a and bool(pattern.search(form(self.reading.words(one)))) for a, one in zip(asked, spans, strict=True)]
        )

    def _any(self, keys: frozenset[str] | set[str]) -> Bools:
        """Which spans hold any of these terms."""
        wanted = np.zeros(len(self.weights))
        wanted[[column for name, column in self.order.items() if name in keys]] = 1.0
        return np.asarray(self.holds.weight(wanted) > 0, dtype=bool)

    @cached_property
    def _dated(self) -> frozenset[str]:
        """Names of days and months, and what months are shortened to."""
        language = self.reading.language
        return language.weekdays | language.months | (self.grammar.vocabulary.dated if self.grammar else frozenset())

    @cached_property
    def whole(self) -> dict[int, int]:
        """For each sentence the longest span of it that may be read."""
        longest: dict[int, int] = {}
        for row, span in enumerate(self.reading.spans):
            if not span.pair and self.length[row] > self.length[longest.setdefault(span.sentence, row)]:
                longest[span.sentence] = row
        return longest

    @cached_property
    def uncut(self) -> Rows:
        """For each span the longest of its sentence; of two sentences itself."""
        spans = enumerate(self.reading.spans)
        return np.array([row if span.pair else self.whole[span.sentence] for row, span in spans], dtype=np.int64)

    def told(self, row: int) -> Told:
        """What span `row` tells of who does what, in a language whose grammar is known."""
        if row not in self._told and self.grammar is not None:
            span = self.reading.spans[row]
            offset = span.start - self.reading.sentences[span.sentence].start
            terms = [term._replace(start=term.start - offset, end=term.end - offset) for term in span.terms]
            self._told[row] = told(self.reading.words(span), terms, self.grammar, self._dated)
        return self._told[row]

    def shared(self, rows: Sequence[int], others: Sequence[int]) -> Floats:
        """The weight in this story of the terms that spans share: a row for each of `rows`, a column for each other."""
        mine, theirs = (self.holds.rows(np.array(each, dtype=np.int64)) for each in (rows, others))
        return products([(mine, self.weights)], theirs)[0]

    def of(self, row: int) -> frozenset[int]:
        """The columns of a span's terms."""
        if row not in self._held:
            self._held[row] = self.holds.row(row)
        return self._held[row]

    def columns(self, keys: Iterable[Key]) -> frozenset[int]:
        """The columns of these terms, of those that the story has."""
        return frozenset(self.order[key] for key in keys if key in self.order)

    def words_of(self, row: int) -> frozenset[int]:
        """The columns of those that are words, no names or numbers."""
        if row not in self._wordy:
            self._wordy[row] = self.words.row(row)
        return self._wordy[row]

    def weight(self, columns: frozenset[int]) -> float:
        """What these terms weigh in this story."""
        return sum(self._weight[column] for column in sorted(columns))

    def elsewhere(self, row: int) -> Bools:
        """Which spans tell of words said to another outlet than those of span `row`: what one heard the other did not."""
        mine = self.venues[row]
        return np.array([bool(mine and theirs and not mine & theirs) for theirs in self.venues], dtype=bool)

    def _rounded(self) -> dict[int, list[int]]:
        """For the column of each amount its own and those of the amounts that it rounds to."""
        names = list(self.order)
        held = sorted(set(self.amounts.columns.tolist()))
        return {fine: [one for one in held if one == fine or rounds(names[fine], names[one])] for fine in held}

    @cached_property
    def calendar(self) -> Calendar:
        """Which columns name a month, a year, a day of the week."""
        language = self.reading.language
        days = {form for name in language.weekdays for form in (name, key(name, language.code))}
        month = np.array([name in language.months for name in self.order] or [False], dtype=np.float64)
        year = np.array([_is_year(name) for name in self.order] or [False], dtype=np.float64)
        weekday = np.array([name in days for name in self.order] or [False], dtype=np.float64)
        return Calendar(month, year, weekday)


def _between(edges: Rows, places: Rows, columns: Rows, width: int) -> Held:
    """The columns that stand at places (in rising order) from edge to edge, each once: one row for each pair of edges."""
    starts, ends = np.searchsorted(places, edges[:, 0]), np.searchsorted(places, edges[:, 1])
    many = ends - starts
    rows = np.repeat(np.arange(len(many)), many)
    at = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + np.repeat(starts, many)
    return Held.of(rows, columns[at], len(many), width)


def _is_year(key: Key) -> bool:
    return isinstance(key, Amount) and not key.unit and key.value in YEAR_NUMBERS


def _quoted(sentence: Sentence, language: Language) -> Sequence[bool]:
    """For each term of a sentence whether it stands inside quotation marks."""
    spans = spoken(sentence.text, language.speech)
    return [any(first < term.start < last for first, last in spans) for term in sentence.terms]
