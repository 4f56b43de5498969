"""What is known of the words around a number: what parts it from others, tells two apart, and says what it measures.

A language has the first three of its parts or none: where its noun phrases are not known, the clause around a number says
what it measures, and no words contradict a date or a deed. Each field is a pattern or a set of words; its comment says what
it decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Pattern = re.Pattern[str]


def word_pattern(words: str, behind: str = "") -> Pattern:
    """Return the pattern of words or beginnings of words, parted by |, in any case, and of what stands `behind` each."""
    return re.compile(rf"\b(?:{words}){behind}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """Where the clause of a number begins and ends."""

    pause: Pattern  # makes what stands behind it further away
    end: Pattern  # ends a clause
    stamp: Pattern  # all that stands before a date which is a page's
    tellers: Pattern  # behind a number of people who told a reporter, not of any in the news
    goes_on: Pattern  # what stands behind a date that a statement goes on from


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contrasts:
    """What tells two numbers apart that could be values of one measure."""

    period: Pattern  # a year, a month or "last year"
    marks: tuple[Pattern, ...]  # how a number is meant: a forecast first, then rates, additions, older values, sums, bounds
    victims: tuple[Pattern, ...]  # what befell those who are counted, each another fate
    parts: tuple[tuple[Pattern, ...], ...]  # parts of one whole
    other_event: Pattern  # tells of what happened at another time than the news
    added: Pattern  # before a number that comes on top of another
    prior: Pattern  # before a number that is the older value, or a difference
    moved: Pattern  # before a number by which a value went up or down, without a word such as "by"
    portion: Pattern  # before a number that is of a part of what is counted, or of what others are a part of
    before_plan: Pattern  # what was once planned
    denial: Pattern  # something does not happen
    place: Pattern  # a name, in group 1, behind a word of place
    speaker: Pattern  # a pronoun of whose number nobody knows who gave it
    prices: Pattern  # what changes by the hour
    polls: Pattern  # what was asked of some people, and of others in another poll
    converted: Pattern  # before an amount that is another one in another currency
    units: frozenset[str]  # keys of words that are units


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What befalls people who are counted."""

    before: Pattern  # before their number, which is #, and in the name of who is counted
    behind: Pattern  # behind who is counted
    named: Pattern  # who is counted, by it alone: "deaths", at the end


def fate(before: str, behind: str, *, between: str = " ") -> Fate:
    """Return what befell people by the words `before` their number, which is #, or `behind` who is counted.

    `between` stands between who is counted and the words behind; these also end the name of who is counted: "40 deaths".
    """
    return Fate(
        before=re.compile(rf"\b(?:{before})", re.IGNORECASE),
        behind=re.compile(rf"{between}(?:{behind})\b", re.IGNORECASE),
        named=re.compile(rf"\b(?:{behind})\Z", re.IGNORECASE),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """By what people are counted whom an event befell."""

    fates: tuple[Fate, ...]
    total: Pattern  # names, before a number, how many the event of the story befell
    anyone: frozenset[str]  # words for those counted that say no more of them
    aside: Pattern  # in the clause of a number: it is of a part or a sum, or may yet come
    past: Pattern  # a time of another event than the news
    elsewhere: Pattern  # what happened at another place, at an unknown time or over many days
    unclear: Pattern  # opens a sentence of what only the one before says
    place: Pattern  # a name, in group 1, behind a word of place


@dataclass(frozen=True, slots=True, kw_only=True)
class Stances:
    """What contradicts a date or a deed in words."""

    no_date: Pattern  # says that there is no date
    expected: Pattern  # a date that is to come
    past: Pattern  # a date that was once meant
    date: Pattern  # the date in words of `no_date`
    date_of: Pattern  # leads from there to what it is of
    sides: tuple[tuple[Pattern, Pattern, bool], ...]  # verbs that contradict each other, and whether they need an object
    cues: tuple[str, ...]  # letters that every second verb of `sides` has
    unsure: Pattern  # before a verb that says no such thing
    clause_start: tuple[str, ...]  # what a clause begins behind, besides punctuation


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Where noun phrases and clauses begin and end."""

    stop: Pattern  # a word that is in no noun phrase
    inflected: Pattern  # a form of a verb, which ends a noun phrase
    gerund: Pattern  # one that is a noun behind a determiner
    participle: Pattern  # one that no noun phrase ends with
    vague: frozenset[str]  # nouns that do not say by themselves what is measured
    determiner: Pattern  # opens a noun phrase
    owned: Pattern  # a determiner or a possessive, at the end
    dated: Pattern  # opens a name that is a day or a month
    happening: Pattern  # a noun for what happens, at the end
    auxiliary: Pattern
    pronoun: Pattern
    verb: Pattern  # a verb, or a number
    verb_end: Pattern  # a verb that a number follows, or a participle for what came of it, at the end
    subject: Pattern  # opens a clause with its subject
    adjunct: Pattern  # opens a clause with what is no subject
    reported: Pattern  # all up to what somebody reports
    relative: Pattern  # a relative clause up to its verb
    conjunction: str  # joins two phrases or clauses
    parting: Pattern  # parts two clauses
    joined: Pattern  # joins a clause to the one before
    phrase: Pattern  # before a phrase that can be left out at the end
    trailing: Pattern  # what no phrase ends with


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What stands between a number and the words that say what it measures."""

    of_value: Pattern  # "a rate of": behind what the number is the value of
    is_value: Pattern  # "debt rose to": a verb between the two
    amount_for: Pattern  # "$3 million in": before what an amount is for
    share_of: Pattern  # "36 percent of its": before what a share is of
    share_for: Pattern  # "36 percent for the"
    tied: Pattern  # "of the": before a number whose clause does not begin with it
    placed: Pattern  # "pots in": ties a second noun phrase to the first
    paired: str  # "letters between": ties two
    outcome: Pattern  # "12 people were killed": what befell those counted
    due: Pattern  # "the opening is planned": behind what happens on a date
    when: Pattern  # "in late": before a date or a duration
    towards: Pattern  # "climbed to": before any other number


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that is known of the words around a number; without `phrases` there are no `labels` or `stances`."""

    clauses: Clauses
    contrasts: Contrasts
    tolls: Tolls
    stances: Stances | None = None
    phrases: Phrases | None = None
    labels: Labels | None = None
