"""Which topics a story has, and which are missing."""

from dataclasses import replace

import pytest
from own_words import edited

from digest.model import Topic
from digest.relate.topics import proposed, topics

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

    @pytest.mark.parametrize("headline", ["Ships leave Brackness", "Ships leave Brackness’s"])
    def test_a_name_that_ends_with_an_s_is_proposed(self, article, story, headline):
        """It is no possessive of another name, and its own is the same name."""
        text = "The port said on Monday that Brackness is open."
        stories = [story(article("reuters", headline, text), name=f"{n:016x}") for n in range(3)]
        assert proposed(stories, ()) == (("Brackness", 3),)


@pytest.mark.parametrize(
    ("alias", "headline", "named"),
    [
        ("渡轮", "往返各岛的渡轮周五恢复", True),
        ("渡し船", "島を結ぶ渡し船が運休", True),
        ("เรือข้ามฟาก", "หยุดเดินเรือข้ามฟากสามวัน", True),
        ("나룻배", "나룻배가 멈췄다", True),
        ("배", "나룻배가 멈췄다", False),
        ("नाव", "पुरानी नाव बंद", True),
        ("नाव", "चुनाव की तारीख", False),
        ("पुल", "पुलिस ने रोका", False),
        ("паром", "Старый паром стоит", True),
        ("пар", "Старый паром стоит", False),
        ("Ada", "Adalar feribotu durdu", False),
        ("EU", "島の港、EUが支援へ", True),
        ("EU", "新EU規則で渡船停航", True),
        ("EU", "渡轮获EU资助", True),
        ("EU", "섬 항구, EU가 지원", True),
        ("EU", "เรือได้เงินEUเพิ่ม", True),
        ("Orlan", "造船のOrlanが増益", True),
        ("EU", "渡船会社のEUROが値上げ", False),
        ("EU", "渡船会社NEUが値上げ", False),
    ],
)
def test_an_alias_is_a_whole_word_where_words_are_parted(article, story, alias, headline, named):
    """Inside a headline without spaces it is found wherever it stands; marks are parts of the words they stand in."""
    one = story(article("reuters", headline, "", language=None))
    assert bool(topics(one, (Topic(id="boat", name="Ferry", aliases=(alias,)),))) == named
