"""The program's own words in the language of a site, from catalogues in gettext's format: one `.po` a language.

English stands in the code and in the templates and needs no catalogue: it is what is said where a language has none, or a
catalogue lacks a message. `{names}` in a message are filled in when it is said. method/ has the catalogues of the method
page. `python docs/catalogues.py` brings them up to date with what is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from digest.translations.catalogue import Catalogue, catalogue_of, key

__all__ = [
    "Catalogue",
    "amount",
    "catalogue_of",
    "count",
    "decimal",
    "in_force",
    "in_language",
    "language_names",
    "language_said",
    "message",
    "percent",
    "say",
]

_SITE: ContextVar[str] = ContextVar("the language of the site", default="en")


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Say all that is said within in the language of a site (ISO 639), as far as it has a catalogue."""
    token = _SITE.set(code)
    try:
        yield
    finally:
        _SITE.reset(token)


def language_said() -> str:
    """Return the language of the site, whether or not it has a catalogue."""
    return _SITE.get()


def in_force() -> Catalogue | None:
    """Return the catalogue of the language of the site; None where English is said."""
    return catalogue_of(_SITE.get())


def message(words: str) -> str:
    """Mark words that are said elsewhere as a message of the catalogues; return them."""
    return words


def say(words: str, /, **values: object) -> str:
    """Return a message in the language of the site, with the values in the places that it has for them."""
    known = in_force()
    said = known.messages.get(key(words), words) if known else words
    return said.format(**values) if values else said


def count(number: int, one: str, several: str, /, **values: object) -> str:
    """Return a message that counts in the plural that a number asks for; `{number}` in it has its thousands apart."""
    known = in_force()
    forms = known.plurals.get(one) if known else None
    said = forms[known.plural(number)] if known and forms else one if number == 1 else several
    return said.format(number=amount(number), **values)


def amount(number: int) -> str:
    """Return a whole number with its thousands apart: "1,234"."""
    return decimal(number, f"{number:,}")


def decimal(number: float, english: str) -> str:
    """Return a number with as many decimals as it has in `english`."""
    known = in_force()
    if known is None:
        return english
    from babel.numbers import format_decimal  # noqa: PLC0415 - English needs none of it

    pattern = str(known.locale.decimal_formats[None].pattern).partition(".")[0]
    places = len(english.partition(".")[2])
    return str(format_decimal(number, format=pattern + ("." + "0" * places if places else ""), locale=known.locale))


def language_names(codes: Iterable[str]) -> tuple[str, ...]:
    """Return what languages (ISO 639) are called where the method page is read, in its order of names."""
    from babel import Locale  # noqa: PLC0415 - most pages name none

    known = in_force()
    locale = known.locale if known and known.method else Locale("en")
    return tuple(sorted(str(locale.languages[code]) for code in codes))


def percent(share: float, english: str) -> str:
    """Return a share of 1 in per cent, with as many decimals as it has in `english` ("12.5%")."""
    known = in_force()
    if known is None:
        return english
    from babel.numbers import format_percent  # noqa: PLC0415 - English needs none of it

    pattern = str(known.locale.percent_formats[None].pattern)
    places = len(english.removesuffix("%").partition(".")[2])
    pattern = pattern.replace("0", "0." + "0" * places, 1) if places else pattern
    return str(format_percent(share, format=pattern, locale=known.locale))
