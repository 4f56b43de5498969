"""What is compared of articles: a row of an article is the same whichever others are beside it."""

from dataclasses import replace

import numpy as np
import pytest
from newsroom import QUAKE, STRIKE, article, event

from digest.group import terms
from digest.group.background import UNCOUNTED
from digest.group.pairs import Turned, probabilities
from digest.group.rules import RULES
from digest.group.tables import table_of

ODD = [
    article("e", ""),
    article("n", "a", "the of"),
    article("j", "日本 ½", "東京のニュース 123 it’s", language="ja"),
    article("l", "Ünï", "Straße, quake. " * 900, language=None, day=3),
    article("x", "Quake", "qwzxkli " * 3, language="xx"),
]
ARTICLES = [*event("q", QUAKE, 3), *ODD, *event("s", STRIKE, 2, day=1)]


def rows(table):
    """Return for each article what the table says of it, with the bytes of its numbers."""
    found = []
    for at in range(len(table)):
        said = [table.words[at], table.days[at].tobytes(), table.languages[at]]
        for name in sorted(table.matrices):
            row = table.matrices[name][at]
            said += [name, row.indices.tobytes(), row.data.tobytes()]
        found.append(said)
    return found


def test_an_article_has_the_same_row_alone_and_among_others():
    """No word, pair or run of letters of one article reaches another's row, in any order."""
    alone = [row for each in ARTICLES for row in rows(table_of([each]))]
    assert rows(table_of(ARTICLES)) == alone
    assert rows(table_of(ARTICLES[::-1])) == alone[::-1]
    assert rows(table_of([])) == []


def test_rows_have_length_one_and_the_weights_of_a_title_add_up_to_one():
    """An article without a telling word has an empty row, which is like nothing."""
    table = table_of(ARTICLES)
    for name in ("lead", "body", "rare", "pairs", "letters"):
        lengths = np.sqrt(np.asarray(table.matrices[name].power(2).sum(axis=1)).ravel())
        assert set(np.round(lengths, 5)) <= {0, 1}
        assert lengths[0] == pytest.approx(1)
    assert set(np.round(np.asarray(table.matrices["title"].sum(axis=1)).ravel(), 5)) == {0, 1}


def test_the_words_of_a_text_count_up_to_their_number():
    """The text is read as far as an event is told; its first words are its lead, its title counts in all."""
    long = article("a", "Tremor", "tremor " * 600)
    assert table_of([long]).words.tolist() == [500]
    late = replace(long, paragraphs=("tremor " * 80 + "epicentre",))
    lead, body = (table_of([late]).matrices[name].nnz for name in ("lead", "body"))
    assert (lead, body) == (1, 2)


def test_what_is_forgotten_is_computed_again(monkeypatch):
    """The memory of words is bounded, and what it holds changes no row."""
    articles = event("u", "zorblat quixenor vumptious harlequade brindlewick", 2)
    monkeypatch.setattr(terms, "_FORGET", 2)
    forgetful = rows(table_of(articles))
    monkeypatch.undo()
    assert rows(table_of(articles)) == forgetful


def test_nothing_has_no_pairs():
    """Of no articles there is none, and of articles that share no word neither."""
    some, none = table_of(event("q", QUAKE, 2)), table_of([])
    for one, other in ((none, some), (some, none), (none, none)):
        assert len(probabilities(one, Turned(other, UNCOUNTED), RULES).rows) == 0
    assert len(probabilities(some, Turned(some, UNCOUNTED), RULES, same=True).rows) == 1
