"""What one publisher writes in the same set words, of two matters or of one."""

from dataclasses import replace

import pytest
from newsroom import article

from digest.common.notices import differing, in_set_words, two_releases, versions
from digest.dedupe import dedupe
from digest.group import group
from digest.group.why import likeness
from digest.model import Text

ASKED = (
    "Anyone who was near the place may send a report through the form on the page. Reports are read by hand within a week."
)
TWO_MATTERS = {
    "earthquakes": (
        ("M 5.1 - 20 km S of Port Elm", f"A magnitude 5.1 earthquake was felt near Port Elm at 04:10. {ASKED}"),
        ("M 3.9 - 7 km N of Varda, Kelm", f"A magnitude 3.9 earthquake was felt near Varda, Kelm at 17:45. {ASKED}"),
    ),
    "filings": (
        ("Acorn Mills files its report", f"The company Acorn Mills has filed its report for the year. {ASKED}"),
        ("Birch Lines files its report", f"The company Birch Lines has filed its report for the year. {ASKED}"),
    ),
    "prices": (
        ("Tin closes at 310", f"Tin closed at 310 crowns a tonne on the exchange this evening. {ASKED}"),
        ("Zinc closes at 245", f"Zinc closed at 245 crowns a tonne on the exchange this evening. {ASKED}"),
    ),
    "weather": (
        ("Wetter für Ahlen", f"In Ahlen werden es 21 Grad, der Wind kommt aus Westen. {ASKED}"),
        ("Wetter für Borken", f"In Borken werden es 14 Grad, der Wind kommt aus Westen. {ASKED}"),
    ),
    "ideographs": (
        ("北原县5.1级地震", "北原县今晨发生5.1级地震。附近居民可以在网页上填写表格。数据为初步结果,以后可能修改。"),
        ("南湾县3.9级地震", "南湾县今晨发生3.9级地震。附近居民可以在网页上填写表格。数据为初步结果,以后可能修改。"),
    ),
    "warnings whose titles alone have the place": (
        ("Warnung vor Glatteis: Kreis Ahlen", f"Bis 9 Uhr muss mit Glatteis gerechnet werden, bei -3 Grad. {ASKED}"),
        ("Warnung vor Glatteis: Kreis Borken", f"Bis 11 Uhr muss mit Glatteis gerechnet werden, bei -5 Grad. {ASKED}"),
    ),
    "recalls, whose matter is a common noun": (
        ("Recall of prams", f"The maker calls back prams that were sold this spring. {ASKED}"),
        ("Recall of lamps", f"The maker calls back lamps that were sold this spring. {ASKED}"),
    ),
    "prices of plain nouns": (
        ("Price of tin today: 310", f"The price of tin was 310 crowns a tonne on the exchange this evening. {ASKED}"),
        ("Price of zinc today: 245", f"The price of zinc was 245 crowns a tonne on the exchange this evening. {ASKED}"),
    ),
    "faults of programs": (
        ("2031-1204: buffer overflow in libweir", f"A buffer overflow in libweir lets others in. Update it. {ASKED}"),
        ("2031-1377: missing check in libquay", f"A missing check in libquay lets others in. Update it. {ASKED}"),
    ),
    "recordings": (
        ("Tide Talk 14: Eels", f"The show about the shore, told by those who live there, every week anew. {ASKED}"),
        ("Tide Talk 15: Mud", f"The show about the shore, told by those who live there, every week anew. {ASKED}"),
    ),
}


def notices(kind, *, days=(0, 0.1), publisher="Service"):
    return [
        article(
            f"{kind}{number}", title, text, day=days[number], publisher=publisher, where=f"seeds/archive/s/{number}.jsonl"
        )
        for number, (title, text) in enumerate(TWO_MATTERS[kind])
    ]


@pytest.mark.parametrize("kind", TWO_MATTERS)
def test_notices_that_differ_in_names_are_articles_and_stories_of_their_own(kind):
    """Neither is a copy of the other, and they are two stories though they come on one day."""
    kept = dedupe(notices(kind))
    assert [each.copies for each in kept] == [(), ()]
    assert len(group(kept)[0]) == 2


def test_set_words_are_most_of_the_shorter_text():
    """Two texts that share less than that, or a few words alone, are no notices of one kind."""
    told = f"The council of Elm met on the pier and the gulls of the harbour cried all night, as they did before. {ASKED}"
    other = f"A baker at Borken sells rye loaves whose crust is dark; people queue from six. {ASKED}"
    short = article("c", "Tin", "Tin closed at 310 crowns."), article("d", "Zinc", "Zinc closed at 245 crowns.")
    assert in_set_words(*notices("prices"))
    assert not in_set_words(article("a", "Council meets", told), article("b", "Rye sells", other))
    assert not in_set_words(*short)


@pytest.mark.parametrize(("titles", "found"), [(("Gauge 14", "Gauge 15"), "figures"), (("Gauge", "Gauge 15"), None)])
def test_figures_of_both_titles_tell_of_two_matters_whatever_the_texts_say(titles, found):
    """The texts differ in plain words most of all; one title's figure alone tells nothing."""
    texts = f"the weed grows thick and green here {ASKED}", f"a heron stands beside some old sunken oak {ASKED}"
    assert differing(*(article(text[:1], title, text) for title, text in zip(titles, texts, strict=True))) == found
    first, second = (article(text[:1], titles[0], text) for text in texts)
    assert differing(first, second) is None


def test_notices_of_one_name_are_of_two_matters_on_two_days_only():
    """The next day's level is a story of its own; a figure that was mended within hours is not."""
    texts = [
        f"The level of the Weir is {number} feet. It is read at noon from the lower gauge. {ASKED}" for number in (23, 24)
    ]
    for day, stories in ((0.1, 1), (1, 2)):
        first = article("a", "Weir at 23", texts[0], day=0, publisher="Weir")
        kept = dedupe([first, article("b", "Weir at 24", texts[1], day=day, publisher="Weir")])
        assert [len(each.copies) for each in kept] == [0, 0]
        assert len(group(kept)[0]) == stories


LONG = (
    "This version mends faults, asks for less memory and reads the files of all versions before it without a question. " * 12
)


@pytest.mark.parametrize("text", [f"It mends faults and runs on all systems. {ASKED}", LONG])
def test_releases_of_two_versions_or_projects_are_articles_and_stories_of_their_own(text):
    """Within an hour, in short and in long texts, of one publisher and of two."""
    made = [
        article(f"{name}{version}", title, text, day=at / 50, publisher=name, where=f"seeds/archive/{name}/{at}.jsonl")
        for at, (name, version, title) in enumerate(
            (
                ("Boards", "2.3", "Boards 2.3"),
                ("Boards", "2.4", "Boards 2.4 released"),
                ("Chairs", "2.4", "Chairs 2.4"),
                ("Chairs", "1.9.1", "v1.9.1"),
                ("Desks", "1.9.1", "v1.9.1"),
            )
        )
    ]
    kept = dedupe(made)
    assert [each.copies for each in kept] == [()] * len(made)
    assert len(group(kept)[0]) == len(made)
    assert "versions" in likeness(made[0], made[1]).apart


def test_two_reports_of_one_release_are_one_story():
    """A version is the matter, and not who announces it; a date and a rate are no versions."""
    text = f"The makers of Boards say that version 2.3.1 draws twice as fast. {ASKED}"
    pair = [article(name, "Boards 2.3.1 draws twice as fast", text, day=0, publisher=name) for name in ("Post", "Courier")]
    assert not two_releases(*pair)
    assert not versions(article("d", "Weir closes until 12.11.2031 as level rises 4.3%"))


def test_a_headline_in_other_words_tells_of_no_second_matter():
    """Of one day, in one text with other figures: a headline that was written anew is an update's."""
    told = [(2, "Storm in Kelm leaves 2 hurt", 10), (3, "Storm in Kelm injures 3", 11)]
    texts = [f"At {hour} there were {count} people in hospital after the storm in Kelm. {ASKED}" for count, _, hour in told]
    pair = [
        article(title[-1], title, text, day=0, publisher="Courier", where=f"seeds/archive/s/{title[-1]}.jsonl")
        for (_, title, _), text in zip(told, texts, strict=True)
    ]
    assert len(group(dedupe(pair))[0]) == 1


def test_a_form_that_two_publishers_filled_in_is_no_copy_and_an_update_of_one_text_is():
    """Other names and figures are another matter; an agency's text with other figures alone is a version of it."""
    one, other = notices("earthquakes")
    assert len(dedupe([one, replace(other, publisher=Text("Courier"), where="seeds/archive/c/1.jsonl")])) == 2
    words = Text(one.paragraphs[0].replace("5.1", "5.3"))
    update = replace(one, id="u", publisher=Text("Courier"), where="seeds/archive/c/1.jsonl", paragraphs=(words,))
    assert len(dedupe([one, update])) == 1
    assert len(dedupe([replace(one, publisher=None), replace(other, publisher=None)])) == 1


def test_one_text_under_two_headlines_of_one_publisher_is_a_copy():
    """Words of a headline that the text bears out tell of no second matter; nor does a text that only goes on."""
    text = (
        f"The lock gate at Elm jammed and barges wait. The council said the gate will be mended by Monday evening. {ASKED}"
    )
    first = article("a", "Lock gate jams", text, day=0, publisher="Courier")
    again = article("b", "Barges wait at Elm lock", text, day=0, publisher="Courier")
    more = article("c", "Lock gate jams", f"{text} Ida Marsh of Kelm paid 40 crowns.", day=0, publisher="Courier")
    assert [{copy.article.id for copy in each.copies} for each in dedupe([first, again, more])] == [{"a", "b"}]


def test_why_says_that_they_are_notices():
    """Who asks why two notices are apart is told so."""
    one, other = notices("filings")
    assert "set words" in likeness(one, other).apart


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "11 ships wait at the lock, which opens on Friday.", "14 ships wait at the lock, which opens on Monday."),
        ("de", "11 Schiffe warten, die Schleuse öffnet am Freitag.", "14 Schiffe warten, die Schleuse öffnet am Montag."),
    ],
)
def test_an_update_may_change_its_weekday_with_its_figure(language, before, after):
    """A day of the week is no name that tells two matters apart: within hours it is one story."""
    told = [
        article(
            name,
            "Gate of the Weir lock jams",
            f"{said} {ASKED}",
            day=day,
            language=language,
            publisher="Post",
            where=f"seeds/archive/s/{name}.jsonl",
        )
        for name, said, day in (("a", before, 0), ("b", after, 0.1))
    ]
    stories, _ = group(dedupe(told))
    assert len(stories) == 1
