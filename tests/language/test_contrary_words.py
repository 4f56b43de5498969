"""Which words of a sentence take a side of a choice, and in which form."""

import pytest

from digest.language import language_of
from digest.language.contraries import contrary, sides
from digest.link.reading import read
from digest.model import Article

CONTRARIES = language_of("en").grammar.contraries


def taken(text):
    """The words by which a sentence takes sides, and its sides."""
    sentence = read([Article(id="0" * 16, where="x", title="Ferry", paragraphs=(text,), language="en")]).sentences[-1]
    found = sides(text, sentence.terms, CONTRARIES)
    terms = [sentence.terms[one.term] for one in found]
    return [text[term.start : term.end] for term in terms], found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sailors were rescued off Oldport.", ["rescued"]),
        ("A rescue boat sailed off Oldport.", []),
        ("Ticket prices rose at Oldport.", ["rose"]),
        ("A boat took at least 14 passengers to Oldport.", ["14"]),
        ("Boats took many who were with us at the quay.", []),
    ],
)
def test_words_take_sides_in_their_form_and_marks_that_of_what_follows(text, words):
    """A noun takes none that a verb of the same stem does; a mark is of a term near behind it."""
    assert taken(text)[0] == words


def test_a_name_takes_no_side():
    """Who is called North does not live there."""
    assert taken("The mayor painted Carl North of Oldport.")[0] == []
    assert taken("The ferry sailed north of Oldport.")[0] == ["north"]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ticket prices rose.", "Ticket prices fell.", True),
        ("Ticket prices rose.", "Ticket prices rose.", False),
        ("Ticket prices rose and fell.", "Ticket prices fell.", False),
        ("Ticket prices rose.", "Sailors were rescued.", False),
    ],
)
def test_two_are_contrary_where_they_share_no_side_of_a_choice(one, other, apart):
    """Another choice says nothing of it."""
    assert contrary(taken(one)[1], taken(other)[1]) == apart
