"""The words of English that mean something to the reader of a story, and those that only hold sentences together.

Written by hand and kept short: a group of `_SAME` holds words that a copy desk would swap for one another in a report of an
event. It is looked up by stem, so one form of each word is enough.
"""

from __future__ import annotations

from itertools import product

from digest.language.calendar import ENGLISH_MONTHS, MONTHS
from digest.language.english.stems import stem
from digest.language.grammar import Vocabulary

_SAME = """
delay postpone defer pushback setback holdup
release launch rollout debut unveil introduce
plan expect intend aim slate
bug vulnerability flaw glitch defect
software program
surplus excess
spending spend expenditure outlay
abandon scrap shelve axe
spokesman spokeswoman spokesperson
announce promise pledge vow
fixed firm definite set revised specific
date timeline timetable timeframe
kill slay
die dead death
shoot shooting gunfire gunshot
injure wound
arrest detain apprehend
policeman cop
lawsuit suit litigation
accuse allege allegation accusation
criticise criticize criticism
buy purchase acquire acquisition
sell sale
rise increase climb soar surge
fall drop decline decrease plunge slump
cut reduce reduction slash trim
resign quit step-down
hire recruit appoint
layoff lay-off sack
meet meeting
win victory
legislation bill law
approve pass adopt
reject refuse
prohibit forbid outlaw ban
demand urge insist
help aid assist assistance
begin start commence
disclose reveal disclosure
worker employee staff
competitor rival
child kid
doctor physician
attorney lawyer counsel
president presidential
lawmaker legislator congressman congresswoman
quake earthquake
blaze fire
hurricane typhoon
vehicle car
plane aircraft jet
fund money
biggest largest
comparable match equal
original initial
previous earlier
warn warning caution
poll survey
gay same-sex homosexual
marriage wedding marry
pensioner senior elderly
debt borrowing
deal agreement pact accord
protest demonstration rally
blast explosion
insurgent militant rebel
frontier border
immigrant migrant
probe investigation inquiry investigate
evidence proof
letter memo
footage video
decision ruling verdict
month monthly
week weekly
year yearly annual annually
american u.s
doubt question concern
weaken dampen
ability capability
hype enthusiasm excitement
"""
"""One group a line: words that reports of one event swap for each other."""

_LIGHT = """
a about above across after again against ago all almost along already also although always am among an and another any
are around as at away back be became because been before being below between both but by came can come could day days
did do does doing done down during each either else even ever every far few for from further get getting give given go
goes going gone got had has have having he her here hers herself him himself his how however i if in indeed instead
into is it its itself just last later least less let like made make makes making many may maybe me meanwhile might more
moreover most much must my myself near nearly neither next nor now of off often on once one only onto or other others our
out over own per perhaps put quite rather really said same say says see seem seemed seems several shall she should since
so some something still such take taken than that the their them themselves then there these they thing things
this those though through thus to together told too took toward towards under until up upon us use used using very via
was way we well went were what when where whether which while who whom whose why will with within would year years yet
you your mr mrs ms dr says tell telling state stating stated according report reported reports reporting added adding
suggest suggests suggested hint hinted indicate indicated mention mentioned note noted notes emphasize emphasized
acknowledge acknowledged believe believed think thinks thought know known called calling call time times
"""
LIGHT = frozenset(_LIGHT.split())
"""Words that carry no part of a fact by themselves."""

_NEGATIONS = (
    "no not never none neither nor without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't "
    "haven't hadn't wouldn't couldn't shouldn't lack lacks lacked lacking nothing nobody deny denies denied denying"
)
NEGATIONS = frozenset(_NEGATIONS.split())
"""Words that say that something is not so, is missing, or is denied."""

_TITLES = (
    "leader president senator representative congressman congresswoman secretary chief "
    "officer director chairman chairwoman governor mayor minister judge justice attorney candidate nominee executive "
    "founder ceo analyst professor official democrat democratic republican rep sen gov former"
)
COMMONEST = frozenset(
    ["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "on", "it", "as", "at", "by", "from"]
)
_WISHES = "urge demand ask pressure hope threaten consider propose request petition lobby recommend weigh mull"
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDERED = "first second third fourth fifth sixth seventh eighth ninth tenth"
NUMBER_WORDS = {word: number for number, word in enumerate(_COUNTED.split())} | {
    word: number * 10 for number, word in enumerate(_TENS.split(), 2)
}
_NO_AMOUNT = {"one", "zero"}
"""Words of a number that count nothing as often as not: "one of them", "no one"."""
_CALL_FOR = "call for"

_SHORT = {
    ("artificial", "intelligence"): "ai",
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("supreme", "court"): "supremecourt",
    ("white", "house"): "whitehouse",
    ("prime", "minister"): "primeminister",
    ("social", "security"): "socialsecurity",
    ("wall", "street", "journal"): "wsj",
    ("wall", "street"): "wallstreet",
    ("new", "york", "times"): "nyt",
    ("new", "york"): "newyork",
    ("on", "the", "table"): "consider",
}


def _groups() -> dict[str, str]:
    """For the stem of each word of `_SAME` the word that stands for its group: its first."""
    table: dict[str, str] = {}
    for line in _SAME.splitlines():
        members = line.split()
        for member in members:
            table.setdefault(stem(member), members[0])
    return table


_GROUPS = _groups()
VOCABULARY = Vocabulary(
    same=_GROUPS,
    heads=frozenset(_GROUPS.values()),
    light=LIGHT,
    titles=frozenset(_TITLES.split()),
    wishes=frozenset(_GROUPS.get(stem(word), stem(word)) for word in _WISHES.split()) | {_CALL_FOR},
    numbers=frozenset(NUMBER_WORDS) - _NO_AMOUNT,
    ordinals=frozenset(_ORDERED.split()),
    short=_SHORT,
    pairs=dict.fromkeys(product(("call", "calls", "called", "calling"), ("for", "on")), _CALL_FOR),
    shades=("ly", "ing", "ed", "ive", "ous", "ent", "ful", "able", "ible"),
    plural="s",
    not_only=("not", "only"),
    this_month=("this", "month"),
    months=tuple(name.lower() for name in MONTHS),
    dated=frozenset(ENGLISH_MONTHS),
    months_too=frozenset({"may"}),
)
