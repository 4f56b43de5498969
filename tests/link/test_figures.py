"""Numbers are read as printed, tied to what they measure, and differ only where they really do."""

from dataclasses import replace
from itertools import combinations

import pytest

from digest.language.english import ENGLISH
from digest.link import link
from digest.link.figures import figures
from digest.link.figures.comparing import same_value
from digest.link.figures.measures import mentions
from digest.link.figures.quantities import UNITS_OF_TIME, agree, allowed, differ, quantities
from digest.link.reading import read
from digest.model import Article, Limits, Text


@pytest.fixture
def linked(story):
    """Return a maker of stories with all their figures, those too that a line of the page tells."""

    def tie(*articles):
        return replace(story(*articles), figures=tuple(figures(read(articles))))

    return tie


class TestQuantities:
    @pytest.mark.parametrize(
        ("text", "unit", "value", "top"),
        [
            ("at a cost of $145 billion this year", "USD", 1.45e11, None),
            ("at a cost of $145bn this year", "USD", 1.45e11, None),
            ("at a cost of 145 billion dollars this year", "USD", 1.45e11, None),
            ("between $125 billion to $145 billion in all", "USD", 1.25e11, 1.45e11),
            ("worth €1.2-1.5 million", "EUR", 1.2e6, 1.5e6),
            ("roughly 8,000 employees were told", "employe", 8000.0, None),
            ("more than 1.3 million chips", "chip", 1.3e6, None),
            ("ten women came", "woman", 10.0, None),
            ("35.7 percent of the income", "%", 35.7, None),
            ("35.7% of the income", "%", 35.7, None),
            ("after nearly two months of talks", "seconds", 2 * 2629800.0, None),
            ("on June 28 in court", "date", 6.0, None),
            ("on the 28th of June in court", "date", 6.0, None),
            ("on 28 June 2009 in court", "date", 6.0, None),
            ("in May 2009 in court", "month", 5.0, None),
            ("two boilers of 1,000 MW each", "MW", 1000.0, None),
            ("130 pounds of flour", "pounds", 130.0, None),
            ("130 million pounds of debts", "GBP", 1.3e8, None),
            ("three or four bakers", "baker", 3.0, 4.0),
            ("a cut of 50%-52% by winter", "%", 50.0, 52.0),
            ("the rate ticked up to 6.1% in spring", "%", 6.1, None),
        ],
    )
    def test_the_same_amount_reads_the_same(self, text, unit, value, top):
        """Unit, magnitude and range come out normalised however they are printed."""
        (found,) = [quantity for quantity in quantities(text, ENGLISH) if quantity.unit == unit]
        assert (found.value, found.top) == (value, top)

    @pytest.mark.parametrize(
        ("text", "values"),
        [
            ("Rates rose from 3 to 5 percent", [(5.0, None)]),
            ("Rates of 3 to 5 percent", [(3.0, 5.0)]),
            ("Rates were revised down from 5 to 3 percent", [(3.0, None)]),
            ("An increase of the pay of from $90 to $160", [(90.0, 160.0)]),
            ("Rain is up from 20 to 40 millimetres", [(20.0, 40.0)]),
            ("The firm cut jobs from 10 to 15 percent", [(10.0, 15.0)]),
            ("The pay grows by $90 to $1,600 a month", [(90.0, None), (1600.0, None)]),
            ("The pay grows by $90 to $160 a month", [(90.0, 160.0)]),
            ("Rates rose from 3-5 percent to 8-9 percent", [(3.0, 5.0), (8.0, 9.0)]),
        ],
    )
    def test_what_a_value_was_before_is_no_end_of_a_range(self, text, values):
        """Behind a verb or noun of change "from" names the older value, and "by" the difference to a much larger one."""
        assert [(one.value, one.top) for one in quantities(text, ENGLISH)] == values

    @pytest.mark.parametrize(
        ("text", "values"),
        [
            ("Claims fell to 293,000 in the week", [293000.0]),
            ("Visits reached 2.4 million.", [2.4e6]),
            ("Claims fell to 293 in the week", []),
            ("The page belongs to 293,000", []),
            ("Claims fell to 293,000 letters", [293000.0]),
        ],
    )
    def test_a_large_number_may_say_alone_how_many_there_are(self, text, values):
        """Behind a verb of level, where nothing that is counted follows."""
        assert [one.value for one in quantities(text, ENGLISH)] == values

    @pytest.mark.parametrize(
        ("text", "values"),
        [
            ("Doctors put the death toll at 10 and the injured at over 30.", [10.0, 30.0]),
            ("The death toll has risen to 25, with homes lost", [25.0]),
            ("The death toll from Monday's quake was 12", [12.0]),
            ("The death toll in the mine reached 12, the crew said", [12.0]),
            ("Doctors counted the missing at 12", [12.0]),
            ("The road toll has risen to 25 dollars", [25.0]),
            ("The clock struck at 10 and the bells rang.", []),
            ("The bridge toll at Hollin rose to 25", []),
            ("The death toll rose at 9, clerks said", []),
            ("The death toll stood at 9, clerks said", [9.0]),
            ("The dead driver was 45", []),
            ("They found the driver dead at 6", []),
            ("The missing striker was at 7 in the list", []),
            ("The oldest of the dead was 81", []),
        ],
    )
    def test_a_toll_counts_people(self, text, values):
        """Where no thing counted stands behind the number."""
        found = list(quantities(text, ENGLISH))
        assert [one.value for one in found] == values
        assert all(one.unit == "peopl" for one in found) is ("dollars" not in text)

    @pytest.mark.parametrize(
        "text",
        [
            "in 2026 it rained",
            "the 35th day",
            "a 33-year-old baker",
            "model GPT-5.4 won",
            "a 168-member committee",
            "one of them",
            "AK 47 rifles",
            "0 crates",
        ],
    )
    def test_years_ages_ordinals_and_names_are_no_amounts(self, text):
        """What is no measure is no quantity."""
        assert [quantity for quantity in quantities(text, ENGLISH) if quantity.unit not in ("seconds", "year")] == []

    def test_up_to_and_more_than_leave_room(self):
        """An approximation allows the values its words allow."""
        (most,), (least,) = quantities("up to $10 million", ENGLISH), quantities("more than $10 million", ENGLISH)
        assert allowed(most) == (0, 1e7)
        assert allowed(least)[0] == 1e7

    @pytest.mark.parametrize(
        ("text", "date"),
        [
            ("on June 28 in court", (0, 6, 28)),
            ("on the 28th of June in court", (0, 6, 28)),
            ("on 28 June 2009 in court", (2009, 6, 28)),
            ("on Sept. 3, 2009, in court", (2009, 9, 3)),
            ("in May 2009 in court", (2009, 5, 0)),
            ("by mid-June in court", (0, 6, 0)),
        ],
    )
    def test_a_day_or_month_is_a_date(self, text, date):
        """Year and day are 0 where none is named."""
        (found,) = quantities(text, ENGLISH)
        assert found.date == date

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("35.7 percent", "35.72 percent"),
            ("$13.6 million", "$13,625,777"),
            ("nearly $44 million", "$43,885,310"),
            ("up to $145 million", "$125 million to $145 million"),
            ("more than 100 crates", "115 crates"),
            ("about 400 crates", "as many as 375 crates"),
        ],
    )
    def test_rounded_and_loose_values_agree(self, one, other):
        """A value that is rounded, cut off or held by the other's range is the same value."""
        (mine,), (theirs,) = quantities(one, ENGLISH), quantities(other, ENGLISH)
        assert agree(mine, theirs)
        assert not differ(mine, theirs)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("roughly $141 million", "$139 million"),
            ("up to 1.6 million hens", "as many as 1.5 million hens"),
            ("at least 22 miners", "25 miners"),
            ("four ferries", "five ferries"),
        ],
    )
    def test_values_that_cannot_both_be_meant_differ(self, one, other):
        """A count that has grown differs from the older one, though "at least" may hold it."""
        (mine,), (theirs,) = quantities(one, ENGLISH), quantities(other, ENGLISH)
        assert differ(mine, theirs)

    def test_a_bound_far_above_a_value_leaves_it_open(self):
        """ "Up to" neither agrees with a much lower value nor contradicts it."""
        (mine,), (theirs,) = quantities("up to 90 hens", ENGLISH), quantities("40 hens", ENGLISH)
        assert not agree(mine, theirs)
        assert not differ(mine, theirs)

    def test_the_time_of_day_counts_nothing(self):
        """A clock's minutes are no number of things."""
        assert quantities("Posted at 11:13 PM Chargers fans cheered", ENGLISH) == ()


def figure(tied, unit):
    """The only figure of a unit."""
    (found,) = [figure for figure in tied.figures if figure.unit == unit]
    return found


class TestFigures:
    @pytest.mark.parametrize(("other", "count"), [("4.8", 2), ("4.9", 1)])
    def test_a_share_of_two_digits_is_hardly_the_same_by_chance(self, article, linked, other, count):
        """What little is said around it is enough, and the older value beside it takes none of that away."""
        tied = linked(
            article("reuters", "Jobs", "The jobless rate of Fennwick fell from 5.2% to 4.8%, clerks said.", long=True),
            article("ap", "Jobs", f"In Fennwick the bakers rejoice at a jobless rate of {other}%.", long=True),
        )
        found = [value for figure in tied.figures for value in figure.values if value.text == "4.8%"]
        assert sum(len(value.citations) for value in found) == count

    @pytest.mark.parametrize(
        ("other", "joined"),
        [("293,000 claims", True), ("300,000 claims", False), ("293,000 dollars", False), ("293,000 people", False)],
    )
    def test_a_count_that_does_not_say_of_what_is_that_of_another_with_all_its_digits(self, article, linked, other, joined):
        """Of three digits or more, and of what its own clause names; a round number, money or another thing is another."""
        tied = linked(
            article("reuters", "Claims", f"Jobless claims in Fennwick fell to {other.split()[0]} in the week.", long=True),
            article("ap", "Relief", f"Clerks said {other} came to Fennwick in the week of the jobless.", long=True),
        )
        assert [figure.unit for figure in tied.figures] == (["claims"] if joined else [])

    @pytest.mark.parametrize(("other", "joined"), [("Temperatures", False), ("Visits", True)])
    def test_counts_that_do_not_say_of_what_share_a_word(self, article, linked, other, joined):
        """Digits alone say nothing of what is counted."""
        tied = linked(
            article("reuters", "Oldport", "Visits in Oldport rose to 1,041, clerks said.", long=True),
            article("ap", "Hollin", f"{other} of the Oldport oven rose to 1,041, bakers said.", long=True),
        )
        assert bool(tied.figures) is joined

    def test_a_thing_counted_is_not_what_another_clause_is_of(self, article, linked):
        """A temperature is no number of people."""
        tied = linked(
            article("reuters", "Oldport", "Temperatures in the Corvex oven rose to 1,041, bakers said.", long=True),
            article("ap", "Corvex", "The oven maker Corvex employs 1,041 people.", long=True),
        )
        assert tied.figures == ()

    @pytest.mark.parametrize(
        ("one", "other", "shown"),
        [
            ("Norbank's profit grew by $90 million to $1.6 billion.",
             "Norbank's profit grew to $1.6 billion, up $90 million.",
             {"$1.6 billion": "Norbank's profit", "$90 million": ""}),
            ("Rents in Hollin rose from $900 to $1,100.", "Rents in Hollin are $900.", {}),
            ("Rents in Hollin rose from $800 to $900.", "Rents in Hollin are $900.", {"$900": "Rents in Hollin"}),
            ("In May rents in Hollin rose 3.5%.", "Rents in Hollin rose by 3.5% in May.", {"3.5%": ""}),
            ("The share of rents in Hollin rose 3.5%.", "The share of rents in Hollin is 3.5%.", {}),
        ],
    )  # fmt: skip
    def test_an_older_value_or_a_difference_is_not_the_value(self, article, linked, one, other, shown):
        """It agrees with another such only, and is not named as the value is."""
        tied = linked(article("reuters", "Money", one, long=True), article("ap", "Crowns", other, long=True))
        found = {value.text: figure.label for figure in tied.figures for value in figure.values if not figure.conflict}
        assert set(found) == set(shown)
        assert all(
            found[value] == label or (not label and found[value] != "Norbank's profit") for value, label in shown.items()
        )

    def test_a_range_that_holds_the_other_value_agrees(self, article, linked):
        """ "Up to" and a range around it are no conflict, and stand value by value."""
        tied = linked(
            article("reuters", "Rail", "The railway plans capital spending of up to $145 million this year.", long=True),
            article("ap", "Rail", "Capital spending of the railway will be $125 million to $145 million.", long=True),
        )
        money = figure(tied, "USD")
        assert not money.conflict
        assert [value.text for value in money.values] == ["up to $145 million", "$125 million to $145 million"]
        assert money.label == "capital spending"

    def test_different_values_of_one_measure_are_a_conflict(self, article, linked):
        """Values that cannot both be true are shown side by side, the newest marked, never averaged."""
        first = "Rescuers say the ferry Marigold carried 120 passengers when it sank off Oldport."
        second = "The ferry Marigold carried 143 passengers when it sank off Oldport, rescuers said."
        tied = linked(
            article("reuters", "Ferry sinks", first, day=1, long=True),
            article("ap", "Ferry sinks", second, day=2, long=True),
        )
        people = figure(tied, "passengers")
        assert people.conflict
        assert [(value.value, value.newest) for value in people.values] == [(143.0, True), (120.0, False)]

    def test_at_least_leaves_a_higher_value_open_unless_it_came_later(self, article, linked):
        """ "At least 22" and 25 of one day are no conflict; a day later the count has grown."""
        first = "At least 22 miners died when the shaft of the Hollin pit collapsed, officials said."
        second = "Officials said 25 miners died when the shaft of the Hollin pit collapsed."
        tied = linked(article("reuters", "Pit", first, day=1, long=True), article("ap", "Pit", second, day=2, long=True))
        assert figure(tied, "miners").conflict
        for one, other in ((first, second), (second, first)):
            tied = linked(article("reuters", "Pit", one, day=1, long=True), article("ap", "Pit", other, day=1, long=True))
            assert not figure(tied, "miners").conflict
            assert [value.text for value in figure(tied, "miners").values] == ["At least 22 miners", "25 miners"]

    @pytest.mark.parametrize(
        ("first", "day", "differ"),
        [
            (" on Monday", " on Tuesday", True),
            (" on Monday", " on Monday", False),
            (" on Monday", "", False),
            ("", " on Monday", False),
        ],
    )
    def test_a_bound_of_another_weekday_was_known_at_another_time(self, article, linked, first, day, differ):
        """Where the articles do not say it, their sentences may."""
        told = "{} miners died when the shaft of the Hollin pit collapsed, officials said{}."
        one = article("reuters", "Pit", told.format("At least 22", first), long=True)
        other = article("ap", "25 miners dead in Hollin pit", told.format("25", day), long=True)
        found = figure(linked(one, other), "miners")
        assert found.conflict is differ
        assert all(citation.paragraph for value in found.values for citation in value.citations)

    def test_two_lower_bounds_are_two_values(self, article, linked):
        """ "At least 7" and "at least 6" stand side by side whenever they were known."""
        told = "The gale in the harbour of Oldport has killed at least {} fishermen, rescuers said."
        tied = linked(*(article(who, "Gale", told.format(count), long=True) for who, count in (("reuters", 7), ("ap", 6))))
        assert figure(tied, "fishermen").conflict

    def test_the_lowest_of_two_lower_bounds_comes_first(self, article, linked):
        """It alone holds for what both say, whichever article is read first."""
        told = "The gale in the harbour of Oldport cost the fishermen more than ${} million, rescuers said."
        for numbers in ((1.34, 1.3), (1.3, 1.34)):
            pair = (article(name, "Gale", told.format(n)) for name, n in zip(("reuters", "ap"), numbers, strict=True))
            (figure,) = linked(*pair).figures
            assert [value.value for value in figure.values] == [1.3e6, 1.34e6]

    @pytest.mark.parametrize("days", [(None, None), (1, None), (None, 1)])
    def test_a_bound_of_an_unknown_day_leaves_a_higher_value_open(self, article, linked, days):
        """Nothing says that it was known at another time."""
        told = "The gale in the harbour of Oldport killed {} fishermen, rescuers said."
        one = article("reuters", "Gale", told.format("at least 22"), day=days[0])
        other = article("ap", "Gale", told.format("25"), day=days[1])
        assert not any(figure.conflict for figure in linked(one, other).figures)

    def test_a_range_that_two_values_lie_in_makes_no_conflict_of_them(self, article, linked):
        """It agrees with both; what tells the two apart still does."""
        told = "The gale in the harbour of Oldport sank {} fishing boats {}, rescuers said."
        texts = ("between 10 and 15", "in all"), ("10", "in May"), ("15", "in July")
        names = ("reuters", "ap", "gazette")
        tied = linked(*(article(name, "Gale", told.format(*words)) for name, words in zip(names, texts, strict=True)))
        assert tied.figures
        assert not any(figure.conflict for figure in tied.figures)

    def test_an_article_is_cited_where_it_says_most_of_what_others_say(self, article, linked):
        """In its text rather than in its title, and at the first of several places that say as much."""
        told = "The gale in the harbour of Oldport sank 37 fishing boats, rescuers said."
        twice = ("Of the 37 fishing boats nobody spoke.", told, told)
        pair = article("reuters", "Gale in harbour of Oldport sank 37 fishing boats", *twice), article("ap", "Gale", told)
        (figure,) = linked(*pair).figures
        assert [citation.paragraph for value in figure.values for citation in value.citations] == [2, 1]

    @pytest.mark.parametrize(
        ("other", "tied"), [("a frost broke 40 percent of all masts", True), ("bakers gave 40 percent", False)]
    )
    def test_two_shares_need_a_word_in_common_that_is_no_unit(self, article, linked, other, tied):
        """Of one town and of one size they may be by chance."""
        one = article("reuters", "Harbour", "In Oldport a gale broke 40 percent of all masts.")
        assert bool(linked(one, article("ap", "Quay", f"In Oldport {other}.")).figures) is tied

    def test_no_date_contradicts_no_amount(self, article, linked):
        """What is to be paid for a launch has a value, whether or not the launch has a date."""
        told = "Orbix expects to pay $5 million for the launch of its satellite Tern."
        texts = [article(name, "Satellite", told) for name in ("reuters", "ap")]
        denied = article("gazette", "Satellite", "Orbix has not given a launch date for the Tern.")
        (figure,) = linked(*texts, denied).figures
        assert (figure.unit, figure.conflict) == ("USD", False)

    def test_people_are_counted_by_what_befell_them(self, article, linked):
        """A number without the word people is one of people where it says what befell them."""
        tied = linked(
            article("reuters", "Gale", "The gale struck the harbour of Oldport on Monday, killing 7.", long=True),
            article("ap", "Gale", "The gale left 3 dead in the harbour of Oldport, a clerk said.", long=True),
            article("gazette", "Gale", "In Oldport the gale struck the harbour and three people were killed.", long=True),
        )
        toll = figure(tied, "people")
        assert [(value.text, len(value.citations)) for value in toll.values] == [("7", 1), ("3 dead", 2)]
        assert toll.conflict

    @pytest.mark.parametrize(("who", "shown"), [("who sold the ferry Marigold", True), ("familiar with the sale", False)])
    def test_who_told_a_reporter_is_no_figure(self, article, linked, who, shown):
        """Two articles that have the same two informants agree on nothing that is news."""
        said = f"The ferry Marigold is sold to Oldport harbour, according to 12 people {who}."
        tied = linked(article("reuters", "Ferry", said, long=True), article("ap", "Ferry", said, long=True))
        assert bool(tied.figures) is shown

    def test_years_stand_where_they_differ_alone(self, article, linked):
        """Two articles that name one year agree on nothing that is worth a line."""
        led = "Anna Brook has led the harbour bakers of Fennwick since {}."
        one, other = (article(who, "Bakers", led.format(2002), long=True) for who in ("reuters", "ap"))
        assert linked(one, other).figures == ()
        years = figure(linked(one, other, article("gazette", "Bakers", led.format(2003), long=True)), "year")
        assert years.label == "Anna Brook has led the harbour bakers of Fennwick"
        assert [(value.text, value.value, len(value.citations)) for value in years.values] == [
            ("since 2002", 2002.0, 2),
            ("since 2003", 2003.0, 1),
        ]

    def test_a_title_contradicts_others_where_its_text_has_its_number(self, article, linked):
        """Then the number is not what the title made of it; another number of the text says nothing."""
        told = "The ferry Marigold carried {} passengers when it sank off Oldport"
        for further, contradicts in (("143 passengers, clerks said.", True), ("144 boats, clerks said.", False)):
            tied = linked(
                article("reuters", "Ferry", f"{told.format(120)}.", long=True),
                article("ap", told.format(143), f"It was {further}", long=True),
            )
            assert any(figure.conflict for figure in tied.figures) is contradicts

    @pytest.mark.parametrize("titled", [True, False])
    def test_a_title_contradicts_nobody(self, article, linked, titled):
        """What it leaves out of a sentence may be what tells two numbers apart."""
        said = "The ferry Marigold carried 143 passengers when it sank off Oldport"
        tied = linked(
            article("reuters", "Ferry", "The ferry Marigold carried 120 passengers when it sank off Oldport.", long=True),
            article("ap", said if titled else "Ferry", "Nobody knew." if titled else f"{said}.", long=True),
        )
        assert any(figure.conflict for figure in tied.figures) is not titled

    def test_different_years_are_no_conflict(self, article, linked):
        """The same measure in two years is two measures."""
        tied = linked(
            article("reuters", "Rail", "Capital spending of the coastal railway was $72 million in 2024.", long=True),
            article("ap", "Rail", "Capital spending of the coastal railway was $99 million in 2025.", long=True),
        )
        assert not any(one.conflict for one in tied.figures)

    def test_different_subjects_are_no_conflict(self, article, linked):
        """Amounts of different things are not tied."""
        tied = linked(
            article("reuters", "Rail", "A new bridge over the Tarn costs $72 million.", long=True),
            article("ap", "Rail", "Bakers in Fennwick lost $99 million to mice.", long=True),
        )
        assert tied.figures == ()

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (
                "Bakers of Fennwick sold 120 loaves of rye bread a day at the harbour market.",
                "Bakers of Fennwick sold 190 loaves of rye bread at the harbour market.",
            ),
            (
                "The storm at Oldport injured 40 fishermen on the northern quay, rescuers said.",
                "The storm at Oldport killed 30 fishermen on the northern quay, rescuers said.",
            ),
            (
                "The railway paid 40 percent of its harbour profit in federal taxes, the ledger shows.",
                "The railway paid 30 percent of its harbour profit in state taxes, the ledger shows.",
            ),
            (
                "Ferry Marigold carried 120 passengers to the island of Tarn on its harbour line.",
                "Ferry Heather carried 143 passengers to the island of Brae on its harbour line.",
            ),
            (
                "The ferry line rescued 120 passengers from the wreck off Oldport in the gale.",
                "The ferry line rescued another 150 passengers from the wreck off Oldport in the gale.",
            ),
            (
                "The harbour company's shares rose 12 percent in heavy trading at Oldport on the news.",
                "The harbour company's shares rose 15 percent in heavy trading at Oldport on the news.",
            ),
            (
                'The mayor said: "Our quay at Oldport lost 120 mooring posts in the gale."',
                "The quay at Oldport lost 160 mooring posts in the gale, engineers found.",
            ),
        ],
    )
    def test_what_tells_numbers_apart_is_no_conflict(self, article, linked, one, other):
        """Rates, parts, other subjects, additions, moving prices and a speaker's own numbers contradict nobody."""
        tied = linked(article("reuters", "Harbour", one, long=True), article("ap", "Quay", other, long=True))
        assert not any(figure.conflict for figure in tied.figures)

    @pytest.mark.parametrize("known", ["", "In the spring the average harbour tax rate of the bakers was 35.72 percent."])
    def test_who_gives_both_values_contradicts_neither(self, article, linked, known):
        """A source that knows the other's value too, rounded or not, means something else by its own."""
        said = "The bakers of Oldport paid an average harbour tax rate of 31.55 percent, the ledger shows."
        tied = linked(
            article("reuters", "Bakers", "The average harbour tax rate of the bakers was 35.7 percent.", long=True),
            article("ap", "Bakers", *filter(None, (said, known)), long=True),
        )
        assert any(figure.conflict for figure in tied.figures) is not bool(known)

    @pytest.mark.parametrize("place", ["Oldport", "Fennwick"])
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("the gale injured 40 fishermen on the northern quay.", "The gale injured 30 fishermen on the northern quay"),
            ("the night swallowed $753,000 of theirs.", "After one more night a choir lost $753,000, nobody knows how,"),
        ],
    )
    def test_two_places_have_no_figure_in_common(self, article, linked, one, other, place):
        """A place that stands outside the words of the number tells two numbers apart, equal or not."""
        tied = linked(
            article("reuters", "Harbour", f"In Oldport, a clerk said, {one}", long=True),
            article("ap", "Quay", f"{other} in {place}.", long=True),
        )
        assert bool(tied.figures) is (place == "Oldport")

    @pytest.mark.parametrize(("number", "tied"), [("$753,000", True), ("$7", False)])
    def test_what_is_hardly_chance_needs_few_words_in_common(self, article, linked, number, tied):
        """The more digits two equal values share, the less else their sources need to share."""
        story = linked(
            article("reuters", "Harbour", f"Clerks booked {number} for ropes.", long=True),
            article("ap", "Quay", f"Nobody explains why ropes swallowed {number} so soon.", long=True),
        )
        assert bool(story.figures) is tied

    def test_a_rounded_value_of_someone_else_is_not_the_same(self, article, linked):
        """A rate that only rounds to another's is tied where both are of one name."""
        tied = linked(
            article("reuters", "Taxes", "The tax rate of Anna Brook was 35.7 percent.", long=True),
            article(
                "ap",
                "Taxes",
                "Tom Hollin had paid a tax rate of 36 percent, which, so the clerk says, is more than Anna Brook gave.",
                long=True,
            ),
        )
        assert tied.figures == ()

    def test_what_only_a_third_source_ties_is_one_figure(self, article, linked):
        """A source that shares words with two others joins what they give."""
        tied = linked(
            article("reuters", "Fund", "Brook used $750,000 of harbour money on accordions.", long=True),
            article("ap", "Fund", "The clerks count $750,000 that Hollin's choir never saw again.", long=True),
            article("gazette", "Fund", "Brook used $750,000 of harbour money that Hollin's choir never saw.", long=True),
        )
        (money,) = tied.figures
        assert len(money.values[0].citations) == 3

    def test_the_newest_value_is_marked_with_all_who_give_it(self, article, linked):
        """A toll that grows stands value by value; the value of the last day is the newest."""
        tied = linked(
            article(
                "reuters", "Flood", "The flood in the Tarn valley has killed 12 people, rescuers said.", day=1, long=True
            ),
            article("ap", "Flood", "The flood in the Tarn valley has killed 15 people, rescuers said.", day=3, long=True),
            article(
                "gazette", "Flood", "The flood in the Tarn valley has killed 15 people, a mayor said.", day=3, long=True
            ),
        )
        toll = figure(tied, "people")
        assert toll.conflict
        assert toll.label == "The flood in the Tarn valley has killed"
        assert [(value.value, value.newest, len(value.citations)) for value in toll.values] == [
            (15.0, True, 2),
            (12.0, False, 1),
        ]

    @pytest.mark.parametrize("word", ["", "another "])
    def test_an_addition_of_the_same_size_is_not_the_same_number(self, article, linked, word):
        """A few more are equal to a few by chance."""
        said = "The ferry line rescued {}20 passengers from the wreck off Oldport."
        tied = linked(
            article("reuters", "Ferry", said.format(""), long=True), article("ap", "Quay", said.format(word), long=True)
        )
        assert bool(tied.figures) is not bool(word)


class TestShown:
    SAID = (
        "When the ferry Marigold sank off Oldport at dusk on Monday in the worst gale that anyone there remembers, with "
        "waves as high as the harbour master's house, the ferry carried {} passengers who were wet."
    )

    def page(self, story, articles, least):
        """The figures that a page shows which may show so many code points of each article."""
        return link([story(*articles)], (), Limits(share=0.01, least=least))[0].figures

    @pytest.mark.parametrize("least", [600, 210])
    def test_a_difference_is_shown_though_lines_take_all_that_may_be_shown(self, story, article, least):
        """It comes before them, in the words of the values alone where their clauses are too long."""
        articles = [
            article(who, "Ferry", self.SAID.format(count), long=True) for who, count in (("reuters", 40), ("ap", 50))
        ]
        (found,) = [one for one in self.page(story, articles, least) if one.conflict]
        assert [value.text for value in found.values] == ["40 passengers", "50 passengers"]

    @pytest.mark.parametrize(("publisher", "shown"), [("ap", True), ("courier", False)])
    def test_what_sources_agree_on_is_shown_in_the_words_of_two(self, story, article, config, publisher, shown):
        """A figure of which the limit leaves one source is none that sources agree on."""
        said = "Clerks of the harbour of Oldport have booked $753,000 for the ropes of the ferry Marigold."
        news = (
            "Anna Brook, who tuned the bells of Fennwick for forty years, left the choir of Upper Hollin for good on Monday."
        )
        booked = "For ropes of the ferry the clerks, who could not say why they need so many, booked $753,000 this time."
        one, other = (article(who, "Choir", news, each, long=True) for who, each in (("reuters", said), (publisher, booked)))
        (page,) = link([story(one, other)], config.sources, Limits())
        assert bool(page.figures) is shown


def dates(*texts):
    """Whether the first dates of articles of these texts are of one thing that happens then, for each two of them."""
    articles = [
        Article(id=letter * 16, where="x", title=Text("Harbour"), paragraphs=(Text(text),), language="en")
        for letter, text in zip("abcd", texts, strict=False)
    ]
    reading = read(articles)
    first = {one.article: one for one in reversed(mentions(reading)) if one.quantity.unit in UNITS_OF_TIME}
    return [one in first and other in first and same_value(reading, first[one], first[other]) for one, other in
            combinations(range(len(texts)), 2)]  # fmt: skip


class TestDates:
    @pytest.mark.parametrize(("opening", "one"), [("On June 4 the", True), ("Published June 4. The", False)])
    def test_a_date_that_opens_a_sentence_is_of_what_the_sentence_goes_on_with(self, opening, one):
        """One that stands for itself is of the page."""
        trial = "trial of the harbour master opens"
        assert dates(f"{opening} {trial}.", f"The {trial} on June 4.") == [one]

    def test_a_plan_and_what_came_of_it_are_of_two_things(self):
        """What was first planned for a month is not what happened in it."""
        launched = ("Orbix launched its satellite Tern in April.", "The Tern satellite was launched by Orbix in April.")
        planned = (
            "Orbix originally planned to launch the relay with its satellite in April.",
            "Initially slated for a launch with the satellite in April, the relay is late.",
        )
        assert dates(*launched, *planned) == [True, False, False, False, False, True]

    @pytest.mark.parametrize(
        "other",
        [
            "After winning her election in November, Anna Brook left the harbour council.",
            "OLDPORT, November 3 (Wire) -- Anna Brook left the harbour council.",
            "Last updated on November 3 Anna Brook left the harbour council.",
        ],
    )
    def test_what_happens_behind_a_comma_or_a_dateline_is_not_of_that_day(self, other):
        """A month is of its own clause; the date of a page or a dispatch is of nothing in the story."""
        day = "on November 3" if " 3 " in other else "in November"
        assert dates(f"Anna Brook left the harbour council {day}.", other) == [False]

    def test_a_day_with_and_without_its_year_is_one_value(self):
        """Both may be meant."""
        assert dates("The harbour trial is set for June 28.", "The trial was set for 28 June 2013.") == [True]

    def test_a_day_on_which_something_does_not_happen_is_not_the_day_it_does(self):
        """What one source sets for June the other denies for June: no value that both give."""
        said = "The trial of the harbour master is {}set for June."
        assert dates(said.format(""), said.format("")) == [True]
        assert dates(said.format(""), said.format("not ")) == [False]
        opens = "In June the trial of the harbour master opens."
        assert dates(opens, opens.replace("opens", "does not open")) == [False]

    @pytest.mark.parametrize("when", ["on June 28", "in June", "in 2013", "after the Jan. 6 riot"])
    def test_a_date_that_sources_agree_on_is_no_figure(self, article, linked, when):
        """It says when something happens or names it; a number beside it is one."""
        told = f"The harbour trial of the seven bakers is to open {when}."
        tied = linked(article("reuters", "Trial", told, long=True), article("ap", "Trial", told, long=True))
        assert [figure.unit for figure in tied.figures] == ["bakers"]
