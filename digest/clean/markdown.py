"""Markdown that people write, as lines of plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.clean.markup import Line, Tag, links_in
from digest.clean.text import decoded, lines, plain

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\Z")
_ITEM = re.compile(r"\s{0,12}(?:[-*+]|\d{1,3}[.)])\s+(.*)")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+(.*)")
_RULE = re.compile(r"\s{0,3}(?:(?:[-*_]\s*){3,}|=+\s*)\Z")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
# Every run is bounded, so that no text takes more than its length to read.
_ADDRESS = r"\((?:[^()\n]|\([^()\n]{0,500}\)){0,1000}\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,500}}\]{_ADDRESS}")
_LINK = re.compile(
    rf"\[([^\[\]\n]{{1,500}})\](?:({_ADDRESS})|\[[^\[\]\n]{{0,200}}\])|<((?:https?://|mailto:)[^<>\s]{{1,2000}})>"
)
_TARGET = re.compile(r"\(\s{0,5}<?(https?://[^\s<>]{1,2000}?)>?(?:\s.*)?\)\Z")
_EDGE = re.compile("[\x02\x03]")
"""Stands around linked words while the marks around them go; no character of a text."""
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]+\]:\s+\S+.*\Z")
_EMPHASIS = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])|(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\3(?![\w_])"
)
_CODE = re.compile(r"(`{1,3})(?!`)([^`\n]{1,500})\1(?!`)")
_TAGS = re.compile(
    r"</?(?:p|br|b|i|em|strong|a|span|div|sub|sup|u|s|q|cite|small|blockquote|ul|ol|li|h[1-6])\b[^<>\n]{0,500}/?>",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARK = re.compile(r"[\[<`*_\\]")


def markdown_lines(body: str, first: int) -> list[Line]:
    """Return the paragraphs, items, quotes and headings of Markdown text, without its marks; `first` is its line number.

    Lines that follow each other are one paragraph. Comments, rules, images and fence lines are left out.
    """
    return list(_blocks(_without_comments(body), first))


def _without_comments(body: str) -> str:
    """Take out comments, keeping their line breaks; one that never ends is text."""
    pieces: list[str] = []
    at = 0
    while (start := body.find("<!--", at)) >= 0 and (end := body.find("-->", start)) >= 0:
        pieces += (body[at:start], "\n" * body.count("\n", start, end))
        at = end + 3
    return "".join((*pieces, body[at:]))


def _blocks(body: str, first: int) -> Iterator[Line]:
    words: list[str] = []
    tag: Tag = "text"
    start = first

    def block() -> Iterator[Line]:
        hrefs: list[str] = []
        pieces = _EDGE.split(_inline(_EDGE.sub("", " ".join(words)), hrefs))
        if text := plain("".join(pieces)):
            links = links_in((raw, hrefs[at // 2] if at % 2 else None) for at, raw in enumerate(pieces))
            yield Line(text=text, tag=tag, number=start, links=links)
        words.clear()

    fenced = False
    for number, raw in enumerate(lines(body), first):
        if _FENCE.match(raw):
            yield from block()
            fenced = not fenced
            continue
        starts, text = _part(raw)
        if starts or not text.strip() or fenced:
            yield from block()
        if text.strip():
            if not words:
                tag, start = starts or "text", number
            words.append(text)
        if starts == "heading":
            yield from block()
    yield from block()


def _part(raw: str) -> tuple[Tag | None, str]:
    """What kind of block a line begins, if any, and its words."""
    if _RULE.match(raw) or _DEFINITION.match(raw):
        return None, ""
    kinds: tuple[tuple[re.Pattern[str], Tag], ...] = ((_HEADING, "heading"), (_ITEM, "item"), (_QUOTE, "quote"))
    for pattern, tag in kinds:
        if found := pattern.match(raw):
            return tag, found[1]
    return None, raw


def _inline(text: str, hrefs: list[str]) -> str:
    """Take out the marks of a text; where its links lead goes to `hrefs`, and _EDGE is left around their words."""
    if not _MARK.search(text):
        return decoded(text)

    def words(link: re.Match[str]) -> str:
        target = _TARGET.match(link[2] or "")
        hrefs.append(target[1] if target else link[3] or "#")
        return f"\x02{link[1] or link[3]}\x03"

    text = _TAGS.sub(" " if "<br" in text else "", _IMAGE.sub("", text))
    text = _CODE.sub(r"\2", _LINK.sub(words, text))
    for _ in range(2):
        text = _EMPHASIS.sub(lambda found: found[2] or found[4], text)
    return decoded(_ESCAPED.sub(r"\1", text))
