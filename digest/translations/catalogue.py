"""The catalogue of a language: gettext's `.po` files, read by Babel."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from typing import Any

_CODE = re.compile(r"[a-z]{2,3}")
_COUNTED = range(1000)
"""Numbers among which every plural of a language has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The messages of a language by their English words, spaces and ends of lines between them being one space.

    `plurals` has of those that count, by the English singular, a form for each number that `plural` gives. `locale` is
    Babel's, by which dates and numbers are printed; `method` says whether the method page is translated too.
    """

    locale: Any
    messages: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]
    method: bool

    def by_category(self, forms: tuple[str, ...]) -> dict[str, str]:
        """Return the forms by what the CLDR calls their plurals ("one", "few", "other"), as a browser asks for them."""
        found = {self.locale.plural_form(number): forms[self.plural(number)] for number in _COUNTED}
        return {"other": forms[-1], **found}


def key(words: str) -> str:
    """Return what a message is looked up by: its English words, one space between them."""
    return " ".join(words.split()) if "\n" in words else words


@cache
def catalogue_of(code: str) -> Catalogue | None:
    """Return the catalogue of a language (ISO 639); None where there is none, as for English."""
    pages, method = _read(code, f"{code}.po"), _read(code, f"method/{code}.po")
    if pages is None:
        return None
    from babel import Locale  # noqa: PLC0415 - English needs none of it

    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for each in [*pages, *(method or ())]:
        if isinstance(each.id, tuple) and isinstance(each.string, tuple) and all(each.string):
            plurals[each.id[0]] = each.string
        elif isinstance(each.id, str) and each.id and isinstance(each.string, str) and each.string:
            messages[each.id] = each.string
    return Catalogue(
        locale=Locale.parse(code),
        messages=messages,
        plurals=plurals,
        plural=c2py(pages.plural_expr),
        method=method is not None,
    )


def _read(code: str, name: str) -> Any:
    """The file of a language as Babel reads it; None where there is none."""
    try:
        data = pkgutil.get_data("digest.translations", name) if _CODE.fullmatch(code) else None
    except OSError:
        data = None
    if data is None:
        return None
    from babel.messages.pofile import read_po  # noqa: PLC0415 - English needs none of it

    return read_po(data.decode().splitlines(keepends=True), locale=code)
