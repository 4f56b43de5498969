"""What a page's head says about its article: JSON-LD, then meta elements, then microdata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.html

from digest.clean.byline import people
from digest.clean.text import decoded, folded, plain
from digest.common.hosts import parts_of
from digest.model import Text

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting|ReviewNewsArticle|Review|Liveblog\w*)\Z", re.IGNORECASE)
_WRAPPED = re.compile(r"<!--|-->|(?:/[/*]\s*)?<!\[CDATA\[(?:\s*\*/)?|(?:/[/*]\s*)?\]\]>(?:\s*\*/)?")
_TIMES = (
    "//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer)]",
    '//abbr[number(substring(@title, 1, 4)) > 1970 and substring(@title, 5, 1) = "-"]',
)
"""Where HTML has a page's day, and where microformats have it."""
_COMMA = re.compile(r",\s*([}\]])")
_MAX_NODES = 400
_LARGEST = 2_000_000
_VALUES = 50  # of one property
_CONTAINERS = ("@list", "@set", "@value", "itemListElement", "item")
_HEADLINES = ("citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
_TITLES = ("og:title", "twitter:title", "title")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator",
    "citation_author", "article:author_name", "twitter:data1", "cxenseparse:author", "author_name",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "date", "pubdate", "pub_date", "pub-date", "publishdate", "publish-date", "publish_date",
    "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "article.published", "citation_publication_date", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "article:published", "og:published_time", "published-date", "published_date",
    "displaydate", "dcterms.issued", "dc.date.created", "citation_date", "article_date_original", "publication_date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified")
_SITES = ("og:site_name", "application-name", "dc.publisher", "twitter:site_name", "publisher", "article:publisher")
_SECTIONS = ("article:section", "section", "parsely-section", "og:section")
_LICENCES = ("dcterms.license", "dc.rights", "dcterms.rights", "rights", "license", "copyright")


@dataclass(slots=True)
class Metadata:
    """Claims of a page about its article, raw; the first of each is the best.

    `headlines` are of the article alone; `titles` are of the page, so that the site's name may stand in them.
    """

    headlines: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    terms: list[Text] = field(default_factory=list)
    sections: frozenset[str] = frozenset()  # folded
    text: str = ""


def metadata_of(root: lxml.html.HtmlElement) -> Metadata:
    """Return what the page says of its article, JSON-LD before meta elements before microdata and headings."""
    found = Metadata()
    metas = _metas(root)
    found.titles = [*_given(metas, _TITLES), *(" ".join((it.text or "").split()) for it in _page_titles(root))]
    found.sections = frozenset(map(folded, _given(metas, _SECTIONS)))
    _json_ld(root, found)
    found.headlines += _given(metas, _HEADLINES)
    found.descriptions += _given(metas, _DESCRIPTIONS)
    named = (people([content], found.sections)[0] for content in _given(metas, _AUTHORS))
    found.authors = found.authors or next((names for names in named if names), [])
    found.published += _given(metas, _PUBLISHED) + _times(root, "datePublished")
    found.updated += _given(metas, _UPDATED) + _times(root, "dateModified")
    found.publishers += [name for name in _given(metas, _SITES) if not name.startswith(("http", "@"))]
    found.languages += [root.get("lang") or "", *_given(metas, ("og:locale", "content-language", "language"))]
    addresses = [str(it) for it in root.xpath('//link[@rel="canonical"]/@href')] + _given(metas, ("og:url",))
    found.urls += [address for address in addresses if parts_of(address)]
    _licences(root, metas, found)
    found.headlines = [title for title in map(_clear, found.headlines) if title]
    found.titles = [title for title in map(_clear, found.titles) if title]
    found.languages = [language for language in found.languages if language]
    return found


def _page_titles(root: lxml.html.HtmlElement) -> list[Any]:
    """The page's title element; drawings have titles of their own."""
    return [it for it in root.iter("title") if it.getparent() is not None and it.getparent().tag != "svg"][:1]


def _clear(raw: str) -> str:
    return plain(decoded(raw))


def _metas(root: lxml.html.HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for node in root.iter("meta"):
        name = (node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or "").lower()
        content = (node.get("content") or "").strip()
        if name and content and len(content) < 5_000:
            metas.setdefault(name, []).append(content)
    return metas


def _given(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [content for name in names for content in metas.get(name, ())]


def _times(root: lxml.html.HtmlElement, prop: str) -> list[str]:
    paths = (f'//*[@itemprop="{prop}"]', *(_TIMES if prop == "datePublished" else ()))
    nodes: list[lxml.html.HtmlElement] = next((found for path in paths if (found := root.xpath(path))), [])
    return [
        str(node.get("datetime") or node.get("content") or node.get("title") or node.text_content()) for node in nodes[:1]
    ]


def _json_ld(root: lxml.html.HtmlElement, found: Metadata) -> None:
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        text = script.text or ""
        if len(text) < _LARGEST:
            nodes += _nodes(_loaded(text))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _strings(node.get("@type")))]
    shown = " ".join(map(folded, map(_clear, found.titles)))
    articles.sort(key=lambda it: not any(folded(_clear(text)) in shown for text in _strings(it.get("headline"))))
    for node in sorted(articles, key=lambda it: "headline" not in it)[:3]:
        found.sections |= frozenset(map(folded, _strings(node.get("articleSection"))))
        found.headlines += _strings(node.get("headline"))
        found.descriptions += _strings(node.get("description"))
        for key in ("author", "creator"):
            named = [name for it in _listed(node.get(key)) for name in _named(it, by_id)]
            found.authors = found.authors or people(map(_clear, named), found.sections)[0]
        found.published += _strings(node.get("datePublished"))
        found.updated += _strings(node.get("dateModified"))
        found.publishers += [name for it in _listed(node.get("publisher")) for name in _named(it, by_id)]
        found.languages += _strings(node.get("inLanguage"))
        found.terms += [plain(it) for it in _strings(node.get("license")) + _strings(node.get("creditText"))]
        found.text = found.text or "\n".join(_strings(node.get("articleBody")))


def _loaded(text: str) -> Any:
    bare = _WRAPPED.sub("", re.sub(r"[\x00-\x1f]+", " ", text)).strip().rstrip("; ")
    for attempt in (text, bare, _COMMA.sub(r"\1", bare), decoded(bare)):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, a bounded number of them, those nearest the root first."""
    waiting = [data]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node[:_MAX_NODES]
        elif isinstance(node, dict):
            yield node
            waiting += [
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "author", "creator", "publisher")
                if isinstance(node.get(key), dict | list)
            ]


def _strings(value: Any) -> list[str]:
    return [it for it in _listed(value) if isinstance(it, str) and it.strip()]


def _listed(value: Any) -> list[Any]:
    """What a property says, one after another: lists within lists and JSON-LD's own and ItemLists are opened."""
    found, waiting = list[Any](), [value]
    for _ in range(_MAX_NODES):
        if not waiting or len(found) == _VALUES:
            break
        first = waiting.pop(0)
        if (
            isinstance(first, dict)
            and (inner := next((first[key] for key in _CONTAINERS if key in first), None)) is not None
        ):
            first = inner
        if isinstance(first, list):
            waiting[:0] = first[:_VALUES]
        elif first is not None:
            found.append(first)
    return found


def _named(value: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    """The name or names of a person or an organisation, written out or referred to."""
    if isinstance(value, str):
        return [value]
    if not isinstance(value, dict):
        return []
    names = _strings(value.get("name"))
    referred = by_id.get(str(value.get("@id")))
    return names or (_strings(referred.get("name")) if referred else [])


def _licences(root: lxml.html.HtmlElement, metas: dict[str, list[str]], found: Metadata) -> None:
    for node in root.xpath('//a[contains(@rel, "license")] | //link[contains(@rel, "license")]')[:2]:
        words = plain(node.text_content()) or plain(node.get("href") or "")
        if words:
            found.terms.append(words)
    found.terms += [plain(it) for it in _given(metas, _LICENCES) if "creativecommons" in it or "CC " in it]
    if "1" in _given(metas, ("tdm-reservation",)):
        policy = "".join(_given(metas, ("tdm-policy",))[:1])
        found.terms.append(plain(f"Text and data mining is reserved (tdm-reservation) {policy}"))
