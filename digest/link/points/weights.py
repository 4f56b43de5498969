"""What decides which passages a page tells, written by tests/quality/select_fit.py; change it by running that."""

CONSTANT = -1.668
"""Logarithm of what a passage adds whose features are all 0."""
WEIGHTS = {
    "place": -0.575,
    "opening": 0.218,
    "shared": 1.410,
    "aligned": 0.321,
    "length": 0.524,
    "new": -2.560,
    "fresh": 1.148,
    "weight": 0.155,
    "common": 0.385,
    "leading": -0.127,
    "repeats": -0.853,
    "within": 0.175,
    "articles": 0.347,
    "chosen": -0.300,
}
"""What each feature of `worth` adds to the logarithm of what a passage adds to a page."""
