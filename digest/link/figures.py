"""Figures that several sources give for one measure, value by value; ranges that hold each other's value agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from digest.link.citing import extract
from digest.link.quantities import Quantity, quantities
from digest.link.reading import Reading, Sentence
from digest.link.terms import Term, key
from digest.model import Article, Citation, Figure, Text, Value

MOST = 8
IN_SENTENCE = 12
MENTIONS_EACH = 60
MENTIONS = 1200
"""Numbers that are compared: of a sentence, of an article, of a story; the first of each."""
AGREE = 3.0
"""Weight of the terms around a number that two sources must share to give the same value of the same measure."""
ALIKE = 4.0
"""The same where the values only agree: one is rounded, or a range that holds the other."""
DIFFER = 6.5
"""The same where their values differ: only then are they about one measure."""
TOLD = 2.5
"""Weight of the words, names and the thing counted aside, that two sources must share where their values differ."""
LIKE = 0.4
"""Share of the lesser context's weight that two sources must share where their values differ."""
_NEAR = 90
"""Code points around a number that say what it measures."""
_CLOSE = 45
_BESIDE = 40
_NO_DATE = re.compile(
    r"\b(?:no|not|without an?|(?:has|have|had|did) (?:not|n['’]t)(?: yet)?)(?: \w+){0,4}? "
    r"(?:date|timeline|timetable|timeframe)\b"
)
_EXPECTED = re.compile(
    r"\b(?:expect|plan|promis|aim|intend|schedul|indicat|slated|will|would|due|set (?:for|to)|hopes? to|to be)\w*\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:original|initial|previous|earlier|already)\w*\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;:]| and ")
_MOVING = re.compile(r"\b(?:shares?|stocks?|barrel|index|trading|exchange rate|market value|futures)\b", re.IGNORECASE)
_EVENT = 1.2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A quantity where an article gives it: its sentence, and the terms around it that say what it measures."""

    article: int
    sentence: Sentence
    quantity: Quantity
    context: frozenset[str]
    words: frozenset[str]
    beside: frozenset[str]
    years: frozenset[str]


def figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the measures that two sources or more give a value for, those with most sources first.

    Values are tied by unit and by the terms around them; where values differ, more must be shared, and neither years nor
    names may tell the two apart. Prices that move by the hour are left out where they differ.
    """
    mentions = list(_first(mention for sentence in reading.sentences for mention in _mentions(sentence)))
    groups: list[list[Mention]] = []
    for mention in mentions:
        alike = [group for group in groups if group[0].quantity.unit == mention.quantity.unit]
        ties = [group for group in alike if any(_same(reading, mention, other) for other in group)]
        if ties:
            best = max(ties, key=lambda group: max(_shared(reading, mention, other) for other in group))
            best.append(mention)
        else:
            groups.append([mention])
    found = [figure for group in groups if (figure := _figure(reading, group)) is not None]
    ranked = sorted(found, key=lambda item: (-item[0], item[1], item[2].label))
    return tuple(figure for _, _, figure in ranked[:MOST])


def _first(mentions: Iterable[Mention]) -> Iterable[Mention]:
    """The first numbers of each article: a table pasted as text must not stall a build that runs unattended."""
    taken: Counter[int] = Counter()
    for mention in islice(mentions, MENTIONS):
        taken[mention.article] += 1
        if taken[mention.article] <= MENTIONS_EACH:
            yield mention


def _mentions(sentence: Sentence) -> Iterable[Mention]:
    found = quantities(sentence.text, sentence.month)[:IN_SENTENCE]
    terms = [term for term in sentence.terms if term.kind not in ("number", "not", "date")] if found else []
    gaps = [[_gap(sentence.text, term, quantity) for term in terms] for quantity in found]
    years = frozenset(_YEAR.findall(sentence.text)) if found else frozenset()
    for quantity, mine in zip(found, gaps, strict=True):
        rivals = [gap for other, gap in zip(found, gaps, strict=True) if other.unit == quantity.unit]
        near = [
            (term, mine[place])
            for place, term in enumerate(terms)
            if mine[place] <= min(_NEAR, *(gap[place] for gap in rivals))
        ]
        yield Mention(
            article=sentence.article,
            sentence=sentence,
            quantity=quantity,
            context=frozenset(term.key for term, _ in near),
            words=frozenset(term.key for term, gap in near if term.kind in ("word", "shade") and gap <= _CLOSE),
            beside=frozenset(term.key for term, gap in near if gap <= _BESIDE),
            years=years,
        )


def _gap(text: str, term: Term, quantity: Quantity) -> int:
    """How far a term stands from a number, in code points; a comma or "and" between them counts for many."""
    if term.end <= quantity.start:
        between = (term.end, quantity.start)
    elif term.start >= quantity.end:
        between = (quantity.end, term.start)
    else:
        return 0
    return between[1] - between[0] + 40 * len(_PARTS.findall(text, *between))


def _shared(reading: Reading, one: Mention, other: Mention) -> float:
    return sum(reading.weights[name] for name in sorted(one.context & other.context))


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether both values can be true at once: one range holds the other's value."""
    if one.unit == "date":
        return one.value % 10000 == other.value % 10000 and (
            one.value < 10000 or other.value < 10000 or one.value == other.value
        )
    return one.low <= other.high and other.low <= one.high


def _same(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two mentions measure the same thing."""
    mine, theirs = one.quantity, other.quantity
    if mine.unit != theirs.unit:
        return False
    if one.article == other.article:
        return (mine.value, mine.top) == (theirs.value, theirs.top) and bool(one.context & other.context)
    if mine.unit == "month":
        return mine.value == theirs.value and bool(_events(reading, one, other))
    shared = _shared(reading, one, other)
    if mine.unit == "date":
        return _agree(mine, theirs) and shared >= AGREE / 2 and bool(one.words & other.words)
    if mine.value in (theirs.value, theirs.top) or mine.top == theirs.value:
        telling = mine.value >= 1000 and mine.value % 100 > 0
        return shared >= (AGREE / 2 if telling else AGREE)
    if _agree(mine, theirs):
        return shared >= ALIKE
    whole = min(sum(reading.weights[name] for name in sorted(each.context)) for each in (one, other))
    apart = one.years and other.years and one.years.isdisjoint(other.years)
    adjacent = sum(reading.weights[name] for name in sorted(one.beside & other.beside))
    besides = sorted((one.words & other.words) - {mine.unit, key(mine.noun.casefold(), reading.lexicon.language)})
    told = sum(reading.weights[name] for name in besides) >= TOLD or adjacent >= ALIKE
    return told and shared >= min(DIFFER, adjacent + 2) and shared >= LIKE * whole and not apart


def _events(reading: Reading, one: Mention, other: Mention) -> list[str]:
    """The words next to a month that two sources share and that tell what happens then."""
    return sorted(name for name in one.words & other.words if reading.plain[name] >= _EVENT)


def _figure(reading: Reading, group: Sequence[Mention]) -> tuple[int, int, Figure] | None:
    """The figure of a group of mentions with its number of sources and first place; None where it is one source's."""
    mentions = _one_each(reading, group)
    if len(mentions) < 2:
        return None
    conflict = any(
        not _agree(one.quantity, other.quantity) for place, one in enumerate(mentions) for other in mentions[place + 1 :]
    )
    if conflict and any(_MOVING.search(mention.sentence.text) for mention in mentions):
        return None
    label = _label(reading, mentions)
    if label is None:
        return None
    by_value: dict[tuple[float, float | None, float, float], list[Mention]] = {}
    for mention in mentions:
        q = mention.quantity
        by_value.setdefault((q.value, q.top, q.low, q.high), []).append(mention)
    newest = _newest(reading.articles, mentions) if conflict else None
    values = tuple(
        Value(
            text=Text(each[0].sentence.text[each[0].quantity.start : each[0].quantity.end]),
            value=_plain(each[0].quantity, each[0].quantity.value),
            high=_plain(each[0].quantity, each[0].quantity.top),
            newest=newest is not None and any(mention.article == newest for mention in each),
            citations=tuple(_citation(reading, mention) for mention in each),
        )
        for each in by_value.values()
    )
    if mentions[0].quantity.unit in ("month", "date") and (none := _none_given(reading, mentions)) is not None:
        values, conflict = (*values, none), True
    unit = mentions[0].quantity.unit
    named = {"seconds": "duration", "points": "percentage points"}.get(unit, mentions[0].quantity.noun or unit)
    place = min(mention.sentence.place for mention in mentions)
    return len(mentions), place, Figure(label=label, unit=named, values=values, conflict=conflict)


def _none_given(reading: Reading, mentions: Sequence[Mention]) -> Value | None:
    """What sources say who give no date where the others give one: the words that deny it, as a value without a number."""
    expected = [
        mention
        for mention in mentions
        if _EXPECTED.search(mention.sentence.text) and not _PAST.search(mention.sentence.text)
    ]
    if 2 * len(expected) <= len(mentions):
        return None
    given = {mention.article for mention in mentions}
    words = [mention.words for mention in mentions]
    common = {name for name in set.union(*map(set, words)) if 2 * sum(name in each for each in words) > len(words)}
    common = {name for name in common if reading.plain[name] >= _EVENT}
    found: dict[int, tuple[Sentence, re.Match[str]]] = {}
    for sentence in reading.sentences:
        match = _NO_DATE.search(sentence.text)
        inside = {term.key for term in sentence.terms}
        if match and sentence.paragraph and sentence.article not in given and common & inside:
            found.setdefault(sentence.article, (sentence, match))
    if not found:
        return None
    cited = []
    for sentence, match in found.values():
        start, end = extract(sentence, match.start(), match.end())
        cited.append(_cite(reading, sentence, start, end, (match.start() - start, match.end() - start)))
    sentence, match = next(iter(found.values()))
    return Value(text=Text(sentence.text[match.start() : match.end()]), value=None, citations=tuple(cited))


def _one_each(reading: Reading, group: Sequence[Mention]) -> list[Mention]:
    """Of each article the mention that shares most with those of the others; none where there are no others."""
    if len({mention.article for mention in group}) < 2:
        return []
    best: dict[int, tuple[float, Mention]] = {}
    for mention in group:
        others = [_shared(reading, mention, other) for other in group if other.article != mention.article]
        score = sum(others) - (1.0 if mention.sentence.paragraph == 0 else 0.0) - 0.05 * mention.sentence.place
        if mention.article not in best or score > best[mention.article][0]:
            best[mention.article] = (score, mention)
    return [mention for _, (_, mention) in sorted(best.items())]


def _plain(quantity: Quantity, value: float | None) -> float | None:
    return None if value is None or quantity.unit == "date" else value


def _newest(articles: Sequence[Article], mentions: Sequence[Mention]) -> int | None:
    """The article that gives a value last, None where two are as late or a day is unknown."""
    days = sorted(
        ((articles[mention.article].day, mention.article) for mention in mentions if articles[mention.article].day), key=str
    )
    if len(days) < len(mentions) or len({day for day, _ in days}) < 2 or days[-1][0] == days[-2][0]:
        return None
    return days[-1][1]


def _label(reading: Reading, mentions: Sequence[Mention]) -> Text | None:
    """What is measured, in the first source's words: the run of words next to the number that another source has too."""
    mention = mentions[0]
    count: dict[str, int] = {}
    for other in mentions[1:]:
        for name in sorted(mention.context & other.context):
            count[name] = count.get(name, 0) + 1
    shared = {name for name, often in count.items() if 2 * often >= len(mentions) - 1}
    text, quantity = mention.sentence.text, mention.quantity
    if quantity.unit in ("month", "date") and shared & mention.words:
        shared &= mention.words
    runs: list[list[Term]] = []
    for term in mention.sentence.terms:
        inside = quantity.start <= term.start < quantity.end
        if (
            term.key not in shared
            or term.kind in ("number", "date")
            or (inside and (quantity.unit == "seconds" or not quantity.noun))
        ):
            continue
        if runs and not text[runs[-1][-1].end : term.start].strip(" -’'s"):
            runs[-1].append(term)
        elif not runs or runs[-1][-1].end <= term.start:
            runs.append([term])
    near = [_nouns(run) for run in runs if run[-1].end > quantity.start - _NEAR and run[0].start < quantity.end + _NEAR]
    if not near:
        return None

    def far(run: list[Term]) -> tuple[float, int]:
        gap = max(quantity.start - run[-1].end, run[0].start - quantity.end, 0)
        weight = sum(reading.weights[term.key] for term in run)
        named = 0 if any(term.kind in ("word", "shade") for term in run) else 3
        return gap / 6 - weight / 2 + named - (3 if gap < 14 and run[0].start >= quantity.start else 0), run[0].start

    best = min(near, key=far)
    return Text(text[best[0].start : best[-1].end])


def _nouns(run: list[Term]) -> list[Term]:
    """A run of words without the participle it begins with."""
    return run[1:] if len(run) > 1 and run[0].kind == "shade" else run


def _citation(reading: Reading, mention: Mention) -> Citation:
    """The shortest run of clauses around a number."""
    sentence, quantity = mention.sentence, mention.quantity
    start, end = extract(sentence, quantity.start, quantity.end)
    return _cite(reading, sentence, start, end, (quantity.start - start, quantity.end - start))


def _cite(reading: Reading, sentence: Sentence, start: int, end: int, shared: tuple[int, int]) -> Citation:
    return Citation(
        article_id=reading.articles[sentence.article].id,
        paragraph=sentence.paragraph,
        start=sentence.start + start,
        end=sentence.start + end,
        shared=(shared,),
    )
