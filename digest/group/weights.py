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
    "titles": (-3.034, 4.154, 19.760, -7.676, 0.191, 7.173, -4.163, -1.906, -0.400),
    "short": (-5.420, 2.025, 13.774, -4.463, 1.162, 2.012, 0.123, 2.766, -2.500),
    "full": (-3.964, -0.299, 17.174, -5.446, 4.758, 0.671, 0.652, 0.903, -0.400),
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
