"""English words without their endings, roughly, as articles about one event are compared by them.

Not the stems by which statements are compared (stems.py), which take more off: with those and weights fitted to them
wikinews has .785 instead of .793 and the mixed sets .940 instead of .941, and of feed items precision is .92 at a recall of
.58 instead of .93 at .55, with 5.7 instead of 6.7 of 7.7 stories of several publishers pure (tests/quality/group_fit.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language.stems import Endings

_ENDING = re.compile(r"(?:ingly|edly|ing|ers|er|ed|es|ly|s|e)$")
_ENDINGS = ("", "s", "es", "e", "ed", "ing", "er", "ers", "ly")


def _without(word: str) -> str:
    """Return a word in lower case without its ending: delays, delayed and delaying meet."""
    if len(word) < 4 or not word.isascii():
        return word
    if len(word) < 6:
        return word[:-1] if (word[-1] == "s" and word[-2] != "s") or word[-1] == "e" else word
    cut = _ENDING.sub("", word)
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "ls":
        cut = cut[:-1]
    return f"{cut[:-1]}y" if cut.endswith("i") else cut


def _forms(term: str) -> Sequence[str]:
    """Return the words that `term` may be left of; families, movies and Israeli also gave it its y."""
    stems = (term, f"{term[:-1]}i") if term.endswith("y") else (term,)
    return tuple(each + ending for each in stems for ending in _ENDINGS)


ENDINGS = Endings(without=_without, forms=_forms)
