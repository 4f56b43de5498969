"""What spans hold is the matrix that scipy makes of it, whatever its size, to the last bit."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from digest.link.support import held
from digest.link.support.held import Held, products

WIDTH = 37
MATRIX = st.lists(st.sets(st.integers(0, WIDTH - 1)), min_size=1, max_size=6)


def made(rows):
    """Return the columns of each row as a matrix of ours and as one of scipy's."""
    pairs = np.array([(row, column) for row, columns in enumerate(rows) for column in columns], dtype=np.int64).reshape(
        -1, 2
    )
    ours = Held.of(pairs[::-1, 0], pairs[::-1, 1], len(rows), WIDTH)
    return ours, csr_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(rows), WIDTH))


@pytest.mark.parametrize("small", [0, 1 << 17])
@given(one=MATRIX, other=MATRIX, seed=st.integers(0, 99))
def test_shared_weights_are_those_of_sparse_matrices(small, one, other, seed):
    """Of dense and of sparse matrices, of any number of rows, several at once, and of rows without a column."""
    weights, counts = np.random.default_rng(seed).random(WIDTH) * 9.7, np.ones(WIDTH)
    (mine, left), (theirs, right) = made(one), made(other)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(held, "SMALL", small)
        weighed, counted = products([(mine, weights), (mine, counts)], theirs)
    assert (weighed == (left.multiply(weights).tocsr() @ right.T).toarray()).all()
    assert (counted == (left @ right.T).toarray()).all()
    assert (mine.weight(weights) == left @ weights).all()


@given(rows=MATRIX, seed=st.integers(0, 99))
def test_rows_are_chosen_and_compared_as_sets(rows, seed):
    """Some of them in any order, what two have both, and what one has and the other has not."""
    ours, theirs = made(rows)
    order = np.random.default_rng(seed).integers(0, len(rows), size=4)
    some, others = ours.rows(order), ours.rows(order[::-1])
    assert [some.row(at) for at in range(4)] == [rows[at] for at in order]
    assert [some.both(others).row(at) for at in range(4)] == [
        rows[a] & rows[b] for a, b in zip(order, order[::-1], strict=True)
    ]
    assert [some.without(others).row(at) for at in range(4)] == [
        rows[a] - rows[b] for a, b in zip(order, order[::-1], strict=True)
    ]
    assert (ours.csr != theirs).nnz == 0
    assert ours.count.tolist() == [len(row) for row in rows]


def test_what_stands_twice_counts_once():
    """A span that says a word twice holds it once."""
    assert Held.of(np.array([1, 1, 0]), np.array([2, 2, 5]), 3, 9).count.tolist() == [1, 1, 0]
