"""The logistic model that grouping and the support of statements are fitted with."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.optimize import minimize


def logistic(
    x: np.ndarray, y: np.ndarray, ridge: float, balance: np.ndarray | None = None, bounds: Mapping[int, tuple] | None = None
) -> list[float]:
    """Return the constant and the weights of a logistic model, with a ridge on standardised features.

    `balance` weighs the rows (all alike without it), `bounds` keep a feature's weight between two numbers.
    """
    mean, deviation = x.mean(axis=0), x.std(axis=0)
    deviation[deviation < 1e-6] = 1e6  # a feature that is always the same tells nothing
    z = (x - mean) / deviation
    balance = np.ones(len(y)) if balance is None else balance * len(balance) / balance.sum()

    def loss(at: np.ndarray) -> tuple[float, np.ndarray]:
        logit = at[0] + z @ at[1:]
        rest = balance * (1 / (1 + np.exp(-logit)) - y)
        value = (balance * (np.logaddexp(0, logit) - y * logit)).sum() + ridge * (at[1:] ** 2).sum() / 2
        return value, np.concatenate([[rest.sum()], z.T @ rest + ridge * at[1:]])

    limits = [(None, None)] * (1 + len(mean))
    for feature, (low, high) in (bounds or {}).items():
        limits[1 + feature] = (low * deviation[feature], high * deviation[feature])
    at = minimize(loss, np.zeros(1 + len(mean)), jac=True, bounds=limits, method="L-BFGS-B").x
    scaled = at[1:] / deviation
    return [float(at[0] - (scaled * mean).sum()), *map(float, scaled)]
