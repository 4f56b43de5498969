"""Which terms spans hold, and the weight of those that two of them share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

SMALL = 1 << 17
"""Products of two numbers up to which a product of matrices is made of dense ones: setting up sparse ones costs more."""


class Held:
    """Some rows of a matrix of 0 and 1, a row a span and a column a term, of which only the columns with 1 are kept.

    `columns` has them row after row, rising within each; those of a row stand from `starts[row]` to `starts[row + 1]`.
    `width` is the number of all columns.
    """

    def __init__(self, starts: Rows, columns: Rows, width: int) -> None:
        """Take the columns of each row."""
        self.starts, self.columns, self.width = starts, columns, width

    @classmethod
    def of(cls, rows: Rows, columns: Rows, height: int, width: int) -> Held:
        """Return a matrix of `height` rows with 1 at these rows and columns, in any order, however often each stands."""
        places = np.sort(rows * width + columns)
        places = places[np.diff(places, prepend=-1) > 0]
        return cls(np.searchsorted(places, np.arange(height + 1) * width), places % max(1, width), width)

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1

    def rows(self, rows: Rows) -> Held:
        """Return some of its rows, in this order."""
        first, many = self.starts[rows], self.count[rows]
        starts = np.concatenate([[0], np.cumsum(many)])
        at = np.arange(starts[-1]) + np.repeat(first - starts[:-1], many)
        return Held(starts, self.columns[at], self.width)

    @cached_property
    def count(self) -> Rows:
        """How many columns each row has."""
        return np.diff(self.starts)

    def weight(self, weights: Floats) -> Floats:
        """Return for each row the sum of the weights of its columns."""
        return np.bincount(self._row, weights[self.columns], minlength=len(self)).astype(np.float64)

    def row(self, number: int) -> frozenset[int]:
        """Return the columns of one row."""
        return frozenset(self.columns[self.starts[number] : self.starts[number + 1]].tolist())

    def both(self, other: Held) -> Held:
        """Return what stands in both of two matrices of one shape."""
        return self._only(np.isin(self._places, other._places, assume_unique=True))

    def without(self, other: Held) -> Held:
        """Return what does not stand in the other matrix, of the same shape."""
        return self._only(np.isin(self._places, other._places, assume_unique=True, invert=True))

    def common(self, others: Held) -> Floats:
        """Return how many columns each row has in common with each row of another matrix."""
        return products([(self, np.ones(self.width))], others)[0]

    @cached_property
    def csr(self) -> csr_matrix:
        """The matrix as scipy has it."""
        shape = (len(self), self.width)
        return csr_matrix((np.ones(len(self.columns)), self.columns, self.starts), shape=shape)

    @cached_property
    def upright(self) -> Floats:
        """The matrix in full, turned: a row a column."""
        full = np.zeros((self.width, len(self)))
        full[self.columns, self._row] = 1.0
        return full

    @cached_property
    def _row(self) -> Rows:
        return np.repeat(np.arange(len(self)), self.count)

    @cached_property
    def _places(self) -> Rows:
        return self._row * self.width + self.columns

    def _only(self, kept: NDArray[np.bool_]) -> Held:
        return Held.of(self._row[kept], self.columns[kept], len(self), self.width)


def products(some: Sequence[tuple[Held, Floats]], others: Held) -> list[Floats]:
    """Return for each matrix, with weights of its columns, the weight that each of its rows shares with each of the others'.

    All of `some` are one below the other in a single product. Its sums are added column by column whatever its size, so
    that dense and sparse matrices give the same bits.
    """
    heights = [len(one) for one, _ in some]
    tall, edges = sum(heights), np.cumsum(heights)[:-1]
    if not len(others.columns):
        found = np.zeros((tall, len(others)))
    elif tall * len(others) > 1 and tall * len(others) * others.width <= SMALL:
        weighted = np.concatenate([one.upright * weights[:, None] for one, weights in some], axis=1)
        found = (weighted[:, :, None] * others.upright[:, None, :]).sum(axis=0)
    else:
        before = np.cumsum([0, *(len(one.columns) for one, _ in some)])
        starts = np.concatenate([[0], *(one.starts[1:] + start for (one, _), start in zip(some, before, strict=False))])
        columns = np.concatenate([one.columns for one, _ in some])
        weighted = np.concatenate([weights[one.columns] for one, weights in some])
        stacked = csr_matrix((weighted, columns, starts), shape=(tall, others.width))
        found = np.asarray((stacked @ others.csr.T).toarray(), dtype=np.float64)
    return np.split(found, edges)
