"""Pages at addresses whose story, source or topic is elsewhere now, or of which nothing is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.common.references import ids_meant
from digest.model import Page, Source, Story, Topic
from digest.render.adding import correction_address
from digest.render.editions import UNDATED, pages_over
from digest.render.escape import link
from digest.render.page import Meta, is_story, page, up
from digest.render.site import Site
from digest.render.spoken import headline_language, within
from digest.translations import message, say

_EMPTIED = message("No story is listed here any more: each was withdrawn or hidden, or is filed under another day.")


def moved_pages(site: Site) -> Iterator[Page]:
    """Yield the pages of stories without an article and of days without a story, and one at each former address."""
    yield from (_gone_page(story, site) for story in site.edition.stories if not story.articles)
    for old, story in old_paths(site).items():
        yield _redirect(old, story.path, say("This story has moved"), story.headline, headline_language(story))
    yield from _renamed_pages(site)
    yield from _emptied_pages(site)


def old_paths(site: Site) -> dict[str, Story]:
    """Return which story stands for each path that a story had before and that is free."""
    taken = {story.path for story in site.edition.stories}
    found: dict[str, Story] = {}
    for story in sorted(site.edition.stories, key=lambda story: story.id):
        for old in (path.strip("/") for path in story.redirects):
            if is_story(old) and old not in taken:
                found.setdefault(old, story)
    return found


def former_paths(site: Site) -> dict[str, list[str]]:
    """Return by the id of each story the free paths that it had before."""
    found: dict[str, list[str]] = {}
    for old, story in old_paths(site).items():
        found.setdefault(story.id, []).append(old)
    return found


def old_ids(files: Sequence[Source | Topic]) -> dict[str, str]:
    """Return which source, or topic, stands for each id that one had before and that is free."""
    return {old: now for old, now in ids_meant(files).items() if old not in (now, "index")}


def former_ids(files: Sequence[Source | Topic]) -> dict[str, list[str]]:
    """Return by the id of each source, or topic, the free ids that it had before."""
    found: dict[str, list[str]] = {}
    for old, now in old_ids(files).items():
        found.setdefault(now, []).append(old)
    return found


def _gone_page(story: Story, site: Site) -> Page:
    """Return the page of a story that has no article any more: it says so in one sentence."""
    reasons = list(dict.fromkeys(one.reason for one in story.withdrawn))
    said = say("None of this story’s articles is left.")
    if reasons:
        said = say("This story was withdrawn: {reasons}", reasons=say("; ").join(reasons))
    meta: Meta = {"title": story.headline, "description": said, "digest_kind": "story", "hidden": True}
    if form := correction_address(story.path, site):
        meta["problem"] = form
    return page(f"{story.path}.md", "gone", meta, headline=story.headline, said=said)


def _renamed_pages(site: Site) -> Iterator[Page]:
    """Yield a page at each address that a source's or a topic's page had while its file was called otherwise."""
    for old, source_id in old_ids(site.edition.sources).items():
        yield _redirect(f"sources/{old}", f"sources/{source_id}", say("This source has moved"), site.sources[source_id].name)
    for old, topic_id in old_ids(site.edition.topics).items():
        yield _redirect(f"topics/{old}", f"topics/{topic_id}", say("This topic has moved"), site.topics[topic_id].name)


def _emptied_pages(site: Site) -> Iterator[Page]:
    """Yield a page at each published address of a day, week, month or year none of whose stories is listed any more."""
    live = {path for key in site.days for path in pages_over(key)}
    emptied = {
        path: title for key in site.edition.published if key not in site.days for path, title in pages_over(key).items()
    }
    if site.edition.published:  # nobody knows whether it had a story
        emptied[UNDATED] = say("Without a date")
        live |= {UNDATED for story in site.listed if story.updated is None}
    for path, title in sorted(emptied.items()):
        if path not in live:
            meta: Meta = {"title": title, "description": say(_EMPTIED), "digest_kind": "edition", "hidden": True}
            turn = link(say("All editions"), f"{up(path)}editions/index.md")
            yield page(path, "emptied", meta, title=title, said=say(_EMPTIED), turn=turn)


def _redirect(old: str, new: str, title: str, name: str, language: str | None = None) -> Page:
    meta: Meta = {
        "title": title,
        "description": name,
        "digest_kind": "redirect",
        "redirect": f"{up(old)}../{new}/",  # as addresses go: the page at a/b.md is served as a/b/
    }
    return page(f"{old}.md", "redirect", meta, title=title, target=within(link(name, f"{up(old)}{new}.md"), language))
