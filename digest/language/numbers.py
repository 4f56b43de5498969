"""The one reader of numbers: value, magnitude, unit, range and approximation, by the marks and words of a language.

The marks are Babel's; the words are each language's data. What could as well be read otherwise is not read: "1,200" in a
German text, which may be English, or "2,4 million" in an English one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import prod
from typing import Literal, NamedTuple

from digest.language.calendar import months

Approximate = Literal["", "most", "least", "nearly", "about"]
"""What the words before a number make of it: the value itself, an upper bound, a lower one, a little less, more or less."""
SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "US$": "USD", "C$": "CAD", "A$": "AUD", "R$": "BRL"}
"""Currencies (ISO 4217) by their signs, in any language."""
NEVER = r"(?!)"
"""A pattern that matches nothing."""
FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8"}
"""Signs of what is less than one, in any language."""
COUNT = "count"
"""The unit of a number that does not say what it counts."""
_LARGE = 1000
_WIDE = 10.0
"""A range whose upper end is this many times the lower one is none behind a word that may as well say by how much."""
YEAR_NUMBERS = range(1900, 2101)
"""Values that digits alone have as a year, and not as an amount."""
_JOINED = frozenset("-.,/:+$€£¥")
"""Signs behind which digits are the rest of something longer."""


class Amount(NamedTuple):
    """A number as a value, the same however it is printed; `unit` is "%" for a share, else empty."""

    value: float
    unit: str = ""


class Number(NamedTuple):
    """A number that is printed up to code point `end`, its magnitude included.

    `scale` is its magnitude. `step` is what one is worth in the last digit: of those behind a decimal mark the last that is
    printed (100,000 in "2.4 million", 0.01 in "2.40"), else the last that is not a nought (100 in "1,200").
    `bare` says that it is digits alone, but for a fraction, `spelled` that it is a word.
    """

    value: float
    step: float
    scale: float
    bare: bool
    spelled: bool
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number and what it measures, at code points [start, end) of a sentence.

    `unit` is a currency (ISO 4217), "%", "points", "seconds" (durations), an abbreviated unit as printed, the thing counted
    in lower case, or `COUNT`; `noun` is that thing as printed, a duration's in lower case without the s of its plural, and
    empty for money and shares. What is counted begins at `named`. `top` is the upper end of a range, None for a number.
    `step` is the `Number.step` of `value` in its unit (360,000 for "200 hours"); 0.0 where a number is not rounded.
    """

    unit: str
    value: float
    top: float | None = None
    step: float = 0.0
    approximate: Approximate = ""
    start: int
    end: int
    noun: str = ""
    named: int = 0


@lru_cache(maxsize=1 << 16)
def digits(value: float) -> int:
    """Return how many digits a value has without the noughts at its end, at most seven: 3 for 43.9 and for 43,900,000."""
    return len(f"{value:.6e}".split("e")[0].rstrip("0.").replace(".", ""))


def rounds_to(fine: float, coarse: float) -> bool:
    """Whether a value is another one when rounded to the digits of that: 43.9 is 44, not 43."""
    return float(f"{fine:.{digits(coarse) - 1}e}") == coarse


def _any(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first; `NEVER` for none."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or NEVER


@dataclass(frozen=True, kw_only=True, eq=False)
class Numbers:
    """How numbers are printed in a language. Words are in lower case; patterns are matched in upper case too.

    magnitudes, suffixes: words ("million") and letters written to the digits ("5k"), by what they are worth
    numerals: numbers written as words
    fractions: words of what is added to the number before them ("and a half"), by what it is; "2½" and "2-1/2" need none
    currencies, shares: words of units, which the pattern `ties` may join to the number
    weights: words of currencies that are weights where no magnitude stands before them, and the unit they are then
    approximate: patterns of what stands before a number, by what it makes of it
    ranges, both: patterns of what joins the ends of a range, and of what does so only behind the pattern `between`
    moved, by: patterns of what stands before a number from which, or by which, a value went to the one behind the group `to`
        of `ranges`, so that the two are no range ("fell from 5% to 4%", "grew by $90 to $1,600")
    durations: seconds of a word without the s of its plural; behind it the pattern `age` makes it none
    measures: abbreviated units, counted as they are printed
    plural: a pattern of how a thing counted ends, up to `reach` words away; where none is known it is the next word
    uncounted: words that are no thing counted by themselves: particles, times and ages; people, of whom a number alone
        says nothing, where it is not known what befell them
    names: a pattern of what stands before a number that is part of a name
    level: a pattern of what stands before a large number that says alone how many there are ("claims fell to 293,000")
    people: the unit of people who are counted by what befell them alone: behind the number where `fallen` finds it ("7
        dead"), before it where `befell` does and no thing counted follows, as `alone` tells ("killing 7")
    groups: marks of thousands besides Babel's; `mixed`: some print the language with the marks of English, so that three
        digits behind a mark of decimals could be thousands
    """

    code: str
    magnitudes: Mapping[str, float]
    currencies: Mapping[str, str]
    shares: Mapping[str, str]
    approximate: Mapping[Approximate, str]
    ranges: str
    both: str
    between: str
    uncounted: frozenset[str]
    ties: str = ""
    moved: str = NEVER
    by: str = NEVER
    groups: str = ""
    mixed: bool = True
    suffixes: Mapping[str, float] = field(default_factory=dict)
    numerals: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, str] = field(default_factory=dict)
    durations: Mapping[str, int] = field(default_factory=dict)
    age: str = NEVER
    measures: frozenset[str] = frozenset()
    plural: str = ""
    reach: int = 1
    names: str = NEVER
    people: str = ""
    level: str = NEVER
    fallen: str = NEVER
    befell: str = NEVER
    alone: str = NEVER

    def at(self, text: str, start: int) -> Number | None:
        """Return the number that begins at a code point; None where none does, or where it could be read in two ways."""
        found = self._patterns.number.match(text, start)
        if found is None:
            return None
        whole, part, word = found["whole"] or "", found["part"] or "", found["word"]
        over, under = self._fraction(found)
        if over >= under or (self.mixed and len(part) == 3 and whole.isdigit()):
            return None
        size = self._patterns.size.match(text, found.end())
        scale = self._scale(size)
        if word:
            value, step = float(self.numerals[word.casefold()]), 1.0
        else:
            plain = re.sub(r"\D", "", whole)
            value = float(f"{plain}.{part}")
            step = 0.1 ** len(part) if part else float(f"1e{len(plain) - len(plain.rstrip('0'))}")
        if over:
            value, step = value + over / under, 1 / under
        bare = whole.isdigit() and not (part or size)
        return Number(value * scale, step * scale, scale, bare, bool(word), size.end() if size else found.end())

    def _fraction(self, found: re.Match[str]) -> tuple[int, int]:
        """What a number has besides ones, over and under the line; (0, 1) for nothing."""
        added = self.fractions.get((found["added"] or "").casefold().replace("-", " "))
        over, _, under = (found["over"] or FRACTIONS.get(found["sign"]) or added or "0/1").partition("/")
        return int(over), int(under)

    def is_share(self, text: str, end: int) -> bool:
        """Whether the number that ends at a code point is a percentage."""
        found = self._patterns.unit.match(text, end)
        return found is not None and self._unit(found) == "%"

    def quantities(self, text: str) -> Iterator[Quantity]:
        """Yield the quantities of a sentence in order: money, shares, durations and counts of things.

        Years, ages, ordinals, addresses, scores, a single thing and numbers that measure nothing are none.
        """
        place = 0
        while found := self._patterns.opening.search(text, place):
            number = self.at(text, found.end())
            place = found.end() + 1
            if number is not None:
                quantity, place = self._quantity(text, found, number)
                if quantity is not None:
                    yield quantity

    def _quantity(self, text: str, opening: re.Match[str], low: Number) -> tuple[Quantity | None, int]:
        """Return (the quantity that begins with the number `low`, the code point to read on from).

        `opening` is what stands before the number: words of approximation, which a range drops, and the sign of a currency.
        `low` is the whole number, or the lower end of a range; the upper end's magnitude multiplies it too ("2-3 million"),
        unless it has its own or is a larger number in thousands ("500,000 to 1 million"). There is no quantity where the
        number measures nothing or is part of something longer, and where a range does not rise, has one end in digits and
        one in words, two units, or "and" without "between" ("5 and 10 homes"); then neither end is read on its own.
        """
        joiner, high = self._upper(text, opening.start(), low)
        last, plus = self._with_plus(text, high or low)
        low, high = (low, last) if high else (last, None)
        between = self._patterns.between.search(text[: opening.start()]) is not None
        if low.spelled and self._patterns.spelled.search(text[: opening.start()]):
            return None, last.end
        if joiner and high and (low.spelled != high.spelled or (joiner["both"] and not between)):
            return None, last.end
        if joiner and high and self._has_two_units(text, opening["sign"], joiner, last.end):
            return None, last.end
        unit, noun, end = self._measured(text, last.end, low, high, opening["sign"])
        if not unit and (people := self._people(text, opening.start(), last, noun)) is not None:
            unit, noun, end = self.people, self.people, people
        if not unit and self._is_level(text, opening, last):
            unit, noun, end = COUNT, "", last.end
        scaled = high and low.scale == 1 and (low.bare or low.value < max(_LARGE, high.value / high.scale))
        per_unit = self._seconds(unit, noun) * (high.scale if high and scaled else 1)
        value, top = low.value * per_unit, high.value * self._seconds(unit, noun) if high else None
        second_of_between = self._patterns.second_of_between.match(text, end) if between and not high else None
        if second_of_between:  # each end has its unit: between 5 dollars and 10 dollars
            high = self.at(text, second_of_between.end())
            if high is None:
                return None, second_of_between.end()
            last = high
            other, noun, end = self._measured(text, high.end, high, None, second_of_between["sign"])
            if other != unit or low.spelled != high.spelled:
                return None, high.end
            top = high.value * self._seconds(other, noun)
        stop = end if unit in self.measures else last.end
        if not unit or not self._is_whole(text, opening, stop) or (top is not None and top <= value):
            return None, last.end
        approximate: Approximate = next((kind for kind in self.approximate if opening[kind]), "least" if plus else "")
        approximate, start, named, step = "" if high else approximate, opening.start(), last.end, low.step * per_unit
        return Quantity(
            unit=unit, value=value, top=top, step=step, approximate=approximate, start=start, end=end, noun=noun, named=named
        ), end

    def _has_two_units(self, text: str, sign: str | None, joiner: re.Match[str], end: int) -> bool:
        """Whether the ends of a range have two units ("$5 to 10%"); "$" and "dollars" are of the dollar of `sign` ("C$")."""
        behind = self._patterns.unit.match(text, end)
        signs = [SIGNS[printed.strip().upper()] for printed in (sign, joiner["sign"]) if printed]
        units = {*signs, *["%"] * ("%" in joiner.group())}
        both = units | ({self._unit(behind)} if behind else set())
        if sign and "$" in sign:
            both = both - {"USD"} | {signs[0]}
        return bool(units) and (len(both) > 1 or not (sign or behind))

    def _upper(self, text: str, start: int, low: Number) -> tuple[re.Match[str] | None, Number | None]:
        """What joins the number `low` to another, and that, unless a value went from the first, or by it, to the second."""
        joiner = self._patterns.joiner.match(text, low.end)
        high = self.at(text, joiner.end()) if joiner else None
        if joiner and high and joiner.groupdict().get("to"):
            by = high.value > _WIDE * low.value and self._patterns.by.search(text[:start])
            if by or self._patterns.moved.search(text[:start]):
                return joiner, None
        return joiner, high

    def _with_plus(self, text: str, number: Number) -> tuple[Number, bool]:
        """Return (the number with a plus sign behind it and the magnitude behind that: "5+ million", whether it has one)."""
        if not text.startswith("+", number.end):
            return number, False
        size = self._patterns.size.match(text, number.end + 1)
        scale, end = self._scale(size), size.end() if size else number.end + 1
        value, step, bare = number.value * scale, number.step * scale, number.bare and not size
        return Number(value, step, number.scale * scale, bare, number.spelled, end), True

    def _seconds(self, unit: str, noun: str) -> int:
        """What one of a unit is in the unit that values are in: seconds for a duration, else 1."""
        return self.durations[noun] if unit == "seconds" else 1

    def _is_whole(self, text: str, found: re.Match[str], end: int) -> bool:
        """Whether what is printed up to `end` is no part of something longer or of a name."""
        before, behind = text[: found.start()], text[end : end + 1]
        if before[-1:].isalnum() or before[-1:] in _JOINED or behind.isalpha():
            return False
        return bool(found.group()) or not self._patterns.names.search(before)

    def _measured(self, text: str, end: int, low: Number, high: Number | None, sign: str) -> tuple[str, str, int]:
        """Return what a number measures: (its unit, the thing counted or "", where the words of both end).

        The unit is a currency, share, weight, "seconds", measure or the thing; "" of an age, one thing, a year, or no thing.
        """
        found = self._patterns.unit.match(text, end)
        scaled = low.scale > 1 or (high is not None and high.scale > 1)
        if sign:
            return SIGNS[sign.strip().upper()], "", found.end() if found else end
        if found:
            weight = None if scaled else self.weights.get((found["word"] or "").casefold())
            return weight or self._unit(found), "", found.end()
        if printed := self._patterns.measure.match(text, end):
            return printed[1], printed[1], printed.end()
        if not (words := list(self._following(text, end))):
            return "", "", end
        first, last = words[0], words[-1]
        if (time := first[1].casefold().removesuffix("s")) in self.durations:
            aged = first.group().startswith("-") or self._patterns.age.match(text, first.end())
            return "" if aged else "seconds", time, first.end()
        single = high is None and not scaled and (low.value in (0, 1) or (low.bare and low.value in YEAR_NUMBERS))
        counted = not single and not text.startswith("-", end) and self._is_thing(last[1])
        return last[1].casefold() if counted else "", last[1], last.end()

    def _people(self, text: str, start: int, number: Number, noun: str) -> int | None:
        """Where the words end that count people by what befell them alone, which begin at `start`; None where none do."""
        if number.value <= 1 or noun in self.durations:
            return None
        if found := self._patterns.fallen.match(text, number.end):
            return found.end()
        counted = self._patterns.befell.search(text[:start]) and self._patterns.alone.match(text, number.end)
        return number.end if counted else None

    def _is_level(self, text: str, opening: re.Match[str], number: Number) -> bool:
        """Whether a large number says alone how many there are of what stands before it."""
        level = number.value >= _LARGE and not number.bare and self._patterns.level.search(text[: opening.start()])
        return bool(level and self._patterns.alone.match(text, number.end))

    def _unit(self, found: re.Match[str]) -> str:
        """The unit of words or a sign behind a number."""
        word = (found["word"] or found["share"] or "%").casefold()
        return self.currencies.get(word) or self.shares.get(word) or SIGNS.get((found["sign"] or "").upper(), "%")

    def _following(self, text: str, end: int) -> Iterator[re.Match[str]]:
        """The words behind a number up to the thing counted."""
        for _ in range(self.reach):
            found = self._patterns.following.match(text, end)
            if found is None or not found[1][0].isalpha():
                return
            if (word := found[1].casefold()) in self._patterns.uncounted or word in self.numerals:
                return
            yield found
            if self._patterns.plural.search(found[1]):
                return
            end = found.end()

    def _is_thing(self, word: str) -> bool:
        """Whether a word is one for things that are counted."""
        return len(word) > 2 and self._patterns.plural.search(word) is not None

    def _scale(self, size: re.Match[str] | None) -> float:
        """What the magnitudes behind a number make of it together: 1e9 for "thousand million", 1.0 for none."""
        words = self._patterns.sizes.findall(size.group().casefold()) if size else ()
        return prod((self.magnitudes.get(word) or self.suffixes[word] for word in words), start=1.0)

    @cached_property
    def _patterns(self) -> _Patterns:
        return _Patterns(self)


class _Patterns:
    """The patterns that the words of a language make."""

    def __init__(self, numbers: Numbers) -> None:
        """Compile them."""
        from babel import Locale  # noqa: PLC0415 - most builds read no number by it

        symbols = Locale(numbers.code).number_symbols["latn"]
        decimal, groups = re.escape(symbols["decimal"]), re.escape(symbols["group"] + numbers.groups)
        magnitudes, suffixes, numerals = (_any(words) for words in (numbers.magnitudes, numbers.suffixes, numbers.numerals))
        added = _any(numbers.fractions).replace(r"\ ", "[ -]")
        signs, singles = _any(SIGNS), _any(sign for sign in SIGNS if len(sign) == 1)
        kinds = "|".join(f"(?P<{kind}>{words})" for kind, words in numbers.approximate.items())

        def compiled(pattern: str) -> re.Pattern[str]:
            return re.compile(pattern, re.IGNORECASE)

        self.number = compiled(
            r"(?<!\d[.,:/])(?:"
            rf"(?P<whole>\d{{1,3}}(?=[ -]\d/\d)|\d{{1,3}}(?:[{groups}]\d{{3}})+|\d+)(?:{decimal}(?P<part>\d+))?"
            rf"(?(part)|(?:(?<!\d{{4}})(?:[ -](?P<over>\d/\d{{1,2}})|[ -]?(?P<sign>[{''.join(FRACTIONS)}])))?)(?![.,:/]?\d)|"
            rf"(?P<word>{numerals})(?!\w))(?:[ -](?P<added>{added})(?!\w))?"
        )
        self.size = compiled(rf"(?:[\s-]?(?:{magnitudes})(?!\w))+|(?:{suffixes})(?!\w)")
        self.sizes = compiled(f"{magnitudes}|{suffixes}")
        self.opening = compiled(rf"(?<![^\W_])(?:(?:{kinds})\s)?(?P<sign>(?:{signs})\s?)?(?=\d|(?:{numerals})(?!\w))")
        self.joiner = compiled(rf"(?:{numbers.ranges}|(?P<both>{numbers.both}))(?P<sign>(?:{signs})\s?)?")
        self.second_of_between = compiled(rf"(?:{numbers.both})(?P<sign>(?:{signs})\s?)?(?=\d|(?:{numerals})(?!\w))")
        self.between = compiled(rf"\b(?:{numbers.between})\s\Z")
        self.moved, self.by = (compiled(rf"\b(?:{words})\s\Z") for words in (numbers.moved, numbers.by))
        self.unit = compiled(
            rf"\s?(?:%|(?P<sign>{singles}))(?!\w)|[\s-]?(?P<share>{_any(numbers.shares)})(?!\w)|"
            rf"[\s-](?:{numbers.ties})?(?P<word>{_any(numbers.currencies)})(?!\w)"
        )
        letters = r"[^\W\d_][\w’'-]*" if numbers.plural else r"[^\W\d_]{2,}(?![\w’'-])"
        self.spelled = compiled(rf"\b(?:{numerals}|{magnitudes})[\s-]\Z")
        self.uncounted = numbers.uncounted if numbers.plural else numbers.uncounted | months(numbers.code).keys()
        self.following = compiled(rf"[\s-](?:{numbers.ties})?({letters})")
        self.plural, self.measure = compiled(numbers.plural or r"\w"), re.compile(rf"[\s-]?({_any(numbers.measures)})(?!\w)")
        self.age, self.names = compiled(numbers.age), re.compile(numbers.names)
        self.fallen = compiled(rf"(?:{numbers.fallen})(?={numbers.alone})")
        self.level = compiled(rf"\b(?:{numbers.level}) \Z")
        self.befell, self.alone = compiled(numbers.befell), compiled(numbers.alone)
