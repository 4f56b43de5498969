"""The weights and thresholds of grouping, written by tests/quality/group_fit.py; change them by running it."""

SHAPES = ("titles", "short", "full")
"""Which texts two articles give: a title alone (one of them or both), under SHORT words (the shorter one), or more."""
SHORT = 120
"""Words from which a text counts as full."""

FEATURES = ("lead", "body", "rare", "pairs", "letters", "title_least", "title_most", "gap")
"""The features of a pair, in the order of WEIGHTS.

Cosines of weighted words: of title and lead, of title and text, of rare words (names, numbers) alone, of pairs of
neighbouring words, of runs of four letters of the titles. Then the share of one's title that the other's text has, the
smaller and the larger of both ways. Then the logarithm of the days between.
"""
WEIGHTS = {
    "titles": (-3.142, 3.771, 19.933, -6.962, -0.134, 7.520, -4.684, -1.570, -1.200),
    "short": (-5.469, 2.575, 13.033, -3.238, -0.086, 1.984, -0.203, 2.773, -2.500),
    "full": (-3.909, 0.186, 15.103, -3.151, 3.913, 0.364, 0.517, 0.989, -1.200),
}
"""For each shape the constant and a weight for each feature (of a logistic model)."""

WINDOW = 4.0
"""Days; articles further apart are never compared."""
SAME_DAY = 0.7
"""Days that a smaller or an unknown gap counts as."""
JOIN = 0.2
"""Mean probability from which two groups join."""
COHESION = 0.74
"""Two groups join only if their texts begin this much as alike as those of each (the feature `lead`)."""
