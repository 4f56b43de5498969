"""What sources share comes out, and nothing is cited that does not say it: on the shipped briefs and on five raw dumps."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quality"))
import link_scores

COVERED = 0.6
"""Share of the facts of tests/golden/facts that must come out; printed by tests/quality/link_scores.py."""
BESIDE = 0.62
"""The same with what stands side by side."""


@pytest.fixture(scope="module")
def seeds(shared, tmp_path_factory):
    """Return the story of the five raw dumps, from the files to the page's content."""
    root = tmp_path_factory.mktemp("dumps")
    link_scores.dumps(shared("seeds"), root)
    (story,) = link_scores.edition(root).stories
    return story


@pytest.mark.slow
def test_the_shipped_stories_tell_what_their_sources_share():
    """Most facts that two briefs carry are shown with their sources, and no point cites a source that lacks them."""
    rows = link_scores.golden()
    facts = sum(total for *_, total, _ in rows)
    assert sum(covered for _, covered, *_ in rows) >= COVERED * facts
    assert sum(beside for _, _, beside, *_ in rows) >= BESIDE * facts
    assert [wrong for *_, wrongs in rows for wrong in wrongs] == []


@pytest.mark.slow
def test_what_is_cited_for_a_line_is_no_line_of_its_own():
    """Of shipped stories no line is told again in the words of another of its sources."""
    for story in link_scores.edition(link_scores.ROOT).stories:
        for point in story.points:
            own = point.citations[0]
            for other in (each for each in story.points if each is not point):
                for cited in (one for one in other.citations[1:] if not one.part):
                    same = (cited.article_id, cited.paragraph) == (own.article_id, own.paragraph)
                    common = min(cited.end, own.end) - max(cited.start, own.start)
                    assert not same or 2 * common < own.end - own.start, point.text


DUMPED = 15
"""Of the facts of tests/quality/facts_of_dumps.json those that come out of the five raw dumps, at least."""


def test_of_the_facts_that_raw_dumps_share_no_fewer_come_out(seeds):
    """Facts that two or more of five raw dumps carry are shown with their sources, and none with a wrong one."""
    facts = json.loads(Path(link_scores.__file__).with_name("facts_of_dumps.json").read_text("utf-8"))["facts"]
    marks = [link_scores.judge(seeds, fact) for fact in facts]
    assert sum(covered for covered, *_ in marks) >= DUMPED
    assert [wrong for *_, wrongs in marks for wrong in wrongs] == []


def files(story, citations):
    """The first three digits of the files that are cited."""
    where = {article.id: Path(article.where).name[:3] for article in story.articles}
    return {where[citation.article_id] for citation in citations}


class TestFiveDumps:
    def test_at_least_five_points_stand_on_several_sources(self, seeds):
        """Five points or more are carried by two sources or more, and all five say that the release is delayed."""
        shared_points = [point for point in seeds.points if len(point.citations) > 1]
        assert len(shared_points) >= 5
        assert files(seeds, shared_points[0].citations) == {"000", "001", "002", "003", "004"}
        assert all(len(point.text) <= 302 for point in seeds.points)

    @pytest.mark.parametrize(
        ("words", "right"),
        [
            ("closed-source", {"001", "002", "003"}),
            ("release date", {"000", "001", "003", "004"}),
            ("coming soon", {"001", "003"}),
        ],
    )
    def test_a_statement_cites_those_who_make_it(self, seeds, words, right):
        """A point that says it cites every file that says it, and none cites another."""
        cited = [files(seeds, point.citations) for point in seeds.points if words in point.text]
        assert right in cited
        assert all(each <= right for each in cited)

    def test_a_range_around_the_other_values_is_agreement(self, seeds):
        """Three ways to print one spending plan are one figure without a conflict."""
        (money,) = [figure for figure in seeds.figures if figure.unit == "USD"]
        assert files(seeds, [one for value in money.values for one in value.citations]) == {"001", "002", "003"}
        assert not money.conflict

    def test_no_date_stands_beside_the_date(self, seeds):
        """Four files name June, one says that there is no date: the page shows both."""
        (month,) = [figure for figure in seeds.figures if figure.conflict]
        assert [files(seeds, value.citations) for value in month.values] == [{"001", "002", "003", "004"}, {"000"}]

    def test_what_only_one_file_says_is_cited_nowhere_else(self, seeds):
        """No line of "only in one source" stands on words that a point, figure or quotation shows too."""
        shown = [one for _, _, citations in link_scores.shown(seeds) for one in citations]
        only = [one for line in seeds.only_in for one in line.citations]
        assert not [
            (one, other)
            for one in only
            for other in shown
            if (one.article_id, one.paragraph) == (other.article_id, other.paragraph)
            and one.start < other.end
            and other.start < one.end
        ]

    def test_a_page_has_at_most_twelve_passages(self, seeds):
        """Points, what stands beside them, figures, quotations and lines of one source are counted."""
        beside = sum(len(point.beside) for point in seeds.points)
        assert len(seeds.points) + beside + len(seeds.figures) + len(seeds.quotes) + len(seeds.only_in) <= 12

    def test_who_repeats_whom_is_told(self, seeds):
        """Two files lean on one newspaper; what the others lean on is not known, and the count says so."""
        journal = next(origin for origin in seeds.origins if origin.source == "wsj")
        where = {article.id: Path(article.where).name[:3] for article in seeds.articles}
        assert {where[one] for one in journal.repeated_by} == {"001", "003"}
        assert not journal.member
        assert seeds.at_least
        assert {where[role.article_id] for role in seeds.roles if role.role == "unknown"} == {"000", "002", "004"}
