"""The shapes of the files that people write, and what is said where a file has another."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    create_model,
    field_validator,
)

from digest.config.fields import Address, Country, Day, Host, Language, Uri, Words, site_address, time_zone
from digest.model import Caution, settings
from digest.translations import message

TITLE = message("The Digest")
DESCRIPTION = message("What happened, who says so, and how many of them say it independently.")

_LIMITS = {each.name: each.metadata["what"] for each in fields(settings.Limits)}


class File(BaseModel):
    """What all shapes have in common: an unknown key is a mistake, and spaces around a text are none of it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Limits(File):
    """How much of a source is kept and shown. What is shown can only be set downward from the product's own bounds."""

    quotation: Annotated[int, Field(ge=40, le=300, description=_LIMITS["quotation"])] = 300
    share: Annotated[float, Field(gt=0, le=0.2, description=_LIMITS["share"])] = 0.2
    least: Annotated[int, Field(ge=0, le=1200, description=_LIMITS["least"])] = 1200
    items_per_fetch: Annotated[int | None, Field(ge=1, le=2000, description=_LIMITS["items_per_fetch"])] = None


class Network(File):
    """Which private hosts `digest fetch` may talk to, as host:port; public hosts need no entry."""

    allow: Annotated[
        tuple[Host, ...],
        Field(
            description="hosts that may be fetched from though they are not public, or on an unusual port",
            examples=[["localhost:8080"]],
        ),
    ] = ()
    contact: Annotated[
        str | None,
        Field(description="address shown to publishers in the User-Agent", examples=["https://example.org/about"]),
    ] = None


class Grouping(File):
    """How articles become stories."""

    caution: Annotated[
        Caution,
        Field(
            description="how much is asked before articles are one story: high misses some, low errs more", examples=["high"]
        ),
    ] = "normal"


class Front(File):
    """What the front page shows."""

    days: Annotated[
        int, Field(ge=1, le=366, description="days whose news is new, the edition's own day among them", examples=[2])
    ] = 2


class Feeds(File):
    """What the digest's own feeds say."""

    hub: Annotated[
        Address | None,
        Field(description="WebSub hub that is told of what is new", examples=["https://hub.example.org/"]),
    ] = None


class Mail(File):
    """What an edition that is mailed says of who sends it."""

    sender: Annotated[
        str | None,
        Field(
            pattern=r"^([^<>@\r\n]*<[\w+-]+(\.[\w+-]+)*@[\w-]+(\.[\w-]+)*>|[\w+-]+(\.[\w+-]+)*@[\w-]+(\.[\w-]+)*)$",
            description="who it is from",
            examples=["News <news@example.org>"],
        ),
    ] = None
    unsubscribe: Annotated[
        str | None,
        Field(
            pattern=r"^(https://|mailto:)[^\s<>]+$",
            description="where a reader leaves the list, an address or a mailto:",
            examples=["https://example.org/leave"],
        ),
    ] = None


class DigestFile(File):
    """seeds/digest.yml: this digest. Everything is optional."""

    title: Annotated[Words, Field(description="what the digest is called", examples=["The Digest"])] = TITLE
    description: Annotated[str, Field(description="one sentence under the title", examples=["News of the coast."])] = (
        DESCRIPTION
    )
    url: Annotated[
        Uri | None,
        Field(description="where it is published; feeds and the sitemap need it", examples=["https://example.org/digest/"]),
    ] = None
    repository: Annotated[
        Uri | None,
        Field(
            description="where its files lie on GitHub or GitLab; the page on adding sources links to its editor and forms",
            examples=["https://github.com/OWNER/REPOSITORY"],
        ),
    ] = None
    languages: Annotated[
        tuple[Language, ...], Field(description="the languages of its articles, the first one first", examples=[["en"]])
    ] = ("en",)
    limits: Annotated[
        Limits, Field(description="how much of a source may be shown, downward only", examples=[{"quotation": 300}])
    ] = Limits()
    network: Annotated[
        Network, Field(description="what fetching may talk to and says of itself", examples=[{"allow": ["localhost:8080"]}])
    ] = Network()
    grouping: Annotated[Grouping, Field(description="how articles become stories", examples=[{"caution": "high"}])] = (
        Grouping()
    )
    front: Annotated[Front, Field(description="what the front page shows", examples=[{"days": 2}])] = Front()
    feeds: Annotated[
        Feeds, Field(description="what the digest's own feeds say", examples=[{"hub": "https://hub.example.org/"}])
    ] = Feeds()
    mail: Annotated[
        Mail,
        Field(
            description="what `digest mail` writes of who sends an edition", examples=[{"sender": "News <news@example.org>"}]
        ),
    ] = Mail()
    cards: Annotated[
        bool,
        Field(description="whether a picture of each story is drawn for where it is shared; needs `url`", examples=[False]),
    ] = True

    @field_validator("url")
    @classmethod
    def _check_url(cls, value: str | None) -> str | None:
        return value if value is None else site_address(value)

    @field_validator("repository")
    @classmethod
    def _check_repository(cls, value: str | None) -> str | None:
        return value if value is None else site_address(value).rstrip("/").removesuffix(".git")


class TermsFile(File):
    """What a publisher asks of those who use its words."""

    attribution: Annotated[
        str | None, Field(description="how it wants to be named", examples=["Originally published by Example Post"])
    ] = None
    licence: Annotated[str | None, Field(description="the licence of its articles", examples=["CC BY 4.0"])] = None
    extract_limit: Annotated[
        float | None, Field(gt=0, le=0.2, description="share of one article that may be shown", examples=[0.1])
    ] = None


class FeedFile(File):
    """One feed of a source."""

    url: Annotated[Address, Field(description="the feed's address", examples=["https://example.org/feed.xml"])]
    title: Annotated[str | None, Field(description="what the feed is called", examples=["World"])] = None
    full_text: Annotated[bool, Field(description="whether its articles' pages are fetched too")] = False


Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class SourceFile(File):
    """seeds/sources/<id>.yml: one publisher."""

    name: Annotated[Words, Field(description="what the publisher is called", examples=["Example Post"])]
    home: Annotated[Address, Field(description="its front page", examples=["https://example.org/"])]
    description: Annotated[
        str, Field(description="one sentence on what it is and why it is here", examples=["The daily paper of the coast."])
    ] = ""
    aliases: Annotated[tuple[Words, ...], Field(description="other names it goes by", examples=[["The Post"]])] = ()
    formerly: Annotated[
        tuple[Id, ...],
        Field(
            description="names this file had before: what says `source:` with one means it, and its old page leads here",
            examples=[["old-name"]],
        ),
    ] = ()
    feeds: Annotated[
        tuple[FeedFile, ...],
        Field(description="its feeds, which `digest fetch` asks", examples=[[{"url": "https://example.org/feed.xml"}]]),
    ] = ()
    language: Annotated[Language | None, Field(description="the language it writes in")] = None
    country: Annotated[Country | None, Field(description="the country it writes from")] = None
    timezone: Annotated[
        str | None,
        Field(description="the time zone of dates that it prints without one", examples=["Europe/Berlin"]),
    ] = None
    owner: Annotated[
        str | None,
        Field(
            description="who owns it, as its page says; two outlets of one owner are two publishers",
            examples=["Example Group"],
        ),
    ] = None
    paywall: Annotated[bool, Field(description="whether its articles are behind a paywall")] = False
    aggregator: Annotated[
        bool | None, Field(description="whether its items are what others publish: a news search, a link list, a planet")
    ] = None
    terms: Annotated[
        TermsFile, Field(description="what it asks of those who use its words", examples=[{"licence": "CC BY 4.0"}])
    ] = TermsFile()

    @field_validator("timezone")
    @classmethod
    def _check_timezone(cls, value: str | None) -> str | None:
        return value if value is None else time_zone(value)


def _same_as_too(schema: dict[str, Any]) -> None:
    schema["properties"]["sameAs"] = schema["properties"]["same_as"] | {"title": "sameAs"}


class TopicFile(File):
    """seeds/topics/<id>.yml: a subject or an entity."""

    name: Annotated[Words, Field(description="what the topic is called", examples=["Antarctica"])]
    aliases: Annotated[
        tuple[Words, ...], Field(description="other words for it, matched whole", examples=[["South Pole"]])
    ] = ()
    formerly: Annotated[
        tuple[Id, ...],
        Field(description="names this file had before: its old page and feeds lead here", examples=[["old-name"]]),
    ] = ()
    description: Annotated[str, Field(description="one sentence on what it is", examples=["The southern continent."])] = ""
    retired: Annotated[
        str,
        Field(
            description="why nothing is filed here any more: its page and feeds stay, and say so",
            examples=["The bridge is open."],
        ),
    ] = ""
    same_as: Annotated[
        tuple[Address, ...],
        Field(
            validation_alias=AliasChoices("same_as", "sameAs"),
            description="pages about the same thing elsewhere; schema.org's sameAs is taken too",
            examples=[["https://en.wikipedia.org/wiki/Antarctica"]],
        ),
    ] = ()

    model_config = ConfigDict(json_schema_extra=_same_as_too)


class QuoteHeader(File):
    """One of a brief's spoken phrases: the only words shown as that source's own."""

    speaker: Annotated[Words, Field(description="who said it", examples=["A Person"])]
    text: Annotated[Words, Field(description="the words as printed, at most 25", examples=["words as printed"])]

    @field_validator("text")
    @classmethod
    def _short(cls, value: str) -> str:
        if len(value.split()) > 25:
            raise ValueError("a quotation in a brief has at most 25 words; shorten it")
        return value


class ArticleHeader(File):
    """The front matter of a hand-added article. Everything is optional, but a header that is there needs a title."""

    title: Annotated[Words, Field(description="the article's own headline", examples=["The article's own headline"])]
    source: Annotated[str | None, Field(description="id of a file in seeds/sources", examples=["reuters"])] = None
    publisher: Annotated[
        str | None, Field(description="the publisher's name, where it has no such file", examples=["Example Post"])
    ] = None
    url: Annotated[
        Address | None, Field(description="the article's address", examples=["https://example.org/the-article"])
    ] = None
    published: Annotated[Day | None, Field(description="the day, or the moment, that the publisher prints")] = None
    updated: Annotated[Day | None, Field(description="when the publisher last changed it")] = None
    seen: Annotated[Day | None, Field(description="when it was added to the digest")] = None
    author: Annotated[str | None, Field(description="who wrote it, as printed", examples=["A. Writer"])] = None
    language: Annotated[Language | None, Field(description="the language it is written in")] = None
    terms: Annotated[
        str | None, Field(description="what its publisher asks of those who use it", examples=["CC BY 4.0"])
    ] = None
    text: Annotated[
        Literal["verbatim", "brief"],
        Field(description="verbatim: the publisher's own words; brief: a summary in a contributor's words"),
    ] = "verbatim"
    quotes: Annotated[
        tuple[QuoteHeader, ...],
        Field(
            description="of a brief: the only words shown as the source's own",
            examples=[[{"speaker": "A Person", "text": "words as printed"}]],
        ),
    ] = ()


_Shape = TypeVar("_Shape", bound=File)


def lenient(shape: type[_Shape], **instead: str) -> type[_Shape]:
    """Return the shape of a file that lacks what it must have: these texts stand for the keys that are wrong or missing."""
    optional: dict[str, Any] = {key: (str, value) for key, value in instead.items()}
    return create_model(shape.__name__, __base__=shape, **optional)
