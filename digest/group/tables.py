"""What is compared of articles, as sparse matrices: their words are looked up one by one, all else is done at once."""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

import numpy as np
import numpy.typing as npt
import xxhash

from digest.common.kinds import kind_of, unlabelled
from digest.common.memo import Stored
from digest.common.notices import versions
from digest.group.matrices import in_rows
from digest.group.terms import BODY_WORDS, COLUMNS, LEAD_WORDS, RARE, STEPS, by_country, known, opening, published_at, words
from digest.language import language_of
from digest.language.scripts import doubled
from digest.model import Article

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Integers = Annotated[npt.NDArray[np.int64], Stored("<i8")]
Codes = Annotated[npt.NDArray[np.uint32], Stored("<u4")]
"""Columns and weights of words, each in one number; see `terms.known`."""
Places = npt.NDArray[np.uint64]
"""Codes and the numbers of the texts they stand in: text << 32 | code."""
Weights = npt.NDArray[np.float32]

_LEAST = 0.06  # a text's words that tell less are left out; a title's are few enough to keep
_MIX, _MIX_SECOND = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B)
_WORD_BITS, _WEIGHT_BITS = np.uint64(32), np.uint32(12)


@dataclass(frozen=True, slots=True)
class Table:
    """What is compared of some articles: matrices of one row each, and what stands beside them.

    Rows have length one but those of `title`, whose weights add up to one; a column may stand twice where two terms fell
    into it. `rare` are the rare words of `body`, which are mostly names, and its numbers; `has` the columns of `body`, each
    with weight one. For snippets, `terms` are those of `lead`, each with its rarity (`terms.rarity`), in rows of any
    length, and `titled` those of `title`, each with weight one, both with countries for what belongs to them
    (`terms.by_country`). `words` counts a text's words up to BODY_WORDS; `days` says when each reported, in days since 1970,
    NaN where unknown; `languages` and `publishers` have a number for each, 0 where it is not known; `kinds` says what kind
    of piece each is (`kinds.Kind`), `releases` whether a title announces a version.
    """

    matrices: Mapping[str, Any]
    words: Integers
    days: npt.NDArray[np.float64]
    languages: Integers
    publishers: Integers
    articles: Sequence[Article]
    kinds: Integers
    releases: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class _Vectors:
    """A row of codes and weights for each text, one after another: row n is from `starts[n]` to `starts[n + 1]`."""

    starts: Integers
    codes: Codes
    weights: Weights

    def matrix(self, size: Callable[[Weights], Any]) -> csr_matrix:
        """Each row divided by its `size`, unless that is 0; the upper 20 bits of a code are its column."""
        sizes = np.array([size(self.weights[start:end]) for start, end in pairwise(self.starts.tolist())], np.float32)
        sizes[sizes == 0] = 1
        weights = self.weights / np.repeat(sizes, np.diff(self.starts))
        columns = (self.codes >> _WEIGHT_BITS).astype(np.int32)
        return in_rows((weights, columns, self.starts), shape=(len(sizes), COLUMNS))


@dataclass(frozen=True, slots=True)
class Words:
    """The codes of articles' words, one article after another, and how many words each has: of titles and of texts.

    ValueError where these do not add up.
    """

    titles: Codes
    title_lengths: Integers
    texts: Codes
    lengths: Integers

    def __post_init__(self) -> None:
        if (self.title_lengths.sum(), self.lengths.sum()) != (len(self.titles), len(self.texts)):
            raise ValueError("do not add up")


def read(articles: Sequence[Article]) -> Words:
    """Return the words of the articles: of a title those beside its label, of a text the first BODY_WORDS."""
    languages = [article.language for article in articles]
    titles = _looked_up([words(unlabelled(article.title), article.language) for article in articles], languages)
    texts = _looked_up([words(opening(article), article.language)[:BODY_WORDS] for article in articles], languages)
    return Words(*titles, *texts)


def table_of(articles: Sequence[Article], found: Words | None = None) -> Table:
    """Return what pairs of articles are compared by: a row for each article, in the order given; their copies do not count.

    `found` are the words of these articles; without them they are read here. Each of `matrices` is sparse, of articles by
    COLUMNS hashed terms. The weights of a row of `title` add up to 1; other rows have the length 1, but for those of
    `titled` and `terms`, whose weights stay as they are, and of `has`, which are 1 each.
    """
    count, found = len(articles), found or read(articles)
    title, body, lengths = _rows(found.titles, found.title_lengths), _rows(found.texts, found.lengths), found.lengths
    starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
    title, telling = title[_steps(title) > 0], _steps(body) >= _LEAST * STEPS
    lead = np.concatenate([title, body[telling & (np.arange(len(body)) - starts < LEAD_WORDS)]])
    lead = lead[np.argsort(lead >> _WORD_BITS, kind="stable")]
    whole, opened = _counted(count, title, title, body[telling]), _counted(count, title, lead)
    named, terms = (_counted(count, _by_country(places)) for places in (title, lead))
    matrices = {
        "title": _weighted(_counted(count, title)).matrix(np.sum),
        "titled": _Vectors(named.starts, named.codes, np.ones_like(named.weights)).matrix(_one),
        "lead": _weighted(opened).matrix(_length),
        "terms": _Vectors(terms.starts, terms.codes, _rarities(terms.codes)).matrix(_one),
        "body": _weighted(whole).matrix(_length),
        "rare": _rare(whole).matrix(_length),
        "pairs": _pairs(count, lead).matrix(_length),
        "letters": _letters([words(unlabelled(article.title), article.language) for article in articles]).matrix(_length),
    }
    matrices["has"] = matrices["body"].copy()
    matrices["has"].data[:] = 1
    moments = [at.timestamp() / 86400 if (at := published_at(article)) else math.nan for article in articles]
    spoken = _numbered(article.language for article in articles)
    publishers = _numbered(article.source or article.publisher for article in articles)
    kinds = np.array([kind_of(article) for article in articles], np.int64)
    releases = np.array([bool(versions(article)) for article in articles], np.bool_)
    return Table(matrices, lengths, np.array(moments, np.float64), spoken, publishers, articles, kinds, releases)


def _numbered(names: Iterable[str | None]) -> Integers:
    """The same number for the same name in every table, 0 for none."""
    return np.array([xxhash.xxh32_intdigest(name.encode()) if name else 0 for name in names], np.int64)


def _looked_up(texts: Iterable[Sequence[str]], languages: Iterable[str | None]) -> tuple[Codes, Integers]:
    """Return what is known of each word of the texts, and how many words each has."""
    found: list[int] = []
    ends = [0]
    for text, language in zip(texts, languages, strict=True):
        found += map(known(language_of(language).code).__getitem__, text)
        ends.append(len(found))
    return np.frombuffer(array("I", found), np.uint32), np.diff(ends)


def _rows(codes: Codes, lengths: Integers) -> Places:
    return _placed(np.repeat(np.arange(len(lengths)), lengths), codes)


def _placed(texts: npt.NDArray[Any], codes: Codes) -> Places:
    return texts.astype(np.uint64) << _WORD_BITS | codes


def _by_country(places: Places) -> Places:
    return places >> _WORD_BITS << _WORD_BITS | by_country(places.astype(np.uint32))


def _steps(codes: Codes | Places) -> Codes:
    return codes.astype(np.uint32) & np.uint32(STEPS)


def _counted(count: int, *parts: Places) -> _Vectors:
    """Each text's distinct codes, with how often they stand in it as their weight."""
    distinct, counts = np.unique(np.concatenate(parts), return_counts=True)
    starts = np.searchsorted(distinct, np.arange(count + 1, dtype=np.uint64) << _WORD_BITS)
    return _Vectors(starts, distinct.astype(np.uint32), counts.astype(np.float32))


def _weighted(found: _Vectors) -> _Vectors:
    """What each term tells, the more the more often it stands in the text."""
    return _Vectors(found.starts, found.codes, _rarities(found.codes) * np.sqrt(found.weights))


def _rare(found: _Vectors) -> _Vectors:
    """The rare terms alone, the rarest far above the others."""
    rarities = _rarities(found.codes)
    keep = rarities > RARE
    starts = np.concatenate([[0], np.cumsum(keep)])[found.starts]
    return _Vectors(starts, found.codes[keep], rarities[keep] ** 2.5 * np.sqrt(found.weights[keep]))


def _rarities(codes: Codes) -> Weights:
    """How much each term tells, 0 to 1, as its code has it (see `terms.rarity`)."""
    return _steps(codes).astype(np.float32) / np.float32(STEPS)


def _pairs(count: int, places: Places) -> _Vectors:
    """Neighbouring words, each pair with the sum of the two weights."""
    codes, texts = places.astype(np.uint32), places >> _WORD_BITS
    columns, steps = codes >> _WEIGHT_BITS, _steps(codes)
    both = (columns[:-1] * _MIX ^ columns[1:] * _MIX_SECOND) >> _WEIGHT_BITS
    pairs = _placed(texts[1:], both << _WEIGHT_BITS | (steps[:-1] + steps[1:]) >> np.uint32(1))
    found = _counted(count, pairs[texts[:-1] == texts[1:]])
    return _Vectors(found.starts, found.codes, _steps(found.codes).astype(np.float32))


def _letters(titles: Sequence[Sequence[str]]) -> _Vectors:
    """Runs of four letters of the titles' words, which see through endings and compounds.

    A Chinese character, a kana or a Korean syllable says as much as two letters, and counts as two.
    """
    plain = [doubled(f" {' '.join(title)} ") for title in titles]
    texts = np.repeat(np.arange(len(plain)), [len(title) for title in plain])
    codes = np.frombuffer("".join(plain).encode("utf-32-le"), np.uint32)
    end = max(0, len(codes) - 3)
    mixed = codes[:end].copy()
    for offset in (1, 2, 3):
        mixed = (mixed * _MIX) ^ codes[offset : end + offset]
    runs = _placed(texts[:end], mixed * _MIX >> _WEIGHT_BITS << _WEIGHT_BITS)
    return _counted(len(titles), runs[texts[:end] == texts[len(texts) - end :]])


def _length(weights: Weights) -> Any:
    return np.sqrt(np.dot(weights, weights))


def _one(_: Weights) -> int:
    return 1
