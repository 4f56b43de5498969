"""Sparse average link: the two groups with the highest mean probability join, until none reaches the threshold."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

Edges = dict[int, dict[int, float]]


def average_link(sizes: list[int], edges: Edges, threshold: float) -> list[int]:
    """Return for each node the lowest node of its group.

    `edges[a][b]` is the sum of probabilities between nodes a and b (both ways round), a node standing for `sizes` articles;
    a missing edge is 0. Ties go to the lowest nodes, so that the order of edges changes nothing.
    """
    sizes, label = list(sizes), list(range(len(sizes)))
    links = {a: dict(b) for a, b in edges.items()}
    members = [[at] for at in range(len(sizes))]
    heap = [(-s / (sizes[a] * sizes[b]), a, b) for a, bs in links.items() for b, s in bs.items() if a < b]
    heap = [entry for entry in heap if -entry[0] >= threshold]
    heapify(heap)
    while heap:
        score, a, b = heappop(heap)
        total = links.get(a, {}).get(b)
        if total is None or -total / (sizes[a] * sizes[b]) != score:
            continue
        sizes[a] += sizes[b]
        members[a] += members[b]
        del links[a][b], links[b][a]
        for other, more in links.pop(b).items():
            del links[other][b]
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + more
        for other, sum_ in links[a].items():
            if (mean := sum_ / (sizes[a] * sizes[other])) >= threshold:
                heappush(heap, (-mean, min(a, other), max(a, other)))
    for at in range(len(sizes)):
        if at in links or members[at][0] == at:
            for each in members[at]:
                label[each] = min(label[each], *members[at])
    return label
