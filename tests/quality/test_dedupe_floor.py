"""Copies are found as well as the floor says, and far better than by MinHash."""

import runpy
import sys
from pathlib import Path
from statistics import mean

import pytest

from digest.gate import FLOORS

PAIR_F1, EXCERPTS = FLOORS["copies"].least, 0.96
SEEDS = (7, 8, 9)
MOST_FALSE = 15
"""False pairs of some 900 rows, a third of them updates that hold another article's sentences or excerpts so held."""


@pytest.fixture
def bench(shared, monkeypatch):
    """The benchmark's functions, with the development data's tools at hand."""
    shared("data/stories")
    monkeypatch.setattr(sys, "path", [str(shared("tools/copies.py").parent), *sys.path])
    return runpy.run_path(str(Path(__file__).parents[2] / "benchmarks/dedupe.py"))


def test_copies_are_found(bench):
    """Pair F1 and excerpt recall over simulated syndication of articles that nothing was set with."""
    from copies import make

    found = []
    for seed in SEEDS:
        copies = make(bench["base"]()[1], seed)
        found.append(bench["scores"](copies, bench["ours"](bench["articles"](copies))))
    assert mean(f1 for f1, _ in found) >= PAIR_F1
    assert mean(excerpts for _, excerpts in found) >= EXCERPTS


@pytest.mark.parametrize("seed", SEEDS)
def test_updates_that_quote_take_no_other_articles_excerpts(bench, seed):
    """Hardly any pair of different articles is together, and the excerpts are with what they are taken from."""
    copies = bench["quoting"](bench["base"]()[1], seed)
    together = bench["ours"](bench["articles"](copies))
    f1, excerpts = bench["scores"](copies, together)
    assert bench["false_pairs"](copies, together) <= MOST_FALSE
    assert min(f1, excerpts) >= EXCERPTS
