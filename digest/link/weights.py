"""What decides whether words support a statement, written by tests/quality/link_fit.py; change it by running that."""

FEATURES = ("held", "evidence", "news", "back", "words", "quoted", "torn")
"""The features of a statement and of words that may support it, in the order of WEIGHTS.

The share of the statement's weight that the words hold, and the logarithm of that weight; the share of its words alone (no
names, no numbers); the share of the words' own weight; the logarithm of the count of words shared; the share of what it
quotes; whether the words begin in the middle of a clause.
"""
WEIGHTS = (
    -5.915,
    3.302,
    0.613,
    1.147,
    1.714,
    0.568,
    0.704,
    -0.449,
)
"""A constant and a weight for each feature (of a logistic model)."""
SUPPORT = 0.63
"""Probability from which words are cited for a statement."""
