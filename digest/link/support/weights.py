"""What decides whether words support a statement, written by tests/quality/link_fit.py; change it by running that."""

FEATURES = ("held", "around", "terms", "predicate", "verb", "back", "likeness", "quoted", "bare")
"""The features of a statement and of words that may support it, in the order of WEIGHTS.

The share of the statement's weight that the words hold, the share that only the sentences around them add, and the
logarithm of how many terms they hold; the share of what it says from its first verb on, and whether that verb is among it;
the share of the words' own weight; how alike the two sentences are as a whole; the share of what the statement quotes;
whether the words have no verb.
"""
WEIGHTS = (
    -5.160,
    3.068,
    1.920,
    0.641,
    1.230,
    0.623,
    0.813,
    1.667,
    0.465,
    -0.969,
)
"""A constant and a weight for each feature (of a logistic model)."""
SUPPORT = 0.73
"""Probability from which words are cited for a statement."""
OPENING = 0.13
"""How much less is enough between the openings of two articles that share a verb: they tell one event."""
