"""On stories as publishers told them no words stand twice on a page, and every citation reads back."""

from itertools import chain

import link_pairs
import pytest
from development import DEVELOPMENT

from digest.link.story import linked
from digest.model import Edition, Limits, Story, newest
from digest.verify.citations import citations, verify

DATA = DEVELOPMENT / "data/stories"
TOLD_TWICE = {"allsides_dated": ("5678", "5953", "6033"), "ecbplus": ("12_ecb", "18_ecb", "1_ecbplus")}
"""Stories whose sources tell much in the same words."""


@pytest.mark.skipif(not DATA.is_dir(), reason="needs the development data")
@pytest.mark.parametrize(("name", "story"), [(name, story) for name, stories in TOLD_TWICE.items() for story in stories])
def test_no_words_stand_twice(name, story):
    """The texts of points, and of what stands beside them, are each of words of their own."""
    articles = link_pairs.stories(name)[story]
    tied = linked(Story(id="0" * 16, path="x", headline=articles[0].title, articles=articles), (), Limits())
    verify(Edition(day=newest([article.day for article in articles]), stories=(tied,)))
    assert list(citations(tied))
    shown = [
        (one.article_id, one.paragraph, one.start, one.end)
        for point in tied.points
        for one in (point.citations[0], *chain.from_iterable(passage.citations for passage in point.beside))
    ]
    assert len(set(shown)) == len(shown)
