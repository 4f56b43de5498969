"""Figures (to come)."""

from digest.link.reading import Reading
from digest.model import Figure


def figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the figures of a story."""
    return ()
