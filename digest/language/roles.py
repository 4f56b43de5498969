"""Who does what to whom in a sentence, and which names stand where in it, as far as its verbs and prepositions show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from digest.language.grammar import Grammar, Roles
from digest.language.nations import COUNTRIES, STATE
from digest.language.terms import Key, Term

_TOKEN = re.compile(r"\w[\w-]*(?:[.'’]\w+)*|[,;:—–()“”\"]")
_MARKS = ",;:—–()"
_OWNING = ("'s", "’s", "s'", "s’")
_UNKNOWN = 2.5
"""Zipf frequency up to which a word with a capital that begins a sentence is a name."""

_SPELLINGS = (
    (re.compile("ou"), "u"),
    (re.compile("y"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=..)e\Z"), ""),
    (re.compile(r"or(?=s?\Z)"), "er"),
)
"""In what two spellings of one name may differ, besides accents, and what stands for either."""

Place = tuple[str, Key]
"""A place in a sentence: `doer` and `done` of a verb, `party` and `counterpart` of one by which each does it to the other,
`at` a preposition, `of` the word that a name stands before, `when`."""
Name = tuple[str, ...]
"""A name, by the words that follow each other, each in one of its spellings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells: the terms and the names in each place, all its names, and its words that are none.

    `core` has the terms of the main clause that hang on no preposition: who does it, the verb, and whom or what it is done
    to.
    """

    places: dict[Place, frozenset[Key]]
    named: dict[Place, frozenset[Name]]
    names: frozenset[Name]
    words: frozenset[Key]
    core: frozenset[Key]


class _Word(NamedTuple):
    """A word or a mark in lower case, its term, if it has one, and whether it owns what follows; where it starts.

    `name` is the name that it is of, `of` the word behind that which the name says more of.
    """

    text: str
    key: Key | None
    owns: bool
    start: int
    name: Name = ()
    of: Key | None = None


class _Act(NamedTuple):
    """A verb, its term, who does it, and whom or what it is done to; whether its clause is a `main` one."""

    verb: _Word
    key: Key
    doers: Sequence[_Word]
    done: Sequence[_Word]
    passive: bool
    main: bool


class _Group(NamedTuple):
    """The words with the numbers [first, last) are a verb with its auxiliaries, the verb the last; whether it is passive."""

    first: int
    last: int
    passive: bool


class _Stretch:
    """Words between two verbs: `doers` before the second, behind the last break; `done` behind the first, before any break.

    Both are without those that hang on a preposition; `behind` has those by their preposition. `under` says that the second
    verb is of a clause that hangs on another.
    """

    def __init__(self, words: Sequence[_Word], roles: Roles, opens: bool) -> None:
        """Read the words; `opens` says that no verb stands before them that has an object."""
        self.doers: list[_Word] = []
        self.done: list[_Word] = []
        self.behind: list[tuple[str, _Word]] = []
        self.under = False
        starts, broken = opens, False
        hangs: str | None = None
        for number, word in enumerate(words):
            if word.text in roles.breaks or (word.text == roles.couple and not opens):
                hangs = hangs if _listed(words, number + 1) else None
                starts, broken = True, True
                self.under = word.text in roles.subordinates
                if self.under:
                    self.doers = []
            elif word.text in roles.prepositions:
                hangs = word.text
            elif word.owns:
                self.doers = []
            elif word.key is not None:
                if hangs is not None:
                    self.behind.append((hangs, word))
                elif starts:
                    self.doers.append(word)
                if hangs is None and not broken:
                    self.done.append(word)
        self.under |= hangs in roles.subordinates


def _listed(words: Sequence[_Word], number: int) -> bool:
    """Whether the words from this number on are a name up to a mark, as a place behind a place is."""
    while number < len(words) and words[number].name:
        number += 1
    return number < len(words) and words[number].text in _MARKS


def told(text: str, terms: Sequence[Term], grammar: Grammar, calendar: Container[Key]) -> Told:
    """Return what a sentence or a run of its clauses tells. `terms` are its own, those in the `calendar` are no names."""
    roles = grammar.roles
    words = list(_named(text, _words(text, terms, calendar, roles), roles))
    groups = list(_groups(text, words, grammar))
    edges = [0, *(edge for group in groups for edge in (group.first, group.last)), len(words)]
    opening = [True, *(words[group.last - 1].text in roles.saying for group in groups)]
    between = [_Stretch(words[edges[2 * at] : edges[2 * at + 1]], roles, opens) for at, opens in enumerate(opening)]
    acts = [
        _act(words[group.last - 1], group, *sides, roles) for group, sides in zip(groups, pairwise(between), strict=True)
    ]
    standing: dict[Place, list[_Word]] = {}
    for place, word in (*_done(acts, roles), *((("at", hung), word) for each in between for hung, word in each.behind)):
        standing.setdefault(place, []).append(word)
    named = {
        place: frozenset(word.name for word in found if word.name and (word.of is None or place[0] == "of"))
        for place, found in standing.items()
    }
    named |= {("when", match[1].lower()): frozenset({(match[2].lower(),)}) for match in roles.when.finditer(text)}
    return Told(
        places={place: _keys(found) for place, found in standing.items()},
        named={place: names for place, names in named.items() if names},
        names=frozenset(word.name for word in words if word.name),
        words=_keys(word for word in words if not word.name),
        core=_core(acts, roles),
    )


def _keys(words: Iterable[_Word]) -> frozenset[Key]:
    """The terms among some words."""
    return frozenset(word.key for word in words if word.key is not None)


def _act(verb: _Word, group: _Group, left: _Stretch, right: _Stretch, roles: Roles) -> _Act:
    key = verb.key if verb.key is not None else roles.stem(verb.text)
    doers, done = left.doers, right.done
    if group.passive:
        doers, done = [word for preposition, word in right.behind if preposition == roles.doer], left.doers
    return _Act(verb, key, doers, done, group.passive, not left.under)


def _done(acts: Sequence[_Act], roles: Roles) -> Iterator[tuple[Place, _Word]]:
    """Who does what, and whom or what it is done to, each with its place."""
    for act in acts:
        mutual = act.key in roles.mutual or act.verb.text in roles.being
        yield from ((("party" if mutual else "doer", act.key), word) for word in act.doers)
        yield from ((("counterpart" if mutual else "done", act.key), word) for word in act.done)
        yield from ((("of", word.of), word) for word in (*act.doers, *act.done) if word.of is not None)


def _core(acts: Sequence[_Act], roles: Roles) -> frozenset[Key]:
    """What the main clause says, or what is said by whom it names; nothing where its verb only says what somebody is."""
    reported = False
    for act in acts:
        saying = act.verb.text in roles.saying and not act.passive
        if not saying and (act.main or reported):
            return frozenset() if act.verb.text in roles.auxiliaries else _keys((*act.doers, act.verb, *act.done))
        reported = saying
    return frozenset()


def _words(text: str, terms: Sequence[Term], calendar: Container[Key], roles: Roles) -> Iterator[_Word]:
    """The words and marks of a text; several words that are one term are one word."""
    at = {term.start: term for term in terms}
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() < end:
            continue
        term = at.get(match.start())
        end = term.end if term else match.end()
        word = match.group().lower()
        key = term.key if term else None
        opens = text[0].isupper() and match.start() == 0
        name = _is_name(term) or (term is not None and opens and (_may_be_name(term) or _is_name(at.get(end + 1))))
        full = STATE.get(str(key), roles.familiar.get(str(key), str(key)))
        named = (_spelt(full),) if name and key not in calendar and word not in roles.addresses else ()
        yield _Word(word, key, text.endswith(_OWNING, 0, end), match.start(), named)


def _is_name(term: Term | None) -> bool:
    return term is not None and term.kind == "name"


def _may_be_name(term: Term) -> bool:
    """Whether a word with the capital of a sentence is a name, as a rare one is, or a country's."""
    return term.common <= _UNKNOWN or term.key in COUNTRIES


def _spelt(word: str) -> str:
    """One spelling for all in which a name may be printed."""
    found = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    for sounds, sound in _SPELLINGS:
        found = sounds.sub(sound, found)
    return found


def _named(text: str, words: Iterable[_Word], roles: Roles) -> Iterator[_Word]:
    """The words, where names that follow each other are one, and belong to the word behind them, if that is a noun."""
    runs = [list(run) for _, run in groupby(words, key=lambda word: bool(word.name))]
    for run, after in zip_longest(runs, runs[1:]):
        name = tuple(part for word in run for part in word.name)
        of = after[0].key if name and after and _is_noun(text, after[0], roles) else None
        yield from (word._replace(name=name, of=of) for word in run)


def _is_noun(text: str, word: _Word, roles: Roles) -> bool:
    """Whether a word may be one of which a name before it says more."""
    adverb, verb = roles.adverb.fullmatch(word.text), roles.verb.match(text, word.start)
    return isinstance(word.key, str) and not adverb and not verb


def _groups(text: str, words: Sequence[_Word], grammar: Grammar) -> Iterator[_Group]:
    """The verbs of a text with their auxiliaries."""
    roles = grammar.roles
    number = 0
    while number < len(words):
        if not _is_verb(text, words, number, roles):
            number += 1
            continue
        first, last, being = number, number + 1, words[number].text in roles.being
        while last < len(words):
            more = last
            while more < len(words) and roles.adverb.fullmatch(words[more].text):
                more += 1
            if more == len(words) or words[last - 1].text not in roles.auxiliaries:
                break
            if not _is_verb(text, words, more, roles) and (
                words[last - 1].text not in roles.modal or words[more].key is None
            ):
                break
            last = more + 1
            being |= words[more].text in roles.being
        head = words[last - 1].text
        being |= last < len(words) and words[last].text == roles.doer
        yield _Group(first, last, being and head not in roles.auxiliaries)
        number = last


def _is_verb(text: str, words: Sequence[_Word], number: int, roles: Roles) -> bool:
    """Whether a word is a verb: one by its form, no adjective behind an article, and no noun before an auxiliary."""
    word = words[number]
    if not roles.verb.match(text, word.start) or words[number - 1].text in roles.articles:
        return False
    return number + 1 == len(words) or words[number + 1].text not in roles.auxiliaries


def swapped(one: Told, other: Told) -> bool:
    """Whether what stands in one place by one sentence stands in another by the other, and the reverse."""
    both = [place for place in one.places.keys() & other.places.keys() if place[0] not in ("party", "counterpart")]
    gone = {place: one.places[place] - other.places[place] for place in both}
    come = {place: other.places[place] - one.places[place] for place in both}
    changed = ((gone[a] & come[b], gone[b] & come[a]) for a in both for b in both)
    return any(
        (there & one.words and back & one.words) or (there - one.words and back - one.words) for there, back in changed
    )


def replaced(one: Told, other: Told) -> bool:
    """Whether in a place of both stand other names, and those of the one are nowhere in the other; or other days."""
    return any(
        not any(_is_one(mine, theirs) for mine in one.named[place] for theirs in (*other.named[place], *other.names))
        for place in one.named.keys() & other.named.keys()
    )


def _is_one(one: Name, other: Name) -> bool:
    """Whether two names may be of one: the longer has all words of the shorter."""
    return set(one) <= set(other) or set(other) <= set(one)
