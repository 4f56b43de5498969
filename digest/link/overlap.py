"""How much of what one span says other spans say too."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.link.reading import Reading
from digest.link.terms import CALL_FOR, NOT, key
from digest.link.words import MONTH_NAMES, STOPS, WISHES

_WISHED = frozenset(key(word, "en") for word in WISHES) | {CALL_FOR}
_STOPPED = frozenset(key(word, "en") for word in STOPS)
LEAD = 3
"""Sentences, the title among them, in which an article says what the story is about."""
SAID = 2
"""Words of a clause that says something of its own."""

_MIDDLE = re.compile(r"\d+,|(?:is|are|was|were|has|have|had|will|would)\b")
_UNSURE = re.compile(r"\b(?:may|might|can|could)\b(?! not)|\b(?:expected|likely|set|due) to\b")
_AMOUNT = re.compile(r"#(\d+)(\.\d+)?(?:e\+(\d+))?(%?)")
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_YEAR = re.compile(r"#(?:19|20)\d\d")

_AGAINST = re.compile(r"\b(?:push(?:e[sd])?|pushing) back\b|\b(?:disput|contradict|refut|rebut)\w*")
"""Words that set a speaker against what somebody else said."""
_VENUE = re.compile(r"\b(?:told|said on|spoke to|interview with) (?:the )?([A-Z][\w.]*(?: [A-Z][\w.]*)*)")
"""To whom words were said."""


class Overlap:
    """The spans of a story as a matrix of terms, to weigh each span against all others at once."""

    def __init__(self, reading: Reading) -> None:
        """Lay the spans' terms out."""
        self.reading = reading
        self.order = {name: column for column, name in enumerate(sorted(reading.weights))}
        self.weights = np.array([reading.weights[name] for name in self.order] or [0.0])
        self.plain = np.array([reading.plain[name] for name in self.order] or [0.0])
        self.keys = [sorted({self.order[term.key] for term in span.terms}) for span in reading.spans]
        starts = np.cumsum([0, *map(len, self.keys)])
        columns = np.array([column for row in self.keys for column in row], dtype=np.int64)
        shape = (len(self.keys), max(len(self.order), 1))
        self.holds = csr_matrix((np.ones(len(columns)), columns, starts), shape=shape)
        months = {self.order[name] for name in MONTH_NAMES if name in self.order}
        years = {column for name, column in self.order.items() if _YEAR.fullmatch(name)}
        self.calendar = (frozenset(months), frozenset(years))
        self.total = np.asarray(self.holds @ self.weights, dtype=np.float64)
        spans = reading.spans
        self.lead = np.array([span.place <= LEAD for span in spans], dtype=bool)
        self.length = np.array([span.end - span.start for span in spans], dtype=np.int64)
        self.owner = np.array([span.article for span in spans], dtype=np.int64)
        self.denied = np.array([any(term.key == NOT for term in span.terms) for span in spans], dtype=bool)
        self.against = np.array([bool(_AGAINST.search(reading.words(span))) for span in spans], dtype=bool)
        self.venues = [frozenset(_VENUE.findall(reading.words(span))) for span in spans]
        self.stopped = np.array([any(term.key in _STOPPED for term in span.terms) for span in spans], dtype=bool)
        self.wished = np.array([any(term.key in _WISHED for term in span.terms) for span in spans], dtype=bool)
        self.unsure = np.array([bool(_UNSURE.search(reading.words(span))) for span in spans], dtype=bool)
        self.title = np.array([span.paragraph == 0 for span in spans], dtype=np.float64)
        self.pair = np.array([span.pair for span in spans], dtype=np.float64)
        self.torn = np.array([not span.begins for span in spans], dtype=np.float64)
        self.ends = np.array([span.ends and not _MIDDLE.match(reading.words(span)) for span in spans], dtype=bool)

    def elsewhere(self, row: int) -> Bools:
        """Which spans tell of words said to another outlet than those of span `row`: what one heard the other did not."""
        mine = self.venues[row]
        return np.array([bool(mine and theirs and not mine & theirs) for theirs in self.venues], dtype=bool)

    def shared(self, row: int) -> Floats:
        """The weight in this story of span `row`'s terms that each span holds."""
        return self._held(self.keys[row], self.weights)

    def told(self, columns: Sequence[int]) -> Floats:
        """The share of the weight of these words in this story that each span holds."""
        return self._held(columns, self.weights) / max(float(self.weights[list(columns)].sum()), 0.1)

    def many(self, columns: Sequence[int]) -> Floats:
        """How many of these words each span holds."""
        return self._held(columns, np.ones(len(self.weights)))

    def said(self, columns: Sequence[int]) -> Floats:
        """The share of the weight of these words in the language that each span holds."""
        return self._held(columns, self.plain) / max(float(self.plain[list(columns)].sum()), 0.1)

    def words(self, row: int, start: int = 0, end: int | None = None) -> list[int]:
        """The columns of a span's words, names and numbers aside, within code points [start, end) of its sentence."""
        span = self.reading.spans[row]
        return sorted(
            {
                self.order[term.key]
                for term in span.terms
                if term.kind in ("word", "shade") and start <= term.start and (end is None or term.end <= end)
            }
        )

    def names(self, row: int) -> list[int]:
        """The columns of a span's names."""
        return sorted({self.order[term.key] for term in self.reading.spans[row].terms if term.kind == "name"})

    def dates(self, row: int) -> Bools:
        """Which spans name another month or year than span `row` does, and not the same as well."""
        clash = np.zeros(len(self.keys), dtype=bool)
        for kind in self.calendar:
            mine = [column for column in self.keys[row] if column in kind]
            if mine:
                any_of = np.zeros(self.holds.shape[1])
                any_of[sorted(kind)] = 1.0
                same = np.zeros(self.holds.shape[1])
                same[mine] = 1.0
                clash |= (np.asarray(self.holds @ any_of) > 0) & (np.asarray(self.holds @ same) == 0)
        return clash

    def refused(self, row: int) -> list[list[int]]:
        """The words of each clause of a span that says what is not so."""
        span = self.reading.spans[row]
        found = []
        for part in self.reading.sentences[span.sentence].clauses:
            inside = [term for term in span.terms if part.start <= term.start and term.end <= part.end]
            words = sorted({self.order[term.key] for term in inside if term.kind in ("word", "shade")})
            if words and any(term.key == NOT for term in inside):
                found.append(words)
        return found

    def granted(self, row: int) -> frozenset[int]:
        """The columns of a span's terms outside the clauses that say what is not so, only wished, or may be."""
        span = self.reading.spans[row]
        parts = self.reading.sentences[span.sentence].clauses
        before = span.start - self.reading.sentences[span.sentence].start
        unreal = [term.start for term in span.terms if term.key == NOT or term.key in _WISHED]
        unreal += [match.start() + before for match in _UNSURE.finditer(self.reading.words(span))]
        refused = [part for part in parts if any(part.start <= start < part.end for start in unreal)]
        return frozenset(
            self.order[term.key] for term in span.terms if not any(part.start <= term.start < part.end for part in refused)
        )

    def counts_alike(self, row: int, other: int) -> bool:
        """Whether span `other` has each amount of span `row`, or a finer one that rounds to it; days and years are none."""
        theirs = self._amounts(other)
        return all(any(mine == one or _rounds(one, mine) for one in theirs) for mine in self._amounts(row))

    def _amounts(self, row: int) -> list[str]:
        return sorted({term.key for term in self.reading.spans[row].terms if term.kind == "number"})

    def clauses(self, row: int) -> tuple[list[int], list[list[int]]]:
        """The words of the clause that a span states first, and those of each further clause of `SAID` words or more.

        A clause that only says who says so ("the report claimed that …") is no statement.
        """
        sentence = self.reading.sentences[self.reading.spans[row].sentence]
        parts = [(self.words(row, part.start, part.end), part.frame) for part in sentence.clauses]
        stated = [words for words, frame in parts if words and not frame]
        return (stated[0] if stated else []), [words for words in stated[1:] if len(words) >= SAID]

    def _held(self, columns: Sequence[int], weights: Floats) -> Floats:
        mine = np.zeros(self.holds.shape[1])
        mine[list(columns)] = weights[list(columns)]
        return np.asarray(self.holds @ mine, dtype=np.float64)


def _rounds(fine: str, coarse: str) -> bool:
    """Whether one amount, written as a term, is another to its last digit: 43.9 million is 44 million, not 43 million."""
    one, other = _AMOUNT.fullmatch(fine), _AMOUNT.fullmatch(coarse)
    if one is None or other is None or one.group(4) != other.group(4):
        return False
    digits = len(
        (other.group(1) + (other.group(2) or "")[1:]).rstrip("0") if other.group(3) or not other.group(2) else other.group(0)
    )
    value, rounded = float(fine.strip("#%")), float(coarse.strip("#%"))
    return value != rounded and digits > 1 and float(f"{value:.{digits - 1}e}") == rounded
