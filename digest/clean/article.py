"""One entry to one article: every field from the best place that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from digest.clean import dump
from digest.clean.aggregated import at_its_page, names_of, publisher_of, without_pointers
from digest.clean.asked import Asked
from digest.clean.body import Body, body_of
from digest.clean.dates import ago, read
from digest.clean.inferred import from_text
from digest.clean.language import language
from digest.clean.markup import without_readings
from digest.clean.publisher import without_publisher
from digest.clean.reposts import mark_out, original_account, without_mark
from digest.clean.text import decoded, plain
from digest.clean.urls import canonical, id_of_address
from digest.common.hosts import name_key, path_of, same_site, site_of
from digest.common.references import article_id
from digest.language import language_of
from digest.language.sentences import sentences
from digest.model import Article, Entry, Problem, Saying, Source, Text, Url, When

LONGEST_TITLE = 400
_IN_HEADER = " in a header: the first lines of the file, between two lines `---`"
_MOST_LINKS = 60
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|big|br|cite|code|div|em|font|h[1-6]|i|img|kbd|mark|p|q|rb|ruby|s|small|span|strong|sub|sup|tt|u|wbr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Draft:
    entry: Entry
    body: Body
    aggregator: Source | None = None  # that brought the entry
    original: Source | None = None  # the account whose post the entry passes on
    problems: list[Problem] = field(default_factory=list)

    def problem(self, code: str, detail: str, remedy: str, key: str = "") -> None:
        entry = self.entry
        line, column = entry.place(key)
        self.problems.append(
            Problem(
                stage="clean",
                where=entry.where,
                line=line or _line(entry),
                column=column,
                code=code,
                detail=detail,
                remedy=remedy,
                key=key,
            )
        )


def article_of(
    entry: Entry, asked: Asked, languages: tuple[str, ...] = ("en",)
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Return the article that an entry holds, None where it holds no word, and what is wrong or missing."""
    draft = _drafted(entry, asked)
    entry, body = draft.entry, draft.body
    for fault in body.faults:
        draft.problem(*fault)
    url = _url(draft)
    source, name = _publisher(draft, asked, url)
    title = _title(draft, source, name, url)
    if not title:
        draft.problem("no-words", "there is no word in this entry", "delete it, or paste the article's text")
        return None, tuple(draft.problems)
    told = _language(draft, source, languages, title)
    zone, country = (source.timezone, source.country) if source else (None, None)
    spoken = entry.language or (source.language if source else None) or body.language or told
    published = _date(draft, "published", entry.published or body.published, zone, country, spoken)
    updated = _date(draft, "updated", entry.updated or body.updated, zone, country, spoken)
    if published is None and entry.seen is None:
        around = [line.text for line in body.removed]
        published = from_text(body.paragraphs, around, language_of(told), path_of(url))
    article = Article(
        id=_id(entry, url, title),
        where=entry.where,
        line=_line(entry),
        source=source.id if source else None,
        publisher=name,
        url=url,
        title=title,
        byline=_byline(entry.byline or body.byline),
        paragraphs=body.paragraphs,
        text=entry.text,
        published=published,
        updated=updated if updated != published else None,
        seen=entry.seen,
        language=told,
        terms=_terms(entry, body),
        sayings=tuple(
            Saying(speaker=plain(said.speaker), text=plain(said.text)) for said in entry.quotes if plain(said.text)
        ),
        credits=_credits(entry, body, name),
        links=tuple(islice(_links(body, entry, url), _MOST_LINKS)),
        removed=body.removed,
        via=None if entry.source is None or (source and source.id == entry.source) else entry.source,
    )
    _missing(draft, article)
    return article, tuple(draft.problems)


def _drafted(entry: Entry, asked: Asked) -> _Draft:
    """The entry and what its body holds, without what an aggregator or an account that passes it on adds to it."""
    source = asked.aggregator(entry.source)
    if source is None and (original := original_account(entry, asked)):
        entry = without_mark(entry)
        body = body_of(entry)
        mark_out(body)
        return _Draft(entry, body, original=original)
    if source is None or entry.page:
        return _Draft(entry, body_of(entry), source)
    entry = at_its_page(entry, source)
    body = body_of(entry)
    without_pointers(body, entry)
    return _Draft(entry, body, source)


def _line(entry: Entry) -> int:
    return 0 if entry.by_hand else entry.line


def _url(draft: _Draft) -> Url | None:
    """The entry's own address, in the form that the page names as canonical where it is of the same site."""
    entry, body = draft.entry, draft.body
    url = canonical(entry.link.strip(), entry.base, entry.guid) if entry.link else None
    if entry.link and url is None:
        draft.problem("bad-url", "the address is none that a browser could open", "write `url: https://…`", "url")
    named = canonical(body.url, entry.base or url) if body.url else None
    if named and path_of(named) and (url is None or site_of(named) == site_of(url)):
        return named
    guid = canonical(entry.guid) if entry.guid and not entry.link else None
    return url or (guid if guid and path_of(guid) else None)


def _publisher(draft: _Draft, asked: Asked, url: Url | None) -> tuple[Source | None, Text | None]:
    """Return who published an entry: (a known source, its name), (None, a name of at most 120 characters) or (None, None).

    The first of these that says it: the account whose post is passed on; the file of the source that the entry is filed
    under, unless that is an aggregator or the item leads to another site and names its publisher (then `publisher_of`); a
    source that the entry or its page names; of an entry by hand the source at the publisher's home that it states, as the
    domain of a mail's sender; the source at the host of `url`, where the entry names none; the name that entry, page or text
    states, a known source's or not.
    """
    entry, body = draft.entry, draft.body
    if draft.original:
        return draft.original, plain(draft.original.name)
    if entry.source and (source := asked.with_id(entry.source)):
        # An item that leads to another site and names whose it is is that one's; anything else is the source's own.
        elsewhere = url is not None and not same_site(url, source.home)
        if draft.aggregator or (elsewhere and entry.publisher):
            return publisher_of(entry, url, source, asked)
        return source, plain(source.name)
    for claim in (entry.publisher, body.publisher):
        if claim and (source := asked.named(claim)):
            return source, plain(source.name)
    if entry.by_hand and (source := asked.at(entry.publisher_home)):
        return source, plain(source.name)
    if url and not entry.publisher and (source := asked.at(url)):
        return source, plain(source.name)
    stated = plain(decoded(entry.publisher or body.publisher or body.stated or ""))
    if source := asked.named(stated):
        return source, plain(source.name)
    return None, Text(stated[:120].strip()) if stated else None


def _title(draft: _Draft, source: Source | None, name: Text | None, url: Url | None) -> Text:
    """The entry's title, else the page's or the dump's, else the first sentence, cut."""
    entry, body = draft.entry, draft.body
    given = entry.title or ""
    title = plain(given if entry.by_hand else decoded(_INLINE.sub(" ", without_readings(given)))) or body.title or Text("")
    if title and not (entry.by_hand and entry.title):
        names = [name or "", body.publisher or "", *((source.name, *source.aliases) if source else ())]
        names += names_of(entry, url) if draft.aggregator else ()
        title = Text(without_publisher(title, frozenset(name_key(it) for it in names if it)))
    if not title and body.paragraphs:
        first = body.paragraphs[0]
        start, end = next(iter(sentences(first[:2_000], entry.language)), (0, len(first)))
        title = dump.cut_title(first[start:end])
    return title if len(title) <= LONGEST_TITLE else dump.cut_title(title)


def _language(draft: _Draft, source: Source | None, languages: tuple[str, ...], title: Text) -> str | None:
    entry, body = draft.entry, draft.body
    if entry.by_hand and entry.language:
        return entry.language
    declared = entry.language or body.language or (source.language if source else None)
    return language("\n".join((title, *body.paragraphs)), declared, languages[0] if languages else None)


def _date(
    draft: _Draft, name: str, printed: str | None, zone: str | None, country: str | None, language: str | None
) -> When | None:
    if not printed or not printed.strip():
        return None
    when = read(printed, zone, country, language)
    when = when or (ago(printed, draft.entry.seen, language) if draft.entry.seen else None)
    if when is None:
        shown = plain(printed)[:40]
        draft.problem("bad-date", f"`{name}` is no date: {shown!r}", f"write `{name}: 2026-06-04`", name)
    return when


def _byline(raw: str | None) -> Text | None:
    text = plain(decoded(_INLINE.sub(" ", raw or "")))
    text = Text(re.sub(r"\A(?:by|von|par|por|di|door|av)\s+", "", text, flags=re.IGNORECASE))
    return Text(text[:300].strip()) if any(sign.isalpha() for sign in text) else None


def _terms(entry: Entry, body: Body) -> Text | None:
    stated = [plain(decoded(entry.terms))] if entry.terms else []
    distinct = dict.fromkeys([*stated, *body.terms])
    return Text(" ".join(distinct)[:600].strip()) if distinct else None


def _credits(entry: Entry, body: Body, name: Text | None) -> tuple[Text, ...]:
    """The byline, the publisher an entry claims where it is another's, and the credits taken out of the text."""
    claimed = plain(decoded(entry.publisher or ""))[:120]
    lines = [_byline(entry.byline or body.byline), Text(claimed) if name_key(claimed) != name_key(name or "") else None]
    lines += [line.text for line in body.removed if line.reason in ("credits", "copyright") and len(line.text) <= 300]
    return tuple(dict.fromkeys(line for line in lines if line))


def _links(body: Body, entry: Entry, own: Url | None) -> Iterator[tuple[int, int, int, Url]]:
    """The links whose words stand in the body, each with its paragraph and its code points there."""
    base = entry.base or own
    for number, line in enumerate(body.kept, 1):
        end = 0
        for before, words, href in line.links[: 4 * _MOST_LINKS]:
            found = line.text.find(before + words, max(0, end - len(before)))
            if found >= 0:
                start, end = found + len(before), found + len(before) + len(words)
                if (url := canonical(href, base)) and url != own:
                    yield number, start, end, url


def _id(entry: Entry, url: Url | None, title: Text) -> str:
    if url:
        return id_of_address(url)
    if entry.guid:
        identity = f"guid:{entry.source or ''}\n{entry.guid}"
    elif entry.by_hand or not entry.line:
        identity = f"file:{entry.where}"
    else:
        identity = f"item:{entry.source or ''}\n{title}"
    return article_id(identity)


def _missing(draft: _Draft, article: Article) -> None:
    """Say what a contributor should add to a file of theirs, and where if it has no header yet."""
    if not draft.entry.by_hand:
        return
    place = "" if draft.entry.places else _IN_HEADER
    if article.publisher is None:
        remedy = "write `source: <id>` (a file of seeds/sources) or `publisher: <name>`" + place
        draft.problem("missing-publisher", "nothing tells who published this", remedy, "publisher source")
    if article.url is None:
        draft.problem("missing-url", "no address leads to this article", "write `url: https://…`" + place, "url")
    if article.published is None or article.published.inferred:
        day = article.published.at.date().isoformat() if article.published else ""
        detail = "nothing tells when this was published" + (f"; its address or text suggests {day}" if day else "")
        draft.problem("missing-date", detail, f"write `published: {day or '2026-06-04'}`{place}", "published")
