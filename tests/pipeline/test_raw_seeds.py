"""The five raw dumps the product was asked for: one excellent story, none of their dirt."""

import json
import re
from itertools import chain

import pytest

from digest import pipeline
from digest.config import load

DIRT = [
    "Loading market data",
    "8 Sources",
    "Source: Reuters",
    "Source: Observer",
    "Source: PYMNTS",
    "Share",
    "```",
    "Today's Top Stories",
    "All rights reserved",
    "©",
    "Risk Warning",
    "Disclaimer",
    "investment advice",
    "at your own risk",
    "Reported -",
    "must indicate the source",
    "news@wedoany.com",
    "Broken Promises, Delayed Twice",
    "Execution Challenges Resurface",
]


@pytest.fixture(scope="module")
def story(shared):
    """The JSON of the one story."""
    config, problems = load(shared("seeds"), shared("seeds"))
    assert problems == ()
    edition, pages = pipeline.build(config, problems)
    assert len(edition.stories) == 1, "five dumps, one event, one story"
    page = next(page for page in pages if page.path.startswith("api/stories/"))
    return json.loads(page.text)


def shown(story: dict) -> list[str]:
    """Everything that is shown as said by a source."""
    texts = [story["headline"], *(source["title"] for source in story["sources"])]
    beside = (point["beside"] for point in story["points"])
    for item in chain(*(story[kind] for kind in ("points", "quotes", "only_in")), *beside):
        texts += [item["text"], *(citation["quote"] for citation in item["citations"])]
    for figure in story["figures"]:
        for value in figure["values"]:
            texts += [citation["quote"] for citation in value["citations"]]
    return texts


def test_there_are_five_sources_and_the_named_ones_are_named(story):
    """Publishers are found where the text names them; unknown is shown as unknown."""
    publishers = [source["publisher"] for source in story["sources"]]
    assert len(publishers) == 5
    assert "TheOutpost.AI" in publishers
    assert any(name and "wedoany" in name.lower() for name in publishers)
    assert publishers.count(None) == 3


@pytest.mark.parametrize("dirt", DIRT)
def test_no_dirt_is_shown(story, dirt):
    """Chrome of the copied pages is in no point, quote or headline."""
    assert not [text for text in shown(story) if dirt in text]


def test_no_citation_mark_of_a_page_is_shown(story):
    """Lone citation numbers and the sentences they broke are mended."""
    for text in shown(story):
        assert not re.search(r"(^|\s)[1-5]\s*[.,]?(\s|$)(?!\d)", text) or re.search(r"\b(GPT|Gemini|June|May)\b", text), text
        assert " ." not in text


def test_a_repeated_title_stands_once(story):
    """Two of the dumps print their title twice."""
    titles = {source["title"] for source in story["sources"]}
    for point in story["points"]:
        assert point["text"].strip("…") not in titles


def test_the_terms_stand_in_the_table(story):
    """One of the five demands a credit."""
    terms = [source["terms"] for source in story["sources"] if source["terms"]]
    assert len(terms) == 1
    assert "Wedoany" in terms[0]


def test_at_least_six_points_and_shared_ones_cite_all_who_carry_them(story):
    """Points that several sources carry cite each of them with words of its own."""
    assert len(story["points"]) >= 6
    shared_points = [point for point in story["points"] if len({c["source"] for c in point["citations"]}) > 1]
    assert len(shared_points) >= 4
    for point in story["points"]:
        assert point["citations"]
        assert point["text"].strip("…") == point["citations"][0]["quote"]
        for citation in point["citations"]:
            assert citation["end"] - citation["start"] == len(citation["quote"]) <= 300


def test_what_is_unknown_is_not_counted(story):
    """Outlets whose origin nobody knows add nothing."""
    assert story["at_least"] is True
    assert {source["role"] for source in story["sources"]} <= {"original", "repeats", "unknown"}
    assert any("Wall Street Journal" in origin["name"] for origin in story["origins"])
