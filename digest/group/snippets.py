"""What two snippets share: words weighed by how common they are in this digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from digest.group.background import Usual
from digest.group.matrices import in_rows
from digest.group.tables import Integers, Table
from digest.group.weights import FLOOR, SNIPPET_FEATURES

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_Floats = npt.NDArray[np.float32]
_AT_ONCE = 1 << 16


class Weighed:
    """The opening words of a table's articles, weighed by how common each is in this digest (`usual`).

    `has` are the words of title and lead, each with weight one; `beyond` what each tells beyond FLOOR beside the weeks
    before; `unit` what those of the title tell beside them, with length one, and `title` what they tell beside the days that
    are compared, adding up to one.
    """

    def __init__(self, table: Table, usual: Usual) -> None:
        self.table, terms = table, table.matrices["terms"]
        tells = usual.before.idf(terms.indices, terms.data)
        self.has = _like(terms, np.ones_like(tells))
        self.beyond = _like(terms, np.maximum(tells - np.float32(FLOOR), 0))
        titled = table.matrices["titled"]
        title = in_rows(titled.multiply(_like(terms, tells)))
        self.unit = _scaled(title, np.sqrt(title.power(2).sum(axis=1)))
        title = in_rows(titled.multiply(_like(terms, usual.within.idf(terms.indices, terms.data))))
        self.title = _scaled(title, title.sum(axis=1))


def snippet_features(
    one: Weighed, rows: Integers, other: Weighed, columns: Integers, gaps: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return a row of SNIPPET_FEATURES for each pair of `one` and `other`; `gaps` is the feature of that name."""
    found = [np.empty((0, len(SNIPPET_FEATURES)))]
    for start in range(0, len(rows), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        found.append(_some(one, rows[part], other, columns[part], gaps[part]))
    return np.concatenate(found)


def shared_by(one: Weighed, rows: Integers, other: Weighed, columns: Integers) -> tuple[_Floats, _Floats]:
    """Return how much the words tell that each pair of `one` and `other` shares, and that without the one that tells most.

    The first is the feature "shared".
    """
    found = [np.empty((2, 0), np.float32)]
    for start in range(0, len(rows), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        shared = in_rows(one.beyond[rows[part]].multiply(other.has[columns[part]]))
        total = np.asarray(shared.sum(axis=1)).ravel()
        found.append(np.stack([total, total - shared.max(axis=1).toarray().ravel()]))
    both = np.concatenate(found, axis=1)
    return both[0], both[1]


def _meet(left: csr_matrix, right: csr_matrix) -> _Floats:
    """What each row of one matrix has in common with that of the other."""
    return np.asarray(left.multiply(right).sum(axis=1), np.float32).ravel()


def _some(one: Weighed, rows: Integers, other: Weighed, columns: Integers, gaps: npt.NDArray[np.float64]) -> Any:
    forth, back = _meet(one.title[rows], other.has[columns]), _meet(one.has[rows], other.title[columns])
    features = {
        "shared": _meet(one.beyond[rows], other.has[columns]),
        "titles": _meet(one.unit[rows], other.unit[columns]),
        "title_least": np.minimum(forth, back),
        "title_most": np.maximum(forth, back),
        "gap": gaps,
    }
    return np.array([features[name] for name in SNIPPET_FEATURES], np.float64).T


def _like(matrix: csr_matrix, data: _Floats) -> csr_matrix:
    """A matrix with the columns of another and these numbers in them."""
    return in_rows((data, matrix.indices, matrix.indptr), shape=matrix.shape)


def _scaled(matrix: csr_matrix, sizes: Any) -> csr_matrix:
    """Each row divided by its size, unless that is 0."""
    size = np.asarray(sizes, np.float32).ravel()
    size[size == 0] = 1
    return _like(matrix, matrix.data / np.repeat(size, np.diff(matrix.indptr)))
