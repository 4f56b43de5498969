"""What a grammar is: the shapes of the data by which the sentences of a language are read.

A language that has one is read clause by clause. Each shape is filled by one file of a language's folder, such as
digest/language/english/clauses.py, where a rule that needs a reason has it beside it. Patterns are searched for in a
sentence as printed, unless their comment says where they must match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of a language that mean something to the reader of a story, all in lower case.

    `same` has for a stem the word that stands for its group, one of `heads`; `light` words carry no part of a fact by
    themselves; `titles` say who somebody is. `wishes` are the terms (see `digest.language.terms.key`) after which what
    follows is asked for or thought of, not done, and `pairs` what two words that follow each other mean together. `numbers`
    and `ordinals` are words of amounts and of ranks. `short` are sequences of words that act as one term; `shades` endings
    of words that say how or of what kind; `plural` what a name may end with. `not_only` denies nothing, and `this_month` is
    the month of an article's day. `months` are whole names in their order, `dated` also what they are shortened to before a
    day, `months_too` those that are common words as well.
    """

    same: Mapping[str, str]
    heads: frozenset[str]
    light: frozenset[str]
    titles: frozenset[str]
    wishes: frozenset[str]
    pairs: Mapping[tuple[str, str], str]
    numbers: frozenset[str]
    ordinals: frozenset[str]
    short: Mapping[tuple[str, ...], str]
    shades: tuple[str, ...]
    plural: str
    not_only: tuple[str, str]
    this_month: tuple[str, str]
    months: tuple[str, ...]
    dated: frozenset[str]
    months_too: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Where a sentence may be cut into clauses, and what a cut needs around it.

    A clause ends before a `strong` cut and may be shown alone; at a `weak` one it goes on. Matched behind a cut: `joins` is
    a conjunction, one that `states` begins a statement of its own, unless it only `adds` to a clause without a verb; a
    `condition` limits what stands before it. Matched at the beginning of a sentence: a `leading` phrase hangs on what
    follows its comma, and is no more than a time or a source where it is `set_aside`. A clause that ends as `torn` asks for
    more, and what `turns` behind it takes it back or completes it.
    """

    strong: Pattern
    weak: Pattern
    joins: Pattern
    states: Pattern
    adds: Pattern
    condition: Pattern
    leading: Pattern
    set_aside: Pattern
    torn: Pattern
    turns: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """What runs into a sentence from before it, matched where it begins.

    A `stamp` is a date or a clock time, `glued` a headline without an end, a `connective` a word that ties the sentence to
    the one before.
    """

    stamp: Pattern
    glued: Pattern
    connective: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingAlone:
    """By what words are no statement that can stand alone, or lean on what stood around them.

    `turning` begins a sentence that takes back or limits the one before it; `nobody` names no speaker. A `verb` is any form
    that may be one, a `finite` one is nothing else. Each other name is that of a rule in digest/language/standing.py, which
    says what it refuses.
    """

    turning: Pattern
    nobody: Pattern
    verb: Pattern
    finite: Pattern
    dangling: Pattern
    told_of: Pattern
    expletive: Pattern
    adverb: Pattern
    first_person: Pattern
    spoken_by_pronoun: Pattern
    person: Pattern
    named: Pattern
    time: Pattern
    aside: Pattern
    relative: Pattern
    complement: Pattern
    midway: Pattern
    participle: Pattern
    outer: Pattern
    unsaid: Pattern
    clutter: Pattern
    late_subject: Pattern
    definite: Pattern
    subject_end: Pattern
    told_apart: Pattern
    beside: Pattern
    loose_end: Pattern
    part: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """How a text says when what it tells happened, where nothing better tells when it was published.

    Each of `named` finds a day or month (groups `month`, `day` and `year`, the last two may be empty), `years` a year of
    which the text speaks (its first group). What stands behind `ahead` is to come. What `planned` finds runs from what says
    that something will be to the day of it: one of the groups `weekday`, `tomorrow`, `today`, or `month` and `day`.
    """

    named: tuple[Pattern, ...]
    years: Pattern
    ahead: Pattern
    planned: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedges:
    """How a language says that something is not said to be so.

    `unsure` words say what may be or is to come, up to what is `perfect`, `denying` ones that what stands behind them is
    not so, besides the language's negations. `against` sets somebody against what another said, `disputed` is denied or
    alleged, from the word that `reported` is on; what stands behind `distanced` words is told by a forgery, turned down,
    only tried or a condition, and what stands before `untrue` ones, from `reported` on, is said not to be so, and so is
    the rest of a sentence behind what is `unfounded`, what stands before the end of what has `taken_back` it, and a
    sentence whose next one is `retracting` where it begins (its `answer` where a report is `told`); behind `supposing`
    words it is only held to be so. What was done before `long_ago` was done then. `denying`, `disputed` and `distanced`
    are searched for in small letters. A `venue` is to whom something was said (its first group). `midway` matches what
    begins amid a clause. An `uncounted` number is no amount, by what is printed behind it. `judging` words weigh or
    suppose more than they report. An `idle` verb says no act. Who stands behind `accusing` words, or before `accused`,
    is said to have done wrong, and who stands before `answering` denies it; `denying_all` says nothing of what is
    denied. What is `joined` (matched in full) between two names makes them the name of one, or of two named together.
    """

    unsure: Pattern
    perfect: Pattern
    denying: Pattern
    against: Pattern
    disputed: Pattern
    distanced: Pattern
    untrue: Pattern
    unfounded: Pattern
    taken_back: Pattern
    retracting: Pattern
    told: Pattern
    long_ago: Pattern
    reported: str
    supposing: Pattern
    venue: Pattern
    midway: Pattern
    uncounted: Pattern
    judging: Pattern
    idle: Pattern
    accusing: Pattern
    accused: Pattern
    answering: Pattern
    denying_all: Pattern
    joined: Pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Contraries:
    """Words of which only one can be true of a thing.

    `words` has for each term (see `digest.language.terms.key`) the choices in which it takes a side, with that side and the
    form in which alone it does; see `digest.language.contraries.words_of`. `marks` finds words that say of the term behind
    them how much or when: its groups are the sides, of which `choices` has for each the choice that it is of.
    """

    words: Mapping[object, Sequence[tuple[object, object, str]]]
    marks: Pattern
    choices: Mapping[str, str]
    phrases: Mapping[tuple[str, str], Sequence[tuple[object, object]]]
    phrased: Pattern
    stem: Callable[[str], str]
    converses: Mapping[object, frozenset[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """By what words a language shows who does what to whom, and where; all in lower case, read by digest/language/roles.py.

    `verb` matches where a verb begins, if no one of the `articles` stands before it; `auxiliaries` stand before one, with
    an `adverb` between them, and those of `being` make it passive. What stands behind one of the
    `prepositions` hangs on it, behind `doer` who does what the verb says. Behind a `modal`
    one stands a verb, whatever its form. One of the
    `breaks` ends what hangs on a preposition, one of the `subordinates` begins a clause too, and so does what stands behind
    a verb of `saying`; a `couple` joins doers. Words of `addresses` are no names, and `familiar` has
    the name in full of short ones. What is done by `mutual` verbs (terms)
    each does to the other. `when` finds a time that is told from now: which, and of what. `stem` is that of a verb which is
    no term.
    """

    verb: Pattern
    being: frozenset[str]
    auxiliaries: frozenset[str]
    modal: frozenset[str]
    adverb: Pattern
    articles: frozenset[str]
    prepositions: frozenset[str]
    subordinates: frozenset[str]
    breaks: frozenset[str]
    saying: frozenset[str]
    couple: str
    doer: str
    addresses: frozenset[str]
    familiar: Mapping[str, str]
    mutual: frozenset[str]
    when: Pattern
    stem: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """All that reading the clauses of a language needs.

    `shortened` finds what ends in a full stop and is no end of a sentence.
    """

    vocabulary: Vocabulary
    cuts: Cuts
    openings: Openings
    standing: StandingAlone
    hedges: Hedges
    contraries: Contraries
    roles: Roles
    shortened: Pattern
