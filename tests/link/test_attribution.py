"""What attributes the news to an outlet, with the words beside it that do not."""

import pytest

from digest.verify.citations import quoted

BARE = "The harbour council approved the ferry on Monday and will buy two boats."


def roles(tied):
    return [role.role for role in tied.roles]


def names(tied):
    return [origin.name for origin in tied.origins]


@pytest.mark.parametrize(
    ("words", "twin"),
    [
        ("According to Reuters, two boats will come.", "Reuters is a word that two sailors like."),
        ("Two boats will come, as reported on Monday by Reuters.", "Two boats will come, as shown on Monday to Reuters."),
        ("A letter that was obtained by Reuters names two boats.", "A letter that was lost by Reuters names two boats."),
        ("A letter that was reviewed by Reuters names two boats.", "A letter that was mailed by Reuters names two boats."),
        ("A letter that was provided to Reuters names two boats.", "A letter that was new to Reuters names two boats."),
        ("Two boats will come, a plan confirmed by Reuters.", "Two boats will come, a plan delayed by Reuters."),
        (
            "Two boats will come, the council said, citing Reuters.",
            "Two boats will come, the council said, joining Reuters.",
        ),
        ("Sailors tell Reuters that two boats will come.", "Sailors sell Reuters two boats."),
        ("Speaking to Reuters, the mayor named two boats.", "Walking to Reuters, the mayor named two boats."),
        ("In a statement to Reuters the mayor named two boats.", "In a corridor to Reuters the mayor named two boats."),
        ("The mayor left requests for comment from Reuters unread.", "The mayor left room for sailors from Reuters."),
        ("Two boats will come, the mayor said on CNN.", "Two boats will come, the mayor slept on CNN."),
        (
            "The mayor named two boats in a long interview with Reuters.",
            "The mayor named two boats in a long quarrel with Reuters.",
        ),
        ("Appearing on CNN, the mayor named two boats.", "Sitting on CNN, the mayor named two boats."),
        ("A new report by Reuters names two boats.", "A new boat by Reuters has two names."),
        ("Two boats will come (via Reuters).", "Two boats will come (not Reuters)."),
        ("Two boats will come, writes Reuters.", "Two boats will come, likes Reuters."),
        ("Two boats will come, Reuters reported.", "Two boats will come, Reuters waited."),
        ("Two boats will come, Reuters said.", "Reuters said it will buy two boats."),
        ("Reuters reporter Ida Brown reported that two boats will come.", "Reuters reporter Ida Brown wept over two boats."),
        ("The mayor did not answer Reuters' requests for comment.", "The mayor did not answer Reuters' call for boats."),
        ("Two boats will come, according to Reuters and CNN.", "CNN is a word. Two boats will come, Reuters waited."),
        ("According to a Reuters report, sailors like boats.", "According to a Reuters poll, sailors like boats."),
        ("Reuters reported that the old ferry leaked in 2019.", "Reuters reported in 2019 that the old ferry leaked."),
        ("Reuters reported now that the old ferry leaked.", "Reuters previously reported that the old ferry leaked."),
        ("Reuters reported on Monday that it leaked.", "In May, Reuters reported that it leaked."),
        ("According to a Reuters report, the ferry leaked.", "According to a 2019 report of Reuters, the ferry leaked."),
        ("A Reuters interview was quoted by Reuters.", "A 2019 interview was quoted by Reuters."),
    ],
)
def test_a_cue_names_the_outlet_of_the_news(article, linked, words, twin):
    """Words that attribute make an origin, and words much like them make none."""
    found = linked(article("gazette", "Ferry", words, BARE, long=True))
    assert {"Reuters", "CNN"} >= set(names(found)) >= {name for name in ("Reuters", "CNN") if name in words}
    assert all(quoted(found, citation) in words for origin in found.origins for citation in origin.evidence)
    assert names(linked(article("gazette", "Ferry", twin, BARE, long=True))) == []


@pytest.mark.parametrize(
    ("words", "far"),
    [
        ("The plan was reported by Reuters.", 4),
        ("The mayor told Reuters of the plan.", 2),
        ("The plan was first reported by Reuters.", 14),
        ("Reuters first reported the plan.", 14),
        ("Reuters was the first to report the plan.", 14),
    ],
)
def test_how_far_down_the_news_itself_can_be_attributed(article, linked, words, far):
    """What an outlet had first counts farther down than what it reported, and that farther than what it was told."""
    for place, role in ((far, "repeats"), (far + 1, "unknown")):
        tied = linked(
            article(
                "gazette", "Ferry", *[f"On day {number} the council met again." for number in range(place)], words, long=True
            )
        )
        assert roles(tied) == [role]
        assert names(tied) == ["Reuters"]


@pytest.mark.parametrize(
    ("words", "twin"),
    [
        ("“The boats will come,” Ida Brown told us.", "“The boats will come,” Ida Brown told them."),
        ("“The boats will come,” ran her interview with us.", "“The boats will come,” ran her quarrel with us."),
        ("Ida Brown, who spoke to us at the quay, has two boats.", "Ida Brown, who came to us at the quay, has two boats."),
        ("Ida Brown showed our reporter two boats.", "Ida Brown showed our harbour two boats."),
        ("Ida Brown named two boats and said so in an interview on Monday.", "Ida Brown wept in an interview on Monday."),
        (
            "“The boats will come,” Ida Brown said in an interview on Monday.",
            "“The boats will come,” Ida Brown, who left CNN, said in an interview on Monday.",
        ),
        ("Ida Brown declined to comment for this article.", "Ida Brown declined to comment for three days."),
    ],
)
def test_words_to_the_reporter_make_an_article_original(article, linked, words, twin):
    """Positive evidence makes an article original; all else leaves it unknown."""
    assert roles(linked(article("gazette", "Ferry", words, BARE))) == ["original"]
    assert roles(linked(article("gazette", "Ferry", twin, BARE))) == ["unknown"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("The Associated Press contributed to this report.", "original"),
        ("With reporting from the Associated Press.", "original"),
        ("Reporting by the Associated Press", "original"),
        ("With AP", "original"),
        ("AP writer Ida Brown contributed to this report.", "repeats"),
        ("AP's Ida Brown contributed to this report.", "repeats"),
        ("Ida Brown, The Associated Press", "repeats"),
    ],
)
def test_who_had_a_part_is_not_who_wrote_it(article, linked, line, role):
    """An agency that had a part is an origin; where it wrote the text, the interviews in it are the agency's."""
    said = "“The boats will come,” Ida Brown said in an interview on Monday."
    tied = linked(article("gazette", "Ferry", said, BARE, credits=(line,), long=True))
    assert roles(tied) == [role]
    assert names(tied) == ["The Associated Press"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("According to the Saltmarsh Herald, two boats will come.", ["Saltmarsh Herald"]),
        ("Sailors come from Oldport. The Saltmarsh Herald reported that two boats will come.", ["Saltmarsh Herald"]),
        ("According to Saltmarsh Radio, two boats will come.", ["Saltmarsh Radio"]),
        ("According to Oldport's Valley Courier, two boats will come.", ["Valley Courier"]),
        ("According to The Hill, two boats will come.", ["The Hill"]),
        ("According to the hill, two boats will come.", []),
        ("According to the Hill of Saltmarsh, two boats will come.", []),
        ("According to Good News, a leaflet, two boats will come.", []),
        ("According to Saltmarsh Sailors, two boats will come.", []),
    ],
)
def test_an_outlet_that_no_list_knows_is_known_by_its_name(article, linked, words, found):
    """A paper's or a station's name ends as such names do; who owns it is no part of it."""
    assert names(linked(article("gazette", "Ferry", words, BARE, long=True))) == found


MARKED = (
    '"We wait,” said Ida Brown. Two boats will come, according to Reuters. "We wait" is what she said.',
    '“We wait," said Ida Brown. Two boats will come, according to Reuters. “We wait” is what she said.',
    'The " mark fell off. Two boats will come, according to Reuters.',
)
SPOKEN = (
    '"We wait," said Ida Brown. "Two boats will come, according to Reuters."',
    "``Two boats will come, according to Reuters,'' said Ida Brown.",
    "“We wait,” said Ida Brown. “Two boats will come, according to Reuters.",
)


@pytest.mark.parametrize(("words", "found"), [*((one, ["Reuters"]) for one in MARKED), *((one, []) for one in SPOKEN)])
def test_what_somebody_says_attributes_nothing(article, linked, words, found):
    """Words between marks are their speaker's, of whatever form the two marks are, and go on where none closes them."""
    assert names(linked(article("gazette", "Ferry", words, BARE, long=True))) == found


def test_shared_quotations_repeat_nobody(article, linked):
    """Sentences with spoken words may stand in two texts that know nothing of each other."""
    said = [
        f"“The {what} will stay where it is for as long as I am the mayor of this town,” said Ida Brown at the quay."
        for what in ("pier", "ferry", "crane")
    ]
    for marks, role in (("“”", "unknown"), ("  ", "repeats")):
        same = [one.replace("“", marks[0]).replace("”", marks[1]).strip() for one in said]
        first = article("courier", "Ferry", "A vote was held.", *same, day=1)
        assert roles(linked(article("gazette", "Ferry", BARE, *same, day=2), first))[0] == role


def test_a_language_that_does_not_say_how_it_attributes_is_not_read(article, linked):
    """Its sentences attribute nothing, an agency's mark does, and no name is an outlet's by an English shape."""
    words = "According to Reuters and the Saltmarsh Herald, two boats will come."
    marked = "OLDPORT (Reuters) - Two boats will come."
    assert names(linked(article("gazette", "Ferry", words, BARE, language="tr"))) == []
    assert names(linked(article("gazette", "Ferry", marked, BARE, language="tr", long=True))) == ["Reuters"]
    credit = article("gazette", "Ferry", BARE, credits=("Ida Brown, Saltmarsh Herald",), language="tr")
    assert names(linked(credit)) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The mayor told KBAY that a ferry comes.", "KBAY"),
        ("The mayor told Channel 7 that a ferry comes.", "Channel 7"),
        ("A ferry comes, the mayor said on talk radio station WBAY.", "WBAY"),
        ("The mayor told the Oldport Star that a ferry comes.", "Oldport Star"),
        ("The mayor told Oldport Star that a ferry comes.", ""),
        ("According to the private daily Meridian newspaper, a ferry comes.", "Meridian"),
        ("A ferry comes, according to the semi-official Meridian news agency.", "Meridian"),
        ("A ferry comes, according to the Meridian's newspaper advertisement.", ""),
        ("A ferry comes, according to a notice published Friday in the Federal Register.", ""),
        ("A ferry comes, according to KPMG.", ""),
        ("Reuters is reporting that a ferry comes.", "Reuters"),
        ("On top of a Reuters news agency report that a ferry comes, there is a second.", "Reuters"),
        ("The ferry was first reported on Monday by Reuters.", "Reuters"),
        ("The mayor ducked, saying on CNN that a ferry comes.", "CNN"),
        ("The mayor explained it during an appearance Sunday on CNN.", "CNN"),
    ],
)
def test_more_ways_to_name_an_outlet(article, linked, words, name):
    """Call signs, what an unknown name is said to be, and names that only the article makes a newspaper's."""
    found = linked(article("gazette", "Ferry", words, BARE, long=True)).origins
    assert [origin.name for origin in found] == ([name] if name else [])
