"""How a reader adds to this digest: the forge's web editor with a filled-in file, its issue forms, or the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal
from urllib.parse import quote

from digest.common.hosts import host_of
from digest.model import Page
from digest.render.escape import address, outward, own
from digest.render.page import Meta, page
from digest.render.site import Site
from digest.translations import message, say

BRANCH = "main"
SOURCE = """\
# yaml-language-server: $schema={schema}
name: Example Post                     # what the publisher is called
home: https://example.org/             # its front page
language: en                           # two or three letters
feeds:
  - url: https://example.org/feed.xml  # RSS, Atom or JSON Feed; without one, delete these two lines
"""
ARTICLE = """\
---
title: The article's own headline
publisher: Example Post                # who published it
url: https://example.org/the-article
published: 2026-06-04                  # as the publisher prints it
text: brief                            # what follows is a summary in your own words
---
Each paragraph one or two plain sentences in your own words, with the article's facts and figures.
"""
FORMS: Mapping[str, tuple[str, str, Sequence[str]]] = {
    "article": (
        message("Add an article"),
        "Article: ",
        (
            *("Headline", "Address of the article", "Publisher", "Day it was published", "Author", "Language"),
            *("Summary in your own words", "Quotations"),
        ),
    ),
    "source": (
        message("Add a source"),
        "Source: ",
        ("Name of the publisher", "Address of its front page", "Address of its feed", "Language"),
    ),
    "correction": (message("Something is wrong"), "Correction: ", ("Story", "Correction", "Where that can be read")),
    "takedown": (message("Take an article down"), "Takedown: ", ("Address of the article or its id", "Reason")),
}
"""The issue forms by name: what the link says, how the issue's title begins, and the headings that `digest intake` reads."""


def adding_pages(site: Site) -> Iterator[Page]:
    """Yield add.md."""
    repository = site.digest.repository
    schema = f"{site.digest.url}schema/source.json" if site.digest.url else "../../schemas/source.schema.json"
    files = (
        (say("Write the file of a source"), "seeds/sources/NAME.yml", SOURCE.format(schema=schema)),
        (say("Write the file of an article"), "seeds/articles/NAME.md", ARTICLE),
    )
    meta: Meta = {
        "title": say("Add a source or an article"),
        "description": say("Three ways to add to this digest."),
        "digest_kind": "add",
    }
    forms = FORMS if forge(repository) else ()
    yield page(
        "add.md",
        "add",
        meta,
        files=[
            {
                "name": own(name),
                "link": outward(words, editor_address(repository, name, text)),
                "text": own("".join(f"    {line}\n" for line in text.splitlines())),
            }
            for words, name, text in files
        ],
        forms=[outward(say(FORMS[name][0]), form_address(repository, name)) for name in forms],
        gitlab=forge(repository) == "gitlab",
        repository=outward(say("the repository of this digest"), repository) if repository else "",
    )


def forge(repository: str | None) -> Literal["github", "gitlab"] | None:
    """Return whose editor and forms a repository has, by its host; None where that is not known."""
    names = host_of(repository).split(".")
    return "github" if names[-2:] == ["github", "com"] else "gitlab" if "gitlab" in names else None


def editor_address(repository: str | None, name: str, text: str) -> str | None:
    """Return the address of a forge's web editor with a new file in it; GitHub makes a fork for whoever needs one."""
    if forge(repository) == "github":
        return f"{repository}/new/{BRANCH}?filename={_quoted(name)}&value={_quoted(text)}"
    if forge(repository) == "gitlab":
        return f"{repository}/-/new/{BRANCH}?file_name={_quoted(name)}&content={_quoted(text)}"
    return None


def correction_address(path: str, site: Site) -> str | None:
    """Return the address of the form for corrections with that of the page below the digest's own `path` filled in.

    None where the digest has no address or no repository on a forge that is known.
    """
    home = address(site.digest.url)
    return address(form_address(site.digest.repository, "correction", f"{home}{path}/")) if home else None


def form_address(repository: str | None, name: str, story: str = "") -> str | None:
    """Return the address of an issue form: GitHub has it as a file, on GitLab its headings are the issue's text.

    `story` is the answer under the heading "Story", for a form that has it.
    """
    _, title, headings = FORMS[name]
    if forge(repository) == "github":
        return f"{repository}/issues/new?template={name}.yml{f'&story={_quoted(story)}' if story else ''}"
    if forge(repository) == "gitlab":
        text = "\n".join(f"### {heading}\n\n{story if heading == 'Story' else ''}\n" for heading in headings)
        return f"{repository}/-/issues/new?issue%5Btitle%5D={_quoted(title)}&issue%5Bdescription%5D={_quoted(text)}"
    return None


def _quoted(text: str) -> str:
    return quote(text, safe="/")
