"""Editions: a page a day, the months and years above them, and what has no day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from digest.model import Markdown, Page, Story
from digest.render import dates
from digest.render.cards import card, line, paged
from digest.render.escape import joined, link, own
from digest.render.page import Meta, page, up
from digest.render.site import Site
from digest.render.wording import count, tally

_INDEX = "editions/index.md"
_UNDATED = "editions/undated.md"


def edition_path(key: str) -> str:
    """Return the page of a day, given as "2026-06-05"."""
    return f"editions/{key.replace('-', '/')}.md"


def edition_pages(site: Site) -> Iterator[Page]:
    """Yield the editions, newest first, then months, years, what has no day, and the index."""
    keys = list(site.days)
    for number, key in enumerate(keys):
        later, earlier = keys[number - 1] if number else None, keys[number + 1] if number + 1 < len(keys) else None
        yield from _day(key, later, earlier, site)
    for month, found in groupby(keys, lambda key: key[:7]):
        yield _month(month, list(found), site)
    for year, found in groupby(keys, lambda key: key[:4]):
        yield _year(year, list(found), site)
    undated = sorted((story for story in site.listed if story.updated is None), key=lambda story: story.path)
    if undated:
        yield from _stories(_UNDATED, "Without a date", {}, undated, site, link("Editions", f"{up(_UNDATED)}{_INDEX}"))
    yield _index(keys, undated, site)


def _day(key: str, later: str | None, earlier: str | None, site: Site) -> Iterator[Page]:
    at = dates.start(key)
    came = {story.id: [one for one in story.articles if one.day and dates.key(one.day) == key] for story in site.days[key]}
    stories = sorted(site.days[key], key=lambda story: site.rank(story, site.size(came[story.id])))
    stories.sort(key=lambda story: not site.several(story))
    path = edition_path(key)
    turns = [("Earlier", earlier), ("Later", later)]
    turn = [link(f"{word}: {dates.day(dates.start(day))}", up(path) + edition_path(day)) for word, day in turns if day]
    turn.append(link("all editions", up(path) + _INDEX))
    return _stories(path, dates.weekday(at), {"date": key, "month": key[:7]}, stories, site, joined(turn))


def _stories(path: str, title: str, meta: Meta, stories: Sequence[Story], site: Site, turn: Markdown) -> Iterator[Page]:
    several = sum(site.several(story) for story in stories)
    facts = tally(several, len(stories) - several)

    def fill(part: Sequence[Story], here: str) -> dict[str, Any]:
        root = up(here)
        above = [link("Editions", root + _INDEX)]
        if "month" in meta:
            above.append(link(dates.month(dates.start(f"{meta['month']}-01")), f"{root}{_above(str(meta['month']))}"))
        return {
            "kicker": joined(above),
            "title": title,
            "counts": facts,
            "cards": [card(story, site, here) for story in part if site.several(story)],
            "lines": [line(story, site, here) for story in part if not site.several(story)],
            "turn": turn if here == path else link(title, root + path),
        }

    head: Meta = {"title": title, "description": f"{title}: {facts}.", "digest_kind": "edition", **meta}
    yield from paged(path, "edition", head, stories, fill)


def _month(month: str, keys: Sequence[str], site: Site) -> Page:
    path, title = _above(month), dates.month(dates.start(f"{month}-01"))
    lines = [_day_line(key, path, site) for key in keys]
    kicker = f"{link('Editions', up(path) + _INDEX)} · {link(month[:4], up(path) + _above(month[:4]))}"
    return _list(path, title, own(kicker), [{"title": "", "lines": lines}])


def _year(year: str, keys: Sequence[str], site: Site) -> Page:
    path = _above(year)
    groups = [_month_group(month, list(found), path, site) for month, found in groupby(keys, lambda key: key[:7])]
    return _list(path, year, link("Editions", up(path) + _INDEX), groups)


def _index(keys: Sequence[str], undated: Sequence[Story], site: Site) -> Page:
    groups = []
    for number, (year, found) in enumerate(groupby(keys, lambda key: key[:4])):
        months = [(month, list(days)) for month, days in groupby(found, lambda key: key[:7])]
        if number == 0:
            groups.append(_month_group(*months[0], _INDEX, site))
        lines = [
            {
                "link": link(dates.month(dates.start(f"{month}-01")), f"../{_above(month)}"),
                "meta": count(len(days), "edition"),
            }
            for month, days in months
        ]
        groups.append({"title": link(year, f"../{_above(year)}"), "lines": lines})
    if undated:
        lines = [{"link": link("Without a date", f"../{_UNDATED}"), "meta": count(len(undated), "item")}]
        groups.append({"title": "No day known", "lines": lines})
    return _list(_INDEX, "Editions", own(""), groups)


def _month_group(month: str, days: Sequence[str], path: str, site: Site) -> dict[str, Any]:
    title = link(dates.month(dates.start(f"{month}-01")), up(path) + _above(month))
    return {"title": title, "lines": [_day_line(key, path, site) for key in days]}


def _day_line(key: str, path: str, site: Site) -> dict[str, Any]:
    several = sum(site.several(story) for story in site.days[key])
    meta = tally(several, len(site.days[key]) - several)
    return {"link": link(dates.weekday(dates.start(key)), up(path) + edition_path(key)), "meta": meta}


def _list(path: str, title: str, kicker: Markdown, groups: Sequence[dict[str, Any]]) -> Page:
    meta: Meta = {"title": title, "description": f"Editions: {title}", "digest_kind": "editions"}
    if title == "Editions":
        meta["description"] = "Every day’s edition."
    return page(path, "editions", meta, title=title, kicker=kicker, groups=groups)


def _above(part: str) -> str:
    """The page of a month ("2026-06") or a year ("2026")."""
    return f"editions/{part.replace('-', '/')}/index.md"
