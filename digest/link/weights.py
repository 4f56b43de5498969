"""What decides whether words support a statement, written by tests/quality/link_fit.py; change it by running that."""

FEATURES = ("held", "evidence", "predicate", "verb", "back", "likeness", "quoted", "bare", "torn")
"""The features of a statement and of words that may support it, in the order of WEIGHTS.

The share of the statement's weight that the words hold, and the logarithm of that weight; the share of what it says from
its first verb on, and whether that verb is among it; the share of the words' own weight; how alike the two sentences are as
a whole; the share of what the statement quotes; whether the words have no verb; whether they begin amid a clause.
"""
WEIGHTS = (
    -5.143,
    2.289,
    0.524,
    1.360,
    0.595,
    1.076,
    2.011,
    0.575,
    -1.106,
    -0.259,
)
"""A constant and a weight for each feature (of a logistic model)."""
SUPPORT = 0.7
"""Probability from which words are cited for a statement."""
