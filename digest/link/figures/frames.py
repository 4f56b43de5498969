"""Where sources say one thing in the same words but for a value: a distance, a term, a year, a street, a name, a state."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from digest.language.figures import Frames
from digest.language.marks import inside_quotation
from digest.language.terms import Key, Term
from digest.link.citing import cite
from digest.link.figures.measures import name_roots, root, weigh
from digest.link.figures.newest import latest, newest
from digest.link.reading import Place, Reading, Sentence, touches
from digest.model import Figure, Text, Value

NEAR, NEXT = 50, 16
"""Code points before a value within which words say what it is of, and within which one is next to it."""
ALIKE, LESS_ALIKE = 5.0, 4.0
"""Weight of the terms two sentences must have in common, for a share, and for a distance or a term."""
ROUGHLY = 0.06
"""Share by which two distances may differ that are one, rounded in two units."""
LAST_NAMES = 2
"""Names before a distance of which one is what is so far away."""
FURTHEST: dict[Key, float] = {"term": 5.0, "share": 1.05}
"""How many times the lesser value the other is at most: more is a misprint, or somebody else's."""
_SHARE = re.compile(r"(?P<value>(?P<number>\d+\.\d+) ?(?:%|per ?cent\b))")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A value where a sentence says it at [start, end): what it is said of, and with it what both sentences must share.

    `low` and `high` are what a number allows; a value in words has none, and is `word`. `way` has the directions of a
    distance, `subject` the roots of the names that may be what it is said of.
    """

    sentence: Sentence
    of: tuple[Key, ...]
    label: str
    start: int
    end: int
    near: frozenset[Key]
    need: float
    low: float = 0.0
    high: float = 0.0
    word: str = ""
    way: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()

    @property
    def article(self) -> int:
        """The number of its article."""
        return self.sentence.article


_Kind = Callable[[Reading, Frames, Sentence], Iterator[_Said]]


def framed(reading: Reading) -> Iterable[tuple[int, int, Figure]]:
    """Yield what sources say of one thing with two values, with its number of sources and first place.

    An article that gives two values of a thing tells of two: it contradicts nobody. Nor does a speaker's own words, a bound,
    or what may yet come.
    """
    known = reading.language.figures
    if known is None or known.frames is None:
        return
    found: dict[tuple[Key, ...], list[_Said]] = {}
    for sentence in reading.sentences:
        if not (sentence.paragraph and sentence.body):
            continue
        for kind in _KINDS:
            for said in kind(reading, known.frames, sentence):
                if not inside_quotation(sentence.text[: said.start]):
                    found.setdefault(said.of, []).append(said)
    made = [one for each in found.values() if (one := _figure(reading, each)) is not None]
    taken: list[Place] = []
    for sources, place, figure in sorted(made, key=lambda one: (-one[0], one[1])):
        cited = [reading.place(one) for value in figure.values for one in value.citations]
        if not any(touches(one, other) for one in cited for other in taken):
            yield sources, place, figure
            taken += cited


def _figure(reading: Reading, each: Sequence[_Said]) -> tuple[int, int, Figure] | None:
    """The figure of what is said of one thing; None where no two articles give two values of it."""
    torn = {one.article for one, other in combinations(each, 2) if one.article == other.article and _differ(one, other)}
    clear = [one for one in each if one.article not in torn]
    pairs = [(one, other) for one, other in combinations(clear, 2) if _differ(one, other) and _alike(reading, one, other)]
    if not pairs:
        return None
    first = pairs[0][0]
    tied = [one for one in clear if any(one in pair for pair in pairs)]
    tied += [one for one in clear if one not in tied and any(not _differ(one, other) for other in tied)]
    groups: list[list[_Said]] = []
    for one in tied:
        group = next((group for group in groups if not any(_differ(one, other) for other in group)), None)
        if group is None:
            groups.append([one])
        elif all(one.article != other.article for other in group):
            group.append(one)
    last = newest(reading, groups)
    if last is not None:
        groups.sort(key=lambda group: -latest(reading, group))
    values = tuple(_value(reading, group, is_newest=group is last) for group in groups)
    figure = Figure(label=Text(first.label), unit="said", values=values, conflict=True)
    return len({one.article for group in groups for one in group}), first.sentence.place, figure


def _value(reading: Reading, group: Sequence[_Said], *, is_newest: bool) -> Value:
    one = group[0]
    return Value(
        text=Text(one.sentence.text[one.start : one.end]),
        value=None,
        newest=is_newest,
        citations=tuple(cite(reading, said.sentence, said.start, said.end) for said in group),
    )


def _differ(one: _Said, other: _Said) -> bool:
    """Whether two values of one thing cannot both be meant."""
    if one.word or other.word:
        short, long = sorted((one.word, other.word), key=len)
        return not long.startswith(short)
    return one.low > other.high or other.low > one.high


def _alike(reading: Reading, one: _Said, other: _Said) -> bool:
    """Whether two values of two articles are said of one thing, by what stands around both."""
    if one.article == other.article or (one.way and other.way and not one.way & other.way):
        return False
    low, high = sorted((one.low, other.low))
    if high > FURTHEST.get(one.of[0], math.inf) * low:
        return False
    return bool(one.subject & other.subject) or weigh(reading.plain, one.near & other.near) >= one.need


def _keys(terms: Iterable[Term]) -> frozenset[Key]:
    return frozenset(term.key for term in terms if term.kind not in ("number", "not", "date"))


def _around(sentence: Sentence, match: re.Match[str]) -> frozenset[Key]:
    """What else a sentence says than the words of a match."""
    return _keys(term for term in sentence.terms if term.end <= match.start() or term.start >= match.end())


def _before(sentence: Sentence, start: int) -> list[Term]:
    """The terms close before a place, those of its clause."""
    clause = max((part.start for part in sentence.clauses if part.start <= start), default=0)
    return [term for term in sentence.terms if max(clause, start - NEAR) <= term.start and term.end <= start]


def _sure(frames: Frames, sentence: Sentence, match: re.Match[str], within: int = NEAR) -> bool:
    return not frames.unsure.search(sentence.text, max(0, match.start("value") - within), match.end())


def _distances(_: Reading, frames: Frames, sentence: Sentence) -> Iterator[_Said]:
    """How far a place is from another, which is named."""
    for match in frames.distance.finditer(sentence.text):
        number = match["number"].rstrip(".,").replace(",", "")
        unit = next(length for unit, length in frames.lengths.items() if match["unit"].startswith(unit))
        if number.count(".") > 1 or not _sure(frames, sentence, match):
            continue
        far = float(number) * unit
        yield _Said(
            sentence=sentence,
            of=("distance", root(match["name"].casefold())),
            label=f"{match['way']} {sentence.text[match.end('way') : match.end()].strip()}",
            start=match.start("value"),
            end=match.end("value"),
            near=_around(sentence, match),
            need=LESS_ALIKE,
            low=far * (1 - ROUGHLY),
            high=far * (1 + ROUGHLY),
            way=frozenset(way for way in frames.ways if way in match["way"]),
            subject=frozenset(name_roots(term for term in sentence.terms if term.end <= match.start())[-LAST_NAMES:]),
        )


def _terms_served(reading: Reading, frames: Frames, sentence: Sentence) -> Iterator[_Said]:
    """How long somebody is sentenced to, or was held."""
    numbers = reading.language.numbers
    for match in frames.served.finditer(sentence.text):
        number = numbers.at(sentence.text, match.start("number")) if numbers else None
        if number is None or number.end < match.end("number") or not _sure(frames, sentence, match):
            continue
        months = number.value * frames.months[match["unit"]]
        yield _Said(
            sentence=sentence,
            of=("term", match["of"]),
            label=match["of"],
            start=match.start("value"),
            end=match.end("value"),
            near=_around(sentence, match),
            need=LESS_ALIKE,
            low=months - 0.1,
            high=months + 0.1,
        )


def _years(_: Reading, frames: Frames, sentence: Sentence) -> Iterator[_Said]:
    """In which year something was or will be, by the word next to it and another before that."""
    for match in frames.year.finditer(sentence.text):
        near = _before(sentence, match.start())
        if len(near) < 2 or near[-1].kind != "word" or match.start() - near[-1].end > NEXT:
            continue
        if any(term.kind == "not" for term in near) or not _sure(frames, sentence, match, NEXT):
            continue
        year = float(match["value"])
        yield _Said(
            sentence=sentence,
            of=("year", match["of"], near[-1].key),
            label=sentence.text[near[0].start : match.start()].strip(),
            start=match.start("value"),
            end=match.end("value"),
            near=_keys(term for term in near[:-1] if term.key != near[-1].key),
            need=1.0,
            low=year,
            high=year,
        )


def _streets(_: Reading, frames: Frames, sentence: Sentence) -> Iterator[_Said]:
    """In which street somebody or something was, by the verbs before it and a name."""
    for match in frames.street.finditer(sentence.text):
        for term in _before(sentence, match.start()):
            if term.kind != "word":
                continue
            yield _Said(
                sentence=sentence,
                of=("street", term.key),
                label=sentence.text[term.start : match.start()].strip(),
                start=match.start("value"),
                end=match.end("value"),
                near=_keys(one for one in sentence.terms if one.kind == "name" and one.end <= match.start()),
                need=1.0,
                word=match["value"].lstrip("0123456789 "),
            )


def _shares(_: Reading, frames: Frames, sentence: Sentence) -> Iterator[_Said]:
    """Which share a name has, to a tenth or less."""
    for match in _SHARE.finditer(sentence.text):
        names = [term for term in _before(sentence, match.start()) if term.kind == "name"]
        if not names or not _sure(frames, sentence, match):
            continue
        step = 0.5 * 10.0 ** -len(match["number"].partition(".")[2])
        share = float(match["number"])
        yield _Said(
            sentence=sentence,
            of=("share", names[-1].key),
            label=sentence.text[names[-1].start : names[-1].end],
            start=match.start("value"),
            end=match.end("value"),
            near=_around(sentence, match),
            need=ALIKE,
            low=share - step,
            high=share + step,
        )


def _pairs_of_people(_: Reading, frames: Frames, sentence: Sentence) -> Iterator[_Said]:
    """Who stands beside somebody, by a first name."""
    for match in frames.two.finditer(sentence.text):
        yield _Said(
            sentence=sentence,
            of=("name", match["of"], match["first"]),
            label=sentence.text[match.start("of") : match.start("value")].strip(),
            start=match.start("value"),
            end=match.end("value"),
            near=frozenset(),
            need=0.0,
            word=match["value"],
        )


def _states(_: Reading, frames: Frames, sentence: Sentence) -> Iterator[_Said]:
    """What somebody or something is or is not, in the same words."""
    for pattern, word in ((frames.is_not, "no"), (frames.is_so, "yes")):
        for match in pattern.finditer(sentence.text):
            said = [term for term in sentence.terms if match.start("of") <= term.start and term.end <= match.end("of")]
            if len(said) < 2 or any(term.kind == "not" for term in said):
                continue
            last = said[1]
            yield _Said(
                sentence=sentence,
                of=("state", said[0].key, last.key),
                label=sentence.text[match.start("of") : last.end],
                start=match.start("value"),
                end=last.end,
                near=frozenset(),
                need=0.0,
                word=word,
            )


_KINDS: tuple[_Kind, ...] = (
    _distances,
    _terms_served,
    _years,
    _streets,
    _shares,
    _pairs_of_people,
    _states,
)
