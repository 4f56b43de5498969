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
    "low": Measured(0.83, 0.58, 4.7, 7.3),
    "normal": Measured(0.93, 0.55, 6.7, 7.7),
    "high": Measured(0.94, 0.52, 5.7, 6.7),
}
"""By what `grouping.caution` may say."""
