"""The weights and thresholds of grouping, written by tests/quality/group_fit.py; change them by running it."""

SHAPES = ("titles", "short", "full")
"""Which texts two articles give: a title alone (one of them or both), under SHORT words (the shorter one), or more."""
SHORT = 120
"""Words from which a text counts as full."""

FEATURES = ("lead", "body", "rare", "pairs", "letters", "title_least", "title_most", "gap")
"""The features of a pair, in the order of WEIGHTS."""
WEIGHTS = {
    "titles": (-3.336, 3.007, 16.747, -5.167, 0.404, 7.036, -3.292, -1.585, -0.400),
    "short": (-5.411, 1.887, 13.677, -4.226, 1.171, 2.297, -0.282, 2.960, -2.500),
    "full": (-3.852, -0.238, 15.887, -4.852, 4.408, 0.509, 0.829, 1.066, -0.400),
}
"""For each shape the constant and a weight for each feature (of a logistic model)."""

WINDOW = 4.0
"""Days; articles further apart are never compared."""
SAME_DAY = 0.7
"""Days that a smaller or an unknown gap counts as."""
JOIN = 0.2
"""Mean probability from which two groups join."""
COHESION = 0.65
"""Two groups of three or more texts join only if they share this much of the rare words that each shares within."""
