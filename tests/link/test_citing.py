"""How much of a sentence is cited for some of its words, and when two passages are one."""

import pytest

from digest.language.clauses import Clause
from digest.link.citing import clauses_around
from digest.link.reading import LONGEST, Place, Sentence, overlaps


def sentence(*lengths, closes=True):
    """A sentence of clauses of these lengths in code points, each followed by a space but the last."""
    clauses, at = [], 0
    for length in lengths:
        clauses.append(Clause(start=at, end=at + length, opens=True, closes=closes))
        at += length + 1
    text = " ".join(("nine tugs " * length)[: length - 1] + "." for length in lengths)
    return Sentence(
        article=0,
        place=0,
        paragraph=1,
        body=True,
        start=0,
        end=at - 1,
        text=text,
        month=None,
        terms=(),
        clauses=tuple(clauses),
    )


@pytest.mark.parametrize(
    ("lengths", "words", "cited"),
    [
        ((160,), (50, 60), (0, 160)),
        ((LONGEST,), (50, 60), (0, LONGEST)),
        ((LONGEST + 1,), (50, 60), (50, 60)),
        ((319,), (50, 60), (50, 60)),
        ((60, 60, 60), (101, 110), (61, 121)),
        ((60, 60, 60), (65, 70), (0, 121)),
        ((60, 120, 60), (65, 70), (61, 181)),
        ((90, LONGEST), (100, 110), (91, 391)),
        ((90, LONGEST + 1), (100, 110), (100, 110)),
    ],
)
def test_no_more_is_cited_than_an_extract_may_have(lengths, words, cited):
    """The clauses that the words stand in, with those before where few words would stand before them; or the words alone."""
    assert clauses_around(sentence(*lengths), *words) == cited


def test_clauses_that_do_not_close_are_cited_with_the_next():
    """As far as there is room."""
    assert clauses_around(sentence(60, 60, 60, closes=False), 30, 40) == (0, 121)


@pytest.mark.parametrize(("end", "one"), [(14, False), (15, True), (20, True)])
def test_passages_that_share_half_of_the_shorter_one_are_one(end, one):
    """Half is enough; other paragraphs never are."""
    assert overlaps(Place(0, 1, 10, 20), Place(0, 1, 0, end)) is one
    assert not overlaps(Place(0, 1, 10, 20), Place(0, 2, 0, end))
