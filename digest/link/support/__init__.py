"""Whether the words of one span support the statement of another: a logistic model of what both share.

in: a story as it is read
out: what its spans hold, as matrices, and which of them support which
never: choose what a page tells
"""

from digest.link.support.held import Floats, Rows
from digest.link.support.model import LEAST_SHARED, supports
from digest.link.support.partial import Parts, parts
from digest.link.support.terms import Bools, SpanTerms
from digest.link.support.verbatim import Supports
from digest.link.support.vetoes import SAYS, Veto
from digest.link.support.weights import OPENING, PART, SUPPORT

__all__ = [
    "LEAST_SHARED",
    "OPENING",
    "PART",
    "SAYS",
    "SUPPORT",
    "Bools",
    "Floats",
    "Parts",
    "Rows",
    "SpanTerms",
    "Supports",
    "Veto",
    "parts",
    "supports",
]
