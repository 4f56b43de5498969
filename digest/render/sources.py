"""Sources: a page for each publisher with every item of its own, and their index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from digest.model import Markdown, Page, Terms
from digest.render import dates
from digest.render.cards import by_month, paged
from digest.render.charts import COVERAGE, bars, in_words, record, tallies
from digest.render.escape import joined, link, outward, own, plain
from digest.render.feed_formats import files
from digest.render.moved import former_ids
from digest.render.page import Made, Meta, Part, up
from digest.render.site import Item, Publisher, Site
from digest.render.spoken import headline_link, within
from digest.render.structured import structured_source
from digest.render.svg import picture
from digest.render.wording import items as item_count
from digest.render.wording import listed, sources
from digest.render.wording import publishers as publisher_count
from digest.translations import count, message, percent, say

_INDEX = "sources/index.md"
_RECORD = message("First, alone, repeating: the line above says the same in words")
_RECORDED = 3  # items from which on a record is drawn


def source_parts(site: Site) -> Iterator[Part]:
    """Yield what renders the page of each publisher, with or without a source file, and its drawings."""
    for publisher in _publishers(site):
        yield publisher.page, partial(_source, publisher, site)


def source_pages(site: Site) -> Iterator[Page]:
    """Yield the index of publishers."""
    publishers = _publishers(site)

    def fill(part: Sequence[Publisher], here: str) -> dict[str, Any]:
        lines = [
            {
                "link": link(publisher.name or say("Publisher not named"), up(here) + publisher.page),
                "meta": _named(publisher, site.items.get(publisher.page, ())),
            }
            for publisher in part
        ]
        ways = [link(say("list of feeds (OPML)"), "../sources.opml")]
        ways.append(link(say("add a source or an article"), up(here) + "add.md"))
        return {"title": say("Sources"), "facts": joined([publisher_count(len(publishers)), *ways]), "lines": lines}

    meta: Meta = {"title": say("Sources"), "description": say("Who is quoted here, and for what."), "digest_kind": "sources"}
    yield from paged(_INDEX, "list", meta, publishers, fill)


def made_of(site: Site) -> Iterator[tuple[str, Made]]:
    """Yield the path of each publisher's page, and what it and the feeds of a source are made of."""
    former = former_ids(site.edition.sources)
    for publisher in _publishers(site):
        told = {item.story.id: item.story for item in site.items.get(publisher.page, ())}
        addresses = former.get(publisher.source.id) if publisher.source else None
        yield publisher.page, Made(stories=tuple(told.values()), rest=(publisher, addresses))


def _publishers(site: Site) -> list[Publisher]:
    """Everybody who has a source file or an article, in order of name, those without a name last."""
    known = [Publisher(page=f"sources/{source.id}.md", name=source.name, source=source) for source in site.edition.sources]
    named = [site.publisher(found[0].article) for found in site.items.values()]
    return sorted(
        {publisher.page: publisher for publisher in [*known, *named]}.values(),
        key=lambda one: (one.name is None, (one.name or "").casefold(), one.source is None, one.page),
    )


def _when(item: Item) -> datetime | None:
    published = item.article.published
    return published.at if published else item.article.seen


def _named(publisher: Publisher, items: Sequence[Item]) -> Markdown:
    source = publisher.source
    described = [source.description] if source and source.description else []
    return joined([_freshness(items), *([say("paywall")] if source and source.paywall else []), *described])


def _freshness(items: Sequence[Item]) -> str:
    if not items:
        return say("no item yet")
    words, newest = item_count(len(items)), min(items, key=_newest_first).article
    if newest.published is None:
        return say("{items}, newest seen {day}", items=words, day=dates.day(newest.seen)) if newest.seen else words
    return say("{items}, newest {date}", items=words, date=dates.printed(newest.published))


def _newest_first(item: Item) -> tuple[float, str, str]:
    at = _when(item)
    return (-at.timestamp() if at else float("inf"), item.article.title, item.article.id)


def _record(path: str, items: Sequence[Item], site: Site) -> Counter[str]:
    """In how many stories a publisher is, and in how many it was first, alone, and repeating another, as far as known."""
    stories = {item.story.id: item.story for item in items}
    tally: Counter[str] = Counter()
    for story in stories.values():
        repeating = {role.article_id for role in story.roles if role.role == "repeats"}
        days: dict[str, list[datetime]] = {}
        for article in story.articles:
            days.setdefault(site.publisher(article).page, []).extend([article.published.at] if article.published else [])
        own = min(days.get(path) or [datetime.max.replace(tzinfo=UTC)])
        others = [min(dated) if dated else None for page, dated in days.items() if page != path]
        tally["alone"] += not others
        tally["first"] += bool(others) and all(day is not None and own < day for day in others)
        tally["repeating"] += any(item.article.id in repeating for item in items if item.story.id == story.id)
    tally["stories"] = len(stories)
    return tally


def _in_words(tally: Counter[str]) -> str:
    words = {
        "first": message("first with {number}"),
        "alone": message("alone with {number}"),
        "repeating": message("repeating another in {number}"),
    }
    told = [say(words[kind], number=tally[kind]) for kind in words if tally[kind]]
    counted = count(tally["stories"], "in {number} story", "in {number} stories")
    return say("{before}: {after}", before=counted, after=listed(told)) if told else counted


def _source(publisher: Publisher, site: Site) -> Iterator[Page]:
    items = sorted(site.items.get(publisher.page, ()), key=_newest_first)
    title = publisher.name or say("Publisher not named")
    tally = _record(publisher.page, items, site)
    counted = tallies([(item.article, item.story) for item in items], site)
    name = publisher.page.removesuffix(".md")
    drawn = {
        "record": record(tally, say("The record of {name}", name=plain(title))) if len(items) >= _RECORDED else None,
        "coverage": bars(counted, say("What {name} reported over time", name=plain(title))),
    }
    yield from (Page(path=f"{name}.{kind}.svg", text=text) for kind, text in drawn.items() if text)
    said = in_words(counted) if drawn["coverage"] else ""

    def fill(part: Sequence[Item], here: str) -> dict[str, Any]:
        groups = by_month(part, _when)
        first = here == publisher.page
        at = f"{up(here)}{name}"
        return {
            "kicker": link(say("Sources"), up(here) + _INDEX),
            "title": title,
            "facts": _facts(publisher, len(items), _in_words(tally)),
            "record": picture(drawn["record"], f"{at}.record.svg", say(_RECORD)) if first else "",
            "drawing": picture(drawn["coverage"], f"{at}.coverage.svg", say(COVERAGE)) if first else "",
            "drawing_says": said,
            "about": publisher.source.description if publisher.source and first else "",
            "terms": _terms(publisher, site, here),
            "groups": [{"title": month, "lines": [_line(item, here) for item in found]} for month, found in groups],
        }

    meta: Meta = {"title": title, "description": say("What {name} reported.", name=title), "digest_kind": "source"}
    if publisher.name is None:
        meta["description"] = say("Items whose publisher is not known.")
    meta["sources"] = [publisher.name or say("not named")]
    stories = list({item.story.id: item.story for item in items}.values())
    meta["structured"] = structured_source(publisher, title, stories, site)
    if publisher.source:
        meta["feeds"] = files(f"sources/{publisher.source.id}/")
    yield from paged(publisher.page, "source", meta, items, fill)


def _line(item: Item, here: str) -> dict[str, Any]:
    root = f"{up(here)}{item.story.path}.md"
    facts = [dates.printed(item.article.published)]
    if item.copy:
        facts.append(say("counted once, with source {number}", number=item.number))
    if len(item.story.articles) > 1:
        same = item.story.headline == item.article.title
        counted = link(say("a story of {sources}", sources=sources(len(item.story.articles))), root)
        facts.append(own(say("in {story}", story=counted if same else headline_link(item.story, root))))
    named = within(link(item.article.title, f"{root}#s{item.number}"), item.article.language)
    return {"link": named, "meta": joined(facts)}


def _facts(publisher: Publisher, total: int, record: str) -> Markdown:
    facts = [say("{items} {record}", items=item_count(total), record=record)] if total else []
    if (source := publisher.source) is None:
        facts.append(say("no source file yet: its home, feeds and terms are unknown"))
    else:
        facts += [outward(source.home.split("//", 1)[-1].strip("/"), source.home)] if source.home else []
        if source.owner:
            facts.append(say("owner: {name}", name=source.owner))
        facts += [say("country: {code}", code=source.country)] if source.country else []
        facts += [say("language: {code}", code=source.language)] if source.language else []
        facts += [say("behind a paywall")] if source.paywall else []
        facts += [say("brings what others publish")] if source.aggregator else []
        facts.append(count(len(source.feeds), "{number} feed", "{number} feeds") if source.feeds else say("no feed known"))
    return joined(facts)


def _terms(publisher: Publisher, site: Site, here: str) -> Markdown:
    """What it asks of those who use its words, and how much of an article is shown at most."""
    terms = publisher.source.terms if publisher.source else Terms()
    asked = [say("attribution: {words}", words=terms.attribution)] if terms.attribution else []
    asked += [say("licence: {words}", words=terms.licence)] if terms.licence else []
    share = min(terms.extract_limit or 1.0, site.digest.limits.share)
    said = [say("Terms: {words}", words=asked[0]), *asked[1:]] if asked else [say("Terms: none stated")]
    most = percent(share, f"{share:.0%}")
    return joined(
        [*said, link(say("at most {share} of an article is shown", share=most), f"{up(here)}method.md#how-much-is-shown")]
    )
