"""What decides which passages a page tells, written by tests/quality/select_fit.py; change it by running that."""

CONSTANT = -0.783
"""What a passage adds whose features are all 0."""
WEIGHTS = {
    "place": -0.218,
    "early": -0.070,
    "opening": 0.137,
    "shared": 0.592,
    "aligned": 0.390,
    "central": 0.072,
    "length": 0.120,
    "names": -0.075,
    "numbers": -0.011,
    "leaning": 0.024,
    "speech": -0.034,
    "pair": 0.060,
    "new": -0.005,
    "weight": 0.209,
    "leading": 0.080,
    "titled": 0.030,
    "repeats": -0.194,
    "apart": -0.011,
    "articles": 0.279,
}
"""What each feature of `worth` adds to what a passage adds to a page."""
