"""The numbers that decide, out of the rooms that go by them, for the method page: so it says what is in force."""

from __future__ import annotations

import math

from digest.common import notices
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
from digest.translations import count, decimal, percent, say


def thresholds() -> tuple[Threshold, ...]:
    """Return what is decided by a number, in plain words, and that number; both in the language that is said."""
    return (*_of_copies(), *_of_stories(), *_of_pages())


def _of_copies() -> tuple[Threshold, ...]:
    """What decides which texts are one."""
    return (
        (say("A run that is compared between articles"), _words(shingles.SIZE)),
        (
            say("A run so common that it says nothing"),
            count(pairs.BOILERPLATE, "in more than {number} article", "in more than {number} articles"),
        ),
        (say("Runs that two copies share"), _at_least(pairs.LEAST_SHARED_PRINTS)),
        (say("Their share of the shorter article"), _at_least_share(pairs.COPY_SHARE)),
        (say("Texts that are compared for being near copies"), _days_apart(batches.WINDOW.days)),
        (
            say("Of the words by which two notices in the same set words differ, names and figures are"),
            say("more than {share}", share=percent(notices.NOTICE_SHARE, f"{notices.NOTICE_SHARE:.0%}")),
        ),
    )


def _of_stories() -> tuple[Threshold, ...]:
    """What decides which articles are a story, and which stories an event."""
    return (
        (say("Articles that can be one event"), _published_apart(round(RULES.window))),
        (say("Mean probability from which two groups join"), _probability(RULES.join)),
        (
            say("Probability from which two items of feeds (under {number} words) make a story", number=SNIPPET),
            _probability(RULES.seed),
        ),
        (say("Days before those compared that say how common a word is in this digest"), f"{background.DAYS_BEFORE}"),
        (
            say("How alike the texts of two groups must begin, against those within each"),
            _at_least_share(RULES.cohesion),
        ),
        (say("Stories that may continue one another"), _days_apart(usual.MOST_DAYS)),
        (say("Probability from which one story continues another"), _probability(_odds(ties.CONTINUES))),
        (
            say("The same before a digest has {number} stories to go by", number=usual.LEAST_HISTORY),
            _probability(_odds(ties.NEW_DIGEST)),
        ),
        (
            say("A name that is in the news"),
            say(
                "in the titles of {stories} stories in {days} days, {times} times as often as before",
                stories=usual.IN_NEWS,
                days=usual.NEWS_DAYS,
                times=decimal(usual.BURST, f"{usual.BURST:g}"),
            ),
        ),
        (say("Earlier stories that one is tied to as continuing them"), _at_most(running.MOST_BEFORE)),
    )


def _of_pages() -> tuple[Threshold, ...]:
    """What decides which words stand on a story's page."""
    sure, alike, near = weights.SUPPORT, weights.SUPPORT - weights.OPENING, comparisons.LIKELY
    return (
        (say("Passages on a page, of whatever kind"), _at_most(telling.MOST_TOLD)),
        (
            say("Share of a passage’s weight that one before it has, from which it says the same"),
            percent(lines.SAME, f"{lines.SAME:.0%}"),
        ),
        (
            say("Passages to compare beneath a line"),
            count(comparisons.WIDE, "of at most {number} article", "of at most {number} articles"),
        ),
        (say("Probability from which words are cited for a statement"), _probability(sure)),
        (say("The same between openings that share a verb"), _probability(alike)),
        (say("Probability from which words are compared"), _probability(near)),
        (say("Quotations"), _at_most(draft.MOST_QUOTES)),
        (say("Figures"), _at_most(draft.MOST_FIGURES)),
        (say("Statements of one source alone"), _at_most(singles.MOST_SINGLES)),
    )


def _words(number: int) -> str:
    return count(number, "{number} word", "{number} words")


def _at_most(number: int) -> str:
    return say("at most {number}", number=number)


def _at_least(number: int) -> str:
    return say("at least {number}", number=number)


def _at_least_share(share: float) -> str:
    return say("at least {number}", number=percent(share, f"{share:.0%}"))


def _days_apart(number: int) -> str:
    return count(number, "at most {number} day apart", "at most {number} days apart")


def _published_apart(number: int) -> str:
    return count(
        number,
        "at most {number} day apart, by the day they were published",
        "at most {number} days apart, by the day they were published",
    )


def _probability(share: float) -> str:
    return decimal(share, f"{share:.2f}")


def _odds(logarithm: float) -> float:
    """The probability that a logarithm of odds stands for."""
    return 1 / (1 + math.exp(-logarithm))
