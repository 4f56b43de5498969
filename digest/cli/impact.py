"""What a change of the seeds does to the published digest: two editions compared, the one before it and the one after.

Articles are the same by their id, points by their words, stories by their id; one whose address nobody recorded yet may have
another id now: it is the new story that holds most of its articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from digest.model import Article, Citation, Copy, Edition, Figure, KnownPage, Page, Problem, Source, Story, Text, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An article by its publisher (None: not named) and title; `other` is the publisher whose article stands for it."""

    publisher: str | None
    title: Text
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many articles a story has, and how many of them are independent; None where nobody can say."""

    articles: int
    independent: int | None
    at_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement on a page and the publishers cited for it; `articles` are the ids of what is cited."""

    text: Text
    publishers: tuple[str, ...]
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A measure for which sources give other values: each value with the publishers that give it."""

    label: Text
    values: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """What becomes of one story: `before` is None where it is new, `after` where it is gone; `into` is where that went.

    `told` and `untold` are lines that appear and vanish, `cited` lines that others are cited for now as well (these
    publishers), `differ` and `settled` differences that appear and vanish. `events` are corrections and decisions of editors
    that its page has now. Of an article that was taken down only the reason is told, in `withdrawn`: no title, no words.
    """

    id: str
    path: str
    headline: Text
    before: Size | None
    after: Size | None
    renamed: Text | None = None
    into: str | None = None
    joined: tuple[Named, ...] = ()
    left: tuple[Named, ...] = ()
    folded: tuple[Named, ...] = ()
    told: tuple[Line, ...] = ()
    untold: tuple[Line, ...] = ()
    cited: tuple[Line, ...] = ()
    differ: tuple[Difference, ...] = ()
    settled: tuple[Difference, ...] = ()
    withdrawn: tuple[Text, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A source or topic that comes, goes or has another name; `before` is None where it is new, `after` where it goes."""

    kind: Literal["source", "topic"]
    id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What a change of the seeds does: to stories, to pages (paths below content/), and the addresses that it loses.

    `added` and `removed` count articles, copies among them; `lost` are pages that were published and would be gone, `moved`
    those whose address no ledger had yet; `problems` are those that were not there before.
    """

    stories: tuple[StoryChange, ...]
    files: tuple[FileChange, ...]
    added: int
    removed: int
    pages_added: tuple[str, ...]
    pages_changed: tuple[str, ...]
    moved: tuple[str, ...]
    lost: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def nothing(self) -> bool:
        """Whether the published digest stays as it is."""
        pages = (*self.pages_added, *self.pages_changed, *self.moved, *self.lost)
        return not (self.stories or self.files or pages or self.problems)


Built = tuple[Edition, Sequence[Page | KnownPage]]
_DECIDED = {"corrected", "merged", "split", "moved"}


def impact(before: Built, after: Built, recorded: Collection[str]) -> Impact:
    """Compare two editions and their pages; `recorded` are the paths of stories and sources that the older ledger holds.

    New stories come first, then the others, by how much of them changes.
    """
    (old, old_pages), (new, new_pages) = before, after
    was, now = ({page.path: page.sha256 for page in pages} for pages in (old_pages, new_pages))
    held = {article.id for article in _all(old.stories)}
    holds = {article.id for article in _all(new.stories)}
    gone = sorted(was.keys() - now.keys())  # a drawing is part of its page: nobody keeps its address
    unrecorded = _unrecorded(old, recorded)
    return Impact(
        stories=tuple(sorted(_story_changes(_shown(old), _shown(new), _withdrawn(new)), key=_weight)),
        files=(
            *_file_changes("source", old.sources, new.sources),
            *_file_changes("topic", _kept(old.topics), _kept(new.topics)),
        ),
        added=len(holds - held),
        removed=len(held - holds),
        pages_added=tuple(sorted(now.keys() - was.keys())),
        pages_changed=tuple(path for path in sorted(now.keys() & was.keys()) if now[path] != was[path]),
        moved=tuple(path for path in gone if _belongs(path, unrecorded)),
        lost=tuple(
            path
            for path in gone
            if not _belongs(path, unrecorded) and not path.endswith(".svg") and not _continues(path, now.keys())
        ),
        problems=unknown_to(old.problems, new.problems),
    )


def _file_changes(
    kind: Literal["source", "topic"], before: Iterable[Source | Topic], after: Iterable[Source | Topic]
) -> Iterable[FileChange]:
    was, now = ({each.id: each.name for each in found} for found in (before, after))
    for name in sorted(was.keys() | now.keys()):
        if was.get(name) != now.get(name):
            yield FileChange(kind=kind, id=name, before=was.get(name), after=now.get(name))


def _kept(topics: Iterable[Topic]) -> list[Topic]:
    return [topic for topic in topics if not topic.retired]


def unknown_to(known: Iterable[Problem], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that are not among those known; the same one twice in a file is two, wherever it moved in it."""
    left = Counter(map(_sameness, known))
    found = []
    for problem in problems:
        left[_sameness(problem)] -= 1
        if left[_sameness(problem)] < 0:
            found.append(problem)
    return tuple(found)


def at_what_changed(problems: Iterable[Problem], changed: Collection[str]) -> tuple[Problem, ...]:
    """Return the problems without those of two files that stand at the one that is not `changed`, and at the other too."""
    found = tuple(problems)
    said = {(problem.code, problem.where, problem.other) for problem in found if problem.other}
    return tuple(
        problem
        for problem in found
        if problem.where in changed
        or problem.other not in changed
        or (problem.code, problem.other, problem.where) not in said
    )


def _unrecorded(edition: Edition, recorded: Collection[str]) -> set[str]:
    """The pages, without their endings, of stories, sources and topics whose address is in no ledger yet.

    Also "editions", for those of days, weeks, months and years, unless the ledger is older than its lines of days: a day
    that it has keeps its pages, and what is gone was of none.
    """
    stories = {name for one in edition.stories if one.path not in recorded for name in (one.path, f"api/stories/{one.id}")}
    lists = {f"sources/{source.id}" for source in edition.sources} | {f"topics/{topic.id}" for topic in edition.topics}
    editions = {"editions"} if not recorded or any(path.startswith("editions/") for path in recorded) else set()
    return stories | editions | (lists - set(recorded))


def _belongs(path: str, pages: Collection[str]) -> bool:
    """Whether a file is one of these pages, given without their endings, or a drawing, feed or JSON of it."""
    folder, _, name = path.rpartition("/")
    return folder in pages or f"{folder}/{name.partition('.')[0]}" in pages or path.partition("/")[0] in pages


def _continues(path: str, pages: Collection[str]) -> bool:
    """Whether a page is a further one of a list that got shorter, and whose first page stays: what stands there moves on."""
    folder, _, name = path.rpartition("/")
    return name.removesuffix(".md").isdecimal() and not {f"{folder}.md", f"{folder}/index.md"}.isdisjoint(pages)


def _shown(edition: Edition) -> dict[str, Story]:
    return {story.id: story for story in edition.stories if story.articles}


def _all(stories: Iterable[Story]) -> Iterable[Article]:
    for story in stories:
        for article in story.articles:
            yield article
            yield from (copy.article for copy in article.copies)


def _sameness(problem: Problem) -> tuple[str, str, str]:
    """What of a problem stays when lines above it are added."""
    return problem.where, problem.code, problem.detail


def _weight(change: StoryChange) -> tuple[int, int, str]:
    kind = 0 if change.before is None else 1 if change.after else 2
    return kind, -len(change.joined) - len(change.left) - len(change.folded), change.id


def _withdrawn(edition: Edition) -> dict[str, Text]:
    """Why each article that was taken down was, by its id."""
    return {one.article_id: one.reason for story in edition.stories for one in story.withdrawn}


def _story_changes(
    before: Mapping[str, Story], after: Mapping[str, Story], withdrawn: Mapping[str, Text]
) -> Iterable[StoryChange]:
    into = {number: _successor(story, after) for number, story in sorted(before.items()) if number not in after}
    former = {new.id: before[number] for number, new in into.items() if new and new.id not in before}
    goes_on = {story.id for story in former.values()}
    for number, story in after.items():
        old = before.get(number) or former.get(number)
        if old != story and (change := _change(number, old, story)) is not None:
            yield change
    for number, successor in into.items():
        if number not in goes_on:
            yield _gone(before[number], successor, withdrawn)


def _successor(story: Story, after: Mapping[str, Story]) -> Story | None:
    """The story that holds most of the articles of one that is gone."""
    mine = _ids(story)
    most = max(after.values(), key=lambda other: (len(mine & _ids(other)), other.id), default=None)
    return most if most and mine & _ids(most) else None


def _gone(story: Story, successor: Story | None, withdrawn: Mapping[str, Text]) -> StoryChange:
    """A story that is gone; one of whose articles was taken down goes without its headline."""
    why = tuple(dict.fromkeys(withdrawn[article.id] for article in story.articles if article.id in withdrawn))
    return StoryChange(
        id=story.id,
        path="" if why else story.path,
        headline=Text(f"Story {story.id}") if why else story.headline,
        withdrawn=why,
        before=_size(story),
        after=None,
        into=successor.headline if successor else None,
    )


def _change(number: str, old: Story | None, new: Story) -> StoryChange | None:
    """What of a story is other than before; None where nothing is."""
    taken = {one.article_id: one.reason for one in new.withdrawn}
    was, now = _lines_of(old) if old else {}, _lines_of(new)
    quiet = bool(old and old.headline_by in taken)
    change = StoryChange(
        id=number,
        path=new.path,
        headline=new.headline,
        before=_size(old) if old else None,
        after=_size(new),
        renamed=old.headline if old and old.headline != new.headline and not quiet else None,
        joined=_members(new, without=old),
        left=_members(old, without=new, unsaid=taken) if old else (),
        folded=_copies(new, without=old),
        told=tuple(line for text, line in now.items() if text not in was),
        untold=tuple(line for text, line in was.items() if text not in now and taken.keys().isdisjoint(line.articles)),
        cited=tuple(_cited(was, now)),
        differ=_differences(new, without=old),
        settled=_differences(old, without=new) if old and not taken else (),
        withdrawn=tuple(one.reason for one in new.withdrawn if old is None or one not in old.withdrawn),
        events=_events(new, without=old),
    )
    empty = StoryChange(id=number, path=new.path, headline=new.headline, before=change.before, after=change.before)
    return None if change == empty else change


def _size(story: Story) -> Size:
    return Size(articles=len(story.articles), independent=story.independent, at_least=story.at_least)


def _ids(story: Story) -> set[str]:
    return {article.id for article in _all([story])}


def _members(story: Story, without: Story | None, unsaid: Iterable[str] = ()) -> tuple[Named, ...]:
    """The articles of a story that the other has not, in any place; of those `unsaid`, by their ids, nothing is said."""
    held = (_ids(without) if without else set()) | set(unsaid)
    return tuple(
        Named(publisher=article.publisher, title=article.title) for article in story.articles if article.id not in held
    )


def _copies(story: Story, without: Story | None) -> tuple[Named, ...]:
    """The copies of a story that were none in the other."""
    held = {copy.article.id for _, copy in _folded(without)} if without else set()
    return tuple(
        Named(publisher=copy.article.publisher, title=copy.article.title, other=article.publisher)
        for article, copy in _folded(story)
        if copy.article.id not in held
    )


def _folded(story: Story) -> Iterable[tuple[Article, Copy]]:
    return ((article, copy) for article in story.articles for copy in article.copies)


def _lines_of(story: Story) -> dict[Text, Line]:
    """Every line of a page by its words: what several sources say, and what one alone does."""
    names = _names(story)
    cited = [(point.text, point.citations) for point in story.points]
    cited += [(passage.text, passage.citations) for passage in story.only_in]
    return {text: _line(text, citations, names) for text, citations in cited}


def _cited(was: Mapping[Text, Line], now: Mapping[Text, Line]) -> Iterable[Line]:
    """Lines that both have, each with the publishers that are cited for it only now."""
    for text, line in now.items():
        if text not in was or set(line.articles) <= set(was[text].articles):
            continue
        if fresh := tuple(name for name in line.publishers if name not in was[text].publishers):
            yield Line(text=text, publishers=fresh, articles=line.articles)


def _names(story: Story) -> dict[str, str]:
    return {article.id: article.publisher or "not named" for article in story.articles}


def _line(text: Text, citations: Iterable[Citation], names: Mapping[str, str]) -> Line:
    articles = tuple(dict.fromkeys(one.article_id for one in citations))
    return Line(text=text, publishers=tuple(dict.fromkeys(names[article] for article in articles)), articles=articles)


def _events(story: Story, without: Story | None) -> tuple[str, ...]:
    """What editors did to a story that stands in its history, or as a note on its page, and did not before."""
    had = {(event.kind, event.text, event.subject) for event in without.history} if without else set()
    events = [
        f"{event.text}: {event.subject}" if event.subject else event.text
        for event in story.history
        if event.kind in _DECIDED and (event.kind, event.text, event.subject) not in had
    ]
    events += [f"note: {note}" for note in story.notes if not without or note not in without.notes]
    hidden, pinned = (without.hidden, without.pinned) if without else (False, False)
    states = ((story.hidden, hidden, "hidden"), (story.pinned, pinned, "pinned"))
    return (*events, *(word if now else f"no longer {word}" for now, was, word in states if now != was))


def _differences(story: Story, without: Story | None) -> tuple[Difference, ...]:
    held = {_values(figure) for figure in without.figures if figure.conflict} if without else set()
    names = _names(story)
    return tuple(
        Difference(label=figure.label, values=tuple(_line(value.text, value.citations, names) for value in figure.values))
        for figure in story.figures
        if figure.conflict and _values(figure) not in held
    )


def _values(figure: Figure) -> tuple[str, ...]:
    return (figure.unit, *(value.text for value in figure.values))
