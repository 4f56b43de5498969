"""From articles to stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digest.config import Decision, Permalink
from digest.group import naming
from digest.group.batches import batches
from digest.group.rules import RULES, Rules
from digest.model import EPOCH, Article, Memo, Problem, Story


def tell(
    articles: Iterable[Article],
    decisions: Sequence[Decision],
    permalinks: Sequence[Permalink],
    memo: Memo,
    rules: Rules = RULES,
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Do what `digest.group.group` promises."""
    given = sorted(articles, key=naming.order)
    groups: dict[str, list[Article]] = defaultdict(list)
    for article, label in zip(given, batches(given, memo, rules), strict=True):
        groups[label].append(article)
    stories, paths, ids = [], set[str](), set[str]()
    for members in groups.values():
        founder, heading = naming.founding(members), naming.headline(members)
        stories.append(
            Story(
                id=naming.story_id(founder, ids),
                path=naming.path(founder, heading.title, paths),
                headline=heading.title,
                headline_by=heading.id,
                articles=tuple(members),
            )
        )
        paths.add(stories[-1].path)
        ids.add(stories[-1].id)
    return tuple(sorted(stories, key=lambda story: (story.first_seen or EPOCH, story.id))), ()
