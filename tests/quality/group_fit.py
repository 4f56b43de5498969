# ruff: noqa: T201 -- printing is its task
"""Fits the weights of grouping and prints how well it does beside simple baselines.

    python tests/quality/group_fit.py [--write | --scan | --unseen | --items]

The weights of longer texts are fitted on the development data (data/stories) by cross-validation on stories: each
article is scored by the weights fitted without its story. Those of snippets are fitted on feed items (group_items.py) and
on none of these sets, so the titles of uci_titles are reported and decide nothing. One setting serves all sets. `--write`
fits on all of it and writes digest/group/weights.py; `--scan` tries thresholds around the present ones; `--unseen` scores
each set by the weights fitted on the other sets alone; `--items` scores feed items, cross-validated over days, by each
caution, and with `--write` puts the figures where the method page has them from (digest/group/measured.py). The baselines
get the threshold that is best for them over all sets. Figures of sets are BCubed F1 (Amigó et al., 2009).
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform
from sklearn.cluster import HDBSCAN
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import group_items  # noqa: E402
from development import DEVELOPMENT  # noqa: E402
from logistic import logistic  # noqa: E402

from digest.cli import rows  # noqa: E402
from digest.common.memo import no_memo  # noqa: E402
from digest.group import naming, weights  # noqa: E402
from digest.group.batches import batches, keys_of  # noqa: E402
from digest.group.pairs import Turned, compare  # noqa: E402
from digest.group.rules import CAUTION, RULES, Rules  # noqa: E402
from digest.group.tables import table_of  # noqa: E402
from digest.model import Article  # noqa: E402

STORIES = DEVELOPMENT / "data/stories"
SETS = ("allsides_dated", "basil", "ecbplus", "wikinews", "uci_titles")
TITLES = "uci_titles"
"""Titles alone in coarse clusters: reported, and no part of the mixed stream."""
FOLDS = 3
MOST_PAIRS = 40_000
LEAST_PAIRS = 500
"""A sample with no more pairs of a shape is left out of its fit, in every fold alike: what is measured is what ships."""
GAP = (-2.5, -1.2)
"""Bounds for the weight of time: no set's dates tell more than that, and none may tell little, as one date a story would."""
RAISED = {"short": 1.0, "full": 0.8}
"""What is added to each shape's constant: linking wants the doubtful pairs of a story counted, not only the sure ones."""
WIDE = Rules(window=6.0)
Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Labelled:
    """Articles and the story each is in."""

    articles: tuple[Article, ...]
    stories: tuple[str, ...]

    def only(self, keep: Sequence[bool]) -> Labelled:
        return Labelled(
            *(tuple(each for each, kept in zip(of, keep, strict=True) if kept) for of in (self.articles, self.stories))
        )


def load(name: str) -> Labelled:
    """Read one of the sets; its name goes before its ids and stories."""
    with (STORIES / f"{name}.jsonl").open(encoding="utf-8") as lines:
        read, _ = rows.read(lines, name)
    return Labelled(
        tuple(replace(row.article, id=f"{name} {row.article.id}") for row in read),
        tuple(f"{name} {row.story}" for row in read),
    )


def bcubed(stories: Sequence[Hashable], told: Sequence[Hashable], keep: Sequence[bool] | None = None) -> float:
    """Return the BCubed F1 of groups `told` against the true `stories`, over the articles to `keep`."""
    true, given, both = Counter(stories), Counter(told), Counter(zip(stories, told, strict=True))
    kept = [at for at in range(len(stories)) if keep is None or keep[at]]
    precision = sum(both[stories[at], told[at]] / given[told[at]] for at in kept) / len(kept)
    recall = sum(both[stories[at], told[at]] / true[stories[at]] for at in kept) / len(kept)
    return 2 * precision * recall / (precision + recall)


def thinned(sets: Sequence[Labelled], seed: int = 1) -> Labelled:
    """Return one stream of all sets in which half of the stories have but one article left."""
    rng = random.Random(seed)
    together = Labelled(sum((each.articles for each in sets), ()), sum((each.stories for each in sets), ()))
    names = sorted(set(together.stories))
    single = set(rng.sample(names, len(names) // 2))
    order = list(range(len(together.stories)))
    rng.shuffle(order)
    left = {story: at for at in order if (story := together.stories[at]) in single}
    return together.only([story not in single or left[story] == at for at, story in enumerate(together.stories)])


def told(articles: Sequence[Article], rules: Rules) -> list[str]:
    """Group as the product does; return each article's story in the order given."""
    order = sorted(range(len(articles)), key=lambda at: naming.order(articles[at]))
    given = [articles[at] for at in order]
    found = dict(zip(order, batches(given, keys_of(given), no_memo, rules), strict=True))
    return [found[at] for at in range(len(articles))]


def variants(labelled: Labelled, seed: int = 2) -> Iterator[Labelled]:
    """Yield the set with its dates shaken, and as it would be if half its articles gave only a title, or only a lead.

    Sets carry one date a story, or that of the crawl: shaken by up to a day and a half, so that nothing leans on it.
    """
    rng = random.Random(seed)

    def shaken(article: Article) -> Article:
        if article.published is None:
            return article
        at = article.published.at + timedelta(days=rng.uniform(0, 1.5))
        return replace(article, published=replace(article.published, at=at))

    articles = [shaken(article) for article in labelled.articles]
    yield replace(labelled, articles=tuple(articles))
    if any(article.paragraphs for article in articles):
        for words in (0, 50):
            cut = [short(article, words) if rng.random() < 0.5 else article for article in articles]
            yield replace(labelled, articles=tuple(cut))


def short(article: Article, words: int) -> Article:
    """Return the article with only the first `words` of its text, and no date."""
    text = " ".join(" ".join(article.paragraphs).split()[:words])
    return replace(article, paragraphs=(text,) if text else (), published=None)


@dataclass(frozen=True)
class Sample:
    """Pairs of articles to fit on: shape, features, whether they are together, and the folds of both."""

    shapes: np.ndarray
    features: np.ndarray
    together: np.ndarray
    folds: np.ndarray


def sample(labelled: Labelled, fold: dict[str, int]) -> Sample:
    """Return the pairs of one variant of a set of longer texts, at most MOST_PAIRS of them."""
    table = table_of(labelled.articles)
    found = [each for each in compare(table, Turned(table), WIDE, same=True) if (each.shapes > 0).all()]
    one, other = (np.concatenate([getattr(each, name) for each in found]) for name in ("rows", "columns"))
    stories = np.array(labelled.stories)
    folds = np.array([fold[story] for story in labelled.stories])
    pick = np.arange(len(one))
    if len(pick) > MOST_PAIRS:
        pick = np.sort(np.random.default_rng(0).choice(pick, MOST_PAIRS, replace=False))
    return Sample(
        np.concatenate([each.shapes for each in found])[pick],
        np.concatenate([each.features for each in found])[pick],
        (stories[one] == stories[other])[pick],
        np.stack([folds[one], folds[other]], axis=1)[pick],
    )


def fit(samples: Sequence[Sample], without: int | None = None) -> Rows:
    """Fit one logistic model a shape on the pairs that do not touch fold `without`; each sample weighs the same.

    That of pairs of snippets is fitted on feed items.
    """
    fitted = [snippet_weights()]
    for name, raised in RAISED.items():
        shape = weights.SHAPES.index(name)
        features, together, balance = [], [], []
        for each in samples:
            shaped = each.shapes == shape
            keep = shaped & (each.folds != without).all(axis=1)
            if shaped.sum() > LEAST_PAIRS:
                features.append(each.features[keep])
                together.append(each.together[keep])
                balance.append(np.full(keep.sum(), 1 / keep.sum()))
        x, y, weight = (np.concatenate(each) for each in (features, together, balance))
        constant, *rest = logistic(x, y, 1.0, weight, {weights.FEATURES.index("gap"): GAP})
        fitted.append((constant + raised, *rest))
    return tuple(fitted)


@cache
def snippet_weights() -> tuple[float, ...]:
    """Fit the weights of pairs of snippets."""
    items = group_items.load()
    return group_items.fit([group_items.pairs(items, RULES)], items)


def folds(sets: Sequence[Labelled], seed: int = 0) -> dict[str, int]:
    """Deal the stories of each set out to FOLDS folds."""
    rng, fold = random.Random(seed), {}
    for each in sets:
        names = sorted(set(each.stories))
        rng.shuffle(names)
        fold.update({name: at % FOLDS for at, name in enumerate(names)})
    return fold


def crossed(labelled: Labelled, fold: dict[str, int], fitted: Sequence[Rows], **thresholds: float) -> float:
    """Return the mean F1 over folds, each of its own articles by the weights fitted without them."""
    scores = []
    for at, each in enumerate(fitted):
        found = told(labelled.articles, Rules(weights=each, **thresholds))
        scores.append(bcubed(labelled.stories, found, [fold[story] == at for story in labelled.stories]))
    return float(np.mean(scores))


def baselines(labelled: Labelled) -> Iterator[tuple[str, float, Sequence[Hashable]]]:
    """Yield (name, threshold, groups) of the simple ways, for a range of thresholds each."""
    titles = CountVectorizer(binary=True).fit_transform([article.title for article in labelled.articles])
    common = (titles @ titles.T).toarray().astype(np.float32)
    size = common.diagonal()
    jaccard = common / np.maximum(size[:, None] + size[None] - common, 1)
    for threshold in (0.3, 0.4, 0.5, 0.6):
        yield "title Jaccard", threshold, components(jaccard >= threshold)
    texts = [" ".join([article.title, article.title, *article.paragraphs]) for article in labelled.articles]
    tfidf = TfidfVectorizer(sublinear_tf=True, stop_words="english", dtype=np.float32).fit_transform(texts)
    distance = np.clip(1 - (tfidf @ tfidf.T).toarray(), 0, 1)
    np.fill_diagonal(distance, 0)
    for threshold in (0.4, 0.5, 0.6):
        yield "TF-IDF, connected components", threshold, components(distance <= threshold)
    tree = linkage(squareform(distance, checks=False), "average")
    for threshold in (0.75, 0.8, 0.85, 0.9):
        yield "TF-IDF, average link", threshold, list(fcluster(tree, threshold, "distance"))
    for least in (2, 3):
        labels = HDBSCAN(min_cluster_size=least, metric="precomputed", copy=True).fit(distance.astype(float)).labels_
        yield "HDBSCAN", least, [label if label >= 0 else f"alone {at}" for at, label in enumerate(labels)]


def components(near: np.ndarray) -> list[int]:
    """Return the connected component of each row."""
    return list(connected_components(csr_matrix(near), directed=False)[1])


def table(sets: dict[str, Labelled], fold: dict[str, int], fitted: Sequence[Rows]) -> None:
    """Print the figures, ours and the baselines'."""
    print(f"{'BCubed F1':32}" + "".join(f"{name:>16}" for name in sets))
    ours = [crossed(each, fold, fitted) for each in sets.values()]
    print(f"{'digest (cross-validated)':32}" + "".join(f"{score:16.3f}" for score in ours), flush=True)
    found: dict[str, dict[float, list[float]]] = defaultdict(lambda: defaultdict(list))
    for each in sets.values():
        for name, threshold, groups in baselines(each):
            found[name][threshold].append(bcubed(each.stories, groups))
    for name, by_threshold in found.items():
        best = max(by_threshold, key=lambda threshold: sum(by_threshold[threshold]))
        print(f"{f'{name} ({best:g})':32}" + "".join(f"{score:16.3f}" for score in by_threshold[best]))


def write(fitted: Rows) -> None:
    """Put the weights into digest/group/weights.py."""
    path = ROOT / "digest/group/weights.py"
    lines = [
        f'    "{shape}": ({", ".join(f"{value:.3f}" for value in row)}),'
        for shape, row in zip(weights.SHAPES, fitted, strict=True)
    ]
    text = path.read_text(encoding="utf-8")
    before, rest = text.split("WEIGHTS = {\n")
    path.write_text(before + "WEIGHTS = {\n" + "\n".join(lines) + "\n}" + rest.split("\n}", 1)[1], encoding="utf-8")


def measure(*, write: bool) -> None:
    """Print how right the stories of feed items are by each caution; `write` puts that into digest/group/measured.py."""
    items, lines = group_items.load(), []
    for caution, rules in CAUTION.items():
        found = group_items.crossed(items, told, rules)
        print(f"{caution:8}{found}", flush=True)
        numbers = (f"{found.precision:.2f}", f"{found.recall:.2f}", f"{found.pure:.1f}", f"{found.told:.1f}")
        lines.append(f'    "{caution}": Measured({", ".join(numbers)}),')
    if write:
        path = ROOT / "digest/group/measured.py"
        before, rest = path.read_text(encoding="utf-8").split("CAUTIONS = {\n")
        after = rest.split("\n}", 1)[1]
        path.write_text(before + "CAUTIONS = {\n" + "\n".join(lines) + "\n}" + after, encoding="utf-8")


def main() -> None:
    """Fit, and do what the arguments say."""
    if "--items" in sys.argv:
        measure(write="--write" in sys.argv)
        return
    sets = {name: load(name) for name in SETS}
    fold = folds(list(sets.values()))
    sets["mixed"] = thinned([sets[name] for name in SETS if name != TITLES])
    by_set = {name: [sample(variant, fold) for variant in variants(sets[name])] for name in SETS}
    if "--unseen" in sys.argv:
        for name in SETS:
            rules = Rules(weights=fit([each for other in SETS if other != name for each in by_set[other]]))
            score = bcubed(sets[name].stories, told(sets[name].articles, rules))
            print(f"{name:16}{score:.3f}", flush=True)
        return
    samples = [*(each for name in SETS for each in by_set[name]), sample(sets["mixed"], fold)]
    if "--write" in sys.argv:
        write(fit(samples))
        return
    fitted = [fit(samples, without) for without in range(FOLDS)]
    if "--scan" not in sys.argv:
        table(sets, fold, fitted)
        return
    for join in (0.15, 0.2, 0.25):
        for cohesion in (0.7, 0.74, 0.78):
            scores = [crossed(each, fold, fitted, join=join, cohesion=cohesion) for each in sets.values()]
            print(join, cohesion, *(f"{score:.3f}" for score in scores), f"{np.mean(scores):.4f}", flush=True)


if __name__ == "__main__":
    main()
