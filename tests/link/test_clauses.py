"""What a page prints by itself begins and ends where a statement does, and says what it is about."""

import pytest

from digest.language.clauses import beside, clauses, opening
from digest.language.english import ENGLISH
from digest.language.standing import leans, stands_alone


def extracts(sentence):
    """All runs of clauses of a sentence that may be printed, but for the whole."""
    parts = clauses(sentence, ENGLISH)
    return {
        sentence[one.start : other.end]
        for first, one in enumerate(parts)
        for last, other in enumerate(parts[first:], first)
        if one.opens
        and other.closes
        and (first or last + 1 < len(parts))
        and stands_alone(sentence, one.start, other.end, first=first == 0, language=ENGLISH)
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The Oldport council approved the electric ferry, and Saltmarsh promised to rebuild its own pier by May.",
            {
                "The Oldport council approved the electric ferry",
                "Saltmarsh promised to rebuild its own pier by May.",
            },
        ),
        ("Batting down rumours that the Oldport council wanted a bridge, Ida Brown praised its ferry.", set()),
        ("According to the Oldport Gazette, the harbour council has cancelled all of its ferries.", set()),
        ("Ida Brown told the Oldport council to buy the second ferry, or cancel the whole contract by May.", set()),
        ("The Oldport council only sails its new ferry when Saltmarsh pays for it.", set()),
        ("Mara Voss, the harbour master, and Ida Brown of Oldport were hurt on Monday.", set()),
        ("Boats came from Oldport; Saltmarsh, led by Ida Brown; and Fennwick, which sent the last one of them.", set()),
        ("The Oldport council, though, has never paid anybody for the pier.", set()),
        ("On the same day in March, Ida Brown of Oldport had lunch with the harbour master.", set()),
        (
            "Despite a storm of protest, Ida Brown of Oldport had lunch with the harbour master.",
            {"Ida Brown of Oldport had lunch with the harbour master."},
        ),
        ("Ida Brown of Oldport has said the Marigold, which she steers, will never leave the harbour again.", set()),
        ("Oldport sank the Marigold on Monday, but raised it on Friday with two tugs of the county.", set()),
        ("Nine people of Oldport drowned on Monday, and two more died in a hospital on Friday.", set()),
    ],
)
def test_an_extract_keeps_what_the_statement_hangs_on(sentence, expected):
    """No cut drops a condition, an alternative, a frame or part of a list; what follows a conjunction begins with a name."""
    assert extracts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "first", "start"),
    [
        ("April 04, 2017 A harbour court fined the ferry's owner.", False, "A harbour"),
        ("16PM IST Ferrous released a new engine for ferries.", False, "Ferrous"),
        ("On April 4, 2017, Oldport fined the ferry's owner.", False, "On April"),
        ("OLDPORT, Wales (Gazette) — The ferry sank.", False, "The ferry"),
        ("OLDPORT ― The ferry sank.", False, "The ferry"),
        ("NEW OLDPORT, Dec. 12 (Gazette) -- The ferry sank.", False, "The ferry"),
        ("OLDPORT: The ferry sank.", False, "The ferry"),
        ("Ferry owner accused of sinking his own ship A man has been held since Monday.", True, "A man"),
        ("Ferry owner accused of sinking his own ship A man has been held since Monday.", False, "Ferry owner"),
        ("People on board the ferry were short of vitamin A and of bread.", True, "People"),
        ("Later, the ferry sank.", False, "the ferry"),
        ("Later in the day the ferry sank.", False, "Later in"),
    ],
)
def test_a_sentence_begins_after_what_only_stands_beside_it(sentence, first, start):
    """Dates, clock times, datelines, headlines and connectives that run into a sentence are left out."""
    assert sentence[opening(sentence, ENGLISH, first) :].startswith(start)


def test_a_connective_belongs_to_its_sentence():
    """What stands beside a sentence may go without a mark; a connective that is left out is a cut."""
    assert beside("Later, the ferry sank.", ENGLISH) == 0
    assert beside("April 04, 2017 The ferry sank.", ENGLISH) == 15


@pytest.mark.parametrize(
    ("words", "leaning"),
    [
        ("The suit named the captain and two engineers as its owners, who denied it.", 3),
        ("The captain of the ferry Marigold was released on Monday in Oldport.", 0),
        ("The captain, Mara Voss, was released by the court on Monday morning.", 0),
        ("The captain was released by the court in Oldport on Monday morning.", 1),
        ("The 49-year-old was released by the court in Oldport on Monday morning.", 1),
        ("Ida Brown also asked the Oldport council for a library and two parks.", 1),
        ("Some of the engineers left Oldport for Saltmarsh early on Monday morning.", 1),
        ("Ida Brown and the council of Oldport went to the same-day market at Saltmarsh.", 0),
        ("Ida Brown did not answer.", 1),
    ],
)
def test_words_that_lean_on_others_show_it(words, leaning):
    """A person or thing without a name, a leftover, or too few words are signs that something before them is missing."""
    assert leans(words, ENGLISH) == leaning


@pytest.mark.parametrize(
    "words",
    [
        "Business editor Ida Brown can be reached at 555-0100 in Oldport.",
        "Ida Brown reported this from Oldport, brown@gazette.example for letters.",
        "Ferries emit a blend of three gases that herring avoid [19], [20].",
        "CORRECTION: The Gazette said that the Oldport council met on Sunday.",
        "In the spring of 2010, after a wave of strikes at Oldport, she lost her seat.",
        "The council said nothing at all, and it did that because of it.",
        "The harbour council of Oldport called the plan `` never easy and wholly new.",
    ],
)
def test_lines_of_a_page_and_open_references_are_no_statements(words):
    """Addresses, references, labels, pronouns without a name and open quotations do not stand alone."""
    assert not stands_alone(words, 0, len(words), first=True, language=ENGLISH)


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("The claims of the Oldport council were full of holes and, when asked, it withdrew them.", "full of holes and"),
        ("Mara Voss of Oldport flashed a broad grin and said to Ryan, after a pause, that it was over.", "said to Ryan"),
        ("Oldport reported an inch on Wednesday but Saltmarsh a high of 39 degrees at its pier.", "39 degrees at its pier."),
    ],
)
def test_an_extract_does_not_end_midway(sentence, cut):
    """An extract has a finite verb of its own, and does not end where the words ask for more."""
    end = sentence.index(cut) + len(cut)
    start = sentence.index("Saltmarsh") if "Saltmarsh" in sentence else 0
    assert not stands_alone(sentence, start, end, first=not start, language=ENGLISH)


def test_what_is_too_long_for_a_sentence_is_one_clause():
    """A list pasted as one sentence is not searched for cuts, each of which would cost its length."""
    pasted = "May 3, 2020 and a further word, " * 200
    (clause,) = clauses(pasted, ENGLISH)
    assert (clause.start, clause.end) == (0, len(pasted))
