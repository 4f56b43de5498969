"""The words by which stories are tied: those of titles and openings that are rare in the language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from digest.common.kinds import unlabelled
from digest.language import Language, language_of
from digest.language.calendar import ENGLISH_MONTHS
from digest.language.marks import without_possessive
from digest.language.nations import COUNTRY
from digest.language.scripts import dense, is_plain
from digest.language.terms import key
from digest.language.words import LETTER, SIGN, Tokenizer
from digest.model import Article, Story

TOO_COMMON = 5.4
"""Zipf frequency in its language from which a word is too common to identify a story."""
_OPENING = 45  # words
_ARTICLES = 6
_WORDS = Tokenizer(rf"{LETTER}(?:{SIGN}|[_’'&-])*")
_NAME = 3  # times as often with a capital as without, within a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word rare enough to identify a story: its spelling, its Zipf frequency in the language, whether a title has it."""

    spelling: str
    zipf: float
    titled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words rare enough to identify a story, by stem (Iranian is Iran), and how all its words stand beside each other.

    `beside` are the pairs of stems, rare or not, of which the second follows the first; "" stands before the first word of a
    text. `near` are pairs of rare stems, in the order of the alphabet: every two capitalised words of one run in an opening.
    Light words such as "for" and "of" break no run, other words without a capital do, and a full stop does not. `capital`
    and `small` count how often each stem of the openings, rare or not, has a capital and how often it has none; the word
    with which an opening begins is left out.
    """

    of: Mapping[str, Word]
    beside: frozenset[tuple[str, str]]
    near: frozenset[tuple[str, str]]
    capital: Mapping[str, int]
    small: Mapping[str, int]


def words_of(story: Story) -> Words:
    """Return what a story's headline and the titles and openings of its first `_ARTICLES` articles say, as `Words`.

    All are read in the language of the first article that has one. A word is rare enough unless it is short, a function
    word, a month or day, or as common as TOO_COMMON; it has the spelling of its first place, titles first. An opening is the
    first `_OPENING` words of an article's first two paragraphs.
    """
    found: dict[str, Word] = {}
    beside: set[tuple[str, str]] = set()
    near: set[tuple[str, str]] = set()
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    articles = story.articles[:_ARTICLES]
    language = language_of(next((article.language for article in articles if article.language), None))
    texts = [(unlabelled(title), True) for title in dict.fromkeys((story.headline, *(each.title for each in articles)))]
    texts += [(_opening(article, language), False) for article in articles]
    for text, titled in texts:
        before, capitals = "", list[str]()  # since a word that is neither written with one nor light
        for stem, spelling, folded in _read(text, language):
            if before and not titled:
                (capital if spelling[:1].isupper() else small)[stem] += 1
            beside.add((before, stem))
            before = stem
            if spelling[:1].isupper() and not titled:
                near.update((min(other, stem), max(other, stem)) for other in capitals)
                capitals.append(stem)
            elif not language.light(folded):
                capitals = []
            short = len(folded) < (2 if dense(folded) else 3)
            dated = folded in language.months or folded in language.weekdays
            if stem in found or short or dated or language.light(folded):
                continue
            if (common := language.zipf(COUNTRY.get(folded, folded))) < TOO_COMMON:
                found[stem] = Word(spelling=spelling, zipf=common, titled=titled)
    kept = frozenset(pair for pair in near if pair[0] in found and pair[1] in found and pair[0] != pair[1])
    return Words(of=found, beside=frozenset(beside), near=kept, capital=capital, small=small)


def names(words: Sequence[Words]) -> frozenset[str]:
    """Return the stems that openings write with a capital inside their sentences, too: Bondi, and not protest."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for each in words:
        capital.update(each.capital)
        small.update(each.small)
    return frozenset(name for name, times in capital.items() if times >= _NAME * small[name])


def reason_in_words(shared_stems: Sequence[str], one: Words, other: Words, names: frozenset[str]) -> list[str]:
    """Return the words that tie two stories as the first spells them: "Donald Trump", each name whole and once.

    Names are joined that stand beside each other in both stories. A word loses its capital where an opening of either story
    writes it without one; a word that another begins with, before a hyphen, is that other (Covid and COVID-19); an English
    month, also a short one such as "Oct", is no reason beside others. Raises KeyError for a stem that `one` does not have.
    """
    shared_stems = [stem for stem in shared_stems if stem not in ENGLISH_MONTHS] or shared_stems
    both, beside = names & one.of.keys() & other.of.keys(), one.beside & other.beside
    runs: list[list[str]] = []
    for stem in shared_stems:
        if any(stem in run for run in runs):
            continue
        run = [stem]
        if stem in both:
            while before := _next(one, [name for name in both if name not in run and (name, run[0]) in beside]):
                run.insert(0, before)
            while after := _next(one, [name for name in both if name not in run and (run[-1], name) in beside]):
                run.append(after)
        runs = [each for each in runs if not set(each) <= set(run)] + [run]
    said = [" ".join(_spelled(stem, one, other) for stem in run) for run in runs]
    return [word for word in said if not any(more.casefold().startswith(f"{word.casefold()}-") for more in said)]


def _next(words: Words, names: Sequence[str]) -> str | None:
    """The rarest of names that stand beside a name."""
    return min(names, key=lambda name: (words.of[name].zipf, name), default=None)


def _spelled(stem: str, one: Words, other: Words) -> str:
    spelling = one.of[stem].spelling
    is_small = one.small.get(stem, 0) + other.small.get(stem, 0) > 0
    return spelling.lower() if is_small and spelling.istitle() else spelling


def phrases(words: Sequence[Words], names: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of names that are parts of one: where both stand in a story, they mostly stand near each other.

    Florida, Gov, Ron and DeSantis are one governor; that two stories have all of them says no more than that they have him.
    """
    near = Counter(pair for each in words for pair in each.near if pair[0] in names and pair[1] in names)
    near = Counter({pair: times for pair, times in near.items() if times > 1})
    having: defaultdict[str, set[int]] = defaultdict(set)
    known = {name for pair in near for name in pair}
    for number, each in enumerate(words):
        for name in known & each.of.keys():
            having[name].add(number)
    return frozenset(pair for pair, times in near.items() if 2 * times >= len(having[pair[0]] & having[pair[1]]))


def _read(text: str, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield the stem, the spelling and the lower case of each word."""
    for spelling in _WORDS.words(text, language.code):
        word = without_possessive(spelling)
        folded = word.casefold()
        plain = COUNTRY.get(folded, folded)
        yield key(plain, language.code) if language.grammar else language.stem(plain), word, folded


def _opening(article: Article, language: Language) -> str:
    """The first words of an article, which may come without spaces between them."""
    text = " ".join(article.paragraphs[:2])
    if is_plain(text):
        return " ".join(text.split()[:_OPENING])
    ends = [end for _, end in _WORDS.spans(text, language.code)[:_OPENING]]
    return text[: max(ends, default=0)]
