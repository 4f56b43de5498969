"""From articles to stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digest.config import Decision, Permalink
from digest.group import naming
from digest.group.linkage import Edges, average_link
from digest.group.pairs import probabilities
from digest.group.terms import profile
from digest.model import EPOCH, Article, Memo, Problem, Story

THRESHOLD = 0.5
FLOOR = 0.05


def tell(
    articles: Iterable[Article], decisions: Sequence[Decision], permalinks: Sequence[Permalink], memo: Memo
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Do what `digest.group.group` promises."""
    given = sorted(articles, key=naming.order)
    profiles = [profile(article) for article in given]
    edges: Edges = defaultdict(dict)
    if given:
        chances = probabilities(profiles, profiles)
        for a, b in zip(*(chances > FLOOR).nonzero(), strict=True):
            if a != b:
                edges[int(a)][int(b)] = float(max(chances[a, b], chances[b, a]))
    groups: dict[int, list[Article]] = defaultdict(list)
    for article, label in zip(given, average_link([1] * len(given), edges, THRESHOLD), strict=True):
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
