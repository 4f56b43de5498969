"""Quotations (to come)."""

from digest.link.reading import Reading
from digest.model import Quote


def quotes(reading: Reading) -> tuple[Quote, ...]:
    """Return the quotations of a story."""
    return ()
