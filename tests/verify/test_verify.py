"""No statement without words that stand where it says."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from digest.errors import CitationError
from digest.model import Citation, Edition, Point, Quote, Text
from digest.verify.citations import verify

NOW = datetime(2026, 5, 9, tzinfo=UTC)
SHARED = "The harbour council of Oldport approved the electric ferry Tern on Monday."
ALONE = "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Langholm in 2019."


class TestVerify:
    def edition(self, tied, **change):
        return Edition(day=NOW, stories=(replace(tied, **change),))

    def test_a_true_edition_passes(self, article, linked):
        """Every citation of a linked story reads back."""
        verify(self.edition(linked(article("reuters", "A", SHARED, long=True), article("ap", "B", SHARED, long=True))))

    @pytest.mark.parametrize(
        ("text", "end"), [("Words that nobody wrote", 23), (SHARED, 999)], ids=["other words", "outside the paragraph"]
    )
    def test_words_that_are_not_there_stop_the_build(self, article, linked, text, end):
        """A citation that does not read what its point says is an error."""
        tied = linked(article("reuters", "A", SHARED))
        false = Point(text=Text(text), citations=(Citation(article_id=tied.articles[0].id, paragraph=1, start=0, end=end),))
        with pytest.raises(CitationError):
            verify(self.edition(tied, points=(false,)))

    def test_a_statement_without_a_citation_stops_the_build(self, article, linked):
        """A point must stand on something."""
        tied = linked(article("reuters", "A", SHARED))
        with pytest.raises(CitationError):
            verify(self.edition(tied, points=(Point(text=Text(SHARED), citations=()),)))

    def test_a_citation_of_no_article_of_the_story_stops_the_build(self, article, linked):
        """Nobody can look it up."""
        tied = linked(article("reuters", "A", SHARED))
        false = Point(text=Text(SHARED), citations=(Citation(article_id="nobody", paragraph=1, start=0, end=len(SHARED)),))
        with pytest.raises(CitationError):
            verify(self.edition(tied, points=(false,)))

    def test_a_quotation_without_a_citation_stops_the_build(self, article, linked):
        """Who is said to have said something is said by somebody."""
        tied = linked(article("reuters", "A", SHARED))
        quote = Quote(speaker=Text("A Person"), text=Text(SHARED), citations=())
        with pytest.raises(CitationError, match="has no citation"):
            verify(self.edition(tied, quotes=(quote,)))
