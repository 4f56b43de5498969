"""Which words can stand alone on a page, which lean on what stood around them, and by which rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import cached_property

from digest.language.clauses import turns, whole
from digest.language.grammar import Grammar
from digest.language.profile import Language
from digest.language.scripts import CAPITALS, SMALL, as_letters
from digest.language.sentences import ended
from digest.language.speech import spoken
from digest.language.words import LETTER, Tokenizer

BRIEF = 52
"""Code points below which words seldom say what they are about."""
LEAST_SAID = 25
"""Letters that a statement has at least; a character of a dense script counts as several (`as_letters`)."""
CAPTION = 90
"""Code points below which what ends as a sentence may be a caption, without a main clause."""
_LEAST_WORDS = 5
_SOON = 25
"""Code points behind a leading phrase in which the name stands that its pronoun means."""
_MARKS = (("(", ")"), ("（", "）"), ("「", "」"), ("『", "』"), ("«", "»"))
_QUOTES = '„“”"«「『'
_OPENING, _ASKING = "»‘’(（[-–—•", "?？؟;"
_NAME = re.compile(rf"\b[{CAPITALS}]\w")
_CASED = re.compile(rf"[{CAPITALS}{SMALL}]")
_WORD = Tokenizer(f"{LETTER}+")
_NAMES = 4.0
"""Zipf frequency below which a word may be a name, in scripts that have no capitals."""
_BEGINS = '“"‘([`'
_CLOSED = re.compile(r"[^\"“`]*[,.?!](?:[\"”]|'')")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|``.*?''")
_CAPITALS = re.compile(r"(?!The )(?:[A-Z][\w.’'-]*,? ?)+")
_NAMING = re.compile(r"[A-Z0-9]")


class _Words:
    """A run of a sentence, sentence[start:end], that may be shown alone; `first` says that the sentence begins with it."""

    def __init__(
        self, sentence: str, start: int, end: int, first: bool, language: Language, grammar: Grammar, names: Container[str]
    ) -> None:
        self.sentence, self.end, self.first, self.names = sentence, end, first, names
        self.language, self.rules, self.cuts = language, grammar.standing, grammar.cuts
        self.text = sentence[start:end]
        self.verb = self.rules.verb if first and end == len(sentence) else self.rules.finite
        """In a run that is cut, what is as often a noun is no verb."""

    @cached_property
    def unquoted(self) -> str:
        """The text without its quotations."""
        return unquoted(self.text)

    @cached_property
    def leading(self) -> bool:
        """Whether it begins with a phrase that hangs on what follows."""
        return self.first and bool(self.cuts.leading.match(self.text))

    @cached_property
    def complete(self) -> bool:
        """Whether it is a whole sentence, longer than a caption: it has its main clause, though its verb be unknown."""
        return self.first and self.end == len(self.sentence) and len(self.text) >= CAPTION and ended(self.text)

    @cached_property
    def subject(self) -> int:
        """Where its subject may begin, behind an adverb that opens it."""
        adverb = self.rules.adverb.match(self.text)
        return adverb.end() if adverb else 0

    def is_dangling(self) -> bool:
        """Whether its subject, behind an adverb that opens it, points elsewhere: "it", "the latter"."""
        at = self.subject
        return bool(self.rules.dangling.match(self.text, at)) and not self.rules.expletive.match(self.text, at)

    def points_back(self) -> bool:
        """Whether a person's pronoun comes before any name: one that its place or case shows, or one of `names`."""
        pronoun = self.rules.person.search(self.text)
        if pronoun is None or (self.opens_with_a_name and pronoun.start()):
            return False
        comma = self.text.find(", ", pronoun.start())
        if self.leading and any(comma < match.start() <= comma + _SOON for match in self.rules.named.finditer(self.text)):
            return False
        return not any(match.start() < pronoun.start() for match in self.rules.named.finditer(self.text))

    @cached_property
    def opens_with_a_name(self) -> bool:
        """Whether one of the words with a capital with which it begins is known to be a name."""
        first = _CAPITALS.match(self.text)
        return any(word.strip(",.’'").casefold() in self.names for word in (first.group().split() if first else ()))

    def is_said_by_a_pronoun(self) -> bool:
        """Whether a pronoun says something, or is all that is said, and nobody is named before it outside quotations.

        ", he said" behind a statement is said by whom the statement begins with, if by anybody in it.
        """
        said = self.rules.spoken_by_pronoun.search(self.text)
        if said is None or self.opens_with_a_name:
            return said is not None and not self.opens_with_a_name
        before = self.text[: said.start()]
        return before.endswith((", ", "” ", '" ')) or not self.rules.named.search(unquoted(before))

    def says_nothing(self) -> bool:
        """Whether a run that is cut has no verb in its main clause, behind a phrase that says when and without asides."""
        if self.complete:
            return False
        timed = self.rules.time.match(self.text)
        told = self.text[timed.end() if timed else self.text.find(",") + 1 if self.leading else 0 :]
        return not self.verb.search(self.rules.relative.split(self.rules.aside.sub(" ", told))[0])

    def is_mostly_quoted(self) -> bool:
        """Whether more than half of it is somebody's words."""
        return 2 * sum(len(match.group()) for match in _QUOTED.finditer(self.text)) > len(self.text)

    def asks_for_more(self) -> bool:
        """Whether it is cut where its sentence goes on: behind "and", or before "but"."""
        cut = self.end < len(self.sentence)
        return cut and bool(self.cuts.torn.search(self.text) or turns(self.sentence, self.end, self.language))


LEANS = "a subject that points elsewhere"
OPEN, SURROUNDED, POINTING = "a mark left open", "leans on what is around it", "a noun told of before"

REFUSALS: tuple[tuple[str, Callable[[_Words], object]], ...] = (
    ("too short", lambda it: len(it.text) < LEAST_SAID or len(it.text.split()) < _LEAST_WORDS),
    (OPEN, lambda it: not whole(it.text)),
    ("a question", lambda it: it.text.endswith("?")),
    (LEANS, _Words.is_dangling),
    (POINTING, lambda it: it.rules.told_of.match(it.text, it.subject)),
    ("in the first person", lambda it: it.rules.first_person.search(it.unquoted)),
    ("said by a pronoun", _Words.is_said_by_a_pronoun),
    ("mostly a quotation", _Words.is_mostly_quoted),
    ("no verb", lambda it: not it.verb.search(it.unquoted)),
    (SURROUNDED, lambda it: leans(it.text, it.language) > 1),
    ("begins within a quotation", lambda it: _CLOSED.match(it.text)),
    ("a pronoun before any name", _Words.points_back),
    ("begins with a mark", lambda it: it.text[0] in _BEGINS),
    ("no verb in the main clause", _Words.says_nothing),
    (
        "no verb behind its last that or who",
        lambda it: not it.complete and not it.rules.verb.search(it.rules.complement.split(it.text)[-1]),
    ),
    ("begins midway", lambda it: not it.first and it.rules.midway.match(it.text)),
    ("begins with a participle", lambda it: not it.first and it.rules.participle.match(it.text)),
    ("a verb of the clause around it", lambda it: not it.first and it.rules.outer.search(it.text)),
    ("ends before what is said", lambda it: not ended(it.text) and it.rules.unsaid.search(it.text)),
    ("a line of a page", lambda it: it.rules.clutter.search(it.text)),
    ("a pronoun behind a phrase", lambda it: it.rules.late_subject.match(it.text)),
    ("cut where it goes on", _Words.asks_for_more),
    ("a leading phrase without its clause", lambda it: it.leading and "," not in it.text and not it.complete),
)
"""Why a run of clauses cannot stand alone: names of rules, each with what it looks for; the cheap ones first."""
LEANING = frozenset(
    (
        LEANS,
        "said by a pronoun",
        SURROUNDED,
        POINTING,
        "a pronoun before any name",
        "a pronoun behind a phrase",
    )
)
"""The rules that refuse what reads well behind the sentence before it."""
QUOTING = frozenset(("mostly a quotation", "begins with a mark"))
"""The rules that refuse words because they are somebody's own."""


def refusal(
    sentence: str, start: int, end: int, first: bool, language: Language, names: Container[str] = frozenset()
) -> str | None:
    """Return the name of the rule by which sentence[start:end] cannot stand alone; None where it can.

    It can where it is a statement with its subject, nothing dangling and no open quotation. `first` says that the run begins
    where the sentence begins; `names` are words known to be names, in lower case. In a language whose grammar is not known
    only a whole sentence can that asks nothing, is no quotation or part of one without its speaker, and does not begin with
    words that the language says lean on others.
    """
    if language.grammar is None:
        if not (first and end == len(sentence) and _says_enough(sentence[start:end], language)):
            return "no whole statement"
        return LEANS if language.leaning.match(sentence, start, end) else None
    words = _Words(sentence, start, end, first, language, language.grammar, names)
    return next((name for name, refuses in REFUSALS if refuses(words)), None)


def _says_enough(words: str, language: Language) -> bool:
    """Whether a sentence of any language is more than a few words, begins as one, and leaves no mark open."""
    balanced = all(words.count(left) == words.count(right) for left, right in _MARKS)
    begins = not words[0].islower() and words[0] not in _OPENING
    begins = begins and (words[0] not in _QUOTES or _names_speaker(words, language))
    return balanced and as_letters(words) >= LEAST_SAID and begins and words[-1] not in _ASKING


def _names_speaker(words: str, language: Language) -> bool:
    """Whether a sentence that begins with a quotation says behind it whose it is: by a name, and not by a pronoun alone.

    Not asked where a language says how it quotes: there quotations are shown as such.
    """
    quoted = [] if language.speech else spoken(words, None)
    if not quoted or quoted[0][0]:
        return False
    ends, starts = [end for _, end in quoted], [start for start, _ in quoted[1:]]
    around = " ".join(words[end:start] for end, start in zip(ends, [*starts, len(words)], strict=True))
    if _CASED.search(words):
        return _NAME.search(around) is not None
    return any(language.zipf(word) < _NAMES for word in _WORD.words(around, language.code))


def leans(words: str, language: Language) -> int:
    """Count the signs by which words that can stand alone still lean on what stood around them; 0 without a grammar."""
    if language.grammar is None:
        return 0
    rules = language.grammar.standing
    ended = rules.subject_end.search(words)
    subject = words[: ended.start() if ended else len(words)]
    definite = rules.definite.match(words)
    return sum(
        (
            words[0].islower(),
            bool(definite and not rules.told_apart.search(subject[4:])),
            not _NAMING.search(words, 1),
            len(words) < BRIEF,
            bool(rules.beside.search(words)),
            ";" in words,
            bool(rules.loose_end.search(words)),
            bool(rules.part.match(words)),
        )
    )


def unquoted(words: str) -> str:
    """Return words without the quotations in them that have an end."""
    return _QUOTED.sub("", words)


def unattributed(words: str, language: Language) -> bool:
    """Whether words are somebody's own and do not say whose: nearly all a quotation, or in the first person."""
    around = unquoted(words)
    mine = language.grammar and language.grammar.standing.first_person.search(around)
    return len(around.split()) < 2 or bool(mine)
