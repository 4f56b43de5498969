"""A page from its template: front matter, then Markdown in which every variable has passed the escape."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from digest.common.references import STORY_PATH
from digest.model import Markdown, Page, Story
from digest.render.escape import Safe, escape, front_matter, own
from digest.translations import say

Meta = dict[str, str | list[str] | bool]
Part = tuple[str, Callable[[], Iterable[Page]]]
"""The path of a page that is remembered, and what renders it, or drawings, JSON, feeds or further pages of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a page is made of: the stories of which it says something, and the `rest` but for digest.yml.

    Where both are the same, now and then or in two digests, so is all that its parts render.
    """

    stories: tuple[Story, ...]
    rest: tuple[Any, ...]


def page(path: str, template: str, meta: Meta, **values: Any) -> Page:
    """Return the page at `path`; `meta` is its front matter. Whatever in `values` is not `Safe` is escaped."""
    return Page(path=path, text=front_matter(meta) + _template(template).render(values))


def up(path: str) -> str:
    """Return the way from the page at `path` to the root of content/: "../../" or nothing."""
    return "../" * path.count("/")


def served(path: str) -> str:
    """Return the address, below the digest's own, at which the page at `path` is served: "a/b.md" at "a/b/"."""
    return "" if path == "index.md" else path.removesuffix(".md").removesuffix("/index") + "/"


def is_story(path: str) -> bool:
    """Tell whether `path`, without its ending, may be that of a story's page."""
    return STORY_PATH.fullmatch(path) is not None


@cache
def _template(name: str) -> Any:
    return _environment().get_template(f"{name}.md.j2")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("digest.render"),
        finalize=_finalize,
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - HTML's escape would be the wrong one: `finalize` escapes for Markdown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["_"] = _said
    return made


def _said(words: str, /, **values: object) -> Markdown:
    """A message of the catalogues, in which Markdown is mark-up; what is filled in is escaped where it is not safe."""
    return own(say(words, **{name: _finalize(value) for name, value in values.items()}))


def _finalize(value: object) -> str:
    """Pass what is safe, escape all other words; anything else in a page is a bug."""
    if isinstance(value, Safe):
        return value
    if isinstance(value, str):
        return escape(value)
    raise TypeError(f"a page shows words, not {value!r}")
