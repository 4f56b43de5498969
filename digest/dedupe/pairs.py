"""Which texts share fingerprints: the pair join, one SQL string."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from digest.dedupe.shingles import LEAST_WORDS, Prints, fingerprints, joined, words

if TYPE_CHECKING:
    import duckdb

Near = tuple[int, int, float]

COPY_SHARE = 0.5
"""Share of the smaller text's fingerprints from which two articles are copies."""
WITHIN = 0.8
"""Share of a short text that makes it an excerpt of another, whatever else it shares."""
BOILERPLATE = 50
"""A fingerprint in more texts than this is boilerplate and tells nothing."""
LEAST_SHARED_PRINTS = 3
"""Fewer shared fingerprints than this are chance."""

PAIRS_QUERY = f"""
WITH met AS (
    SELECT seen.article, seen.fingerprint
    FROM seen SEMI JOIN fresh ON seen.fingerprint = fresh.fingerprint
), telling AS (
    SELECT fingerprint FROM met GROUP BY fingerprint HAVING count(*) BETWEEN 2 AND {BOILERPLATE}
), rare AS (
    SELECT met.article, met.fingerprint FROM met SEMI JOIN telling ON met.fingerprint = telling.fingerprint
)
SELECT later.article AS article, earlier.article AS other, count(*) AS shared,
       sum(CASE WHEN later.fingerprint % 2 = 0 THEN 1 ELSE 0 END) AS shared_even
FROM rare AS later JOIN rare AS earlier ON later.fingerprint = earlier.fingerprint
WHERE later.article > earlier.article AND later.article >= (SELECT min(article) FROM fresh)
GROUP BY later.article, earlier.article
HAVING count(*) >= {LEAST_SHARED_PRINTS}
ORDER BY later.article, earlier.article
"""  # noqa: S608 -- only our own two constants are put in
"""Pairs of articles of which the later is fresh; DuckDB and Spark SQL both run it as it stands.

Tables: seen(article BIGINT, fingerprint BIGINT), one row for each distinct fingerprint of each article; fresh, its rows
with the highest article numbers. Every fingerprint is counted among those articles alone.
"""


def near(fresh: Prints, seen: Sequence[Prints]) -> tuple[Near, ...]:
    """Return the pairs that share COPY_SHARE of the smaller one's fingerprints or more, of which the first is fresh.

    Each pair is (number among `fresh`, number among `seen` and after those `fresh`, share). Of two short texts all
    fingerprints count, else the even ones.
    """
    prints = joined([*seen, fresh])
    first, found = len(prints.counts) - len(fresh.counts), []
    for one, other, common, even in shared(prints, first):
        share = _share(prints, one, other, common, even)
        if share >= COPY_SHARE:
            found.append((one - first, other, share))
    return tuple(found)


def near_share(one: str, other: str) -> float:
    """Return the share of the smaller text's fingerprints that the two have in common.

    Of a text that is too short to have any, its runs of two words count.
    """
    less, more = sorted((words(one), words(other)), key=len)
    if len(less) < LEAST_WORDS:
        runs = set(pairwise(less)) or {(word, word) for word in less}
        return round(len(runs & {*pairwise(more), *((word, word) for word in more)}) / max(1, len(runs)), 4)
    prints = fingerprints([one, other])
    first, second = np.split(prints.kept, prints.counts[:1])
    common = np.intersect1d(first, second)
    return _share(prints, 0, 1, len(common), int((common & 1 == 0).sum()))


def _share(prints: Prints, one: int, other: int, common: int, even: int) -> float:
    if prints.halved[one] or prints.halved[other]:
        return round(even / max(1, int(min(prints.even[one], prints.even[other]))), 4)
    return round(common / max(1, int(min(prints.counts[one], prints.counts[other]))), 4)


def shared(prints: Prints, fresh: int) -> list[list[int]]:
    """Return rows of (text, earlier text, shared fingerprints, shared even ones), of which the first is `fresh` or later."""
    texts, first = prints.texts, int(prints.counts[:fresh].sum())
    if first == len(texts):
        return []
    with _database().cursor() as connection:
        connection.register("seen", {"article": texts, "fingerprint": prints.kept})
        connection.register("fresh", {"article": texts[first:], "fingerprint": prints.kept[first:]})
        found = connection.execute(PAIRS_QUERY).fetchnumpy()
    columns = [np.asarray(found[name], np.int64) for name in ("article", "other", "shared", "shared_even")]
    rows: list[list[int]] = np.stack(columns, axis=1).tolist()
    return rows


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """An empty database in memory: opening one takes five times as long as a day's join."""
    import duckdb  # noqa: PLC0415 - a twentieth of a second that a run which remembers all pairs need not wait

    return duckdb.connect(":memory:", config={"threads": 1})
