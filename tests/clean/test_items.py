"""Which entries of a feed are one article: ids that tell items apart and last."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.acquire.feeds.feed import read_feed
from digest.acquire.seeds.archive import append, read_archive
from digest.clean import clean
from digest.config import load
from digest.dedupe import dedupe
from digest.model import Entry

DAY = datetime(2026, 6, 4, 12, tzinfo=UTC)
HOME = "https://quay.example/"


def item(title, link=None, guid=None, text=""):
    link, guid = link and f"<link>{HOME}{link}</link>", guid and f'<guid isPermaLink="false">{guid}</guid>'
    return f"<item><title>{title}</title>{link or ''}{guid or ''}<description>{text or f'On {title}.'}</description></item>"


def told(folder: Path, *documents):
    """What becomes of these documents of one feed, each a day after the one before: {title: [titles of its copies]}."""
    kept, _ = articles_of(folder, *documents)
    return {article.title: sorted(copy.article.title for copy in article.copies) for article in kept}


def articles_of(folder: Path, *documents):
    (folder / "seeds/sources").mkdir(parents=True, exist_ok=True)
    (folder / "seeds/sources/quay.yml").write_text(f"name: Quay\nhome: {HOME}\n")
    for number, items in enumerate(documents):
        raw = f"<rss version='2.0'><channel><title>Quay</title><link>{HOME}</link>{''.join(items)}</channel></rss>"
        document, _ = read_feed(raw.encode(), "f.xml")
        append(folder, "quay", document.entries, DAY + timedelta(days=number))
    config = load(folder)[0]
    made, _ = clean(read_archive(config)[0], config, None)
    kept = dedupe(made)
    assert len({article.id for article in kept}) == len(kept)
    return kept, made


def test_items_that_share_a_link_are_told_apart_by_their_guids(tmp_path):
    """Programmes that all lead to one page, or to the front page, are each an article, on one day or on several."""
    show = [item(f"Show {n}", "show", f"s{n}") for n in range(3)]
    assert told(tmp_path / "a", show) == {f"Show {n}": [] for n in range(3)}
    assert told(tmp_path / "b", *([one] for one in show)) == {f"Show {n}": [] for n in range(3)}
    assert told(tmp_path / "c", [item("Eels", "", "e"), item("Mud", "", "m")]) == {"Eels": [], "Mud": []}


def test_items_without_guids_whose_link_tells_nothing_are_told_apart_by_their_titles(tmp_path):
    """Items of one document under one address, or items that lead to the front page, are each an article."""
    assert told(tmp_path / "a", [item("Eels", "list"), item("Mud", "list")]) == {"Eels": [], "Mud": []}
    home = [f"<item><title>{title}</title><link>{HOME}</link></item>" for title in ("Eels", "Mud")]
    assert told(tmp_path / "b", home[:1], home[1:]) == {"Eels": [], "Mud": []}


@pytest.mark.parametrize(
    ("title", "link"), [("Ferry is saved", "is-saved"), ("Ferry may end", "is-saved"), ("Ferry is saved", "may-end")]
)
def test_a_guid_that_comes_back_is_a_later_version(tmp_path, title, link):
    """With another link, another title or both, it is one article under its newest words, and keeps its id."""
    first = item("Ferry may end", "may-end", "g1", "Talks go on.")
    (alone,), _ = articles_of(tmp_path / "a", [first])
    (kept,), _ = articles_of(tmp_path / "b", [first], [item(title, link, "g1", "There is money.")])
    assert (kept.id, kept.title, kept.url, kept.paragraphs) == (alone.id, title, HOME + link, ("There is money.",))
    assert [(copy.article.paragraphs, copy.kind) for copy in kept.copies] == [(("Talks go on.",), "version")]


def test_a_new_version_heads_though_it_is_shorter_under_a_new_title_only(tmp_path):
    """A new headline over a shorter text is news; a shorter text under the same headline is an excerpt."""
    long = " ".join(f"Word{n}" for n in range(60))
    assert list(told(tmp_path / "a", [item("Old", "x", "g", long)], [item("New", "x", "g", "Short.")])) == ["New"]
    (kept,), _ = articles_of(tmp_path / "b", [item("Old", "x", "g", long)], [item("Old", "x", "g", "Short.")])
    assert kept.paragraphs == (long,)


def test_one_guid_of_several_items_tells_nothing(tmp_path):
    """Releases under one guid are told apart by their links, else by their titles, on the day they meet and before."""
    releases = [item(f"Release {n}", f"r{n}", "same", f"Mends fault {n}.") for n in range(3)]
    apart = {f"Release {n}": [] for n in range(3)}
    assert told(tmp_path / "a", releases) == apart
    assert told(tmp_path / "b", releases[:1], releases[:2], releases) == apart
    assert told(tmp_path / "c", [item("Eels", None, "same"), item("Mud", None, "same")]) == {"Eels": [], "Mud": []}
    same = [item("Eels", "list", "same"), item("Mud", "list", "same")]
    assert told(tmp_path / "d", same[:1], same) == {"Eels": [], "Mud": []}


def test_a_guid_made_anew_for_the_same_words_makes_no_new_article(tmp_path):
    """A feed that gives the same item another guid at each request has one article of it."""
    (kept,), made = articles_of(tmp_path, *([item("Eels", "eels", f"g{n}")] for n in range(3)))
    assert {article.id for article in made} == {kept.id}


def test_guids_that_only_number_the_places_of_a_feed_tell_nothing(tmp_path):
    """Where items move on from guid to guid as new ones come, each is an article still."""
    names = ["Eels", "Mud", "Reeds", "Ducks"]
    documents = [
        [item(name, name.lower(), str(place)) for place, name in enumerate(names[day : day + 2])] for day in (2, 1, 0)
    ]
    kept, _ = articles_of(tmp_path, *documents)
    assert sorted(article.title for article in kept) == sorted(names)


@given(st.lists(st.tuples(*(st.integers(0, 3) for _ in range(4))), max_size=8), st.randoms())
def test_ids_do_not_change_when_more_comes(rows, shuffle):
    """Whatever items share links, change words or have no guid: each keeps its id when others follow, in any order."""
    entries = [
        Entry(
            where=f"seeds/archive/quay/2026-{5 + at // 4:02d}.jsonl",
            line=1 + at,
            kind="text",
            body=f"Text {text}.",
            title=f"Title {title}",
            guid=f"g{guid}" if guid else None,
            link=f"{HOME}{guid // 2 if guid else link}" if link else None,
            seen=DAY,
        )
        for at, (guid, link, title, text) in enumerate(rows)
    ]
    config = load(Path("/nowhere"))[0]
    ids = {(it.where, it.line): it.id for it in clean(entries, config, None)[0]}
    some = {(it.where, it.line): it.id for it in clean(entries[: len(entries) // 2], config, None)[0]}
    assert some.items() <= ids.items()
    shuffle.shuffle(mixed := list(entries))
    assert {(it.where, it.line): it.id for it in clean(mixed, config, None)[0]} == ids


def test_an_address_is_the_same_item_over_http_and_https(tmp_path):
    """A feed that moved to https sends no second articles, whether guids or links tell its items, and ids stay."""
    for number, guid in enumerate(("<guid>{}</guid>", "")):
        first, moved = (
            [f"<item><title>{title}</title><link>{address}</link>{guid.format(address)}</item>"]
            for title, address in (("Eels", "http://quay.example/eels"), ("Eels again", "https://quay.example/eels"))
        )
        (before,), _ = articles_of(tmp_path / f"a{number}", first)
        (after,), _ = articles_of(tmp_path / f"b{number}", first, moved)
        assert (after.title, after.id) == ("Eels again", before.id)
