"""The headline of an article, told from the names of its site and of the site's sections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import lxml.html

from digest.clean.markup import lines_of
from digest.clean.metadata import Metadata
from digest.clean.text import folded, plain, word_count
from digest.common.hosts import host_of, name_key, parts_of, path_of
from digest.common.titles import SPACED
from digest.model import Text

_PARTING = re.compile(rf"{SPACED}|\s*[|｜]\s*|:\s+")
_SHORT = 5  # words of a part of a page's title that may be its site's or section's name
_HEADLINE = 3  # words of the shortest headline below the name of a section
_ALIKE = 0.3  # of its words, what a headline shares with what the page shows to be the page's


def headline(root: lxml.html.HtmlElement, metadata: Metadata, headings: Sequence[lxml.html.HtmlElement]) -> Text | None:
    """Return a page's own headline, or None; `headings` are those above the article's first line, in order.

    Where no article was found they are all the page's `h1`. What the page's data calls the headline comes first, unless the
    page shows nothing like it; one that is cut with an ellipsis gives way to the heading it begins. Then comes the nearest
    heading that the page's title holds, else the nearest `h1`; then the page's title without the names of site and section.
    """
    names = _site_names(root, metadata)
    above = [(node.tag, Text(" ".join(line.text for line in lines_of(node)))) for node in reversed(headings)]
    above = _without_section(above, root, metadata)
    shown = [text for _, text in above if text and not _is_name(text, names)]
    titles = [_bare(title, names, [*metadata.headlines, *shown]) for title in metadata.titles]
    titles = [title for title in titles if title and not _is_name(title, names)]
    heading = _printed([text for tag, text in above if tag == "h1" and text in shown], shown, metadata.titles)
    for given in (_bare(text, names, shown) for text in metadata.headlines):
        if heading and given.endswith(("…", "...")) and heading.startswith(given.rstrip("….")):
            return heading
        if not _is_name(given, names) and any(_share_words(given, it) for it in (*titles, *shown) or [given]):
            return given
    return heading or next(iter(titles), None)


def _without_section(
    above: Sequence[tuple[str, Text]], root: lxml.html.HtmlElement, metadata: Metadata
) -> list[tuple[str, Text]]:
    """The headings above an article, the nearest first, without an `h1` that names a section above the `h2` of the headline.

    The page's data, its breadcrumbs and the path of its address tell what sections are called. Where the page's title does
    not hold it, a link of a menu does too, and one word is no headline.
    """
    crumbs, menus = (
        {folded(link.text_content()) for link in root.xpath(path)}
        for path in ("//*[contains(@class, 'breadcrumb')]//a", "//nav//a")
    )
    steps = {folded(step) for url in metadata.urls for step in path_of(url).split("/")[:-1]}
    sections = metadata.sections | (crumbs - {folded(title) for title in metadata.titles}) | steps
    found: list[tuple[str, Text]] = []
    for tag, text in above:
        headlines = [at for at, (kind, words) in enumerate(found) if kind == "h2" and word_count(words) >= _HEADLINE]
        below = headlines[-1] if headlines else None
        name = folded(text)
        untitled = not any(name in folded(title) for title in metadata.titles) and (name in menus or word_count(text) == 1)
        if tag == "h1" and below is not None and (name in sections or untitled):
            found[below] = ("h1", found[below][1])
        else:
            found.append((tag, text))
    return found


def _printed(first: Sequence[Text], shown: Sequence[Text], titles: Sequence[str]) -> Text | None:
    """The heading that is the headline: the nearest to the article that the page's title holds, else the nearest `h1`."""
    held = next((text for text in shown if _is_in(text, titles)), None)
    if held is None or (first and first[0] != held in first and all(folded(title) == folded(held) for title in titles)):
        return next(iter(first), None)  # a title that is the farther heading is the site's, the same on all its pages
    return held


def _site_names(root: lxml.html.HtmlElement, metadata: Metadata) -> frozenset[str]:
    """What the site is called, as names are compared: by its data, by its host, and by the links to its home."""
    hosts = {host_of(url) for url in metadata.urls}
    homes = [plain(link.text_content()) for link in root.iter("a") if _is_home(link.get("href") or "", hosts)]
    names = {name_key(it) for it in (*metadata.publishers, *hosts, *(host.split(".")[0] for host in hosts), *homes)}
    return frozenset(name for name in names if name)


def _is_home(href: str, hosts: Iterable[str]) -> bool:
    parts = parts_of(href)
    if parts is None:
        return False
    own = not parts.netloc or host_of(href) in hosts
    return own and parts.path in {"/", "./", "index.html", "/index.html"} and not parts.query and not parts.fragment


def _is_name(text: str, names: frozenset[str]) -> bool:
    return name_key(text) in names


def _bare(title: str, names: frozenset[str], shown: Sequence[str]) -> Text:
    """A title without the site's and its sections' names on either side."""
    for text in shown:
        rest = title.replace(text, "", 1) if text in title else ""
        if rest and _PARTING.search(f"{rest} ") and word_count(text) >= word_count(rest):
            return Text(text)
    parts = _PARTING.split(title)
    seams = [found.span() for found in _PARTING.finditer(title)]
    first, last = 0, len(parts)
    while last - first > 1 and _is_name(parts[last - 1], names):
        last -= 1
    while last - first > 1 and _is_name(parts[first], names):
        first += 1
    unnamed = (first, last) == (0, len(parts)) and not shown  # nothing on the page says what the site is called
    if unnamed and last > 1 and title[seams[-1][0]] != ":":
        ending = word_count(parts[-1])
        if ending <= _SHORT < word_count(title) - ending:
            last -= 1
    start = seams[first - 1][1] if first else 0
    return Text(title[start : seams[last - 1][0] if last < len(parts) else len(title)].strip())


def _is_in(text: str, titles: Iterable[str]) -> bool:
    said = folded(text)
    return word_count(text) >= 2 and any(said in folded(title) for title in titles)


def _share_words(one: str, other: str) -> bool:
    """Whether two titles share enough words to be of one article; in scripts without spaces, enough characters."""
    mine, theirs = (set(folded(it).split() if " " in folded(it) else folded(it)) for it in (one, other))
    return bool(mine and theirs) and len(mine & theirs) >= _ALIKE * min(len(mine), len(theirs))
