"""Whether a copy says other figures than its representative does in the same places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Place = tuple[str, str, str]


def figures_changed(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether somewhere the same words surround different numbers in the two texts (in lower-case words).

    A place is the two words before a number and the one after it, numbers among them masked; it counts where each
    text has it once, so that boilerplate and what was merely added or cut says nothing.
    """
    first, second = _figures(one), _figures(other)
    return any(
        len(first[place]) == len(second[place]) == 1 and first[place] != second[place]
        for place in first.keys() & second.keys()
    )


def _figures(text: Sequence[str]) -> dict[Place, list[str]]:
    masked = ["", "", *("#" if word.isdigit() else word for word in text), ""]
    found: dict[Place, list[str]] = defaultdict(list)
    for at, word in enumerate(text):
        if word.isdigit():
            found[masked[at], masked[at + 1], masked[at + 3]].append(word)
    return found
