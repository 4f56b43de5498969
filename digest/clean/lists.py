"""Lists on a page: which say something, and which are controls or headlines of other articles, links or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, islice
from typing import NamedTuple

import lxml.html

from digest.clean.chrome import chrome
from digest.clean.core import ON_TOPIC, Subject, is_statement
from digest.clean.markup import Line
from digest.clean.text import COLONS, ends_sentence, goes_on, word_count

_LISTS = frozenset({"ul", "ol", "dl", "menu"})
_WITHIN = 4  # elements between a line and the list that it is an item of
_SHORT = 3  # words of a name; a headline has more


class Placed(NamedTuple):
    """A line of a page, the element it stands in, and whether it was proposed for the article."""

    line: Line
    node: lxml.html.HtmlElement
    proposed: bool


def list_of(node: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """Return the list of which an element is an item, or stands in one; None where there is none."""
    return next((it for it in islice(node.iterancestors(), _WITHIN) if it.tag in _LISTS), None)


def lists_apart(lines: Sequence[Placed], whole: AbstractSet[lxml.html.HtmlElement]) -> frozenset[lxml.html.HtmlElement]:
    """Return the lists that are no part of the article; one of `whole`, which hold most of it, never is.

    A list is told where half of its items, or its last one, end as sentences do or go on; where a heading or a line with a
    colon stands before it; where its words are the article's; and, of names and the like, between the article's statements.
    What surrounds articles on pages is none, nor is what stands below a heading that says so.
    """
    said = [
        number for number, it in enumerate(lines) if it.proposed and list_of(it.node) is None and is_statement(it.line.text)
    ]
    subject = Subject([lines[number].line for number in said])
    first, last = (said[0], said[-1]) if said else (0, 0)
    return frozenset(
        node
        for node, start, items in _lists(lines)
        if node not in whole
        and not _is_prose(items, lines[start - 1].line if start else None, subject, first < start < last)
    )


def _lists(lines: Sequence[Placed]) -> Iterator[tuple[lxml.html.HtmlElement, int, list[str]]]:
    """Each list, the number of its first line, and its lines."""
    for node, run in groupby(enumerate(lines), key=lambda it: list_of(it[1].node)):
        if node is not None:
            numbered = list(run)
            yield node, numbered[0][0], [it.line.text for _, it in numbered]


def _is_prose(items: Sequence[str], before: Line | None, subject: Subject, inside: bool) -> bool:
    around = [item for item in items if chrome(item)]
    if 2 * len(around) >= len(items) or (before and chrome(before.text)):
        return False
    ended = [item for item in items if (ends_sentence(item) and not item.endswith(("?", "？", "…", "..."))) or goes_on(item)]
    announced = before is not None and (before.tag == "heading" or before.text.endswith(COLONS))
    if announced or 2 * len(ended) >= len(items) or items[-1] in ended:
        return True
    if sum(map(subject.share, items)) >= ON_TOPIC * len(items):
        return True
    return inside and all(word_count(item) <= _SHORT for item in items)
