"""The curator overrules: what editors decided, applied to the drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import assert_never

from digest.common.references import article_instead, article_names, nearest_reference, story_reference
from digest.group import naming
from digest.group.drafts import Draft, home, homes, name
from digest.model import (
    AnyRuling,
    Article,
    Correction,
    Decision,
    Headline,
    Hide,
    Merge,
    Move,
    Note,
    Permalink,
    Pin,
    Problem,
    Regrouping,
    Split,
    Takedown,
    Text,
    newest,
)


class Curation:
    """Applies decisions one after another, in the order in which they are written.

    A story is meant by its id or path, also one it had before; an article by its id, address or file, also as a copy.
    """

    def __init__(self, drafts: Sequence[Draft], ledger: dict[str, Permalink]) -> None:
        self.drafts = list(drafts)
        self.problems: list[Problem] = []
        self._ids = {draft.id for draft in drafts} | {permalink.id for permalink in ledger.values()}
        self._paths = {draft.path.lower() for draft in drafts} | {path.lower() for path in ledger}
        self._stories = {key: draft for draft in drafts for key in (draft.id, draft.path)}
        self._ledger = ledger
        self._holders = homes(drafts)
        for permalink in ledger.values():
            held, _ = home(permalink.members, self._holders)
            if held is not None:
                self._stories.setdefault(permalink.id, held)
                self._stories.setdefault(permalink.path, held)
        self._now = newest([article.day for draft in drafts for article in draft.members])

    @cached_property
    def _articles(self) -> dict[str, list[Article]]:
        """The articles that each key means, a copy's key meaning what stands for it; made when first asked for."""
        found: dict[str, list[Article]] = {}
        for draft in self.drafts:
            for article in draft.members:
                for key in {key for each in naming.with_copies([article]) for key in article_names(each)}:
                    found.setdefault(key, []).append(article)
        return found

    def apply(self, decisions: Iterable[Decision]) -> None:
        """Apply the decisions that change which articles are together, then the others."""
        for decision in sorted(decisions, key=lambda each: not isinstance(each.what, Regrouping)):
            try:
                self._apply(decision.what)
            except _UnmatchedError as error:
                named, detail, remedy = error.args
                line, column = decision.place_of(named)
                self.problems.append(
                    Problem(
                        stage="group",
                        where=decision.where,
                        line=line,
                        column=column,
                        code="unmatched",
                        detail=f"this {decision.what.verb} {detail}",
                        remedy=remedy,
                        by_hand=True,
                    )
                )
        self.drafts = [draft for draft in self.drafts if draft.members]

    def _apply(self, what: AnyRuling) -> None:
        match what:
            case Merge():
                self._merge(what.stories)
            case Split():
                self._split(self._story(what.story), self._found(what.articles))
            case Move():
                self._move(self._found(what.articles), self._story(what.story))
            case Pin():
                self._story(what.story).pinned |= what.until is None or self._now <= what.until
            case Hide():
                self._story(what.story).hidden = True
            case Headline():
                self._story(what.story).headline = _text(what.text)
            case Note():
                self._story(what.story).notes += (_text(what.text),)
            case Correction():
                self._story(what.story)  # its words are told in the story's history; here it only has to match
            case Takedown():
                pass  # the articles came marked as withdrawn
            case _:
                assert_never(what)

    def _story(self, reference: str) -> Draft:
        found = self._stories.get(story_reference(reference))
        if found is None or not found.members:
            if holder := next((self._holder(each) for each in self._articles.get(reference.strip(), ())), None):
                remedy = f"write `{holder.path}`, the story that it is in, or delete this decision"
                raise _UnmatchedError(reference, f"names an article for a story: {reference}", remedy)
            near = nearest_reference(reference, (key for key, draft in self._stories.items() if draft.members))
            instead = f"`{near}`, or another story's id or path" if near else "a story's id or path"
            remedy = f"write {instead} as content/api/stories.json lists it, or delete this decision"
            raise _UnmatchedError(reference, f"names a story that is not there: {reference}", remedy)
        return found

    def _found(self, references: Iterable[str]) -> list[Article]:
        return list({id(article): article for each in references for article in self._one(each)}.values())

    def _one(self, reference: str) -> list[Article]:
        found = self._articles.get(reference.strip(), [])
        if not found:
            remedy = article_instead(reference, self._articles)
            raise _UnmatchedError(reference, f"names an article that is not there: {reference}", remedy)
        if len(found) > 1:
            detail = f"names {len(found)} articles at once: {reference}"
            raise _UnmatchedError(reference, detail, "write the article's id or address")
        return found

    def _merge(self, references: Sequence[str]) -> None:
        """Bring together the named stories, and whatever holds articles that were published under their names."""
        first, *others = map(self._story, references)
        plain = {story_reference(reference) for reference in references}
        for permalink in self._ledger.values():
            if plain & {permalink.id, permalink.path}:
                others += [self._holders[member] for member in permalink.members if member in self._holders]
        for draft in others:
            if draft is not first:
                first.members += draft.members
                draft.members = []
                self._stories = {key: first if held is draft else held for key, held in self._stories.items()}
                self._holders = {key: first if held is draft else held for key, held in self._holders.items()}

    def _split(self, draft: Draft, articles: Sequence[Article]) -> None:
        holders = {id(holder): holder for holder in map(self._holder, articles)}
        if draft not in holders.values():
            return  # they already are elsewhere
        for article in articles:
            self._holder(article).members.remove(article)
        if not draft.members:  # that is all it had: it is a story of its own already
            draft.members = list(articles)
            self._holders |= dict.fromkeys(draft.ids, draft)
            return
        part = Draft(members=list(articles))
        name(part, self._ids, self._paths)
        self.drafts.append(part)
        self._stories |= {part.id: part, part.path: part}
        self._holders |= dict.fromkeys(part.ids, part)

    def _move(self, articles: Sequence[Article], draft: Draft) -> None:
        for article in articles:
            self._holder(article).members.remove(article)
            draft.members.append(article)
            self._holders |= dict.fromkeys(Draft(members=[article]).ids, draft)

    def _holder(self, article: Article) -> Draft:
        return self._holders[article.id]


class _UnmatchedError(LookupError):
    """A decision matches nothing: what it names, what is wrong with that, and what to write instead."""


def _text(words: str) -> Text:
    return Text(" ".join(words.split()))
