"""Editions: a page a day, the weeks, months and years above them, and what has no day. No list repeats another."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from digest.common import references
from digest.model import Markdown, Page, Story
from digest.render import dates
from digest.render.cards import card, line, paged, summaries_only
from digest.render.charts import calendar
from digest.render.escape import joined, link, own
from digest.render.page import Made, Meta, Part, page, up
from digest.render.site import Site
from digest.render.spoken import headline_link
from digest.render.structured import structured_edition
from digest.render.svg import picture
from digest.render.wording import items, tally
from digest.translations import count, message, say

WEEK = re.compile(r"\d{4}-w\d\d")
"""What the key of a week is: "2026-w23"."""
_INDEX = "editions/index.md"
UNDATED = "editions/undated.md"
_WEEK = 12  # stories of a week
_WEEKS = 12  # of the newest year, in the index: they are named by their days
_YEAR = timedelta(weeks=52)
_MONTH, _YEAR_OF = itemgetter(slice(7)), itemgetter(slice(4))  # of a day
_SHADED = message("Days by how many stories they have; the lists below say how many")
_OF_DAY = 5  # stories of a day that its month names
_LEAST = 6  # filled up with what one source alone tells


def edition_path(key: str) -> str:
    """Return the page of a day, given as "2026-06-05", or of a week, given as "2026-w23"."""
    return f"{references.edition_path(key)}.md"


def weeks_of(site: Site) -> dict[str, list[str]]:
    """Return the days of each week, both newest first, weeks as ISO 8601 counts them."""
    return _grouped(list(site.days), dates.week)


def week_stories(keys: Sequence[str], site: Site) -> tuple[list[Story], list[Story]]:
    """Return the stories of the days of a week that stand for it, largest first, and the others."""
    ordered = came_in_order(list({story.id: story for key in keys for story in site.days[key]}.values()), keys, site)
    shown = min(_WEEK, max(sum(map(site.several, ordered)), _LEAST))
    return ordered[:shown], ordered[shown:]


def week_span(week: str) -> str:
    """Return the first and the last day of a week in words."""
    monday = dates.monday(week)
    return dates.span(monday, monday + timedelta(days=6))


def week_title(stories: int) -> str:
    """Return the title of a week that so many stories stand for: "The week in 7 stories"."""
    return count(stories, "The week in {number} story", "The week in {number} stories")


def pages_over(key: str) -> dict[str, str]:
    """Return the pages of a day, of its week, its month and its year, each with its title."""
    week = dates.week(key)
    return {
        edition_path(key): dates.weekday(dates.start(key)),
        edition_path(week): say("The week of {day}", day=dates.day(dates.monday(week))),
        _above(key[:7]): _named_month(key[:7]),
        _above(key[:4]): key[:4],
    }


def edition_parts(site: Site) -> Iterator[Part]:
    """Yield what renders the page of each day and of each week, the newest first."""
    keys, weeks = list(site.days), weeks_of(site)
    for key in keys:
        yield edition_path(key), partial(_day, key, keys, site)
    for week, days in weeks.items():
        yield edition_path(week), partial(_week_pages, week, list(weeks), days, site)


def edition_pages(site: Site) -> Iterator[Page]:
    """Yield the months, the newest first, then years, what has no day, and the index; with their calendars."""
    ordered = {key: came_in_order(stories, [key], site) for key, stories in site.days.items()}
    keys = list(ordered)
    months, years = _grouped(keys, _MONTH), _grouped(keys, _YEAR_OF)
    for month, days in months.items():
        yield _month(month, list(months), {key: ordered[key] for key in days}, site)
    for year, days in years.items():
        yield from _year(year, list(years), days, site)
    undated = sorted((story for story in site.listed if story.updated is None), key=lambda story: story.path)
    if undated:
        yield from _stories(
            UNDATED, say("Without a date"), {}, undated, site, link(say("Editions"), f"{up(UNDATED)}{_INDEX}")
        )
    yield from _index(ordered, undated, site)


def made_of(site: Site) -> Iterator[tuple[str, Made]]:
    """Yield the path of each day's and each week's page, and what it is made of."""
    keys = list(site.days)
    for before, key, after in _with_neighbours(keys):
        earlier = [day for day in site.same_days[key[5:]] if day < key]
        shown = [story for day in (key, *earlier) for story in site.days[day]]
        yield edition_path(key), Made(stories=tuple(shown), rest=(before, after, _weights(shown, site)))
    weeks = weeks_of(site)
    for before, week, after in _with_neighbours(list(weeks)):
        shown = [story for day in weeks[week] for story in site.days[day]]
        yield edition_path(week), Made(stories=tuple(shown), rest=(before, after, _weights(shown, site)))


def _with_neighbours(keys: Sequence[str]) -> Iterator[tuple[str | None, str, str | None]]:
    return zip([None, *keys], keys, [*keys[1:], None], strict=False)


def _weights(stories: Sequence[Story], site: Site) -> list[float]:
    """What of the order of stories is not of the stories themselves: the size of their running events."""
    return [site.event_sizes[story.id] for story in stories]


def _grouped(keys: Sequence[str], part: Callable[[str], str]) -> dict[str, list[str]]:
    """Days by their week, month or year, in their order."""
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(part(key), []).append(key)
    return found


def on_this_day(key: str, path: str, site: Site) -> list[dict[str, Any]]:
    """Return, for lines.md.j2 on the page at `path`, the first story of the same day of each earlier year, newest first."""
    lines = []
    for earlier in site.same_days.get(key[5:], ()):
        if earlier < key:
            story = came_in_order(site.days[earlier], [earlier], site)[0]
            named = headline_link(story, f"{up(path)}{story.path}.md")
            lines.append({"link": named, "meta": link(dates.day(dates.start(earlier)), up(path) + edition_path(earlier))})
    return lines


def came_in_order(stories: Sequence[Story], keys: Collection[str], site: Site) -> list[Story]:
    """Return stories by how much of them came in on these days, what several publishers tell first."""
    came = {story.id: [one for one in story.articles if one.day and dates.key(one.day) in keys] for story in stories}
    return sorted(stories, key=lambda story: (not site.several(story), site.rank(story, site.size(came[story.id]))))


def _day(key: str, keys: Sequence[str], site: Site) -> Iterator[Page]:
    path, stories = edition_path(key), came_in_order(site.days[key], [key], site)
    turn = _turn(key, keys, path, edition_path, lambda day: dates.day(dates.start(day)))
    title = dates.weekday(dates.start(key))
    meta: Meta = {"date": key, "month": key[:7], "structured": structured_edition(path, title, key, stories, site)}
    yield from _stories(path, title, meta, stories, site, turn, on_this_day(key, path, site))


def _turn(one: str, every: Sequence[str], path: str, place: Callable[[str], str], named: Callable[[str], str]) -> Markdown:
    """The ways to what came before and after, and to all; `every` has the newest first."""
    at = every.index(one)
    turns = (every[at + 1] if at + 1 < len(every) else None, every[at - 1] if at else None)
    words = (message("Earlier: {named}"), message("Later: {named}"))
    ways = [link(say(word, named=named(o)), up(path) + place(o)) for word, o in zip(words, turns, strict=True) if o]
    return joined([*ways, link(say("all editions"), up(path) + _INDEX)])


def _stories(
    path: str,
    title: str,
    meta: Meta,
    stories: Sequence[Story],
    site: Site,
    turn: Markdown,
    earlier: Sequence[dict[str, Any]] = (),
) -> Iterator[Page]:
    several = sum(site.several(story) for story in stories)
    facts = tally(several, len(stories) - several)

    def fill(part: Sequence[Story], here: str) -> dict[str, Any]:
        root = up(here)
        cards = [card(story, site, here, top=True) for story in part if site.several(story)]
        above = [link(say("Editions"), root + _INDEX)]
        if "date" in meta:
            above.append(link(_named_month(str(meta["month"])), f"{root}{_above(str(meta['month']))}"))
            week = dates.week(str(meta["date"]))
            above.append(link(say("week {number}", number=week[-2:]), f"{root}{edition_path(week)}"))
        return {
            "kicker": joined(above),
            "title": title,
            "counts": facts,
            "cards": cards,
            "summaries_only": summaries_only(cards),
            "others": (),
            "lines": [line(story, site, here) for story in part if not site.several(story)],
            "earlier": earlier if here == path else [],
            "turn": turn if here == path else link(title, root + path),
        }

    said = say("{title}: {facts}.", title=title, facts=facts)
    head: Meta = {"title": title, "description": said, "digest_kind": "edition", **meta}
    yield from paged(path, "edition", head, stories, fill)


def _week_pages(week: str, weeks: Sequence[str], keys: Sequence[str], site: Site) -> Iterator[Page]:
    """The week in its largest stories, then what else several publishers told in lines, with the ways to its days."""
    path, span = edition_path(week), week_span(week)
    shown, others = week_stories(keys, site)
    several = sum(map(site.several, (*shown, *others)))
    title = week_title(len(shown))
    days = (link(dates.weekday_name(dates.start(key)), up(path) + edition_path(key)) for key in reversed(keys))
    facts = [span, tally(several, len(shown) + len(others) - several)]
    meta: Meta = {"title": f"{title}: {span}", "description": say("{title}, {span}.", title=title, span=span)}
    meta["digest_kind"] = "edition"
    monday = dates.monday(week)
    days_of = f"{dates.key(monday)}/{dates.key(monday + timedelta(days=6))}"
    meta["structured"] = structured_edition(path, str(meta["title"]), days_of, shown, site)
    cards = [card(story, site, path, top=True) for story in shown]
    turn = _turn(week, weeks, path, edition_path, lambda other: say("week of {day}", day=dates.day(dates.monday(other))))
    yield page(
        path,
        "edition",
        meta,
        kicker=joined([link(say("Editions"), up(path) + _INDEX), link(keys[0][:4], up(path) + _above(keys[0][:4]))]),
        title=title,
        counts=joined([*facts, *days]),
        cards=cards,
        summaries_only=summaries_only(cards),
        others=[line(story, site, path) for story in others if site.several(story)],
        lines=[],
        earlier=[],
        turn=turn,
        pager="",
    )


def _month(month: str, months: Sequence[str], days: dict[str, list[Story]], site: Site) -> Page:
    path = _above(month)
    weeks = sorted({dates.week(key) for key in days})
    kicker = f"{link(say('Editions'), up(path) + _INDEX)} · {link(month[:4], up(path) + _above(month[:4]))}"
    groups = [{"title": "", "lines": _day_lines(days, path, site, _OF_DAY)}]
    return _list(
        path,
        _named_month(month),
        own(kicker),
        groups,
        chips=_weeks(weeks, path),
        turn=_turn(month, months, path, _above, _named_month),
    )


def _year(year: str, years: Sequence[str], keys: Sequence[str], site: Site) -> Iterator[Page]:
    path, name = _above(year), f"editions/{year}/calendar.svg"
    drawn = calendar({key: len(site.days[key]) for key in keys}, say("The editions of {year}", year=year))
    yield Page(path=name, text=drawn)
    groups = [{"title": "", "lines": _month_lines(keys, path, site)}]
    chips = _weeks(sorted({dates.week(key) for key in keys}), path)
    turn = _turn(year, years, path, _above, str)
    yield _list(
        path,
        year,
        link(say("Editions"), up(path) + _INDEX),
        groups,
        picture(drawn, up(path) + name, say(_SHADED)),
        chips,
        turn,
    )


def _index(ordered: dict[str, list[Story]], undated: Sequence[Story], site: Site) -> Iterator[Page]:
    """The newest month by its days, the months before it by year, each once; years of one month alone stand together."""
    name, keys = "editions/calendar.svg", list(ordered)
    groups: list[dict[str, Any]] = []
    drawing = own("")
    if keys:
        newest = {key: stories for key, stories in ordered.items() if key[:7] == keys[0][:7]}
        title, newest_alone = link(_named_month(keys[0][:7]), up(_INDEX) + _above(keys[0][:7])), ""
        groups.append({"title": title, "lines": _day_lines(newest, _INDEX, site)})
        for year, found in groupby(keys[len(newest) :], lambda key: key[:4]):
            lines = _month_lines(list(found), _INDEX, site)
            alone = len(lines) == 1 and year != keys[0][:4]
            if alone and newest_alone:
                groups[-1]["lines"] += lines
                groups[-1]["title"] = f"{year}–{newest_alone}"
            else:
                groups.append({"title": link(year, up(_INDEX) + _above(year)), "lines": lines})
                newest_alone = year if alone else ""
    if undated:
        lines = [{"link": link(say("Without a date"), f"../{UNDATED}"), "meta": items(len(undated))}]
        groups.append({"title": say("No day known"), "lines": lines})
    if keys:
        drawn = calendar({key: len(stories) for key, stories in ordered.items()}, say("The editions of the last year"))
        yield Page(path=name, text=drawn)
        drawing = picture(drawn, up(_INDEX) + name, say(_SHADED))
    weeks = [
        week for week in sorted(set(map(dates.week, keys))) if dates.monday(dates.week(keys[0])) - dates.monday(week) < _YEAR
    ]
    yield _list(_INDEX, say("Editions"), own(""), groups, drawing, _weeks(weeks[-_WEEKS:], _INDEX))


def _month_lines(keys: Sequence[str], path: str, site: Site) -> list[dict[str, Any]]:
    lines = []
    for month, found in groupby(keys, lambda key: key[:7]):
        days = list(found)
        stories = {story.id: site.several(story) for key in days for story in site.days[key]}
        facts = [
            count(len(days), "{number} edition", "{number} editions"),
            tally(sum(stories.values()), len(stories) - sum(stories.values())),
        ]
        lines.append({"link": link(_named_month(month), up(path) + _above(month)), "meta": joined(facts)})
    return lines


def _day_lines(days: Mapping[str, Sequence[Story]], path: str, site: Site, most: int = 1) -> list[dict[str, Any]]:
    """A line a day with its largest story, that of a newer day only where it has no other.

    With `most` further stories of several publishers stand beside it, so many in all.
    """
    lines, named = [], set[str]()
    for key, stories in days.items():
        left = [story for story in stories if story.id not in named] or stories[:1]
        largest = [*left[:1], *(story for story in left[1:most] if site.several(story))]
        named.update(story.id for story in largest)
        several = sum(map(site.several, stories))
        heads = [headline_link(story, f"{up(path)}{story.path}.md") for story in largest]
        facts = [*heads, tally(several, len(stories) - several)]
        between = "<br>" if len(heads) > 1 else " · "
        day = link(dates.weekday(dates.start(key)), up(path) + edition_path(key))
        lines.append({"link": day, "meta": joined(facts, between)})
    return lines


def _weeks(weeks: Sequence[str], path: str) -> Markdown:
    """Ways to weeks, by the days they begin on."""
    return joined((link(f"{dates.short(dates.monday(week))}", up(path) + edition_path(week)) for week in weeks), " ")


def _list(
    path: str,
    title: str,
    kicker: Markdown,
    groups: Sequence[dict[str, Any]],
    drawing: Markdown | str = "",
    chips: Markdown | str = "",
    turn: Markdown | str = "",
) -> Page:
    said = say("Every day’s edition.") if path == _INDEX else say("Editions: {title}", title=title)
    meta: Meta = {"title": title, "description": said, "digest_kind": "editions"}
    return page(path, "editions", meta, title=title, kicker=kicker, groups=groups, drawing=drawing, chips=chips, turn=turn)


def _above(part: str) -> str:
    """The page of a month ("2026-06") or a year ("2026")."""
    return f"editions/{part.replace('-', '/')}/index.md"


def _named_month(month: str) -> str:
    return dates.month(dates.start(f"{month}-01"))
