"""In which language, and in which direction, the theme's own words are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from digest.language import language_of

_MATERIAL_CODES = {"no": "nb", "iw": "he", "fil": "tl", "hr": "sh", "bs": "sh"}
"""Languages whose words Material has under another code, or under that of their next of kin."""


def theme_settings(code: str) -> dict[str, str]:
    """Return the theme's settings for a site in a language: Material's words in it, English ones where it has none."""
    known = code if code in _translations() else _MATERIAL_CODES.get(code, "en")
    return {"language": known, "direction": language_of(code).direction}


@cache
def _translations() -> frozenset[str]:
    folder = files("material") / "templates" / "partials" / "languages"
    return frozenset(each.name.removesuffix(".html") for each in folder.iterdir())
