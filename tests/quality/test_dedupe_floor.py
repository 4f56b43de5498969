"""Copies are found as well as the floor says, and far better than by MinHash."""

import runpy
import sys
from pathlib import Path
from statistics import mean

PAIR_F1, EXCERPTS = 0.94, 0.95
SEEDS = (7, 8, 9)


def test_copies_are_found(shared, monkeypatch):
    """Pair F1 and excerpt recall over simulated syndication of articles that nothing was set with."""
    monkeypatch.setattr(sys, "path", [str(shared("tools/copies.py").parent), *sys.path])
    shared("data/stories")
    bench = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks/dedupe.py"))
    from copies import make

    found = []
    for seed in SEEDS:
        copies = make(bench["base"]()[1], seed)
        found.append(bench["scores"](copies, bench["ours"](bench["articles"](copies))))
    assert mean(f1 for f1, _ in found) >= PAIR_F1
    assert mean(excerpts for _, excerpts in found) >= EXCERPTS
