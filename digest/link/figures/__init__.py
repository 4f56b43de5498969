"""Figures that several sources give for one measure, and where they contradict each other.

in: a story as it is read
out: measures with their values, each cited
never: an average, a unit that the text does not have
"""

from digest.link.figures.aggregate import figures

__all__ = ["figures"]
