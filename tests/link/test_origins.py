"""Who repeats whom is read from attributions, and what is unknown is never counted."""

from dataclasses import replace

import pytest

from digest.model import Copy
from digest.verify.citations import quoted

BARE = "The harbour council approved the ferry on Monday and will buy two boats."


def roles(tied):
    return [role.role for role in tied.roles]


class TestOrigins:
    def test_all_who_repeat_one_origin_are_together_that_one(self, article, linked):
        """Three articles that have their news from Reuters are one independent report."""
        tied = linked(
            article("gazette", "Ferry", "The council approved a ferry, Reuters reported on Monday.", BARE, long=True),
            article("courier", "Ferry", "According to Reuters, the council approved a ferry.", BARE, long=True),
            article("Inland Mail", "Ferry", "The council approved a ferry, as first reported by Reuters.", BARE, long=True),
        )
        assert (tied.independent, tied.at_least) == (1, False)
        assert roles(tied) == ["repeats"] * 3
        (origin,) = tied.origins
        assert (origin.name, origin.source, origin.member) == ("Reuters", "reuters", False)
        assert set(origin.repeated_by) == {one.id for one in tied.articles}
        assert all("Reuters" in quoted(tied, citation) for citation in origin.evidence)

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("According to the Israeli newspaper Haaretz, a ferry was approved.", "Haaretz"),
            ("The mayor told the French daily Le Monde that a ferry was approved.", "Le Monde"),
            ("A ferry was approved, reports Haaretz.", "Haaretz"),
            ("A ferry was approved, said the mayor, who told Reuters news agency about it.", "Reuters"),
        ],
    )
    def test_an_outlet_is_found_behind_what_it_is(self, article, linked, words, name):
        """A nationality and "newspaper" before a name, or the verb before it, hide no origin."""
        (origin,) = linked(article("gazette", "Ferry", words, BARE, long=True)).origins
        assert origin.name == name

    @pytest.mark.parametrize(
        "title",
        [
            "Council approves ferry, Reuters reports",
            "Council approves ferry, according to Reuters",
            "Council approves ferry: Reuters",
            "Council approves ferry – Reuters",
        ],
    )
    def test_a_title_that_ends_with_its_origin_names_it(self, article, linked, title):
        """Of a feed's item it may be all that does."""
        tied = linked(article("gazette", title, BARE, long=True), article("Inland Mail", "Ferry", BARE[:-10], long=True))
        (origin,) = tied.origins
        assert (origin.name, origin.repeated_by) == ("Reuters", (tied.articles[0].id,))
        assert all("Reuters" in quoted(tied, citation) for citation in origin.evidence)

    @pytest.mark.parametrize(
        "title",
        [
            "Reuters reports a ferry",
            "Council approves ferry for Reuters",
            "Council approves Reuters report",
            "Reuters: council approves its ferry",
            "Council speaks to Reuters",
            "Council approves ferry, neighbours report",
            "Council approves ferry, Reuters reports in the dark",
        ],
    )
    def test_a_title_about_an_outlet_names_no_origin(self, article, linked, title):
        """It does something itself, or something is done to it."""
        assert linked(article("gazette", title, BARE, long=True)).origins == ()

    def test_the_own_name_behind_a_title_attributes_nothing(self, article, linked):
        """Feeds end titles with the publisher's name."""
        tied = linked(article("reuters", "Council approves ferry - Reuters", BARE, long=True))
        assert tied.origins == ()
        assert roles(tied) == ["unknown"]

    def test_who_repeats_an_outlet_for_a_detail_has_not_the_core_from_it(self, article, linked):
        """What is attributed far down is repeated too, and is none of the core of the story."""
        far = ["The council met again on another day of that week in spring." for _ in range(7)]
        tied = linked(article("gazette", "Ferry", BARE, *far, "The old boats leak, according to Reuters.", long=True))
        (origin,) = tied.origins
        assert (origin.repeated_by, origin.for_core) == ((tied.articles[0].id,), ())
        assert roles(tied) == ["unknown"]
        assert [citation.article_id for citation in origin.evidence] == [tied.articles[0].id]

    def test_who_repeats_an_outlet_for_the_core_is_not_original_for_it(self, article, linked):
        """Reporting of one's own on a detail makes no original of an article that has the news itself from another."""
        far = [f"On day {number} the council met again." for number in range(6)]
        news, own = "The ferry comes, Reuters reported.", "A baker told the Harbour Gazette that he would sell rolls."
        assert roles(linked(article("gazette", "Ferry", news, *far, own, long=True))) == ["repeats"]
        assert roles(linked(article("gazette", "Ferry", news, own, *far, long=True))) == ["original"]
        often = [own, *far, own, own]
        assert roles(linked(article("gazette", "Ferry", news, *far, *often, long=True))) == ["original"]

    def test_reporting_on_details_adds_nothing_beside_another(self, article, linked):
        """Two articles that show own reporting far down may have the news itself from one; nobody says from whom."""
        far = [f"On day {number} the council met again." for number in range(6)]
        one = article("gazette", "Ferry", *far, "A baker told the Harbour Gazette that he would sell rolls.", long=True)
        two = article("courier", "Ferry", *far, "A sailor told the Valley Courier that it may rain.", long=True)
        tied = linked(one, two)
        assert (roles(tied), tied.independent, tied.at_least) == (["original", "original"], 1, True)
        named = linked(one, article("courier", "Ferry", "According to the Harbour Gazette, a ferry comes.", BARE, long=True))
        assert (named.independent, named.at_least) == (1, False)

    def test_texts_with_the_same_words_count_once(self, article, linked):
        """Long passages in the same words, which nobody is said to speak, are of one hand, whoever printed them first."""
        told = "The mayor told the {} that two boats will come, and {}."
        same = "the old pier was built by the grandfather of the harbour master who now wants to pull all of it down again"
        one = article("gazette", "Ferry", told.format("Harbour Gazette", same), BARE, long=True)
        two = article("courier", "Ferry", told.format("Valley Courier", same), long=True)
        assert linked(one, two).independent == 1
        quoted_words = told.format("Valley Courier", f"“{same}” was shouted")
        assert linked(one, article("courier", "Ferry", quoted_words, long=True)).independent == 2
        short = told.format("Valley Courier", " ".join(same.split()[:9]))
        assert linked(one, article("courier", "Ferry", short, long=True)).independent == 2

    def test_an_outlet_in_its_own_title_is_no_subject(self, article, linked):
        """A site's name behind its own title does not make the story one about it."""
        tied = linked(
            article("reuters", "Ferry comes - Reuters", BARE, long=True),
            article("gazette", "Ferry", "A ferry was approved, Reuters reported.", BARE, long=True),
        )
        assert roles(tied) == ["original", "repeats"]

    def test_a_member_that_others_name_is_the_origin(self, article, linked):
        """The article of the outlet that is cited is original, and counts with its repeaters as one."""
        tied = linked(
            article("reuters", "Ferry", BARE, long=True),
            article("gazette", "Ferry", "According to Reuters, a ferry was approved.", BARE, long=True),
        )
        assert roles(tied) == ["original", "repeats"]
        assert (tied.independent, tied.at_least) == (1, False)
        assert tied.origins[0].member

    def test_own_reporting_counts_for_itself(self, article, linked):
        """An article whose outlet was told counts beside the origin that another repeats."""
        tied = linked(
            article("gazette", "Ferry", "The mayor told the Harbour Gazette that two boats will come.", BARE, long=True),
            article("courier", "Ferry", "According to Reuters, a ferry was approved.", BARE, long=True),
        )
        assert (tied.independent, tied.at_least) == (2, False)
        assert roles(tied) == ["original", "repeats"]

    def test_the_unknown_adds_nothing_and_says_at_least(self, article, linked):
        """An article that names no source counts for nothing and makes the number a lower bound."""
        tied = linked(
            article("gazette", "Ferry", BARE, long=True),
            article("courier", "Ferry", "According to Reuters, a ferry was approved.", BARE, long=True),
        )
        assert (tied.independent, tied.at_least) == (1, True)
        assert roles(tied) == ["unknown", "repeats"]

    def test_nothing_established_is_not_assessed(self, article, linked):
        """Where no article says where its news is from, there is no number."""
        tied = linked(article("gazette", "Ferry", BARE, long=True), article("courier", "Ferry", BARE, long=True))
        assert (tied.independent, tied.at_least) == (None, False)

    def test_outlets_that_name_each_other_are_one(self, article, linked):
        """A circle of attributions has one origin, whoever it is."""
        tied = linked(
            article("gazette", "Ferry", "According to the Valley Courier, a ferry was approved.", BARE, long=True),
            article("courier", "Ferry", "According to the Harbour Gazette, a ferry was approved.", BARE, long=True),
        )
        assert tied.independent == 1

    def test_a_chain_leads_to_its_end(self, article, linked):
        """Who repeats a repeater repeats the origin: together they are one."""
        tied = linked(
            article("gazette", "Ferry", "According to the Valley Courier, a ferry was approved.", BARE, long=True),
            article("courier", "Ferry", "According to Reuters, a ferry was approved.", BARE, long=True),
        )
        assert tied.independent == 1

    def test_a_statement_to_one_who_repeats_another_is_no_further_origin(self, article, linked):
        """Of those who were told something, one whose own article has its news from the other only passes on."""
        tied = linked(
            article("gazette", "Ferry", "A sailor told Reuters and the Associated Press that boats will come.", BARE),
            article("reuters", "Ferry", "According to the Associated Press, boats will come.", BARE),
        )
        assert tied.independent == 1

    def test_who_follows_a_circle_is_no_origin(self, article, linked):
        """Two that name each other are one; who names one of them, and is named for it, only passes on."""
        words = "According to {}, a ferry was approved."
        tied = linked(
            article("ap", "Ferry", words.format("the Harbour Gazette"), BARE),
            article("gazette", "Ferry", words.format("the Valley Courier"), BARE),
            article("courier", "Ferry", words.format("the Harbour Gazette"), BARE),
            article("reuters", "Ferry", words.format("the Associated Press"), BARE),
        )
        assert tied.independent == 1

    def test_one_statement_to_two_and_another_report_are_two(self, article, linked):
        """What was told to several is one origin beside those of others."""
        told = article("gazette", "Ferry", "A sailor told CNN and NPR that two boats will come.", BARE)
        tied = linked(told, article("courier", "Ferry", "According to Reuters, a ferry was approved.", BARE))
        assert tied.independent == 2

    def test_who_prints_an_agencys_text_passes_it_on(self, article, linked):
        """Whoever names the printer of an agency's text has the news from the agency."""
        tied = linked(
            article("gazette", "Ferry", "OLDPORT (Reuters) - A ferry was approved.", BARE, long=True),
            article("courier", "Ferry", "According to the Harbour Gazette, a ferry was approved.", BARE, long=True),
        )
        assert (tied.independent, tied.at_least) == (1, False)

    def test_an_alias_is_its_publisher(self, article, linked):
        """AP and The Associated Press are one origin."""
        tied = linked(
            article("gazette", "Ferry", "OLDPORT (AP) — The council approved a ferry.", BARE, long=True),
            article("courier", "Ferry", "The Associated Press reported that a ferry was approved.", BARE, long=True),
        )
        assert tied.independent == 1
        assert [origin.name for origin in tied.origins] == ["The Associated Press"]

    @pytest.mark.parametrize(
        "words",
        [
            "A Reuters poll of sailors found that many like the ferry.",
            "Reuters reported last year that the old ferry leaked.",
            "“They told us that boats would come,” a sailor said.",
        ],
    )
    def test_polls_old_news_and_quoted_words_attribute_nothing(self, article, linked, words):
        """What only looks like an attribution of this news is none."""
        tied = linked(article("gazette", "Ferry", words, BARE, long=True))
        assert tied.independent is None

    def test_the_subject_of_a_story_is_not_its_source(self, article, linked):
        """An outlet that the headline is about is not taken for the origin of the news."""
        tied = linked(
            article(
                "gazette",
                "Judge rebukes Reuters",
                "The judge read what Reuters reported and shook his head.",
                BARE,
                long=True,
            )
        )
        assert tied.independent is None
        assert tied.origins[0].repeated_by == ()

    def test_one_statement_told_to_several_is_one(self, article, linked):
        """What somebody told to two outlets is one origin, though both are named, and in doubt there are more."""
        words = "A spokesman told Reuters and the Associated Press that two boats will come."
        tied = linked(article("gazette", "Ferry", words, BARE, long=True))
        assert (tied.independent, tied.at_least) == (1, True)
        assert {origin.name for origin in tied.origins} == {"Reuters", "The Associated Press"}

    def test_who_reports_besides_counts_besides(self, article, linked):
        """An outlet that is also named as reporting is not only one of those who were told."""
        words = "A spokesman told Reuters and the Associated Press that two boats will come. Reuters reported on Monday that"
        words += " a yard had been found. The Associated Press reported that it had not."
        tied = linked(article("gazette", "Ferry", words, BARE, long=True))
        assert tied.independent == 2

    def test_a_detail_far_down_is_not_counted(self, article, linked):
        """Who is named for a detail at the end is listed, and makes the count a lower bound."""
        detail = "A baker told Reuters that he would sell rolls on board."
        tied = linked(
            article("gazette", "Ferry", "The mayor told the Harbour Gazette that boats will come.", *[BARE] * 6, detail)
        )
        assert (tied.independent, tied.at_least) == (1, True)
        assert [origin.name for origin in tied.origins] == ["Reuters"]

    @pytest.mark.parametrize(
        ("further", "role"),
        [
            ("That is according to Reuters.", "repeats"),
            ("This was reported by Reuters.", "repeats"),
            ("Three senior officials familiar with the plans told Reuters so.", "repeats"),
            ("That was read with joy.", "unknown"),
        ],
    )
    def test_a_short_text_says_whose_its_news_is_in_a_sentence_of_its_own(self, article, linked, further, role):
        """It need not say the news again."""
        bridge = "The Old Bridge was closed on Monday."
        tied = linked(article("gazette", "Bridge", f"{bridge} {further}"), article("courier", "Bridge", bridge))
        assert roles(tied)[0] == role

    def test_an_interview_is_the_reporters_own(self, article, linked):
        """Words said in an interview were said to who prints them, unless another stage is named."""
        own = article("gazette", "Ferry", "“The boats will come,” Ida Brown said in a telephone interview on Monday.", BARE)
        assert roles(linked(own)) == ["original"]
        for where in (" with a radio station", ", posted by a magazine", " last year", " with Reuters"):
            other = article("gazette", "Ferry", f"“The boats will come,” Ida Brown said in an interview{where}.", BARE)
            assert roles(linked(other)) != ["original"]

    def test_an_interview_after_words_to_another_outlet_was_the_others(self, article, linked):
        """Whoever spoke to another outlet was interviewed by it; what that one reported otherwise says nothing of it."""
        interview = "She said in an interview on Monday that the boats will come."
        told = linked(article("gazette", "Ferry", f"Ida Brown told Reuters that two boats will come. {interview}", BARE))
        assert roles(told) == ["repeats"]
        told = linked(article("gazette", "Ferry", f"Reuters reported that two boats will come. {interview}", BARE))
        assert roles(told) == ["original"]

    @pytest.mark.parametrize(
        "words",
        [
            "The mayor did not immediately respond to a request for comment.",
            "A spokesman for the yard did not return phone calls and e-mails seeking comment on Monday.",
            "Messages left with the harbour master were not returned.",
            "The captain could not be reached for comment.",
            "The captain said no more and could not be reached for comment.",
        ],
    )
    def test_a_question_left_unanswered_is_the_reporters_own(self, article, linked, words):
        """Who asked in vain reported, unless others tell of it in the same words, or the news is another's."""
        assert roles(linked(article("gazette", "Ferry", BARE, words))) == ["original"]
        both = linked(article("gazette", "Ferry", BARE, words), article("courier", "Boats", "Gulls cried. " + words))
        assert roles(both) == ["unknown", "unknown"]
        agency = linked(article("gazette", "Ferry", "OLDPORT (Reuters) - A ferry comes.", BARE, words))
        assert (roles(agency), agency.independent) == (["repeats"], 1)
        assert roles(linked(article("gazette", "Ferry", "According to Reuters, a ferry comes.", words))) == ["repeats"]
        for other in (words[:-1] + " from the police.", words[:-1] + " in 2019."):
            assert roles(linked(article("gazette", "Ferry", BARE, other))) == ["unknown"]

    def test_a_question_in_a_copy_of_another_is_whose_nobody_knows(self, article, linked):
        """Another publisher's copy may have asked; the publisher's own earlier printing is its own."""
        words = "The captain could not be reached for comment."
        for source, role in (("gazette", "original"), ("courier", "unknown")):
            copy = Copy(article=article(source, "Ferry", BARE, words), share=0.9, kind="near")
            assert roles(linked(article("gazette", "Ferry", BARE, words, copies=(copy,)))) == [role]

    @pytest.mark.parametrize(
        "words",
        [
            "The mayor did not respond to a request for comment from Reuters.",
            "The crew did not respond to calls for help.",
            "Her son did not return her calls.",
        ],
    )
    def test_not_every_silence_is_the_reporters_own(self, article, linked, words):
        """Another who asked, and people who do not answer each other, show no reporting."""
        assert "original" not in roles(linked(article("gazette", "Ferry", BARE, words)))

    def test_an_agencys_mark_makes_the_text_the_agencys(self, article, linked):
        """Of a text with an agency's mark the interviews are the agency's, and so is what it repeats."""
        said = "“The boats will come,” Ida Brown said in an interview on Monday."
        tied = linked(article("gazette", "Ferry", f"OLDPORT (Reuters) - A ferry was approved. {said}", BARE, long=True))
        assert roles(tied) == ["repeats"]
        assert [origin.name for origin in tied.origins] == ["Reuters"]
        tied = linked(article("gazette", "Ferry", f"OLDPORT (Pier Two) - A ferry was approved. {said}", BARE, long=True))
        assert (roles(tied), tied.origins) == (["original"], ())
        tied = linked(
            article(
                "gazette", "Ferry", "OLDPORT (Reuters) - A ferry comes, the Associated Press reported.", BARE, long=True
            ),
            article("courier", "Ferry", "According to the Associated Press, a ferry comes.", BARE, long=True),
        )
        assert tied.independent == 1

    @pytest.mark.parametrize(
        ("line", "role"),
        [
            ("Ida Brown, Associated Press", "repeats"),
            ("Copyright 2026 The Associated Press. All rights reserved.", "repeats"),
            ("The Associated Press contributed to this report.", "repeats"),
            ("AP writer Ida Brown in Oldport contributed to this report.", "repeats"),
            ("Ida Brown in Oldport contributed to this report.", "original"),
            ("Ida Brown and Carl Webb contributed to this report.", "original"),
            ("Reporting by Ida Brown; editing by Carl Webb", "original"),
            ("Ida Brown, Harbour Gazette", "unknown"),
            ("Ida Post", "unknown"),
            ("Ida Brown Forbes", "unknown"),
            ("By Ida Brown and Carl Bloomberg", "unknown"),
        ],
    )
    def test_bylines_and_credits_say_whose_it_is(self, article, linked, line, role):
        """What stands beside the text is read and can be cited."""
        tied = linked(article("gazette", "Ferry", BARE, credits=(line,), long=True))
        assert roles(tied) == [role]
        if role == "repeats":
            assert [origin.name for origin in tied.origins] == ["The Associated Press"]
            assert quoted(tied, tied.origins[0].evidence[0]) in line

    def test_a_copy_an_agency_printed_makes_the_text_the_agencys(self, article, linked):
        """Where a folded copy is an agency's, the text is not its printer's own."""
        copy = Copy(article=article("reuters", "Ferry", BARE), share=0.9, kind="near")
        tied = linked(article("gazette", "Ferry", BARE, copies=(copy,), long=True))
        assert roles(tied) == ["repeats"]
        assert tied.independent == 1
        version = Copy(article=article("reuters", "Ferry", BARE), share=0.9, kind="version")
        assert roles(linked(article("gazette", "Ferry", BARE, copies=(version,), long=True))) == ["unknown"]

    def test_whole_sentences_of_another_text_repeat_it(self, article, linked):
        """A member that was not folded but has sentences of an agency's text, or of one printed earlier, repeats it."""
        same = [
            "The old pier was built by the grandfather of the harbour master who now wants to pull it down.",
            "Two boats will be bought from a yard on the far side of the bay before the winter storms begin.",
            "Nobody had expected that the vote would be over before the tide turned on Monday evening.",
        ]
        marked = article("gazette", "Ferry", "OLDPORT (AP) — A vote was held.", *same, long=True)
        assert roles(linked(marked, article("courier", "Ferry", BARE, *same, long=True))) == ["repeats", "repeats"]
        first = article("gazette", "Ferry", "A vote was held.", *same, day=1)
        second = article("courier", "Ferry", BARE, *same, day=2)
        assert roles(linked(second, first)) == ["repeats", "original"]
        undated = article("courier", "Ferry", BARE, *same)
        assert roles(linked(undated, first)) == ["unknown", "unknown"]
        month = replace(first, published=replace(first.published, precision="month"))
        assert roles(linked(second, month)) == ["unknown", "unknown"]

    def test_short_sentences_or_those_of_one_publisher_repeat_nobody(self, article, linked):
        """Two reporters write "The vote was close" alike, and who prints an article again has it from nobody else."""
        short = ["A vote was held by the council.", "Two boats will come.", "It rained on the quay.", "The harbour is shut."]
        one, other = article("gazette", "Ferry", *short, day=1), article("courier", "Ferry", BARE, *short, day=2)
        assert roles(linked(one, other)) == ["unknown", "unknown"]
        long = [f"{words[:-1]}, as everybody had expected since the herring came back in spring." for words in short]
        one, other = article("gazette", "Ferry", *long, day=1), article("courier", "Ferry", BARE, *long, day=2)
        assert roles(linked(one, other)) == ["original", "repeats"]
        assert roles(linked(one, article("gazette", "Ferry", BARE, *long, day=2))) == ["unknown", "unknown"]

    def test_spoken_sentences_and_those_of_nobody_known_repeat_nobody(self, article, linked):
        """Both reporters may have heard a speech, and an origin has a name."""
        long = [f"{words}, as everybody had expected since the herring came back in spring." for words in ("A", "B", "C")]
        for source, words in (("gazette", [f"“{each}”" for each in long]), ("", long)):
            tied = linked(article(source, "Ferry", *words, day=1), article("courier", "Ferry", BARE, *words, day=2))
            assert [role.repeats for role in tied.roles] == [(), ()]
        tied = linked(article("gazette", "Ferry", *long, day=1), article("courier", "Ferry", BARE, *long, day=2))
        assert [role.repeats for role in tied.roles] == [(), ("Harbour Gazette",)]

    def test_a_byline_says_more_than_sentences_that_another_printed_earlier(self, article, linked):
        """Whose text it is is known: the earlier printer may have it from there too."""
        same = [f"{words}, as everybody had expected since the herring came back in spring." for words in ("A", "B", "C")]
        first = article("gazette", "Ferry", *same, day=1)
        for lines, whose in (((), "Harbour Gazette"), (("Ida Brown, Associated Press",), "The Associated Press")):
            second = article("courier", "Ferry", BARE, *same, day=2, credits=lines)
            assert linked(first, second).roles[1].repeats == (whose,)

    def test_who_is_named_again_and_again_is_followed(self, article, linked):
        """Far down one attribution is for a detail; three say where the article has its news from."""
        top = [BARE] * 8
        said = [
            "Reuters reported that the old ferry leaked.",
            "It sank, according to Reuters.",
            "Nobody drowned, Reuters said.",
        ]
        assert roles(linked(article("gazette", "Ferry", *top, *said, long=True))) == ["repeats"]
        assert roles(linked(article("gazette", "Ferry", *top, *said[:2], long=True))) == ["unknown"]

    def test_publishers_nobody_knows_are_not_counted_twice(self, article, linked):
        """Articles of unknown publishers may be the origin that another names, or one another's."""
        own = "“The boats will come,” Ida Brown told us at the quay."
        one = article("", "Ferry", own, BARE, publisher=None)
        two = article("", "Ferry", own.replace("boats", "ships"), BARE, publisher=None)
        assert linked(one, two).independent == 1
        named = article("gazette", "Ferry", "According to Reuters, a ferry was approved.", BARE)
        tied = linked(one, named)
        assert (tied.independent, tied.at_least) == (1, True)

    @pytest.mark.parametrize(
        "words",
        [
            "Guests met on the Hill, according to Ft. Brown's captain, and Hill said that it rained.",
            "Mr. Bloomberg, the former mayor, looked on. Bloomberg said the boats were small.",
            "In June, Reuters reported that the old ferry leaked.",
            "“According to Reuters the boats are late,” a sailor shouted.",
        ],
    )
    def test_what_only_looks_like_an_outlet_is_none(self, article, linked, words):
        """Hills, people and what was said long ago attribute nothing."""
        assert linked(article("courier", "Ferry", words, BARE, long=True)).origins == ()

    def test_whose_an_article_is_its_source_says_first(self, article, linked):
        """A name that nobody knows changes nothing; no other word than a paper's last one is a name by itself."""
        words = "The mayor told the Harbour Gazette that two boats will come."
        assert roles(linked(article("gazette", "Ferry", words, BARE, publisher="Harbour Online"))) == ["original"]
        words = "The mayor told Sailors that two boats will come."
        assert roles(linked(article("Oldport Sailors", "Ferry", words, BARE))) == ["unknown"]

    def test_a_paper_calls_itself_by_its_last_name(self, article, linked):
        """The Courier in the Valley Courier is itself, and no outlet elsewhere."""
        words = "The mayor told The Courier that two boats will come."
        assert roles(linked(article("courier", "Ferry", words, BARE, long=True))) == ["original"]
        assert roles(linked(article("gazette", "Ferry", words, BARE, long=True))) == ["unknown"]

    def test_an_article_is_of_the_outlet_whose_pages_it_stands_on(self, article, linked):
        """Where nothing else names its publisher, or by no name that is known, the address does."""
        words = "The mayor told CNN that two boats will come."
        for host, role in (("edition.cnn.com", "original"), ("example.org", "repeats")):
            for name in (None, "cable-2"):
                there = {"publisher": name, "url": f"https://{host}/2026/05/ferry"}
                assert roles(linked(article("nobody", "Ferry", words, BARE, long=True, **there))) == [role]
