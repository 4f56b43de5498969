"""In which language, and in which direction, the theme's own words are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from digest.language import language_of

_SAME = {"no": "nb", "iw": "he", "fil": "tl", "hr": "sh", "bs": "sh"}
"""Languages whose words Material has under another code, or under that of their next of kin."""


def theme_of(code: str) -> dict[str, str]:
    """Return the theme's settings for a site in a language: Material's words in it, English ones where it has none."""
    known = code if code in _translated() else _SAME.get(code, "en")
    return {"language": known, "direction": "rtl" if language_of(code).right_to_left else "ltr"}


@cache
def _translated() -> frozenset[str]:
    folder = files("material") / "templates" / "partials" / "languages"
    return frozenset(each.name.removesuffix(".html") for each in folder.iterdir())
