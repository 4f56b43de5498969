"""What decides which passages a page tells, written by tests/quality/select_fit.py; change it by running that."""

CONSTANT = -1.641
"""Logarithm of what a passage adds whose features are all 0."""
WEIGHTS = {
    "place": -0.573,
    "opening": 0.218,
    "shared": 1.405,
    "aligned": 0.330,
    "length": 0.527,
    "new": -2.580,
    "fresh": 1.158,
    "weight": 0.140,
    "common": 0.401,
    "leading": -0.130,
    "repeats": -0.876,
    "within": 0.189,
    "articles": 0.337,
    "chosen": -0.301,
}
"""What each feature of `worth` adds to the logarithm of what a passage adds to a page."""
