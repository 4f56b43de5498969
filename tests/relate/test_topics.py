"""Which topics a story has, and which are missing."""

from dataclasses import replace

from own_words import edited

from digest.model import Topic
from digest.relate.topics import proposed

SHARED = "The harbour council of Oldport approved the electric ferry Tern on Monday."
ALONE = "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Langholm in 2019."


class TestTopics:
    def test_whole_words_of_an_alias_file_a_story(self, article, story, config):
        """A topic is found by its aliases as whole words, and a short one only as written."""
        known = (
            Topic(id="ferries", name="Ferries", aliases=("ferry",)),
            Topic(id="it", name="IT"),
            Topic(id="harbours", name="Harbour"),
            Topic(id="tern", name="Ter"),
        )
        (done,) = edited([story(article("reuters", "Oldport gets its ferry", SHARED))], replace(config, topics=known))
        assert done.topics == ("ferries", "harbours")

    def test_missing_topics_are_proposed(self, article, story):
        """A name in several headlines that no topic covers is proposed with its count."""
        text = "The port said on Monday that Oldport Harbour is open."
        stories = [story(article("reuters", "Ships leave Oldport Harbour", text), name=f"{n:016x}") for n in range(3)]
        assert proposed(stories, ()) == (("Oldport Harbour", 3),)
        assert proposed(stories, (Topic(id="x", name="Oldport"),)) == ()
