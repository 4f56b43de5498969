"""Whose news an article has, told by which of its attributions are of the core of the story; each case beside its twin."""

import pytest

from digest.verify.citations import quoted

BARE = "The harbour council approved the ferry on Monday and will buy two boats."
FAR = [f"On day {number} the council met again." for number in range(8)]
OWN = "The mayor told the Harbour Gazette that two boats will come."
FOLLOWS = "According to Reuters, a ferry comes."
REACTION = "A sailor told CNN that it may rain."
ASSOCIATED = "The mayor told The Associated Press that two boats were bought."


def said(tied):
    """Each article's role and whom it repeats, and how many reported on their own."""
    return [(role.role, *role.repeats) for role in tied.roles], tied.independent


@pytest.mark.parametrize(
    ("paragraphs", "role", "independent"),
    [
        (["Reuters reported that the ferry comes.", REACTION], ("repeats", "Reuters"), 1),
        ([REACTION, "Reuters reported that the ferry comes."], ("repeats", "CNN", "Reuters"), 2),
        (["A sailor told Reuters that the ferry comes.", REACTION], ("repeats", "Reuters", "CNN"), 2),
        (["The Harbour Gazette reported that the ferry comes.", REACTION], ("original", "CNN"), 2),
    ],
)
def test_what_was_said_to_one_outlet_behind_the_report_of_another_is_a_reaction(
    article, linked, paragraphs, role, independent
):
    """It is of the core where it comes first, or nobody else is said to have reported the news."""
    assert said(linked(article("gazette", "Ferry", *paragraphs))) == ([role], independent)


@pytest.mark.parametrize(
    ("paragraphs", "role", "independent"),
    [
        ([BARE, *FAR, "The Associated Press contributed to this report."], ("repeats", "The Associated Press"), 1),
        ([BARE, *FAR, "The Associated Press was founded long ago."], ("unknown",), None),
        ([FOLLOWS, *FAR, "Ida Brown in Oldport contributed to this report."], ("original", "Reuters"), 2),
        ([FOLLOWS, *FAR, "Ida Brown in Oldport was seen at the quay."], ("repeats", "Reuters"), 1),
    ],
)
def test_a_credit_is_of_the_core_wherever_it_stands(article, linked, paragraphs, role, independent):
    """It names who had a part in the whole article."""
    assert said(linked(article("gazette", "Ferry", *paragraphs))) == ([role], independent)


def test_one_outlet_may_report_in_one_article_and_repeat_in_another(article, linked):
    """The role is the article's, not its publisher's."""
    tied = linked(article("gazette", "Ferry", OWN, BARE), article("gazette", "Ferry", FOLLOWS, *FAR))
    assert said(tied) == ([("original",), ("repeats", "Reuters")], 2)


def test_who_prints_an_agencys_text_may_have_asked_too(article, linked):
    """The agency follows no reporting of its printer, and both count."""
    words = f"OLDPORT (Reuters) - A ferry comes. {OWN}"
    follows = article("courier", "Ferry", "According to the Harbour Gazette, a ferry comes.")
    tied = linked(article("gazette", "Ferry", words), follows)
    assert said(tied) == ([("original", "Reuters"), ("repeats", "Harbour Gazette")], 2)


@pytest.mark.parametrize(("words", "independent"), [("A cake was sold.", 1), (ASSOCIATED, 2)])
def test_an_agency_that_follows_another_counts_where_its_text_shows_own_reporting(article, linked, words, independent):
    """Whoever printed it."""
    tied = linked(article("gazette", "Ferry", f"OLDPORT (AP) — {FOLLOWS} {words}", BARE))
    assert said(tied) == ([("repeats", "The Associated Press", "Reuters")], independent)


def test_an_agencys_mark_is_evidence_where_it_follows_nobody(article, linked):
    """It counts though another article of the agency follows others, and on its own pages its mark makes a text its own."""
    other = article("ap", "Ferry", FOLLOWS)
    tied = linked(article("gazette", "Ferry", "OLDPORT (AP) — A ferry comes.", BARE), other)
    assert said(tied) == ([("repeats", "The Associated Press"), ("repeats", "Reuters")], 2)
    assert said(linked(article("ap", "Ferry", "OLDPORT (AP) — A ferry comes.", BARE))) == ([("original",)], 1)
    assert said(linked(article("ap", "Ferry", f"OLDPORT (AP) — {FOLLOWS}", BARE))) == ([("repeats", "Reuters")], 1)
    own = article("gazette", "Ferry", OWN, BARE)
    assert said(linked(article("ap", "Ferry", "OLDPORT (AP) — A ferry comes.", BARE), own)) == ([("original",)] * 2, 2)


@pytest.mark.parametrize(
    ("before", "words", "of_core"),
    [
        (4, FOLLOWS, True),
        (6, FOLLOWS, False),
        (1, "A sailor told Reuters that a ferry comes.", True),
        (4, "A sailor told Reuters that a ferry comes.", False),
        (8, "The ferry was first reported by Reuters.", True),
        (16, "The ferry was first reported by Reuters.", False),
    ],
)
def test_how_far_down_the_core_is_attributed_depends_on_how(article, linked, before, words, of_core):
    """A report near the top, words to an outlet at the very top, and the first to report it further down too."""
    tied = linked(article("gazette", "Ferry", *[f"On day {number} the council met." for number in range(before)], words))
    assert said(tied)[0] == [("repeats", "Reuters") if of_core else ("unknown",)]


def test_texts_with_the_same_words_count_once_beside_others(article, linked):
    """A third that shares nothing is another."""
    same = "the old pier was built by the grandfather of the harbour master who now wants to pull all of it down again"
    told = f"The mayor told the {{}} that two boats will come, and {same}."
    one = article("gazette", "Ferry", told.format("Harbour Gazette"), BARE, long=True)
    two = article("courier", "Ferry", told.format("Valley Courier"), long=True)
    three = article("reuters", "Ferry", "A sailor told Reuters that he was glad.", long=True)
    assert (linked(one, two).independent, linked(one, two, three).independent) == (1, 2)


@pytest.mark.parametrize(("words", "repeats"), [("OLDPORT (Reuters) - The judge shook his head.", True), (FOLLOWS, False)])
def test_an_agency_that_the_story_is_about_may_have_written_it(article, linked, words, repeats):
    """To name it attributes nothing; its mark does."""
    tied = linked(article("gazette", "Judge rebukes Reuters", words, BARE, long=True))
    assert [origin.repeated_by for origin in tied.origins] == [(tied.articles[0].id,) if repeats else ()]


@pytest.mark.parametrize(("times", "whole"), [(1, True), (5, False)])
def test_an_origin_is_cited_with_its_clause_unless_that_is_long(article, linked, times, whole):
    """Then the words of the attribution stand alone."""
    words = f"Reuters reported that the ferry comes{' to the old pier behind the grey customs house' * times}."
    tied = linked(article("gazette", "Ferry", words, BARE, long=True))
    (evidence,) = tied.origins[0].evidence
    assert (quoted(tied, evidence) == words) == whole
    assert quoted(tied, evidence).startswith("Reuters reported")
