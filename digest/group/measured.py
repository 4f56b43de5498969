"""What grouping achieves on items of feeds by each caution, written by tests/quality/group_fit.py --items --write."""

from __future__ import annotations

from typing import NamedTuple


class Measured(NamedTuple):
    """Figures by weights that were fitted on other days; see tests/quality/group_items.py.

    `precision` over items put with others, `recall` over items that belong with others, both shares; `pure` of the `told`
    stories of several publishers are of one event alone, both means over the ways to cut the days.
    """

    precision: float
    recall: float
    pure: float
    told: float


CAUTIONS = {
    "low": Measured(0.0, 0.0, 0.0, 0.0),
}
"""By what `grouping.caution` may say."""
