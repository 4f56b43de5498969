"""Put articles about one event into one story, with an id and a path that last.

in: articles of dedupe; what editors decided; every address ever published
out: stories, each article in exactly one of them, and Problems for decisions that match nothing
never: lets the order of the input, or what came later, change which of the earlier articles are together
"""

from collections.abc import Iterable, Sequence

from digest.common.memo import Memo, no_memo
from digest.group.rules import CAUTION
from digest.group.stories import tell
from digest.model import Article, Caution, Decision, Permalink, Problem, Story

__all__ = ["group"]


def group(
    articles: Iterable[Article],
    decisions: Sequence[Decision] = (),
    permalinks: Sequence[Permalink] = (),
    memo: Memo = no_memo,
    caution: Caution = "normal",
) -> tuple[tuple[Story, ...], tuple[Problem, ...]]:
    """Return the stories, sorted by (first day or EPOCH, id), and what was wrong with decisions and permalinks.

    A story's id is made from its founding article, the earliest by (day, id), unless it was published: then it keeps the
    id and the path it was published with for as long as it holds most of the articles it held. Two published stories
    become one only by an editor's decision. `caution` says how much is asked before articles are together.
    """
    return tell(articles, decisions, permalinks, memo, CAUTION[caution])
