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

PART_FEATURES = ("held", "verb", "clause", "told", "margin", "back_margin", "words", "anchors")
"""The features of a statement of one sentence and of a sentence that may carry part of it, in the order of PART_WEIGHTS.

The first two as above; how probably the sentence supports a clause of the statement, and the statement a clause of the
sentence; how much more alike the two are than the statement and the likest other sentence of that article, and than the
sentence and the likest other one of the statement's article; how many words both have, and how many names and numbers.
"""
PART_WEIGHTS = (
    -1.387,
    1.922,
    0.287,
    0.291,
    0.921,
    2.334,
    1.641,
    0.112,
    0.214,
)
"""A constant and a weight for each of them (of a logistic model)."""
PART = 0.8
"""Probability from which words are cited for part of a statement."""

LEAST_HELD = 0.25
"""Share of a statement's weight that a span has in common with it from which it may support it."""
