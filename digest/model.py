"""The nouns: what passes from room to room. Frozen, slotted, keyword-only dataclasses; tuples, never lists.

Three NewTypes say how far a string is trusted: `mypy --strict` proves that nothing from outside reaches a page unescaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NewType

Text = NewType("Text", str)  # untrusted words: NFC, one line, no control characters; made by `clean` only
Url = NewType("Url", str)  # an absolute canonical http(s) address; made by `clean` only
Markdown = NewType("Markdown", str)  # safe to stand on a page; made by `render`'s one escape only

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # `now` of a digest in which nothing has a day


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment as exactly as known: aware; a day or month stands at its first instant; `inferred` from running text."""

    at: datetime
    precision: Literal["time", "day", "month"] = "time"
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with the input, as a value; the rest goes on.

    `where` is a path relative to the digest's root; `line` and `column` count from 1, 0 is unknown. Only a Problem that is
    `by_hand`, in a file that a person wrote, changes the exit code. `remedy` says what to write instead, `key` where.
    """

    stage: Literal["config", "acquire", "clean", "dedupe", "group", "link", "render"]
    where: str
    line: int = 0
    column: int = 0
    code: str
    detail: str
    remedy: str = ""
    key: str = ""
    by_hand: bool = False

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.where, self.line, self.column) if part)
        return f"{place}: {self.detail}" + (f"; {self.remedy}" if self.remedy else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a publisher asks; `extract_limit` is the share of one article that may be shown."""

    attribution: str | None = None
    licence: str | None = None
    extract_limit: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One address at which a source publishes entries. `full_text` asks to fetch the article pages too."""

    url: str
    title: str | None = None
    full_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher, as seeds/sources/<id>.yml describes it."""

    id: str
    name: str
    home: str
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()  # ids it had before, which still mean it
    feeds: tuple[Feed, ...] = ()
    language: str | None = None
    country: str | None = None
    timezone: str | None = None
    owner: str | None = None
    paywall: bool = False
    aggregator: bool | None = None  # its items are other publishers'; None: as its home tells
    terms: Terms = Terms()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject or entity that stories are filed under, as seeds/topics/<id>.yml describes it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """One of a brief's `quotes:`, raw: the only words shown as that source's own."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a source said, as it came: raw and hostile.

    `where` is its file, `source` a known source's id; `publisher` a name it claims, `publisher_home` an address of that one.
    Links are relative to `base`. `published` and `updated` are as printed; `seen` is when it was recorded.
    """

    where: str
    line: int = 0
    kind: Literal["text", "markdown", "html"]
    body: str
    source: str | None = None
    publisher: str | None = None
    publisher_home: str | None = None
    title: str | None = None
    link: str | None = None
    base: str | None = None
    guid: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    seen: datetime | None = None
    language: str | None = None
    terms: str | None = None
    text: Literal["verbatim", "brief"] = "verbatim"
    quotes: tuple[SpokenWords, ...] = ()
    by_hand: bool = False  # a person wrote the file
    page: bool = False  # `body` is a whole saved web page: its article must be found first
    told_by: Literal["guid", "link", "title"] = "guid"  # the first of these that no other item of its document shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line that `clean` took out of an article, and why."""

    text: Text
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words that a brief gives as spoken: its speaker and the words as printed."""

    speaker: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article that another stands for, and the share of its words in common; a `version` changed figures or more."""

    article: Article
    share: float
    kind: Literal["address", "text", "near", "excerpt", "version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That an editor took an article down, why and when: all that is kept of it."""

    article_id: str
    reason: Text
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One plain-text article of one publisher; paragraph 0 is the title, 1… are `paragraphs`."""

    id: str  # 16 hex digits of the first address it came under, else of its guid or file: it outlives a correction
    where: str
    line: int = 0
    source: str | None = None
    publisher: Text | None = None
    url: Url | None = None
    title: Text
    byline: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    text: Literal["verbatim", "brief"] = "verbatim"
    published: When | None = None
    updated: When | None = None
    seen: datetime | None = None
    language: str | None = None
    terms: Text | None = None
    sayings: tuple[Saying, ...] = ()
    credits: tuple[Text, ...] = ()  # lines beside the text that may say whose reporting it is
    links: tuple[tuple[int, int, int, Url], ...] = ()  # paragraph, [start, end) in it, where these words lead
    copies: tuple[Copy, ...] = ()
    removed: tuple[Removed, ...] = ()
    via: str | None = None  # the source whose feed brought it, where another published it
    own_address: bool = True  # no other article of its feed has the same address
    withdrawn: Withdrawal | None = None  # taken down: its words place it in a story and are then dropped

    @property
    def day(self) -> datetime | None:
        """The moment an article is filed under: seen, else published or inferred; a month alone is no day."""
        return self.seen or (self.published.at if self.published and self.published.precision != "month" else None)

    def passage(self, paragraph: int) -> Text:
        """Return a paragraph, 0 being the title; sayings and credits follow the body; IndexError where there is none."""
        if paragraph < 0:
            raise IndexError(paragraph)
        if paragraph <= len(self.paragraphs):
            return self.paragraphs[paragraph - 1] if paragraph else self.title
        return (*(saying.text for saying in self.sayings), *self.credits)[paragraph - 1 - len(self.paragraphs)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words in an article: code points [start, end) of one paragraph; `shared` spans count from the first of them."""

    article_id: str
    paragraph: int
    start: int
    end: int
    shared: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of one article, with … where they were cut."""

    article_id: str
    text: Text
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A statement that one or more sources make: the words of its first citation, with … where they were cut."""

    text: Text
    citations: tuple[Citation, ...]
    beside: tuple[Passage, ...] = ()  # what others tell of its matter otherwise: claims no agreement, counts nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a figure, as printed and as a number (in `Figure.unit`; a range gives its upper end in `high`)."""

    text: Text
    value: float | None
    high: float | None = None
    newest: bool = False
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measure and the values given for it, never averaged."""

    label: Text
    unit: str
    values: tuple[Value, ...]
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quotation marks and who spoke them; `variants` are other wordings of the same quotation."""

    speaker: Text
    text: Text
    citations: tuple[Citation, ...]
    variants: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whose reporting those in `repeated_by` (article ids) repeat, others only name; `member`: it is in the story itself."""

    name: Text
    source: str | None = None
    member: bool
    repeated_by: tuple[str, ...]
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What part an article has in its story: reporting of its own, repeating the named origins, or not known."""

    article_id: str
    role: Literal["original", "repeats", "unknown"]
    repeats: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another story, and the terms both share as the reason; `later` says that the other is the later one."""

    id: str
    path: str
    headline: Text
    kind: Literal["continues", "same-subject"]
    later: bool = False
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a story's page."""

    at: datetime | None
    kind: Literal["published", "added", "corrected", "merged", "split", "moved", "hidden", "withdrawn"]
    text: str  # in the product's own words; what comes from outside stands in `subject`
    subject: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one event, and what ties them together.

    `group` fills id, path (`stories/<yyyy>/<mm>/<slug>`), headline and articles; `link` the rest. `independent` is None
    while nobody assessed it, `at_least` says that unknown origins are uncounted, `dropped` counts extracts over a limit.
    """

    id: str
    path: str
    headline: Text
    headline_by: str | None = None  # the article whose headline it is; None where an editor set it
    articles: tuple[Article, ...]
    withdrawn: tuple[Withdrawal, ...] = ()  # what was taken down of it, by article id; none of it is in `articles`
    points: tuple[Point, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    origins: tuple[Origin, ...] = ()
    roles: tuple[Role, ...] = ()
    independent: int | None = None
    at_least: bool = False
    only_in: tuple[Passage, ...] = ()  # substantial statements that one article alone makes
    related: tuple[Related, ...] = ()
    topics: tuple[str, ...] = ()
    history: tuple[Event, ...] = ()
    notes: tuple[Text, ...] = ()
    pinned: bool = False
    hidden: bool = False
    dropped: int = 0
    redirects: tuple[str, ...] = ()  # paths that once led here

    @property
    def first_seen(self) -> datetime | None:
        """The earliest day of its articles."""
        return min((article.day for article in self.articles if article.day), default=None)

    @property
    def updated(self) -> datetime | None:
        """The latest day of its articles."""
        return max((article.day for article in self.articles if article.day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How one publisher's feeds are doing; `weekly` items over the last four weeks, `new` was never asked."""

    source: str
    name: str
    status: Literal["ok", "stale", "thin", "failing", "moved", "gone", "refused", "new"]
    feeds: int
    items: int
    weekly: float
    last_success: datetime | None = None
    last_item: datetime | None = None
    since: datetime | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The whole digest as of one day: what `render` turns into pages."""

    day: datetime
    stories: tuple[Story, ...]
    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    problems: tuple[Problem, ...] = ()
    health: tuple[SourceHealth, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One text file below content/: its path with `/` and its whole text."""

    path: str
    text: str


def newest(moments: Sequence[datetime | None]) -> datetime:
    """The newest of the moments that are known, else the epoch."""
    return max((moment for moment in moments if moment), default=EPOCH)
