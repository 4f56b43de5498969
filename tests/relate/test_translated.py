"""Events told in two languages are tied where names, figures and days agree, and nothing else is; texts of our own."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.model import Article, Story, When
from digest.relate.translated import reports_of, translated

REPORTS = [json.loads(line) for line in (Path(__file__).parent / "languages.jsonl").read_text("utf-8").splitlines()]


def story(number, title, text, language, day=0):
    at = datetime(2026, 6, 2, 9, tzinfo=UTC) + timedelta(days=day)
    article = Article(
        id=f"{number:016x}",
        where=f"seeds/articles/{number}.md",
        title=title,
        paragraphs=(text,),
        language=language,
        published=When(at=at, precision="time"),
        seen=at,
    )
    return Story(id=article.id, path=f"stories/{number}", headline=title, articles=(article,))


def tied(*told):
    stories = [story(number, *each) for number, each in enumerate(told)]
    return [sorted(others) for others in translated([reports_of(each) for each in stories])]


def counted(reports):
    """How many pairs of stories are tied rightly, how many wrongly, and how many there are."""
    stories = [
        story(number, *(each[key] for key in ("title", "text", "language", "day"))) for number, each in enumerate(reports)
    ]
    pairs = [
        (one, other)
        for one, others in enumerate(translated([reports_of(each) for each in stories]))
        for other in others
        if one < other
    ]
    same = [
        (one, other)
        for one, first in enumerate(reports)
        for other, second in enumerate(reports)
        if one < other and first["event"] == second["event"] and first["language"] != second["language"]
    ]
    return len(set(pairs) & set(same)), len(set(pairs) - set(same)), len(same)


def test_events_of_the_same_people_and_places_are_told_apart():
    """Of 31 events in four languages, most with a second one of the same actors, none is tied to another's report."""
    right, wrong, of = counted(REPORTS)
    assert (wrong, of) == (0, 43)
    assert right >= 32


def test_nothing_is_tied_where_the_twin_is_missing():
    """Without the second report of each event the likest one left is of another event, and is not tied."""
    seen, alone = set(), []
    for report in REPORTS:
        alone.extend([report] if report["event"] not in seen else [])
        seen.add(report["event"])
    assert counted(alone) == (0, 0, 0)


SUNK = ("Ferry Halden sinks off Oldport, 23 missing", "The Halden sank off Oldport with 214 people on board.", "en")
SUNKEN = ("Fähre Halden vor Oldport gesunken, 23 Vermisste", "Die Halden sank vor Oldport mit 214 Menschen an Bord.", "de")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (SUNKEN, True),
        ((*SUNKEN, 2), True),
        ((*SUNKEN, 3), False),  # days later
        ((SUNKEN[0].replace("23", "24"), *SUNKEN[1:]), False),  # titles that disagree
        (
            ("Fähre Halden vor Oldport gesunken", "Die Halden sank vor Oldport mit Menschen an Bord.", "de"),
            False,
        ),  # no figure
        ((SUNKEN[0].replace("Oldport", "Varn"), SUNKEN[1].replace("Oldport", "Varn"), "de"), False),  # one name
        ((*SUNKEN[:2], "sv"), False),  # whose numbers nobody can read
        ((*SUNK[:2], "en"), False),  # the same language
    ],
)
def test_what_must_agree(other, told):
    """Two names and two figures, within two days, in two languages that can be read."""
    assert tied(SUNK, other) == ([[1], [0]] if told else [[], []])


def test_a_country_is_one_in_all_languages_and_a_name_of_two_words_is_one_name():
    """Botswana and Botsuana are the same name; Anna Brook is one and not two."""
    english = ("Anna Brook wins in Botswana", "Anna Brook won 48,200 crowns in Botswana.", "en")
    german = ("Anna Brook siegt in Botsuana", "Anna Brook hat in Botsuana 48.200 Kronen gewonnen.", "de")
    assert tied(english, german) == [[1], [0]]
    assert tied(
        ("Anna Brook wins", "Anna Brook won 48,200 crowns.", "en"),
        ("Anna Brook gagne", "Anna Brook a gagné 48 200 couronnes.", "fr"),
    ) == [[], []]


def test_the_likest_of_each_language_is_tied_and_in_no_order():
    """A story has one twin a language, whatever order the stories come in."""
    worse = (
        "Halden: Suche vor Oldport",
        "Vor Oldport wird nach der Halden gesucht, 23 von 214 fehlen. Kapitän Quaal schweigt.",
        "de",
    )
    assert tied(SUNK, SUNKEN, worse) == [[1], [0], []]
    assert tied(worse, SUNKEN, SUNK) == [[], [2], [1]]
