"""The units of English."""

from __future__ import annotations

import re

from digest.language.units import Units

_TIMES = """
second seconds sec secs | minute minutes min mins | hour hours hr hrs | day days | night nights | week weeks
fortnight fortnights | month months | quarter quarters | year years yr yrs | decade decades | century centuries
"""
_OTHERS = """
mile miles mi mph | kilometre kilometres kilometer kilometers km kph km/h | metre metres meter meters
centimetre centimetres centimeter centimeters cm | millimetre millimetres millimeter millimeters mm
foot feet ft | inch inches | yard yards | acre acres | hectare hectares ha
tonne tonnes ton tons | kilogram kilograms kilogramme kilogrammes kilo kilos kg | gram grams gramme grammes g
ounce ounces oz | lb lbs pound pounds | litre litres liter liters | gallon gallons | barrel barrels | pint pints
celsius c °c | fahrenheit f °f | volt volts | watt watts | kilowatt kilowatts kw | megawatt megawatts mw
gigawatt gigawatts gw | kwh | mwh | megabyte megabytes mb | gigabyte gigabytes gb | terabyte terabytes tb
percent % | points
"""
"""Of each unit its name and its other forms."""


def _names(units: str) -> dict[str, str]:
    lines = (each.split() for each in units.replace("|", "\n").splitlines())
    return {word: words[0] for words in lines for word in words}


_NAMES = _names(_TIMES) | _names(_OTHERS)
_ANY = "|".join(re.escape(word) for word in sorted(_NAMES, key=lambda word: (-len(word), word)))
_TIME = "|".join(sorted(_names(_TIMES), key=lambda word: (-len(word), word)))

UNITS = Units(
    names=_NAMES,
    behind=re.compile(
        r"(?:[\s-]?degrees?)?[\s-]?(?:(?:more|further|straight|full|consecutive|additional|extra) )?"
        rf"(?P<kind>(?:(?:square|cubic|nautical|percentage|basis) )?)(?P<unit>{_ANY})(?!\w)",
        re.IGNORECASE,
    ),
    below=re.compile(r"(?:\s?°\s?[CF]?| degrees(?: [CF]\w*)?)? below (?:zero|freezing)\b"),
    minus=re.compile(r"\b[Mm]inus \Z"),
    # "40,000 dollars a month", "three times a week", "per night"; but not "a year ago".
    spell=re.compile(
        rf"\b(?:(?:per|each|every) |(?:\w*(?<!s)s|million|billion|trillion|thousand|hundred|once|twice|\d[\d,.]*[kmb]?n?|"
        rf"percent|cent|%) an? )(?P<each>{_TIME})\b(?! ago\b)|\bthis (?P<this>{_TIME})\b",
        re.IGNORECASE,
    ),
)
