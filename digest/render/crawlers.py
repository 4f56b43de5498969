"""What programs that visit the site ask for: sitemap.xml, robots.txt, llms.txt (https://llmstxt.org) and a web manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from xml.etree import ElementTree as ET

from digest.common.opml import xml_file
from digest.language import language_of
from digest.model import Page
from digest.render import dates
from digest.render.changes import changed, last_changed
from digest.render.editions import edition_path
from digest.render.escape import address, escape, link, plain
from digest.render.feeds import ENTRIES
from digest.render.moved import moved_pages
from digest.render.offline import OFFLINE
from digest.render.page import served
from digest.render.site import Site
from digest.render.topics import stories_of
from digest.render.wording import sources, with_independent

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PER_SITEMAP = 50_000  # addresses that the protocol allows in one file
_NEWEST = 30  # stories that llms.txt names
_LLMS_ADVICE = (
    "Every line of a story is an extract of a named source. Cite the source of a line, with its address, and not this"
    " digest as the origin of what it says."
)
UNMARKED = ("sitemap*.xml",)


def crawler_pages(site: Site) -> Iterator[Page]:
    """Yield robots.txt, llms.txt and site.webmanifest."""
    home = address(site.digest.url)
    sitemap = f"\nSitemap: {home}sitemap.xml\n" if home else ""
    yield Page(path="robots.txt", text=f"User-agent: *\nAllow: /\n{sitemap}")
    yield Page(path="llms.txt", text=_llms(site))
    yield Page(path="site.webmanifest", text=_manifest(site))


def sitemap_pages(paths: Iterable[str], site: Site) -> Iterator[Page]:
    """Yield sitemap.xml over the pages at `paths`, parted where it has too many; nothing where the digest has no address.

    Pages that lead elsewhere, and those of hidden stories and of retired topics, are not in it. A page has a date where its
    own stories give one.
    """
    home = address(site.digest.url)
    if not home:
        return
    unlisted = {page.path for page in moved_pages(site)} | {f"{one.path}.md" for one in site.edition.stories if one.hidden}
    unlisted |= {OFFLINE, *(f"topics/{topic.id}.md" for topic in site.edition.topics if topic.retired)}
    wanted = sorted(path for path in paths if path.endswith(".md") and path not in unlisted)
    modified = _modified(site)
    parts = [wanted[start : start + _PER_SITEMAP] for start in range(0, len(wanted), _PER_SITEMAP)]
    maps = [_listed("urlset", "url", [(home + served(path), modified.get(path)) for path in part]) for part in parts]
    if len(maps) == 1:
        yield Page(path="sitemap.xml", text=maps[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(maps) + 1)]
    yield from (Page(path=name, text=text) for name, text in zip(names, maps, strict=True))
    yield Page(path="sitemap.xml", text=_listed("sitemapindex", "sitemap", [(home + name, None) for name in names]))


def _modified(site: Site) -> dict[str, datetime]:
    """When the pages that list stories, and those of the stories, last changed, by path."""
    found: dict[str, datetime | None] = {f"{story.path}.md": changed(story) for story in site.listed}
    found |= {edition_path(key): last_changed(stories) for key, stories in site.days.items()}
    found |= {f"topics/{topic}.md": last_changed(stories) for topic, stories in stories_of(site).items()}
    for path, items in site.items.items():
        found[path] = last_changed({item.story.id: item.story for item in items}.values())
    found["index.md"] = site.changed
    return {path: at for path, at in found.items() if at}


def _listed(root_name: str, name: str, rows: Sequence[tuple[str, datetime | None]]) -> str:
    root = ET.Element(root_name, xmlns=_SITEMAPS)
    for target, at in rows:
        row = ET.SubElement(root, name)
        ET.SubElement(row, "loc").text = target
        if at:
            ET.SubElement(row, "lastmod").text = dates.rfc3339(at)
    return xml_file(root)


def _llms(site: Site) -> str:
    home = address(site.digest.url) or "./"
    newest = f"the newest {ENTRIES} stories of several publishers"
    known = (
        ("How stories are made", "method/", "what is shown, how it is chosen, how often that is right"),
        ("All stories as JSON", "api/stories.json", "each at api/stories/ID.json, its lines with the words they cite"),
        (
            "Feed of the newest stories",
            "feed.json",
            f"{newest}; JSON Feed, also atom.xml and feed.xml",
        ),
        ("Corrections", "corrections/", "what was wrong"),
    )
    lines = [f"# {link(site.digest.title, home)}", "", f"> {escape(site.digest.description)}", ""]
    lines += [_LLMS_ADVICE, "", "## About", ""]
    lines += [f"- {link(name, home + target)}: {words}" for name, target, words in known]
    lines += ["", "## Newest stories", ""]
    for story in site.newest[:_NEWEST]:
        facts = with_independent(sources(len(story.articles)), story)
        lines.append(f"- {link(story.headline, f'{home}{story.path}/')}: {facts}")
    return "\n".join(lines) + "\n"


def _manifest(site: Site) -> str:
    """The web app manifest (https://www.w3.org/TR/appmanifest/); its addresses count from its own."""
    manifest = {
        "name": plain(site.digest.title),
        "short_name": plain(site.digest.title),
        "description": plain(site.digest.description),
        "lang": site.digest.language,
        "dir": language_of(site.digest.language).direction,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "icons": [{"src": "assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
