"""Press releases and agency copy: the headline is the title, the dateline the day, and what stands around goes."""

import pytest

from digest.clean.inferred import from_dateline, printed
from digest.clean.markup import Line
from digest.clean.release import release_parts
from digest.language.english import ENGLISH

RELEASE = """FOR IMMEDIATE RELEASE

Media contact:
Jo Pike
Harbour Board
Tel. +44 20 7946 0000
press@harbour.example

Harbour Board Closes North Quay

PORT ALDER, June 9, 2031 -- The harbour board closed the north quay on
Tuesday, after the feet of its crane sank.

It will stay shut until Friday, said the harbour master.

# # #
"""


def test_the_title_of_a_release_is_its_headline(cleaned):
    """Label, contact and end mark are told as such; the text is whole and dated."""
    article, _ = cleaned(body=RELEASE)
    assert article.title == "Harbour Board Closes North Quay"
    assert article.paragraphs == (
        "PORT ALDER, June 9, 2031 -- The harbour board closed the north quay on Tuesday, after the feet of its crane sank.",
        "It will stay shut until Friday, said the harbour master.",
    )
    assert (article.published.at.date().isoformat(), article.published.inferred) == ("2031-06-09", True)
    assert [it.reason for it in article.removed] == ["press release", *["contact"] * 5, "title", "lone mark"]


@pytest.mark.parametrize(
    "label",
    [
        "PRESS RELEASE",
        "Pressemitteilung Nr. 12/2031",
        "Communiqué de presse",
        "NOTA DE PRENSA",
        "Comunicato stampa",
        "EMBARGOED UNTIL 10:00",
        "Zur sofortigen Veröffentlichung",
        "新闻稿",
    ],
)
def test_a_label_in_another_language_is_no_title(cleaned, label):
    """What a release calls itself is no headline."""
    article, _ = cleaned(
        body=f"{label}\n\nHarbour board closes north quay\n\nThe north quay was shut on Tuesday, the board said."
    )
    assert article.title == "Harbour board closes north quay"


def test_a_letterhead_is_no_title(cleaned):
    """Who writes stands above the label, the headline below it; a headline above a label stays one."""
    said = "The north quay was shut on Tuesday, the board said."
    article, _ = cleaned(
        body=f"PORT ALDER HARBOUR BOARD\nPRESS RELEASE\n9 June 2031\n\nNORTH QUAY SHUT\n\n{said}\n\n- ENDS -"
    )
    assert (article.title, article.paragraphs) == ("NORTH QUAY SHUT", (said,))
    assert [it.reason for it in article.removed] == ["letterhead", "press release", "date line", "title", "end mark"]
    article, _ = cleaned(body=f"North quay shut\nPRESS RELEASE\n\n{said}")
    assert article.title == "North quay shut"


def test_a_sentence_about_a_release_stays(cleaned):
    """Who speaks of press releases, of contacts and of ends says something."""
    said = [
        "Press releases of the board are late, the harbour master said.",
        "Contact between the two ships was slight.",
        "The end is near, the captain wrote.",
    ]
    assert cleaned(title="Quay", body="\n".join(said))[0].paragraphs == tuple(said)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Tel. +44 20 7946 0000", "contact"),
        ("press@harbour.example", "contact"),
        ("E-mail: press@harbour.example", "contact"),
        ("Tel Quay has 3 cranes", None),
        ("The board wrote to press@harbour.example", None),
    ],
)
def test_a_number_to_call_and_an_address_to_write_to_are_a_contact(line, reason):
    """Each on a line of its own, without a heading above it; a line that says more is none."""
    assert release_parts([Line(text=line, tag="text", number=1, links=())]) == [reason]


def test_a_contact_takes_no_headline_with_it(cleaned):
    """Without a blank line below it, a contact is one line."""
    body = "Contact: Jo Pike\nHarbour board closes north quay\nThe north quay was shut on Tuesday, the board said."
    assert cleaned(body=body)[0].title == "Harbour board closes north quay"


DATELINES = [
    "PORT ALDER, June 9, 2031 - The",
    "PORT ALDER, June 9 (Agency) — The",
    "PORT ALDER, Maine, June 9, 2031 /Newswire/ -- The",
    "PORT ALDER--(NEWS WIRE)--June 9, 2031--The",
    "PORT ALDER (June 9, 2031) – The",
    "June 9, 2031 – PORT ALDER – The",
    "[PORT ALDER, 9 June 2031] - The",
    "Port Alder, Tuesday, June 9 — The",
    "Port Alder, 2031-06-09 — The",
    "Erlenhafen, 9. Juni (dpa) - Die",
    "Neustadt am Meer, 9. Juni 2031: Die",
    "PORT-AUNE, le 9 juin 2031 — Le",
    "PUERTO ALISO, 9 jun (EFE).- El",
    "Puerto Aliso, 9 de junio de 2031.- El",
    "PORTO ONTANO, 9 giugno (ANSA) - Il",
    "北港6月9日电（记者）港务局",
    "北港，2031年6月9日 — 港务局",
    "북항, 2031년 6월 9일 — 항만",
]


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_gives_the_day(text):
    """Whatever its order, agency and language; a year that it leaves out is that of the copyright line."""
    when = from_dateline(["Ships go elsewhere.", text], ["© 2031 Harbour News"], ENGLISH)
    assert (when.at.date().isoformat(), when.precision, when.inferred) == ("2031-06-09", "day", True)


@pytest.mark.parametrize(
    "text",
    [
        "PORT ALDER, June 9 (Agency) — The",
        "The quay was shut, the board said on June 9 - a Tuesday.",
        "Nobody was hurt, 2 people said.",
        "He paid 4 crowns, she paid 5 - it was enough.",
        "PORT ALDER (Agency) - The",
        "PORT ALDER, Maine - The",
    ],
)
def test_without_a_place_a_day_and_a_year_there_is_none(text):
    """A day without a year is no date, and a sentence that names a day is no dateline."""
    assert from_dateline([text], [], ENGLISH) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last updated on Thursday, June 5, 2031 at 10:15 GMT", "2031-06-05"),
        ("First published: 5 June 2031", "2031-06-05"),
        ("The quay was last repaired on Thursday, June 5, 2031", None),
    ],
)
def test_a_line_that_prints_a_day_says_nothing_else(line, day):
    """What kind of date it is and the weekday stand beside it, and nothing that somebody states."""
    when = printed(line, None, None)
    assert (when and when.at.date().isoformat()) == day


def test_a_printed_date_is_better_than_a_dateline(cleaned):
    """A date of its own, or a header's, is the day; the dateline is asked last."""
    body = "Quay shut\n\nJune 10, 2031\n\nPORT ALDER, June 9, 2031 - The north quay was shut on Tuesday, the board said."
    article, _ = cleaned(body=body)
    assert (article.published.at.date().isoformat(), article.published.inferred) == ("2031-06-10", False)
