"""How probable it is that two articles report one event."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

from digest.group.terms import Profile, Vector

Matrix = npt.NDArray[np.float64]


def probabilities(one: Sequence[Profile], other: Sequence[Profile]) -> Matrix:
    """Return the probability for each pair of `one` (rows) and `other` (columns)."""
    logit = np.full((len(one), len(other)), -5.0)
    for name, weight in (("title", 2.5), ("lead", 7.0), ("body", 7.0)):
        logit = logit + weight * _cosines([getattr(p, name) for p in one], [getattr(p, name) for p in other])
    chances: Matrix = 1.0 / (1.0 + np.exp(-logit))
    return chances


def _cosines(one: Sequence[Vector], other: Sequence[Vector]) -> Matrix:
    every = [*one, *other]
    columns, places = np.unique(np.concatenate([each.terms for each in every]), return_inverse=True)
    starts = np.cumsum([0, *(len(each.terms) for each in every)])
    weights = np.concatenate([each.weights for each in every])
    table = sparse.csr_matrix((weights, places, starts), shape=(len(every), max(1, len(columns))))
    return np.asarray((table[: len(one)] @ table[len(one) :].T).toarray(), np.float64)
