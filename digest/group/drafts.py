"""A story while its articles, its name and its marks are being settled."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from digest.group import naming
from digest.model import Article, Text, Withdrawal


@dataclass(slots=True, eq=False)
class Draft:
    """A story to be; `id` and `path` stay empty until it is named and then stay as they are.

    `members` are sorted by `naming.order`. `heading` is the article whose title heads it, where that is known; `headline` is
    what an editor wrote.
    """

    members: list[Article]
    id: str = ""
    path: str = ""
    heading: Article | None = None
    headline: Text | None = None
    notes: tuple[Text, ...] = ()
    pinned: bool = False
    hidden: bool = False
    redirects: tuple[str, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its articles, their copies and what was withdrawn of it, sorted: what a permalink records."""
        withdrawn = {one.article_id for one in self.withdrawn}
        return tuple(sorted({article.id for article in naming.with_copies(self.members)} | withdrawn))


def homes(drafts: Sequence[Draft]) -> dict[str, Draft]:
    """Return for each article and copy, by id, the draft that holds it, or held it before it was withdrawn."""
    found = {article.id: draft for draft in drafts for article in naming.with_copies(draft.members)}
    return {one.article_id: draft for draft in drafts for one in draft.withdrawn} | found


def home(members: Iterable[str], by_article: dict[str, Draft]) -> tuple[Draft | None, int]:
    """Return the draft that holds most of these articles, and how many; (None, 0) where none is left.

    Of two that hold as many, the one that holds the first article by id.
    """
    held: dict[Draft, int] = {}
    for member in sorted(set(members)):
        if member in by_article:
            draft = by_article[member]
            held[draft] = held.get(draft, 0) + 1
    return max(held.items(), key=itemgetter(1), default=(None, 0))


def name(draft: Draft, ids: set[str], paths: set[str]) -> None:
    """Give a draft its id and its path, and note both as taken (paths in lower case)."""
    founder = naming.founding(draft.members)
    draft.heading = draft.heading or naming.headline(draft.members)
    draft.id = naming.story_id(founder, ids)
    draft.path = naming.path(founder, draft.heading.title, paths)
    ids.add(draft.id)
    paths.add(draft.path.lower())


def withdraw(draft: Draft, titles: Iterable[str], published: Container[str], paths: set[str]) -> None:
    """Drop the articles of a draft that were withdrawn, and with them every word that its name has of them.

    A path that was published stays; another that was made of one of the `titles` is made anew. A story of which nothing is
    left is hidden, and named by its id.
    """
    founder = naming.founding([each for each in draft.members if each.withdrawn is None] or draft.members)
    if found := {article.id: article.withdrawn for article in draft.members if article.withdrawn}:
        draft.withdrawn = tuple(found.values())
        draft.members = [article for article in draft.members if article.withdrawn is None]
        draft.heading = naming.headline(draft.members) if draft.members else None
    if not draft.members:
        draft.hidden, draft.pinned, draft.headline, draft.notes = True, False, None, ()
    if draft.path not in published and any(naming.has_words_of(draft.path, title) for title in titles if title):
        heading = naming.headline(draft.members).title if draft.members else f"withdrawn {draft.id[:8]}"
        draft.path = naming.path(founder, heading, paths)
        paths.add(draft.path.lower())
