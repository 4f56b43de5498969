"""The steps of linking a story: read it, choose what it tells, tie that to its sources, count them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from digest.link.citing import clip
from digest.link.figures import figures
from digest.link.limits import Allowance, allowance
from digest.link.origins import Provenance, provenance
from digest.link.points.comparisons import comparisons
from digest.link.points.singles import singles
from digest.link.points.statements import EARLY, Statement, alone, choose, core, height, opened, statements, together
from digest.link.quotes import quotes
from digest.link.reading import Reading, read
from digest.link.support import Overlap
from digest.memo import Memo, no_memo
from digest.model import Article, Citation, Figure, Limits, Origin, Passage, Point, Quote, Source, Story


def link(stories: Sequence[Story], sources: Sequence[Source], limits: Limits, memo: Memo = no_memo) -> tuple[Story, ...]:
    """Tie the statements of each story to their sources.

    Takes bare stories in any order; returns them in that order with points, figures, quotations, origins and what only one
    source says. Every citation can be re-read (see `verify`).
    """

    def work(story: Story) -> Story:
        return linked(story, sources, limits)

    known = [(source.id, source.name, source.home, source.aliases, source.terms.extract_limit) for source in sources]
    salt = hashlib.sha256(repr((known, limits)).encode()).hexdigest()
    return tuple(memo(work, stories, returns=Story, salt=salt))


def linked(story: Story, sources: Sequence[Source], limits: Limits) -> Story:
    """Return a story with its points, figures, quotations, origins and what only one source says.

    The strongest extracts ask for an article's allowance first; what it does not allow is left out and counted.
    """
    reading = read(story.articles)
    overlap = Overlap(reading)
    known = provenance(story.articles, sources)
    found = statements(reading, overlap)
    chosen = choose(reading, overlap, found, known.groups)
    left = allowance(story.articles, sources, limits)
    lines = _lines(reading, chosen[:EARLY], left)
    origins = _origins(known, left)
    counted = _figures(figures(reading), left)
    spoken = _quotes(quotes(reading), [line.citations[0] for line in lines], left)
    lines += [line for line in _lines(reading, chosen[EARLY:], left) if len(line.citations) > 1]
    shown = [one for part in (lines, spoken) for each in part for one in each.citations]
    shown += [one for figure in counted for value in figure.values for one in value.citations]

    def show(rows: Sequence[int]) -> bool:
        return left.together([_citation(reading, row) for row in rows])

    beside, matters = comparisons(reading, overlap, found, [line.statement for line in lines], shown, show)
    sure = [_told(reading, line.rows, line.citations, more) for line, more in zip(lines, beside, strict=True)]
    said = [core(overlap, line.statement) for line in lines] + [overlap.terms(rows[0]) for rows in matters]
    told = [*chain(*(point.rows for point in sure)), *chain(*matters)]
    single = alone(reading, overlap, found, said, told)
    lone = [line.statement for line in _lines(reading, zip(single), left)]
    others = [
        _told(reading, rows[:1], (_citation(reading, rows[0]),), rows[1:])
        for rows in (*matters, *together(reading, overlap, lone))
    ]
    points = _ordered(reading, sure, others)
    shown += [one for point in points for one in chain(point.citations, *(passage.citations for passage in point.beside))]
    alone_in = [_citation(reading, row) for row in singles(reading, overlap, found, shown)]
    return replace(
        story,
        points=points,
        origins=origins,
        figures=counted,
        quotes=spoken,
        roles=known.roles,
        independent=known.independent,
        at_least=known.at_least,
        only_in=tuple(_passage(left.articles[one.article_id], one) for one in left.kept(alone_in)),
        dropped=left.dropped,
    )


def _citation(reading: Reading, row: int, shared: tuple[tuple[int, int], ...] = ()) -> Citation:
    span = reading.spans[row]
    article = reading.articles[span.article]
    return Citation(article_id=article.id, paragraph=span.paragraph, start=span.start, end=span.end, shared=shared)


def _cited(reading: Reading, one: Statement, row: int) -> Citation:
    """The citation of a span of a statement, with the words marked that other spans of the statement share."""
    return _citation(reading, row, _shared(reading, one, row))


def _shared(reading: Reading, one: Statement, row: int) -> tuple[tuple[int, int], ...]:
    """Where a span of a statement has the words that other spans of the statement share; in its own code points."""
    others = [{term.key for term in reading.spans[other].terms} for other in one.rows if other != row]
    if not others:
        return ()
    keys = set.union(*others)
    span = reading.spans[row]
    offset = span.start - reading.sentences[span.sentence].start
    return tuple((term.start - offset, term.end - offset) for term in span.terms if term.key in keys)


class _Line(NamedTuple):
    """A statement, and what is cited for it as far as it may be shown: spans and their citations."""

    statement: Statement
    rows: tuple[int, ...]
    citations: tuple[Citation, ...]


def _lines(reading: Reading, chosen: Iterable[Sequence[Statement]], left: Allowance) -> list[_Line]:
    """The chosen statements, each in the first of its wordings that may be shown."""
    lines = []
    for wordings in chosen:
        stated = {_cited(reading, one, one.span): one for one in wordings}
        for first in left.first(*stated):
            one = stated[first]
            cited = [(row, _cited(reading, one, row)) for row in one.carried]
            kept = [(one.span, first), *((row, citation) for row, citation in cited if left.allows(citation))]
            lines.append(_Line(one, tuple(row for row, _ in kept), tuple(citation for _, citation in kept)))
    return lines


class _Told(NamedTuple):
    """A point and the spans it shows."""

    rows: tuple[int, ...]
    point: Point


def _told(reading: Reading, rows: Sequence[int], cited: tuple[Citation, ...], beside: Sequence[int] = ()) -> _Told:
    """The point of a statement, with the passages beside it."""
    passages = tuple(_passage(reading.articles[reading.spans[row].article], _citation(reading, row)) for row in beside)
    text = clip(reading.articles[reading.spans[rows[0]].article], cited[0])
    return _Told((*rows, *beside), Point(text=text, citations=cited, beside=passages))


def _ordered(reading: Reading, sure: Sequence[_Told], others: Sequence[_Told]) -> tuple[Point, ...]:
    """The points that several articles support, then the others, as near the tops of their articles as they stand.

    What several articles begin with is the event itself: where no supported point tells it, it comes first.
    """
    rest = sorted(others, key=lambda told: (-round(height(reading, told.rows), 9), told.rows))

    def begins(told: _Told) -> bool:
        return len(opened(reading, told.rows, most=1)) > 1

    event = None if any(map(begins, sure)) else next(filter(begins, rest), None)
    first = [event] if event else []
    return tuple(told.point for told in (*first, *sure, *(told for told in rest if told is not event)))


def _origins(known: Provenance, left: Allowance) -> tuple[Origin, ...]:
    """Origins with the evidence that may be shown; one whose evidence may not be shown is left out of the page."""
    found = []
    for origin in known.origins:
        evidence = tuple(shown for citation in origin.evidence for shown in left.first(citation, known.cue_words[citation]))
        if evidence:
            found.append(replace(origin, evidence=evidence))
    return tuple(found)


def _figures(found: Sequence[Figure], left: Allowance) -> tuple[Figure, ...]:
    shown = []
    for figure in found:
        values = []
        for value in figure.values:
            kept = left.kept(value.citations)
            if kept:
                values.append(replace(value, citations=kept))
        if len(values) == len(figure.values):
            shown.append(replace(figure, values=tuple(values)))
    return tuple(shown)


def _quotes(found: Sequence[Quote], texts: Sequence[Citation], left: Allowance) -> tuple[Quote, ...]:
    """The quotations that may be shown, less those that the texts of points have."""
    shown = []
    for quote in found:
        if any(_inside(quote.citations[0], text) for text in texts):
            continue
        kept = left.kept(quote.citations)
        if kept and kept[0] == quote.citations[0]:
            shown.append(replace(quote, citations=kept))
    return tuple(shown)


def _inside(one: Citation, other: Citation) -> bool:
    """Whether one citation's words are part of another's."""
    same = (one.article_id, one.paragraph) == (other.article_id, other.paragraph)
    return same and other.start <= one.start and one.end <= other.end


def _passage(article: Article, citation: Citation) -> Passage:
    """What is cited, as a passage to be read."""
    return Passage(article_id=article.id, text=clip(article, citation), citations=(citation,))
