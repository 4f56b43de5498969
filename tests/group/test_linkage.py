"""Which groups join."""

from itertools import combinations

import numpy as np

from digest.group.linkage import Node, average_link, edges_of
from digest.group.rules import RULES, SCALE


def linked(*groups, within, between):
    """Link articles: as alike as said within and between the groups, and a little more probable within."""
    home = [at for at, group in enumerate(groups) for _ in group]
    rows = []
    for one, other in combinations(range(len(home)), 2):
        same = home[one] == home[other]
        rows.append((one, other, round((0.95 if same else 0.9) * SCALE), round((within if same else between) * SCALE)))
    nodes = [Node(members=[at]) for at in range(len(home))]
    edges = edges_of(np.array(rows), range(len(home)), [True] * len(home))
    return sorted(sorted(node.members) for node in average_link(nodes, edges, RULES))


def test_groups_that_are_each_more_alike_than_the_two_stay_apart():
    """Two events of one kind share many words, and more within."""
    assert linked([0, 1, 2], [3, 4, 5], within=0.5, between=0.2) == [[0, 1, 2], [3, 4, 5]]


def test_groups_as_alike_as_each_within_join():
    """One event that was found in two parts."""
    assert linked([0, 1, 2], [3, 4, 5], within=0.5, between=0.45) == [list(range(6))]


def test_the_fewer_texts_the_less_counts_how_alike_they_are():
    """Two pairs join where two groups of three that are as alike would not; a single article always may."""
    assert linked([0, 1], [2, 3], within=0.5, between=0.25) == [[0, 1, 2, 3]]
    assert linked([0, 1, 2], [3, 4, 5], within=0.5, between=0.25) == [[0, 1, 2], [3, 4, 5]]
    assert linked([0, 1, 2], [3], within=0.5, between=0.01) == [[0, 1, 2, 3]]
