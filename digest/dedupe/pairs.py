"""Which texts share fingerprints: the pair join, one SQL string."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import duckdb
import numpy as np
import numpy.typing as npt

from digest.dedupe.shingles import Prints, fingerprints

Near = tuple[int, int, float]

NEAR = 0.5
"""Share of the smaller text's fingerprints from which two articles are copies."""
COMMON = 50
"""A fingerprint in more texts than this is boilerplate and tells nothing."""
LEAST = 3
"""Fewer shared fingerprints than this are chance."""

PAIRS = f"""
WITH met AS (
    SELECT seen.article, seen.fingerprint
    FROM seen SEMI JOIN fresh ON seen.fingerprint = fresh.fingerprint
), telling AS (
    SELECT fingerprint FROM met GROUP BY fingerprint HAVING count(*) BETWEEN 2 AND {COMMON}
), rare AS (
    SELECT met.article, met.fingerprint FROM met SEMI JOIN telling ON met.fingerprint = telling.fingerprint
)
SELECT later.article AS article, earlier.article AS other, count(*) AS shared,
       sum(CASE WHEN later.fingerprint % 2 = 0 THEN 1 ELSE 0 END) AS shared_even
FROM rare AS later JOIN rare AS earlier ON later.fingerprint = earlier.fingerprint
WHERE later.article > earlier.article AND later.article >= (SELECT min(article) FROM fresh)
GROUP BY later.article, earlier.article
HAVING count(*) >= {LEAST}
ORDER BY later.article, earlier.article
"""  # noqa: S608 -- only our own two constants are put in
"""Pairs of articles of which the later is fresh; DuckDB and Spark SQL both run it as it stands.

Tables: seen(article BIGINT, fingerprint BIGINT), one row for each distinct fingerprint of each article; fresh, its rows
with the highest article numbers. Every fingerprint is counted among those articles alone.
"""


def near(fresh: Sequence[Prints], seen: Sequence[Prints]) -> tuple[Near, ...]:
    """Return the pairs that share NEAR of the smaller one's fingerprints or more, of which the first is fresh.

    Each pair is (number among `fresh`, number among `seen` and after those `fresh`, share). Of two short texts all
    fingerprints count, else the even ones.
    """
    prints = [*seen, *fresh]
    found = []
    for one, other, shared, even in _shared(prints, len(seen)).tolist():
        share = _share(prints[one], prints[other], shared, even)
        if share >= NEAR:
            found.append((one - len(seen), other, share))
    return tuple(found)


def near_share(one: str, other: str) -> float:
    """Return the share of the smaller text's fingerprints that the two have in common; 0 where one has none."""
    first, second = fingerprints([one, other])
    common = np.intersect1d(first.kept, second.kept)
    return _share(first, second, len(common), int((common & 1 == 0).sum()))


def _share(one: Prints, other: Prints, shared: int, even: int) -> float:
    if one.halved or other.halved:
        return round(even / max(1, min(one.even, other.even)), 4)
    return round(shared / max(1, min(len(one.kept), len(other.kept))), 4)


def _shared(prints: Sequence[Prints], fresh: int) -> npt.NDArray[np.int64]:
    """Rows of (article, earlier article, shared fingerprints, shared even ones), of which the first is `fresh` or later."""
    articles = np.repeat(np.arange(len(prints)), [len(each.kept) for each in prints])
    every = np.concatenate([np.empty(0, np.int64), *(each.kept for each in prints)])
    first = int(np.searchsorted(articles, fresh))
    if first == len(articles):
        return np.empty((0, 4), np.int64)
    with _database().cursor() as connection:
        connection.register("seen", {"article": articles, "fingerprint": every})
        connection.register("fresh", {"article": articles[first:], "fingerprint": every[first:]})
        found = connection.execute(PAIRS).fetchnumpy()
    columns = [np.asarray(found[name], np.int64) for name in ("article", "other", "shared", "shared_even")]
    return np.stack(columns, axis=1)


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """An empty database in memory: opening one takes five times as long as a day's join."""
    return duckdb.connect(":memory:", config={"threads": 1})
