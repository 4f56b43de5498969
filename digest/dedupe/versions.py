"""Whether a copy says other figures than its representative does in the same places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Places = dict[tuple[str, str, str], list[str]]


def figures(text: Sequence[str]) -> Places:
    """Return the numbers of a text (in lower-case words) by place: the two words before each and the one after it.

    Numbers in these three are masked, so that a place is the same whatever stands in it.
    """
    found: Places = defaultdict(list)
    last = len(text) - 1
    for at in [at for at, word in enumerate(text) if word[0].isdigit()]:
        around = (text[at - 2] if at > 1 else "", text[at - 1] if at else "", text[at + 1] if at < last else "")
        before, just, after = ("#" if each[:1].isdigit() else each for each in around)
        found[before, just, after].append(text[at])
    return found


def figures_changed(one: Places, other: Places) -> bool:
    """Say whether somewhere the same words surround different numbers.

    A place counts where each text has it once, so that boilerplate and what was merely added or cut says nothing.
    """
    return any(
        len(one[place]) == len(other[place]) == 1 and one[place] != other[place] for place in one.keys() & other.keys()
    )
