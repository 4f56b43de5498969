"""Which stories continue one another, and which are on one subject."""

import pytest
from own_words import edited

from digest.model import Story


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
