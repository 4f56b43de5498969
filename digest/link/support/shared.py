"""How much statements and spans share: products of the matrices of their terms."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix, diags

from digest.link.support.terms import Floats, SpanTerms


class Shared:
    """What some statements share with all spans of a story: matrices of a row a statement and a column a span.

    `holds`, `around`, `sure`, `refused` are those of the spans' terms, turned: rows = terms, columns = spans. `amounts` has
    for each span also the coarser amounts that say the same as its own.
    """

    def __init__(self, terms: SpanTerms) -> None:
        """Turn the matrices once for all statements."""
        self.terms = terms
        self.holds = terms.holds.T.tocsr()
        self.around = terms.around.T.tocsr()
        self.sure = terms.sure.T.tocsr()
        self.refused = terms.refused.T.tocsr()
        self.amounts = ((terms.amounts @ terms.rounded().T) > 0).astype(float).T.tocsr()

    def weight(self, rows: csr_matrix, weights: Floats, turned: csr_matrix | None = None) -> Floats:
        """Return the weight of the terms of each of `rows` (of one of the terms' matrices) that each span holds."""
        return np.asarray((rows @ diags(weights) @ (self.holds if turned is None else turned)).toarray(), np.float64)

    def share(self, rows: csr_matrix, weights: Floats) -> Floats:
        """Return the same as a share of the weight of all of the row's terms; 1 where it has none."""
        whole = np.asarray(rows @ weights)[:, None]
        return np.where(whole > 0, self.weight(rows, weights) / np.maximum(whole, 0.1), 1.0)
