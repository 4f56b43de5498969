"""What two sources say in the same words but for a value stands where they differ."""

from datetime import UTC, datetime

import pytest

from digest.link.figures import figures
from digest.link.figures.frames import framed
from digest.link.reading import read
from digest.model import Article, Text, When


def articles(texts, language="en", days=()):
    """One article of each text, in order, published on these days of June 2031."""
    return [
        Article(
            id=letter * 16,
            where="x",
            title=Text("Harbour"),
            paragraphs=(Text(text),),
            language=language,
            published=When(at=datetime(2031, 6, day, tzinfo=UTC), precision="day") if day else None,
        )
        for letter, text, day in zip("abcd", texts, (*days, 0, 0, 0, 0), strict=False)
    ]


def differing(*texts, **more):
    """The values of each difference, as words."""
    return [[str(value.text) for value in figure.values] for _, _, figure in framed(read(articles(texts, **more)))]


DIFFER = (
    (
        "The barge sank near Gullwick, 350 km (217 miles) south of Oldport.",
        "The barge went down at a quay in Gullwick, 300km south of Oldport.",
        ["350 km (217 miles) south", "300km south"],
    ),
    (
        "Baker Ned Ropes was sentenced to 2 years for the theft of a bell.",
        "For the theft of the bell the baker Ropes was sentenced to 2 1/2 years.",
        ["2 years", "2 1/2 years"],
    ),
    (
        "The second term of Mayor Ropes as harbour master ends in 2039.",
        "Ropes may resign before his term ends in 2038, a clerk wrote.",
        ["2039", "2038"],
    ),
    (
        "Ned Ropes was found hiding in a shed on Gull Street.",
        "Ropes was found late at night hiding in a barn on Anchor Road.",
        ["Gull Street", "Anchor Road"],
    ),
    (
        "After the harbour vote was counted, the clerk put Ropes at 44.73%.",
        "In the harbour vote counted by the clerk, Ropes was behind with 44.9%.",
        ["44.73%", "44.9%"],
    ),
    (
        "Ida Ropes and Ned Barker will lead the choir of the port.",
        "The choir of the port is led by Ida Ropes and Ned Sailor.",
        ["Ned Barker", "Ned Sailor"],
    ),
    (
        "The mother of the baker, who was a warden at the lighthouse, moved away.",
        "She was never a warden at the lighthouse.",
        ["was a warden at the lighthouse", "was never a warden at the lighthouse"],
    ),
)


@pytest.mark.parametrize(("one", "other", "values"), DIFFER)
def test_one_thing_said_with_two_values_is_a_difference(one, other, values):
    """Of what both say with the same words next to the value; each value stands with its source."""
    assert differing(one, other) == [values]


@pytest.mark.parametrize(("one", "other", "values"), DIFFER)
def test_the_same_value_twice_is_none(one, other, values):
    """Nor is one sentence said in two articles."""
    assert differing(one, one) == []
    assert differing(other, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The barge sank near Gullwick, 350 km south of Oldport.",
            "The barge sank near Gullwick, 300 km north of Oldport.",
        ),
        (
            "The barge sank near Gullwick, 58 km south of Oldport.",
            "The barge sank near Gullwick, 35 miles south of Oldport.",
        ),
        (
            "The barge sank near Gullwick, 350 km south of Oldport.",
            "A choir sang in Fernhill, 300 km south of Oldport.",
        ),
        (
            "Baker Ned Ropes was sentenced to 2 years for the theft of a bell.",
            "For the theft of the bell the baker Ropes could be sentenced to 3 years.",
        ),
        (
            "Baker Ned Ropes was sentenced to 22.5 years for the theft of a bell.",
            "For the theft of the bell the baker Ropes was sentenced to 270 months.",
        ),
        (
            "The second term of Mayor Ropes as harbour master ends in 2039.",
            "The market by the bridge in Fernhill ends in 2038, a clerk wrote.",
        ),
        (
            "The second term of Mayor Ropes as harbour master ends in 2039.",
            "Ropes may resign before his term ends by 2038, a clerk wrote.",
        ),
        (
            "Ned Ropes was found hiding in a shed on Gull Street.",
            "Ida Barker was found hiding in a barn on Anchor Road.",
        ),
        (
            "Ned Ropes was found hiding in a shed on Gull Street.",
            "Ned Ropes was found hiding in a shed at 12 Gull Street.",
        ),
        (
            "After the harbour vote was counted, the clerk put Ropes at 44.73%.",
            "In the harbour vote counted by the clerk, Ropes was behind with 44.7%.",
        ),
        (
            "After the harbour vote was counted, the clerk put Ropes at 44.73%.",
            "In the harbour vote counted by the clerk, Ropes was behind with 49.9%.",
        ),
        (
            "Ida Ropes and Ned Barker will lead the choir of the port.",
            "The choir of the port is led by Ida Ropes and Tom Sailor.",
        ),
        (
            "The mother of the baker, who was a warden at the lighthouse, moved away.",
            "She was never a warden of bridges.",
        ),
        (
            "The mother of the baker, who was a warden at the lighthouse, moved away.",
            "“She was never a warden at the lighthouse,” a clerk said.",
        ),
    ],
)
def test_what_may_be_of_another_thing_is_none(one, other):
    """Another place, person, plan, unit, rounding or denial, and what a speaker says."""
    assert differing(one, other) == []


def test_an_article_that_gives_two_values_contradicts_nobody():
    """It tells of two things, or of a change."""
    one, other, _ = DIFFER[1]
    assert differing(f"{one} {other}", other) == []


def test_the_newest_value_comes_first_and_is_marked():
    """Where the days of all articles are known; the others are what was said earlier."""
    one, other, _ = DIFFER[1]
    (figure,) = [each for each in figures(read(articles((one, other), days=(3, 5)))) if each.conflict]
    assert [(str(value.text), value.newest) for value in figure.values] == [("2 1/2 years", True), ("2 years", False)]
    assert [value.citations[0].article_id[0] for value in figure.values] == ["b", "a"]


def test_each_value_is_cited_by_its_words():
    """The marked words of a citation are those of the value, in its article."""
    for one, other, _ in DIFFER:
        given = articles((one, other))
        ((_, _, figure),) = framed(read(given))
        for value in figure.values:
            for cited in value.citations:
                article = next(each for each in given if each.id == cited.article_id)
                ((start, end),) = cited.shared
                assert article.passage(cited.paragraph)[cited.start + start : cited.start + end] == value.text


def test_what_is_shown_as_an_amount_is_not_shown_again():
    """One difference stands once."""
    one, other, _ = DIFFER[0]
    assert len([each for each in figures(read(articles((one, other)))) if each.conflict]) == 1


def test_digits_parted_by_a_blank_are_no_distance():
    """The end of a number is none."""
    one, other, _ = DIFFER[0]
    assert differing(one, other.replace("300km", "1, 300 km")) == []


def test_a_language_without_frames_has_none():
    """Nobody knows there which words say what a value is of."""
    one, other, _ = DIFFER[0]
    assert differing(one, other, language="de") == []
