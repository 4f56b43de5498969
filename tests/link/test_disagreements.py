"""Sources that contradict each other in words are set side by side, and only where they mean the same."""

import pytest


class TestNoDate:
    def test_no_date_beside_a_date_is_a_disagreement(self, article, linked):
        """Who says that no date is given stands beside those who give one."""
        tied = linked(
            article("reuters", "Satellite", "Orbix expects to launch its satellite Tern in June.", long=True),
            article("ap", "Satellite", "Orbix plans to launch the Tern satellite in June, a spokeswoman said.", long=True),
            article("gazette", "Satellite", "Orbix has not given a launch date for the Tern.", long=True),
        )
        (month,) = [figure for figure in tied.figures if figure.unit == "month"]
        assert month.conflict
        assert month.label == "launch date for the Tern"
        assert [value.text for value in month.values] == ["June", "has not given a launch date"]
        assert month.values[1].value is None

    def test_no_date_for_what_others_date_by_name(self, article, linked):
        """The name of what has no date ties the denial where no other word does."""
        tied = linked(
            article("reuters", "Satellite", "Orbix now expects its new Orbix Tern Relay to fly in June.", long=True),
            article("ap", "Satellite", "The Orbix Tern Relay is expected to fly in June, Orbix said.", long=True),
            article(
                "gazette",
                "Satellite",
                "Orbix has set no target date for the Orbix Tern Relay and gave no reason.",
                long=True,
            ),
        )
        (month,) = [figure for figure in tied.figures if figure.unit == "month"]
        assert month.label == "target date for the Orbix Tern Relay"

    def test_no_date_beside_one_that_was_once_planned_is_no_disagreement(self, article, linked):
        """Who tells of the original date gives none."""
        planned = "Orbix originally planned to launch its satellite Tern in June."
        tied = linked(
            article("reuters", "Satellite", planned, long=True),
            article("ap", "Satellite", planned, long=True),
            article("gazette", "Satellite", "Orbix has not given a launch date for the Tern.", long=True),
        )
        assert not any(figure.conflict for figure in tied.figures)

    @pytest.mark.parametrize(
        ("dated", "denied"),
        [
            ("Orbix launched its satellite Tern in June.", "Orbix has not given a launch date for the Tern."),
            (
                "Orbix expects to launch its satellite Tern in June.",
                "The mayor of Oldport, Tern, has no date for Tern road.",
            ),
            (
                "At the quay Orbix expects to launch its new satellite Tern in June.",
                "At noon Orbix had not given a date for its new harbour fair.",
            ),
            ("Orbix expects to launch its satellite Tern in June.", "Orbix has no date for its harbour fair."),
        ],
    )
    def test_no_date_contradicts_only_one_that_is_to_come_of_the_same_thing(self, article, linked, dated, denied):
        """What has happened had its date; a common word or one name ties two things to nothing."""
        tied = linked(
            article("reuters", "Satellite", dated, long=True),
            article("ap", "Satellite", dated, long=True),
            article("gazette", "Satellite", denied, long=True),
        )
        assert not any(figure.conflict for figure in tied.figures)

    def test_a_name_far_behind_it_is_not_what_has_no_date(self, article, linked):
        """Only what stands next to "for" has none."""
        dated = "Orbix now expects its new Orbix Tern Relay to fly in June."
        denied = "Orbix has set no target date for the yearly fair of dockers and of sailors from the Orbix Tern Relay."
        tied = linked(
            article("reuters", "Satellite", dated, long=True),
            article("ap", "Satellite", "The Orbix Tern Relay is expected to fly in June, Orbix said.", long=True),
            article("gazette", "Satellite", denied, long=True),
        )
        assert not any(figure.conflict for figure in tied.figures)

    def test_what_few_say_of_a_date_is_not_what_the_date_is_of(self, article, linked):
        """A word of one source ties another's denial to nothing that the others mean."""
        told = (
            "Orbix expects to launch its satellite Tern in June.",
            "Orbix expects its lighthouse of a satellite, the Tern, in June.",
            "Orbix plans to launch the Tern satellite in June.",
        )
        texts = [article(who, "Satellite", text) for who, text in zip(("reuters", "ap", "upi"), told, strict=True)]
        denied = article("gazette", "Satellite", "The council has given no date for its lighthouse.")
        assert not any(figure.conflict for figure in linked(*texts, denied).figures)

    def test_who_gives_a_date_too_denies_none(self, article, linked):
        """It tells of two things, or of two times; nor is a headline alone a denial."""
        dated, denied = (
            "Orbix expects to launch its satellite Tern in June.",
            "Orbix gave no launch date for the Tern before.",
        )
        both = article("ap", "Satellite", dated, denied, long=True)
        assert not any(each.conflict for each in linked(article("reuters", "Satellite", dated, long=True), both).figures)
        headed = article("gazette", "Orbix gives no launch date for the Tern", "Nobody at the quay knew.", long=True)
        texts = (article(name, "Satellite", dated, long=True) for name in ("reuters", "ap"))
        assert not any(each.conflict for each in linked(*texts, headed).figures)

    def test_a_denial_of_a_pronoun_has_the_date_alone_for_a_label(self, article, linked):
        """No label ends in the air."""
        dated = "Orbix expects to launch its satellite Tern in June."
        texts = (article(name, "Satellite", dated, long=True) for name in ("reuters", "ap"))
        denied = article(
            "gazette", "Satellite", "The satellite of Orbix is built, with no launch date for it yet.", long=True
        )
        (month,) = [figure for figure in linked(*texts, denied).figures if figure.unit == "month"]
        assert month.label == "launch date"

    def test_no_date_for_something_else_is_no_disagreement(self, article, linked):
        """A date that is missing for another thing contradicts nobody."""
        tied = linked(
            article("reuters", "Satellite", "Orbix expects to launch its satellite Tern in June.", long=True),
            article("ap", "Satellite", "Orbix plans to launch the Tern satellite in June, a spokeswoman said.", long=True),
            article("gazette", "Satellite", "Fennwick has no date for its harbour fair.", long=True),
        )
        assert not any(figure.conflict for figure in tied.figures)


PAIRS = [
    (
        "In Oldport, a clerk said Orbix confirmed the sale of its Fennwick foundry.",
        "A clerk in Oldport wrote that Orbix denied the sale of its Fennwick foundry.",
        ["confirmed", "denied"],
    ),
    (
        "After a week Orbix agreed to repay the dockers of Fennwick harbour.",
        "After a week Orbix refused to repay the dockers of Fennwick harbour.",
        ["agreed to", "refused to"],
    ),
    (
        "In court Harlan Brook pleaded guilty to the theft of mooring ropes.",
        "In court Harlan Brook pleaded not guilty to the theft of mooring ropes.",
        ["pleaded guilty", "pleaded not guilty"],
    ),
    (
        "In court Harlan Brook was convicted of the theft of mooring ropes.",
        "In court Harlan Brook was acquitted of the theft of mooring ropes.",
        ["was convicted", "was acquitted"],
    ),
    (
        "A neighbour wrote that Harlan Brook is dead.",
        "A neighbour wrote that Harlan Brook is still alive.",
        ["is dead", "is still alive"],
    ),
    (
        "After the theft Harlan Brook has resigned.",
        "After the theft Harlan Brook refused to resign.",
        ["has resigned", "refused to resign"],
    ),
]


def against(linked, article, one, other):
    """The disagreements in words between two articles."""
    tied = linked(article("reuters", "Harbour news", one, long=True), article("ap", "Quay news", other, long=True))
    return [figure for figure in tied.figures if figure.unit == "said"]


class TestSides:
    @pytest.mark.parametrize(("one", "other", "words"), PAIRS)
    def test_who_denies_stands_beside_who_confirms(self, article, linked, one, other, words):
        """The same subject on both sides of the same thing is a disagreement, each side cited."""
        (found,) = against(linked, article, one, other)
        assert found.conflict
        assert [value.text for value in found.values] == words
        assert all(value.value is None and value.citations for value in found.values)

    @pytest.mark.parametrize("called", ["the “old” clerk", 'the "old" clerk'])
    def test_a_word_that_is_called_so_makes_nothing_a_speakers(self, article, linked, called):
        """Only what a quotation that is not over holds is a speaker's own."""
        other = f"In Oldport, {called} wrote that Orbix denied the sale of its Fennwick foundry."
        assert against(linked, article, PAIRS[0][0], other)

    @pytest.mark.parametrize(
        "other",
        [
            "A clerk in Oldport wrote that Fennwick denied the sale of its Orbix foundry.",
            "A clerk in Oldport wrote that Orbix denied any debts to the dockers of Brae.",
            "A clerk in Oldport wrote that Orbix never denied the sale of its Fennwick foundry.",
            "Orbix denied the sale of its Fennwick foundry. On Monday Orbix confirmed the sale of its Fennwick foundry.",
            'A clerk wrote: "Once Orbix denied the sale of its Fennwick foundry."',
            "A clerk wrote that the firm which bought Orbix over the long winter denied the sale of its Fennwick foundry.",
        ],
    )
    def test_other_subjects_things_and_changes_are_none(self, article, linked, other):
        """Another subject, another thing, a negation, a source that tells of both, a speaker's words: no disagreement."""
        assert against(linked, article, PAIRS[0][0], other) == []

    @pytest.mark.parametrize(("matter", "found"), [("the plan", False), ("the Fennwick plan", True)])
    def test_a_common_word_alone_does_not_say_that_one_thing_is_meant(self, article, linked, matter, found):
        """Another plan may be meant."""
        one, other = f"In Oldport Orbix confirmed {matter}.", f"A clerk in Oldport wrote that Orbix denied {matter}."
        assert bool(against(linked, article, one, other)) == found
