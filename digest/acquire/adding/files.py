"""`digest add FILE…`: saved feeds, saved articles and lists of feeds become seeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from digest.acquire.adding.filing import Added, FoundFeed, claim_of, file_feeds
from digest.acquire.adding.names import file_id, unused
from digest.acquire.adding.opml import read_opml
from digest.acquire.adding.publishers import PublisherOptions
from digest.acquire.decoding.charset import as_utf8, declared_root
from digest.acquire.feeds.feed import read_feed
from digest.acquire.problems import by_hand
from digest.acquire.seeds.formats import FORMATS
from digest.config import Workspace
from digest.model import Problem
from digest.runtime.files import naming_failures, replace_file
from digest.runtime.lock import locked

LARGEST = 10_000_000
MOST_ITEMS = 2_000
_FEEDS = {".xml", ".rss", ".atom", ".json", ".rdf"}
_NO_TOPIC = {"", "all", "default", "feeds", "imported", "misc", "my-feeds", "other", "rss", "subscriptions", "uncategorized"}
"""Ids of folders that feed readers make for feeds that nobody filed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What was added, in order, and what could not be."""

    added: tuple[Added, ...] = ()
    problems: tuple[Problem, ...] = ()
    topics: tuple[str, ...] = ()  # categories of a list that are no topic yet


def add_files(config: Workspace, paths: Sequence[Path], now: datetime, given: PublisherOptions | None = None) -> AddReport:
    """Add saved feeds, saved articles and OPML files; the order in which they are named changes nothing.

    Feeds go to the archive of their publisher as seen `now` (a new publisher gets a file in seeds/sources, as `given` where
    a person says so), articles to seeds/articles, the feeds of a list to seeds/sources. What is there already is not added
    again. A file that is none of these is a by_hand Problem; the rest goes on. BusyError where another run writes to the
    archive.
    """
    added: list[Added] = []
    problems: list[Problem] = []
    rejected: Sequence[Problem]
    feeds: list[FoundFeed] = []
    categories: list[str] = []
    with locked(config.root, "archive"):
        for path in sorted(paths, key=lambda it: (it.name, str(it))):
            outcome = _read(path)
            if isinstance(outcome, Problem):
                problems.append(outcome)
                continue
            kind = kind_of(path.suffix.lower(), outcome)
            if kind == "article":
                article = add_article(config, path.name, outcome, str(path))
                problems.extend([article] if isinstance(article, Problem) else [])
                added.extend([article] if isinstance(article, Added) else [])
            else:
                found, rejected = (
                    _read_list(path, outcome, categories) if kind == "opml" else _read_saved_feed(config, path, outcome)
                )
                feeds.extend(found)
                problems.extend(rejected)
        filed, rejected = file_feeds(config, feeds, now, given)
    return AddReport(added=(*added, *filed), problems=(*problems, *rejected), topics=_proposed_topics(config, categories))


def kind_of(suffix: str, raw: bytes) -> Literal["opml", "article", "feed"]:
    """Tell a feed list, an article and a feed apart, by what a file holds and by its name's ending."""
    known = FORMATS.get(suffix)
    if known and not known.ambiguous:
        return "article"
    root = declared_root(as_utf8(raw[:20_000]))
    if root == "opml" or suffix == ".opml":
        return "opml"
    if root in {"rss", "feed", "rdf"}:
        return "feed"
    if known or (root == "html" and suffix not in _FEEDS):
        return "article"
    return "feed"


def add_article(config: Workspace, name: str, raw: bytes, target: str) -> Added | Problem:
    """Copy an article's bytes into seeds/articles under a name of our own, unless the same bytes are there.

    A page in another charset is stored as UTF-8. What its format cannot read is a Problem, and not stored.
    """
    suffix = Path(name).suffix.lower()
    suffix = suffix if suffix in FORMATS else ".html"
    raw = FORMATS[suffix].stored(raw)
    article = FORMATS[suffix].read(raw, target)
    if article.body is None:
        return replace(article.problems[0], stage="acquire")
    folder = config.seeds / "articles"
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.is_file() and path.stat().st_size == len(raw) and path.read_bytes() == raw:
            where = path.relative_to(config.root).as_posix()
            return Added(target=target, kind="known", where=where, detail="the same article is there already")
    path = write_article(config, Path(name).stem, suffix, raw)
    return Added(target=target, kind="article", where=path.relative_to(config.root).as_posix())


def write_article(config: Workspace, words: str, suffix: str, raw: bytes) -> Path:
    """Write a new file of seeds/articles, named after the words; return its path."""
    folder = config.seeds / "articles"
    with naming_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
        stem = unused(file_id(words) or "article", {path.stem.lower() for path in folder.iterdir()})
    path = folder / f"{stem}{suffix}"
    replace_file(path, raw)
    return path


def _read(path: Path) -> bytes | Problem:
    try:
        if not path.is_file():
            return by_hand(str(path), "no-file", "there is no such file", "check the name; an address begins with https://")
        if path.stat().st_size > LARGEST:
            return by_hand(str(path), "too-large", "this file is over 10 MB")
        return path.read_bytes()
    except OSError as error:
        return by_hand(str(path), "unreadable", f"this file cannot be read: {error.strerror}")


def _read_list(path: Path, raw: bytes, categories: list[str]) -> tuple[list[FoundFeed], list[Problem]]:
    """The feeds of a list; its categories are added to those found so far."""
    found = []
    for listed in read_opml(raw):
        categories.extend(listed.categories)
        found.append(FoundFeed(target=f"{path}:{listed.line}", claim=listed.claim, asked=True))
    return found, [] if found else [by_hand(str(path), "no-feeds", "this list holds no feed's address")]


def _proposed_topics(config: Workspace, categories: Sequence[str]) -> tuple[str, ...]:
    """The categories that no topic has as its name, alias or id, in alphabetical order."""
    known = {file_id(name) for topic in config.topics for name in (topic.id, topic.name, *topic.aliases)} | _NO_TOPIC
    return tuple(sorted({file_id(name): name for name in reversed(categories) if file_id(name) not in known}.values()))


def _read_saved_feed(config: Workspace, path: Path, raw: bytes) -> tuple[list[FoundFeed], list[Problem]]:
    document, problem = read_feed(raw, str(path), newest=config.digest.limits.items_per_fetch or MOST_ITEMS)
    if document is None:
        remedy = "save a page as .html to add it as an article"
        return [], [replace(problem, by_hand=True, remedy=remedy)] if problem else []
    found = FoundFeed(target=str(path), claim=claim_of(document), document=document)
    return [found], []
