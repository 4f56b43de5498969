"""The front page: what matters today, or what to do next where there is nothing yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.model import EPOCH, Markdown, Page, Story
from digest.render import dates
from digest.render.cards import card, line
from digest.render.editions import edition_path
from digest.render.escape import joined, link, own
from digest.render.page import Meta, page
from digest.render.site import Site
from digest.render.wording import count

_PATH = "index.md"
_TOP = 12
_SIDE = 6
_CHIPS = 10


def front_page(site: Site) -> Page:
    """Return index.md: stories that several publishers tell, ranked; beside them what else came in.

    Where no story has several, what came from one source stands in their place.
    """
    day = site.edition.day
    meta: Meta = {"title": site.digest.title, "description": site.digest.description, "digest_kind": "front"}
    if not site.listed:
        return page(_PATH, "empty", meta, title=site.digest.title)
    ranked = sorted(site.listed, key=lambda story: site.rank(story, day))
    several = [story for story in ranked if site.several(story) or story.pinned]
    singles = [story for story in ranked if not site.several(story) and not story.pinned]
    top, singles = (several[:_TOP], singles) if several else (singles[:_TOP], singles[_TOP:])
    today = dates.key(day)
    arrived = [story for story in ranked if story.updated and dates.key(story.updated) == today]
    running = [story for story in arrived if story.first_seen and dates.key(story.first_seen) != today]
    topics_today = _chips(arrived, site)
    return page(
        _PATH,
        "front",
        meta,
        title="Today" if day == EPOCH else dates.weekday(day),
        counts=_counts(site, len(several)),
        cards=[card(story, site, _PATH, lead=number == 0, clock=True) for number, story in enumerate(top)],
        running=[{**line(story, site, _PATH), "meta": _growth(story, today)} for story in running[:_SIDE]],
        chips_title="Topics today" if topics_today else "Topics",
        chips=topics_today or _chips(ranked, site),
        singles=[line(story, site, _PATH) for story in singles[:_SIDE]],
        more_singles=_more(len(singles) - _SIDE, site),
    )


def _counts(site: Site, several: int) -> Markdown:
    articles = sum(len(found) for found in site.items.values())
    parts = [
        f"{count(several, 'story', 'stories')} told by more than one publisher",
        f"{count(articles, 'article')} of {count(len(site.items), 'publisher')}",
    ]
    if time := dates.clock(site.edition.day):
        parts.append(f"data as of {time}")
    if earlier := next((key for key in site.days if key < dates.key(site.edition.day)), None):
        parts.append(link("previous edition", edition_path(earlier)))
    return joined(parts)


def _growth(story: Story, today: str) -> str:
    new = sum(1 for article in story.articles if article.day and dates.key(article.day) == today)
    corrected = sum(1 for event in story.history if event.kind == "corrected" and event.at and dates.key(event.at) == today)
    return f"{count(new, 'source')} added" + (f" · {count(corrected, 'correction')}" if corrected else "")


def _chips(stories: Sequence[Story], site: Site) -> Markdown:
    found = Counter(topic.id for story in stories for topic in site.topics_of(story))
    most = sorted(found.items(), key=lambda pair: (-pair[1], site.topics[pair[0]].name, pair[0]))[:_CHIPS]
    return joined((link(f"{site.topics[topic].name} {n}", f"topics/{topic}.md") for topic, n in most), " ")


def _more(hidden: int, site: Site) -> Markdown:
    if hidden <= 0:
        return own("")
    target = edition_path(next(iter(site.days))) if site.days else "editions/undated.md"
    return own(
        f"{count(hidden, 'more item')}: {link('the latest edition', target)}, {link('all sources', 'sources/index.md')}"
    )
