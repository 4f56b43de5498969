"""What `dedupe` promises of any articles."""

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.dedupe import dedupe, shingles
from digest.dedupe.pairs import PAIRS_QUERY
from digest.dedupe.shingles import KEPT_WHOLE, fingerprints, words
from digest.model import Article, Text, Url, When

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
STARTS, ENDS = ("bal", "cor", "dem", "fil", "gar", "hon", "jur", "kel"), ("an", "is", "or", "um", "et", "ax")
WORDS = [start + end for start in STARTS for end in ENDS]


def prose(seed, words=200):
    """Words in a random order, a full stop after every twelfth."""
    rng = random.Random(seed)
    chosen = [rng.choice(WORDS) + ("." if at % 12 == 11 else "") for at in range(words)]
    return " ".join(chosen)


def article(name, text="", *, title="A title of five words", day=0, url=None):
    published = None if day is None else When(at=FIRST + timedelta(days=day))
    paragraphs = (Text(text),) if text else ()
    return Article(id=name, where=name, title=Text(title), paragraphs=paragraphs, published=published, url=url and Url(url))


def folded(articles):
    """Each representative's id, with the ids and kinds of its copies."""
    return {each.id: {copy.article.id: copy.kind for copy in each.copies} for each in dedupe(articles)}


def test_a_wire_copy_with_boilerplate_folds_into_the_longer_text():
    """The longest represents; the share is that of the shorter text."""
    whole, wire = article("a", prose(1) + " " + prose(9, 20)), article("b", prose(1))
    (kept,) = dedupe([wire, whole])
    assert kept.id == "a"
    assert [(copy.article, copy.kind) for copy in kept.copies] == [(wire, "near")]
    assert kept.copies[0].share > 0.9


def test_an_excerpt_folds_and_says_so():
    """Forty words of two hundred are an excerpt."""
    assert folded([article("a", prose(1)), article("b", " ".join(prose(1).split()[:40]))]) == {"a": {"b": "excerpt"}}


def test_a_copy_whose_figures_changed_is_a_version():
    """The same sentence with another number is kept in sight, a number that was merely added is not."""
    text = prose(1)
    one = article("a", f"{text} The quake killed 12 people in the town. {prose(2, 40)}")
    other = article("b", f"{text} The quake killed 17 people in the town.")
    added = article("c", f"{text} The quake killed 12 people in the town. Call 555.")
    assert folded([one, other, added]) == {"a": {"b": "version", "c": "near"}}


def test_one_address_is_one_article_and_the_newest_stands_for_it():
    """An update replaces what it updates, unless it lost most of the text."""
    url = "https://example.org/a"
    old, new = article("a", prose(1), url=url), article("b", prose(2), url=url, day=1)
    stub = article("c", prose(3, 30), url=url, day=2)
    assert folded([old, new]) == {"b": {"a": "address"}}
    assert set(folded([old, new, stub])) == {"b"}


def test_a_page_that_others_write_about_is_not_their_article():
    """Under one address another publisher's article is a copy where it has the same words, or else one of its own."""
    url = "https://example.org/a"
    page = replace(article("a", prose(1), title="Tide tables", url=url), publisher=Text("Quay"))
    comment = replace(page, id="b", publisher=Text("Blog"), paragraphs=(Text(prose(2, 40)),))
    excerpt = replace(page, id="c", publisher=Text("Pointer"), paragraphs=(Text(prose(1, 40)),))
    pointer = replace(page, id="d", publisher=Text("Board"), paragraphs=())
    assert folded([page, comment, excerpt, pointer]) == {"a": {"c": "address", "d": "address"}, "b": {}}
    unlike = replace(pointer, title=Text("Read this"))
    assert folded([page, unlike]) == {"a": {}, "d": {}}
    summary = replace(comment, text="brief")
    assert set(folded([page, summary])) == {"a"}


def test_two_articles_with_one_id_have_two_in_the_end():
    """What writes about a page that is an article has an id of its own; the earlier one keeps it."""
    page = replace(article("a", prose(1), url="https://example.org/a"), publisher=Text("Quay"))
    comment = replace(article("a", prose(2, 40), url="https://example.org/a", day=1), publisher=Text("Blog"), where="b")
    one, other = dedupe([comment, page])
    assert (one.id, one.publisher) == ("a", "Quay")
    assert other.id != "a"
    assert dedupe([page, comment]) == (one, other)


def test_the_publishers_own_heads_what_others_feeds_bring_of_it():
    """What came in another's feed is the copy, though it came later or is as long, whatever folder the own lies in."""
    url = "https://quay.example/a"
    own = replace(article("a", prose(1, 60), url=url), source="quay", where="seeds/archive/quay-once/2026-03.jsonl")
    where = "seeds/archive/news/2026-03.jsonl"
    brought = replace(own, id="b", where=where, via="news", published=When(at=FIRST + timedelta(days=1)))
    assert folded([own, brought]) == {"a": {"b": "text"}}
    wrapped = replace(brought, url=Url("https://news.example/b"), published=When(at=FIRST - timedelta(days=1)))
    assert folded([own, wrapped]) == {"a": {"b": "text"}}


def test_the_same_text_folds_however_far_apart():
    """Days do not matter where the words are the same."""
    assert folded([article("a", prose(1)), article("b", prose(1), day=200)]) == {"a": {"b": "text"}}


def test_a_notice_in_place_of_a_text_is_not_a_copy():
    """Two paywalled pages with the same few words under different titles stay two articles."""
    notice = "Subscribe to read this article."
    assert len(dedupe([article("a", notice, title="Quake"), article("b", notice, title="Strike")])) == 2


def test_equal_headlines_fold_within_days_only():
    """The same five words a month later head another article."""
    near, far = article("b", day=1), article("c", day=40)
    assert folded([article("a"), near, far]) == {"a": {"b": "text"}, "c": {}}


@pytest.mark.parametrize(
    ("headline", "copies"),
    [
        ("海边灯塔周末将对游客开放", 1),
        ("岬の灯台が週末に公開される見通し", 1),
        ("ประภาคารริมทะเลจะเปิดให้เข้าชมสุดสัปดาห์นี้", 1),
        ("등대가 이번 주말 방문객에게 문을 연다", 1),
        ("今日天气", 0),
        ("พยากรณ์อากาศ", 0),
        ("Weather today", 0),
    ],
)
def test_equal_headlines_fold_in_scripts_without_spaces_too(headline, copies):
    """A headline of about five words is a copy whatever parts its words; a standing head of two is none."""
    kept = dedupe([article("a", title=headline), article("b", title=headline, day=1)])
    assert sum(len(each.copies) for each in kept) == copies


def test_an_excerpt_of_a_copy_goes_where_the_copy_went_without_spaces_too():
    """A text in a script without spaces counts as long by its words too."""
    rng = random.Random(4)
    known = re.findall("..", "城市政府火车学校医院经济天气海洋森林农民工人音乐电影春天冬天早上晚上桥梁道路市场")
    wire, more = ([rng.choice(known) for _ in range(count)] for count in (300, 100))
    rewritten = [*more[:60], *wire[60:], *more[60:]]
    found = folded([article(name, "".join(it)) for name, it in (("a", rewritten), ("b", wire), ("c", wire[:50]))])
    assert found["a"].keys() == {"b", "c"}


def test_no_chaining():
    """A is near B and B near C, but what is not near the representative is no copy of it."""
    text = prose(1, 500).split()
    a, b, c = (" ".join(part) for part in (text[:350], text[100:400], text[250:500]))
    found = folded([article("a", a), article("b", b), article("c", c)])
    assert found == {"a": {"b": "near"}, "c": {}}


def test_an_excerpt_of_a_copy_goes_where_the_copy_went():
    """The first sentences of the wire text, which the representative rewrote."""
    wire = prose(1)
    rewritten = article("a", f"{prose(7, 60)} {' '.join(wire.split()[60:])} {prose(8, 30)}")
    excerpt = article("c", " ".join(wire.split()[:50]))
    assert folded([rewritten, article("b", wire), excerpt])["a"].keys() == {"b", "c"}


def test_an_undated_dump_is_a_copy_of_what_a_feed_brought():
    """An article without a day is compared with all days."""
    assert len(dedupe([article("a", prose(1), day=50), article("b", prose(1, 180), day=None)])) == 1


CASES = [
    article("a", prose(1)),
    article("b", prose(1, 150), day=1),
    article("c", prose(2), day=None),
    article("d", prose(2, 60)),
    article("e", prose(3), url="https://example.org/e"),
    article("f", prose(3, 190), url="https://example.org/e", day=2),
    article("g"),
]


@pytest.mark.slow
@settings(max_examples=20)
@given(st.permutations(CASES))
def test_the_order_of_the_input_changes_nothing(shuffled):
    """Same articles in any order: same representatives, same copies."""
    assert dedupe(shuffled) == dedupe(CASES)


@pytest.mark.slow
@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 130), st.none() | st.integers(0, 9)), max_size=8))
def test_nothing_is_dropped_and_nothing_stands_twice(kinds):
    """Each article is a representative or the copy of one, and no copy has copies."""
    articles = [article(f"a{at}", prose(seed, words), day=day) for at, (seed, words, day) in enumerate(kinds)]
    kept = dedupe(articles)
    copies = [copy.article for each in kept for copy in each.copies]
    assert sorted([*(each.id for each in kept), *(each.id for each in copies)]) == sorted(each.id for each in articles)
    assert all(0 <= copy.share <= 1 for each in kept for copy in each.copies)
    assert not any(each.copies for each in copies)


def test_a_remembered_day_gives_the_same_copies():
    """What a memo remembers is what would be computed; a further day asks for no earlier one again."""
    held, fresh = {}, []

    def memo(work, items, **_):
        for item in items:
            if (work.__qualname__, item) not in held:
                held[work.__qualname__, item] = work(item)
                fresh.append(work.__name__)
        return [held[work.__qualname__, item] for item in items]

    dated = [each for each in CASES if each.day]
    assert dedupe(dated, memo) == dedupe(dated)
    fresh.clear()
    assert dedupe([*dated, article("z", prose(6), day=4)], memo) == dedupe([*dated, article("z", prose(6), day=4)])
    assert fresh == ["prints_of_day", "near_of_day"]


@pytest.mark.slow
@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 200)), max_size=5))
def test_fingerprints_do_not_depend_on_what_other_texts_there_are(kinds):
    """Many texts at once have those that each has alone: distinct, and none that runs on into the next text."""
    texts = [prose(seed, words) for seed, words in kinds] * 150
    together = fingerprints(texts)
    alone = [fingerprints([text]) for text in texts]
    assert together.counts.tolist() == [len(set(each.kept.tolist())) for each in alone]
    assert together.kept.tolist() == [kept for each in alone for kept in sorted(each.kept.tolist())]
    assert together.texts.tolist() == [at for at, each in enumerate(alone) for _ in each.kept]
    assert together.even.tolist() == [sum(kept % 2 == 0 for kept in each.kept.tolist()) for each in alone]
    assert together.halved.tolist() == [len(words(text)) >= KEPT_WHOLE for text in texts]


def test_words_are_letters_and_digits_whatever_stands_between():
    """Case, underscores and punctuation part words or do not count; scripts without spaces are segmented."""
    assert words("Snake_case, it's 3.5 Ünder") == ["snake", "case", "it", "s", "3", "5", "ünder"]
    assert words("東京 2020") == ["東京", "2020"]


def test_a_copy_at_the_same_address_tells_its_share_though_it_is_not_near():
    """What the two versions have in common is measured, and remembered as it is."""
    url = "https://example.org/a"
    changed = f"{prose(2, 150)} {prose(1, 50)}"
    (kept,) = dedupe([article("a", prose(1), url=url), article("b", changed, url=url, day=1)])
    assert 0 < kept.copies[0].share < 0.5


def test_the_pair_join_is_plain_sql():
    """Nothing in it that Spark SQL does not know: no DuckDB names, casts or functions."""
    assert not set("[]{}:;") & set(PAIRS_QUERY)
    assert "LEFT SEMI" not in PAIRS_QUERY
    assert "SEMI JOIN" in PAIRS_QUERY


def test_the_same_words_with_other_marks_are_the_same_text():
    """Commas, quotation marks and capitals tell no two texts apart."""
    text = prose(1)
    one, other = article("a", text), article("b", text.upper().replace(" ", ", "))
    assert list(folded([one, other]).values()) == [{"a": "text"}]


def test_what_is_forgotten_is_computed_again(monkeypatch):
    """The memory of words is bounded, and what it holds changes no fingerprint."""
    texts = [" ".join(f"unseen{seed}x{number}" for number in range(60)) for seed in range(3)]
    monkeypatch.setattr(shingles, "_FORGET", 2)
    forgetful = fingerprints(texts).kept.tolist()
    monkeypatch.undo()
    assert fingerprints(texts).kept.tolist() == forgetful
