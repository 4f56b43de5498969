"""Which stories continue one another, and which are on one subject."""

from datetime import UTC, datetime

import pytest
from own_words import edited

from digest.model import Story, When
from digest.relate.related import MOST_RELATED


class TestRelated:
    def test_a_sequel_and_its_start_name_each_other(self, article, story, config):
        """Two stories that share rare words are related both ways, with those words as the reason."""
        first = story(
            article("reuters", "Puffin census on Langholm begins", "Puffins are counted on Langholm.", day=1), name="a" * 16
        )
        second = story(
            article("ap", "Langholm puffin census finds fewer", "The census on Langholm found few puffins.", day=5),
            name="b" * 16,
        )
        third = story(article("gazette", "Bakers strike over flour", "Flour is dear.", day=5), name="c" * 16)
        one, other, apart = edited([first, second, third], config)
        assert [(link.id, link.kind, link.later) for link in one.related] == [("b" * 16, "continues", True)]
        assert [(link.id, link.kind, link.later) for link in other.related] == [("a" * 16, "continues", False)]
        assert {word.casefold() for word in one.related[0].why} >= {"langholm", "puffin"}
        assert apart.related == ()

    def test_the_reason_has_names_whole_and_each_word_once(self, article, story, config):
        """First and last name as one; no capital of a headline's, no month, and Covid beside COVID-19 says nothing more."""
        first = story(
            article("reuters", "Subpoenas Name Marlo Quist", "Marlo Quist fights the subpoenas of Oct. 3. Covid-19 grew.")
        )
        text = "The panel sent subpoenas to Marlo Quist in Oct. as Covid and Covid-19 cases grew."
        second = story(article("ap", "Marlo Quist Gets Subpoenas", text, day=5), name="b" * 16)
        why = edited([first, second], config)[0].related[0].why
        assert {"Marlo Quist", "subpoenas"} <= set(why)
        assert not {"marlo", "quist", "oct", "covid"} & {word.casefold() for word in why}

    def test_what_comes_long_after_has_the_same_subject_and_continues_nothing(self, article, story, config):
        """Within thirty days a story goes on, later it is on the same subject."""
        for month, kind in ((5, "continues"), (8, "same-subject")):
            later = When(at=datetime(2026, month, 9, tzinfo=UTC), precision="day")
            text = "The census on Langholm found few puffins."
            first = article("reuters", "Puffin census on Langholm begins", "Puffins are counted on Langholm.", day=1)
            second = article("ap", "Langholm puffin census finds fewer", text, published=later)
            told = edited([story(first), story(second, name="b" * 16)], config)
            assert [link.kind for link in told[0].related] == [kind]

    def test_two_words_of_many_are_no_relation(self, article, story, config):
        """Stories that share a small part of what they tell are not related."""
        text = "Potters, weavers and tanners from Fennwick, Denham and Upper Brae sold jugs, shawls, lanterns and boots."
        other = "Otters, herons, kingfishers and voles returned to the Oldbeck, the Grey Marsh and the lagoons of Corley."
        stories = [
            story(article("reuters", "Langholm puffin fair draws potters, weavers, glaziers and tanners", text, day=1)),
            story(article("ap", "Langholm puffin marsh draws otters, herons, kingfishers", other, day=2), name="b" * 16),
        ]
        assert edited(stories, config)[0].related == ()

    def test_what_no_title_of_either_has_is_no_subject(self, article, story, config):
        """However rare: what two openings share may be said in passing; so may one word that both titles have."""
        told = [
            ("Loom fair", "Puffins nest on Langholm."),
            ("Choir sings", "On Langholm puffins are counted."),
            ("Langholm loom", "Nobody came to the hall."),
            ("Langholm choir", "It was sung in the barn."),
        ]
        months = (2, 5, 8, 11)  # too far apart to be one running event
        stories = [
            story(
                article("reuters", title, text, published=When(at=datetime(2026, month, 9, tzinfo=UTC), precision="day")),
                name=f"{month:016x}",
            )
            for (title, text), month in zip(told, months, strict=True)
        ]
        found = {one.headline: [link.headline for link in one.related] for one in edited(stories, config)}
        assert found["Loom fair"] == ["Langholm loom"]
        assert found["Langholm loom"] == ["Loom fair"]

    def test_each_is_among_the_others_strongest(self, article, story, config):
        """A story that many are like shows those that are most like it, and the others do not show it."""
        months = [(year, month) for year in (2024, 2025) for month in (1, 3, 5, 7, 9)]
        stories = [
            story(
                article(
                    "reuters",
                    "Puffin census on Langholm",
                    " ".join(f"{word}{number}bird" for word in ("auk", "skua", "tern") for number in range(place)),
                    published=When(at=datetime(year, month, 9, tzinfo=UTC), precision="day"),
                ),
                name=f"{place:016x}",
            )
            for place, (year, month) in enumerate(months)
        ]
        told = edited(stories, config)
        assert all(len(one.related) <= MOST_RELATED for one in told)
        shown = {one.id: {link.id for link in one.related} for one in told}
        assert all(one in shown[other] for one, others in shown.items() for other in others)


def stories(article, language, *texts):
    """A story of one article for each (title, text)."""
    for number, (title, text) in enumerate(texts):
        one = article("reuters", title, text, language=language, day=number + 1)
        yield Story(id=f"{number:016x}", path=f"stories/2026/05/{number}", headline=one.title, articles=(one,))


UNRELATED = {
    "de": (
        ("Fähre fährt nach Panne wieder", "Weil ein Seil riss, wird die Fähre erst am Freitag wieder für alle fahren."),
        ("Museum öffnet nach Umbau wieder", "Weil ein Dach leckte, wird das Museum erst am Freitag wieder für alle öffnen."),
    ),
    "ru": (
        ("Паром снова ходит после ремонта", "Так как трос порвался, паром будет снова ходить только с пятницы."),
        ("Музей снова открыт после перестройки", "Так как крыша протекла, музей будет снова открыт только с субботы."),
    ),
}


@pytest.mark.parametrize("language", UNRELATED)
def test_stories_that_share_only_common_words_are_not_related(article, config, language):
    """How common a word is goes by the language that it is in."""
    told = edited(stories(article, language, *UNRELATED[language]), config)
    assert all(story.related == () for story in told)


FORMS = {
    "de": (("Werft baut Fähre", "Die Werft baut eine Fähre."), ("Werften planen Fähren", "Zwei Werften planen Fähren.")),
    "es": (("Astillero vende barco", "El astillero vende un barco."), ("Astilleros y barcos", "Hay astilleros sin barcos.")),
}


@pytest.mark.parametrize("language", FORMS)
def test_stories_are_related_by_the_stems_of_their_words(article, config, language):
    """Whatever the number and the case that a language's grammar gives them."""
    told = edited(list(stories(article, language, *FORMS[language])), config)
    assert [len(story.related) for story in told] == [1, 1]
