"""Which files of a theme MkDocs copies as they are: style sheets, scripts, pictures. No page is made of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_FOLDER = "assets/"
_TAKES = re.compile(rb"\{%[-+]?\s*(?:include|import|extends|from)\b(.*?)%\}", re.DOTALL)
_BY_NAME = re.compile(rb"""\s*["'](?![^"']*assets)""")  # the name begins with words that lead to another folder


def copied_as_they_are(files: Mapping[str, bytes]) -> frozenset[str]:
    """Return which of a theme's files, by path below it, lie in assets/ while no template may take its words from there.

    A template that names what it includes by nothing but a variable, or with "assets" in it, may; then there are none.
    """
    taken = (tag for data in files.values() for tag in _TAKES.findall(data))
    if any(not _BY_NAME.match(tag) or b"assets" in tag for tag in taken):
        return frozenset()
    return frozenset(name for name in files if name.startswith(_FOLDER) and not name.endswith(".html"))
