"""A story as it is read: its sentences, the runs of clauses in them, and what each term tells in this story."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from digest.language import Language, language_of
from digest.language.clauses import Clause, clauses, opening
from digest.language.planned import planned
from digest.language.sentences import ended, is_headline, pieces, sentences
from digest.language.speech import spoken
from digest.language.standing import leans, refusal
from digest.language.terms import Key, Lexicon, Term, heading, learn, ordered
from digest.model import Article, Citation

SENTENCES = 600
"""How many sentences of a story are compared; a story with more is read from the top of each article."""
LONGEST = 300
"""Code points an extract may have."""
_TIME_ZONES, _AHEAD = timedelta(hours=12), timedelta(hours=14)
"""How long a day of UTC goes on elsewhere, and how much earlier one begins there."""
_INITIALED = re.compile(r"\b[A-Z]\.\Z")
_INITIAL = re.compile(r"[A-Z]\.,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: code points [start, end) of a paragraph of the article with this number."""

    article: int
    place: int
    paragraph: int
    body: bool
    start: int
    end: int
    text: str
    month: str | None
    terms: tuple[Term, ...]
    clauses: tuple[Clause, ...]


class Place(NamedTuple):
    """Code points [start, end) of a paragraph of the article with this number."""

    article: int
    paragraph: int
    start: int
    end: int


class Span(NamedTuple):
    """A run of clauses of one sentence; `refusal` says why it does not read well on its own, `place` counts sentences.

    `terms` are those of the sentences, one after the other, from number `first` up to `last`.
    """

    article: int
    paragraph: int
    start: int
    end: int
    sentence: int
    place: int
    terms: tuple[Term, ...]
    first: int
    last: int
    refusal: str | None
    ends: bool
    cut: bool
    whole: bool
    pair: bool = False

    @property
    def alone(self) -> bool:
        """Whether it reads well on its own."""
        return self.refusal is None

    @property
    def at(self) -> Place:
        """Where its words stand."""
        return Place(*self[:4])


def overlaps(one: Place, other: Place) -> bool:
    """Whether two passages share half of the shorter one or more."""
    if (one.article, one.paragraph) != (other.article, other.paragraph):
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= min(one.end - one.start, other.end - other.start)


def touches(one: Place, other: Place) -> bool:
    """Whether two passages share any words."""
    same = (one.article, one.paragraph) == (other.article, other.paragraph)
    return same and one.start < other.end and other.start < one.end


PAIR = "two sentences"
LONG = "longer than an extract may be"
MIDWAY, ENDS_MIDWAY = "begins midway in a clause", "ends midway in a clause"
NO_SENTENCE = "a heading, a headline, or without the mark that ends a sentence"
OVER = "announces what was over when the newest article was published"
"""Why a span is no statement of its own, besides the rules of `language.standing`."""

Boundaries = tuple[tuple[tuple[int, int], ...], ...]
"""Where the sentences of each passage of an article stand, by the passage's number: code points [start, end).

The title is one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The sentences and spans of a story in order, and the weight of each term: in this story, and in the language alone.

    `number` has the place of each article by its id, `boundaries` for each article where all its sentences stand, also those
    that are not compared.
    """

    articles: tuple[Article, ...]
    number: dict[str, int]
    boundaries: tuple[Boundaries, ...]
    lexicon: Lexicon
    sentences: tuple[Sentence, ...]
    spans: tuple[Span, ...]
    weights: dict[Key, float]
    plain: dict[Key, float]

    def words(self, span: Span | Sentence) -> str:
        """Return the words of a span."""
        return self.articles[span.article].passage(span.paragraph)[span.start : span.end]

    @property
    def language(self) -> Language:
        """What is known of the story's language."""
        return self.lexicon.known

    def leaning(self, span: Span) -> int:
        """Count the signs by which a span's words lean on what stood around them."""
        return leans(self.words(span), self.language)

    def place(self, citation: Citation) -> Place:
        """Return where the words of a citation stand."""
        return Place(self.number[citation.article_id], citation.paragraph, citation.start, citation.end)

    def in_text(self, span: Span) -> bool:
        """Whether a span is of the text itself: no title, and no line that is no sentence."""
        return span.paragraph > 0 and self.sentences[span.sentence].body


def read(articles: Sequence[Article]) -> Reading:
    """Read the articles of a story; at most `SENTENCES` sentences, the first ones of each article."""
    language = next((article.language for article in articles if article.language), None)
    lexicon = learn([text for article in articles for text in article.paragraphs], language)
    share = max(3, SENTENCES // max(1, len(articles)))
    boundaries = tuple(map(_boundaries, articles))
    found: list[Sentence] = []
    for number, article in enumerate(articles):
        found.extend(_sentences(number, article, boundaries[number], lexicon, share))
    plain, weights = _weights(found)
    before = [0, *accumulate(len(sentence.terms) for sentence in found)]
    newest = max(filter(None, map(_day, articles)), default=None)
    spans = [
        span
        for index, one in enumerate(found)
        for span in _spans(index, one, before[index], lexicon, _over(one, articles[one.article], newest))
    ]
    spans += [
        pair
        for index in range(len(found) - 1)
        for pair in _pair(index, found[index], found[index + 1], before[index], lexicon.known)
    ]
    return Reading(
        articles=tuple(articles),
        number={article.id: number for number, article in enumerate(articles)},
        boundaries=boundaries,
        lexicon=lexicon,
        sentences=tuple(found),
        spans=tuple(spans),
        weights=weights,
        plain=plain,
    )


def _day(article: Article) -> date | None:
    """The first day that was not over everywhere when an article was published, if that is known."""
    when = article.published
    if when is None or when.precision == "month":
        return None
    return (when.at - _TIME_ZONES).date() if when.precision == "time" else when.at.date()


def _over(sentence: Sentence, article: Article, newest: date | None) -> range:
    """Code points of a sentence that announce what was over when the story's newest article was published."""
    when = article.published
    if newest is None or when is None or when.precision == "month":
        return range(0)
    latest = (when.at + _AHEAD if when.precision == "time" else when.at).date()
    if latest >= newest:  # nothing is announced for an earlier day than that
        return range(0)
    found = planned(sentence.text, latest, language_of(article.language))
    return next((range(one.start, one.end) for one in found if one.day < newest), range(0))


def _boundaries(article: Article) -> Boundaries:
    """Split every passage of an article into its sentences: title, paragraphs, sayings and credits."""
    passages = (*article.paragraphs, *(saying.text for saying in article.sayings), *article.credits)
    return (tuple(pieces(article.title, 0, len(article.title))), *(sentences(text, article.language) for text in passages))


def _sentences(number: int, article: Article, boundaries: Boundaries, lexicon: Lexicon, most: int) -> Iterable[Sentence]:
    known = language_of(article.language)
    month = _this_month(article, known)
    count = 0
    for paragraph in range(len(article.paragraphs) + 1):
        text = article.passage(paragraph)
        if paragraph and heading(text, article.language):
            continue
        quoted = spoken(text, known.speech)
        for first, end in boundaries[paragraph]:
            if count >= most:
                return
            count += 1
            after = first + len(article.title) + 1
            titled = paragraph and text.startswith(f"{article.title} ", first) and not text[after : after + 1].islower()
            start = after if titled else first
            words = text[start:end]
            yield Sentence(
                article=number,
                place=count - 1,
                paragraph=paragraph,
                body=not article.paragraphs
                or (
                    (paragraph > 0 or ended(words))
                    and _is_sentence(words, known)
                    and not any(a < start < b for a, b in quoted)
                ),
                start=start,
                end=end,
                text=words,
                month=month,
                terms=lexicon.terms(words, month),
                clauses=clauses(words, known),
            )


def _is_sentence(words: str, known: Language) -> bool:
    """Whether words end as a sentence does, not at an abbreviation, and are no headline, each word with a capital."""
    shortened = known.grammar.shortened if known.grammar else _INITIALED
    if (known.stops and not ended(words)) or shortened.search(words) or _INITIAL.match(words):
        return False
    return not is_headline(words, known.grammar)


def _this_month(article: Article, known: Language) -> str | None:
    """The month "this month" means: that of the article's own date, else of the first day its opening names."""
    if known.grammar is None or known.days is None:
        return None
    months = known.grammar.vocabulary.months
    if article.published and article.published.precision != "month":
        return months[article.published.at.month - 1]
    named = (one for one in known.days.named(" ".join(article.paragraphs[:3])) if one.date.day)
    first = min(named, key=lambda one: one.start, default=None)
    return months[first.date.month - 1] if first else None


def _weights(found: Sequence[Sentence]) -> tuple[dict[Key, float], dict[Key, float]]:
    """How much each term tells in the language, and in this story: less where every sentence has it."""
    count: dict[Key, int] = {}
    rate: dict[Key, float] = {}
    kind: dict[Key, str] = {}
    for sentence in found:
        for term in sentence.terms:
            rate[term.key] = max(rate.get(term.key, 0.0), term.common)
            if kind.get(term.key) != "word":
                kind[term.key] = term.kind
        for name in {term.key for term in sentence.terms}:
            count[name] = count.get(name, 0) + 1
    total = max(len(found), 25)
    plain: dict[Key, float] = {}
    telling: dict[Key, float] = {}
    for name in ordered(count):
        base = min(4.0, max(0.3, 6.6 - rate[name]))
        number = 2.5 if rate[name] < 4 else 1.2
        plain[name] = {"number": number, "not": 1.5, "shade": 0.6 * base, "date": 0.6}.get(kind[name], base)
        telling[name] = plain[name] * (1 - (count[name] / total) ** 0.5)
    return plain, telling


def _pair(index: int, one: Sentence, other: Sentence, before: int, known: Language) -> Iterable[Span]:
    """Two sentences that follow each other, as words that may carry a statement; never as a statement of their own."""
    lead = opening(one.text, known, first=not one.start) if one.paragraph else 0
    if (
        (one.article, one.paragraph) == (other.article, other.paragraph)
        and one.paragraph
        and not one.text[:1].islower()
        and other.end - one.start - lead <= LONGEST
    ):
        mine = [term for term in one.terms if term.start >= lead]
        later = other.start - one.start
        moved = (term._replace(start=term.start + later, end=term.end + later) for term in other.terms)
        yield Span(
            article=one.article,
            paragraph=one.paragraph,
            start=one.start + lead,
            end=other.end,
            sentence=index,
            place=one.place,
            terms=(*mine, *moved),
            first=before + len(one.terms) - len(mine),
            last=before + len(one.terms) + len(other.terms),
            refusal=PAIR,
            ends=True,
            cut=False,
            whole=True,
            pair=True,
        )


def _spans(index: int, sentence: Sentence, before: int, lexicon: Lexicon, over: range) -> Iterable[Span]:
    """Every run of clauses of at most `LONGEST` code points, the whole sentence among them."""
    parts = sentence.clauses
    lead = opening(sentence.text, lexicon.known, first=not sentence.start) if sentence.paragraph else 0
    starts, ends = [term.start for term in sentence.terms], [term.end for term in sentence.terms]
    seen = set()
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            start = lead if first == 0 else parts[first].start
            end = parts[last].end if last + 1 < len(parts) else len(sentence.text)
            if end - start > LONGEST and last > first:
                break
            if end <= start or (start, end) in seen:
                continue
            seen.add((start, end))
            begin, stop = bisect_left(starts, start), bisect_right(ends, end)
            yield Span(
                article=sentence.article,
                paragraph=sentence.paragraph,
                start=sentence.start + start,
                end=sentence.start + end,
                sentence=index,
                place=sentence.place,
                terms=sentence.terms[begin:stop],
                first=before + begin,
                last=before + max(begin, stop),
                refusal=OVER
                if start < over.stop and over.start < end
                else _refusal(sentence, first, last, start, end, lexicon),
                ends=last + 1 == len(parts) or parts[last].closes,
                cut=start > 0 or end < len(sentence.text),
                whole=first == 0 and 2 * (end - start) > len(sentence.text),
            )


def _refusal(sentence: Sentence, first: int, last: int, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The rule by which the clauses from number `first` to `last` of a sentence do not read well on their own."""
    parts = sentence.clauses
    if end - start > LONGEST:
        return LONG
    if not sentence.body:
        return NO_SENTENCE
    if first and not parts[first].opens:
        return MIDWAY
    if last + 1 < len(parts) and not parts[last].closes:
        return ENDS_MIDWAY
    return refusal(sentence.text, start, end, first=first == 0, language=lexicon.known, names=lexicon.names)
