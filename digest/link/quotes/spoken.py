"""The quotations of one article: where they stand, and who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from digest.language import language_of
from digest.language.marks import folded_words
from digest.language.sentences import sentences
from digest.link.outlets import Outlets
from digest.link.quotes.patterns import Patterns, patterns
from digest.link.quotes.people import People
from digest.link.reading import LONGEST
from digest.model import Article

MIN_WORDS = 6
"""Words a quotation must have to be shown."""
_FURTHEST = 600
"""Code points between two marks from which they quote nothing: one of them stands alone."""
_BETWEEN, _SAME_SPEAKER = 90, 160
"""Code points that may stand between two quotations of one speaker: in one breath, and where nobody else is named."""
_OUTLETS = Outlets(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One printed quotation: code points [start, end) of a paragraph, and its speaker as printed, empty where unclear.

    `article` is its number in the story; `kinds` are its words, each once; `sure` says that a name stands beside the words,
    `whole` that they begin a sentence and are no part torn out of one.
    """

    article: int
    paragraph: int
    start: int
    end: int
    words: tuple[str, ...]
    speaker: str
    text: str
    sure: bool
    whole: bool
    kinds: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Keep what each comparison asks for."""
        object.__setattr__(self, "kinds", frozenset(self.words))

    @property
    def place(self) -> tuple[int, int]:
        """Where in its article it stands, in order: its paragraph and its first code point there."""
        return self.paragraph, self.start

    @property
    def cut(self) -> bool:
        """Whether its printer left words out."""
        return "…" in self.text or ".." in self.text


def spoken_in(number: int, article: Article) -> Iterator[Spoken]:
    """Yield the quotations of an article, which is the story's with this number, in order; of a brief its sayings."""
    speech = language_of(article.language).speech
    if article.text == "brief":
        yield from _sayings(number, article)
    elif speech:
        yield from _quotations(number, article, patterns(speech))


def _sayings(number: int, article: Article) -> Iterator[Spoken]:
    for place, saying in enumerate(article.sayings, len(article.paragraphs) + 1):
        yield Spoken(
            article=number,
            paragraph=place,
            start=0,
            end=len(saying.text),
            words=folded_words(saying.text),
            speaker=saying.speaker,
            text=saying.text,
            sure=True,
            whole=True,
        )


def _quotations(number: int, article: Article, asked: Patterns) -> Iterator[Spoken]:
    people = People(article, asked)
    previous: Spoken | None = None
    for paragraph, text in enumerate(article.paragraphs, 1):
        for match in asked.quotation.finditer(text):
            first, last = match.span(match.lastindex or 0)
            inside = asked.inside.search(text, first, last)
            start, end = _fit(text, first, inside.start() if inside else last, article.language)
            words = folded_words(text[start:end])
            if len(words) < MIN_WORDS or text[start].isspace() or match.end() - match.start() > _FURTHEST:
                continue
            if inside:
                named = people.full_name(paragraph, start, inside["name"]) if inside["name"] else ""
                speaker, sure = named or people.meant_at(paragraph, start), bool(named)
            else:
                speaker, sure = _speaker(people, paragraph, match.start(), match.end(), previous)
            previous = Spoken(
                article=number,
                paragraph=paragraph,
                start=start,
                end=end,
                words=words,
                speaker=speaker,
                text=text[start:end],
                sure=sure,
                whole=not text[start].islower() and not asked.taken_back.match(text, end),
            )
            yield previous


def _fit(text: str, start: int, end: int, language: str | None) -> tuple[int, int]:
    """The quotation without a comma at its end; one that is too long ends with a sentence of it, or is none.

    Its sentences are its own: in the paragraph that it stands in, all between two marks is part of one.
    """
    while text[end - 1] in " ,;—–-":
        end -= 1
    if end - start > LONGEST:
        ends = [last for _, last in sentences(text[start:end], language) if last <= LONGEST]
        end = start + ends[-1] if ends else start
    return start, end


def _speaker(people: People, paragraph: int, start: int, end: int, previous: Spoken | None) -> tuple[str, bool]:
    """Who speaks, and whether a name beside the words says so; a pronoun means the one person named before it.

    Words that follow their speaker's earlier words in one breath are the same speaker's. Empty where nothing is clear.
    """
    text, asked = people.article.passage(paragraph), people.patterns
    after = _after(text, end, asked)
    before = asked.before.search(text, max(0, start - 200), start)
    others = before.groupdict() if before else {}
    behind = others.get("behind") or others.get("subject")
    named = before and (behind or before["name"])
    for match, name in ((after, after and (after["name"] or after["before"])), (before, named)):
        if match is None:
            continue
        if name:
            at = max(0, match.start() - 12), match.start("name")
            aside = match is before and not behind and asked.no_subject.search(text, *at)
            if aside or _OUTLETS.named(name) is not None:
                return "", False
            if not people.is_nobody(asked.titles.sub("", name)):
                return people.full_name(paragraph, start, name), True
        meant = "" if match is after and match["same"] else people.meant_at(paragraph, start)
        return meant or _goes_on(people, text, start, previous), False
    if previous is not None and previous.paragraph == paragraph:
        between = text[previous.end : start]
        if len(between) < _BETWEEN and asked.one_breath.fullmatch(between):
            return previous.speaker, False
    return "", False


def _after(text: str, end: int, asked: Patterns) -> re.Match[str] | None:
    """What follows quoted words that end at `end` and says who spoke; no other statement, where these end a sentence."""
    last = text[: end - 1].rstrip()[-1]
    if not (last in ",?!—–" or last.isalnum() or text[end : end + 1] == ","):
        return None
    after = asked.after.match(text, end)
    if after and last in "?!":
        closed = after["name"] or asked.listened.search(after.group()) or asked.clause_ends.match(text, after.end())
        return after if closed else None
    return after


def _goes_on(people: People, text: str, start: int, previous: Spoken | None) -> str:
    """Who spoke the words just before, where nobody else is named between them and these."""
    if previous is None or not previous.sure or people.article.passage(previous.paragraph) is not text:
        return ""
    between = text[previous.end : start]
    same = people.named_in(between) == {previous.speaker.split()[-1]}
    return previous.speaker if same and len(between) < _SAME_SPEAKER else ""
