"""Who does what to whom in a sentence, and which names stand where in it, as far as its verbs and prepositions show."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from digest.language.grammar import Grammar, Roles
from digest.language.nations import COUNTRIES, STATE
from digest.language.terms import Key, Term

_TOKEN = re.compile(r"\w[\w-]*(?:[.'’]\w+)*|[,;:—–()“”\"]")
_MARKS = ",;:—–()"
_OWNING = ("'s", "’s", "s'", "s’")
_UNKNOWN = 2.5
"""Zipf frequency up to which a word with a capital that begins a sentence is a name."""

_SPELT = 0.75
"""How much two spellings of one name have in common: a ratio of SequenceMatcher."""

_LONG, _HEADLINE = 3, 0.7
"""Letters of a word that is no article or preposition, and the share of such words with a capital that makes a headline."""

Slot = tuple[str, Key]
"""A place in a sentence: before or behind a verb, or behind a preposition."""


class Act(NamedTuple):
    """A verb, the terms of who does it, and those of whom or what it is done to."""

    verb: Key
    doers: frozenset[Key]
    others: frozenset[Key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a sentence tells: its acts, the names in each slot, and all its names."""

    acts: tuple[Act, ...]
    slots: dict[Slot, frozenset[Key]]
    names: frozenset[Key]


class _Word(NamedTuple):
    """A word or a mark in lower case; its term, if it has one; whether it is a name and owns what follows; its start."""

    text: str
    key: Key | None
    name: bool
    owns: bool
    start: int


class _Group(NamedTuple):
    """The words with the numbers [first, last) are a verb with its auxiliaries, the verb the last; whether it is passive."""

    first: int
    last: int
    passive: bool


class _Stretch:
    """Words between two verbs: those that hang on no preposition, the names among them, and names by preposition.

    `doers` and `doing` are what stands before a verb, behind the last break; `others` and `done` what stands behind one,
    before the first: any words, and names.
    """

    def __init__(self, words: Sequence[_Word], roles: Roles, opens: bool) -> None:
        """Read the words; `opens` says that no verb stands before them that has an object."""
        self.doers: list[Key] = []
        self.doing: list[Key] = []
        self.others: list[Key] = []
        self.done: list[Key] = []
        self.behind: list[tuple[str, Key]] = []
        starts, broken = opens, False
        hangs: str | None = None
        for number, word in enumerate(words):
            after = words[number + 1] if number + 1 < len(words) else None
            if word.text in roles.breaks or (word.text == roles.couple and not opens):
                hangs = hangs if word.text == "," and _listed(words, number + 1) else None
                starts, broken = True, True
                if word.text in roles.subordinates:
                    self.doers, self.doing = [], []
            elif word.text in roles.prepositions:
                hangs = None if number and words[number - 1].name and word.text == roles.of else word.text
            elif word.key is not None:
                name = word.name and (after is None or after.key is None or after.name)
                if word.owns:
                    self.doers, self.doing = [], []
                elif hangs is None and starts:
                    self.doers.append(word.key)
                    self.doing += [word.key] if name else []
                if not broken and not word.owns and (hangs is None or hangs in roles.goals):
                    self.others.append(word.key)
                    self.done += [word.key] if name and hangs is None else []
                if name and hangs is not None and not word.owns:
                    self.behind.append((hangs, word.key))


def _listed(words: Sequence[_Word], number: int) -> bool:
    """Whether the words from this number on are a name up to a mark, as a place behind a place is."""
    first = number
    while number < len(words) and words[number].name:
        number += 1
    return number > first and (number < len(words) and words[number].text in _MARKS)


def told(text: str, terms: Sequence[Term], grammar: Grammar, calendar: Container[Key]) -> Told:
    """Return what a sentence or a run of its clauses tells. `terms` are its own, those in the `calendar` are no names."""
    if _is_headline(text):
        return Told(acts=(), slots={}, names=frozenset())
    words = list(_words(text, terms, calendar, grammar.roles.addresses))
    groups = list(_groups(text, words, grammar))
    edges = [0, *(edge for group in groups for edge in (group.first, group.last)), len(words)]
    opening = [True, *(words[group.last - 1].text in grammar.roles.saying for group in groups)]
    between = [_Stretch(words[edges[2 * at] : edges[2 * at + 1]], grammar.roles, opens) for at, opens in enumerate(opening)]
    slots: dict[Slot, set[Key]] = {}
    acts = []
    for number, group in enumerate(groups):
        verb = _stem(words[group.last - 1], grammar)
        left, right = between[number], between[number + 1]
        slots.setdefault(("passive" if group.passive else "before", verb), set()).update(left.doing)
        slots.setdefault(("behind", verb), set()).update(right.done)
        by = [key for preposition, key in right.behind if preposition == grammar.roles.doer]
        doers, others = (by, left.doers) if group.passive else (left.doers, right.others)
        if verb not in grammar.roles.mutual and words[group.last - 1].text not in grammar.roles.auxiliaries:
            acts.append(Act(verb, frozenset(doers), frozenset(others)))
    for each in between:
        for preposition, key in each.behind:
            slots.setdefault(("at", preposition), set()).add(key)
    for match in grammar.roles.when.finditer(text):
        slots.setdefault(("when", match[1].lower()), set()).add(match[2].lower())
    return Told(
        acts=tuple(acts),
        slots={slot: frozenset(names) for slot, names in slots.items() if names},
        names=frozenset(word.key for word in words if word.name and word.key is not None),
    )


def _is_headline(text: str) -> bool:
    """Whether most longer words have a capital, so that a capital tells nothing."""
    long = [word for word in text.split() if len(word) > _LONG and word[0].isalpha()]
    return len(long) >= _LONG and sum(word[0].isupper() for word in long) > _HEADLINE * len(long)


def _words(text: str, terms: Sequence[Term], calendar: Container[Key], addresses: Container[str]) -> Iterator[_Word]:
    """The words and marks of a text; several words that are one term are one word."""
    at = {term.start: term for term in terms}
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() < end:
            continue
        term = at.get(match.start())
        end = term.end if term else match.end()
        opens = match.start() == 0 and text[0].isupper() and term is not None and term.common <= _UNKNOWN
        word = match.group().lower()
        key = term.key if term else None
        name = term is not None and (term.kind == "name" or opens) and key not in calendar and word not in addresses
        if name and isinstance(key, str):
            key = STATE.get(key, key)
        yield _Word(word, key, name, text.endswith(_OWNING, 0, end), match.start())


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
            if more == len(words) or words[last - 1].text not in roles.auxiliaries or not _is_verb(text, words, more, roles):
                break
            last = more + 1
            being |= words[more].text in roles.being
        head = words[last - 1].text
        being |= last < len(words) and words[last].text == roles.doer
        yield _Group(first, last, being and head not in roles.auxiliaries and not head.endswith(roles.active))
        number = last


def _is_verb(text: str, words: Sequence[_Word], number: int, roles: Roles) -> bool:
    """Whether a word is a verb: one by its form, and no adjective behind an article."""
    word = words[number]
    if not roles.verb.match(text, word.start) or word.name:
        return False
    return number == 0 or words[number - 1].text not in roles.articles


def _stem(word: _Word, grammar: Grammar) -> Key:
    return word.key if word.key is not None else grammar.roles.stem(word.text)


def swapped(one: Told, other: Told) -> bool:
    """Whether what one does to another by one sentence, the other does to it by the other; or from and to are swapped."""
    return _turned(one, other) or any(
        mine.verb == theirs.verb
        and mine.doers & theirs.others - mine.others
        and mine.others & theirs.doers - mine.doers
        and not mine.doers & theirs.doers
        for mine in one.acts
        for theirs in other.acts
    )


def _turned(one: Told, other: Told) -> bool:
    """Whether names stand behind two prepositions, and in the other sentence each behind the other of the two."""
    shared = sorted(slot for slot in one.slots.keys() & other.slots.keys() if slot[0] == "at")
    both = [slot for slot in shared if not one.slots[slot] & other.slots[slot]]
    return any(one.slots[a] & other.slots[b] and one.slots[b] & other.slots[a] for a in both for b in both if a != b)


def replaced(one: Told, other: Told) -> bool:
    """Whether in a slot of both stand other names, and those of the one are nowhere in the other; or other days."""
    for slot in one.slots.keys() & other.slots.keys():
        mine, theirs = one.slots[slot], other.slots[slot]
        if not mine & theirs and not mine & other.names and not any(_alike(a, b) for a in mine for b in theirs):
            return True
    return False


def _alike(one: Key, other: Key) -> bool:
    """Whether two names are one that is spelt in two ways; those of two countries are not."""
    if one != other and {one, other} <= COUNTRIES:
        return False
    return SequenceMatcher(None, str(one), str(other), autojunk=False).ratio() >= _SPELT
