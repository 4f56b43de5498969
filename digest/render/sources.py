"""Sources: a page for each publisher with every item of its own, and their index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from digest.model import Markdown, Page, Terms
from digest.render import dates
from digest.render.cards import by_month, paged
from digest.render.charts import COVERAGE, bars, in_words, record, tallies
from digest.render.escape import joined, link, outward, own, plain
from digest.render.feed_formats import files
from digest.render.moved import former_ids
from digest.render.page import Made, Meta, up
from digest.render.site import Item, Publisher, Site
from digest.render.structured import structured_source
from digest.render.svg import picture
from digest.render.wording import count

_INDEX = "sources/index.md"
_RECORD = "First, alone, repeating: the line above says the same in words"
_RECORDED = 3  # items from which on a record is drawn


def source_pages(site: Site) -> Iterator[Page]:
    """Yield a page for each publisher, with or without a source file, and the index."""
    publishers = {found.page: found for found in _publishers(site)}
    for path, publisher in publishers.items():
        if path not in site.left_out:
            yield from _source(publisher, sorted(site.items.get(path, ()), key=_newest_first), site)

    def fill(part: Sequence[Publisher], here: str) -> dict[str, Any]:
        lines = [
            {
                "link": link(publisher.name or "Publisher not named", up(here) + publisher.page),
                "meta": _named(publisher, site.items.get(publisher.page, ())),
            }
            for publisher in part
        ]
        ways = [link("list of feeds (OPML)", "../sources.opml"), link("add a source or an article", up(here) + "add.md")]
        return {"title": "Sources", "facts": joined([count(len(publishers), "publisher"), *ways]), "lines": lines}

    meta: Meta = {"title": "Sources", "description": "Who is quoted here, and for what.", "digest_kind": "sources"}
    yield from paged(_INDEX, "list", meta, list(publishers.values()), fill)


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
    return joined([_freshness(items), *(["paywall"] if source and source.paywall else []), *described])


def _freshness(items: Sequence[Item]) -> str:
    words = count(len(items), "item") if items else "no item yet"
    if not items:
        return words
    newest = min(items, key=_newest_first).article
    if newest.published is None:
        return f"{words}, newest seen {dates.day(newest.seen)}" if newest.seen else words
    return f"{words}, newest {dates.printed(newest.published)}"


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
    words = {"first": "first with", "alone": "alone with", "repeating": "repeating another in"}
    told = [f"{words[kind]} {tally[kind]}" for kind in words if tally[kind]]
    return f"in {count(tally['stories'], 'story', 'stories')}" + (f": {', '.join(told)}" if told else "")


def _source(publisher: Publisher, items: Sequence[Item], site: Site) -> Iterator[Page]:
    title = publisher.name or "Publisher not named"
    tally = _record(publisher.page, items, site)
    counted = tallies([(item.article, item.story) for item in items], site)
    name = publisher.page.removesuffix(".md")
    drawn = {
        "record": record(tally, f"The record of {plain(title)}") if len(items) >= _RECORDED else None,
        "coverage": bars(counted, f"What {plain(title)} reported over time"),
    }
    yield from (Page(path=f"{name}.{kind}.svg", text=text) for kind, text in drawn.items() if text)
    said = in_words(counted) if drawn["coverage"] else ""

    def fill(part: Sequence[Item], here: str) -> dict[str, Any]:
        groups = by_month(part, _when)
        first = here == publisher.page
        at = f"{up(here)}{name}"
        return {
            "kicker": link("Sources", up(here) + _INDEX),
            "title": title,
            "facts": _facts(publisher, len(items), _in_words(tally)),
            "record": picture(drawn["record"], f"{at}.record.svg", _RECORD) if first else "",
            "drawing": picture(drawn["coverage"], f"{at}.coverage.svg", COVERAGE) if first else "",
            "drawing_says": said,
            "about": publisher.source.description if publisher.source and first else "",
            "terms": _terms(publisher, site, here),
            "groups": [{"title": month, "lines": [_line(item, here) for item in found]} for month, found in groups],
        }

    meta: Meta = {"title": title, "description": f"What {title} reported.", "digest_kind": "source"}
    if publisher.name is None:
        meta["description"] = "Items whose publisher is not known."
    meta["sources"] = [publisher.name or "not named"]
    stories = list({item.story.id: item.story for item in items}.values())
    meta["structured"] = structured_source(publisher, title, stories, site)
    if publisher.source:
        meta["feeds"] = files(f"sources/{publisher.source.id}/")
    yield from paged(publisher.page, "source", meta, items, fill)


def _line(item: Item, here: str) -> dict[str, Any]:
    root = f"{up(here)}{item.story.path}.md"
    facts = [dates.printed(item.article.published)]
    if item.copy:
        facts.append(f"counted once, with source {item.number}")
    if len(item.story.articles) > 1:
        same = item.story.headline == item.article.title
        story = f"a story of {count(len(item.story.articles), 'source')}" if same else item.story.headline
        facts.append(own(f"in {link(story, root)}"))
    return {"link": link(item.article.title, f"{root}#s{item.number}"), "meta": joined(facts)}


def _facts(publisher: Publisher, total: int, record: str) -> Markdown:
    facts = [f"{count(total, 'item')} {record}"] if total else []
    if (source := publisher.source) is None:
        facts.append("no source file yet: its home, feeds and terms are unknown")
    else:
        facts += [outward(source.home.split("//", 1)[-1].strip("/"), source.home)] if source.home else []
        if source.owner:
            facts.append(f"owner: {source.owner}")
        facts += [f"country: {source.country}"] if source.country else []
        facts += [f"language: {source.language}"] if source.language else []
        facts += ["behind a paywall"] if source.paywall else []
        facts += ["brings what others publish"] if source.aggregator else []
        facts.append(count(len(source.feeds), "feed") if source.feeds else "no feed known")
    return joined(facts)


def _terms(publisher: Publisher, site: Site, here: str) -> Markdown:
    """What it asks of those who use its words, and how much of an article is shown at most."""
    terms = publisher.source.terms if publisher.source else Terms()
    asked = [f"attribution: {terms.attribution}"] if terms.attribution else []
    asked += [f"licence: {terms.licence}"] if terms.licence else []
    share = min(terms.extract_limit or 1.0, site.digest.limits.share)
    said = [f"Terms: {asked[0]}", *asked[1:]] if asked else ["Terms: none stated"]
    return joined([*said, link(f"at most {share:.0%} of an article is shown", f"{up(here)}method.md#how-much-is-shown")])
