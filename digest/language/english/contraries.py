"""Words of English of which only one can be true of a thing: it rose or fell, was approved or rejected, before or after."""

from __future__ import annotations

import re

from digest.language.contraries import converses_of, phrased, phrases_of, words_of
from digest.language.english.stems import stem
from digest.language.english.vocabulary import VOCABULARY
from digest.language.grammar import Contraries

_WORDS = """
rise raise grow expand higher | fall cut reduce shrink lower
win | lose
approve accept endorse support ratify sign vote_for wave_through |
  reject oppose veto block overturn turn_down turn_away send_back sent_back strike_down struck_down vote_against vote_down
  throw_out threw_out thrown_out shoot_down =failed =fails
approve ratify sign begin | delay put_off hold_off held_off
support welcome praise applaud thank defend =backed =backs | criticise attack condemn denounce oppose boo lash_out hit_out
allow permit legalise legalize | ban bar block
arrest jail imprison | release free
=arrested =charged =jailed =fined punish | praise honour honor decorate reward thank
treat =admitted | turn_away
open reopen | close shut
begin resume | end finish halt suspend stop cancel cancelled break_off broke_off broken_off
call_a call_an =announced | cancel cancelled call_off
hire | layoff dismiss fire lay_off laid_off
convict guilty | acquit innocent
uphold upheld impose | overturn reverse lift repeal set_aside throw_out threw_out thrown_out strike_down struck_down
alive survive =rescued =rescues =saved =saves | dead die kill =drowned
miss | beat exceed surpass
attend | miss boycott boycotted skip
=agreed | =broke =violated =breached
strengthen | weaken
improve | worsen deteriorate
tighten | loosen ease relax
confirm admit | dispute refute
legal lawful | illegal unlawful
agree | disagree
likely | unlikely
join | leave quit withdraw withdrew pull_out walk_out drop_out
leave depart exit | reach arrive enter
send deploy | withdraw withdrew recall pull_out pull_back
advance | retreat withdraw withdrew pull_back fall_back fell_back
appear | disappear vanish
include | exclude
deposit | withdraw withdrew
add | remove
create establish | abolish dissolve
build | demolish destroy raze tear_down tore_down torn_down
connect switch_on turn_on | disconnect switch_off turn_off cut_off
encourage | discourage
enable | disable
unite | divide
nationalise nationalize | privatise privatize
arm | disarm
marry | divorce
promote | demote
=landed =lands | crash
surrender give_up gave_up given_up | resist hold_out held_out fight_on fought_on
accelerate speed_up | slow
heat warm | cool
hide conceal | show reveal
=refloated float | sink =sank =sunk
burst overflow | stay_within stay_inside
profit =sales gain surplus | loss deficit
=exports | =imports
success succeed | failure
morning | afternoon | evening night
northern north | southern south
eastern east | western west
inside indoor | outside outdoor
hurt injure wound harm | unhurt uninjured unharmed unscathed
man =men male boy father husband son brother | woman =women female girl mother wife daughter sister
civilian | soldier troop
employer | employee
majority | minority
private | =public
rural | urban
positive | negative
permanent | temporary
voluntary | compulsory mandatory
cheap | expensive
high highest | low lowest
maximum | minimum
senior | junior
gross | net
"""
"""A choice: words that take a side, and "|" before those of the next; lines that are indented go on.

Most are verbs, adjectives and nouns that WordNet 3.0 has as antonyms, of those which are common (Zipf 3.4 or more) and tell
what happened or how something is; beside them stands what else reports say for them. Words of one side stand for their
group of the vocabulary, but of those with "=" only this form. "turn_down" is a verb with its particle, which says nothing
alone.
"""
_CONVERSES = """
buy | sell
lend lent | borrow
export | import
beat defeat | lose
capture seize | lose surrender
win | lose
"""
"""Verbs of which who does the one has the other done by somebody else: what Orbix bought of Nordwerk Nordwerk sold to it."""
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

_CHOICES = (*re.sub(r"\n +", " ", _WORDS.strip()).split("\n"), *(f"{word} | un{word}" for word in _UN.split()))
CONTRARIES = Contraries(
    words=words_of(_CHOICES, _group),
    phrases=phrases_of(_CHOICES, stem),
    phrased=phrased(_CHOICES),
    stem=stem,
    converses=converses_of(_CONVERSES.strip().split("\n"), _group),
    marks=re.compile(
        r"(?<![\w-])(?:"
        + "|".join(f"(?P<{side}>{words})" for sides in _MARKS.values() for side, words in sides.items())
        + r")(?: (?:of|the|its|his|her|their|an?|those|these))*(?= [\w$£€¥])",
        re.IGNORECASE,
    ),
    choices={side: choice for choice, sides in _MARKS.items() for side in sides},
)
