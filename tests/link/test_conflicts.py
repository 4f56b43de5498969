"""What tells two numbers apart says so, and without it the two are values of one measure."""

import pytest

from digest.link.figures import figures
from digest.link.figures.conflicting import other_value, told_apart
from digest.link.figures.measures import mentions
from digest.link.reading import read
from digest.model import Article, Text


def pair(*sentences, language="en", year="year"):
    """Two articles of a sentence each as they are read, and the first number of each that is no year."""
    articles = [
        Article(id=letter * 16, where="x", title=Text("Harbour"), paragraphs=(Text(sentence),), language=language)
        for letter, sentence in zip("ab", sentences, strict=True)
    ]
    reading = read(articles)
    found = mentions(reading)
    return reading, *(next(one for one in found if one.article == number and one.quantity.unit != year) for number in (0, 1))


def reason(*sentences):
    """What tells the first numbers of two sentences apart."""
    reading, one, other = pair(*sentences)
    return told_apart(reading, reading.language.figures.contrasts, one, other)


PLAIN = "The ferry Marigold carried 120 passengers."
MARKED = (
    "The ferry Marigold is expected to carry 143 passengers.",
    "The ferry Marigold carried 143 passengers a day.",
    "The ferry Marigold carried another 143 passengers.",
    "The ferry Marigold originally carried 143 passengers.",
    "The ferry Marigold carried 143 passengers in all.",
    "The ferry Marigold carried a record 143 passengers.",
)
UNFIT = (
    ("a speaker's own number", 'A clerk called out, "The ferry Marigold carried 143 passengers."'),
    ("a speaker's own number", "A clerk called out, “The ferry Marigold carried 143 passengers.”"),
    ("a number of nobody named", "On the ferry Marigold she carried 143 passengers."),
    ("a number of nobody named", "He guessed that the ferry, which was called Marigold, carried 143 passengers."),
    ("what changes by the hour", "The ferry Marigold carried 143 passengers, and its shares rose."),
    ("what a poll found", "In a survey the ferry Marigold carried 143 passengers."),
    ("an amount in another currency", "Of the 90 (143 passengers) the ferry Marigold knew nothing."),
    ("an older value or a difference", "The ferry Marigold carried fewer passengers, down from 143 passengers."),
    ("a number of a part", "The ferry Marigold carried the first 143 passengers."),
    ("a number of a part", "The ferry Marigold carried 90 of 143 passengers."),
    ("a number of a part", "The ferry Marigold carried ten of the harbour's last 143 passengers."),
)
PARTS = (
    ("{} people were killed", "{} people were injured", "{} people were missing", "{} people were evacuated",
     "{} people were arrested", "{} people were infected", "{} people were rescued", "{} houses were gone"),
    ("federal law let {} boats go", "state law let {} boats go", "local law let {} boats go", "national law let {} boats go",
     "global law let {} boats go"),
    ("{} women came", "{} men came"),
    ("{} boats came before it", "{} boats came after it"),
    ("{} clerks support it", "{} clerks oppose it"),
    ("the profit was ${} million", "the revenue was ${} million", "the loss was ${} million", "the cost was ${} million",
     "the debt was ${} million"),
    ("{} boats came first", "{} boats came second", "{} boats came third", "{} boats came fourth"),
    ("{} boats lay to the north", "{} boats lay to the south", "{} boats lay to the east", "{} boats lay to the west"),
)  # fmt: skip


@pytest.mark.parametrize("other", MARKED)
def test_a_number_that_is_marked_is_no_other_value_of_one_that_is_not(other):
    """A forecast, a rate, an addition, an older value, a sum or a bound; two that are marked alike are of one measure."""
    assert reason(PLAIN, other).startswith("one is a forecast, a rate")
    assert reason(other, other.replace("143", "150")) == ""
    assert reason(PLAIN, PLAIN.replace("120", "150")) == ""


def test_a_word_far_from_a_number_does_not_say_how_it_is_meant():
    """What is planned stands near the number."""
    far = "The clerk who had expected a gale from the north told the harbour council that the ferry Marigold carried {}."
    near = "The clerk told the harbour council that the ferry Marigold was expected to carry {}."
    assert reason(PLAIN, far.format("143 passengers")) == ""
    assert reason(PLAIN, near.format("143 passengers")).startswith("one is a forecast")


@pytest.mark.parametrize(("why", "other"), UNFIT)
def test_what_contradicts_nobody_says_why(why, other):
    """Spoken numbers, those of a pronoun, prices and older values."""
    assert reason(PLAIN, other) == reason(other, PLAIN) == why


@pytest.mark.parametrize("line", PARTS)
def test_parts_of_a_whole_are_two_measures(line):
    """The dead are not the injured, and a profit is no debt."""
    for one, other in zip(line, (*line[1:], line[0]), strict=True):
        first, second = f"In Oldport {one.format(40)}.", f"In Oldport {other.format(50)}."
        assert reason(first, second) == "they are of two parts of a whole", (first, second)
        assert reason(first, first.replace("40", "50")) == "", first


def test_who_names_no_part_is_not_told_apart():
    """All boats that came may be those that came first."""
    plain, first = "In Oldport 40 boats came.", "In Oldport 50 boats came first."
    assert reason(plain, first) == reason(first, plain) == ""


def test_who_must_leave_home_is_displaced():
    """A house that is left is none that was destroyed."""
    for words in ("{} people left their homes", "{} people fled", "{} people were relocated"):
        told = f"In Oldport {words}."
        assert reason(told.format(40), "In Oldport 50 people were displaced.") == "", words
        assert reason(told.format(40), "In Oldport 50 homes were gone.") == "they are of two parts of a whole", words


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            "In 2024 the ferry Marigold carried 120 passengers.",
            "In 2025 the ferry Marigold carried 143 passengers.",
            "periods",
        ),
        (
            "Last year the ferry Marigold carried 120 passengers.",
            "This year the ferry Marigold carried 143 passengers.",
            "periods",
        ),
        ("In Oldport 120 boats sank.", "In Fennwick 143 boats sank.", "places"),
    ],
)
def test_two_periods_and_two_places_are_two_measures(one, other, why):
    """A year, a season, a town."""
    assert reason(one, other) == f"they are of two {why}"
    assert reason(one, one.replace("120", "143")) == ""
    assert reason("The ferry carried 150 passengers.", one) == reason(one, "The ferry carried 150 passengers.") == ""


def test_a_toll_of_a_period_is_not_that_of_an_event():
    """Whichever of the two names the period."""
    event, period = "The gale in Oldport killed 40 people.", "Gales in Oldport killed 50 people last year."
    assert reason(event, period) == reason(period, event) == "they are of two periods"
    assert reason(period, period.replace("50", "40")) == ""


def test_two_subjects_are_two_measures():
    """Whose clauses name others, or whose names before the number differ."""
    one = "Harlan Brook sold 120 boats."
    assert reason(one, "Anna Hollin sold 143 boats.") == "each clause has a name that the other sentence has not"
    assert reason(one, "Anna Hollin sold 143 boats to Harlan Brook.") == "their subjects have no name in common"
    assert reason(one, one.replace("120", "143")) == ""


BLAST = "A fire on the ferry Marigold in Oldport killed {} people."
LATER = "Doctors later put the death toll at nine."
FILLER = ["The harbour has a gate.", "Gulls cry there.", "Boats lie there.", "Ropes hang there.", "Clerks sit there."]


def conflicts(*texts, language="en"):
    """The figures in which articles of these texts differ."""
    articles = [
        Article(id=letter * 16, where="x", title=Text("Harbour"), paragraphs=tuple(map(Text, text)), language=language)
        for letter, text in zip("abc", texts, strict=False)
    ]
    return [figure for figure in figures(read(articles)) if figure.conflict]


def tolls(*texts):
    """The values of each figure in which articles of these texts differ."""
    return [[value.text for value in figure.values] for figure in conflicts(*texts)]


@pytest.mark.parametrize("other", ["seven", "five"])
def test_a_second_toll_that_an_article_gives_by_name_stands_with_the_first(other):
    """Beside it, whether the first agrees with what others give or not."""
    values = ["five people", "nine"] + (["seven people"] if other == "seven" else [])
    assert tolls([BLAST.format("five"), LATER], [BLAST.format(other)]) == [values]
    shown = [["five people", "seven people"]] if other == "seven" else []
    assert tolls([BLAST.format("five"), "Doctors later counted nine boats."], [BLAST.format(other)]) == shown


@pytest.mark.parametrize(
    "further",
    [
        ["Last week the death toll was at nine."],
        ["Elsewhere the death toll was at nine."],
        ["The death toll of the Fennwick flood was nine."],
        ["The war's death toll has risen to nine."],
        ["The death toll could rise to nine."],
        ["The death toll has risen to 60."],
        ["The death toll at the pier was at nine and the death toll at the gate was at eight."],
        ['"I say the death toll was at nine," he said.'],
        [FILLER[0], LATER],
        ["Doctors later put the death toll at five."],
    ],
)
def test_what_is_no_second_toll_of_the_event(further):
    """Of another time, place, war or size, what may come, what a speaker says, what stands further down, and the same."""
    found = conflicts([BLAST.format("five"), *further], [BLAST.format("seven")])
    assert [[(value.text, len(value.citations)) for value in figure.values] for figure in found] == [
        [("five people", 1), ("seven people", 1)]
    ]


def test_a_second_toll_that_others_give_too_is_a_figure_of_its_own():
    """It stands in no other."""
    assert tolls([BLAST.format("five"), LATER], [BLAST.format("seven")], [LATER]) == [["five people", "seven people"]]


def test_a_second_toll_stands_beside_one_that_is_told_early():
    """Further down an article tells of what happened elsewhere; a number of hours beside the first is none."""
    soon = BLAST.format("five").replace(".", " within two hours.")
    other = [BLAST.format("seven")]
    assert tolls([soon, LATER], other) == [["five people", "nine", "seven people"]]
    assert tolls([*FILLER, BLAST.format("five"), LATER], other) == [["five people", "seven people"]]


def test_a_second_toll_is_one_of_the_same_article():
    """What a third article says after another sentence stands beside none of the first."""
    assert tolls([BLAST.format("five")], [BLAST.format("seven")], [FILLER[0], LATER]) == [["five people", "seven people"]]


@pytest.mark.parametrize(
    ("first", "further", "other", "shown"),
    [
        (
            "An earthquake in Hollin killed 42 people.",
            "The worst earthquake in Hollin killed 3,100 people.",
            "An earthquake in Hollin killed 40 people.",
            "3,100",
        ),
        (
            "An earthquake in Hollin killed 42 people.",
            "A school collapsed and killed 17 people.",
            "An earthquake in Hollin killed 40 people.",
            "17",
        ),
        (
            "A bus crash at the bend killed 12 people.",
            "A landslide at the same bend killed 31 people.",
            "A bus crash at the bend killed 14 people.",
            "31",
        ),
    ],
)
def test_a_toll_of_another_event_is_no_value(first, further, other, shown):
    """Nor is that of a part; those of the event stand beside each other without it."""
    found = tolls([first, further], [other])
    assert not any(shown in value for values in found for value in values)
    assert len(tolls([first], [other])) == 1


@pytest.mark.parametrize(
    ("other", "like"),
    [
        ("The Fennwick flood killed 19 people.", "The Oldport fire killed 19 people."),
        ("'My grandfather's fire killed 80 people,' Reed said.", "The Oldport fire killed 80 people, Reed said."),
        ('"The Oldport fire killed 80 people," Reed said.', "The Oldport fire killed 80 people, Reed said."),
    ],
)
def test_tolls_of_two_events_are_no_two_values(other, like):
    """What tells two numbers apart tells two tolls apart: names, and words of a speaker."""
    one = "The Oldport fire killed five people."
    assert tolls([one], [other]) == []
    assert len(tolls([one], [like])) == 1


FERRY = "When the ferry Marigold sank off Oldport in a gale, 40 people were killed."
SAILED = "The ferry Marigold that sank off Oldport in a gale carried"
EARNED = "The bakers of Fennwick earned $141 million."
SOLD = "The bakers of Fennwick sold 40 loaves of rye bread at the harbour market."
OTHER_VALUES = [
    (FERRY, FERRY.replace("40", "50"), True),
    (FERRY, FERRY.replace("40", "400"), True),
    (FERRY, f"In May, w{FERRY[1:]}".replace("40", "50"), False),
    (
        FERRY,
        "Some hours after the gale that had been foretold the ferry Marigold lay on its side, and 50 people died.",
        True,
    ),
    (
        FERRY,
        "Some hours after the frost that had been foretold the harbour of the town was shut, and 50 people died.",
        False,
    ),
    (f"{SAILED} 40 passengers.", f"{SAILED} 50 passengers.", True),
    (f"{SAILED} 40 passengers.", f"{SAILED} 400 passengers.", False),
    (FERRY, FERRY, False),
    (FERRY, "The gale that sank the ferry Marigold off Oldport left 50 people dead.", True),
    (FERRY, "The gale that sank the ferry Marigold off Oldport left 50 people glad.", False),
    (FERRY, "Elsewhere 50 people were killed.", False),
    (EARNED, "The bakers of Fennwick say that the income of theirs came in the end to $139 million.", True),
    (EARNED, "The bakers of Fennwick say that the income of theirs came in the end to $109 million.", False),
    (EARNED, "The bakers say that the income of theirs came in the end to $139 million.", False),
    (SOLD, "The bakers of Fennwick sold 50 loaves of rye bread at the harbour market.", True),
    (SOLD, "Outside of Fennwick and Hollin a thief saw 50 loaves.", False),
    (SOLD, "A thief sold 50 loaves.", False),
    ("Fennwick and Oldport sold 40 boats.", "Fennwick and Oldport sold 50 boats.", True),
    ("Fennwick and Oldport sold 40 boats.", "Fennwick and Oldport lost 50 boats.", False),
    ("At the pit 40 miners were killed.", "At the pit 50 miners were killed.", True),
    ("At the pit 40 beekeepers were killed.", "In a brawl 50 shepherds died.", False),
    (SOLD, "Herons and gulls of the rye mill stole 50 stale loaves near Hollin chapel.", False),
]


@pytest.mark.parametrize(("one", "other", "differ"), OTHER_VALUES)
def test_numbers_that_share_enough_are_values_of_one_measure(one, other, differ):
    """Near each other, unequal, and of one thing: much is shared, or what befell people."""
    assert other_value(*pair(one, other)) is other_value(*pair(other, one)) is differ


@pytest.mark.parametrize("swapped", [False, True])
def test_what_could_differ_from_two_values_of_an_article_differs_from_none(swapped):
    """Nobody can say from which."""
    told = "The ferry Marigold carried {} passengers when it sank off Oldport."
    twice, once = [told.format(50), told.format(60)], [told.format(40)]
    found = tolls(*((once, twice) if swapped else (twice, once)))
    assert found == []
    assert len(tolls(once, twice[:1])) == 1


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(
    ("further", "known"),
    [
        ("When it sank another ferry off Oldport carried another 50 passengers.", True),
        ("Another 50 passengers of the Fennwick train snored.", False),
    ],
)
def test_who_gives_the_other_value_of_something_near_contradicts_nobody(further, known, swapped):
    """Which of its two numbers the other article means is not told; one of another matter says nothing."""
    told = "The ferry Marigold carried {} passengers when it sank off Oldport."
    both, once = [told.format(40), further], [told.format(50)]
    assert bool(conflicts(*((once, both) if swapped else (both, once)))) is not known


LED = "Anna Brook has led the harbour bakers of Fennwick since 2002."


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        (LED.replace("2002", "2003"), True),
        (LED, False),
        (LED.replace("2002", "2003, by a vote of their guild"), True),
        (LED.replace("since 2002", "by decree since 2003"), True),
        (LED.replace("since 2002", "until 2003"), False),
        ("Anna Brook has taught the harbour bakers of Fennwick since 2003.", False),
        ("She has led the harbour bakers of Fennwick since 2003.", False),
        ("Since 2003 she and Anna Brook have led a choir.", False),
    ],
)
def test_two_years_of_one_thing_differ(other, differ):
    """The same is said of both, by the same word before them."""
    assert other_value(*pair(LED, other, year=None)) is other_value(*pair(other, LED, year=None)) is differ


def test_a_title_that_counts_victims_contradicts_a_text():
    """What befell people is said whole in a headline; of what else is counted there is too little."""
    text = Article(id="a" * 16, where="x", title=Text("x"), paragraphs=(Text(FERRY),), language="en")
    for title, differ in (("Gale sinks ferry Marigold off Oldport: 50 killed", True), (f"{SAILED} 50 passengers", False)):
        headed = Article(id="b" * 16, where="x", title=Text(title), paragraphs=(Text("Nobody knew."),), language="en")
        sailed = Article(
            id="c" * 16, where="x", title=Text("x"), paragraphs=(Text(f"{SAILED} 40 passengers."),), language="en"
        )
        reading = read([text if differ else sailed, headed])
        one, other = mentions(reading)
        assert other_value(reading, one, other) is other_value(reading, other, one) is differ, title


@pytest.mark.parametrize("told", ["The gale took {} tiles.", "The town planted {} trees."])
def test_large_numbers_of_one_thing_that_are_nearly_the_same_need_less_in_common(told):
    """Two small ones may well be of two roofs."""
    assert other_value(*pair(told.format("2,351"), told.format("2,412")))
    assert not other_value(*pair(told.format(40), told.format(44)))


@pytest.mark.parametrize(("told", "differ"), [("The ferry carried {} people.", False), ("The yard sold {} boats.", True)])
def test_common_words_do_not_say_that_two_numbers_are_of_one_measure(told, differ):
    """Every ferry carries people."""
    assert other_value(*pair(told.format(40), told.format(60))) == differ


def test_numbers_among_other_words_are_of_two_measures():
    """Crews salvage boats here and there: most of what stands around the two numbers is of two places."""
    one = "Sullen lamplit crews salvaged {} boats beneath mossy viaducts."
    other = "Grimy bearded crews salvaged {} boats amid rusty derricks."
    assert not other_value(*pair(one.format(40), other.format(60)))
    assert other_value(*pair(one.format(40), one.format(60)))


def test_one_article_does_not_contradict_itself():
    """Its two numbers are of two things, or of two times."""
    text = Text(f"{FERRY} {FERRY.replace('40', '50')}")
    reading = read([Article(id="a" * 16, where="x", title=Text("x"), paragraphs=(text,), language="en")])
    assert not other_value(reading, *mentions(reading))


def test_a_language_whose_phrases_are_not_known_has_no_conflicts():
    """Nobody can say that nothing tells two numbers apart."""
    said = "Der Sturm riss {} Ziegel vom Dach der Werft in Oldenhafen."
    assert not other_value(*pair(said.format("2.350"), said.format("2.400"), language="de"))
    assert conflicts([said.format(40), said.format(50)], [said.format(40)], language="de") == []
