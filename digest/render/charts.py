"""Drawings of many stories as SVG files: how many a day, a week or a month, a calendar of days, a publisher's record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from xml.etree import ElementTree as ET

from digest.model import Article, Story
from digest.render import dates
from digest.render.site import Site
from digest.render.svg import WIDTH, block, canvas, short, text, written
from digest.render.wording import articles as article_count
from digest.translations import amount, message, say

COVERAGE = message("Coverage over time; the sentence below says the same in words")
_HEIGHT = 64  # pixels of the highest bar
_BARS = 31  # at most; of a longer time a bar is a week, then a month
_WEEKS = 53  # of a calendar
_DAY = timedelta(days=1)
Tally = tuple[int, int]  # how many articles in stories of several publishers, and how many else


def tallies(articles: Iterable[tuple[Article, Story]], site: Site) -> dict[str, Tally]:
    """Return how many articles came out on each day ("2026-06-05"): in stories of several publishers, and else."""
    found: dict[str, Tally] = {}
    for article, story in articles:
        if at := dates.reported(article):
            several, single = found.get(dates.key(at), (0, 0))
            found[dates.key(at)] = (several + site.several(story), single + (not site.several(story)))
    return found


def spans(counted: Mapping[str, Tally]) -> tuple[str, list[tuple[str, Tally]]]:
    """Return what a bar stands for, "day", "week" or "month", and each from the first to the last with its tally.

    `counted` are the tallies by day, as in "2026-06-05". A span is named by its first day.
    """
    days = list(_all(min(counted), max(counted)))
    for unit, begins in (("day", str), ("week", _monday), ("month", _first)):
        every = list(dict.fromkeys(map(begins, days)))
        if len(every) <= _BARS or unit == "month":
            break
    sums: Counter[str] = Counter()
    more: Counter[str] = Counter()
    for key, (several, single) in counted.items():
        sums[begins(key)] += several
        more[begins(key)] += single
    return unit, [(key, (sums[key], more[key])) for key in every[-10 * _BARS :]]


def bars(counted: Mapping[str, Tally], title: str) -> str | None:
    """Return a bar for each day, week or month, what several publishers tell below what one alone does.

    None where all is of one span.
    """
    if not counted:
        return None
    _, found = spans(counted)
    if len(found) < 2:
        return None
    most = max(sum(tally) for _, tally in found)
    root = canvas(_HEIGHT + 40, title)
    base, step = 16 + _HEIGHT, WIDTH / len(found)
    width = min(step * 0.78, 26.0)
    for place, (_, (several, single)) in enumerate(found):
        x = step * place + (step - width) / 2
        high, rest = _HEIGHT * several / most, _HEIGHT * single / most
        if several:
            block(root, "bar", x, base - high, width, high)
        if single:
            block(root, "rest", x, base - high - rest, width, rest)
    block(root, "shade0", 0, base, WIDTH, 1.5)
    peak = max(range(len(found)), key=lambda place: (sum(found[place][1]), -place))
    text(root, min(max(step * (peak + 0.5), 12), WIDTH - 12), 12, amount(most), "small", "middle")
    text(root, 0, base + 18, _named(min(counted)), "soft small")
    text(root, WIDTH, base + 18, _named(max(counted)), "soft small", "end")
    return written(root)


def in_words(counted: Mapping[str, Tally]) -> str:
    """Return what the bars show: "12 articles from 3 May to 5 June 2026, most in the week of 1 June 2026 (5)".

    What the dark ones are is said where there are others.
    """
    kinds = [sum(tally[kind] for tally in counted.values()) for kind in (0, 1)]
    told = _span_and_peak(counted)
    return f"{told} {say('Dark: in stories of several publishers.')}" if all(kinds) else told


def _span_and_peak(counted: Mapping[str, Tally]) -> str:
    """From when to when there are articles, and when most; the latest where several have as many."""
    unit, found = spans(counted)
    total = sum(sum(tally) for _, tally in found)
    key, most = max(((key, sum(tally)) for key, tally in found), key=lambda pair: (pair[1], pair[0]))
    at = dates.start(key)
    first, last = _named(min(counted)), _named(max(counted))
    told = say("{articles} from {first} to {last}", articles=article_count(total), first=first, last=last)
    if most <= 1:
        return say("{told}.", told=told)
    known = {"told": told, "number": amount(most)}
    if unit == "month":
        return say("{told}, most in {month} ({number}).", month=dates.month(at), **known)
    if unit == "week":
        return say("{told}, most in the week of {day} ({number}).", day=dates.day(at), **known)
    return say("{told}, most on {day} ({number}).", day=dates.day(at), **known)


def calendar(counted: Mapping[str, int], title: str) -> str:
    """Return the days of the last year in columns of weeks, the darker the more stories they have; `counted` has a day."""
    last = dates.start(max(counted))
    end = dates.monday(dates.week(max(counted)))
    begin = max(dates.monday(dates.week(min(counted))), end - timedelta(weeks=_WEEKS - 1))
    weeks = (end - begin).days // 7 + 1
    size = min((WIDTH - 26) / weeks, 24.0)
    root = canvas(round(7 * size) + 46, title)
    levels = _levels([number for key, number in counted.items() if dates.start(key) >= begin])
    for row in (0, 3, 6):
        name = dates.weekday_short(begin + row * _DAY)
        text(root, 0, 20 + size * (row + 0.5) + 4, name, "soft small" if size > 9 else "soft tiny")
    named = 0.0
    for week in range(weeks):
        monday = begin + timedelta(weeks=week)
        if (week == 0 or monday.day <= 7) and 28 + size * week >= named and size * (weeks - week) > 12:
            text(root, 28 + size * week, 12, dates.month_short(monday), "soft small")
            named = 28 + size * week + 30
        for row in range(7):
            at = monday + row * _DAY
            if at <= last:
                shade = sum(counted.get(dates.key(at), 0) >= level for level in levels)
                block(root, f"shade{shade}", 28 + size * week, 20 + size * row, size * 0.86, size * 0.86)
    _shades(root, round(7 * size) + 40, levels)
    return written(root)


def _shades(root: ET.Element, y: int, levels: Sequence[int]) -> None:
    """What each shade means, beneath the days."""
    x = 28.0
    for shade, level in enumerate((0, *levels)):
        block(root, f"shade{shade}", x, y - 10, 11, 11)
        words = f"{amount(level)}+" if level else amount(0)
        text(root, x + 15, y, words, "soft small")
        x += 30 + 6.4 * len(words)


def record(tally: Mapping[str, int], title: str) -> str:
    """Return in how many of its "stories" a publisher was "first", "alone", and "repeating" another: a bar each."""
    root = canvas(4 * 26 + 4, title)
    kinds = {"stories": say("stories"), "first": say("first"), "alone": say("alone"), "repeating": say("repeating")}
    for row, (kind, words) in enumerate(kinds.items()):
        y = 4 + 26 * row
        text(root, 0, y + 14, words)
        block(root, "shade0", 84, y, WIDTH - 136, 18)
        block(root, "bar" if row else "rest", 84, y, (WIDTH - 136) * tally.get(kind, 0) / max(1, tally["stories"]), 18)
        text(root, WIDTH, y + 14, short(amount(tally.get(kind, 0)), 8), "strong", "end")
    return written(root)


def _levels(numbers: Iterable[int]) -> list[int]:
    """From which number on a day has each shade: a quarter of the days that have something lies between two of them."""
    ranked = sorted(number for number in numbers if number)
    found = [ranked[len(ranked) * part // 4] for part in range(4)] if ranked else []
    return sorted({1, *found[1:]})


def _named(key: str) -> str:
    return dates.day(dates.start(key))


@cache
def _monday(key: str) -> str:
    return dates.key(dates.monday(dates.week(key)))


def _first(key: str) -> str:
    return f"{key[:7]}-01"


def _all(first: str, last: str) -> Iterable[str]:
    """Every day from the first to the last."""
    begins, ends = (date.fromisoformat(key).toordinal() for key in (first, last))
    return (date.fromordinal(day).isoformat() for day in range(begins, ends + 1))
