"""Topics: a page each with its stories by month, and their index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from digest.model import Page, Story, Topic
from digest.render.cards import by_month, line, paged
from digest.render.charts import COVERAGE, bars, in_words, tallies
from digest.render.escape import joined, link, outward, plain
from digest.render.feed_formats import files
from digest.render.moved import former_ids
from digest.render.page import Made, Meta, Part, page, up
from digest.render.site import Site
from digest.render.structured import structured_topic
from digest.render.svg import picture
from digest.render.wording import stories as story_count
from digest.translations import count, say

_INDEX = "topics/index.md"


def stories_of(site: Site) -> dict[str, list[Story]]:
    """Return each topic's stories, those that last grew first, in order of the topics' names; a retired one has none."""
    found: dict[str, list[Story]] = {topic.id: [] for topic in site.topics.values() if not topic.retired}
    for story in site.newest:
        for topic in site.topics_of(story):
            found[topic.id].append(story)
    return found


def topic_parts(site: Site) -> Iterator[Part]:
    """Yield what renders the page of each topic, and its drawing."""
    for topic_id, stories in stories_of(site).items():
        yield _path(topic_id), partial(_topic, site.topics[topic_id], stories, site)


def topic_pages(site: Site) -> Iterator[Page]:
    """Yield a page for each retired topic, and the index, in which none of those stands."""
    found = stories_of(site)
    yield from (_retired(topic) for topic in site.topics.values() if topic.retired)
    topics = list(found)

    def fill(part: Sequence[str], here: str) -> dict[str, Any]:
        lines = [
            {
                "link": link(site.topics[topic].name, f"{up(here)}topics/{topic}.md"),
                "meta": story_count(len(found[topic])),
            }
            for topic in part
        ]
        return {"title": say("Topics"), "facts": count(len(topics), "{number} topic", "{number} topics"), "lines": lines}

    meta: Meta = {"title": say("Topics"), "description": say("What the stories are about."), "digest_kind": "topics"}
    yield from paged(_INDEX, "list", meta, topics, fill)


def made_of(site: Site) -> Iterator[tuple[str, Made]]:
    """Yield the path of each topic's page, and what it and the topic's feeds are made of."""
    former = former_ids(site.edition.topics)
    for topic_id, stories in stories_of(site).items():
        yield _path(topic_id), Made(stories=tuple(stories), rest=(site.topics[topic_id], former.get(topic_id)))


def _path(topic_id: str) -> str:
    return f"topics/{topic_id}.md"


def _retired(topic: Topic) -> Page:
    said = say("Nothing is filed under this topic any more: {reason}", reason=topic.retired)
    meta: Meta = {"title": topic.name, "description": said, "digest_kind": "topic", "hidden": True}
    path = _path(topic.id)
    return page(path, "emptied", meta, title=topic.name, said=said, turn=link(say("Topics"), up(path) + _INDEX))


def _topic(topic: Topic, stories: Sequence[Story], site: Site) -> Iterator[Page]:
    path = _path(topic.id)
    counted = tallies([(article, story) for story in stories for article in story.articles], site)
    drawn = bars(counted, say("Coverage of {name}", name=plain(topic.name)))
    if drawn:
        yield Page(path=f"topics/{topic.id}.coverage.svg", text=drawn)
    said = in_words(counted) if drawn else ""

    def fill(part: Sequence[Story], here: str) -> dict[str, Any]:
        facts = [story_count(len(stories)), link(say("follow"), f"{up(here)}topics/{topic.id}/feed.xml")]
        facts += [outward(_host(address), address) for address in topic.same_as]
        groups = by_month(part, lambda story: story.updated)
        return {
            "kicker": link(say("Topics"), up(here) + _INDEX),
            "title": topic.name,
            "description": topic.description,
            "facts": joined(facts),
            "drawing": picture(drawn, f"{up(here)}topics/{topic.id}.coverage.svg", say(COVERAGE)) if here == path else "",
            "drawing_says": said,
            "groups": [{"title": title, "lines": [line(s, site, here) for s in found]} for title, found in groups],
        }

    about = topic.description or say("Stories about {name}.", name=topic.name)
    meta: Meta = {"title": topic.name, "description": about, "digest_kind": "topic", "topics": [topic.name]}
    meta["feeds"] = files(f"topics/{topic.id}/")
    meta["structured"] = structured_topic(topic, path, stories, site)
    yield from paged(path, "topic", meta, stories, fill)


def _host(address: str) -> str:
    return address.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")
