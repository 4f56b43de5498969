"""The signs and units that make another amount of a number: a minus before it, miles or kilometres behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MINUS = re.compile(r"(?<![^\s(\[“„\"'])[-−](?=\d)")
"""What stands before a number below nought, in any language."""
EACH, THIS = "each", "this"
"""In the place of a number: so much a month, and this month."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Units:
    """The units of a language, with which numbers of one value are not one amount.

    `names` has for each word or sign, in lower case, the unit that it means. Of the patterns `behind` matches a unit (its
    group `unit`) behind a number, with what makes another unit of it before it (`kind`), `below` what says behind one that
    it is below nought, and `minus` ends before such a number. `spell` finds a unit of time that has no number: one of so
    much `each`, or `this` one.
    """

    names: Mapping[str, str]
    behind: re.Pattern[str]
    below: re.Pattern[str]
    minus: re.Pattern[str]
    spell: re.Pattern[str]

    def is_negative(self, text: str, start: int, end: int) -> bool:
        """Whether the number at code points [start, end) is below nought."""
        signed = MINUS.match(text, start - 1)
        return bool(signed or self.minus.search(text[:start]) or self.below.match(text, end))

    def measured(self, text: str, numbers: Iterable[tuple[float, int]]) -> dict[float | str, set[str]]:
        """Return the units in a text by the number they stand behind; each number is its value, and where it ends."""
        found: dict[float | str, set[str]] = {}
        for value, end in numbers:
            if match := self.behind.match(text, end):
                found.setdefault(value, set()).add(f"{match['kind']}{self.names[match['unit'].casefold()]}".casefold())
        for match in self.spell.finditer(text):
            unit, what = (match["each"], EACH) if match["each"] else (match["this"], THIS)
            found.setdefault(what, set()).add(self.names[unit.casefold()])
        return found
