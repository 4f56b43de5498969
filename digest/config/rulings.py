"""The shapes of editors' decisions, in seeds/curation; what each does is in `model.decisions`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union, get_args

from pydantic import Field

from digest.config.fields import Day, Words
from digest.config.schema import File, lenient


class _Ruling(File):
    author: Annotated[Words, Field(description="who decided", examples=["A. Editor"])]
    reason: Annotated[Words, Field(description="why, for readers", examples=["A reader wrote in."])]
    at: Annotated[Day | None, Field(description="when it was decided")] = None


Stories = Annotated[
    tuple[Words, ...],
    Field(min_length=2, description="story ids or paths", examples=[["3f9c2a7b41d05e68", "77b1e0c94d2a8f35"]]),
]
Story = Annotated[Words, Field(description="a story's id or path", examples=["3f9c2a7b41d05e68"])]
Articles = Annotated[
    tuple[Words, ...],
    Field(min_length=1, description="article ids, addresses or files", examples=[["seeds/articles/lock.md"]]),
]


class Merge(_Ruling):
    """These stories are one; the first keeps its address."""

    do: Annotated[Literal["merge"], Field(description="the decision")]
    stories: Stories


class Split(_Ruling):
    """These articles are a story of their own."""

    do: Annotated[Literal["split"], Field(description="the decision")]
    story: Story
    articles: Articles


class Move(_Ruling):
    """These articles belong to that story."""

    do: Annotated[Literal["move"], Field(description="the decision")]
    articles: Articles
    story: Story


class Pin(_Ruling):
    """The story stands first on the front page, until a day if one is given."""

    do: Annotated[Literal["pin"], Field(description="the decision")]
    story: Story
    until: Annotated[Day | None, Field(description="the last day it stands first", examples=["2026-06-30"])] = None


class Hide(_Ruling):
    """The story keeps its address but is listed nowhere."""

    do: Annotated[Literal["hide"], Field(description="the decision")]
    story: Story


class Headline(_Ruling):
    """The story's headline is this."""

    do: Annotated[Literal["headline"], Field(description="the decision")]
    story: Story
    text: Annotated[Words, Field(description="the headline", examples=["Council shuts the lock"])]


class Note(_Ruling):
    """An editor's note on the story's page."""

    do: Annotated[Literal["note"], Field(description="the decision")]
    story: Story
    text: Annotated[Words, Field(description="the note", examples=["We are looking into the figures."])]


class Correction(_Ruling):
    """What was wrong on the story's page and what is right."""

    do: Annotated[Literal["correction"], Field(description="the decision")]
    story: Story
    text: Annotated[
        Words, Field(description="what was wrong and what is right", examples=["An earlier version named the wrong month."])
    ]


class Takedown(_Ruling):
    """The article is shown no more; its row says so."""

    do: Annotated[Literal["takedown"], Field(description="the decision")]
    article: Annotated[Words, Field(description="an article's id, address or file", examples=["seeds/articles/lock.md"])]


Decision = Annotated[Merge | Split | Move | Pin | Hide | Headline | Note | Correction | Takedown, Field(discriminator="do")]


def lenient_decision(**instead: str) -> Any:
    """Return `Decision` for items that lack what every decision must have."""
    kinds = tuple(lenient(kind, **instead) for kind in get_args(get_args(Decision)[0]))
    return Annotated[Union[kinds], Field(discriminator="do")]  # noqa: UP007 - the kinds are known only here
