"""The weights by which stories continue one another, written by tests/quality/relate_fit.py; change them by running it."""

FEATURES = ("names", "words", "named_once", "words_once", "untitled", "gap", "share", "shared", "shared_once", "event")
"""The features of two stories that share words, in the order of WEIGHTS.

How much the shared words tell, each beyond FLOOR: names and other words that both titles have, that one title and the
other's opening has, and what only the openings have. Words that stand beside each other in both are one. Then the
logarithm of the days between, what the titles share of what both tell, how many words both titles have and how many one
has, and how much the later title's words tell, each as far as the stories of the earlier one's event have it.
"""
FLOOR = 3.0
"""A word that one story in twenty or more had before is no evidence: what it tells up to here is not counted."""
WEIGHTS = (-5.21, 0.35, -0.12, 0.35, -0.04, 0.16, -1.22, 4.31, 1.57, 0.85, 0.38)
"""The constant and a weight for each feature (of a logistic model)."""
CONTINUES = -0.5
"""Logarithm of the odds from which one story continues the other."""
NEW_DIGEST = 1.0
"""The same while few stories came before (usual.FEWEST): only general language says then how common a word is in news."""
