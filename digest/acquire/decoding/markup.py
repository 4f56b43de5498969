"""How much markup there is, and the words between it; in one pass, whatever it holds."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)[^<>]*?(/?)>")
_ANY_TAG = re.compile(r"<[^<>]*>")
_WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
_VOID |= {"p", "li"}  # whose end tags may be left out


def visible(markup: str, most: int) -> str:
    """Return the words between the tags, on one line, at most `most` characters of them."""
    return bounded(" ".join(html.unescape(_ANY_TAG.sub(" ", markup)).split()), most)


def bounded(text: str, most: int) -> str:
    """Return the text, cut before a combining character is parted from its base where it is longer than `most`."""
    if len(text) <= most:
        return text
    end = most - 1
    while end > most - 20 and "\u0300" <= text[end] <= "\u036f":
        end -= 1
    return text[:end] + "…"


def is_whole_page(markup: str) -> bool:
    """Tell whether HTML is a whole page and not a fragment of one, by its first 10,000 characters."""
    return _WHOLE_PAGE.search(markup[:10_000]) is not None


def depth_of(markup: str, enough: int) -> int:
    """Return how deep the tags nest, or `enough` + 1 as soon as that is passed; ill-formed markup counts as written."""
    if markup.count("<") <= enough:
        return 0
    depth = deepest = 0
    for tag in _TAG.finditer(markup):
        if tag[3] or tag[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
        if deepest > enough:
            break
    return deepest
