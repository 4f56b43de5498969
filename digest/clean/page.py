"""A saved web page: which of its lines are the article.

trafilatura proposes; the page's own structure disposes: lines that stand where the proposed ones stand belong to the
article, proposed ones that stand elsewhere do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import lxml.html
from lxml import etree

from digest.clean.markup import Line, placed_lines
from digest.clean.metadata import Metadata
from digest.clean.text import ends_sentence, folded, words

_JUNK = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|newsletter\w*|cards?|teasers?|carousel|rail|promo(?:tion|box)?|share|sharing|social|"
    r"comments?|cookies?|consent|adverts?|advertisement|sponsor\w*|breadcrumbs?|caption|credits?|most-?read|trending|outbrain|taboola|sidebar|"
    r"subscri\w+|sign-?up|disclaimer|toolbar|read-?(?:more|next|also)|more-?on|topics|tags?|author-?bio|about-?author|byline|"
    r"twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|embed|infobox|factbox|hidden|visually-?hidden|sr-only|"
    r"screen-reader\w*|paywall-?\w*|popup|modal|overlay|navigation|navbar|menu|footer|correction-policy|donat\w+)(?:$|[\s_-])",
    re.IGNORECASE,
)
_JUNK_TAGS = frozenset({"aside", "dialog", "figcaption", "figure", "footer", "form", "header", "menu", "nav"})
_STANDFIRST = re.compile(
    r"standfirst|sub-?(?:title|head(?:line|ing)?)|\bdek\b|\bdeck\b|summary|synopsis|description|excerpt|chapo|vorspann|teaser|"
    r"article-?(?:lead|intro)|\blede?\b|intro(?:duction|text)?|strapline|bajada|entradilla|sommario|abstract",
    re.IGNORECASE,
)
_MOSTLY = 0.8  # of the proposed text, what an element must hold to be stepped into
_MINOR = 0.7  # of it, what an element of a doubtful name must hold to be the article itself
_USUAL = 0.15  # of it, what must stand in one kind of place for that to be where the article stands


@dataclass(slots=True)
class _Block:
    line: Line
    node: lxml.html.HtmlElement
    linked: float
    proposed: bool


def page_lines(root: lxml.html.HtmlElement, metadata: Metadata) -> tuple[list[Line], list[Line]]:
    """Return (the lines of a page's article in order, those proposed for it that are none of it)."""
    proposed = _proposed(root)
    text, exact = " ".join(proposed), set(proposed)
    blocks = [_Block(line, node, linked, _is_in(line.text, exact, text)) for line, node, linked in placed_lines(root)]
    held = _held(blocks)
    alike: Counter[str] = Counter()
    for node, size in held.items():
        alike[_marks(node)] += size
    region = _region(root, held)
    signatures = _signatures(blocks)
    kept = [_belongs(block, _above(block.node, region), held, alike, signatures) for block in blocks]
    first = next((number for number, keep in enumerate(kept) if keep), 0)
    for number in _standfirst(blocks[:first], metadata):
        kept[number] = True
        blocks[number].line = replace(blocks[number].line, tag="standfirst")
    last = len(kept) - 1 - next((number for number, keep in enumerate(reversed(kept)) if keep), 0)
    for number in range(max(0, last - 5), last + 1):
        kept[number] = kept[number] and not _is_author_note(blocks[number].line.text, metadata.authors)
    near = [block.line for block, keep in zip(blocks, kept, strict=True) if not keep and block.proposed]
    return [block.line for block, keep in zip(blocks, kept, strict=True) if keep], near


def _proposed(root: lxml.html.HtmlElement) -> list[str]:
    """The folded lines that trafilatura takes for the article."""
    from trafilatura import extract  # noqa: PLC0415 - loads its rules for half a second

    markup = etree.tostring(root, encoding="unicode", method="html")
    found = extract(markup, include_comments=False, include_tables=True, deduplicate=False) or ""
    return [line for line in map(folded, found.split("\n")) if line]


def _is_in(text: str, exact: set[str], joined: str) -> bool:
    line = folded(text)
    return bool(line) and (line in exact or (len(line) > 25 and line in joined))


def _held(blocks: Iterable[_Block]) -> Counter[lxml.html.HtmlElement]:
    """How many characters of proposed text each element holds."""
    held: Counter[lxml.html.HtmlElement] = Counter()
    for block in blocks:
        if block.proposed:
            for node in (block.node, *block.node.iterancestors()):
                held[node] += len(block.line.text)
    return held


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
    if node.tag in _JUNK_TAGS or node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    return _JUNK.search(_marks(node)) is not None


def _marks(node: lxml.html.HtmlElement) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _is_promotion(node: lxml.html.HtmlElement) -> bool:
    """Whether an element is mostly links."""
    text = len(" ".join(node.text_content().split()))
    links = sum(len(" ".join(link.text_content().split())) for link in node.iter("a"))
    return text > 0 and links / text > 0.4


def _signature(node: lxml.html.HtmlElement) -> tuple[str, str, str]:
    parent = node.getparent()
    above = (str(parent.tag), str(parent.get("class") or "")) if parent is not None else ("", "")
    return (str(node.tag), *above)


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
    held: Counter[lxml.html.HtmlElement],
    held_alike: Counter[str],
    signatures: frozenset[tuple[str, str, str]],
) -> bool:
    line = block.line
    says = ends_sentence(line.text)
    if above is None or (block.linked > 0.8 and not (says and words(line.text) > 12)):
        return False
    most = max(held.values(), default=0)
    small = [node for node in above if held[node] < _MINOR * most and held_alike[_marks(node)] < _MINOR * most]
    if any(_is_junk(node) for node in small):
        return False
    usual = _signature(block.node) in signatures
    if block.proposed:
        return usual or ((says or line.tag != "text") and not any(_is_promotion(node) for node in small[-1:]))
    return usual and says and words(line.text) >= 5


def author_of(root: lxml.html.HtmlElement) -> str | None:
    """Return the author whom the page shows where pages show authors (trafilatura's places), or None."""
    from trafilatura.metadata import extract_author  # noqa: PLC0415

    found = extract_author(root)
    return str(found) if found else None


def _standfirst(before: Sequence[_Block], metadata: Metadata) -> Iterator[int]:
    """The line above the article that sums it up: what the page's description says, or what its class calls so."""
    described = [folded(text)[:60] for text in metadata.descriptions if len(text) > 20]
    titles = {folded(title) for title in metadata.titles}
    for number, block in enumerate(before):
        line = folded(block.line.text)
        if len(line) < 20 or line in titles or block.line.tag == "item" or block.linked > 0.5:
            continue
        around = [block.node, *block.node.iterancestors()][:2]
        marks = " ".join(f"{node.get('class') or ''} {node.get('itemprop') or ''}" for node in around)
        if any(line.startswith(text) for text in described) or _STANDFIRST.search(marks):
            yield number
            return


def _is_author_note(text: str, authors: Sequence[str]) -> bool:
    return any(
        text.startswith(name) and re.match(r"\s+(?:is|was|ist|est|es|è)\b", text[len(name) :])
        for author in authors
        for name in re.split(r", | and | & ", author)
        if " " in name
    )
