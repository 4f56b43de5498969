"""The countries of the world by their names in a language (CLDR): Germany, Allemagne and Deutschland are one."""

from __future__ import annotations

import re
from functools import cache

_CODE = re.compile(r"[A-Z]{2}\Z")


@cache
def countries(language: str) -> dict[str, str]:
    """Return the ISO 3166 code of each country by its name in lower case; names of several words are left out."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to load, and a digest in one language needs none

    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {name.casefold(): code for code, name in names.items() if _CODE.match(code) and name.isalpha()}
