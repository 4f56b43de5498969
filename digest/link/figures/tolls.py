"""Whom a number counts by what befell them: the dead, the injured or the arrested of an event, where, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.language import Language
from digest.language.calendar import month_words, weekday_words
from digest.language.figures import Tolls
from digest.language.marks import inside_quotation
from digest.language.numbers import Quantity
from digest.language.terms import Key
from digest.link.reading import Sentence

ROOT = 5
"""Letters of a name by which it is compared, so that India and Indian are one."""
_PAUSE = re.compile(r"[,;:\d]")
_WORD = re.compile(r"[^\W\d_]+")


class Toll(NamedTuple):
    """What befell those whom a number counts: one of `Tolls.fates`.

    `whom` is the stem of who is counted, empty for anyone; `where` has the roots of the names of places next to the number,
    `when` the words for the time of another event than the news, `days` the days of the week.
    """

    fate: int
    whom: str
    where: frozenset[str]
    when: frozenset[str]
    days: frozenset[Key]


def toll_of(
    sentence: Sentence, quantity: Quantity, clause: tuple[int, int], others: Sequence[Quantity], known: Language
) -> Toll | None:
    """Return what a number of a sentence counts by what befell them; None where it counts nobody so.

    Nor does a number that a speaker gives, one of a part, of a rate or of many days, and what is to come. `others` are all
    numbers of the sentence: a place stands with the number before it, in a clause that has none with the next.
    """
    figures, text = known.figures, sentence.text
    if figures is None or not quantity.noun or inside_quotation(text[: quantity.start]):
        return None
    tolls = figures.tolls
    fate = _fate(tolls, text, quantity)
    if fate is None or tolls.aside.search(text[slice(*clause)]) or tolls.elsewhere.search(text):
        return None
    if figures.contrasts.speaker.search(text, clause[0], quantity.start):
        return None
    noun = quantity.noun.casefold()
    when = frozenset(word.casefold() for word in tolls.past.findall(text))
    if not when and tolls.unclear.match(text):
        return None
    return Toll(
        fate=fate,
        whom="" if noun in tolls.anyone else known.stem(noun),
        where=_where(tolls, text, quantity, others) - {name[:ROOT] for name in _dates(known.code)},
        when=when,
        days=frozenset(term.key for term in sentence.terms if term.key in known.weekdays),
    )


def _fate(tolls: Tolls, text: str, quantity: Quantity) -> int | None:
    """What befell them, by who is counted, by what stands behind them, or else before."""
    who = text[quantity.start : quantity.end]
    for number, fate in enumerate(tolls.fates):
        if fate.named.search(who) or fate.behind.match(text, quantity.end):
            return number
    before = f"{text[: quantity.start]}#{text[quantity.named : quantity.end]}"
    return next((number for number, fate in enumerate(tolls.fates) if fate.before.search(before)), None)


def _where(tolls: Tolls, text: str, quantity: Quantity, others: Sequence[Quantity]) -> frozenset[str]:
    """The places behind a number in its phrase, else those between the number before and it."""
    found = _PAUSE.search(text, quantity.end)
    stop = found.start() if found else len(text)
    start = max((one.end for one in others if one.end <= quantity.start), default=0)
    return _places(tolls.place, text[quantity.end : stop]) or _places(tolls.place, text[start : quantity.start])


@lru_cache(maxsize=4096)
def _places(place: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(
        word.casefold()[:ROOT] for match in place.finditer(text) for word in _WORD.findall(match.group(1)) if len(word) > 2
    )


@lru_cache(maxsize=64)
def _dates(language: str) -> frozenset[str]:
    return month_words(language) | weekday_words(language)
