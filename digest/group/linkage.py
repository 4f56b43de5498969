"""Sparse average link: the two groups with the highest mean probability join, until no pair may."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from digest.group.rules import SCALE, Rules

Edges = dict[int, dict[int, tuple[int, int]]]
"""For nodes a and b, both ways round: sums over their pairs of articles of the probability and of the rare words shared."""

TELLING = 3
"""Articles with a text from which a group's cohesion is known."""


@dataclass(slots=True)
class Node:
    """A group of articles. `texts` of them have a text; `bond` sums up the rare words shared over `bonds` pairs of those.

    `frozen` groups were told before: two of them never join.
    """

    size: int = 1
    texts: int = 1
    bond: int = 0
    bonds: int = 0
    frozen: bool = False
    members: list[int] = field(default_factory=list)

    @property
    def cohesion(self) -> float | None:
        """The mean of what two of its texts share, None where too few tell."""
        return self.bond / self.bonds if self.bonds and self.texts >= TELLING else None


def add(edges: Edges, a: int, b: int, probability: int, rare: int) -> None:
    """Add a pair of articles to the edge between nodes a and b."""
    before = edges[a].get(b, (0, 0))
    edges[a][b] = edges[b][a] = (before[0] + probability, before[1] + rare)


def average_link(nodes: list[Node], edges: Edges, rules: Rules) -> list[Node]:
    """Return the groups in the order of their first nodes; each node's `members` go to the group it ends in.

    A missing edge is zero. Ties go to the lowest nodes, so the order of edges changes nothing. Changes its arguments.
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
        if sums is None or _entry(nodes, a, b, sums)[0] != score or not _may_join(nodes[a], nodes[b], sums[1], rules):
            continue
        _join(nodes, edges, a, b)
        for other, more in edges[a].items():
            if (entry := _entry(nodes, min(a, other), max(a, other), more))[0] <= -least:
                heappush(heap, entry)
    return [node for node in nodes if node.size]


def _entry(nodes: list[Node], a: int, b: int, sums: tuple[int, int]) -> tuple[float, int, int]:
    return (-sums[0] / (nodes[a].size * nodes[b].size), a, b)


def _may_join(one: Node, other: Node, rare: int, rules: Rules) -> bool:
    if one.frozen and other.frozen:
        return False
    if one.cohesion is None or other.cohesion is None:
        return True
    return rare / (one.texts * other.texts) >= rules.cohesion * math.sqrt(one.cohesion * other.cohesion)


def _join(nodes: list[Node], edges: Edges, a: int, b: int) -> None:
    one, other = nodes[a], nodes[b]
    one.bond += other.bond + edges[a][b][1]
    one.bonds += other.bonds + one.texts * other.texts
    one.size, one.texts = one.size + other.size, one.texts + other.texts
    one.frozen |= other.frozen
    one.members += other.members
    nodes[b] = Node(size=0)
    del edges[a][b], edges[b][a]
    for third, sums in edges.pop(b).items():
        del edges[third][b]
        add(edges, a, third, *sums)


def no_edges(pairs: Iterable[tuple[int, int, int, int]] = ()) -> Edges:
    """Return edges holding the given (a, b, probability, rare) and room for more."""
    edges: Edges = defaultdict(dict)
    for a, b, probability, rare in pairs:
        add(edges, a, b, probability, rare)
    return edges
