"""What a page prints by itself begins and ends where a statement does, and says what it is about."""

import pytest

from digest.language.clauses import clauses, opening, run_in_length
from digest.language.english import ENGLISH
from digest.language.standing import REFUSALS, leans, refusal
from digest.link.reading import read
from digest.model import Article, Text


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
        and refusal(sentence, one.start, other.end, first=first == 0, language=ENGLISH) is None
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
        ("4 Apr 2017 A harbour court fined the ferry's owner.", False, "A harbour"),
        ("Tue Apr 4 2017, 01: 19 hrs Oldport fined the ferry's owner.", False, "Oldport"),
        ("Tuesday 4 April 2017 Oldport fined the ferry's owner.", False, "Oldport"),
        ("Tue Apr 4 was the day of the ferry's owner.", False, "Tue Apr"),
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
    assert run_in_length("Later, the ferry sank.", ENGLISH) == 0
    assert run_in_length("April 04, 2017 The ferry sank.", ENGLISH) == 15


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
    assert refusal(words, 0, len(words), first=True, language=ENGLISH) is not None


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
    assert refusal(sentence, start, end, first=not start, language=ENGLISH) is not None


def test_what_is_too_long_for_a_sentence_is_one_clause():
    """A list pasted as one sentence is not searched for cuts, each of which would cost its length."""
    pasted = "May 3, 2020 and a further word, " * 200
    (clause,) = clauses(pasted, ENGLISH)
    assert (clause.start, clause.end) == (0, len(pasted))


REFUSED = """
too short
Oldport sold it.
Oldport sold the ferry to Saltmarsh.

a mark left open
Oldport sold the ferry (the Marigold to Saltmarsh.
Oldport sold the ferry (the Marigold) to Saltmarsh.

a question
Has Oldport sold the Marigold to Saltmarsh?
Oldport has sold the Marigold to Saltmarsh.

a subject that points elsewhere
The latter has sold the Marigold to Oldport.
Saltmarsh has sold the Marigold to Oldport.

a subject that points elsewhere
Now, it has left Oldport for the pier of Saltmarsh.
Now, Ida Brown has left Oldport for the pier of Saltmarsh.

a subject that points elsewhere
It is green, and Oldport has sold the ferry Marigold.
It is not clear whether Oldport has sold the ferry Marigold.

in the first person
Oldport has sold us the ferry Marigold at its pier.
Oldport told the council “sold to us” of the ferry Marigold.

said by a pronoun
The ferry was sold to Oldport on Monday, he said.
The ferry was sold to Oldport on Monday, Ida Brown said.

said by a pronoun
Oldport said this was the last ferry of Saltmarsh.
Oldport said Monday was the last day of Saltmarsh.

mostly a quotation
Oldport said “sell the ferry and build a bridge”.
The council of Oldport said the “ferry” was a wreck.

no verb
The old ferry of the harbour council at Oldport.
The old ferry of the harbour council has left Oldport.

leans on what is around it
The captain was also released by the court in Oldport on Monday.
The captain was released by the court in Oldport on Monday morning.

begins within a quotation
Oldport has sold the ferry," said Ida Brown of "Saltmarsh.
Ida Brown has said that "Oldport" sold the ferry.

a pronoun before any name
Neighbours heard that he had left the harbour with Ida Brown.
Neighbours heard that Ida Brown had left the harbour with him aboard.

begins with a mark
“Sold” is what Ida Brown said of the ferry Marigold.
Ida Brown said “sold” of the ferry Marigold on Monday.

no verb in the main clause
Last week in Oldport, a ferry that was sold to Saltmarsh.
Last week in Oldport, a ferry was sold to Saltmarsh.

no verb in the main clause
Ida Brown, a sailor who left Oldport for Saltmarsh.
Ida Brown, a sailor of Oldport, left for Saltmarsh.

no verb in the main clause
The ferry of Oldport, a council that said nothing.
The ferry of Oldport reeks of tar, the council said.

no verb in the main clause
Ida Brown, whose ferry was sold, of Oldport.
Ida Brown, whose ferry was sold, left Oldport.

no verb behind its last that or who
The council said that the ferry of Oldport and Saltmarsh.
The council said that Oldport had sold the ferry to Saltmarsh.

begins midway
Oldport waited, and |of the ferries of Oldport the council of Saltmarsh sold the ferry Marigold and its pier.|
Oldport waited, and |the council of Saltmarsh sold the ferry Marigold and its pier.|

begins with a participle
Oldport waited, and |rebuilding the pier of Oldport has left Saltmarsh without any money.|
Oldport waited, and |the pier of Oldport has left Saltmarsh without any money.|

a verb of the clause around it
The Marigold, which |Ida Brown left on Monday, has been sold to Oldport.|
Oldport waited until |Ida Brown left on Monday with the Marigold.|

ends before what is said
|Mara Voss has left and Ida Brown of Oldport insisted the council| had sold it.
|Mara Voss has left and Ida Brown of Oldport built the council| a pier.

a line of a page
Ida Brown has left Oldport, brown@gazette.example for letters.
Ida Brown has left Oldport for a gazette of letters.

a pronoun behind a phrase
In the spring of 2010 at Oldport, she left the council of Ida Brown.
In the spring of 2010 at Oldport, Ida Brown left the council.

a noun told of before
The decision has cost Oldport the ferry to Saltmarsh.
The decision of the council has cost Oldport the ferry to Saltmarsh.

cut where it goes on
|Oldport has sold the ferry to Saltmarsh and| its old pier.
|Oldport has sold the ferry to Saltmarsh| with its old pier.

cut where it goes on
|Oldport has sold the ferry to Saltmarsh| but not the pier.
|Oldport has sold the ferry to Saltmarsh| with the pier.

a leading phrase without its clause
After Oldport has sold the ferry Marigold to Saltmarsh.
After Oldport has sold the ferry, Saltmarsh has left it.
"""
"""Cases of three lines: a rule, words that it refuses, and words much like them that stand alone; a part is between bars."""
CASES = [tuple(case.strip().split("\n")) for case in REFUSED.split("\n\n")]


@pytest.mark.parametrize(("rule", "refused", "twin"), CASES)
def test_a_refusal_names_its_rule_and_its_twin_stands_alone(rule, refused, twin):
    """Each rule refuses words that are much like others which say what they are about."""
    assert refused_by(refused) == rule
    assert refused_by(twin) is None


def refused_by(marked):
    """The rule that refuses a sentence, or the part of it between bars."""
    before, *rest = marked.split("|")
    start, words = (len(before), rest[0]) if rest else (0, before)
    return refusal(marked.replace("|", ""), start, start + len(words), first=not start, language=ENGLISH)


@pytest.mark.parametrize(
    "sentence",
    [
        "Quill sold the ferry after she had waited for the money for nine years.",
        "Ferrovia said it will sell the ferry because it needs the money for the mole.",
    ],
)
def test_a_pronoun_means_a_known_name_that_opens_the_sentence(sentence):
    """The capital of a first word says nothing; that the story has it as a name does."""
    assert refusal(sentence, 0, len(sentence), True, ENGLISH, frozenset({"quill", "ferrovia"})) is None
    assert refusal(sentence, 0, len(sentence), True, ENGLISH) is not None


def test_every_rule_of_what_stands_alone_has_a_case():
    """A rule that refuses nothing here is one that nobody can defend."""
    assert {rule for rule, _, _ in CASES} == {name for name, _ in REFUSALS}


@pytest.mark.parametrize(
    ("sentence", "closes"),
    [
        ("The old harbour council — nine people of Oldport — sold the ferry.", [False, False, True]),
        ("The old harbour council sold the ferry — nine people of Oldport left.", [True, True]),
    ],
)
def test_two_dashes_hold_an_aside(sentence, closes):
    """No extract ends before what is set between them; behind one dash stands another statement."""
    assert [part.closes for part in clauses(sentence, ENGLISH)] == closes


@pytest.mark.parametrize(
    ("line", "language", "whole"),
    [
        ("The ferry Marigold was built at Easton, Fla.", "en", False),
        ("The ferry Marigold was built for its Gov.", "en", False),
        ("The ferry Marigold was built at Easton pier.", "en", True),
        ("Prom Marigold stoi od piątku w porcie W.", "pl", False),
        ("Prom Marigold stoi od piątku w porcie.", "pl", True),
        ("B., the harbour master, has left Easton for good.", "en", False),
        ("Brown, the harbour master, has left Easton for good.", "en", True),
    ],
)
def test_a_line_cut_at_an_abbreviation_is_no_sentence(line, language, whole):
    """A title, a state or an initial at its end, or the rest of a name at its beginning."""
    article = Article(id="a" * 16, where="x", title=Text("Ferry"), paragraphs=(Text(line),), language=language)
    assert [one.body for one in read((article,)).sentences if one.paragraph] == [whole]
