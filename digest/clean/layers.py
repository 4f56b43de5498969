"""What lies over or below an article on its page and is never the article: dialogs, consent notices, readers' comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

import lxml.html

from digest.clean.consent import is_notice, notices
from digest.clean.markup import Line, lines_of, lines_with_blocks, sums

Node: TypeAlias = lxml.html.HtmlElement
_DIALOGS = frozenset({"dialog", "alertdialog"})
_CONSENT = re.compile(r"cookie|consent|(?:^|[\s_-])(?:gdpr|dsgvo|rgpd|lgpd|ccpa|cmp|privacy)(?:$|[\s_-])", re.IGNORECASE)
_OVER = re.compile(r"position\s*:\s*(?:fixed|sticky)", re.IGNORECASE)
_COMMENTS = re.compile(
    r"(?!(?:has|no|with|without)[_-])(?:[\w-]*[_-])?"
    r"(?:comments?|disqus|kommentare?|commentaires?|comentarios?|commenti|reacties|replies|responses)"
    r"(?:[_-]*(?:list|area|section|threads?|wrapper|container|block|body|items?|content|text|tree|feed|box|root|app|form))*",
    re.IGNORECASE,
)
_COMMENT_HEADING = re.compile(
    r"\W*(?:\d+\W+)?(?:comments?|kommentare?|commentaires?|comentarios?|comentários|commenti|reacties|komentarze|kommentarer|"
    r"комментарии|コメント|评论|評論|댓글|yorumlar|التعليقات)\W*(?:\d+\W*)?\Z",
    re.IGNORECASE,
)
_COMMENT_TYPE = re.compile(r"schema\.org/(?:User)?Comments?\Z")
_ARTICLE = ".//h1 | .//main | .//article | .//*[@itemprop='articleBody' or @role='main']"
_PAGE_SHARE = 0.8  # of a page's words; what holds more is the page itself where nothing else on it is marked as an article
_SHORT = 1_500  # characters of a notice that its name and its button give away, whatever it says


def take_out_layers(root: Node) -> list[tuple[Line, str]]:
    """Take dialogs, consent notices and comments out of a page; return their lines, each with the reason."""
    own: Counter[Node] = Counter()
    for line, node, _ in lines_with_blocks(root):
        own[node] += len(line.text)
    sizes = sums(root, own)
    found = list(_layers(root, sizes))
    rest = len(_articles(root)) - sum(len(_articles(node)) for node, _ in found)
    if not rest and sum(sizes[node] for node, _ in found) > _PAGE_SHARE * sizes[root]:
        found = [(node, reason) for node, reason in found if is_notice(node.text_content())]
    gone: list[tuple[Line, str]] = []
    for node, reason in found:
        gone += [(line, reason) for line in lines_of(node)]
        node.drop_tree()
    return gone + list(_notices(root))


def _layers(root: Node, sizes: Counter[Node]) -> Iterator[tuple[Node, str]]:
    """The outermost elements that are layers, each with the reason; one that is nearly the whole page is looked into."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        reason = _layer(node) if sizes[node] else None
        if reason and (sizes[node] <= _PAGE_SHARE * sizes[root] or len(_articles(root)) > len(_articles(node))):
            yield node, reason
        else:
            waiting += reversed(node)


def _layer(node: Node) -> str | None:
    """Why an element is a layer, or None."""
    named = f"{node.get('class') or ''} {node.get('id') or ''}"
    if node.tag == "dialog" or node.get("role") in _DIALOGS or node.get("aria-modal") == "true":
        return "dialog" if not _articles(node) or is_notice(node.text_content()) else None
    if _is_comment(node, named):
        return "comment" if all(_is_below_comment(inner, node) for inner in _articles(node)) else None
    over = _CONSENT.search(named) or _OVER.search(node.get("style") or "")
    return "consent notice" if over and _is_named_notice(node) else None


def _articles(node: Node) -> list[Node]:
    """The elements below a node that are marked as an article or as its heading."""
    return list(node.xpath(_ARTICLE))


def _is_comment(node: Node, named: str) -> bool:
    if node.get("itemprop") == "comment" or _COMMENT_TYPE.search(node.get("itemtype") or ""):
        return True
    if any(_COMMENTS.fullmatch(name) for name in named.split()):
        return True
    first = node[0] if node.tag in {"section", "div", "aside"} and len(node) > 1 else None
    return first is not None and first.tag in {"h2", "h3", "h4"} and bool(_COMMENT_HEADING.match(first.text_content()))


def _is_below_comment(inner: Node, node: Node) -> bool:
    """Whether an element inside what may be comments is a comment itself: many themes write each as an `<article>`."""
    if inner.tag != "article":
        return False
    path = [inner]
    while path[-1].getparent() is not None and path[-1].getparent() is not node:
        path.append(path[-1].getparent())
    return any(_is_comment(it, f"{it.get('class') or ''} {it.get('id') or ''}") for it in path)


def _is_named_notice(node: Node) -> bool:
    """Whether an element of a notice's name or place is one: it says so, or it is short and has a button."""
    if _articles(node):
        return False
    words = node.text_content()
    return is_notice(words) or (len(words) < _SHORT and bool(node.xpath(".//button | .//input")))


def _notices(root: Node) -> Iterator[tuple[Line, str]]:
    """Take out the blocks that ask for consent, wherever they stand; yield the lines of those that hold nothing else."""
    placed = list(lines_with_blocks(root))
    asking = notices([line.text for line, _, _ in placed])
    lines = Counter(node for _, node, _ in placed)
    for number in sorted(asking):
        line, node, _ = placed[number]
        if lines[node] == 1 and node.getparent() is not None and len(lines_of(node)) == 1:
            yield line, "consent notice"
            node.drop_tree()
