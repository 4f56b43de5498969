"""The weights by which stories continue one another, written by tests/quality/relate_fit.py; change them by running it."""

FEATURES = ("names", "words", "named_once", "words_once", "untitled", "gap", "share", "shared", "shared_once")
"""The features of two stories that share words, in the order of WEIGHTS.

How much the shared words tell, each beyond FLOOR: names and other words that both titles have, that one title and the
other's opening has, and what only the openings have. Words that stand beside each other in both are one. Then the
logarithm of the days between, what the titles share of what both tell, and how many words both titles have and how many
one has.
"""
FLOOR = 3.0
"""A word that one story in twenty or more had before is no evidence: what it tells up to here is not counted."""
WEIGHTS = (-4.85, 0.4, -0.17, 0.46, -0.03, 0.15, -1.08, 2.3, 1.71, 0.77)
"""The constant and a weight for each feature (of a logistic model)."""
CONTINUES = -0.5
"""Logarithm of the odds from which one story continues the other."""
NEW_DIGEST = 1.0
"""The same while few stories came before (usual.FEWEST): only general language says then how common a word is in news."""
