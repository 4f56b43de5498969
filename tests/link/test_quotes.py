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

    def test_a_main_actor_speaks_first_where_equally_many_print_it(self, article, linked):
        """Whom titles and openings name comes before whom one article asked; what more articles print before both."""
        asked = "“We would all rather keep the old pier for fishing,” said Carl Webb. The mayor answered at noon."
        answer = "“We will not sell the old pier to anybody,” said Ida Brown on Monday."
        tied = linked(
            article("reuters", "Brown keeps the pier", asked, answer), article("ap", "Pier stays, Brown says", "It rains.")
        )
        assert [quote.speaker for quote in tied.quotes] == ["Ida Brown", "Carl Webb"]
        tied = linked(article("reuters", "Brown keeps the pier", asked, answer), article("ap", "Pier stays", asked))
        assert [quote.speaker for quote in tied.quotes] == ["Carl Webb", "Ida Brown"]

    def test_what_one_article_prints_twice_is_two_quotations(self, article, linked):
        """Much the same words a second time are said a second time; the very same are one quotation."""
        words = "We will never sell the old pier to {}"
        again = "“{},” Ida Brown said at noon. “{},” Ida Brown said at night."
        for second, shown in (("anybody", 1), ("children", 2)):
            said = again.format(words.format("anybody"), words.format(second))
            assert len(linked(article("gazette", "Pier", said, long=True)).quotes) == shown

    def test_who_prints_only_the_rest_does_not_print_the_words(self, article, linked):
        """Where one source runs two sentences together, another that has the second alone is not cited for the first."""
        one, other = "We will never sell the old pier to anybody at all", "The ferry must sail every night"
        first = article("gazette", "Pier", f"“{one},” Ida Brown said.", long=True)
        both = article("ap", "Pier", f"“{one} … {other},” Ida Brown said.", long=True)
        rest = article("courier", "Pier", f"“{other},” Ida Brown said.", long=True)
        (quote,) = linked(first, both, rest).quotes
        assert quote.text == one
        assert [citation.article_id for citation in quote.citations] == [first.id, both.id]

    def test_words_in_another_order_are_other_words(self, article, linked):
        """Only runs of words make two printings one: here all words of the first stand in the second, each alone."""
        one = "We will never sell the old pier to anybody"
        other = "We may will not never gladly sell all the some old new pier back to in anybody"
        first = article("gazette", "Pier", f"“{one},” Ida Brown said.", long=True)
        tied = linked(first, article("ap", "Pier", f"“{other},” Ida Brown said.", long=True))
        assert [(quote.text, len(quote.citations)) for quote in tied.quotes] == [(one, 1), (other, 1)]

    def test_a_source_that_names_nobody_takes_no_speaker_away(self, article, linked):
        """Whom a pronoun means in one source is the speaker, though another source says nothing."""
        words = "It took me eleven long evenings to file the parts"
        first = article("gazette", "Clock", f"Carl Webb came. “{words},” he said.", "Carl Webb said so.", long=True)
        (quote,) = linked(first, article("ap", "Clock", f"Nobody helped. “{words}.”", long=True)).quotes
        assert (quote.speaker, len(quote.citations)) == ("Carl Webb", 2)

    def test_how_many_quotations_are_shown(self, article, linked):
        """Six in all, two of one speaker; of those that one source prints three."""
        names = ["Ida Brown", "Carl Webb", "Olaf Reed", "Anna Hill", "Jon Marsh", "Eva Stone", "Max Field"]
        things = ["pier", "ferry", "crane", "market", "tower", "bridge", "school"]

        def said(names):
            found = zip(names, things, strict=True)
            return " ".join(f"“The {it} must be painted green before {it} day comes,” {name} said." for name, it in found)

        for speakers, one, two in ((names, 3, 6), (["Ida Brown"] * 7, 2, 2)):
            first = article("gazette", "Pier", said(speakers), long=True)
            assert len(linked(first).quotes) == one
            assert len(linked(first, article("ap", "Quay", said(speakers), long=True)).quotes) == two

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
            ("“{}?” Carl Webb said.", "Carl Webb"),
            ("“{}?” Carl Webb told Reuters.", "Carl Webb"),
            ("“{}?” Carl Webb said on Monday that he had asked.", "Carl Webb"),
            ("“{},” Carl Webb later said.", "Carl Webb"),
            ("“{},” Carl Webb never said.", None),
            ("On Monday Carl Webb said in a letter to the council: “{}.”", "Carl Webb"),
            ("On Monday Carl Webb said so, and then a letter came: “{}.”", None),
            ("“{},” said sailor Ferry Webb.", "Ferry Webb"),
            ("“{},” said the Ferry Workers.", None),
            ("“{},” said another Fisher of Oldport.", None),
            ("“{},” said Carl Webb angrily.", "Carl Webb"),
            ("“{},” said Oldport sailors.", None),
            ("“{},” Dr. Carl Webb said.", "Carl Webb"),
            ("“{},” said Governor Carl Webb.", "Carl Webb"),
            ("“{},” said Carl van Webb.", "Carl van Webb"),
            ("“{},” said Émile Ölund.", "Émile Ölund"),
            ("Carl Webb came. “{},” said he. Carl Webb said so.", "Carl Webb"),
            ("Ida Brown of Oldport said: “{}.”", "Ida Brown"),
            ("“{},” Oldport Police Union wrote.", "Oldport Police Union"),
            ("“{},” Oldport Police Chief Carl Webb wrote.", "Carl Webb"),
            ("“{},” Oldport's Mercury wrote.", None),
            ("Ida Brown sat. “{},” Governor said.", None),
            ("Still Carl Webb said: “{}.”", "Carl Webb"),
            ("“{},” Will Webb said.", "Will Webb"),
            ("“{},” Carl Webb said that nobody had asked.", "Carl Webb"),
            ("“{}?” Nobody knew.", None),
            ("Critics said: “{}.”", None),
            ("“{},” said Carl Webb, who was there.", "Carl Webb"),
            ("“{},” Carl Webb, a sailor with two boats, said.", "Carl Webb"),
            ("“{},” Reuters said.", None),
            ("The pier is old. “{}.” Carl Webb said nothing.", None),
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

    @pytest.mark.parametrize(
        ("words", "speaker"),
        [
            ("Ida Brown came. “{},” Brown said. Carl Brown left.", "Ida Brown"),
            ("“{},” Brown said. The pier is one that Ida Brown bought.", "Ida Brown"),
            ("“{},” Brown said. The pier is one that Ida Brown left to Carl Brown.", "Brown"),
            ("The pier was Brown's. Only the mayor, Ida Brown, came. “{},” Brown said.", "Ida Brown"),
            ("Ida Brown owns it. Oddly Brown laughed. “{},” Brown said.", "Ida Brown"),
            ("Ida Brown owns it. We met Mayor Brown. “{},” Brown said.", "Ida Brown"),
            ("Everybody knows Uncle Carl Webb. “{},” Carl Webb said.", "Carl Webb"),
        ],
    )
    def test_a_speaker_goes_by_the_fullest_name_that_is_sure(self, article, linked, words, speaker):
        """What the article called the speaker before counts first; a capital that begins a sentence is no first name."""
        tied = linked(article("gazette", "Pier", words.format("We will never sell the old pier to anybody"), long=True))
        assert [quote.speaker for quote in tied.quotes] == [speaker]

    def test_a_name_is_taken_of_an_article_that_introduces_it(self, article, linked):
        """Another article's full name counts where it comes first there: else the one word may be a body's or a place's."""
        said = article("gazette", "Pier", "“We will never sell the old pier to anybody,” Brown said.", long=True)
        silent = article("reuters", "Boats", "Two boats came.", long=True, language="tr")
        for other, speaker in (("Ida Brown came.", "Ida Brown"), ("Brown is a town. Ida Brown came.", "Brown")):
            named = article("ap", "Pier", f"We met at noon. {other}", long=True)
            assert [quote.speaker for quote in linked(said, silent, named).quotes] == [speaker]

    @pytest.mark.parametrize(
        ("before", "speaker"),
        [
            (("Carl Webb repaired the clock.",), "Carl Webb"),
            (("Carl Webb repaired the clock.", ""), "Carl Webb"),
            (("Mr. Webb repaired the clock.",), "Webb"),
            (("The council heard Carl Webb.",), None),
            (("Oldport, where Carl Webb lives, is wet.",), None),
            (("The Gazette said so. Carl Webb reads the Gazette.",), "Carl Webb"),
        ],
    )
    def test_a_pronoun_means_who_begins_the_sentence_before(self, article, linked, before, speaker):
        """In the paragraph before where the words begin theirs; nobody where the sentence is another's."""
        words = "“It took me eleven long evenings to file the parts,” he said."
        known = "Nobody helped. Carl Webb said so." if "Mr." not in before[0] else "Nobody helped."
        *paragraphs, last = before
        tied = linked(article("gazette", "Clock", *paragraphs, f"{last} {words}".strip(), known, long=True))
        assert [quote.speaker for quote in tied.quotes] == ([speaker] if speaker else [])

    def test_she_added_is_who_spoke_before(self, article, linked):
        """Words that the same person adds are that person's, also where a second one was named earlier."""
        body = "Carl Webb met Ida Brown. “The old pier will stay where it is for ever,” Brown said{} “{},” {} added."
        words = "We will paint it green in the spring of next year"
        aside = " while a cold wind from the bay blew all hats away."
        both = "Ida Brown said so. Carl Webb said no."
        for who in ("she", "the mayor"):
            far = aside[:-1] + " and papers and a whole tent that fishermen had put up there" * 2 + "."
            for between, speaker in (
                (".", "Ida Brown"),
                (aside, "Ida Brown"),
                (f"{aside} Webb sat down.", None),
                (far, None),
            ):
                tied = linked(article("gazette", "Pier", body.format(between, words, who), both, long=True))
                assert {quote.text: quote.speaker for quote in tied.quotes}.get(words) == speaker

    def test_words_that_go_on_are_who_spoke_before(self, article, linked):
        """A second quotation in one breath with the first is that speaker's, one in the next paragraph nobody's."""
        first = "“The old pier will stay where it is for ever,” Ida Brown said{}"
        words = "We will paint it green in the spring of next year"
        apart = f". The mayor wants no other one, and the harbour has waited for this for years. “{words}.”"
        for rest, speaker in ((f". “{words}.”", "Ida Brown"), (apart, None), (f". She left. “{words}.”", None)):
            tied = linked(article("gazette", "Pier", first.format(rest), long=True))
            assert {quote.text.rstrip("."): quote.speaker for quote in tied.quotes}.get(words) == speaker
        tied = linked(article("gazette", "Pier", first.format("."), f"“{words}.”", long=True))
        assert [quote.text for quote in tied.quotes] == ["The old pier will stay where it is for ever"]
        tied = linked(article("gazette", "Pier", first.format("."), f"“{words},” the mayor added.", long=True))
        assert [quote.text for quote in tied.quotes] == ["The old pier will stay where it is for ever"]

    def test_words_left_out_and_whole_words(self, article, linked):
        """Of two printings the one without a gap is shown, though the other is longer."""
        words = "We will never sell the old pier to anybody"
        for gap in ("…", ".."):
            cut = article("ap", "Pier", f"Ida Brown said: “{words} {gap} and not the boats either.”", long=True)
            tied = linked(cut, article("gazette", "Pier", f"“{words},” Ida Brown said.", long=True))
            assert [quote.text for quote in tied.quotes] == [words]

    def test_a_quotation_that_no_sentence_ends_in_time_is_left_out(self, article, linked):
        """One sentence longer than an extract may be is not cut."""
        words = "We will mend the pier and " + "the boats and the nets and the sheds and " * 10 + "the quay"
        assert linked(article("gazette", "Pier", f"Ida Brown said: “{words}.”", long=True)).quotes == ()

    def test_who_speaks_may_tell_what_was_said(self, article, linked):
        """A saying verb within the words makes them no report of their own."""
        words = "You said that the old pier was not for sale"
        (quote,) = linked(article("gazette", "Pier", f"“{words},” Ida Brown said.", long=True)).quotes
        assert (quote.text, quote.speaker) == (words, "Ida Brown")

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
