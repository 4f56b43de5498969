"""Markdown that people write, read as CommonMark with tables, as lines of plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from operator import itemgetter

from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest.clean.core import is_statement
from digest.clean.markup import Line, Tag, lines_of, links_in, parse
from digest.clean.text import ends_sentence, lines, plain, word_count
from digest.clean.wrapped import joint
from digest.model import Removed

_NESTING = 40  # blocks within blocks; what is deeper is left out
_COMMONMARK = MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable(["table", "strikethrough"])
_LONGEST_HEADING = 5  # words of a heading that ends as a sentence does
_TAGS: dict[str, Tag] = {"heading_open": "heading", "list_item_open": "item", "blockquote_open": "quote"}
_CLOSES = {"heading_close", "list_item_close", "blockquote_close"}
_TEMPLATE = re.compile(r"\s*(?:\{%.*%\}|\{\{.*\}\}|\{:.*\})\s*\Z")
"""A line of Liquid, of Hugo's shortcodes, or of kramdown's attributes."""
_TASK = re.compile(r"\[[ xX]\]\s+")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")
_NOTE = re.compile(rf"\\?{_FOOTNOTE.pattern}:")
_NOTE_BEGINS = re.compile(r"^(?= {0,3}\[\^)( *)", re.MULTILINE)
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*")
"""What CommonMark does not take for bold: marks between a bracket and a letter, as in Chinese and Japanese."""
_RULED = re.compile(r"\s*(?:\|.*\|?|\+[-=+:]+\+|[-=| +:]*-{3,}[-=| +:]*)\s*\Z")
_ANCHOR = re.compile(r"<a\s[^>]*\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


def markdown_lines(body: str, first: int) -> tuple[list[Line], list[Removed]]:
    """Return the paragraphs, items, quotes and headings of Markdown text without its marks, and what of it is no prose.

    `first` is the body's line number. Tables, code, footnotes and template marks are no prose; comments, rules and images
    leave nothing. A hard break ends a line where a sentence ends or a new one begins, as in addresses and verse.
    """
    reader = _Reader([], [])
    rows = lines(_without_comments(body))
    for number, row in enumerate(rows):
        if _TEMPLATE.match(row):
            reader.remove([row], first + number, "template mark")
            rows[number] = ""
    # CommonMark has no footnotes and takes `[^1]: https://…` for where a link leads.
    reader.read(_NOTE_BEGINS.sub(r"\1\\", "\n".join(rows)), first)
    return reader.kept, sorted(reader.removed, key=lambda it: it.line)


def _without_comments(body: str) -> str:
    """Take out comments, keeping their line breaks; one that never ends is text."""
    pieces: list[str] = []
    at = 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        pieces += (body[at:start], "\n" * body.count("\n", start, end))
        at = end + 3
    return "".join((*pieces, body[at:].replace("<!--", "&lt;!--")))


@dataclass(slots=True)
class _Reader:
    kept: list[Line]
    removed: list[Removed]

    def read(self, text: str, first: int, depth: int = 0) -> None:
        """Read Markdown text whose first line has the number `first`."""
        tags: list[Tag] = ["text"]
        tokens = iter(_COMMONMARK.parse(text))
        for token in tokens:
            number = first + (token.map[0] if token.map else 0)
            if token.type in _TAGS:
                tags.append(_TAGS[token.type])
            elif token.type in _CLOSES:
                tags.pop()
            elif token.type == "table_open":
                self._table(tokens, first)
            elif token.type == "inline":
                self._block(token, tags[-1], number)
            elif token.type == "html_block":
                self._markup(token.content, number)
            elif token.type in {"fence", "code_block"}:
                self._code(token, number, depth)

    def _block(self, token: Token, tag: Tag, number: int) -> None:
        raw = token.content
        rows = raw.split("\n")
        if _NOTE.match(raw):
            self.remove(rows, number, "footnote")
        elif all(map(_RULED.match, rows)):
            self.remove(rows, number, "table")
        else:
            self.kept += _inline(token.children or (), tag, number)

    def remove(self, rows: Sequence[str], number: int, reason: str) -> None:
        """Note lines that are no prose; `number` is that of the first."""
        self.removed += [
            Removed(text=text, reason=reason, line=at) for at, row in enumerate(rows, number) if (text := plain(row))
        ]

    def _table(self, tokens: Iterator[Token], first: int) -> None:
        cells: list[str] = []
        number = first
        for token in takewhile(lambda it: it.type != "table_close", tokens):
            if token.type == "tr_open":
                number = first + (token.map[0] if token.map else 0)
            elif token.type == "inline":
                cells += [line.text for line in _inline(token.children or (), "text", number)]
            elif token.type == "tr_close":
                self.remove([" | ".join(cells)], number, "table")
                cells = []

    def _markup(self, markup: str, number: int) -> None:
        root, _ = parse(markup)
        for table in list(root.iter("table")) if root is not None else []:
            rows = [" | ".join(cell.text_content() for cell in row) for row in table.iter("tr")]
            self.remove(rows, number, "table")
            table.drop_tree()
        found = lines_of(root) if root is not None else []
        self.kept += [replace(line, number=number + max(0, line.number - 1)) for line in found]

    def _code(self, token: Token, number: int, depth: int) -> None:
        """Code goes; what somebody pasted between fences or indented, and is prose, is read on."""
        rows = token.content.split("\n")
        size = sum(map(len, rows))
        said = sum(len(row) for row in rows if is_statement(row.strip()))
        first = number + (token.type == "fence")
        if not token.info.strip() and depth < 3 and size and said >= size / 2:
            self.read(token.content, first, depth + 1)
        else:
            self.remove(rows, first, "code")


@dataclass(slots=True)
class _Span:
    """A line as it is written: its pieces, each with the number of the link it is in, and whether a hard break ends it."""

    pieces: list[tuple[str, int]]
    hard: bool = False

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)


def _inline(tokens: Sequence[Token], tag: Tag, number: int) -> Iterator[Line]:
    """The lines of one block: one, unless hard breaks part it."""
    spans, hrefs = _spans(tokens)
    if tag == "item" and spans[0].pieces:
        first, link = spans[0].pieces[0]
        spans[0].pieces[0] = (_TASK.sub("", first, count=1), link)
    whole, start, before = spans[0], number, spans[0].text
    for at, span in enumerate(spans[1:], number + 1):
        after = span.text
        if whole.hard and (ends_sentence(before) or not after.lstrip()[:1].islower()):
            yield from _line(whole, hrefs, tag, start)
            whole, start, before = span, at, after
            continue
        dropped, between = joint(before, after)
        if dropped:
            last, link = whole.pieces.pop()
            whole.pieces.append((last[:-dropped], link))
        inside = whole.pieces[-1:] and span.pieces[:1] and whole.pieces[-1][1] == span.pieces[0][1]
        whole.pieces += [(between, span.pieces[0][1] if inside else 0), *span.pieces]
        whole.hard, before = span.hard, after
    yield from _line(whole, hrefs, tag, start)


def _line(span: _Span, hrefs: Sequence[str | None], tag: Tag, number: int) -> Iterator[Line]:
    if text := plain(span.text):
        together = groupby(span.pieces, key=itemgetter(1))
        links = links_in(("".join(piece for piece, _ in several), hrefs[link]) for link, several in together)
        # A paragraph above a rule of --- reads as a heading.
        named = tag != "heading" or not ends_sentence(text) or word_count(text) <= _LONGEST_HEADING
        yield Line(text=text, tag=tag if named else "text", number=number, links=links)


def _spans(tokens: Sequence[Token]) -> tuple[list[_Span], list[str | None]]:
    """A block's text line by line, and where its links lead, the first being none."""
    spans = [_Span([])]
    hrefs: list[str | None] = [None]
    link = 0
    for token in tokens:
        content = token.content.lower()
        if token.type in {"softbreak", "hardbreak"} or content.startswith("<br"):
            spans[-1].hard = token.type != "softbreak"
            spans.append(_Span([]))
        elif token.type == "link_open" or (token.type == "html_inline" and _ANCHOR.match(token.content)):
            anchor = _ANCHOR.match(token.content)
            hrefs.append(anchor[1] if anchor else str(token.attrs.get("href") or "#"))
            link = len(hrefs) - 1
        elif token.type == "link_close" or content.startswith("</a"):
            link = 0
        elif token.type in {"text", "code_inline"}:
            text = token.content if token.type == "code_inline" else _BOLD.sub(r"\1", _FOOTNOTE.sub("", token.content))
            spans[-1].pieces.append((text, link))
    return spans, hrefs
