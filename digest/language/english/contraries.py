"""Words of English of which only one can be true of a thing: it rose or fell, was approved or rejected, before or after."""

from __future__ import annotations

import re

from digest.language.contraries import words_of
from digest.language.english.stems import stem
from digest.language.english.vocabulary import VOCABULARY
from digest.language.grammar import Contraries

_WORDS = """
rise raise grow expand higher | fall cut reduce shrink lower
win | lose
approve accept endorse support ratify | reject oppose veto block overturn
allow permit | ban bar block
arrest | release free
open reopen | close shut
begin resume | end finish halt suspend stop cancel
hire | layoff dismiss fire
convict guilty | acquit innocent
uphold upheld | overturn reverse
alive survive =rescued =rescues =saved =saves | dead die kill =drowned
miss | beat exceed surpass
=agreed | =broke =violated =breached
strengthen | weaken
confirm admit | dispute refute
legal lawful | illegal unlawful
agree | disagree
likely | unlikely
join | leave quit
success succeed | failure
morning | afternoon | evening night
northern north | southern south
eastern east | western west
hurt injure wound harm | unhurt uninjured unharmed unscathed
"""
"""A choice a line; words of one side stand for their group of the vocabulary, but of those with "=" only this form."""
_UN = """
able armed authorized available aware beaten certain changed clear comfortable confirmed conscious constitutional damaged
decided defeated fair happy healthy identified insured licensed paid popular protected published reliable
restricted safe scheduled successful sure vaccinated welcome
"""
"""Words whose contrary is the word with "un" before it. Not every such word is one: "unrest" is no contrary of "rest"."""


def _group(word: str) -> str:
    return VOCABULARY.same.get(stem(word), stem(word))


_MARKS = {
    "bound": {
        "less": r"(?:less|fewer|lower) than|under|below|at most|up to|no more than|(?:nearly|almost)(?! (?:all|every|half))",
        "more": r"more than|over|above|at least|upwards of|no (?:less|fewer) than|exceeding",
    },
    "order": {
        "before": r"before|prior to|ahead of|until",
        "after": r"after|following|since",
    },
    "course": {
        "up": r"up",
        "down": r"down",
    },
    "level": {
        "kept": r"ke(?:ep|eps|pt|eping)|h(?:old|olds|eld|olding)|left|leaves?|leaving|maintain(?:s|ed|ing)?",
        "moved": (r"(?:rais|increas|reduc|hik)(?:e|es|ed|ing)|(?:lift|lower|trim|slash)(?:s|es|ed|ing)?|cut(?:s|ting)?"),
    },
    "part": {
        "all": r"all|every|each|both|entire|whole",
        "most": r"most|(?:a|the) (?:vast )?majority",
        "some": r"some|several|many|a (?:few|number|handful|couple)|dozens|scores",
        "few": r"(?<!a )few",
    },
}
"""For each choice its sides, each said of the words behind it."""

CONTRARIES = Contraries(
    words=words_of((*_WORDS.strip().splitlines(), *(f"{word} | un{word}" for word in _UN.split())), _group),
    marks=re.compile(
        r"(?<![\w-])(?:"
        + "|".join(f"(?P<{side}>{words})" for sides in _MARKS.values() for side, words in sides.items())
        + r")(?: (?:of|the|its|his|her|their|an?|those|these))*(?= [\w$£€¥])",
        re.IGNORECASE,
    ),
    choices={side: choice for choice, sides in _MARKS.items() for side in sides},
)
