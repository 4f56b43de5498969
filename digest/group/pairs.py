"""How probable it is that two articles report one event: a logistic model of a few lexical features and of time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from digest.common.kinds import Kind
from digest.common.notices import LEAST_SET_WORDS, differing, in_set_words, two_releases
from digest.group.background import UNCOUNTED, Usual
from digest.group.matrices import in_rows
from digest.group.rules import SCALE, Rules
from digest.group.snippets import Weighed, shared_by, snippet_features
from digest.group.tables import Integers, Table
from digest.group.terms import COLUMNS
from digest.group.weights import (
    BARE_EVIDENCE,
    BARE_WORDS,
    EVIDENCE,
    FEATURES,
    FURTHER,
    MOST_OF_TITLE,
    SAME_DAY,
    SHORT,
    SNIPPET,
)

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_Matrices = dict[str, Any]
Floats = npt.NDArray[np.float32]

LEAST_CHANCE = 1000
"""A pair less probable than this (of SCALE) counts as zero, in what it shares too."""
CELLS = 1 << 21
"""Pairs compared at a time."""

_LEAST_LEAD, _LEAST_BODY, _LEAST_TITLE, _LEAST_NOTICE = 0.04, 0.05, 0.3, 0.1
_NEXT_DAY = 0.5  # days
_TRADING_DAY = 0.75  # days


class Pairs(NamedTuple):
    """Compared pairs: row, column, probability and how alike they begin (both of SCALE)."""

    rows: Integers
    columns: Integers
    probability: Integers
    alike: Integers


class Turned:
    """A table that others are compared with: its matrices, turned once, with the columns alone that one of them has.

    `usual` says how common words are in the digest.
    """

    def __init__(self, table: Table, usual: Usual = UNCOUNTED) -> None:
        self.table, self.usual = table, usual
        has = np.zeros(COLUMNS, np.bool_)
        for matrix in table.matrices.values():
            has[matrix.indices] = True
        columns = np.flatnonzero(has)
        self._count = len(columns)
        self._place = np.full(COLUMNS, -1, np.int32)
        self._place[columns] = np.arange(len(columns))
        self._matrices = {name: self._narrow(matrix).T.tocsr() for name, matrix in table.matrices.items()}

    def _narrow(self, matrix: csr_matrix) -> csr_matrix:
        """The matrix with these columns alone: a product costs time and memory for each."""
        at = self._place[matrix.indices]
        kept = at >= 0
        starts = np.concatenate([[0], np.cumsum(kept)])[matrix.indptr]
        return in_rows((matrix.data[kept], at[kept], starts), shape=(matrix.shape[0], self._count))

    @cached_property
    def weighed(self) -> Weighed:
        """The words of this table, weighed by how common they are."""
        return Weighed(self.table, self.usual)

    def meet(self, matrix: csr_matrix, name: str) -> Floats:
        """Return what each row of `matrix` has in common with each row of this table's matrix `name`."""
        return np.asarray((self._narrow(matrix) @ self._matrices[name]).toarray(), np.float32)


class Compared(NamedTuple):
    """Pairs worth a look: row, column, index into SHAPES, how alike they begin, and one row of features each.

    All are of two snippets, or none: the features are SNIPPET_FEATURES or FEATURES. `evidence` says which share enough to
    count at all: a snippet may have nothing in common with another text but words that many items have.
    """

    rows: Integers
    columns: Integers
    shapes: Integers
    alike: Floats
    features: npt.NDArray[np.float64]
    evidence: npt.NDArray[np.bool_]


def compare(one: Table, other: Turned, rules: Rules, *, same: bool = False) -> Iterator[Compared]:
    """Yield the pairs of `one` (rows) and `other` (columns) that share enough words to be worth a look.

    Leaves out pairs in two known languages, pairs more than `rules.window` days apart, notices of two matters in the set
    words of one publisher, and pairs with a snippet whose kinds make no event of them (`no_event`).
    `same` says that the tables are one, and leaves out each pair's mirror image.
    """
    if not len(one) or not len(other.table):
        return

    @cache
    def weighed() -> Weighed:
        return Weighed(one, other.usual)

    step = max(1, CELLS // len(other.table))
    for start in range(0, len(one), step):
        left = {name: matrix[start : start + step] for name, matrix in one.matrices.items()}
        yield from _compared_block(one, start, left, other, rules, weighed, same=same)


def _compared_block(
    one: Table, start: int, left: _Matrices, other: Turned, rules: Rules, weighed: Callable[[], Weighed], *, same: bool
) -> Iterator[Compared]:
    """Yield what `compare` yields for the rows of `one` from `start` on whose matrices are `left`: rows count in all of it.

    First the pairs of longer texts, then, if there are any, those of two snippets. Worth a look is what has more in common
    than `_LEAST_LEAD` of what two articles begin with, `_LEAST_BODY` of their texts, or `_LEAST_TITLE` of the title of
    either. A pair of which one has no day is compared too, as of `SAME_DAY` (gaps are in days); so is one of which a
    language is not known. `weighed` gives the words of `one` by weight, made when there are snippets.
    """
    table = other.table
    lead, body = other.meet(left["lead"], "lead"), other.meet(left["body"], "body")
    forth, back = other.meet(left["title"], "has"), other.meet(left["has"], "title")
    title_most = np.minimum(np.maximum(forth, back), 1.0)
    rows, columns = ((lead > _LEAST_LEAD) | (body > _LEAST_BODY) | (title_most > _LEAST_TITLE)).nonzero()
    at = rows + start
    gaps = np.abs(one.days[at] - table.days[columns])
    mine, theirs = one.languages[at], table.languages[columns]
    keep = ~(gaps > rules.window) & ((mine == theirs) | (mine == 0) | (theirs == 0))
    if same:
        keep &= at < columns
    rows, columns, at, gaps = rows[keep], columns[keep], at[keep], gaps[keep]
    keep = ~_of_two_matters(one, at, table, columns, body[rows, columns], gaps)
    snippet = np.minimum(one.words[at], table.words[columns]) < SNIPPET
    keep &= ~(snippet & no_event(one.kinds[at], table.kinds[columns], gaps))
    rows, columns, at, gaps, snippet = rows[keep], columns[keep], at[keep], gaps[keep], snippet[keep]
    found = {
        "lead": lead[rows, columns],
        "body": body[rows, columns],
        "title_most": title_most[rows, columns],
        "title_least": np.minimum(forth, back)[rows, columns],
        "gap": np.log(np.fmax(gaps, SAME_DAY)),
    }
    for name in ("rare", "pairs", "letters"):
        found[name] = other.meet(left[name], name)[rows, columns]
    found["lead_rare"] = np.sqrt(np.fmax(found["lead"] * found["rare"], 0.0))
    snippets = np.maximum(one.words[at], table.words[columns]) < SNIPPET
    shapes = np.where(snippets, 0, 1 + (np.minimum(one.words[at], table.words[columns]) >= SHORT))
    features = np.array([found[name] for name in FEATURES], np.float64).T
    alike = found["lead"]
    evidence = np.ones_like(snippets)
    if snippet.any():
        evidence[snippet] = _enough(weighed(), at[snippet], other.weighed, columns[snippet], found["title_most"][snippet])
    yield Compared(*(each[~snippets] for each in (at, columns, shapes, alike, features, evidence)))
    if snippets.any():
        at, columns = at[snippets], columns[snippets]
        features = snippet_features(weighed(), at, other.weighed, columns, found["gap"][snippets])
        yield Compared(at, columns, shapes[snippets], alike[snippets], features, evidence[snippets])


def no_event(one: npt.NDArray[Any], other: npt.NDArray[Any], gaps: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Return which pairs of kinds make no event: a round-up and whatever it is, two opinions, the trading of two days.

    That two list or judge what happened does not say that it is the same; each may join a report. `gaps` are the days
    between.
    """
    found = (one == Kind.ROUNDUP) | (other == Kind.ROUNDUP) | ((one == Kind.OPINION) & (other == Kind.OPINION))
    found |= (one == Kind.MARKETS) & (other == Kind.MARKETS) & ~(gaps < _TRADING_DAY)
    return np.asarray(found, np.bool_)


def _enough(one: Weighed, rows: Integers, other: Weighed, columns: Integers, most: Floats) -> npt.NDArray[np.bool_]:
    """Which pairs with a snippet share enough to count; `most` is the larger share of one's title that the other has.

    One word alone, however rare, is what both are about and no event, unless it is most of what a title says.
    """
    shared, further = shared_by(one, rows, other, columns)
    bare = _bare(one.table, rows) & _bare(other.table, columns)
    enough = shared >= np.where(bare, BARE_EVIDENCE, EVIDENCE)
    return np.asarray(enough & ((further >= FURTHER) | (most >= MOST_OF_TITLE)), np.bool_)


def _bare(table: Table, rows: Integers) -> npt.NDArray[np.bool_]:
    """Which articles are no more than a headline of a few words."""
    few = np.diff(table.matrices["title"].indptr)[rows] <= BARE_WORDS
    return np.asarray(few & (table.words[rows] == 0), np.bool_)


def _of_two_matters(
    one: Table, rows: Integers, other: Table, columns: Integers, body: Floats, gaps: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Which pairs are notices that one publisher writes in the same set words of two matters, or releases of two versions.

    Notices that differ in figures alone may be news of one matter, unless they are of two days.
    """
    publishers = one.publishers[rows]
    found = (publishers != 0) & (publishers == other.publishers[columns]) & (body > _LEAST_NOTICE)
    found &= np.minimum(one.words[rows], other.words[columns]) >= LEAST_SET_WORDS
    for number in np.flatnonzero(found).tolist():
        first, second = one.articles[rows[number]], other.articles[columns[number]]
        differ = differing(first, second) if in_set_words(first, second) else None
        found[number] = differ == "names" or (differ == "figures" and gaps[number] >= _NEXT_DAY)
    for number in np.flatnonzero(one.releases[rows] & other.releases[columns]).tolist():
        found[number] |= two_releases(one.articles[rows[number]], other.articles[columns[number]])
    return np.asarray(found, np.bool_)


def logits(compared: Compared, rules: Rules) -> npt.NDArray[np.float64]:
    """Return the logarithm of the odds for each pair."""
    width = 1 + compared.features.shape[1]
    weights = np.array([row if len(row) == width else (0.0,) * width for row in rules.weights], np.float64)
    total: npt.NDArray[np.float64] = weights[compared.shapes, 0]
    for at, feature in enumerate(compared.features.T, 1):
        total += weights[compared.shapes, at] * feature
    return total


def probabilities(one: Table, other: Turned, rules: Rules, *, same: bool = False) -> Pairs:
    """Return the pairs of `one` (rows) and `other` (columns) that are probable enough to count."""
    found = []
    for compared in compare(one, other, rules, same=same):
        chances = np.rint(SCALE / (1.0 + np.exp(-logits(compared, rules)))).astype(np.int64)
        alike = np.rint(SCALE * compared.alike).astype(np.int64)
        keep = (chances >= LEAST_CHANCE) & compared.evidence
        found.append(Pairs(compared.rows[keep], compared.columns[keep], chances[keep], alike[keep]))
    if not found:
        nothing = np.empty(0, np.int64)
        return Pairs(nothing, nothing, nothing, nothing)
    return Pairs(*(np.concatenate(each) for each in zip(*found, strict=True)))
