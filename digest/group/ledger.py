"""Addresses that last: which story goes on under which published id and path, and which ones lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from xxhash import xxh64_hexdigest

from digest.group import naming
from digest.group.drafts import Draft, home, homes
from digest.group.pairs import Turned, probabilities
from digest.group.rules import Rules
from digest.group.tables import table_of
from digest.model import Article, Permalink, Problem, Story, Text

LEDGER = "seeds/permalinks.jsonl"
GONE = Text("Withdrawn story")
"""Headline of a published story none of whose articles is left."""


def last_words(permalinks: Iterable[Permalink]) -> dict[str, Permalink]:
    """Return what the ledger says last of each story's path, in the order in which the paths were first published."""
    others = ("sources/", "topics/", "editions/")
    return {permalink.path: permalink for permalink in permalinks if not permalink.path.startswith(others)}


def rejoined(drafts: Sequence[Draft], wordless: Iterable[Article], ledger: dict[str, Permalink]) -> list[Draft]:
    """Put articles that have no words, only a place in the ledger, with most of those they were published with.

    Where none of these is left, they are a story of their own under that address.
    """
    found, by_article = list(drafts), homes(drafts)
    for article in sorted(wordless, key=naming.order):
        claims = [permalink for permalink in ledger.values() if article.id in permalink.members]
        claims.sort(key=lambda permalink: permalink.redirect is not None)
        held, _ = home(claims[0].members, by_article) if claims else (None, 0)
        if held is None:
            held = Draft(members=[])
            found.append(held)
        held.members.append(article)
        by_article[article.id] = held
    return found


def kept_apart(
    drafts: Sequence[Draft], ledger: dict[str, Permalink], rules: Rules
) -> tuple[list[Draft], tuple[Problem, ...]]:
    """Part every draft in which two published stories would become one, and say so.

    What was published stays with its story; an article that never was goes to the part it is most probably of.
    """
    if not ledger:
        return list(drafts), ()
    by_article = homes(drafts)
    claims: dict[int, list[Permalink]] = {}
    for permalink in ledger.values():
        held, _ = home(permalink.members, by_article)
        if held is not None and permalink.redirect is None:
            claims.setdefault(id(held), []).append(permalink)
    parted: list[Draft] = []
    problems: list[Problem] = []
    for draft in drafts:
        parts = _parts(draft, claims.get(id(draft), []), rules)
        parted += parts
        if len(parts) > 1:
            problems.append(_apart(claims[id(draft)]))
    return parted, tuple(problems)


def _parts(draft: Draft, claims: Sequence[Permalink], rules: Rules) -> list[Draft]:
    if len(claims) < 2:
        return [draft]
    parts = [Draft(members=[]) for _ in claims]
    free = []
    for article in draft.members:
        ids = {each.id for each in naming.with_copies([article])}
        shared = [len(ids & set(claim.members)) for claim in claims]
        if any(shared):
            parts[shared.index(max(shared))].members.append(article)
        else:
            free.append(article)
    parts = [part for part in parts if part.members]
    tables = [Turned(table_of(part.members)) for part in parts]
    for article in free:
        table = table_of([article])
        means = [int(probabilities(table, each, rules).probability.sum()) / len(each.table) for each in tables]
        parts[means.index(max(means))].members.append(article)
    for part in parts:
        part.members.sort(key=naming.order)
    return parts


def _apart(claims: Sequence[Permalink]) -> Problem:
    paths = " and ".join(claim.path for claim in claims)
    return Problem(
        stage="group",
        where=LEDGER,
        code="kept-apart",
        detail=f"{paths} look like one event, and stay apart because each has been published",
        remedy="if they are one, write a merge into seeds/curation",
    )


def claim(drafts: Sequence[Draft], ledger: dict[str, Permalink]) -> None:
    """Give published ids and paths to the drafts that hold most of what was published under them.

    A path that became a redirect is given back only to a story that has no other; of several paths a draft holds, it
    goes on under the one of which it holds most articles, then the oldest.
    """
    if not ledger:
        return
    by_article = homes(drafts)
    order = {path: at for at, path in enumerate(ledger)}
    given: set[str] = set()
    held = [(home(permalink.members, by_article), permalink) for permalink in ledger.values()]
    for (draft, _), permalink in sorted(
        held, key=lambda each: (each[1].redirect is not None, -each[0][1], order[each[1].path])
    ):
        if draft is not None and not draft.path and permalink.id not in given:
            draft.id, draft.path = permalink.id, permalink.path
            given.add(permalink.id)


def redirect(drafts: Sequence[Draft], ledger: dict[str, Permalink]) -> tuple[list[Story], tuple[Problem, ...]]:
    """Let every published path that is no story's own lead to the story that holds most of its articles.

    Where none is left it leads where it last led, and else is answered by a hidden story without articles, which is
    returned with a Problem.
    """
    if not ledger:
        return [], ()
    by_article, by_path = homes(drafts), {draft.path: draft for draft in drafts}
    taken = {draft.id for draft in drafts}
    gone: list[Story] = []
    problems: list[Problem] = []
    for path, permalink in ledger.items():
        if path in by_path:
            continue
        held, _ = home(permalink.members, by_article)
        target = held or _followed(permalink, by_path, ledger)
        if target is not None:
            target.redirects += (path,)
            continue
        if permalink.id in taken:
            permalink = replace(permalink, id=f"{permalink.id}-{xxh64_hexdigest(path.encode())[:8]}")  # noqa: PLW2901 - told apart
        taken.add(permalink.id)
        gone.append(Story(id=permalink.id, path=path, headline=GONE, articles=(), hidden=True))
        problems.append(
            Problem(
                stage="group",
                where=LEDGER,
                code="gone",
                detail=f"{path} was published, and none of its articles is left",
                remedy="its address now says so; put an article back to revive it",
            )
        )
    return gone, tuple(problems)


def _followed(permalink: Permalink, by_path: dict[str, Draft], ledger: dict[str, Permalink]) -> Draft | None:
    seen: set[str] = set()
    while permalink.redirect and permalink.redirect not in seen:
        seen.add(permalink.redirect)
        if permalink.redirect in by_path:
            return by_path[permalink.redirect]
        if permalink.redirect not in ledger:
            return None
        permalink = ledger[permalink.redirect]
    return None


def permalinks_to_append(stories: Iterable[Story], permalinks: Iterable[Permalink]) -> tuple[Permalink, ...]:
    """Return the lines that `digest publish` appends to the ledger: what `stories` say that it does not say yet.

    A story's line holds the ids of its articles and their copies, and comes again when they change; a path that now leads
    elsewhere gets a line with `redirect` and the members it last had. `at` is the newest day of the story's articles.
    """
    ledger = last_words(permalinks)
    lines: list[Permalink] = []
    for story in stories:
        at = story.updated.isoformat() if story.updated else None
        members = Draft(members=list(story.articles), withdrawn=story.withdrawn).ids
        said = ledger.get(story.path)
        if members and (not said or said.redirect or (said.id, said.members) != (story.id, members)):
            lines.append(Permalink(id=story.id, path=story.path, members=members, at=at))
        for path in story.redirects:
            if path in ledger and ledger[path].redirect != story.path:
                old = ledger[path]
                lines.append(Permalink(id=old.id, path=path, members=old.members, at=at, redirect=story.path))
    return tuple(sorted(lines, key=lambda line: line.path))
