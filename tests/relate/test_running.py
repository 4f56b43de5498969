"""Which stories are of one running event: several things that few stories had before, or a name that is in the news."""

from datetime import UTC, datetime, timedelta

import pytest
from own_words import edited

from digest.model import When
from digest.relate.running import odds, ties
from digest.relate.words import names, phrases, words_of

MOMENT = datetime(2026, 5, 20, 8, tzinfo=UTC)
NAMES = ("Aldous", "Berit", "Cosmo", "Dagny", "Egon", "Freya", "Gunnar", "Hedda", "Ivo", "Jorun")
WORKS = ("repairs a loom", "sells plums", "paints barns", "plays chess", "breeds hens", "casts bells")
DONE = "Officials confirmed it and gave no reason."


@pytest.fixture
def told(article, story):
    """Return a maker of stories of one article each: title, text, and the days after MOMENT when it came out."""
    made = []

    def make(title, text=DONE, days=0.0, **fields):
        made.append(title)
        published = When(at=MOMENT + timedelta(days=days), precision="time")
        fields = {"published": published} | fields
        return story(article("reuters", title, text, **fields), name=f"{len(made):016x}")

    return make


@pytest.fixture
def before(told):
    """Return sixty stories of the weeks before, each on a matter of its own."""
    return [
        told(f"{name} {work}", "Neighbours came to look.", -10 - n / 10) for n, name in enumerate(NAMES) for work in WORKS
    ]


@pytest.fixture(scope="module")
def kept():
    """Answers by what was done to what: the stories of the weeks before are the same in each test, and linked once."""
    answers = {}

    def memo(work, items, *, salt, **_):
        items = list(items)
        answers.update({(salt, item): work(item) for item in items if (salt, item) not in answers})
        return [answers[salt, item] for item in items]

    return memo


@pytest.fixture
def continues(config, kept):
    """Return a function from stories to the pairs of headlines that continue one another, the earlier first."""

    def of(*stories):
        return {
            (one.headline, other.headline)
            for one in edited(stories, config, kept)
            for other in one.related
            if other.kind == "continues" and other.later
        }

    return of


SEIZED = ("Coastguard seizes the tanker Halcyon", "The tanker Halcyon was seized off Skarholm with its crew.")
FREED = ("Tanker Halcyon leaves Skarholm", "The seized tanker left Skarholm with a new crew.")


@pytest.fixture
def pairs():
    """Return a function from stories to what was compared, by the two headlines."""

    def of(*stories):
        found = {}

        def judge(pair):
            found[stories[pair.earlier].headline, stories[pair.later].headline] = pair
            return odds(pair)

        ties(stories, words := [words_of(story) for story in stories], names(words), judge)
        return found

    return of


class TestWhatIsShared:
    """The same names and what happens to them."""

    def test_a_story_continues_the_one_whose_names_and_acts_it_has(self, told, continues, before):
        """Days later, and with each giving the reason."""
        pair = told(*SEIZED), told(*FREED, days=3)
        assert continues(*before, *pair) == {(SEIZED[0], FREED[0])}

    def test_so_does_one_of_the_same_day(self, told, continues, before):
        """What comes hours later may tell the next of it."""
        assert continues(*before, told(*SEIZED), told(*FREED, days=0.2)) == {(SEIZED[0], FREED[0])}

    def test_one_rare_word_is_no_event(self, told, continues, before):
        """Two pieces that both speak of a bubble are on two matters."""
        one = told("How the housing bubble bursts", "Owners owe more than their homes are worth.")
        other = told("A soap bubble as wide as a bus", "It floated over the fair for a minute.", 2)
        assert continues(*before, one, other) == set()

    def test_first_and_last_name_are_one_thing(self, told, continues, before):
        """Who is named in two stories does not make them one event."""
        one = told("Ylva Thorvaldsen opens a bakery", "The loaves of Ylva Thorvaldsen are of rye.")
        other = told("A prize for Ylva Thorvaldsen", "An ode by Ylva Thorvaldsen was the best.", 2)
        assert continues(*before, one, other) == set()

    @pytest.mark.parametrize("apart", [0, 1])
    def test_names_that_stand_apart_in_one_of_them_are_two_things(self, told, continues, before, apart):
        """A ship and its port, though somebody calls the ship by both."""
        pair = [
            ("Skarholm Halcyon moored again", "The Skarholm Halcyon lies at anchor."),
            ("Halcyon leaves Skarholm", "Crowds saw the Halcyon as it left Skarholm at dawn."),
        ]
        one, other = pair[apart], pair[1 - apart]
        assert continues(*before, told(*one), told(*other, days=1)) == {(one[0], other[0])}

    def test_a_name_and_the_word_beside_it_are_two_things(self, told, continues, before):
        """A tanker and its name, wherever they stand."""
        pair = (
            ("Halcyon tanker boarded", "The Halcyon tanker lies still."),
            ("Halcyon tanker sinks", "The Halcyon tanker is lost."),
        )
        assert continues(*before, told(*pair[0]), told(*pair[1], days=1)) == {(pair[0][0], pair[1][0])}

    def test_a_new_digest_asks_for_more(self, told, continues, before):
        """Only general language says how common a word is, until enough stories came before."""
        one = "Beekeepers of Skarholm lose swarms", "Mites from Skarholm kill bees."
        other = "Skarholm orchards lack bees", "In Skarholm blossom goes unvisited."
        assert continues(told(*one), told(*other, days=3)) == set()
        assert continues(*before, told(*one), told(*other, days=3)) == {(one[0], other[0])}

    def test_words_that_most_stories_have_say_nothing(self, told, continues, before):
        """What every second title of the weeks before had is no evidence, however rare in the language."""
        usual = [told(f"Skarholm Halcyon fair, day {n}", "Tanker rides for children.", -5 - n / 9) for n in range(40)]
        pair = told(*SEIZED), told(*FREED, days=3)
        assert (SEIZED[0], FREED[0]) not in continues(*before, *usual, *pair)

    def test_a_month_later_it_is_another_story(self, told, continues, before):
        """What is further away than the days that say what is usual is not compared."""
        assert continues(*before, told(*SEIZED), told(*FREED, days=31)) == set()

    def test_when_it_came_out_counts_and_not_when_a_feed_brought_it(self, told, continues, before):
        """A feed's first fetch brings years of items in one day."""
        seen = MOMENT + timedelta(days=40)
        pair = told(*SEIZED, seen=seen), told(*FREED, days=33, seen=seen)
        assert continues(*before, *pair) == set()

    def test_a_month_alone_is_no_day(self, told, continues, before):
        """What is dated by a month came out when it was seen."""
        undated = {"published": When(at=MOMENT - timedelta(days=60), precision="month"), "seen": MOMENT}
        assert continues(*before, told(*SEIZED, **undated), told(*FREED, days=3)) == {(SEIZED[0], FREED[0])}

    def test_a_round_up_is_of_no_event(self, told, continues, before):
        """It names what happened and reports none of it."""
        other = told("Morning briefing: tanker Halcyon leaves Skarholm", FREED[1], 1)
        assert continues(*before, told(*SEIZED), other) == set()

    def test_the_months_and_weekdays_tell_nothing(self, told):
        """They stand in the titles of statistics on any matter."""
        assert not {"novemb", "november", "mondai", "monday"} & set(words_of(told("Sales fell in November on Monday")).of)

    def test_words_that_carry_no_fact_tell_nothing(self, told):
        """However rare they are: what somebody hinted at is of no subject."""
        assert set(words_of(told("She hinted, moreover, at puffins", "")).of) == set(words_of(told("Puffins", "")).of)

    def test_words_of_two_letters_tell_nothing(self, told):
        """Where a letter is no syllable: two signs of Chinese are a word."""
        assert set(words_of(told("Ur ox", "")).of) == set()
        assert set(words_of(told("渡轮", "", language="zh")).of) == {"渡轮"}

    def test_a_label_before_a_title_tells_nothing(self, told):
        """An opinion on one matter has nothing of an opinion on another."""
        title = "Counting puffins is worth it"
        assert set(words_of(told(f"Editorial: {title}")).of) == set(words_of(told(title)).of)

    def test_what_is_somebody_s_tells_of_them(self, told):
        """With either mark."""
        for title in ("Langholm's", "Langholm’s"):
            assert set(words_of(told(title)).of) == set(words_of(told("Langholm")).of)

    def test_a_name_has_a_capital_inside_a_sentence_too(self, told):
        """A word that titles or beginnings give one is none."""
        stories = [
            told("A Protest", "Protest came to Bondi, and the protest of Bondi was loud."),
            told("B", "Sand at Protest"),
        ]
        assert names([words_of(story) for story in stories]) >= set(words_of(told("Bondi", "")).of)
        assert not names([words_of(story) for story in stories]) & set(words_of(told("Protest", "")).of)

    def test_what_belongs_to_a_country_is_the_country(self, told):
        """One title says Iceland and the next Icelandic."""
        assert set(words_of(told("Iceland")).of) == set(words_of(told("Icelandic")).of)


class TestNames:
    """What belongs to one name is one thing, however many words it has."""

    def mayors(self, told):
        """A mayor of a town, who stands in all kinds of matters, with his whole title before or after other words."""
        return [
            told(f"Halcyon Mayor {act}", f"It was Brannoc Halcyon, the Mayor of Skarholm, {n} said.", n / 9 - 2)
            for n, act in enumerate(("opens a fair", "eats plums", "buys a loom"))
        ]

    def test_parts_of_a_name_are_words_that_mostly_stand_in_one_run(self, told):
        """Of what opens with capitals in one sentence and nowhere beside the other in the next, half the stories decide."""
        words = [words_of(each) for each in self.mayors(told)]
        assert ("brannoc", "halcyon") in phrases(words, names(words))
        apart = [told(f"Fair {n}", f"It was for Brannoc that the ferry of Halcyon came, {n} said.") for n in range(4)]
        words += [words_of(each) for each in apart]
        assert ("brannoc", "halcyon") not in phrases(words, names(words))

    def test_two_stories_that_share_one_name_alone_are_of_two_events(self, told, pairs, before):
        """Though its parts do not stand beside each other in both."""
        one = told("Brannoc Halcyon bans kites", "A law was signed.", 0)
        other = told("Halcyon sues a mill", "He wants damages; Brannoc is his first name.", 3)
        known = (one.headline, other.headline)
        assert known in pairs(*before, one, other)
        assert known not in pairs(*before, *self.mayors(told), one, other)


class TestTheEventSoFar:
    """What the stories that already continue one another say of the next."""

    ACTS = ("stops the ferries", "empties the shelves", "reaches the mines", "closes the schools", "wins the bakers")
    TEXT = "Dockers of Skarholm walked out over the pay of night shifts."

    def strike(self, told):
        return [told(f"Skarholm strike {act}", self.TEXT, n / 2) for n, act in enumerate(self.ACTS)]

    def test_its_own_stories_do_not_make_its_words_usual(self, told, pairs, before):
        """What the last of a strike tells of the next does not fall with how much there was of it."""
        *first, last = self.strike(told)
        ended = told("Skarholm strike ends", "Owners of the port gave in.", 4)
        known = last.headline, ended.headline
        alone, after = (pairs(*before, *more, last, ended)[known].shared for more in ((), first))
        assert {each.words[0]: each.information for each in after} == pytest.approx(
            {each.words[0]: each.information for each in alone}, abs=0.1
        )

    def test_words_that_several_of_its_stories_have_speak_for_the_next(self, told, pairs, before):
        """Where one story alone has them there is no event yet to have words of its own."""
        *first, last = self.strike(told)
        vote = told("Skarholm counts dockers", "Ballots lie in a hall.", 5)
        alone, after = (pairs(*before, *more, last, vote)[last.headline, vote.headline] for more in ((), first))
        assert alone.features[-1] == 0.0
        assert after.features[-1] > 5.0

    def test_another_matter_of_the_place_is_not_of_it(self, told, continues, before):
        """A name of the event alone does not make a story one of it."""
        other = told("A museum for Skarholm", "Paintings of gulls hang there.", 5)
        assert all("A museum for Skarholm" not in pair for pair in continues(*before, *self.strike(told), other))


class TestInTheNews:
    """A name that titles have many times as often as before."""

    WHAT = ("mourns its ferry", "counts its dead", "asks who steered", "buries a captain", "closes the strait")

    def crowd(self, told, text="The Brannoc ferry sank in the strait."):
        return [told(f"Brannoc {what}", text, n / 9) for n, what in enumerate(self.WHAT)]

    def test_it_ties_what_shares_something_besides(self, told, continues, before):
        """All is one event, though each title has its own words for it."""
        tied = continues(*before, *self.crowd(told), told("Oil prices after Brannoc", "The strait is shut to tankers.", 1))
        assert any(other == "Oil prices after Brannoc" for _, other in tied)

    @pytest.mark.parametrize(("day", "in_the_news"), [(1, True), (5.2, False)])
    def test_days_later_it_is_no_news(self, told, pairs, before, day, in_the_news):
        """Its titles still have the name then, and tell of what came after."""
        later = [told(f"Brannoc {what}", "Divers searched.", 4.6 + n / 9) for n, what in enumerate(WORKS)]
        oil = told("Oil prices after Brannoc", "The strait is shut to tankers.", day)
        pair = pairs(*before, *self.crowd(told), *later, oil)["Brannoc closes the strait", "Oil prices after Brannoc"]
        assert bool(pair.news) is in_the_news

    def test_both_titles_have_it(self, told, continues, before):
        """What an opening says of it in passing is not enough."""
        aside = told("Oil prices rise", "The strait is shut to tankers off Brannoc.", 1)
        assert all("Oil prices rise" not in pair for pair in continues(*before, *self.crowd(told), aside))

    def test_alone_it_ties_nothing(self, told, continues, before):
        """A bank of that name has nothing to do with it."""
        alone = told("Bakers of Brannoc lower prices", "Rye is cheap after good harvests.", 1)
        assert all("Bakers of Brannoc lower prices" not in pair for pair in continues(*before, *self.crowd(told), alone))

    def test_a_new_digest_does_not_know_what_is_news(self, told, continues, before):
        """Without stories before all words are new to it."""
        oil = "Oil prices after Brannoc", "The strait is shut to tankers.", 1
        assert all(oil[0] not in pair for pair in continues(*self.crowd(told), told(*oil)))


def test_what_comes_later_changes_no_tie_of_those_before(told, continues, before):
    """So a digest that is built day by day ends with the ties of one that is built at once."""
    first = [*before, told(*SEIZED), told(*FREED, days=1)]
    tied = continues(*first)
    later = [told(f"Halcyon {work} at Skarholm", "The tanker was sold.", 2 + n / 9) for n, work in enumerate(WORKS)]
    assert tied <= continues(*first, *later)
    known = {each.headline for each in first}
    assert {pair for pair in continues(*first, *later) if known.issuperset(pair)} == tied
