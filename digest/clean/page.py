"""A saved web page: which of its lines are the article.

trafilatura proposes; the page's own structure disposes: lines that stand where the proposed ones stand belong to the
article, proposed ones that stand elsewhere do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

import lxml.html

from digest.clean.lists import Placed, list_of, lists_apart
from digest.clean.markup import Line, lines_with_blocks, sums
from digest.clean.metadata import Metadata
from digest.clean.text import ends_sentence, folded, word_count

_JUNK = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|newsletter\w*|cards?|teasers?|carousel|rail|promo(?:tion|box)?|share|sharing|social|"
    r"comments?|cookies?|consent|adverts?|advertisement|sponsor\w*|breadcrumbs?|caption|credits?|most-?read|trending|outbrain|taboola|sidebar|"
    r"subscri\w+|sign-?up|disclaimer|toolbar|read-?(?:next|also)|more-?on|topics|tags?|author-?(?:bio|box|card|info\w*|profile|desc\w*|dropdown)|"
    r"about-?(?:the-?)?author|byline|"
    r"twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|embed|infobox|factbox|hidden|visually-?hidden|sr-only|"
    r"screen-reader\w*|paywall-?\w*|popup|modal|overlay|navigation|navbar|menu|footer|correction-policy|donat\w+)(?:$|[\s_-])|"
    r"(?:^|\s)(?:photos?|fotos?|pictures?|slideshow|gallery|galerie|galer[ií]a|(?:[\w-]+-)?video-?(?:asset|desc\w*|wrapper|player|caption))(?:$|\s)",
    re.IGNORECASE,
)
_HEADINGS = frozenset({"h1", "h2", "h3"})
_ITEMS = frozenset({"li", "dt", "dd"})
_STANDFIRST = re.compile(
    r"standfirst|sub-?(?:title|head(?:line|ing)?)|\bdek\b|\bdeck\b|summary|synopsis|description|excerpt|chapo|vorspann|teaser|"
    r"article-?(?:lead|intro)|\blede?\b|intro(?:duction|text)?|strapline|bajada|entradilla|sommario|abstract",
    re.IGNORECASE,
)
_LINKED = 0.5  # of an item's characters; one that is a link is no text
_CARD = 600  # characters of the longest teaser, white space included
_MOST_HEADINGS = 20  # above an article, the nearest of them
_MOSTLY = 0.8  # of the proposed text, what an element must hold to be stepped into
_MINOR = 0.7  # of it, what an element of a doubtful name must hold to be the article itself
_WHOLE = 0.5  # of it, what a list must hold to be the article itself
_USUAL = 0.15  # of it, what must stand in one kind of place for that to be where the article stands


@dataclass(slots=True)
class _Block:
    line: Line
    node: lxml.html.HtmlElement
    linked: float
    proposed: bool


class PageLines(NamedTuple):
    """A page's article: its lines in order, those proposed for it that are none of it, the headings above its first line."""

    kept: list[Line]
    near: list[Line]
    headings: list[lxml.html.HtmlElement]


def page_lines(root: lxml.html.HtmlElement, metadata: Metadata) -> PageLines:
    """Return the lines of a page that are its article, chosen by the elements in which they stand.

    Trafilatura proposes text; kept is what stands where most of that stands, without lists of links, and the standfirst
    above it. None is kept where nothing is proposed or it stands in no element in particular.
    """
    proposed = _proposed(root)
    text, exact = " ".join(proposed), set(proposed)
    blocks = [_Block(line, node, linked, _is_in(line.text, exact, text)) for line, node, linked in lines_with_blocks(root)]
    held = _held(root, blocks)
    alike: Counter[str] = Counter()
    for node, size in held.items():
        alike[_marks(node)] += size
    region = _region(root, held)
    signatures = _signatures(blocks)
    most = max(held.values(), default=0)
    minor = {node for node, size in held.items() if size < _MINOR * most and alike[_marks(node)] < _MINOR * most}
    main = held.keys() - minor
    whole = {node for node, size in held.items() if size >= _WHOLE * most}
    apart = lists_apart([Placed(block.line, block.node, block.proposed) for block in blocks], whole)
    kept = [
        list_of(block.node) not in apart and _belongs(block, _above(block.node, region), main, signatures)
        for block in blocks
    ]
    first = next((at for at, block in enumerate(blocks) if kept[at] and _heading(block.node) is None), 0)
    headings = list(dict.fromkeys(node for block in blocks[:first] if (node := _heading(block.node)) is not None))
    for number in _standfirst(blocks[:first], metadata):
        kept[number] = True
        blocks[number].line = replace(blocks[number].line, tag="standfirst")
    near = [block.line for block, keep in zip(blocks, kept, strict=True) if not keep and block.proposed]
    return PageLines(
        [block.line for block, keep in zip(blocks, kept, strict=True) if keep], near, headings[-_MOST_HEADINGS:]
    )


def _heading(node: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    """The heading in which a block stands, or None."""
    return next((it for it in (node, *islice(node.iterancestors(), 3)) if it.tag in _HEADINGS), None)


def _proposed(root: lxml.html.HtmlElement) -> list[str]:
    """The folded lines that trafilatura takes for the article."""
    from trafilatura import extract  # noqa: PLC0415 - loads its rules for half a second

    found = extract(root, include_comments=False, include_tables=True, deduplicate=False) or ""
    return [line for line in map(folded, found.split("\n")) if line]


def _is_in(text: str, exact: set[str], joined: str) -> bool:
    line = folded(text)
    return bool(line) and (line in exact or (len(line) > 25 and line in joined))


def _held(root: lxml.html.HtmlElement, blocks: Iterable[_Block]) -> Counter[lxml.html.HtmlElement]:
    """How many characters of proposed text each element holds."""
    own: Counter[lxml.html.HtmlElement] = Counter()
    for block in blocks:
        if block.proposed:
            own[block.node] += len(block.line.text)
    return sums(root, own)


def _region(root: lxml.html.HtmlElement, held: Counter[lxml.html.HtmlElement]) -> lxml.html.HtmlElement:
    """The smallest element that holds most of the proposed text."""
    node = root
    while below := [child for child in node if held[child] >= _MOSTLY * held[root] > 0]:
        node = below[0]
    return node


def _above(node: lxml.html.HtmlElement, region: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement] | None:
    """The elements from `node` up to below `region`, or None where it lies outside."""
    path = []
    while node is not None and node is not region:
        path.append(node)
        node = node.getparent()
    return path if node is region else None


def _is_junk(node: lxml.html.HtmlElement) -> bool:
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    return _JUNK.search(_marks(node)) is not None


def _is_card(node: lxml.html.HtmlElement) -> bool:
    """Whether an element leads to another article: its one heading is all a link away, beside no more than a teaser."""
    headings = [it for it in node.iter("h1", "h2", "h3", "h4", "h5", "h6") if it.text_content().strip()]
    if len(headings) != 1 or len(node.text_content()) > _CARD:
        return False
    return _characters(headings[0]) <= 1.1 * max(map(_characters, _links_of(headings[0])), default=0)


def _links_of(heading: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """The links in a heading, and the one that it stands in, but for those to a place on a page, as an entry's own."""
    return (it for it in (*heading.iter("a"), *heading.iterancestors("a")) if "#" not in (it.get("href") or "#"))


def _marks(node: lxml.html.HtmlElement) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _is_promotion(node: lxml.html.HtmlElement) -> bool:
    """Whether an element is mostly links."""
    text, links = _characters(node), sum(map(_characters, node.iter("a")))
    return text > 0 and links / text > 0.4


def _characters(node: lxml.html.HtmlElement) -> int:
    """How many characters of text stand in an element, a run of white space counting as one."""
    return len(" ".join(node.text_content().split()))


def _signature(node: lxml.html.HtmlElement) -> tuple[str, str, str]:
    parent = node.getparent()
    return (str(node.tag), *_own(parent)) if parent is not None else (str(node.tag), "", "")


def _own(node: lxml.html.HtmlElement) -> tuple[str, str]:
    return str(node.tag), str(node.get("class") or "")


def _signatures(blocks: Iterable[_Block]) -> frozenset[tuple[str, str, str]]:
    """Where the proposed text stands: tag and parent of the elements that hold a good part of it."""
    count: Counter[tuple[str, str, str]] = Counter()
    for block in blocks:
        if block.proposed:
            count[_signature(block.node)] += len(block.line.text)
    return frozenset(signature for signature, held in count.items() if held >= _USUAL * count.total())


def _belongs(
    block: _Block,
    above: Sequence[lxml.html.HtmlElement] | None,
    main: AbstractSet[lxml.html.HtmlElement],
    signatures: frozenset[tuple[str, str, str]],
) -> bool:
    """Whether a block is of the article; `above` leads up to the region, `main` are elements that hold most of the text."""
    line = block.line
    says = ends_sentence(line.text)
    if above is None or (block.linked > 0.8 and not (says and word_count(line.text) > 12)):
        return False
    small = [node for node in above if node not in main]
    if any(_is_junk(node) or _is_card(node) for node in small):
        return False
    usual = _signature(block.node) in signatures or not above  # bare text beside the paragraphs
    if block.proposed:
        return usual or ((says or line.tag != "text") and not any(_is_promotion(node) for node in small[-1:]))
    if line.tag == "heading":
        return block.node.getparent() is not None and _own(block.node.getparent()) in {it[1:] for it in signatures}
    if block.node.tag in _ITEMS and block.linked < _LINKED:
        return _stands_in_text(block.node.getparent(), signatures)
    return usual and says and word_count(line.text) >= 5


def _stands_in_text(node: lxml.html.HtmlElement | None, signatures: frozenset[tuple[str, str, str]]) -> bool:
    """Whether a list stands where the text does."""
    around = node.getparent() if node is not None else None
    return around is not None and _own(around) in {it[1:] for it in signatures}


def _standfirst(before: Sequence[_Block], metadata: Metadata) -> Iterator[int]:
    """The line above the article that sums it up: what the page's description says, or what its class calls so."""
    described = [folded(text)[:60] for text in metadata.descriptions if len(text) > 20]
    titles = {folded(title) for title in (*metadata.headlines, *metadata.titles)}
    headed = max(
        (at for at, block in enumerate(before) if (node := _heading(block.node)) is not None and node.tag == "h1"), default=0
    )
    for number, block in enumerate(before):
        line = folded(block.line.text)
        if number < headed or len(line) < 20 or line in titles or block.line.tag == "item" or block.linked > 0.5:
            continue
        around = [block.node, *islice(block.node.iterancestors(), 3)]
        if block.line.tag == "caption" or any(_is_junk(node) for node in around):
            continue
        marks = " ".join(f"{node.get('class') or ''} {node.get('itemprop') or ''}" for node in around[:2])
        if any(line.startswith(text) for text in described) or _STANDFIRST.search(marks):
            yield number
            return
