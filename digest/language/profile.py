"""What is known of a language, as one value: what it lacks is refused, not guessed by the rules of another."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from digest.language import calendar
from digest.language.days import Days
from digest.language.figures import Figures
from digest.language.grammar import Dating, Grammar
from digest.language.numbers import Numbers
from digest.language.speech import NOTHING, Attribution, Rules, Speech, Words
from digest.language.stems import Endings, snowball
from digest.language.units import Units

_LIGHT_FROM = 5.7
"""Zipf frequency from which a word of a language without a list of light words carries no part of a fact by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language (`code` is ISO 639) and what can be read of its texts.

    `grammar` is known where clauses, verbs, pronouns, wishes and guesses are told apart, and with them what supports a
    statement in other words. `speech` says how it prints what people said, `attribution` how whose reporting it repeats.
    `numbers` says how figures are printed, `units` which units make other amounts of them, `days` how dates are printed,
    `figures` what the words around a number tell of it, and `dating` how a text says of which day it is. `roundups` say how
    titles read that head several events or none, `promises` those that promise instead of telling, or name the kind of
    piece that they head, `trading` those of reports on a day's trading, and `opinions` are the words that label who gives
    an opinion. `saying` are verbs of reports that somebody said something. `leaning` says, where no grammar is known, how
    sentences begin that lean on the one before; a rule tells `turns` where they take it back or limit it. `negations` are
    the words that deny, `doubts` those by which what they stand beside is only alleged, planned, tried, supposed or turned
    down. `stemmer` gives the stem of a word in lower case where Snowball's is not good enough. What is `elided` is a word
    of its own before the one that it is printed with ("l'or"). Articles are compared by words without their `endings`, of
    which a stemmer takes off more.

    `stops` says that a mark ends its sentences. None ends behind what `abbreviated` finds, nor where the first pattern of
    one of `joined` finds something before a seeming end and the second matches behind it, nor, where `dotted_days` have a
    full stop, between day and month. `commonest` are words that make up much of any text. Where all its nouns are
    printed with a capital, and not only names, `before_nouns` are the words that show the place of the noun behind them.
    `right_to_left` is its direction.
    """

    code: str
    grammar: Grammar | None = None
    speech: Speech | None = None
    attribution: Attribution | None = None
    numbers: Numbers | None = None
    units: Units | None = None
    days: Days | None = None
    figures: Figures | None = None
    dating: Dating | None = None
    roundups: Rules = NOTHING
    promises: Rules = NOTHING
    trading: Rules = NOTHING
    opinions: Words = ""
    saying: Words = ""
    leaning: Rules = NOTHING
    negations: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    stemmer: Callable[[str], str] | None = None
    endings: Endings | None = None
    elided: re.Pattern[str] | None = None
    stops: bool = True
    abbreviated: re.Pattern[str] | None = None
    dotted_days: bool = False
    before_nouns: frozenset[str] = frozenset()
    joined: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()
    commonest: frozenset[str] = frozenset()
    right_to_left: bool = False

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction of its texts, as HTML has it."""
        return "rtl" if self.right_to_left else "ltr"

    @property
    def months(self) -> frozenset[str]:
        """The names of months that are no other word, in lower case."""
        return calendar.month_words(self.code)

    @property
    def weekdays(self) -> frozenset[str]:
        """The names of days of the week that are no other word, in lower case."""
        return calendar.weekday_words(self.code)

    def stem(self, word: str) -> str:
        """Return the stem of a word in lower case; the word itself in a language that has no stemmer."""
        return self.stemmer(word) if self.stemmer else snowball(word, self.code)

    def zipf(self, word: str) -> float:
        """Return how common a word in lower case is: 0 rare … 8 common."""
        from digest.language.frequency import zipf  # noqa: PLC0415 - its lists are slow to load, and fetching needs none

        return zipf(word, self.code)

    def light(self, word: str) -> bool:
        """Whether a word in lower case carries no part of a fact by itself."""
        if self.grammar:
            return word in self.grammar.vocabulary.light
        return self.zipf(word) >= _LIGHT_FROM
