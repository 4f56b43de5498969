"""Whether the words of one span support the statement of another: a logistic model of what both share.

in: a story as it is read
out: what its spans hold, as matrices, and which of them support which
never: choose what a page tells
"""

from digest.link.support.model import LEAST_SHARED, Supports, supports
from digest.link.support.terms import Bools, Floats, Rows, SpanTerms
from digest.link.support.vetoes import SAYS, Veto
from digest.link.support.weights import OPENING, SUPPORT

__all__ = [
    "LEAST_SHARED",
    "OPENING",
    "SAYS",
    "SUPPORT",
    "Bools",
    "Floats",
    "Rows",
    "SpanTerms",
    "Supports",
    "Veto",
    "supports",
]
