"""Why a story's page does not tell more: the rule that refused a sentence, and what kept two passages from agreeing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.link.points import NEAR, asked, least
from digest.link.reading import NO_SENTENCE, Reading, Span, read
from digest.link.support import SAYS, SpanTerms, Veto, supports
from digest.model import Article, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of an article by id; paragraph 0 is its title."""

    article_id: str
    paragraph: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A sentence of which no part may stand for a line, and the rule that says so of all of it."""

    words: Words
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Words near supporting a statement of another article, how probable that is, and what kept them from it."""

    statement: Words
    words: Words
    chance: float
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The refused sentences of a story in their order, and the pairs near support, the most probable first."""

    refused: tuple[Refused, ...]
    kept: tuple[Kept, ...]


def why(articles: Sequence[Article]) -> Why:
    """Explain what of a story's articles stands for no line, and which passages do not support each other.

    Reads the story anew, with the rules of the build and their names.
    """
    reading = read(articles)
    return Why(refused=tuple(_refused(reading)), kept=tuple(_kept(reading)))


def _words(reading: Reading, span: Span) -> Words:
    return Words(article_id=reading.articles[span.article].id, paragraph=span.paragraph, text=Text(reading.words(span)))


def _refused(reading: Reading) -> Iterator[Refused]:
    """The sentences of which no part stands alone; titles are no sentences."""
    parts: dict[int, list[Span]] = {}
    for span in reading.spans:
        if span.paragraph and not span.pair:
            parts.setdefault(span.sentence, []).append(span)
    for each in parts.values():
        if not any(span.alone for span in each):
            longest = max(each, key=lambda span: (span.end - span.start, -span.start))
            yield Refused(words=_words(reading, longest), rule=longest.refusal or NO_SENTENCE)


def _kept(reading: Reading) -> Iterator[Kept]:
    """For each two sentences near support, none of whose parts support each other, the most probable of their parts."""
    spans = reading.spans
    terms = SpanTerms(reading)
    found = supports(terms, asked(reading, terms), keep_apart=True)
    needed = least(reading, found)
    best: dict[frozenset[int], tuple[float, int, int, str]] = {}
    agreed: set[frozenset[int]] = set()
    pairs = zip(
        *(each.tolist() for each in (found.statements, found.supporters, found.chance, found.veto, needed)), strict=True
    )
    for row, other, chance, veto, enough in pairs:
        both = frozenset((spans[row].sentence, spans[other].sentence))
        rule = _rule(Veto(veto), chance, enough, spans[row].refusal)
        if rule is None:
            agreed.add(both)
        elif chance >= NEAR:
            best[both] = max(best.get(both, (0.0, 0, 0, "")), (chance, -row, -other, rule))
    for chance, row, other, rule in sorted((best[both] for both in best.keys() - agreed), reverse=True):
        statement, words = _words(reading, spans[-row]), _words(reading, spans[-other])
        yield Kept(statement=statement, words=words, chance=chance, rule=rule)


def _rule(veto: Veto, chance: float, enough: float, refusal: str | None) -> str | None:
    """What keeps words from being cited for a statement; None where they are."""
    if veto:
        return SAYS[veto]
    if chance < enough:
        return f"cited from {enough:.2f} on"
    return f"the first cannot stand alone: {refusal}" if refusal else None
