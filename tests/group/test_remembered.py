"""From clean articles to stories with a cache: whatever it holds, the stories are those of a run that has none."""

import gc
import pickle
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from newsroom import COMET, QUAKE, STRIKE, article, event

from digest.common.memo import no_memo
from digest.dedupe import dedupe
from digest.group import group
from digest.model import Url
from digest.runtime.cache import Cache

ADDRESS = Url("https://example.org/tremor")
FIRST = event("q", QUAKE, 3)
NEAR = article("near", "A sentence more", *FIRST[1].paragraphs, "It says that a sentence is added.", day=1)
DAYS = (
    [*FIRST, replace(FIRST[0], id="copy", where="copy.md", title="The same words elsewhere"), *event("c", COMET, 2)],
    [*event("s", STRIKE, 2, day=1), NEAR, article("u", "Tremor", "The first note. " * 40, day=1, url=ADDRESS)],
    [*event("r", QUAKE, 2, day=2), article("v", "Tremor", "A later text, longer. " * 60, day=2.1, url=ADDRESS)],
    event("n", COMET, 1, day=20),
    event("d", STRIKE, 2, day=None),
)
SO_FAR = [[each for day in DAYS[:number] for each in day] for number in range(1, len(DAYS) + 1)]


def told(articles, memo=no_memo):
    return group(dedupe(articles, memo), memo=memo)


def test_days_that_are_added_one_by_one_give_what_all_at_once_give(tmp_path):
    """Each run of a digest that grows, with what the runs before it remembered, gives the stories of a cold one."""
    for articles in (*SO_FAR, *SO_FAR):
        with Cache(tmp_path / "memo.db") as memo:
            assert told(articles, memo) == told(articles)


def test_an_article_that_changes_or_goes_leaves_nothing_behind(tmp_path):
    """A changed title, text or day, and an article that is gone, are all noticed."""
    articles = SO_FAR[-1]
    one = articles[1]
    others = [
        replace(one, title=articles[0].title),
        replace(one, paragraphs=articles[-3].paragraphs),
        replace(one, published=articles[6].published),
        replace(one, language=None),
    ]
    for changed in ([], *([other] for other in others)):
        now = [each for each in articles if each is not one] + changed
        with Cache(tmp_path / "memo.db") as memo:
            told(articles, memo)
            assert told(now, memo) == told(now)


FORGED = (
    *(b"", b"null", b"{}", b"[[0]]", pickle.dumps([0]), b'{"stories": [1], "changed": []}'),
    *(
        b'{"kept": %s, "counts": "", "even": "", "halved": ""}' % kept
        for kept in (b"7", b'"!"', b'"AA=="', b'"AAAAAAAAAAA="')
    ),
    b'{"items": 1, "columns": "AAAAAA==", "counts": ""}',
    b'{"items": 1, "columns": "/////w==", "counts": "AQAAAA=="}',
    b'{"titles": "AAAAAA==", "title_lengths": "", "texts": "", "lengths": ""}',
)


@pytest.mark.parametrize("forged", FORGED)
def test_answers_of_another_shape_are_computed_again(tmp_path, forged):
    """What was remembered is read as JSON of the type that is asked for; all else counts as forgotten."""
    with Cache(tmp_path / "memo.db") as memo:
        plain = told(SO_FAR[-1], memo)
        memo._db.execute("UPDATE memo SET answer = ?", (forged,))
        assert told(SO_FAR[-1], memo) == plain


def test_a_day_that_is_added_asks_for_its_own_work_alone():
    """A further day asks for its words, counts and near copies, its placing, and the headlines of the day it added to."""
    held, asked = {}, []

    def memo(work, items, **_):
        for item in items:
            if (work.__qualname__, item) not in held:
                held[work.__qualname__, item] = work(item)
                asked.append(work.__name__)
        return [held[work.__qualname__, item] for item in items]

    told([*event("q", QUAKE, 2), *event("s", STRIKE, 2, day=1)], memo)
    asked.clear()
    told([*event("q", QUAKE, 2), *event("s", STRIKE, 2, day=1), *event("t", STRIKE, 1, day=2)], memo)
    assert asked == ["prints_of_day", "near_of_day", "words_of_day", "counts_of_day", "work", "heads"]


def test_no_garbage_is_left_that_only_a_search_for_cycles_would_find(tmp_path):
    """So that the pipeline may do without that search while articles become stories."""
    with Cache(tmp_path / "memo.db") as memo:
        told(SO_FAR[0], memo)
        gc.collect()
        gc.disable()
        try:
            told(SO_FAR[-1], memo)
            assert gc.collect() == 0
        finally:
            gc.enable()


def test_a_day_ends_at_midnight_in_greenwich_wherever_the_article_is_from():
    """The days that are asked for are those of the moments in UTC, and the undated come last, together."""
    days = []

    def memo(work, items, **_):
        if work.__name__ == "near_of_day":
            days.extend(items)
        return [work(item) for item in items]

    zone = timezone(timedelta(hours=9))
    moments = (datetime(2026, 3, 1, 9, tzinfo=zone), datetime(2026, 3, 2, 8, 59, tzinfo=zone), None, None)
    articles = [article(str(at), f"Tremor {at}", "words " * at, seen=moment) for at, moment in enumerate(moments)]
    told(articles, memo)
    assert len(days) == 2
