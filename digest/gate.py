"""What the program must achieve: the figures below which its own tests fail, and which the method page shows."""

from __future__ import annotations

from typing import NamedTuple

from digest.translations import message


class Floor(NamedTuple):
    """A figure from 0 to 1, `least`, below which `what` must not fall on labelled data."""

    what: str
    least: float


FLOORS = {
    "allsides_dated": Floor(message("Stories of news leads of two years (BCubed F1)"), 0.945),
    "basil": Floor(message("Stories of American politics in full text (BCubed F1)"), 0.99),
    "ecbplus": Floor(message("Stories of events that look alike (BCubed F1)"), 0.95),
    "wikinews": Floor(message("Stories of crawled pages with unreliable dates (BCubed F1)"), 0.755),
    "mixed": Floor(message("Stories of all of these at once, half of the articles without a partner (BCubed F1)"), 0.93),
    "copies": Floor(message("Copies among simulated reprints (F1 of pairs)"), 0.97),
    "body": Floor(message("Text of saved article pages (F1 of paragraphs)"), 0.96),
    "date": Floor(message("Dates of saved article pages"), 0.97),
}
"""By the name of the data or the field; tests/quality/ measures each."""
