"""Whether two publishers used one template: the same words around other names and other figures.

Release notes, filings and notices come out of templates that many use. An update of a wire text has other figures too, but
speaks of the same names; what each paper adds to one has other names too, but not in the same sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import pairwise

from digest.common.notices import NOTICE_SHARE, same_publisher
from digest.language.words import SIGN, Tokenizer
from digest.model import Article

READ_WORDS = 1_200
"""Words of a text that are looked at."""
_AROUND = 2
"""Words that two texts share on either side of what one has where the other has something else."""
_SLOT = 5
"""Words that are filled in at one place."""
_SPELT = 0.75
"""Share of their letters (`difflib`) from which two words are one in two spellings."""

_WORDS = Tokenizer(rf"\d[\d.,:]*\d|{SIGN}+")
_VERSION = re.compile(r"\bv(?=\d)", re.IGNORECASE)  # v2.3.1 is 2.3.1
_INSIDE = re.compile(r"(?<=[\w,;(] )[^\W\d_]\w*")  # a word inside a sentence, where a capital says that it is a name


@dataclass(frozen=True, slots=True)
class _Form:
    """The words of a title and a text in lower case, both together, and those of the text that may be names."""

    title: frozenset[str]
    text: tuple[str, ...]
    both: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Slot:
    """What two texts have at one place that the other has nowhere: names and figures, of the one and of the other."""

    names: tuple[frozenset[str], frozenset[str]]
    figures: tuple[frozenset[str], frozenset[str]]


def same_form(one: Article, other: Article) -> bool:
    """Return whether two publishers used one template, such as that of a release note, for two different matters.

    False for articles of one publisher, or of one that is not known, and where an article has no word that the other lacks.
    The texts are compared place by place: a place is up to `_SLOT` words that one text has where the other has others,
    between at least `_AROUND` words that both have, among the first `READ_WORDS` words. Names or figures differ where each
    of the two has one that the other article has nowhere. It is one template where any of these holds:

    - the first `READ_WORDS` words of the texts are the same, and each title has a figure that the other article has nowhere;
    - at one place a name of one title stands in one text, and a name of the other title in the other;
    - at one place a name in each text differs, figures differ too, at one place or in the titles, and at more than half
      (`NOTICE_SHARE`) of the places names differ or figures differ.

    A name is a word with a capital inside a sentence, or one of the publisher's own name; another spelling of it is the same
    name. What announces another version is told by `notices.two_releases`.
    """
    if same_publisher(one, other) or not all(it.source or it.publisher for it in (one, other)):
        return False
    first, second = (_form(it.title, it.paragraphs, it.publisher or it.source or "") for it in (one, other))
    mine, others = first.both - second.both, second.both - first.both
    if not mine or not others:
        return False
    titled = bool(_figures(first.title & mine) and _figures(second.title & others))
    if first.text == second.text:
        return titled
    names_in_titles = bool(first.names & first.title & mine and second.names & second.title & others)
    figures_differ = titled or bool(_figures(mine) and _figures(others))
    if not (first.names & mine and second.names & others and (names_in_titles or figures_differ)):
        return False  # whatever the places hold, which cost most to find, none of the above can hold
    slots = _slots(first, second)
    named = [slot.names for slot in slots if all(slot.names)]
    if any(these & first.title and those & second.title for these, those in named):
        return True
    telling = sum(all(slot.names) or all(slot.figures) for slot in slots)
    return bool(named) and (titled or any(all(slot.figures) for slot in slots)) and telling > NOTICE_SHARE * len(slots)


def _slots(first: _Form, second: _Form) -> list[_Slot]:
    """The places where each text has a few words of its own between words that both have."""
    blocks = SequenceMatcher(None, first.text, second.text, autojunk=False).get_matching_blocks()
    blocks = [block for block in blocks if block.size >= _AROUND]
    found = []
    for before, after in pairwise(blocks):
        mine, others = first.text[before.a + before.size : after.a], second.text[before.b + before.size : after.b]
        if 0 < len(mine) <= _SLOT and 0 < len(others) <= _SLOT:
            these, those = frozenset(mine) - second.both, frozenset(others) - first.both
            named = (_unlike(these & first.names, those), _unlike(those & second.names, these))
            found.append(_Slot(named, (_figures(these), _figures(those))))
    return found


@lru_cache(maxsize=4096)
def _form(title: str, paragraphs: Sequence[str], publisher: str) -> _Form:
    text = "\n".join(paragraphs)
    names = {found[0].lower() for found in _INSIDE.finditer(text) if found[0][0].isupper()} | set(_words(publisher))
    headed, said = frozenset(_words(title)), _words(text)
    return _Form(headed, tuple(said[:READ_WORDS]), headed | frozenset(said), frozenset(names) - _figures(frozenset(names)))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORDS.words(_VERSION.sub("", text))]


def _unlike(names: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The names but for those that are another spelling of what stands there in the other text."""
    return frozenset(name for name in names if not get_close_matches(name, others, 1, _SPELT))


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(map(str.isdigit, word)))
