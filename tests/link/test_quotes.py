"""Quotations have their speaker, and the same words in several sources are one quotation."""


class TestQuotes:
    def test_the_same_words_in_two_sources_are_one(self, article, linked):
        """A quotation that two sources print cites both."""
        tied = linked(
            article("reuters", "Ferry", "“We will not sell the old pier to anybody,” said Ida Brown on Monday.", long=True),
            article("ap", "Ferry", "Mayor Ida Brown was clear: “We will not sell the old pier to anybody.”", long=True),
        )
        (quote,) = tied.quotes
        assert quote.speaker == "Ida Brown"
        assert len(quote.citations) == 2
        assert quote.variants == ()

    def test_altered_wording_is_shown(self, article, linked):
        """Words that differ between sources stand as a variant."""
        tied = linked(
            article(
                "reuters", "Ferry", "“We will never sell the old pier to anybody,” said Ida Brown on Monday.", long=True
            ),
            article("ap", "Ferry", "“We will not sell the old pier to anybody,” Ida Brown said.", long=True),
        )
        (quote,) = tied.quotes
        assert quote.variants == ("We will not sell the old pier to anybody",)

    def test_a_pronoun_means_the_person_before_it(self, article, linked):
        """ "He said" is the one person named before."""
        body = "Carl Webb repaired the tower clock. “It took me eleven long evenings to file the parts,” he said."
        body += " Carl Webb said it strikes again."
        tied = linked(article("reuters", "Clock", body, long=True), article("ap", "Clock", "A clock strikes.", long=True))
        assert [quote.speaker for quote in tied.quotes] == ["Carl Webb"]

    def test_an_unclear_speaker_is_left_out(self, article, linked):
        """A quotation is not given to the wrong person: two were named, so nobody is."""
        body = "Carl Webb met Ida Brown at the mill. “It took eleven long evenings to file the parts,” he said."
        tied = linked(article("reuters", "Clock", body, "Carl Webb said so. Ida Brown said no.", long=True))
        assert tied.quotes == ()

    def test_who_was_told_is_no_speaker(self, article, linked):
        """ "He told Reuters" does not make the agency the speaker."""
        body = "Carl Webb repaired the clock. “It took me eleven long evenings to file the parts,” he told Reuters."
        tied = linked(article("gazette", "Clock", body, "Carl Webb said so.", long=True))
        assert [quote.speaker for quote in tied.quotes] == ["Carl Webb"]

    def test_a_brief_is_quoted_by_its_sayings_only(self, article, linked):
        """Quotation marks in a contributor's summary are no quotation."""
        brief = article(
            "reuters",
            "Pier",
            "Ida Brown said “the old pier is not for sale to anybody at all”.",
            text="brief",
            sayings=[("Ida Brown", "not for sale at any price")],
        )
        tied = linked(brief, article("ap", "Pier", "The pier stays.", long=True))
        (quote,) = tied.quotes
        assert quote.text == "not for sale at any price"
        assert tied.quoted(quote.citations[0]) == quote.text
