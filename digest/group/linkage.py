"""Sparse average link: the two groups with the highest mean probability join, until no pair may."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

import numpy as np
import numpy.typing as npt

from digest.group.rules import SCALE, Rules

Edges = dict[int, dict[int, tuple[int, int]]]
"""For nodes a and b, both ways round: sums over their pairs of articles of the probability and of how alike they begin."""

Rows = npt.NDArray[np.int64]


@dataclass(slots=True)
class Node:
    """A group of articles: how many, and how many of these, `texts`, say enough to be compared by how they begin.

    `alike` is the sum of how alike they begin over the `text_pairs` pairs of these, in units of 1/SCALE. `frozen` groups
    were stories in an earlier batch: two of them never join. `snippet` says that the articles are snippets.
    """

    size: int = 1
    texts: int = 1
    alike: int = 0
    text_pairs: int = 0
    frozen: bool = False
    snippet: bool = False
    members: list[int] = field(default_factory=list)

    @property
    def cohesion(self) -> float:
        """How alike two of its texts are on average, taken for less the fewer there are; 0 for a single one."""
        return self.alike / (self.text_pairs + 1)


def edges_of(pairs: Rows, place: Sequence[int], telling: Sequence[bool]) -> Edges:
    """Sum pairs of articles up into edges.

    A row of `pairs` is (article, article, probability, alike); `place` is each article's node, and `alike` counts where
    both tell enough (`telling`).
    """
    at, texts = np.array(place, np.int64), np.array(telling, np.int64)
    one, other = at[pairs[:, 0]], at[pairs[:, 1]]
    count = len(at) + 1
    keys, where = np.unique(np.minimum(one, other) * count + np.maximum(one, other), return_inverse=True)
    sums = np.zeros((len(keys), 2), np.int64)
    np.add.at(sums, where, np.stack([pairs[:, 2], pairs[:, 3] * texts[pairs[:, 0]] * texts[pairs[:, 1]]], axis=1))
    edges: Edges = defaultdict(dict)
    for a, b, probability, alike in zip(*(each.tolist() for each in (keys // count, keys % count, *sums.T)), strict=True):
        edges[a][b] = edges[b][a] = (probability, alike)
    return edges


def _add(edges: Edges, a: int, b: int, probability: int, alike: int) -> None:
    """Add a pair of articles to the edge between nodes a and b."""
    before = edges[a].get(b, (0, 0))
    edges[a][b] = edges[b][a] = (before[0] + probability, before[1] + alike)


def average_link(nodes: list[Node], edges: Edges, rules: Rules) -> list[Node]:
    """Return the groups in the order of their first nodes; each node's `members` go to the group it ends in.

    Two snippets need more to make a story (`rules.seed`) than another needs to join one: what several say is less by
    chance. A missing edge is zero. Ties go to the lowest nodes, so the order of edges changes nothing. Changes its
    arguments.
    """
    least = round(rules.join * SCALE)
    heap = [
        entry
        for a, linked in edges.items()
        for b, sums in linked.items()
        if a < b and (entry := _entry(nodes, a, b, sums))[0] <= -least
    ]
    heapify(heap)
    while heap:
        score, a, b = heappop(heap)
        sums = edges.get(a, {}).get(b)
        if sums is None or _entry(nodes, a, b, sums)[0] != score or not _may_join(nodes[a], nodes[b], *sums, rules):
            continue
        _join(nodes, edges, a, b)
        for other, more in edges[a].items():
            if (entry := _entry(nodes, min(a, other), max(a, other), more))[0] <= -least:
                heappush(heap, entry)
    return [node for node in nodes if node.size]


def _entry(nodes: list[Node], a: int, b: int, sums: tuple[int, int]) -> tuple[float, int, int]:
    return (-sums[0] / (nodes[a].size * nodes[b].size), a, b)


def _may_join(one: Node, other: Node, probability: int, alike: int, rules: Rules) -> bool:
    if one.frozen and other.frozen:
        return False
    if one.size == other.size == 1 and one.snippet and other.snippet and probability < rules.seed * SCALE:
        return False
    return alike >= rules.cohesion * math.sqrt(one.cohesion * other.cohesion) * one.texts * other.texts


def _join(nodes: list[Node], edges: Edges, a: int, b: int) -> None:
    one, other = nodes[a], nodes[b]
    one.alike += other.alike + edges[a][b][1]
    one.text_pairs += other.text_pairs + one.texts * other.texts
    one.size, one.texts = one.size + other.size, one.texts + other.texts
    one.frozen |= other.frozen
    one.members += other.members
    nodes[b] = Node(size=0)
    del edges[a][b], edges[b][a]
    for third, sums in edges.pop(b).items():
        del edges[third][b]
        _add(edges, a, third, *sums)
