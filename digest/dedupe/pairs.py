"""Which texts share fingerprints: the pair join, one SQL string."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import numpy.typing as npt

from digest.dedupe.shingles import Fingerprints

Shared = npt.NDArray[np.int64]
"""Rows of (article, earlier article, shared fingerprints, shared even fingerprints)."""

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


def shared(prints: Sequence[Fingerprints], fresh: int) -> Shared:
    """Return the pairs (i, j < i) with i >= `fresh` that share at least LEAST telling fingerprints, in order."""
    articles = np.repeat(np.arange(len(prints)), [len(each) for each in prints])
    every = np.concatenate(prints).view(np.int64) if prints else np.empty(0, np.int64)
    first = int(np.searchsorted(articles, fresh))
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.register("seen", {"article": articles, "fingerprint": every})
        connection.register("fresh", {"article": articles[first:], "fingerprint": every[first:]})
        found = connection.execute(PAIRS).fetchnumpy()
    columns = [np.asarray(found[name], np.int64) for name in ("article", "other", "shared", "shared_even")]
    return np.stack(columns, axis=1)
