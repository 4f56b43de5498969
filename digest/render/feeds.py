"""What can be followed: new stories, those of a topic or a source, corrections, and one story with what happens to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from html import escape as html

from digest.model import Event, Page, Passage, Point, Source, Story, Topic
from digest.opml import opml
from digest.references import ids_meant
from digest.render.changes import changed, corrected
from digest.render.citations import Citations
from digest.render.escape import address, plain
from digest.render.feed_formats import FORMATS, Entry, Feed, urn
from digest.render.moved import old_ids, old_paths
from digest.render.site import Site, lead_line, title_line
from digest.render.spoken import foreign, headline_language, spoken
from digest.render.topics import stories_of
from digest.render.wording import befell, event_words, sources, with_independent
from digest.translations import say

ENTRIES = 50
"""How many entries a feed has at most."""


def feed_pages(site: Site) -> Iterator[Page]:
    """Yield each feed in its three formats, each story's among them, and the lists sources.opml and follow.opml.

    That of a retired topic goes on without an entry, and stands in no list.
    """
    entries = _Entries(site)
    feeds = [*_feeds(entries, site)]
    every = [*feeds, *_retired(site)]
    for folder, feed in [*((feed.folder, feed) for feed in every), *_old_folders(every, site)]:
        if _page(feed.folder) not in site.left_out:
            yield from _written(folder, feed, site)
    paths = [(story.path, story) for story in site.edition.stories]
    for path, story in [*paths, *old_paths(site).items()]:  # who follows a story at an old address goes on doing so
        if f"{story.path}.md" not in site.left_out:
            now = [entries[story.id]] if story.articles else []
            yield from _written(f"{path}/", _story_feed(story, now, site), site)
    yield Page(path="sources.opml", text=_sources_opml(site))
    if home := address(site.digest.url):
        named = ((plain(feed.title), home + feed.folder) for feed in feeds)
        outlines = [{"text": words, "title": words, "xmlUrl": f"{at}feed.xml", "htmlUrl": at} for words, at in named]
        yield Page(path="follow.opml", text=opml(plain(site.digest.title), outlines))


def _written(folder: str, feed: Feed, site: Site) -> Iterator[Page]:
    return (Page(path=folder + name, text=write(feed, site.digest)) for name, write in FORMATS.items())


class _Entries(dict[str, Entry]):
    """The entries of stories by their ids, each made when it is first asked for."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site, self._stories = site, {story.id: story for story in site.edition.stories}

    def __missing__(self, story_id: str) -> Entry:
        return self.setdefault(story_id, _entry(self._stories[story_id], self._site))


def _page(folder: str) -> str:
    """The page that a feed belongs to."""
    return f"{folder.removesuffix('/')}.md"


def _feeds(entries: Mapping[str, Entry], site: Site) -> Iterator[Feed]:
    """Yield the feeds of more than one story; `entries` are those of the stories by id. What is left out has none."""

    def newest(stories: Iterable[Story], folder: str = "") -> list[Entry]:
        dated = [(_dated(story), story) for story in stories if story.articles and _page(folder) not in site.left_out]
        dated.sort(key=lambda pair: -pair[0].timestamp() if pair[0] else float("inf"))
        return [entries[story.id] for _, story in dated[:ENTRIES]]

    several = [story for story in site.newest if site.several(story)] or site.newest
    yield _feed("", site.digest.description, "", newest(several), site)
    first_sources, first_topics = _first_ids(site.edition.sources), _first_ids(site.edition.topics)
    for topic_id, stories in stories_of(site).items():
        topic, folder = site.topics[topic_id], f"topics/{topic_id}/"
        mark = f"topics/{first_topics[topic_id]}/"
        yield _feed(topic.name, topic.description, folder, newest(stories, folder), site, mark)
    told = {page: {item.story.id: item.story for item in items} for page, items in site.items.items()}
    place = {story.id: number for number, story in enumerate(site.newest)}
    for source in site.sources_by_name:
        mine = told.get(f"sources/{source.id}.md", {})
        stories = sorted(mine.values(), key=lambda story: place[story.id])
        mark, folder = f"sources/{first_sources[source.id]}/", f"sources/{source.id}/"
        yield _feed(source.name, "", folder, newest(stories, folder), site, mark)
    mended = _events(corrected(site.listed), named=True)
    yield _feed(say("Corrections"), say("What was corrected, and when."), "corrections/", mended, site)


def _retired(site: Site) -> Iterator[Feed]:
    first = _first_ids(site.edition.topics)
    for topic in site.topics.values():
        if topic.retired:
            yield _feed(topic.name, topic.retired, f"topics/{topic.id}/", [], site, f"topics/{first[topic.id]}/")


def _story_feed(story: Story, now: Sequence[Entry], site: Site) -> Feed:
    """The feed of one story, hidden or not: the story as it stands `now` unless it is withdrawn, then what happened."""
    happened = _events(((event, story) for event in story.history), named=False)
    return _feed(story.headline, "", f"{story.path}/", [*now, *happened], site, f"story:{story.id}")


def _first_ids(files: Sequence[Source | Topic]) -> dict[str, str]:
    """Return by the id of each source, or topic, the first that it had, which no renaming changes.

    It is not one that another has now.
    """
    means = ids_meant(files)
    return {file.id: next(name for name in (*file.formerly, file.id) if means[name] == file.id) for file in files}


def _old_folders(feeds: Sequence[Feed], site: Site) -> Iterator[tuple[str, Feed]]:
    """Yield each folder in which a source or topic had its feed under a former id, with the feed: who follows it goes on."""
    found = {feed.folder: feed for feed in feeds}
    for kind, old_ones in (("sources", old_ids(site.edition.sources)), ("topics", old_ids(site.edition.topics))):
        for old, now in old_ones.items():
            yield f"{kind}/{old}/", found[f"{kind}/{now}/"]


def _feed(name: str, about: str, folder: str, entries: Sequence[Entry], site: Site, mark: str | None = None) -> Feed:
    """A feed; `mark` is what its id is made of where its folder may change."""
    mark = folder if mark is None else mark
    title = f"{site.digest.title}: {name}" if name else site.digest.title
    return Feed(
        id=urn(f"feed:{site.digest.title}:{mark}" if mark else f"feed:{site.digest.title}"),
        title=title,
        about=about or title,
        folder=folder,
        entries=entries[:ENTRIES],
    )


def _months(story: Story) -> list[datetime]:
    """When its articles were published, where only the month may be known."""
    return [article.published.at for article in story.articles if article.published]


def _dated(story: Story) -> datetime | None:
    """When a story really changed; one of which months alone are known has the latest of them."""
    return changed(story) or max(_months(story), default=None)


def _entry(story: Story, site: Site) -> Entry:
    """A story as it stands now."""
    return Entry(
        id=urn(f"story:{story.id}"),
        title=story.headline,
        page=f"{story.path}/",
        html="\n".join([*(f"<p>{words}</p>" for words in _summary(story, site)), _sources(story, site)]),
        language=foreign(headline_language(story)),
        published=story.first_seen or min(_months(story), default=None),
        updated=_dated(story),
        topics=site.topics_of(story),
    )


def _events(pairs: Iterable[tuple[Event, Story]], *, named: bool) -> list[Entry]:
    """Each thing that happened to a story as an entry, the newest first; one without a day has that of the story's first.

    With `named` its title has the story's headline. What happened twice on a day in the same words is one entry.
    """
    found: dict[str, Entry] = {}
    for event, story in pairs:
        at = event.at or story.first_seen
        words = f"{event.text}: {event.subject}" if event.subject else event.text
        mark = urn(f"event:{story.id}:{event.kind}:{at.isoformat() if at else ''}:{words}")
        found[mark] = Entry(
            id=mark,
            title=f"{story.headline}: {event_words(event)}" if named else befell(event),
            page=f"{story.path}/#history",
            html=f"<p>{html(plain(befell(event)), quote=False)}</p>",
            published=at,
            updated=at,
        )
    return sorted(found.values(), key=lambda one: (-one.updated.timestamp() if one.updated else float("inf"), one.id))


def _summary(story: Story, site: Site) -> list[str]:
    """The story in lines of HTML, the one under its headline first, with numbers of sources."""
    cited = Citations(story)
    lines = [_words(say("{counts}.", counts=with_independent(sources(len(story.articles)), story)))]
    first = lead_line(story) or title_line(story.articles[0])
    for point in (first, *(point for point in story.points if point is not first)):
        by = site.by(point, cited)
        lines.append(f"{_words(by)}: {_line(point, cited)}" if by else _line(point, cited))
        beside = [one for one in point.beside if one is not first] if isinstance(point, Point) else []
        for one in beside:
            by = say("Compare {name}", name=site.teller(one.citations[0], cited))
            lines.append(f"{_words(by)}: {_line(one, cited)}")
    return lines


def _sources(story: Story, site: Site) -> str:
    """The sources by number, each linked to its article where an address is known, with its terms."""
    named = []
    for number, article in enumerate(story.articles, 1):
        words, terms = _words(site.publisher(article).name or say("not named")), site.terms(article)
        if target := address(article.url):
            words = f'<a href="{html(target)}">{words}</a>'
        named.append(f"[{number}] {words}{f' ({_words(terms)})' if terms else ''}")
    return f"<p>{say('Sources: {names}', names=say('; ').join(named))}</p>"


def _line(said: Point | Passage, cited: Citations) -> str:
    marks = spoken(cited.article(said.citations[0]).language)
    words = f"<span{marks}>{_words(said.text)}</span>" if marks else _words(said.text)
    summary = f" ({say('in summary')})" if cited.in_summary(said.citations[0]) else ""
    numbers, parts = (
        "".join(f"[{number}]" for number in cited.sources(one for one in said.citations if one.part == part))
        for part in (False, True)
    )
    part = f" ({say('in part {numbers}', numbers=parts)})" if parts else ""
    return f"{words}{summary} {numbers}{part}"


def _words(words: str) -> str:
    return html(plain(words), quote=False)


def _sources_opml(site: Site) -> str:
    outlines = []
    for source in site.sources_by_name:
        for feed in source.feeds:
            target = address(feed.url)
            if target is None:
                continue
            words = plain(f"{source.name}: {feed.title}" if feed.title else source.name)
            outline = {"text": words, "title": words, "xmlUrl": target}
            outlines.append(outline | ({"htmlUrl": home} if (home := address(source.home)) else {}))
    return opml(plain(say("Sources of {title}", title=site.digest.title)), outlines)
