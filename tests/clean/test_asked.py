"""An article is cleaned anew where an answer that it asked of the known sources differs, and nowhere else."""

from dataclasses import replace

import pytest

from digest.clean import clean, room
from digest.model import Config, Decision, Entry, Feed, Settings, Source, Takedown, Terms
from digest.runtime.cache import Cache, Within

TIDE = Source(id="tide", name="Tide Times", home="https://tide.example/")
SHORE = Source(id="shore", name="Shore Post", home="https://shore.example/")
PICKS = Source(id="picks", name="Harbour Picks", home="https://picks.example/", aggregator=True)
SOURCES = (TIDE, SHORE, PICKS)


def entry(name, **how):
    """An item of a feed, or of nobody's."""
    return Entry(
        where=f"{name}.html", line=1, kind="html", body=f"<p>The {name} ferry stopped.</p>", title=f"Ferry {name}", **how
    )


ENTRIES = (
    entry("filed", source="tide", link="https://tide.example/1"),
    entry("filed-too", source="shore", link="https://shore.example/1"),
    entry("found", link="https://shore.example/2"),
    entry("elsewhere", link="https://quay.example/3"),
    entry("named", publisher="Tide Times", link="https://gazette.example/4"),
    entry("brought", source="picks", publisher="The Mirror", link="https://mirror.example/5"),
)

QUAY = Source(id="quay", name="Quay News", home="https://quay.example/")
MIRROR = Source(id="mirror", name="The Mirror", home="https://mirror.example/")
CHANGES = {
    "nothing": (SOURCES, ""),
    "another order": (SOURCES[::-1], ""),
    "a name": ((replace(TIDE, name="Tidal Times", aliases=("Tide Times",)), SHORE, PICKS), "filed named"),
    "a name that is asked for": ((replace(TIDE, name="Tidal Times"), SHORE, PICKS), "filed named"),
    "a time zone": ((TIDE, replace(SHORE, timezone="Europe/Oslo"), PICKS), "filed-too found"),
    "an address that is a source's now": ((*SOURCES, QUAY), "elsewhere"),
    "a source that an aggregator's item names": ((*SOURCES, MIRROR), "brought"),
    "a source taken away": ((TIDE, PICKS), "filed-too found"),
    "an aggregator that is none": ((TIDE, SHORE, replace(PICKS, aggregator=False)), "brought"),
    "a source of which nothing is here": (
        (*SOURCES, replace(QUAY, id="pier", name="Pier", home="https://pier.example/")),
        "",
    ),
    "what no article asks": (
        (
            replace(TIDE, description="A paper.", owner="Weston Holdings", terms=Terms(extract_limit=0.1)),
            replace(SHORE, feeds=(Feed(url="https://shore.example/feed"),), paywall=True, formerly=("strand",)),
            PICKS,
        ),
        "",
    ),
}


@pytest.fixture
def cleaned(monkeypatch):
    """The names of the entries that are cleaned, as they are."""
    names, article_of = [], room._article_of

    def counted(entry, publishers, languages):
        names.append(entry.where.removesuffix(".html"))
        return article_of(entry, publishers, languages)

    counted.__module__, counted.__qualname__ = article_of.__module__, article_of.__qualname__
    monkeypatch.setattr(room, "_article_of", counted)
    return names


def articles(sources, *memo):
    return clean(ENTRIES, Config(digest=Settings(), sources=sources), None, *memo)


@pytest.mark.parametrize(("sources", "anew"), CHANGES.values(), ids=CHANGES)
def test_what_is_cleaned_anew(tmp_path, cleaned, sources, anew):
    """Both memos give what a run without one gives; what was known before is known when the sources are as before."""
    before, after = articles(SOURCES), articles(sources)
    within = Within()
    for at, over in ((SOURCES, before), (sources, after), (SOURCES, before), (sources, after)):
        with Cache(tmp_path / "memo.db") as memo:
            assert articles(at, memo) == over
        assert articles(at, within) == over
    names = [entry.where.removesuffix(".html") for entry in ENTRIES]
    by_memos = cleaned[2 * len(names) :]
    assert sorted(by_memos) == sorted([*names, *anew.split()] * 2)


def test_an_older_edition_recalls_and_stores_nothing(tmp_path, cleaned):
    """What it asked otherwise is cleaned for it each time; what it asked alike is not."""
    with Cache(tmp_path / "memo.db") as memo:
        articles(SOURCES, memo)
    cleaned.clear()
    for _ in range(2):
        with Cache(tmp_path / "memo.db") as memo:
            articles((*SOURCES, QUAY), memo.recall)
    assert cleaned == ["elsewhere", "elsewhere"]


def test_what_is_withdrawn_is_forgotten_with_its_questions(tmp_path):
    """The words go, and the address that was asked for, whatever sources there were; the other articles stay."""
    for sources in (SOURCES, (*SOURCES, QUAY)):
        with Cache(tmp_path / "memo.db") as memo:
            articles(sources, memo)
    assert b"quay.example/3" in (tmp_path / "memo.db").read_bytes()
    rule = Takedown(article="https://quay.example/3", author="Ed", reason="The publisher asked for it.")
    taken = Decision(where="seeds/curation/a.yml", line=1, what=rule)
    with Cache(tmp_path / "memo.db") as memo:
        clean(ENTRIES, Config(digest=Settings(), sources=SOURCES, decisions=(taken,)), None, memo)
    held = (tmp_path / "memo.db").read_bytes()
    assert b"quay.example/3" not in held
    assert b"gazette.example/4" in held
