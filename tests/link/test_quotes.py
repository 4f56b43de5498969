"""Quotations have their speaker, and the same words in several sources are one quotation."""

from dataclasses import replace

import pytest

from digest.link.quotes import quotes
from digest.link.reading import read
from digest.link.story import linked as link_story
from digest.model import Limits
from digest.verify.citations import quoted


@pytest.fixture
def linked(story):
    """Return a maker of stories with all their quotations, those too that a line of the page has."""

    def tie(*articles):
        return replace(story(*articles), quotes=tuple(quotes(read(articles))))

    return tie


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
        assert quoted(tied, quote.citations[0]) == quote.text

    def test_torn_words_are_no_quotation_of_their_own(self, article, linked):
        """Words quoted out of the middle of a sentence are left out, and are no more than a variant of the whole."""
        torn = article("reuters", "Pier", "Ida Brown said the pier was “a ruin that costs more each winter than it earns.”")
        assert linked(torn).quotes == ()
        whole = "“The pier is a ruin that costs more each winter than it earns,” Ida Brown said."
        (quote,) = linked(torn, article("ap", "Pier", whole, long=True)).quotes
        assert quote.text == "The pier is a ruin that costs more each winter than it earns"

    @pytest.mark.parametrize(
        ("words", "speaker"),
        [
            ("“{}”, said Brown campaign manager Carl Webb.", "Carl Webb"),
            ("“{},” youth pastor Carl Webb told Reuters.", "Carl Webb"),
            ("“{},” said Senate President Pro Tem Carl Webb.", "Carl Webb"),
            ("The Sailors' Group's Carl Webb said: “{}.”", "Carl Webb"),
            ("“{},” said Representative Carl M. Webb III, a sailor.", "Carl M. Webb III"),
            ("A spokesman for Ida Brown said: “{}.”", None),
            ("Ida Brown and Carl Webb said: “{}.”", None),
            ("“{},” said one Democrat who was there.", None),
            ("“{},” tweeted the Oldport, Me., chapter of the Sailors.", None),
            ("“{}?” Carl Webb said that nobody had asked.", None),
            ("A writer in the Oldport's Mercury writes: “{}.”", None),
        ],
    )
    def test_who_speaks_is_who_the_words_beside_it_say(self, article, linked, words, speaker):
        """Whose they are, for whom and with whom somebody speaks do not make the speaker."""
        tied = linked(article("gazette", "Pier", words.format("We will never sell the old pier to anybody"), long=True))
        assert [quote.speaker for quote in tied.quotes] == ([speaker] if speaker else [])

    def test_a_surname_stands_for_the_one_who_has_it(self, article, linked):
        """A speaker goes by the full name that any source introduces, but never by that of one of two."""
        said = "“We will never sell the old pier to anybody,” Brown said on Monday."
        named = article("ap", "Pier", "The mayor, Ida Brown, came to the pier. Before Brown spoke it rained.", long=True)
        assert linked(article("gazette", "Pier", said, long=True), named).quotes[0].speaker == "Ida Brown"
        couple = article("ap", "Pier", "The pier belongs to Ida and Carl Brown of Oldport.", long=True)
        assert linked(article("gazette", "Pier", said, long=True), couple).quotes[0].speaker == "Brown"

    def test_she_added_is_who_spoke_before(self, article, linked):
        """Words that the same person adds are that person's, also where a second one was named earlier."""
        body = "Carl Webb met Ida Brown. “The old pier will stay where it is for ever,” Brown said. “{},” {} added."
        words = "We will paint it green in the spring of next year"
        for who in ("she", "the mayor"):
            tied = linked(
                article("gazette", "Pier", body.format(words, who), "Ida Brown said so. Carl Webb said no.", long=True)
            )
            assert {quote.text: quote.speaker for quote in tied.quotes}[words] == "Ida Brown"

    def test_a_long_quotation_ends_with_a_sentence(self, article, linked):
        """What is too long to be shown stops where a sentence of it does, not at an abbreviation."""
        one = "We asked Mr. Webb about every single plank of the old pier and about all the nails that hold it together."
        body = f"Ida Brown said: “{one} {one} {one} {one}”"
        (quote,) = linked(article("gazette", "Pier", body, long=True)).quotes
        assert quote.text == f"{one} {one}"

    def test_a_few_quoted_words_do_not_turn_the_marks_around(self, article, linked):
        """What stands between a closing mark and the next opening one is no quotation."""
        words = "We will mend the pier before the herring come back in spring"
        said = f'The "old pier," a meeting place of fishermen, is closed. "{words}," Mayor Olaf Reed said.'
        tied = linked(article("reuters", "Pier", said, long=True))
        assert [quote.text for quote in tied.quotes] == [words]

    def test_words_inside_a_longer_quotation_are_cited(self, article, linked):
        """A source that prints the words amid others prints them too."""
        words = "We will mend the pier before the herring come back in spring"
        before = "Nobody wants to see the nets rot on the quay, and nobody has to wait for the county any longer. " * 4
        tied = linked(
            article("reuters", "Pier", f'"{words}," Mayor Olaf Reed said.', long=True),
            article("ap", "Nets", f'Mayor Olaf Reed said: "{before}{words}, and not a day later."', long=True),
        )
        (quote,) = [quote for quote in tied.quotes if quote.text == words]
        assert [quoted(tied, citation) for citation in quote.citations] == [words, words]

    def test_words_that_their_speaker_takes_back_are_not_shown_alone(self, article, linked):
        """What a "but" turns in the next words of the same breath would say the reverse."""
        words = "Our goal is to keep every ferry of the county in service"
        turned = f'"{words}," Mayor Olaf Reed said, "but we want to see the harbour make money again."'
        plain = f'"{words}," Mayor Olaf Reed said at the pier.'
        for said, shown in ((turned, []), (plain, [words])):
            tied = linked(article("reuters", "Pier", said, long=True))
            assert [quote.text for quote in tied.quotes if quote.text == words] == shown

    def test_marks_that_stand_alone_quote_nothing(self, article, linked):
        """A mark that nothing closes turns no later quotation around, nor is all that follows one."""
        words = "We will mend the pier before the herring come back in spring"
        lone = f'The plank broke " and fell. "{words}," Mayor Olaf Reed said.'
        tied = linked(article("reuters", "Pier", lone, long=True))
        assert [quote.text for quote in tied.quotes] == [words]
        open_for_long = f'Mayor Olaf Reed said: "{"The pier is old and nobody mends it any more. " * 20}" said Olaf Reed.'
        assert linked(article("reuters", "Pier", open_for_long, long=True)).quotes == ()

    def test_words_are_found_whole_and_in_the_publishers_own_text(self, article, linked):
        """A longer word at the end is another, and a summary prints no quotation."""
        words = "We will mend the pier before the herring come back in spring"
        first = article("reuters", "Pier", f'"{words}," Mayor Olaf Reed said.', long=True)
        longer = article("ap", "Nets", f"They said: {words}time, when the ice has gone.", long=True)
        brief = article("gazette", "Brief", f"Mayor Olaf Reed said: {words}.", text="brief")
        (quote,) = linked(first, longer, brief).quotes
        assert [citation.article_id for citation in quote.citations] == [first.id]

    def test_what_a_point_quotes_is_not_quoted_again(self, article, story):
        """Words that stand in the text of a point are no quotation of their own beside it."""
        words = "The pier of Oldport was a death trap"
        said = f"At a long and noisy hearing that drew fishermen to Saltmarsh, Mayor Olaf Reed said, “{words}.”"
        both = (article("reuters", "Pier", said, long=True), article("ap", "Hearing", said, long=True))
        tied = link_story(story(*both), (), Limits())
        assert [point for point in tied.points if words in point.text]
        assert not [quote for quote in tied.quotes if words in quote.text]
