"""The body of an entry: its paragraphs, and whatever else its text tells about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from digest.clean import dump
from digest.clean.inferred import printed
from digest.clean.markdown import markdown_lines, markdown_links
from digest.clean.metadata import metadata_of
from digest.clean.page import author_of, page_lines
from digest.clean.markup import Line, lines_of, links_of, parse
from digest.clean.publisher import Publishers, in_own_words
from digest.clean.terms import demands
from digest.clean.text import decoded, ends_sentence, lines, plain, words
from digest.model import Entry, Removed, Text
from digest.sentences import sentences


@dataclass(slots=True)
class Body:
    """What the text of an entry holds; fields besides the paragraphs are claims, raw and unresolved."""

    title: Text = Text("")
    paragraphs: tuple[Text, ...] = ()
    removed: tuple[Removed, ...] = ()
    terms: list[Text] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    other_titles: list[Text] = field(default_factory=list)
    stated: str | None = None  # the publisher in the text's own words
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    faults: list[tuple[str, str]] = field(default_factory=list)


def body_of(entry: Entry, publishers: Publishers) -> Body:
    """Return what the body of an entry holds."""
    body = Body()
    if entry.kind == "markdown":
        found = markdown_lines(entry.body, entry.line)
        body.links = markdown_links(entry.body)
    elif entry.kind == "html":
        found = _markup_lines(entry, body)
    else:
        found = _text_lines(entry)
    if entry.text == "brief":
        body.paragraphs = tuple(line.text for line in found if line.tag != "heading")
        return body
    _sort(body, found, entry)
    return body


def _markup_lines(entry: Entry, body: Body) -> list[Line]:
    root = parse(entry.body)
    if root is None:
        return []
    if not entry.page:
        body.links = links_of(root)
        return lines_of(root)
    said = metadata_of(root)
    kept, around = page_lines(root, said)
    titles = dict.fromkeys(said.titles)
    body.title = plain(next(iter(titles), ""))
    body.other_titles = [plain(title) for title in titles]
    body.byline = ", ".join(said.authors) or author_of(root)
    body.publisher = next(iter(said.publishers), None)
    body.published, body.updated = next(iter(said.published), None), next(iter(said.updated), None)
    body.language, body.url = next(iter(said.languages), None), next(iter(said.urls), None)
    body.terms = said.terms
    body.removed = tuple(Removed(text=line.text, reason="not of the article", line=line.number) for line in around)
    return kept


def _text_lines(entry: Entry) -> list[Line]:
    numbered = (
        enumerate(lines(decoded(entry.body)), entry.line)
        if entry.by_hand
        else ((entry.line, line) for line in lines(decoded(entry.body)))
    )
    return [Line(text=text, number=number) for number, raw in numbered if (text := plain(raw))]


def _sort(body: Body, found: Sequence[Line], entry: Entry) -> None:
    """Take out of the lines what is no word of the article, and keep what it tells."""
    title = plain(entry.title or "") or body.title
    done = dump.article_lines(found)
    _claims(body, done)
    if entry.kind == "text":
        body.title = dump.narrow(done)
    if not title:
        title = body.title = body.title or _own_title(done)
    dump.repeats_out(done, (title, *body.other_titles))
    dump.headings_out(done)
    body.paragraphs = tuple(line.text for line in done.kept)
    body.removed = tuple(sorted((*body.removed, *done.removed), key=lambda it: it.line))


def _own_title(done: dump.Sorted) -> Text:
    """The first line, where it names the article: it comes twice, or is no sentence and something longer follows."""
    if not done.kept:
        return Text("")
    first = done.kept[0].text
    again = [line.text for line in done.kept[1:3]]
    if first in again or (not ends_sentence(first) and words(first) <= 30 and any(words(it) > words(first) for it in again)):
        done.kept.pop(0)
        return first if len(first) <= 400 else Text("")
    return Text("")


def _claims(body: Body, done: dump.Sorted) -> None:
    """Keep what removed and kept lines tell of publisher, date and terms; lines that only do so are removed."""
    for line in done.removed:
        if line.reason == "copyright":
            body.stated = body.stated or in_own_words(line.text)[0]
    kept, done.kept = done.kept, []
    for line in kept:
        name, only = in_own_words(line.text) if not done.kept or "ompiled" in line.text else (None, 0)
        body.stated = body.stated or name
        if only:
            done.remove(replace(line, text=Text(line.text[:only].strip())), "byline")
            line = replace(line, text=Text(line.text[only:]))  # noqa: PLW2901
        asked = (
            [line.text[start:end] for start, end in sentences(line.text) if demands(line.text[start:end])]
            if _may_ask(line.text)
            else []
        )
        if asked:
            body.terms.extend(Text(it) for it in asked)
            done.remove(line, "terms")
        elif body.published is None and printed(line.text, None, None):
            body.published = line.text
            done.remove(line, "date line")
        else:
            done.kept.append(line)


def _may_ask(text: str) -> bool:
    return len(text) <= 1_500
