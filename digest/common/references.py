"""How people name stories, articles and sources, in what they write and on the command line."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from hashlib import sha256

from digest.model import Article, Permalink, Source, Story, Topic

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
"""The id of a source or a topic: the name of its file."""
STORY_PATH = re.compile(r"stories(?:/[a-z0-9]+(?:[-_][a-z0-9]+)*)+")
SOURCE_PATH = re.compile(r"sources/[a-z0-9]+(?:-[a-z0-9]+)*")
TOPIC_PATH = re.compile(r"topics/[a-z0-9]+(?:-[a-z0-9]+)*")
EDITION_PATH = re.compile(r"editions/[0-9]{4}/[0-9]{2}/[0-9]{2}")
STORY_ID = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


def story_reference(written: str) -> str:
    """Return a story's id or path as it is compared: without slashes around it and the endings that pages have."""
    return written.strip().strip("/").removesuffix(".md").removesuffix("/index.html").removesuffix(".html")


def story_names(story: Story) -> frozenset[str]:
    """Return what means a story: its id, its path, and paths that once led to it."""
    return frozenset((story.id, story.path, *(story_reference(path) for path in story.redirects)))


def names_within(story: Story) -> frozenset[str]:
    """Return what means a story or an article of it."""
    return story_names(story) | {name for article in story.articles for name in article_names(article)}


def is_named(story: Story, written: Iterable[str]) -> bool:
    """Tell whether one of these references means the story."""
    names = story_names(story)
    return any(story_reference(each) in names for each in written)


def article_id(identity: str) -> str:
    """Return the id of the article that these words tell from all others: 16 hexadecimal digits of their SHA-256."""
    return sha256(identity.encode("utf-8", "replace")).hexdigest()[:16]


def article_names(article: Article) -> tuple[str, ...]:
    """Return what means an article: its id, its file, its line of a file that holds several, its address."""
    found = (article.id, article.where, f"{article.where}:{article.line}", article.url or "")
    return tuple(name for name in found if name)


def nearest_reference(written: str, known: Iterable[str]) -> str | None:
    """Return which story or article was meant: one whose last part (a slug, a file's name, an id) is like it."""
    ends: dict[str, list[str]] = {}
    for name in sorted(known):
        ends.setdefault(_end(name), []).append(name)
    near = [name for end in get_close_matches(_end(written), ends, n=5, cutoff=0.75) for name in ends[end]]
    return max(near, key=lambda name: SequenceMatcher(None, name, written).ratio(), default=None)


def article_instead(written: str, known: Iterable[str]) -> str:
    """Return what a decision may name where this is no article: the nearest of the known names first."""
    near = nearest_reference(written, known)
    return f"write {f'`{near}`, or another' if near else 'an'} article's id, address or file, or delete this decision"


def _end(written: str) -> str:
    """The last part of a path or an address, without the ending of a file."""
    return posixpath.splitext(story_reference(re.split(r"[?#]", written, maxsplit=1)[0]).rpartition("/")[2])[0].lower()


def ids_meant(files: Sequence[Source | Topic]) -> dict[str, str]:
    """Return the id of the source, or topic, that each id means; one that it had before means it while no other has it."""
    found = {file.id: file.id for file in files}
    return {old: file.id for file in reversed(files) for old in file.formerly} | found


def edition_path(key: str) -> str:
    """Return the path of the edition of a day, given as "2026-06-05", or of a week, given as "2026-w23"."""
    return f"editions/{key.replace('-', '/')}"


def published_days(permalinks: Iterable[Permalink]) -> tuple[str, ...]:
    """Return the days ("2026-06-05") whose editions the ledger holds, in its order."""
    return tuple(dict.fromkeys(each.id for each in permalinks if EDITION_PATH.fullmatch(each.path)))


def below(written: str, home: str | None) -> str:
    """Return the path of the page that an address below the digest's own, `home`, names; other words as they are."""
    if not home or not written.startswith(home):
        return written
    return written.removeprefix(home).partition("#")[0].partition("?")[0]


def spellings(written: str, root: str, here: str, home: str | None = None) -> tuple[str, ...]:
    """Return what a reference on the command line may stand for, as written first.

    A path goes from the folder `here` or from the digest's `root`; what lies in content/ or site/, or below the address
    `home` where the digest is published, is the path of a page.
    """
    found = [written.strip()]
    if (path := below(found[0], home)) != found[0]:
        found.append(path)
    if "://" not in written:
        for folder in (here, root):
            path = posixpath.relpath(posixpath.join(folder, found[0]), root)
            found.append(path)
    pages = [each.removeprefix(folder) for each in found for folder in ("content/", "site/") if each.startswith(folder)]
    return tuple(dict.fromkeys([*found, *pages]))
