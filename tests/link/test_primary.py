"""A statement, a court paper or a post from which articles have the news is named as a primary source."""

import pytest

from digest.verify.citations import quoted

BARE = "The harbour council approved the ferry on Monday and will buy two boats."
SAID = "The ferry comes, the harbour council said in a statement."


def roles(tied):
    return [role.role for role in tied.roles]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The ferry comes, Ida Brown said Monday in a written statement.", "Ida Brown statement"),
        ("Mayor Ida Brown, who leads the harbour council, has confirmed in a statement that it comes.", ""),
        ("Ida Brown, the mayor, confirmed in a statement that the ferry comes.", "Ida Brown statement"),
        ("Mr. Brown (Ind.) announced the ferry late on Monday in a brief news release.", "Brown news release"),
        ("The ferry comes, said Ida Brown in a statement.", "Ida Brown statement"),
        ("In a statement on Monday, the Harbour Council said that the ferry comes.", "Harbour Council statement"),
        ("In a statement, after a day of talks with sailors, Mr. Brown insisted that it comes.", "Brown statement"),
        ("The Harbour Council issued a statement on the ferry.", "Harbour Council statement"),
        ("The ferry comes, according to a statement from the Harbour Council.", "Harbour Council statement"),
        ("The ferry comes, said the statement from the mayor's lawyer, Ida Brown.", "Ida Brown statement"),
        ("The mayor made a statement from the Harbour Room.", ""),
        ("The ferry comes, said a police statement.", "Police statement"),
        ("The ferry was overloaded, police said in a statement.", "Police statement"),
        ("The ferry was overloaded, Oldport police said in a statement.", "Oldport police statement"),
        ("Mr. Brown’s statement on Monday left the day open.", "Brown statement"),
        ("The ferry was overloaded, according to court papers.", "Court papers"),
        ("The ferries leak, the Sailors Guild said in a report.", "Sailors Guild report"),
        ("The report released Monday by the Oldport-based Sailors Guild says that ferries leak.", "Sailors Guild report"),
        ("The ferry comes, Ida Brown tweeted.", "Ida Brown post"),
        ("The ferry comes, Ida Brown wrote on Facebook.", "Ida Brown post"),
        ("The ferry comes, Ida Brown said in a blog post.", "Ida Brown post"),
        ("In a post on Monday, Ida Brown said that the ferry comes.", "Ida Brown post"),
        ("Ida Brown shared a short post about the ferry.", "Ida Brown post"),
        ("The Harbour Council announced the ferry on its website.", "Harbour Council website"),
        ("The ferry comes, according to the website of the Harbour Council.", "Harbour Council website"),
        (
            "A lawyer for Mr. Webb, Ida Brown of Oldport, confirmed in a statement that it comes.",
            "Ida Brown of Oldport statement",
        ),
        ("A lawyer for Mr. Webb confirmed in a statement that it comes.", ""),
        ("A spokesman, Carl Webb, said in a statement that it comes.", "Carl Webb statement"),
        ("She said in a statement that the ferry comes.", ""),
        ("A spokesman said in a statement that the ferry comes.", ""),
        ("In a statement to Reuters, a spokesman for the ferry said that it comes.", ""),
        ("A Harbour Line spokesman said in a statement that the ferry comes.", "Harbour Line spokesman statement"),
        ("The ferry comes, the Oldport transport department said in a statement.", "Oldport transport department statement"),
        ("The ferry comes, U.S. Harbour Police said in a statement.", "U.S. Harbour Police statement"),
        ("The ferry comes, Mayor Dr. Ida Brown said in a statement.", "Ida Brown statement"),
        ("But Ida Brown said in a statement that the ferry comes.", "Ida Brown statement"),
        ("Video posted on Twitter shows the ferry.", ""),
        ("The council will issue a report by June 4.", ""),
        ("A draft report released by Mayor Brown’s newly formed board says that ferries leak.", ""),
        ("The ferry comes, according to a statement from Brown’s office.", "Brown’s office statement"),
        ("The ferry left the pier, her deputy, Carl Webb, said on Twitter.", ""),
        ("The ferry comes, Reuters said in a statement.", ""),
        ("The ferry comes, Ida Brown said in a statement sent to the Valley Courier.", ""),
        ("“The ferry comes, the Harbour Council said in a statement,” a sailor shouted.", ""),
        ("The mayor read the report by heart.", ""),
    ],
)
def test_a_primary_source_is_named_by_whose_it_is(article, linked, words, name):
    """Whose words they are and in what they stand; nobody's whom no name says, and no outlet's."""
    tied = linked(article("gazette", "Ferry", words, BARE, long=True))
    assert [origin.name for origin in tied.origins if origin.kind == "primary"] == ([name] if name else [])


def test_all_who_have_the_core_from_a_statement_repeat_it(article, linked):
    """Two articles of one statement are one origin, under the longest name, with the words that name it."""
    tied = linked(
        article("gazette", "Ferry", "The ferry comes, Mr. Brown said in a statement.", BARE, long=True),
        article("courier", "Ferry", "In a statement, Ida Brown said that the ferry comes.", BARE, long=True),
    )
    (origin,) = tied.origins
    assert (origin.name, origin.kind, origin.member) == ("Ida Brown statement", "primary", False)
    assert origin.repeated_by == origin.for_core == tuple(one.id for one in tied.articles)
    assert all("in a statement" in quoted(tied, one).lower() for one in origin.evidence)
    assert roles(tied) == ["repeats", "repeats"]
    assert tied.roles[0].repeats == ("Ida Brown statement",)
    assert (tied.independent, tied.at_least) == (1, False)


def test_a_statement_far_down_is_a_detail_of_one_that_others_begin_with(article, linked):
    """What no article has near its top is not named; where one has, the others that name it for a detail are."""
    far = [f"On day {number} the council met again." for number in range(5)]
    late = article("gazette", "Ferry", *far, SAID, long=True)
    assert linked(late).origins == ()
    tied = linked(late, article("courier", "Ferry", SAID, BARE, long=True))
    (origin,) = tied.origins
    assert (len(origin.repeated_by), origin.for_core) == (2, (tied.articles[1].id,))


def test_who_is_named_beside_a_known_one_far_down_is_not_named_by_it(article, linked):
    """A guild that speaks of the mayor has a paper of its own, which no article begins with."""
    far = [f"On day {number} the council met again." for number in range(5)]
    late = article("gazette", "Ferry", *far, "The Sailors Guild said in a report that Mr. Brown erred.", long=True)
    early = article("courier", "Ferry", "The ferry comes, Ida Brown said in a statement.", BARE, long=True)
    assert [origin.name for origin in linked(late, early).origins] == ["Ida Brown statement"]


@pytest.mark.parametrize("language", ["de", "sv"])
def test_in_a_language_that_does_not_say_how_it_attributes_nobody_is_named(article, linked, language):
    """What looks like English words is not read as such."""
    assert linked(article("gazette", "Ferry", SAID, BARE, language=language, long=True)).origins == ()


def test_a_statement_adds_nothing_beside_an_outlet_that_counts(article, linked):
    """Reuters may have its report from the statement, and two statements may be one."""
    statement = article("gazette", "Ferry", SAID, BARE, long=True)
    tied = linked(statement, article("courier", "Ferry", "The ferry comes, Reuters reported.", BARE, long=True))
    assert (tied.independent, tied.at_least) == (1, True)
    tied = linked(statement, article("courier", "Ferry", "The ferry comes, the navy said in a statement.", BARE, long=True))
    assert (tied.independent, tied.at_least) == (1, True)


def test_who_has_a_statement_and_asked_on_the_core_is_original(article, linked):
    """Reporting of one's own near the top stays beside the statement; on a detail it does not."""
    far = [f"On day {number} the council met again." for number in range(5)]
    told = "The mayor told the Harbour Gazette that two boats will come."
    assert roles(linked(article("gazette", "Ferry", SAID, told, BARE, long=True))) == ["original"]
    assert roles(linked(article("gazette", "Ferry", SAID, *far, told, long=True))) == ["repeats"]


def test_an_agencys_mark_is_no_reporting_beside_a_statement(article, linked):
    """An agency's text that has the news from a statement is the statement's."""
    tied = linked(article("gazette", "Ferry", f"OLDPORT (Reuters) - {SAID}", BARE, long=True))
    assert (tied.independent, {origin.kind for origin in tied.origins}) == (1, {"outlet", "primary"})
