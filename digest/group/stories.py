"""From articles to stories: what belongs together, then what was published, then what editors decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digest.config import Decision, Permalink
from digest.group import ledger, naming
from digest.group.batches import batches
from digest.group.curation import Desk
from digest.group.drafts import Draft, name
from digest.group.rules import RULES, Rules
from digest.memo import Memo
from digest.model import EPOCH, Article, Problem, Story


def tell(
    articles: Iterable[Article],
    decisions: Sequence[Decision],
    permalinks: Sequence[Permalink],
    memo: Memo,
    rules: Rules = RULES,
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Do what `digest.group.group` promises, by the rules given."""
    drafts = together(articles, memo, rules)
    published = ledger.last_words(permalinks)
    drafts, problems = ledger.kept_apart(drafts, published, rules)
    ledger.claim(drafts, published)
    ids = {permalink.id for permalink in published.values()}
    paths = {path.lower() for path in published}
    for draft in drafts:
        if not draft.path:
            name(draft, ids, paths)
    if decisions:
        desk = Desk(drafts, published)
        desk.apply(decisions)
        drafts, problems = desk.drafts, (*problems, *desk.problems)
        for draft in drafts:
            draft.heading = None  # its articles may be others now
    gone, lost = ledger.redirect(drafts, published)
    stories = sorted((*map(_story, drafts), *gone), key=lambda story: (story.first_seen or EPOCH, story.id))
    return tuple(stories), (*problems, *lost)


def together(articles: Iterable[Article], memo: Memo, rules: Rules) -> list[Draft]:
    """Return the articles that belong together, each set in the order of its founding article."""
    given = sorted(articles, key=naming.order)
    groups: dict[str, list[Article]] = defaultdict(list)
    for article, story in zip(given, batches(given, memo, rules), strict=True):
        groups[story].append(article)
    return [Draft(members=members) for members in groups.values()]


def _story(draft: Draft) -> Story:
    members = tuple(sorted(draft.members, key=naming.order))
    heading = draft.heading or naming.headline(members)
    return Story(
        id=draft.id,
        path=draft.path,
        headline=draft.headline or heading.title,
        headline_by=None if draft.headline else heading.id,
        articles=members,
        notes=tuple(draft.notes),
        pinned=draft.pinned,
        hidden=draft.hidden,
        redirects=tuple(sorted(draft.redirects)),
    )
