"""In which language, and in which direction, the theme's own words are; and these words."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from digest.language import language_of
from digest.translations import catalogue_of, message

_SAID = re.compile(r'\b(?:say\(|count\(\w+, )("(?:[^"\\]|\\.)*")')
_NAMED = re.compile(r'\blang\.say\("([^"]*)"\)')
_LABELS = (
    *(message("Front"), message("Editions"), message("Topics"), message("Sources"), message("Method")),
    *(message("Colours: as the system"), message("Colours: light"), message("Colours: dark")),
)
"""What the mkdocs.yml of a new digest says; labels that a person wrote stay as they are."""
_MATERIAL_CODES = {"no": "nb", "iw": "he", "fil": "tl", "hr": "sh", "bs": "sh"}
"""Languages whose words Material has under another code, or under that of their next of kin."""


def theme_settings(code: str) -> dict[str, str]:
    """Return the theme's settings for a site in a language: Material's words in it, English ones where it has none."""
    known = code if code in _translations() else _MATERIAL_CODES.get(code, "en")
    return {"language": known, "direction": language_of(code).direction}


def theme_words(code: str) -> dict[str, object]:
    """Return what the theme's templates say (`words`), and its scripts (`script_words`), by the English; none in English.

    A message that counts has a form for each plural, by what the CLDR calls it.
    """
    known = catalogue_of(code)
    if known is None:
        return {}
    plurals = {one: known.by_category(forms) for one, forms in known.plurals.items()}
    said = {words: told for words in script_messages() if (told := known.messages.get(words) or plurals.get(words))}
    named = (*template_messages(), *_LABELS)
    return {"words": {words: known.messages[words] for words in named if words in known.messages}, "script_words": said}


@cache
def template_messages() -> tuple[str, ...]:
    """Return what the theme's templates say, `lang.say("…")`."""
    found = [_NAMED.findall(each.read_text("utf-8")) for at in (".", "partials") for each in _theme_files(at, ".html")]
    return tuple(dict.fromkeys(words for each in found for words in each))


@cache
def script_messages() -> tuple[str, ...]:
    """Return what the theme's scripts say, `say("…")` and the singular of `count(number, "…", "…")`, but for the worker."""
    scripts = (each for each in _theme_files("assets", ".js") if each.name != "offline.js")
    found = (_SAID.findall(each.read_text("utf-8")) for each in scripts)
    return tuple(dict.fromkeys(json.loads(words) for each in found for words in each))


def _theme_files(folder: str, suffix: str) -> list[Traversable]:
    found = (each for each in (files("digest") / "theme" / folder).iterdir() if each.name.endswith(suffix))
    return sorted(found, key=lambda each: each.name)


@cache
def _translations() -> frozenset[str]:
    folder = files("material") / "templates" / "partials" / "languages"
    return frozenset(each.name.removesuffix(".html") for each in folder.iterdir())
