"""What decides whether words support a statement, written by tests/quality/link_fit.py; change it by running that."""

FEATURES = ("held", "evidence", "predicate", "verb", "back", "likeness", "quoted", "bare", "title")
"""The features of a statement and of words that may support it, in the order of WEIGHTS.

The share of the statement's weight that the words hold, and the logarithm of that weight; the share of what it says from
its first verb on, and whether that verb is among it; the share of the words' own weight; how alike the two sentences are as
a whole; the share of what the statement quotes; whether the words have no verb; whether they are a title.
"""
WEIGHTS = (
    -4.941,
    2.730,
    0.439,
    1.404,
    0.630,
    1.030,
    1.722,
    0.433,
    -1.016,
    -0.029,
)
"""A constant and a weight for each feature (of a logistic model)."""
SUPPORT = 0.73
"""Probability from which words are cited for a statement."""
OPENING = 0.13
"""How much less is enough between the openings of two articles: they tell one event, and seldom tell it wrongly alike."""
