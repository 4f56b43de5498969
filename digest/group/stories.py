"""From articles to stories: what belongs together, then what was published, then what editors decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from digest.common.memo import Memo
from digest.group import ledger, naming
from digest.group.batches import batches, hashed, keys_of
from digest.group.curation import Curation
from digest.group.drafts import Draft, name, withdraw
from digest.group.rules import RULES, Rules
from digest.model import EPOCH, Article, Decision, Permalink, Problem, Story


def tell(
    articles: Iterable[Article],
    decisions: Sequence[Decision],
    permalinks: Sequence[Permalink],
    memo: Memo,
    rules: Rules = RULES,
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Group articles into stories as `digest.group.group` does, but by the `rules` given: the thresholds and weights.

    Returns the stories in the same order, and what was wrong with decisions and permalinks.
    """
    given = list(articles)
    published = ledger.last_words(permalinks)
    wordless = [article for article in given if article.withdrawn and not article.title]
    drafts = together([article for article in given if not article.withdrawn or article.title], memo, rules)
    drafts = ledger.rejoined(drafts, wordless, published)
    drafts, problems = ledger.kept_apart(drafts, published, rules)
    ledger.claim(drafts, published)
    ids = {permalink.id for permalink in published.values()}
    paths = {path.lower() for path in published}
    for draft in drafts:
        if not draft.path:
            name(draft, ids, paths)
    if decisions:
        headed = {draft: tuple(draft.members) for draft in drafts}
        curation = Curation(drafts, published)
        curation.apply(decisions)
        drafts, problems = curation.drafts, (*problems, *curation.problems)
        for draft in drafts:
            if headed.get(draft) != tuple(draft.members):
                draft.heading = None
                draft.members.sort(key=naming.order)
    if titles := [article.title for draft in drafts for article in draft.members if article.withdrawn]:
        paths |= {draft.path.lower() for draft in drafts}
        for draft in drafts:
            withdraw(draft, titles, published, paths)
    gone, lost = ledger.redirect(drafts, published)
    return tuple(sorted((*map(_story, drafts), *gone), key=_by_day)), (*problems, *lost)


def _by_day(story: Story) -> tuple[datetime, str]:
    first = story.articles[0].day if story.articles else None  # articles come in order, undated ones last
    return (first or EPOCH, story.id)


def together(articles: Iterable[Article], memo: Memo, rules: Rules) -> list[Draft]:
    """Return the articles that belong together, each set in the order of its founding article, and what heads it."""
    given = sorted(articles, key=naming.order)
    keys = keys_of(given)
    drafts: dict[str, Draft] = {}
    for article, story in zip(given, batches(given, keys, memo, rules), strict=True):
        if story not in drafts:
            drafts[story] = Draft(members=[])
        drafts[story].members.append(article)
    _head([draft for draft in drafts.values() if len(draft.members) > 1], dict(zip(map(id, given), keys, strict=True)), memo)
    return list(drafts.values())


def _head(drafts: Iterable[Draft], keys: dict[int, str], memo: Memo) -> None:
    """Find out what heads each story, one day's stories at a time; `keys` stand for the articles, by `id`."""
    days: dict[date | None, list[Draft]] = defaultdict(list)
    for draft in drafts:
        first = draft.members[0].day
        days[first and first.astimezone(UTC).date()].append(draft)
    by_key = {
        hashed("\n".join(" ".join(keys[id(article)] for article in draft.members) for draft in day)): day
        for day in days.values()
    }

    def heads(key: str) -> tuple[int, ...]:
        return tuple(draft.members.index(naming.headline(draft.members)) for draft in by_key[key])

    for day, found in zip(by_key.values(), memo(heads, by_key, returns=tuple[int, ...]), strict=True):
        for draft, at in zip(day, found, strict=True):
            draft.heading = draft.members[at]


def _story(draft: Draft) -> Story:
    heading = draft.heading or (naming.headline(draft.members) if draft.members else None)
    return Story(
        id=draft.id,
        path=draft.path,
        headline=draft.headline or (heading.title if heading else ledger.GONE),
        headline_by=None if draft.headline or heading is None else heading.id,
        articles=tuple(draft.members),
        withdrawn=draft.withdrawn,
        notes=draft.notes,
        pinned=draft.pinned,
        hidden=draft.hidden,
        redirects=tuple(sorted(draft.redirects)),
    )
