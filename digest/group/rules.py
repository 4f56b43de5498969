"""What decides whether articles are together, as one value, so that other settings can be tried."""

from __future__ import annotations

from dataclasses import dataclass

from digest.group.weights import COHESION, JOIN, SEED, SHAPES, WEIGHTS, WINDOW

SCALE = 10_000
"""Probabilities and shares are whole numbers of this, so that sums of them are exact in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The weights of the logistic model (by shape: a constant and one for each feature) and the thresholds of linkage."""

    weights: tuple[tuple[float, ...], ...] = tuple(WEIGHTS[shape] for shape in SHAPES)
    window: float = WINDOW
    seed: float = SEED
    join: float = JOIN
    cohesion: float = COHESION


RULES = Rules()
"""The rules of this program."""
CAUTION: dict[str, Rules] = {
    "low": Rules(seed=0.3, join=0.16),
    "normal": RULES,
    "high": Rules(seed=0.5, join=0.28),
}
"""How much is asked before articles are together, by the word that `grouping.caution` of seeds/digest.yml may have."""
