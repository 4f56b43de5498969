"""What several sources state: one extract for each statement, and each source's own words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from digest.link.overlap import Bools, Floats, Overlap
from digest.link.reading import Reading, Span

EVIDENCE = 4.0
"""Weight that a statement and the words that carry it must share at least."""
SCANT = 3.0
"""The same where they hold `VERBATIM` of the statement's weight."""
VERBATIM = 0.9
CARRIES = 0.56
"""Share of a statement's weight that words carrying it must hold, where they share no more than `EVIDENCE`."""
RELIEF = 0.03
"""How much less share is needed for each unit of weight that is shared beyond it."""
LEAST = 0.36
"""Share that is needed however much is shared."""
TOLD = 0.42
"""Share of a statement's words, names and numbers aside, that words carrying it must hold."""
FIRST = 0.45
"""Share of the words of a statement's first clause that words carrying it must hold."""
PART = 0.25
"""Share of the words of a further clause that words carrying it hold; they may leave out one clause in three."""
NAMED = 0.34
"""Share of a statement's names, by what they tell, that words carrying it must hold."""
NAMED_LESS = 0.1
"""The same where they hold `TOLD_MORE` of its words."""
TOLD_MORE = 0.6
OPENING = 0.07
"""How much less is needed between the openings of two articles."""
SHORTER = 0.27
"""How much less than the fullest words of a source shorter ones may hold to be cited in their place."""
PAIR = 0.1
"""How much more is needed of two sentences, which hold more words by chance."""
TOLD_LESS = 0.36
MUCH = 8.0
"""The weight shared from which `TOLD_LESS` is enough."""
WORDS = 3
"""Words, names and numbers aside, that are shared at least, unless `TOLD_MORE` and `AMPLE` are."""
FULLY = 0.7
"""Share of a short statement's weight that is enough with two words, where `HALF` of its words are shared."""
HALF = 0.5
LISTED = 3
"""Names from which a list of names that is wholly shared stands for the words around it: `FEWER` of these are enough."""
FEWER = 0.5
ROOM = 60
"""Code points that words carrying so short a statement may have beyond twice its own."""
AMPLE = 5.0
"""The weight shared that two words, or two sentences, need."""
NEWS = 0.36
"""The same share, by what the words tell in this story."""
STRONG = 0.55
"""Share of a statement's weight that is needed where little of its words is shared: not all measures may be low at once."""
GRANTED = 0.1
"""How much less the clauses that deny nothing may hold, where other clauses of the words deny something."""
REFUSED = 0.45
"""Share of the words of a clause that denies something that words carrying it must hold."""
TORN = 0.05
"""How much less worth words are that begin in the middle of a clause."""
KIN = 0.6
"""Share of the words common to most sources of a statement that each of them must hold."""
SAME = 0.5
"""Share of a statement's weight from which two points say the same, where they also share `SAME_WORDS`."""
SAME_WORDS = 0.4
"""Share of a statement's words, names and numbers aside, from which two points say the same."""
SAME_WHOLE = 0.75
"""Share of a statement's weight from which two points say the same whatever their words."""
SUBSTANCE = 8.0
"""Weight of a statement that one source alone makes."""
SAME_ALONE = 0.3
"""The same for what one source says: leads of one story say much the same in other words."""
EARLY = 7
"""Points that ask for an article's allowance before figures and quotations do."""
MOST = 16
"""Points that several articles carry, at most."""
FEW = 3
"""Points a story has where its articles say that much; those of one article fill up to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A span that stands for a statement and, by article number, the span that carries it and how fully."""

    span: int
    carried: tuple[tuple[int, int, float], ...]
    score: float


def statements(reading: Reading, overlap: Overlap) -> list[Statement]:
    """Return a statement for each span that may stand for one, with the best span of each other article that carries it."""
    found = []
    for row, span in enumerate(reading.spans):
        if span.alone and overlap.total[row] >= SCANT and len(overlap.words(row)) > 1:
            carried = _kin(overlap, row, _carried(overlap, row))
            score = sum(held * (held * float(overlap.total[row])) ** 0.75 for _, _, held in carried)
            cited = [row, *(other for _, other, _ in carried)]
            score *= 1 - min(0.6, float(overlap.length[cited].mean()) / 400)
            found.append(Statement(span=row, carried=tuple(carried), score=score))
    return found


def _carried(overlap: Overlap, row: int) -> list[tuple[int, int, float]]:
    """The span of each other article that carries a statement best, with the share of its weight that it holds.

    Where both stand at the top of their articles less need be shared: a story's articles open with the same event.
    """
    shared = overlap.shared(row)
    held = shared / overlap.total[row]
    opening = np.where(overlap.lead & bool(overlap.lead[row]), OPENING, 0.0) - PAIR * overlap.pair
    needed = np.clip(CARRIES - RELIEF * (shared - EVIDENCE), LEAST, CARRIES) - opening
    enough = (shared >= EVIDENCE) | ((shared >= SCANT) & (held >= VERBATIM))
    fits = (held >= needed) & enough & (overlap.owner != overlap.owner[row]) & overlap.ends
    fits &= (overlap.denied >= overlap.denied[row]) & (overlap.stopped == overlap.stopped[row])
    fits &= (overlap.denied | overlap.against) if overlap.against[row] else (overlap.denied[row] | ~overlap.against)
    fits &= ~overlap.dates(row) & (overlap.wished >= overlap.wished[row]) & ~overlap.elsewhere(row)
    if not fits.any():
        return []
    told = overlap.said(overlap.words(row))
    fits &= _worded(overlap, row, held, told, opening) & _clause_by_clause(overlap, row)
    unreal = overlap.denied | overlap.wished | overlap.unsure
    if not unreal[row]:
        mine = frozenset(overlap.keys[row])
        for other in np.flatnonzero(fits & unreal).tolist():
            granted = float(overlap.weights[sorted(mine & overlap.granted(other))].sum()) / overlap.total[row]
            fits[other] = granted >= needed[other] - GRANTED
    worth = np.round(held + 0.3 * told - 0.1 * overlap.title - TORN * overlap.torn - overlap.pair, 6)
    able: dict[int, list[int]] = {}
    for other in np.flatnonzero(fits).tolist():
        if overlap.counts_alike(row, other):
            able.setdefault(int(overlap.owner[other]), []).append(other)
    carried = []
    for article, rows in sorted(able.items()):
        fullest = max(float(worth[other]) for other in rows)
        close = [other for other in rows if worth[other] >= fullest - SHORTER]
        best = min(close, key=lambda other: (int(overlap.length[other]), -float(worth[other]), other))
        carried.append((article, best, float(held[best])))
    return carried


def _worded(overlap: Overlap, row: int, held: Floats, told: Floats, opening: Floats) -> Bools:
    """Which spans share enough of a statement's words and of its names, whatever else they share."""
    words, names = overlap.words(row), overlap.names(row)
    shared = held * overlap.total[row]
    many = overlap.many(words)
    fits: Bools = told >= np.where(shared >= MUCH, TOLD_LESS, TOLD) - opening
    fits &= overlap.told(words) >= NEWS - opening
    ample = shared >= AMPLE
    near = overlap.length <= 2 * overlap.length[row] + ROOM
    least = np.where(_listed(overlap, names), HALF * 0.8, HALF)
    anchors = overlap.many([column for column in overlap.keys[row] if column not in words]) >= 1
    short = anchors & (held >= FULLY) & (many >= 2) & (told >= least) & (overlap.pair == 0) & (overlap.title == 0) & near
    fits &= (many >= WORDS) | ((told >= TOLD_MORE) & ample) | short
    fits &= (overlap.pair == 0) | ample
    fits &= (held >= STRONG) | (told >= STRONG - PAIR / 2) | (overlap.told(words) >= STRONG - PAIR) | (opening > 0)
    if names:
        fits &= overlap.told(names) >= np.where(told >= TOLD_MORE, NAMED_LESS, NAMED)
    return fits


def _clause_by_clause(overlap: Overlap, row: int) -> Bools:
    """Which spans share enough of a statement's first clause, of what it denies, and of its further clauses."""
    first, further = overlap.clauses(row)
    fits = np.ones(len(overlap.keys), dtype=bool)
    if first:
        fits &= overlap.said(first) >= np.where(_listed(overlap, overlap.names(row)), FIRST * FEWER, FIRST)
    for clause in overlap.refused(row):
        fits &= overlap.told(clause) >= REFUSED
    if further:
        fits &= sum((overlap.told(clause) < PART).astype(int) for clause in further) * 3 <= len(further) + 1
    return fits


def _listed(overlap: Overlap, names: Sequence[int]) -> Bools:
    """Which spans hold every one of a statement's `LISTED` names or more."""
    return (overlap.many(names) >= len(names)) & (len(names) >= LISTED)


def _kin(overlap: Overlap, row: int, carried: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Those spans that hold the words which most of them share with the statement: what it is about."""
    mine = overlap.words(row)
    held = [set(mine) & set(overlap.words(other)) for _, other, _ in carried]
    core = [word for word in mine if 2 * sum(word in each for each in held) >= len(held)]
    whole = float(overlap.plain[core].sum())
    return [
        one
        for one, each in zip(carried, held, strict=True)
        if float(overlap.plain[sorted(each & set(core))].sum()) >= KIN * whole
    ]


def choose(reading: Reading, overlap: Overlap, found: Sequence[Statement], groups: Sequence[str]) -> list[Statement]:
    """Choose at most `MOST` statements of which no two say the same; those with most independent reporting first.

    `groups` names for each article the origin of its reporting, empty where unknown. Where fewer than `FEW` statements are
    shared, the best of single articles follow.
    """
    ranked = sorted((one for one in found if one.carried), key=lambda one: _rank(reading, one, groups))
    alone = [one for one in found if not one.carried and reading.spans[one.span].whole]
    central = _central(reading, overlap)
    alone = [one for one in alone if reading.spans[one.span].article == central and overlap.total[one.span] >= SUBSTANCE]
    ranked += sorted(alone, key=lambda one: _lead(reading, overlap, one))
    chosen: list[Statement] = []
    for one in ranked:
        if len(chosen) == MOST or (not one.carried and len(chosen) >= FEW):
            break
        if not _told(overlap, one, chosen, SAME if one.carried else SAME_ALONE):
            chosen.append(one)
    return chosen


def _rank(reading: Reading, one: Statement, groups: Sequence[str]) -> tuple[int, int, float, float, int]:
    """Most origins first, articles of unknown origin each for itself; then most articles, then what stands near their tops.

    A reporter puts the news first; of what stands equally high the fullest agreement goes first.
    """
    rows = [one.span, *(row for _, row, _ in one.carried)]
    height = sum(1 / (1 + reading.spans[row].place) for row in rows) / len(rows)
    articles = [reading.spans[one.span].article, *(article for article, _, _ in one.carried)]
    origins = {groups[article] or f"unknown {article}" for article in articles}
    return -len(origins), -len(articles), -round(height, 9), -round(one.score, 9), one.span


def _central(reading: Reading, overlap: Overlap) -> int:
    """The article whose opening shares most with the others' openings; it alone fills a page up, as none repeats itself."""
    rows = [row for row, span in enumerate(reading.spans) if overlap.lead[row] and span.whole and not span.cut]
    score: dict[int, float] = {}
    for row in rows:
        others = overlap.shared(row)[[other for other in rows if overlap.owner[other] != overlap.owner[row]]]
        score[int(overlap.owner[row])] = score.get(int(overlap.owner[row]), 0.0) + float(others.sum())
    return max(sorted(score), key=lambda number: round(score[number], 6), default=0)


def _lead(reading: Reading, overlap: Overlap, one: Statement) -> tuple[int, float, int]:
    span = reading.spans[one.span]
    return span.place, -float(overlap.total[one.span]), one.span


def _told(overlap: Overlap, one: Statement, chosen: Sequence[Statement], most: float) -> bool:
    """Whether a chosen statement already says this, by its words or by the words of the sources it stands on."""
    shared = overlap.shared(one.span)
    mine = _passages(overlap, one)
    for other in chosen:
        common = shared[other.span] / min(overlap.total[one.span], overlap.total[other.span])
        if common >= SAME_WHOLE or (common >= most and _words_told(overlap, one, other) >= SAME_WORDS):
            return True
        theirs = _passages(overlap, other)
        common = sum(any(overlaps(one_span, span) for span in theirs) for one_span in mine)
        if 2 * common >= min(len(mine), len(theirs)):
            return True
    return False


def _words_told(overlap: Overlap, one: Statement, other: Statement) -> float:
    """The share of the words of the statement with fewer of them, by what they tell in this story, that both have."""
    mine, theirs = set(overlap.words(one.span)), set(overlap.words(other.span))
    least = min(float(overlap.weights[sorted(mine)].sum()), float(overlap.weights[sorted(theirs)].sum()))
    return float(overlap.weights[sorted(mine & theirs)].sum()) / max(least, 0.1)


def _passages(overlap: Overlap, one: Statement) -> list[Span]:
    """The words a statement stands on."""
    return [overlap.reading.spans[row] for row in (one.span, *(row for _, row, _ in one.carried))]


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share more than half of the shorter one."""
    if (one.article, one.paragraph) != (other.article, other.paragraph):
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= min(one.end - one.start, other.end - other.start)
