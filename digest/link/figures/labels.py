"""What a figure measures, as a phrase in a source's own words, whole and in one piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.language.figures import Figures, Labels, Phrases
from digest.link.figures.measures import Mention, is_prior
from digest.link.figures.phrases import (
    LONGEST_LABEL,
    clause_before,
    clause_to_verb,
    noun_after,
    noun_before,
    predicate,
    relative_clause,
    subject,
    with_tied,
)
from digest.link.figures.quantities import UNITS_OF_TIME, YEAR
from digest.model import Text

_BARE = 6
"""Rank of a label that is only the name of the thing counted."""


def label(language: Figures, mentions: Sequence[Mention], *, more: bool = False) -> Text | None:
    """Return the best phrase any of the mentions gives for what they measure; None where none is whole.

    With `more` it is more than the name of the thing counted. What a number is the older value of, or the difference, is no
    name of it.
    """
    found = [
        (rank, place, len(words), words)
        for place, mention in enumerate(mentions)
        if not is_prior(language, mention)
        for rank, words in _candidates(language, mention)
        if 2 < len(words) <= LONGEST_LABEL and not (more and rank == _BARE)
    ]
    return Text(min(found)[3]) if found else None


def clause_around(language: Figures, mention: Mention) -> Text:
    """Return the words of its clause around a number, for want of a label: as many as one may have, cut between phrases."""
    text, quantity, phrases = mention.sentence.text, mention.quantity, _known(language)[0]
    start, end = mention.clause
    if len(text[start : quantity.start].split()) + len(text[quantity.end : end].strip(" .").split()) < 2:
        start = max((match.end() for match in phrases.parting.finditer(text, 0, max(0, start - 1))), default=0)
    said = phrases.reported.match(text, start, quantity.start)
    start = said.end() if said and len(text[said.end() : end].split()) > 4 else start
    while match := phrases.joined.match(text, start, quantity.start):
        start = match.end()
    while end - start > LONGEST_LABEL and (
        cuts := [match.start() for match in phrases.phrase.finditer(text, quantity.end, end)]
    ):
        end = cuts[-1]
    return Text(phrases.trailing.sub("", text[start:end].strip(" .")))


def sentence_around(mention: Mention, *, clause: bool = False) -> Text:
    """Return the sentence around a number, in a language whose phrases are not known: all of it, or what it counts.

    Of a sentence that is too long its `clause`, where a clause's ends are known.
    """
    text, quantity = mention.sentence.text, mention.quantity
    for words in (text, text[slice(*mention.clause)] if clause else ""):
        if 0 < len(whole := words.strip(" ,.。")) <= LONGEST_LABEL:
            return Text(whole)
    return Text(text[quantity.start : quantity.end])


def _known(language: Figures) -> tuple[Phrases, Labels]:
    """The phrases and labels of a language that has them; who asks for a label has looked."""
    if language.phrases is None or language.labels is None:
        raise ValueError("a language without phrases has no labels")
    return language.phrases, language.labels


def _candidates(language: Figures, mention: Mention) -> Iterable[tuple[int, str]]:
    """The phrases of one mention that may be a label; the lower the number, the better."""
    text, quantity = mention.sentence.text, mention.quantity
    phrases, labels = _known(language)
    before = clause_before(phrases, text[: quantity.start]).rstrip(" ")
    if quantity.unit in UNITS_OF_TIME:
        yield from _event(language, mention)
    elif quantity.noun and quantity.unit != "seconds" and quantity.named < quantity.end:
        yield from _counted(language, mention)
    else:
        yield from _amount(language, before)
        if quantity.unit in ("%", "points"):
            yield from _share(language, text, quantity.end)
        elif quantity.unit != "seconds":
            yield from _money(language, before, text, quantity.end)
    at = (labels.when if quantity.unit in (*UNITS_OF_TIME, "seconds") else labels.towards).search(before)
    whole = text[: quantity.start].rstrip()
    stops = at.start() if at else len(before)
    clause = clause_to_verb(phrases, before[:stops], anywhere=at is not None or quantity.unit == YEAR)
    if words := clause or relative_clause(phrases, whole):
        yield 4, words
    elif words := clause_to_verb(phrases, whole):
        yield 5, words


def _amount(language: Figures, before: str) -> Iterable[tuple[int, str]]:
    """What a number is said to be: the phrase before "of" or "was"."""
    phrases, labels = _known(language)
    head = labels.of_value.search(before)
    if head and (words := noun_before(phrases, before[: head.start()])):
        yield 1, words
    link = labels.is_value.search(before + " ")
    if link and (words := subject(phrases, before[: link.start()])):
        yield 1, words


def _money(language: Figures, before: str, text: str, end: int) -> Iterable[tuple[int, str]]:
    """What an amount is for: the phrase after "in" or "for", or the thing whose price stands before it."""
    phrases, labels = _known(language)
    conjunction = phrases.conjunction
    after = labels.amount_for.match(text, end)
    if after and (words := noun_after(phrases, text, after.end())):
        start = text.index(words, end)
        stop = start + len(words)
        pair = noun_after(phrases, text, stop + len(conjunction)) if text.startswith(conjunction, stop) else ""
        if " " in words and not labels.share_of.match(text, stop):
            yield 2, words
        else:
            yield 2, words + conjunction + pair if pair else with_tied(phrases, labels, text, start, words)
    elif phrases.owned.search(before) and text[end : end + 1] == " " and (words := noun_after(phrases, text, end + 1)):
        yield 2, words


def _share(language: Figures, text: str, end: int) -> Iterable[tuple[int, str]]:
    """What a share is of, with what is said of it, or what it is for."""
    phrases, labels = _known(language)
    if of := labels.share_of.match(text, end):
        words = predicate(phrases, text, of.end())
    else:
        given = labels.share_for.match(text, end)
        words = noun_after(phrases, text, given.end()) if given else ""
    if words:
        yield 2, words


def _counted(language: Figures, mention: Mention) -> Iterable[tuple[int, str]]:
    """The thing counted, with what befell it, where it is or what is said of it."""
    text, quantity, (phrases, labels) = mention.sentence.text, mention.quantity, _known(language)
    words = text[quantity.named : quantity.end].lstrip(" -")
    start = quantity.end - len(words)
    vague = words.casefold() in phrases.vague
    outcome = labels.outcome.match(text, quantity.end)
    placed = with_tied(phrases, labels, text, start, words)
    if outcome:
        yield 1, words + outcome.group()
    elif placed != words:
        yield 3 if vague else 2, placed
    if " " in words:
        yield 3, words
    elif not labels.tied.search(text[: quantity.start]) and (said := predicate(phrases, text, start)):
        yield 3, said
    if not vague:
        yield _BARE, words


def _event(language: Figures, mention: Mention) -> Iterable[tuple[int, str]]:
    """What happens on a date: the nouns after a month, or the phrase before "in June"."""
    text, quantity, (phrases, labels) = mention.sentence.text, mention.quantity, _known(language)
    words = noun_after(phrases, text, quantity.end + 1) if text[quantity.end : quantity.end + 1] == " " else ""
    if words and words[0].islower():
        yield 1, words
    if before := labels.when.search(text[: quantity.start].rstrip()):
        stood = text[mention.clause[0] : before.start()]
        link = labels.due.search(stood)
        words = subject(phrases, stood[: link.start()]) if link else noun_before(phrases, stood)
        if link or phrases.happening.search(words):
            yield 2, words
