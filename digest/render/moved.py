"""Pages at addresses whose story or source is elsewhere now, or is no more."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Page, Story
from digest.references import source_ids
from digest.render.adding import correction_address
from digest.render.escape import link
from digest.render.page import Meta, page, up
from digest.render.site import Site, is_path


def moved_pages(site: Site) -> Iterator[Page]:
    """Yield the pages of stories without an article, and one at each address that a story or a source had before."""
    yield from (_gone_page(story, site) for story in site.edition.stories if not story.articles)
    for old, story in old_paths(site).items():
        yield _redirect(old, story.path, "This story has moved", story.headline)
    yield from _renamed_pages(site)


def old_paths(site: Site) -> dict[str, Story]:
    """Return which story stands for each path that a story had before and that is free."""
    taken = {story.path for story in site.edition.stories}
    found: dict[str, Story] = {}
    for story in sorted(site.edition.stories, key=lambda story: story.id):
        for old in (path.strip("/") for path in story.redirects):
            if is_path(old) and old not in taken:
                found.setdefault(old, story)
    return found


def old_ids(site: Site) -> dict[str, str]:
    """Return which source stands for each id that a source had before and that is free."""
    return {old: now for old, now in source_ids(site.edition.sources).items() if old not in (now, "index")}


def _gone_page(story: Story, site: Site) -> Page:
    """Return the page of a story that has no article any more: it says so in one sentence."""
    reasons = list(dict.fromkeys(one.reason for one in story.withdrawn))
    said = f"This story was withdrawn: {'; '.join(reasons)}" if reasons else "None of this story’s articles is left."
    meta: Meta = {"title": story.headline, "description": said, "digest_kind": "story", "hidden": True}
    if form := correction_address(story.path, site):
        meta["problem"] = form
    return page(f"{story.path}.md", "gone", meta, headline=story.headline, said=said)


def _renamed_pages(site: Site) -> Iterator[Page]:
    """Yield a page at each address that a source's page had while its file was called otherwise."""
    for old, source_id in old_ids(site).items():
        yield _redirect(f"sources/{old}", f"sources/{source_id}", "This source has moved", site.sources[source_id].name)


def _redirect(old: str, new: str, title: str, name: str) -> Page:
    meta: Meta = {
        "title": title,
        "description": name,
        "digest_kind": "redirect",
        "redirect": f"{up(old)}../{new}/",  # as addresses go: the page at a/b.md is served as a/b/
    }
    return page(f"{old}.md", "redirect", meta, title=title, target=link(name, f"{up(old)}{new}.md"))
