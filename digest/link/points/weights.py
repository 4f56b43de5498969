"""What decides which passages a page tells, written by tests/quality/select_fit.py; change it by running that."""

CONSTANT = -0.564
"""What a passage adds whose features are all 0."""
WEIGHTS = {
    "place": -0.246,
    "early": -0.027,
    "opening": 0.246,
    "shared": 0.571,
    "aligned": 0.168,
    "central": 0.061,
    "length": 0.066,
    "names": -0.045,
    "numbers": 0.053,
    "leaning": 0.013,
    "speech": 0.027,
    "pair": 0.044,
    "new": 0.094,
    "weight": 0.218,
    "leading": -0.002,
    "titled": 0.078,
    "repeats": -0.128,
    "apart": 0.005,
    "articles": 0.224,
}
"""What each feature of `worth` adds to what a passage adds to a page."""
