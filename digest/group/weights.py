"""The weights and thresholds of grouping, written by tests/quality/group_fit.py; change them by running it."""

SHAPES = ("snippet", "short", "full")
"""How much text two articles have: both under SNIPPET words (items of feeds), the shorter one under SHORT, or more."""
SNIPPET = 45
"""Words under which a text is a snippet: what its few words tell depends on how common they are in this digest."""
SHORT = 120
"""Words from which a text counts as full."""

FEATURES = ("lead", "body", "rare", "lead_rare", "pairs", "letters", "title_least", "title_most", "gap")
"""The features of a pair of longer texts, in the order of WEIGHTS.

Cosines of weighted words: of title and lead, of title and text, of rare words (names, numbers) alone, the geometric mean of
the first and this one, of pairs of neighbouring words, of runs of four letters of the titles. Then the share of one's title
that the other's text has, the smaller and the larger of both ways. Then the logarithm of the days between.
"""
SNIPPET_FEATURES = ("shared", "titles", "title_least", "title_most", "gap")
"""The features of a pair of snippets, of words weighted by how rare they are in this digest (`background.Background`).

How much the shared words tell, each beyond FLOOR; the cosine of the titles; the share of one's title that the other's lead
has, the smaller and the larger of both ways, of words weighted by how rare they are on the days that are compared; the
logarithm of the days between.
"""
FLOOR = 3.5
"""A word that one item in thirty or more has is no evidence: what it tells up to here is not counted."""
EVIDENCE = 2.0
"""A snippet and a text that share less than this ("shared") count as zero, however much of two titles such words are."""
FURTHER, MOST_OF_TITLE = 1.0, 0.5
"""Beside the word that tells most they share words that tell this much, or what they share is this much of a title."""
BARE_WORDS, BARE_EVIDENCE = 6, 10.0
"""Two headlines of at most so many telling words, without a text, need more: one name is half of what they say."""
WEIGHTS = {
    "snippet": (-6.089, 0.241, -1.981, 7.841, 4.767, -1.180),
    "short": (-5.410, 8.287, 9.162, 2.443, -10.376, 0.026, 2.317, -0.191, 3.540, -2.500),
    "full": (-3.913, 1.470, 14.934, -2.436, -1.826, 3.551, 0.358, 0.371, 1.043, -1.200),
}
"""For each shape the constant and a weight for each feature (of a logistic model)."""

WINDOW = 4.0
"""Days; articles further apart are never compared."""
SAME_DAY = 0.7
"""Days that a smaller or an unknown gap counts as."""
SEED = 0.36
"""Probability from which two snippets make a story."""
JOIN = 0.22
"""Mean probability from which two groups join."""
COHESION = 0.74
"""Two groups join only if their texts begin this much as alike as those of each (the cosine of title and lead)."""
