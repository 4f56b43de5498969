"""The shapes of the files that people write, and what is said where a file has another."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator


def _address(value: str) -> str:
    if not re.match(r"https?://[^\s/]+", value):
        raise ValueError("an address starts with https:// or http://, for example https://example.org/")
    return value


def site_address(value: str) -> str:
    """Return the address a digest is published at, with one slash at its end; ValueError where it is none.

    It stands in the chrome of every page, so it holds a host and plain folders and nothing else.
    """
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~-]+)*/?", value):
        raise ValueError("a site's address is a host and folders, for example https://example.org/digest/")
    return value.rstrip("/") + "/"


def _a_date(value: object) -> object:
    if isinstance(value, str) and not re.match(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("is no date; write 2026-06-04, or 2026-06-04T09:10:00+02:00 with the time")
    if isinstance(value, int | float):
        raise ValueError("is no date; write 2026-06-04")  # noqa: TRY004 - pydantic reports ValueErrors
    return value


STORY_PATH = re.compile(r"stories(?:/[a-z0-9]+(?:[-_][a-z0-9]+)*)+")
STORY_ID = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
Address = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Words = Annotated[str, Field(min_length=1)]
Day = Annotated[date | datetime, BeforeValidator(_a_date)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Limits(_File):
    """How much of a source may be shown. Each can only be set downward from the product's own bounds."""

    quotation: Annotated[int, Field(ge=40, le=300, description="characters a quotation may have")] = 300
    share: Annotated[float, Field(gt=0, le=0.2, description="share of one verbatim article that may be shown")] = 0.2
    least: Annotated[int, Field(ge=0, le=1200, description="characters of one article that may always be shown")] = 1200


class Network(_File):
    """Which private hosts `digest fetch` may talk to, as host:port; public hosts need no entry."""

    allow: tuple[Annotated[str, Field(pattern=r"^[^\s/:]+:\d{1,5}$|^\[[0-9A-Fa-f:.]+\]:\d{1,5}$")], ...] = ()
    contact: Annotated[str | None, Field(description="address shown to publishers in the User-Agent")] = None


Caution = Literal["low", "normal", "high"]


class Grouping(_File):
    """How articles become stories."""

    caution: Annotated[
        Caution, Field(description="how much is asked before articles are one story: high misses some, low errs more")
    ] = "normal"


class DigestFile(_File):
    """seeds/digest.yml: this digest. Everything is optional."""

    title: Words = "The Digest"
    description: str = "What happened, who says so, and how many of them say it independently."
    url: Address | None = None
    languages: tuple[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], ...] = ("en",)
    limits: Limits = Limits()
    network: Network = Network()
    grouping: Grouping = Grouping()

    @field_validator("url")
    @classmethod
    def _check_url(cls, value: str | None) -> str | None:
        return value if value is None else site_address(value)


class TermsFile(_File):
    """What a publisher asks of those who use its words."""

    attribution: str | None = None
    licence: str | None = None
    extract_limit: Annotated[float | None, Field(gt=0, le=0.2)] = None


class FeedFile(_File):
    """One feed of a source."""

    url: Address
    title: str | None = None
    full_text: bool = False

    _check_url = field_validator("url")(_address)


class SourceFile(_File):
    """seeds/sources/<id>.yml: one publisher."""

    name: Words
    home: Address
    aliases: tuple[Words, ...] = ()
    feeds: tuple[FeedFile, ...] = ()
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}$")] = None
    country: Annotated[str | None, Field(pattern=r"^[A-Z]{2}$")] = None
    timezone: str | None = None
    owner: str | None = None
    paywall: bool = False
    terms: TermsFile = TermsFile()

    _check_home = field_validator("home")(_address)


class TopicFile(_File):
    """seeds/topics/<id>.yml: a subject or an entity."""

    name: Words
    aliases: tuple[Words, ...] = ()
    description: str = ""
    same_as: Annotated[tuple[Address, ...], Field(alias="sameAs")] = ()

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=True)


class QuoteHeader(_File):
    """One of a brief's spoken phrases: the only words shown as that source's own."""

    speaker: Words
    text: Words

    @field_validator("text")
    @classmethod
    def _short(cls, value: str) -> str:
        if len(value.split()) > 25:
            raise ValueError("a quotation in a brief has at most 25 words; shorten it")
        return value


class ArticleHeader(_File):
    """The front matter of a hand-added article. Everything is optional, but a header that is there needs a title."""

    title: Words
    source: Annotated[str | None, Field(description="id of a file in seeds/sources")] = None
    publisher: str | None = None
    url: Address | None = None
    published: Day | None = None
    updated: Day | None = None
    seen: Day | None = None
    author: str | None = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}$")] = None
    terms: str | None = None
    text: Literal["verbatim", "brief"] = "verbatim"
    quotes: tuple[QuoteHeader, ...] = ()

    @field_validator("url")
    @classmethod
    def _check_url(cls, value: str | None) -> str | None:
        return value if value is None else _address(value)


class _Ruling(_File):
    author: Words
    reason: Words
    at: Day | None = None


Stories = Annotated[tuple[Words, ...], Field(min_length=2, description="story ids or paths")]
Articles = Annotated[tuple[Words, ...], Field(min_length=1, description="article ids, addresses or files")]


class Merge(_Ruling):
    """These stories are one; the first keeps its address."""

    do: Literal["merge"]
    stories: Stories


class Split(_Ruling):
    """These articles are a story of their own."""

    do: Literal["split"]
    story: Words
    articles: Articles


class Move(_Ruling):
    """These articles belong to that story."""

    do: Literal["move"]
    articles: Articles
    story: Words


class Pin(_Ruling):
    """The story stands first on the front page, until a day if one is given."""

    do: Literal["pin"]
    story: Words
    until: Day | None = None


class Hide(_Ruling):
    """The story keeps its address but is listed nowhere."""

    do: Literal["hide"]
    story: Words


class Headline(_Ruling):
    """The story's headline is this."""

    do: Literal["headline"]
    story: Words
    text: Words


class Note(_Ruling):
    """An editor's note on the story's page."""

    do: Literal["note"]
    story: Words
    text: Words


class Correction(_Ruling):
    """What was wrong on the story's page and what is right."""

    do: Literal["correction"]
    story: Words
    text: Words


class Takedown(_Ruling):
    """The article is shown no more; its row says so."""

    do: Literal["takedown"]
    article: Words


Decision = Annotated[Merge | Split | Move | Pin | Hide | Headline | Note | Correction | Takedown, Field(discriminator="do")]
