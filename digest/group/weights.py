"""The weights and thresholds of grouping, written by tests/quality/group_fit.py; change them by running it."""

SHAPES = ("titles", "short", "full")
"""Which texts two articles give: a title alone (one of them or both), under SHORT words (the shorter one), or more."""
SHORT = 120
"""Words from which a text counts as full."""

FEATURES = ("lead", "body", "rare", "pairs", "letters", "title_least", "title_most", "gap")
"""The features of a pair, in the order of WEIGHTS."""
WEIGHTS = {
    "titles": (-3.463, 3.687, 20.593, -7.937, 0.286, 7.076, -4.290, -1.746, -0.400),
    "short": (-5.431, 1.663, 13.844, -4.440, 1.713, 2.063, 0.149, 2.796, -2.500),
    "full": (-3.976, -0.294, 16.834, -5.320, 4.990, 0.653, 0.697, 0.963, -0.400),
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
