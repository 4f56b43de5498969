"""Which stories continue one another, and which are on one subject."""

from own_words import edited


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
