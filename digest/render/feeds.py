"""What can be followed: new stories, those of a topic or a source, corrections, and one story with what happens to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from html import escape as html
from typing import NamedTuple

from digest.common.opml import opml
from digest.common.references import ids_meant
from digest.model import Event, Page, Passage, Point, Source, Story, Topic
from digest.render.changes import changed, corrected
from digest.render.citations import Citations
from digest.render.escape import address, plain
from digest.render.feed_formats import FORMATS, Entry, Feed, urn
from digest.render.leading import lead_line, title_line
from digest.render.moved import former_ids, former_paths
from digest.render.page import Part
from digest.render.site import Site
from digest.render.spoken import foreign, headline_language, spoken
from digest.render.topics import stories_of
from digest.render.wording import befell, event_words, sources, with_independent
from digest.translations import say

ENTRIES = 50
"""How many entries a feed has at most."""


def feed_parts(site: Site) -> Iterator[Part]:
    """Yield what renders the feeds of each topic, source and story in their three formats, also at their old addresses."""
    entries, former = _Entries(site), former_paths(site)
    for one in _lists(site):
        yield f"{one.folders[0].removesuffix('/')}.md", partial(_list_pages, one, entries, site)
    for story in site.edition.stories:
        folders = [f"{path}/" for path in (story.path, *former.get(story.id, ()))]
        yield f"{story.path}.md", partial(_story_pages, story, folders, entries, site)


def feed_pages(site: Site) -> Iterator[Page]:
    """Yield the feeds of the whole digest, of corrections and of retired topics, and the lists sources.opml and follow.opml.

    That of a retired topic goes on without an entry, and stands in no list.
    """
    front = _List("", site.digest.description, [""], "", [one for one in site.newest if site.several(one)] or site.newest)
    mended = _List(say("Corrections"), say("What was corrected, and when."), ["corrections/"], "corrections/", ())
    yield from _list_pages(front, _Entries(site), site)
    yield from _written(mended, _events(corrected(site.listed), named=True), site)
    for one in _lists(site, retired=True):
        yield from _written(one, [], site)
    yield Page(path="sources.opml", text=_sources_opml(site))
    if home := address(site.digest.url):
        named = ((plain(_title(one.name, site)), home + one.folders[0]) for one in (front, *_lists(site), mended))
        outlines = [{"text": words, "title": words, "xmlUrl": f"{at}feed.xml", "htmlUrl": at} for words, at in named]
        yield Page(path="follow.opml", text=opml(plain(site.digest.title), outlines))


class _List(NamedTuple):
    """What has a feed of several stories: its name and what it is `about`, the feed's folders, the first its own.

    `mark` is what the feed's id is made of, which stays where the folder changes.
    """

    name: str
    about: str
    folders: Sequence[str]
    mark: str
    stories: Sequence[Story]


def _lists(site: Site, *, retired: bool = False) -> Iterator[_List]:
    """Yield topics and sources with what they list; or the topics that are retired."""
    first, former = _first_ids(site.edition.topics), former_ids(site.edition.topics)
    listed = stories_of(site)
    for topic in site.topics.values():
        if bool(topic.retired) == retired:
            folders = [f"topics/{name}/" for name in (topic.id, *former.get(topic.id, ()))]
            about = topic.retired or topic.description
            yield _List(topic.name, about, folders, f"topics/{first[topic.id]}/", listed.get(topic.id, ()))
    if retired:
        return
    first, former = _first_ids(site.edition.sources), former_ids(site.edition.sources)
    place = {story.id: number for number, story in enumerate(site.newest)}
    for source in site.sources_by_name:
        told = {item.story.id: item.story for item in site.items.get(f"sources/{source.id}.md", ())}
        folders = [f"sources/{name}/" for name in (source.id, *former.get(source.id, ()))]
        stories = sorted(told.values(), key=lambda story: place[story.id])
        yield _List(source.name, "", folders, f"sources/{first[source.id]}/", stories)


def _list_pages(one: _List, entries: Mapping[str, Entry], site: Site) -> Iterator[Page]:
    dated = [(_dated(story), story) for story in one.stories if story.articles]
    dated.sort(key=lambda pair: -pair[0].timestamp() if pair[0] else float("inf"))
    return _written(one, [entries[story.id] for _, story in dated[:ENTRIES]], site)


def _story_pages(story: Story, folders: Sequence[str], entries: Mapping[str, Entry], site: Site) -> Iterator[Page]:
    """The feed of one story, hidden or not: the story as it stands now unless it is withdrawn, then what happened."""
    now = [entries[story.id]] if story.articles else []
    events = _events(((event, story) for event in story.history), named=False)
    return _written(_List(story.headline, "", folders, f"story:{story.id}", ()), [*now, *events], site)


def _written(one: _List, entries: Sequence[Entry], site: Site) -> Iterator[Page]:
    """The feed in its formats: in each folder the same, for who follows it at an old address goes on doing so."""
    title, mark = _title(one.name, site), f":{one.mark}" if one.mark else ""
    feed = Feed(
        id=urn(f"feed:{site.digest.title}{mark}"),
        title=title,
        about=one.about or title,
        folder=one.folders[0],
        entries=entries[:ENTRIES],
    )
    texts = {name: write(feed, site.digest) for name, write in FORMATS.items()}
    return (Page(path=folder + name, text=text) for folder in one.folders for name, text in texts.items())


def _title(name: str, site: Site) -> str:
    return f"{site.digest.title}: {name}" if name else site.digest.title


class _Entries(dict[str, Entry]):
    """The entries of stories by their ids, each made when it is first asked for."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site, self._stories = site, {story.id: story for story in site.edition.stories}

    def __missing__(self, story_id: str) -> Entry:
        return self.setdefault(story_id, _entry(self._stories[story_id], self._site))


def _first_ids(files: Sequence[Source | Topic]) -> dict[str, str]:
    """Return by the id of each source, or topic, the first that it had, which no renaming changes.

    It is not one that another has now.
    """
    means = ids_meant(files)
    return {file.id: next(name for name in (*file.formerly, file.id) if means[name] == file.id) for file in files}


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
