"""How well copies are found, and how fast, beside MinHash of datasketch and rensa on the same articles in the same run.

    python benchmarks/dedupe.py [--spark]

Simulated syndication (tools/copies.py of the development data: boilerplate, truncation, copy-edits, updates, noise,
excerpts) over one half of the development articles that have a text; the other half was there to set the constants with.
The MinHash ones get the threshold that is best for them on this half. Articles a CPU second count all of `dedupe` for us,
and signatures and index alone for them. A last line counts false pairs where updates of articles hold another article's
sentences, as a publisher's do that quote it. With --spark, Spark runs the pair join too, on the same fingerprints, and its
rows are compared with DuckDB's (pyspark and a Java runtime must be installed; both are no part of this project).
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from development import DEVELOPMENT  # noqa: E402

sys.path.insert(0, str(DEVELOPMENT / "tools"))

from digest.cli import rows  # noqa: E402
from digest.dedupe import dedupe  # noqa: E402
from digest.dedupe.pairs import PAIRS_QUERY, shared  # noqa: E402
from digest.dedupe.shingles import fingerprints, words  # noqa: E402
from digest.model import Article, Text, one_line  # noqa: E402

SETS = ("basil", "wikinews", "allsides_dated")
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)
PERMUTATIONS = 128
Groups = dict[str, str]


def base() -> list[list[dict[str, str]]]:
    """Return the development articles of at least a hundred words, in two halves: to fit on, to measure on."""
    found = []
    for name in SETS:
        with (DEVELOPMENT / f"data/stories/{name}.jsonl").open(encoding="utf-8") as lines:
            read, _ = rows.read(lines, name)
        texts = (" ".join(row.article.paragraphs) for row in read)
        found += [{"text": text} for text in texts if len(text.split()) >= 100]
    random.Random(1).shuffle(found)
    return [found[::2], found[1::2]]


def quoting(base: Sequence[dict[str, str]], seed: int) -> list[dict[str, str]]:
    """Return rows of the articles, of updates that hold sentences of another one, and of edits and excerpts of both.

    Half of the updates have the other's first sentences at their beginning and end, half its excerpt whole between two of
    their own. Articles that are copies of one another in the development data are left out.
    """
    from copies import edit, sents  # noqa: PLC0415 -- lies with the development data

    rng = random.Random(seed)
    found = [{"id": f"b{at}", "base": str(at), "kind": "base", "text": row["text"]} for at, row in enumerate(base)]
    alone = {article.id for article in dedupe(articles(found)) if not article.copies}
    found = [row for row in found if row["id"] in alone]
    for row in list(found):
        other = rng.choice([each for each in found if each["kind"] == "base" and each is not row])
        excerpt = edit(other["text"], "rss", rng, "")
        update = edit(row["text"], "update", rng, other["text"])
        if rng.random() < 0.5:
            own = sents(edit(row["text"], "update", rng, row["text"]))
            middle = rng.randrange(len(own) + 1)
            update = " ".join([*own[:middle], excerpt.removesuffix("…") + ".", *own[middle:]])
        more = [("update", row, update), ("rss", other, excerpt)]
        more += [(kind, each, edit(each["text"], kind, rng, "")) for kind in ("boiler", "noise", "edit", "trunc", "rss")
                 for each in (row, other) if rng.random() < 0.2]  # fmt: skip
        for kind, each, text in more:
            found.append({"id": f"{each['id']}-{len(found)}", "base": each["base"], "kind": kind, "text": text})
    rng.shuffle(found)
    return found


def false_pairs(copies: Sequence[dict[str, str]], found: Groups) -> int:
    """Return how many pairs of rows are together that are of different articles."""
    together = Counter(found[row["id"]] for row in copies)
    true = Counter((row["base"], found[row["id"]]) for row in copies)
    return sum(size * (size - 1) // 2 for size in together.values()) - sum(size * (size - 1) // 2 for size in true.values())


def articles(copies: Sequence[dict[str, str]]) -> list[Article]:
    """Return the rows as articles without titles."""
    return [Article(id=row["id"], where="-", title=Text(""), paragraphs=(one_line(row["text"]),)) for row in copies]


def ours(given: Sequence[Article]) -> Groups:
    """Return who represents each article."""
    kept = dedupe(given)
    return {each: article.id for article in kept for each in (article.id, *(copy.article.id for copy in article.copies))}


def shingles(text: str) -> set[str]:
    """Return the word 4-shingles of a text."""
    found = words(text)
    return {" ".join(found[at : at + 4]) for at in range(max(1, len(found) - 3))}


def datasketch(copies: Sequence[dict[str, str]]) -> Callable[[float], list[tuple[str, str]]]:
    """Return a function from a threshold to the near pairs, signatures and index being made."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 -- only to compare with

    signed = {}
    for row in copies:
        signed[row["id"]] = MinHash(num_perm=PERMUTATIONS)
        signed[row["id"]].update_batch([shingle.encode() for shingle in shingles(row["text"])])

    def near(threshold: float) -> list[tuple[str, str]]:
        index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        for name, signature in signed.items():
            index.insert(name, signature)
        return [
            (name, other)
            for name, signature in signed.items()
            for other in index.query(signature)
            if other != name and signature.jaccard(signed[other]) >= threshold
        ]

    return near


def rensa(copies: Sequence[dict[str, str]]) -> Callable[[float], list[tuple[str, str]]]:
    """Return the same with rensa."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 -- only to compare with

    signed = []
    for row in copies:
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update(sorted(shingles(row["text"])))
        signed.append(signature)

    def near(threshold: float) -> list[tuple[str, str]]:
        index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=32)
        for at, signature in enumerate(signed):
            index.insert(at, signature)
        return [
            (copies[at]["id"], copies[other]["id"])
            for at, signature in enumerate(signed)
            for other in index.query(signature)
            if other != at and signature.jaccard(signed[other]) >= threshold
        ]

    return near


def star(copies: Sequence[dict[str, str]], near: Iterable[tuple[str, str]]) -> Groups:
    """Group as we do: the longest represents, no chaining."""
    linked = defaultdict(set)
    for one, other in near:
        linked[one].add(other)
        linked[other].add(one)
    found: Groups = {}
    for row in sorted(copies, key=lambda row: (-len(row["text"]), row["id"])):
        if row["id"] not in found:
            found |= {other: row["id"] for other in (row["id"], *linked[row["id"]]) if other not in found}
    return found


def scores(copies: Sequence[dict[str, str]], found: Groups) -> tuple[float, float]:
    """Return pair F1, and the share of excerpts that are with the article they are taken from."""

    def pairs(sizes: Iterable[int]) -> int:
        return sum(size * (size - 1) // 2 for size in sizes)

    both = pairs(Counter((row["base"], found[row["id"]]) for row in copies).values())
    told = pairs(Counter(found[row["id"]] for row in copies).values())
    true = pairs(Counter(row["base"] for row in copies).values())
    excerpts = [row for row in copies if row["kind"] == "rss"]
    kept = sum(found[row["id"]] == found[f"b{row['base']}"] for row in excerpts)
    return 2 * both / (told + true), kept / max(1, len(excerpts))


def measure(seed: int = 7) -> dict[str, tuple[float, float, float]]:
    """Return (pair F1, excerpt recall, articles a CPU second) by method."""
    from copies import make  # noqa: PLC0415 -- lies with the development data

    copies = make(base()[1], seed)
    given = articles(copies)
    ours(given[:20])  # tables are read once
    before = time.process_time()
    found = ours(given)
    table = {"digest": (*scores(copies, found), len(copies) / (time.process_time() - before))}
    for name, method in (("datasketch MinHash", datasketch), ("rensa MinHash", rensa)):
        before = time.process_time()
        near = method(copies)
        near(0.5)
        speed = len(copies) / (time.process_time() - before)
        best = max((scores(copies, star(copies, near(threshold))) for threshold in THRESHOLDS), key=lambda each: each[0])
        table[name] = (*best, speed)
    return table


def spark(seed: int = 7) -> str:
    """Run the pair join in Spark and in DuckDB, all texts but the first fifty being fresh; say whether rows are equal."""
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 -- only to compare with
    except ImportError:
        return "Spark is not here: install Java, and pyspark beside this project's packages in another environment"
    from copies import make  # noqa: PLC0415 -- lies with the development data

    prints = fingerprints([row["text"] for row in make(base()[1], seed)])
    ours = shared(prints, 50)
    rows = list(zip(prints.texts.tolist(), prints.kept.tolist(), strict=True))
    session = SparkSession.builder.master("local[1]").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    try:
        schema = "article BIGINT, fingerprint BIGINT"
        session.createDataFrame(rows, schema).createOrReplaceTempView("seen")
        session.createDataFrame([row for row in rows if row[0] >= 50], schema).createOrReplaceTempView("fresh")
        theirs = [list(row) for row in session.sql(PAIRS_QUERY).collect()]
        said = "the same" if theirs == ours else "NOT THE SAME"
        return f"Spark {session.version}: {len(theirs)} pairs of {len(rows)} fingerprints, {said} as DuckDB's {len(ours)}"
    finally:
        session.stop()


if __name__ == "__main__":
    print(f"{'':20}{'pair F1':>9}{'excerpts':>10}{'articles/s':>12}")
    for method, (f1, excerpts, speed) in measure().items():
        print(f"{method:20}{f1:9.3f}{excerpts:10.3f}{speed:12.0f}")
    mixed = quoting(base()[1], 7)
    together = ours(articles(mixed))
    print(
        "updates that hold another's sentences: pair F1 {:.3f}, excerpts {:.3f}, ".format(*scores(mixed, together)), end=""
    )
    print(f"{false_pairs(mixed, together)} false pairs")
    if "--spark" in sys.argv[1:]:
        print(spark())
