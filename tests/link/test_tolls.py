"""Numbers of those whom an event befell are compared where they count the same: who, what befell them, where and when."""

import pytest

from digest.link.figures import figures
from digest.link.figures.measures import mentions
from digest.link.reading import read
from digest.model import Article, Text

FILLER = ("The harbour has a gate.", "Gulls cry there.", "Boats lie there.", "Ropes hang there.", "Clerks sit there.")


def reading_of(*texts, language="en"):
    """Articles of these sentences as they are read; the first sentence of each is its title."""
    return read(
        [
            Article(id=letter * 16, where="x", title=Text(title), paragraphs=tuple(map(Text, sentences)), language=language)
            for letter, (title, *sentences) in zip("abcd", texts, strict=False)
        ]
    )


def toll(sentence):
    """The toll of the number 40 of a sentence; None where it is none, or counts nothing."""
    found = [one.toll for one in mentions(reading_of(("Harbour", sentence))) if one.quantity.value == 40]
    return found[0] if found else None


def differing(*texts):
    """The values of each figure in which articles differ, each article a sentence or several."""
    articles = [("Harbour", *([text] if isinstance(text, str) else text)) for text in texts]
    return [[value.text for value in figure.values] for figure in figures(reading_of(*articles)) if figure.conflict]


BEFELL = (
    ("The gale killed 40 people.", "The gale thrilled 40 people."),
    ("The gale was killing 40.", "The gale was thrilling 40."),
    ("The gale claimed 40 lives.", "The clerk claimed 40 medals."),
    ("The gale cost 40 lives.", "The gale shook 40 lives."),
    ("In the gale 40 people died.", "In the gale 40 people sang."),
    ("In the gale 40 people, including two bakers, were killed.", "In the gale 40 people, including two bakers, were glad."),
    ("In the gale 40 people are believed to be dead.", "In the gale 40 people are believed to be deaf."),
    ("Clerks counted 40 deaths.", "Clerks counted 40 doors."),
    ("The death toll of the gale rose to 40 people.", "The road toll of the gate rose to 40 people."),
    ("The gale injured 40 people.", "The gale insured 40 people."),
    ("The gale left 40 people wounded.", "The gale left 40 people wondering."),
    ("Clerks put the injured at 40 people.", "Clerks put the bakers at 40 people."),
    ("After it 40 people are missing.", "After it 40 people are whistling."),
    ("Clerks put the missing at 40 people.", "Clerks put the benches at 40 people."),
    ("The gale displaced 40 people.", "The gale displeased 40 people."),
    ("In the gale 40 people had to leave.", "In the gale 40 people had to laugh."),
    ("Guards arrested 40 people.", "Guards arraigned 40 people."),
    ("At the gate 40 people were detained.", "At the gate 40 people were delighted."),
    ("Guards rescued 40 people.", "Guards rewarded 40 people."),
    ("At the gate 40 people survived.", "At the gate 40 people surveyed."),
    ("The gale stranded 40 people.", "The gale strained 40 people."),
    ("At the gate 40 people were trapped.", "At the gate 40 people were trained."),
    ("The soup sickened 40 people.", "The soup satisfied 40 people."),
    ("At the gate 40 people fell, infected.", "At the gate 40 people fell, informed."),
    ("The gale flattened 40 houses.", "The gale flattered 40 houses."),
    ("In the gale 40 houses were razed.", "In the gale 40 houses were raised."),
    ("The gale damaged 40 houses.", "The gale dampened 40 houses."),
    ("In the gale 40 houses were damaged.", "In the gale 40 houses were admired."),
)


@pytest.mark.parametrize(("befell", "other"), [pair for pair in BEFELL if "fell," not in pair[0]])
def test_what_befell_people_or_houses_makes_their_number_a_toll(befell, other):
    """By the word before it, behind it, or the name of who is counted; other words make none."""
    assert toll(befell) is not None
    assert toll(other) is None


def test_who_is_counted_is_part_of_a_toll():
    """People, lives and deaths are anyone; bakers are not."""
    plain = [toll(f"The gale left {who}.") for who in ("40 people dead", "40 dead")] + [toll("Clerks counted 40 deaths.")]
    assert {one.whom for one in plain} == {""}
    assert toll("The gale left 40 bakers dead.").whom == "baker"
    assert differing("The gale in Oldport killed 40 people.", "The gale in Oldport claimed 50 lives.") == [
        ["40 people", "50 lives"]
    ]
    assert differing("The gale in Oldport killed 40 people.", "The gale in Oldport killed 50 bakers.") == []


NO_TOLL = (
    "The gale could kill 40 people.",
    "The gale is feared to have killed 40 people.",
    "The gale killed another 40 people.",
    "The gale killed 40 more people.",
    "The gale killed 40 people a year.",
    "The gale killed an average of 40 people.",
    "The gale killed 40 of them, all bakers.",
    "The gale killed 40 people at the scene.",
    "The guards arrested 40 people over the course of the night.",
    "The gale has killed 40 people since noon.",
    "The worst gale killed 40 people.",
    "Years ago a gale killed 40 people.",
    "Elsewhere a gale killed 40 people.",
    "The gale killed 40 people over several days.",
    "The gale came after many days of rain, killing 40 people.",
    "In that gale 40 people were killed.",
    "It killed 40 people.",
    "A gale struck his boats, and his brother killed 40 people.",
    'A clerk said, "The gale killed 40 people."',
)


@pytest.mark.parametrize("sentence", NO_TOLL)
def test_a_part_a_rate_a_sum_of_days_and_what_others_say_are_no_toll(sentence):
    """Nor is what may come, what another event did, and what a pronoun did that opens the sentence."""
    assert toll(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The gale killed more than 40 people.",
        "The gale killed 40 people and that was all.",
        "In May it killed 40.",
        "It killed 40 in May.",
    ],
)
def test_words_that_only_look_like_those_leave_it_a_toll(sentence):
    """A bound, a pronoun behind the number, and one of an event whose time is named."""
    assert toll(sentence) is not None


def test_the_place_of_a_toll_stands_next_to_it():
    """Behind the number in its own phrase, else before it; a day or a month is no place."""
    both = "The gale killed 40 people in Hollin, and 50 people died in Fennwick."
    found = [one.toll.where for one in mentions(reading_of(("Harbour", both)))]
    assert found == [{"holli"}, {"fennw"}]
    assert toll("In Hollin the gale killed 40 people.").where == {"holli"}
    assert toll("The gale killed 40 people in St. Hollin, CT.").where == {"holli"}
    assert toll("In Hollin the gale took 12 boats and killed 40 people.").where == frozenset()
    assert toll("The gale killed 40 people on Monday in May.").where == frozenset()


def test_the_same_place_or_another():
    """Tolls of two places are two; one without a place is of the place that the other article opens with."""
    one = "The gale killed 40 people in Hollin."
    assert differing(one, one.replace("40", "50")) == [["40 people", "50 people"]]
    assert differing(one, "The gale killed 50 people in Fennwick.") == []
    assert differing(one, "The gale killed 50 people.") == []
    assert differing(one, ["The gale killed 50 people.", "The town of Hollin is shut."]) == [["40 people", "50 people"]]


def test_a_toll_of_one_place_is_none_of_all():
    """Where an article counts two places apart, only a toll of the same place contradicts it."""
    apart = ["The gale killed six people in Hollin.", "The gale killed nine people in Fennwick."]
    whole = ["The gale has killed 30 people.", "Guards came to Hollin and Fennwick."]
    assert differing(apart, whole) == []
    assert differing(apart[:1], whole) == [["six people", "30 people"]]
    assert differing(apart, "The gale killed 44 people in Hollin.") == [["six people", "44 people"]]


def test_the_first_toll_of_an_article_is_that_of_all():
    """A later one that is not the same is of some of them."""
    first, later = "The fire in Oldport killed 28 people.", "The smoke in Oldport killed 26 people."
    assert differing([first, later], "The fire in Oldport killed 27 people.") == [["28 people", "27 people"]]
    assert differing([first, first], "The fire in Oldport killed 27 people.") == [["28 people", "27 people"]]


def test_days_and_times_keep_tolls_apart():
    """Two days of the week are two; an earlier event is one where both name its time."""
    told = "The gale in Oldport killed {} people on {}."
    day = "On {}, the gale in Oldport killed {} people."
    assert differing(day.format("Monday", 40), day.format("Friday", 50)) == []
    assert differing(day.format("Monday", 40), day.format("Monday", 50)) == [["40 people", "50 people"]]
    assert differing(told.format(40, "Monday"), told.format(50, "Friday")) == []
    for day in ("Monday", "land"):
        assert differing(told.format(40, "Monday"), told.format(50, day)) == [["40 people", "50 people"]]
        assert differing(told.format(40, day), told.format(50, "Monday")) == [["40 people", "50 people"]]
    old = "The gale of {} killed {} people."
    assert differing(old.format("September", 40), old.format("September", 50)) == [["40 people", "50 people"]]
    assert differing(old.format("September", 40), old.format("September 2031", 50)) == [["40 people", "50 people"]]
    assert differing(old.format("September", 40), old.format("March", 50)) == []
    assert differing(old.format("September", 40), "The gale killed 50 people.") == []


def test_the_dead_are_not_the_injured():
    """What befell them is the same."""
    gale = "The gale in Oldport {} {} people."
    assert differing(gale.format("killed", 40), gale.format("injured", 50)) == []
    assert differing(gale.format("injured", 40), gale.format("injured", 50)) == [["40 people", "50 people"]]


def test_what_an_article_counts_elsewhere():
    """Another toll at another place makes it one of several, unless it stands far down, is older, or of another kind."""
    first, other = "The gale killed 40 people.", "The gale killed 50 people."
    assert differing([first, "The gale killed nine people in Hollin."], other) == []
    for further in (
        [*FILLER, "The gale killed nine people in Hollin."],
        ["In May a gale killed nine people in Hollin."],
        ["The gale injured nine people in Hollin."],
    ):
        assert differing([first, *further], other) == [["40 people", "50 people"]]
    late = [*FILLER, first, "The gale killed nine people in Hollin."]
    assert differing(late, other) == []


def test_places_that_both_articles_open_with():
    """A town and its county are one place where each article names both at its top."""
    one, other = "The gale killed 40 people in Hollin.", "The gale killed 50 people in Fennwick."
    towns = ["Hollin is a town.", "Fennwick is a county."]
    assert differing([one, towns[1]], [other, towns[0]]) == [["40 people", "50 people"]]
    assert differing([one, towns[1]], other) == []
    assert differing(one, [other, towns[0]]) == []
    assert differing([one, *FILLER, towns[1]], [other, towns[0]]) == []
    assert differing([one, towns[1], "The gale killed nine people in Oldport."], [other, towns[0]]) == []
    sank = "When the ferry Marigold sank, {} people were killed in {}."
    assert differing(sank.format(40, "Hollin"), sank.format(50, "Fennwick")) == []
    assert differing([sank.format(40, "Hollin"), towns[1]], sank.format(50, "Fennwick")) == []
    assert differing("A pier in London hurt 40 people.", "In London 50 people were injured.") != []


def test_who_struck_whom_has_no_name_that_the_other_does_not_know():
    """Two floods of two towns, unless each article names the other's town as well."""
    one, other = "The Fennwick flood killed 40 people.", "The Hollin flood killed 50 people."
    assert differing(one, other) == []
    both = ["The towns of Fennwick and Hollin are shut."]
    assert differing([one, *both], [other, *both]) == [["40 people", "50 people"]]


def test_a_toll_far_down_is_of_the_event_where_nothing_else_is_counted():
    """Where an article counts others elsewhere, a late toll needs a sentence like the other's."""
    late = [*FILLER, "Nurses said that 40 people were injured."]
    assert differing(late, [*FILLER, "A clerk wrote that 50 people had been hurt."]) == [["40 people", "50 people"]]
    more = [*FILLER, "A gate in Hollin injured nine people.", "A pier in London hurt 40 people."]
    assert differing(more, "In London 50 people were injured.") == []
    alike = "The ferry Marigold struck the pier in Oldport at night and injured {} people."
    assert differing([*more[:-1], alike.format(40)], alike.format(50)) == [["40 people", "50 people"]]


def test_a_toll_of_the_same_matter_needs_no_place():
    """A name in common and enough words say that it is of one event."""
    placed = "When the ferry Marigold sank off Oldport in a gale, 40 people were killed."
    assert differing(placed, "Hours after the gale the ferry Marigold lay on its side, and 50 people died.") != []
    assert differing(placed, "Hours after the frost the harbour of the town was shut, and 50 people died.") == []


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (
            "The old mill stood in the hills near the river, with a yard and a gate, 350km to the south of Oldport.",
            "The old mill stood in the hills near the river, 300km south of Oldport.",
            "300km south of Oldport",
        ),
        (
            "The gale that came to Oldport at night was strong, killing 40.",
            "The gale that came to Oldport at midnight was strong, killing 44.",
            "came to Oldport at night was strong, killing 40",
        ),
    ],
)
def test_a_difference_without_a_name_is_called_by_the_shorter_clause(one, other, label):
    """Where no phrase says what is counted, the words around one of the values do, and more where these are too few."""
    (figure,) = figures(reading_of(("Harbour", one), ("Harbour", other)))
    assert figure.conflict
    assert figure.label == label
