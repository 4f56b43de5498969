"""Noun phrases and clauses beside a number are taken whole, or not at all."""

import pytest

from digest.language.english import ENGLISH
from digest.link.figures.phrases import (
    clause_before,
    clause_to_verb,
    noun_after,
    noun_before,
    predicate,
    relative_clause,
    subject,
    with_tied,
)

PHRASES, LABELS = ENGLISH.figures.phrases, ENGLISH.figures.labels


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("clerks of the rye mill", "rye mill"),
        ("said the baker, rye mill", "rye mill"),
        ("said the mayor's dredging", "mayor's dredging"),
        ("a clerk spoke of dredging", ""),
        ("said a baking tax", "tax"),
        ("told of the long unfulfilled dues", "long unfulfilled dues"),
        ("mackerel that they smoked", ""),
        ("paid for the wounded", ""),
        ("it was a total", ""),
        ("the old grey stone rye mill", "old grey stone rye mill"),
        ("the big old grey stone rye flour mill", ""),
    ],
)
def test_a_noun_phrase_ends_before_a_number(before, phrase):
    """Without its article and what stands behind a comma; none that is vague, a verb's form or longer than six words."""
    assert noun_before(PHRASES, before) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the rye mills of Brae", "rye mills"),
        ("rye mills 40 times", "rye mills"),
        ("old grey stone rye mills", "old grey stone rye mills"),
        ("old grey stone rye flour mills", ""),
        ("the total of it", ""),
        ("rye/wheat mills", ""),
        ("June flowers", "June flowers"),
        ("June Hollin", ""),
        ("Upper Brae", "Upper Brae"),
        ("rye mills working all night", "rye mills"),
        ("dredging works", "dredging works"),
        ("wounded", ""),
    ],
)
def test_a_noun_phrase_begins_behind_a_number(text, phrase):
    """It ends before a verb, a preposition or a number; none that is vague, a day, half a word or longer than five words."""
    assert noun_after(PHRASES, text, 0) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("letters", "letters"),
        ("letters of the mayor", "letters of the mayor"),
        ("letters of it", "letters"),
        ("letters between the mayor and the bakers", "letters between the mayor and the bakers"),
        ("letters between the mayor and it", "letters"),
    ],
)
def test_a_phrase_has_the_one_that_is_tied_to_it(text, phrase):
    """Both of a pair."""
    assert with_tied(PHRASES, LABELS, text, 0, "letters") == phrase


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bakers have ovens of stone.", "bakers have ovens of stone"),
        ("bakers have ovens and mills.", "bakers have ovens and mills"),
        ("bakers have ovens and mills were sold.", "bakers have ovens"),
        ("bakers have ovens and mills and boats.", "bakers have ovens"),
        ("bakers of stone.", ""),
        ("bakers have their ovens.", ""),
        ("bakers have ovens of, clerks say, stone.", ""),
        ("bakers have 40 ovens.", ""),
        (f"bakers have {'very ' * 16}old ovens.", ""),
    ],
)
def test_what_is_said_of_a_thing_goes_on_to_the_end_of_its_clause(text, words):
    """Nothing where it says nothing, is of somebody else, breaks off or has a number of its own."""
    assert predicate(PHRASES, text, 0) == words


@pytest.mark.parametrize(
    ("before", "clause"),
    [
        ("The bakers rose early and the gale has killed", "the gale has killed"),
        ("The bakers and the gale have killed", "The bakers and the gale have killed"),
        ("The bakers rose early; the gale has killed", " the gale has killed"),
    ],
)
def test_a_conjunction_parts_two_clauses_and_no_two_subjects(before, clause):
    """There is a clause before it where that has a verb."""
    assert clause_before(PHRASES, before) == clause


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The harbour debt", "harbour debt"),
        ("A clerk said that the harbour debt", "harbour debt"),
        ("", ""),
        ("In the harbour debt", ""),
        ("The debt, a clerk", ""),
        ("Their debt", ""),
        ("The debt was", ""),
        ("The total", ""),
        ("The very very old and long grey harbour debt", "very very old and long grey harbour debt"),
        ("The very very very old and long grey harbour town debt", ""),
    ],
)
def test_a_subject_is_all_that_stands_before_its_verb(before, words):
    """What somebody reports begins behind who does; none that is vague, a pronoun's or longer than nine words."""
    assert subject(PHRASES, before) == words


@pytest.mark.parametrize(
    ("before", "anywhere", "clause"),
    [
        ("The gale in Oldport killed", False, "The gale in Oldport killed"),
        ("A clerk said that the gale killed", False, "the gale killed"),
        ("gales killed", False, ""),
        ("Killed", False, ""),
        ("The gale and he killed", False, ""),
        ("The gale of 2031 killed", False, ""),
        ("The deal would keep the harbour open", True, "The deal would keep the harbour open"),
        ("The deal would keep the harbour open", False, ""),
        ("The deal would keep the harbour of", True, ""),
        ("The harbour deal", True, ""),
    ],
)
def test_a_clause_goes_from_its_subject_to_the_verb_before_a_number(before, anywhere, clause):
    """Or to a date, anywhere behind the verb."""
    assert clause_to_verb(PHRASES, before, anywhere=anywhere) == clause


@pytest.mark.parametrize(
    ("before", "clause"),
    [
        ("They read the harbour lawsuit that covers", "harbour lawsuit that covers"),
        ("They read the harbour lawsuit", ""),
        ("It is the total that covers", ""),
    ],
)
def test_a_relative_clause_has_its_noun(before, clause):
    """Which is not vague."""
    assert relative_clause(PHRASES, before) == clause
