"""Who repeats whom is read from attributions, and what is unknown is never counted."""

import pytest

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
        assert all("Reuters" in tied.quoted(citation) for citation in origin.evidence)

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
