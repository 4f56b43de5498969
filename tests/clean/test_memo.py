"""Cleaning is remembered by content, and a remembered answer is the same answer."""

from digest.clean import clean
from digest.model import Config, Entry, Settings, Source
from digest.runtime.cache import Cache

ENTRIES = tuple(
    Entry(
        where=f"a{number}.txt",
        line=1,
        kind="text",
        body=f"A ferry stops\n\nThe ferry number {number} stopped.",
        by_hand=True,
    )
    for number in range(3)
)


def test_a_remembered_answer_is_the_same(tmp_path):
    """The second run gives equal articles and problems without cleaning anything."""
    config = Config(digest=Settings())
    fresh = clean(ENTRIES, config, None)
    for _ in range(2):
        with Cache(tmp_path / "memo.sqlite") as memo:
            assert clean(ENTRIES, config, None, memo) == fresh


def test_another_list_of_sources_is_another_question(tmp_path):
    """A source that is added changes what was remembered."""
    entry = Entry(where="a.html", line=1, kind="html", body="<p>It stopped.</p>", title="Ferry", link="https://x.example/1")
    found = []
    for sources in ((), (Source(id="x", name="X Post", home="https://x.example/"),)):
        with Cache(tmp_path / "memo.sqlite") as memo:
            articles, _ = clean((entry,), Config(digest=Settings(), sources=sources), None, memo)
        found.append(articles[0].publisher)
    assert found == [None, "X Post"]
