"""The front page: what is new, the biggest event first, or what to do next where there is nothing yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from digest.model import EPOCH, Article, Markdown, Page, Story
from digest.render import dates
from digest.render.cards import card, line, summaries_only
from digest.render.charts import bars, in_words, tallies
from digest.render.editions import edition_path, on_this_day
from digest.render.escape import joined, link, own
from digest.render.leading import lead_line
from digest.render.page import Meta, page
from digest.render.site import Site, freshest
from digest.render.spoken import headline_link
from digest.render.structured import structured_front
from digest.render.svg import picture
from digest.render.wording import articles as article_count
from digest.render.wording import publishers
from digest.translations import count, say

_PATH = "index.md"
_DRAWING = "days.svg"
_DRAWN = 21  # days in the drawing, the edition's own among them
_DESK = 3  # events that a topic needs to have a place of its own
_TOP = 12
_LEAST = 5  # cards, filled up with what one source alone tells
_EARLIER = 6
_FURTHER = 12  # lines of what has something new and no card
_SIDE = 6
_TIED = 3  # other stories of its event beneath a card
_CHIPS = 10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Event:
    """What has something new: a story, and what one source alone tells of the running event it belongs to."""

    story: Story
    tied: tuple[Story, ...] = ()


def front_pages(site: Site) -> Iterator[Page]:
    """Yield index.md and its drawing: what has something new, the biggest event first; then the last stories that have not.

    Events that several publishers tell have cards; where these are few, what one source alone tells stands in their place.
    The first leads, the others stand under their topics where there are enough of one.
    """
    meta: Meta = {"title": site.digest.title, "description": site.digest.description, "digest_kind": "front"}
    meta["structured"] = structured_front(site)
    if site.edition.day != EPOCH:
        meta["edition"], meta["edition_day"] = dates.day(site.edition.day), dates.key(site.edition.day)
    if not site.listed:
        yield page(_PATH, "empty", meta, title=site.digest.title)
        return
    events = list(_events(site))
    top = _top(events, site)
    rest = [event for event in events if event not in top]
    further = [event for event in rest if _told_by_several(event, site)][:_FURTHER]
    aside = [event for event in rest if not _told_by_several(event, site)]
    earlier, older = _earlier(site, _EARLIER if events else _TOP)
    singles = [*(event.story for event in aside), *older][:_SIDE]
    topics = [story for event in events for story in (event.story, *event.tied)] or earlier
    lead = [card(event.story, site, _PATH, lead=True, front=True, tied=_tied(event, site)) for event in top[:1]]
    desks = [_desk(topic, found, site) for topic, found in _desks(top[1:], site)]
    dated = any(freshest(story) for story in site.listed)
    before = [card(story, site, _PATH, top=not dated) for story in earlier]
    drawn, said = _days(site)
    if drawn:
        yield Page(path=_DRAWING, text=drawn)
    yield page(
        _PATH,
        "front",
        meta,
        title=_title(site, bool(events)),
        counts=_counts(site, sum(site.several(story) and bool(site.new(story)) for story in site.listed), bool(events)),
        lead=lead,
        desks=desks,
        earlier=before,
        dated=dated,
        summaries_only=summaries_only([*lead, *before, *(each for desk in desks for each in desk["cards"])]),
        further=[line(event.story, site, _PATH) for event in further],
        singles=[line(story, site, _PATH) for story in singles],
        more=_more(len(rest) - len(further) - len(aside[:_SIDE]), site),
        all_editions=link(say("All editions"), "editions/index.md"),
        chips=_chips(topics, site),
        this_day=on_this_day(site.window[0], _PATH, site),
        drawing=picture(drawn, _DRAWING, say("Articles a day; the sentence below says the same in words"), lazy=True),
        drawing_says=said,
    )


def _desks(events: Sequence[_Event], site: Site) -> list[tuple[str, list[_Event]]]:
    """Part the events by topics that have enough of them, each event once; the others stand under "", at their end.

    A topic with more of them takes first; topics come in the order of their first events.
    """
    left, found = list(events), list[tuple[str, list[_Event]]]()
    while left:
        among = Counter(topic.id for event in left for topic in site.topics_of(event.story))
        topic = min(among, key=lambda name: (-among[name], name), default="")
        if not topic or among[topic] < _DESK:
            break
        taken = [event for event in left if topic in event.story.topics]
        left = [event for event in left if event not in taken]
        found.append((topic, taken))
    found.sort(key=lambda section: events.index(section[1][0]))
    return [*found, ("", left)] if left else found


def _desk(topic: str, events: Sequence[_Event], site: Site) -> dict[str, Any]:
    named = link(site.topics[topic].name, f"topics/{topic}.md") if topic else own("")
    cards = [card(event.story, site, _PATH, front=True, tied=_tied(event, site), section=topic) for event in events]
    return {"title": named, "cards": cards}


def _days(site: Site) -> tuple[str | None, str]:
    """The drawing of how many articles the last days had, and the same in words."""
    days = {dates.key(site.edition.day - timedelta(days=back)) for back in range(_DRAWN)}
    every = tallies(((article, story) for story in site.listed for article in story.articles), site)
    counted = {key: tally for key, tally in every.items() if key in days}
    drawn = bars(counted, say("Articles a day"))
    return drawn, in_words(counted) if drawn else ""


def _top(events: Sequence[_Event], site: Site) -> list[_Event]:
    """The events that have cards: the biggest, those of several publishers, and where these are few others with a line."""
    able = [event for event in events if lead_line(event.story)] or list(events)
    several = {event.story.id for event in events if _told_by_several(event, site)}
    told = [event for event in events if event.story.id in several or event is able[0]]
    rest = [event for event in able if event not in told]
    return [*told[:_TOP], *rest[: max(0, (_LEAST if several else _TOP) - len(told))]]


def _events(site: Site) -> Iterator[_Event]:
    """Yield what has something new, the biggest first, each story once.

    Pinned stories, and those that several publishers tell, are each an event of their own, with what others belong to it,
    reports first. An opinion or a round-up comes after all reports: it leads, and has a card, where there are too few. What
    one publisher alone has new comes after what several do, in one story, in an event or on a subject; of it what continues
    an event that several told before comes first, then what continues another.
    """

    def by_size(story: Story) -> tuple[object, ...]:
        return (not story.pinned, not site.reports(story), _alone(story, site), site.rank(story, site.news_size(story)))

    told: set[str] = set()
    new = [story for story in site.listed if story.pinned or site.new(story)]
    for story in sorted(new, key=by_size):
        if story.id not in told:
            others = (one for one in site.events[story.id] if one.id not in told | {story.id} and site.new(one))
            tied = tuple(
                sorted(
                    (one for one in others if not one.pinned and not site.several(one)),
                    key=lambda one: not site.reports(one),
                )
            )
            told |= {story.id, *(one.id for one in tied)}
            yield _Event(story=story, tied=tied)


def _alone(story: Story, site: Site) -> int:
    """The place of a story beside others: 0 where several publishers have something new, in it, its event or on its subject.

    Else 1 where it continues an event that several told before, 2 where it continues another.
    """
    event = site.events[story.id]
    if site.several(story) or _of_several(site.event_news[story.id], site) or _of_several(site.on_subject(story), site):
        return 0
    return 1 if _of_several([article for one in event for article in one.articles], site) else 2 if len(event) > 1 else 3


def _told_by_several(event: _Event, site: Site) -> bool:
    """Tell whether several publishers tell an event, in one of its stories or together, or an editor pinned it."""
    stories = (event.story, *event.tied)
    if event.story.pinned:
        return True
    news = [article for story in stories for article in site.new(story)]
    return _of_several(news, site) or any(map(site.several, stories))


def _of_several(articles: Sequence[Article], site: Site) -> bool:
    """Tell whether articles are of more than one publisher."""
    return len({site.publisher(article).page for article in articles}) > 1


def _earlier(site: Site, most: int) -> tuple[list[Story], list[Story]]:
    """The last stories without anything new: those that have cards, at most so many, and those of one source alone.

    What several publishers told has cards; where nothing at all is new or was told by several, what one source did.
    """
    old = [story for story in site.listed if not story.pinned and not site.new(story)]
    ranked = sorted(old, key=lambda story: site.rank(story, site.faded(story, site.edition.day)))
    several = [story for story in ranked if site.several(story)]
    shown = several or (ranked if len(old) == len(site.listed) else [])
    return shown[:most], [story for story in ranked if not site.several(story) and story not in shown[:most]]


def _title(site: Site, news: bool) -> str:
    """The day, where something is new on it; else since when nothing is."""
    if news and site.edition.day != EPOCH:
        return dates.weekday(site.edition.day)
    newest = max((at for story in site.listed if (at := freshest(story))), default=None)
    return say("Nothing new since {day}", day=dates.day(newest)) if newest else say("Stories without a date")


def _counts(site: Site, several: int, news: bool) -> Markdown:
    """What is on the page, and for which moment, where the title does not say it."""
    articles = sum(len(found) for found in site.items.values())
    days = site.digest.front.days
    when = say("on this day") if days == 1 else count(days, "in the last day", "in the last {number} days")
    told = count(
        several,
        "{number} story of several publishers with something new {when}",
        "{number} stories of several publishers with something new {when}",
        when=when,
    )
    parts = [told] if several else []
    known = {"articles": article_count(articles), "publishers": publishers(len(site.items))}
    parts.append(say("{articles} of {publishers} in all", **known))
    if site.edition.day != EPOCH and (dates.clock(site.edition.day) or not news):
        parts.append(say("as of {moment}", moment=dates.moment(site.edition.day)))
    if earlier := site.last_edition:
        parts.append(link(say("previous edition"), edition_path(earlier)))
    return joined(parts)


def _tied(event: _Event, site: Site) -> Markdown:
    """The other stories of an event that have something new."""
    if not event.tied:
        return own("")
    shown = [_named(story, site) for story in event.tied[:_TIED]]
    if (further := len(event.tied) - _TIED) > 0:
        shown.append(link(count(further, "{number} more", "{number} more"), f"{event.story.path}.md#event"))
    return own(say("In the same event: {stories}", stories=joined(shown, say("; "))))


def _named(story: Story, site: Site) -> str:
    by = "" if site.several(story) else site.publisher(story.articles[0]).name or ""
    return joined([headline_link(story, f"{story.path}.md"), *([f"({by})"] if by else [])], " ")


def _chips(stories: Sequence[Story], site: Site) -> Markdown:
    found = Counter(topic.id for story in stories for topic in site.topics_of(story))
    most = sorted(found.items(), key=lambda pair: (-pair[1], site.topics[pair[0]].name, pair[0]))[:_CHIPS]
    return joined((link(f"{site.topics[topic].name} {n}", f"topics/{topic}.md") for topic, n in most), " ")


def _more(hidden: int, site: Site) -> Markdown:
    """Where what is new and not shown stands: the editions of the days whose news is new."""
    if hidden <= 0:
        return own("")
    editions = [key for key in site.days if key >= site.window[-1]]
    shown = [link(say("edition of {day}", day=dates.day(dates.start(key))), edition_path(key)) for key in editions]
    words = count(hidden, "{number} more item with something new", "{number} more items with something new")
    return joined([words, *shown, link(say("all sources"), "sources/index.md")])
