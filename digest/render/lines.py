"""Addresses of lines: each line of a story's page can be linked to for as long as it stands there."""

from __future__ import annotations

import hashlib
from collections import Counter

from digest.model import Markdown
from digest.render.escape import own
from digest.translations import say


class Lines:
    """The lines of one page; the address of each is made of its own words and of nothing else on the page."""

    def __init__(self) -> None:
        self._shown: Counter[str] = Counter()

    def address(self, words: str) -> str:
        """Return the address of a line on its page, without the #."""
        return f"l-{hashlib.sha256(words.encode()).hexdigest()[:8]}"

    def way(self, words: str) -> Markdown:
        """Return the link that makes a line be found at its address; the same words a second time are at another."""
        address = self.address(words)
        self._shown[address] += 1
        if (times := self._shown[address]) > 1:
            address += f"-{times}"
        return own(f' [#](#{address}){{ #{address} .way aria-label="{say("Link to this line")}" }}')
