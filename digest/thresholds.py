"""The numbers that decide, out of the rooms that go by them, for the method page: so it says what is in force."""

from __future__ import annotations

import math

from digest import notices
from digest.dedupe import batches, pairs, shingles
from digest.group import background
from digest.group.rules import RULES
from digest.group.weights import SNIPPET
from digest.link import draft
from digest.link.points import comparisons, lines, singles, telling
from digest.link.support import weights
from digest.relate import running, usual
from digest.relate import weights as ties
from digest.render.method import Threshold


def thresholds() -> tuple[Threshold, ...]:
    """Return what is decided by a number, in plain words, and that number."""
    sure, alike, near = weights.SUPPORT, weights.SUPPORT - weights.OPENING, comparisons.LIKELY
    return (
        ("A run that is compared between articles", f"{shingles.SIZE} words"),
        ("A run so common that it says nothing", f"in more than {pairs.BOILERPLATE} articles"),
        ("Runs that two copies share", f"at least {pairs.LEAST_SHARED_PRINTS}"),
        ("Their share of the shorter article", f"at least {pairs.COPY_SHARE:.0%}"),
        ("Texts that are compared for being near copies", f"at most {batches.WINDOW.days} days apart"),
        (
            "Of the words by which two notices in the same set words differ, names and figures are",
            f"more than {notices.NOTICE_SHARE:.0%}",
        ),
        ("Articles that can be one event", f"at most {RULES.window:g} days apart, by the day they were published"),
        ("Mean probability from which two groups join", f"{RULES.join:.2f}"),
        (f"Probability from which two items of feeds (under {SNIPPET} words) make a story", f"{RULES.seed:.2f}"),
        ("Days before those compared that say how common a word is in this digest", f"{background.DAYS_BEFORE}"),
        (
            "How alike the texts of two groups must begin, against those within each",
            f"at least {RULES.cohesion:.0%}",
        ),
        ("Stories that may continue one another", f"at most {usual.MOST_DAYS} days apart"),
        ("Probability from which one story continues another", f"{_odds(ties.CONTINUES):.2f}"),
        (f"The same before a digest has {usual.LEAST_HISTORY} stories to go by", f"{_odds(ties.NEW_DIGEST):.2f}"),
        (
            "A name that is in the news",
            f"in the titles of {usual.IN_NEWS} stories in {usual.NEWS_DAYS} days, {usual.BURST:g} times as often as before",
        ),
        ("Earlier stories that one is tied to as continuing them", f"at most {running.MOST_BEFORE}"),
        ("Passages on a page, of whatever kind", f"at most {telling.MOST_TOLD}"),
        ("Share of a passage’s weight that one before it has, from which it says the same", f"{lines.SAME:.0%}"),
        ("Passages to compare beneath a line", f"of at most {comparisons.WIDE} articles"),
        ("Probability from which words are cited for a statement", f"{sure:.2f}"),
        ("The same between openings that share a verb", f"{alike:.2f}"),
        ("Probability from which words are compared", f"{near:.2f}"),
        ("Quotations", f"at most {draft.MOST_QUOTES}"),
        ("Figures", f"at most {draft.MOST_FIGURES}"),
        ("Statements of one source alone", f"at most {singles.MOST_SINGLES}"),
    )


def _odds(logarithm: float) -> float:
    """The probability that a logarithm of odds stands for."""
    return 1 / (1 + math.exp(-logarithm))
