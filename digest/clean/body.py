"""The body of an entry: its paragraphs, and whatever else its text tells about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import lxml.html

from digest.clean import dump
from digest.clean.byline import printed_byline, written_byline
from digest.clean.chrome import chrome
from digest.clean.inferred import printed
from digest.clean.layers import take_out_layers
from digest.clean.markdown import markdown_lines
from digest.clean.markup import Line, lines_of, parse
from digest.clean.metadata import Metadata, metadata_of
from digest.clean.page import PageLines, page_lines
from digest.clean.publisher import in_own_words, of_copyright, plainer
from digest.clean.terms import demands, may_demand
from digest.clean.text import LONGEST_PARAGRAPH, decoded, ends_sentence, lines, plain, word_count
from digest.clean.title import headline
from digest.clean.wrapped import unwrapped
from digest.language.sentences import sentences
from digest.model import Entry, Removed, Text

LARGEST_PAGE = 3_000_000
"""Characters of the largest page whose structure is read; a larger one is read as a pasted page."""
_MARKS = 20_000
"""Brackets and bars of a Markdown text; with more it is read as plain text, since each costs a tenth of a millisecond."""
MAX_CHARACTERS = 1_000_000
"""Characters of the longest article that is kept; what follows is left out with a Problem."""
_TOO_LONG = ("too-long", f"only the first {MAX_CHARACTERS:,} characters are kept", "save the article alone")
_EDGE = 5  # lines from either end of a text among which terms and publishers are looked for


@dataclass(slots=True)
class Body:
    """What the text of an entry holds; fields besides the paragraphs are claims, raw and unresolved."""

    title: Text | None = None
    other_titles: tuple[Text, ...] = ()
    kept: tuple[Line, ...] = ()
    removed: tuple[Removed, ...] = ()
    terms: list[Text] = field(default_factory=list)
    stated: str | None = None  # the publisher in the text's own words
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    pasted: bool = False  # a page whose structure was no help: it is read like one that somebody pasted
    faults: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def paragraphs(self) -> tuple[Text, ...]:
        """The words of the kept lines."""
        return tuple(line.text for line in self.kept)


def body_of(entry: Entry) -> Body:
    """Return an entry's text without what is no part of the article, and what the text says of itself: title, author, day.

    Of a page the article's lines are found by its structure, of a pasted text by their words. A brief, which its contributor
    wrote, loses its headings alone. What was removed is in `removed`, by line and with the reason.
    """
    body = Body()
    found = _bounded(_lines_of(entry, body), body)
    if entry.text == "brief":
        body.kept = tuple(line for line in found if line.tag != "heading")
        headings = (Removed(text=line.text, reason="heading", line=line.number) for line in found if line.tag == "heading")
        body.removed = tuple(sorted((*body.removed, *headings), key=lambda it: it.line))
        return body
    title = plain(entry.title or "") or body.title
    done = dump.article_lines(found)
    _claims(body, done)
    if entry.kind == "text" or body.pasted:
        body.title = dump.narrow(done) or body.title
        _byline_above(body, done)
    if not title:
        title = body.title = body.title or _own_title(done)
    dump.repeats_out(done, [it for it in (title, *body.other_titles) if it])
    dump.ending_out(
        done, [plain(it) for it in (entry.byline, body.byline) if it], plain(body.publisher or entry.publisher or "")
    )
    dump.headings_out(done)
    body.kept = tuple(done.kept)
    body.removed = tuple(sorted((*body.removed, *done.removed), key=lambda it: it.line))
    return body


def _lines_of(entry: Entry, body: Body) -> list[Line]:
    if entry.kind == "markdown" and entry.body.count("[") + entry.body.count("|") <= _MARKS:
        found, removed = markdown_lines(entry.body[: 2 * MAX_CHARACTERS], entry.line)
        body.removed = tuple(removed)
        return found
    if entry.kind == "html" and ("<" in entry.body or entry.page):
        return _markup_lines(entry, body)
    step = 1 if entry.by_hand else 0
    if len(entry.body) > 4 * MAX_CHARACTERS:
        body.faults.append(_TOO_LONG)
    raw = unwrapped(lines(decoded(entry.body[: 4 * MAX_CHARACTERS])))
    return [Line(text=text, tag=tag, number=entry.line + step * number) for number, tag, it in raw if (text := plain(it))]


def _markup_lines(entry: Entry, body: Body) -> list[Line]:
    root, unread = parse(entry.body)
    if unread:
        body.faults.append(
            ("unreadable-markup", f"its markup cannot be read: {unread}", "save the article alone, as plain text")
        )
    if root is None:
        return []
    return _page_lines(root, entry, body) if entry.page else _placed(lines_of(root), entry)


def _page_lines(root: lxml.html.HtmlElement, entry: Entry, body: Body) -> list[Line]:
    gone = take_out_layers(root)
    said = metadata_of(root)
    _take(body, said)
    found = lines_of(root)
    names, dated = printed_byline(root, [line.text for line in found])
    body.byline = body.byline or ", ".join(names) or None
    body.published = body.published or dated or next((it.text for it in found if printed(it.text, None, None)), None)
    if len(entry.body) > LARGEST_PAGE:
        body.faults.append(("too-large", f"the page has over {LARGEST_PAGE:,} characters", "save the article alone"))
    article = page_lines(root, said) if len(entry.body) <= LARGEST_PAGE else PageLines([], [], [])
    headings = article.headings if article.kept else list(root.iter("h1"))
    body.title = headline(root, said, headings)
    body.other_titles = tuple(dict.fromkeys(map(plain, (*said.headlines, *said.titles, *_texts(headings, "h1")))))
    around = [(line, "not of the article") for line in article.near] + gone
    body.removed = tuple(
        Removed(text=line.text, reason=reason, line=placed.number)
        for (line, reason), placed in zip(around, _placed([line for line, _ in around], entry), strict=True)
    )
    if article.kept:
        return _placed(article.kept, entry)
    body.pasted = bool(found)
    if not found:
        cause = (
            "only a notice that asks for consent stands on it" if gone else "a script in the browser would write its words"
        )
        body.faults.append(("no-visible-words", cause, "save the page as the browser shows its article, or paste the text"))
    return _placed(found, entry) or [Line(text=text) for raw in lines(said.text) if (text := plain(decoded(raw)))]


def _texts(headings: Sequence[lxml.html.HtmlElement], tag: str) -> list[str]:
    return [" ".join(line.text for line in lines_of(node)) for node in headings if node.tag == tag]


def _placed(found: Sequence[Line], entry: Entry) -> list[Line]:
    """Number the lines as they stand in the file; an archived item is one line of it."""
    if not entry.by_hand:
        return [replace(line, number=entry.line) for line in found]
    return [replace(line, number=line.number + entry.line - 1) for line in found] if entry.line > 1 else list(found)


def _take(body: Body, said: Metadata) -> None:
    body.byline = ", ".join(said.authors) or None
    body.publisher = next(iter(said.publishers), None)
    body.published, body.updated = next(iter(said.published), None), next(iter(said.updated), None)
    body.language, body.url = next(iter(said.languages), None), next(iter(said.urls), None)
    body.terms = list(said.terms)


def _bounded(found: Sequence[Line], body: Body) -> list[Line]:
    """Part lines that are too long to be paragraphs, and stop where the text is too long to be an article."""
    kept: list[Line] = []
    size = 0
    for line in found:
        if len(line.text) <= LONGEST_PARAGRAPH and size + len(line.text) <= MAX_CHARACTERS:
            size += len(line.text)
            kept.append(line)
            continue
        for text in _parted(line.text):
            size += len(text)
            if size > MAX_CHARACTERS:
                body.faults += [_TOO_LONG] if _TOO_LONG not in body.faults else []
                return kept
            kept.append(replace(line, text=text))
    return kept


def _parted(text: Text) -> Iterator[Text]:
    start = 0
    while len(text) - start > LONGEST_PARAGRAPH:
        at = text.rfind(" ", start + 1, start + LONGEST_PARAGRAPH)
        end = at if at > 0 else start + LONGEST_PARAGRAPH
        yield Text(text[start:end].strip())
        start = end
    yield Text(text[start:].strip())


def _own_title(done: dump.Sorted) -> Text | None:
    """The first line, where it names the article: it comes twice, or is no sentence and something longer follows."""
    if not done.kept:
        return None
    first = done.kept[0].text
    again = [line.text for line in done.kept[1:3]]
    named = not ends_sentence(first) and word_count(first) <= 30 and any(word_count(it) > word_count(first) for it in again)
    if (first in again or named) and len(first) <= 400:
        done.remove(done.kept.pop(0), "title")
        return first
    return None


def _claims(body: Body, done: dump.Sorted) -> None:
    """Keep what the lines tell of publisher, date and terms; lines and sentences that only do so are removed."""
    for removed in done.removed:
        if may_demand(removed.text):
            body.terms += [it for it in _sentences(removed.text) if demands(it)]
        if removed.reason == "copyright":
            body.stated = body.stated or of_copyright(removed.text)
        elif removed.reason == "lone mark" and body.published is None and printed(removed.text, None, None):
            body.published = removed.text
    kept, done.kept = done.kept, []
    for number, line in enumerate(kept):
        edge = number < _EDGE or number >= len(kept) - _EDGE
        name, only = in_own_words(line.text, first=number == 0) if edge else (None, 0)
        body.stated = plainer(body.stated, name)
        if only:
            done.remove(replace(line, text=Text(line.text[:only].strip())), "byline")
        rest = replace(line, text=Text(line.text[only:])) if only else line
        if edge and body.published is None and printed(rest.text, None, None):
            body.published = rest.text
            done.remove(rest, "date line")
        elif edge and may_demand(rest.text) and any(demands(it) for it in _sentences(rest.text)):
            _without_terms(rest, body, done)
        else:
            done.kept.append(rest)


def _byline_above(body: Body, done: dump.Sorted) -> None:
    """Keep the author and the date that stand between a pasted page's title and its article."""
    named = next((line.line for line in done.removed if line.reason == "title"), None)
    if named is None or not done.kept:
        return
    above = sorted((line for line in done.removed if named < line.line < done.kept[0].number), key=lambda it: it.line)
    names, dated = written_byline(line.text for line in above)
    body.byline = body.byline or ", ".join(names) or None
    body.published = body.published or dated or next((it.text for it in above if printed(it.text, None, None)), None)


def _without_terms(line: Line, body: Body, done: dump.Sorted) -> None:
    """Keep of a line what is neither terms nor the notices that stand beside them."""
    said: list[str] = []
    for sentence in _sentences(line.text):
        if demands(sentence):
            body.terms.append(sentence)
            done.remove(replace(line, text=sentence), "terms")
        elif chrome(sentence) or in_own_words(sentence)[0] or word_count(sentence) < 3:
            done.remove(replace(line, text=sentence), chrome(sentence) or "notice")
        else:
            said.append(sentence)
    if said:
        done.kept.append(replace(line, text=Text(" ".join(said))))


def _sentences(text: str) -> list[Text]:
    return [Text(text[start:end]) for start, end in sentences(text)] if len(text) <= 3_000 else []
