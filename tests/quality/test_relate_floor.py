"""Ties that say *continues* stay right on the development data, and the long event in it stays one."""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def test_ties_between_stories_of_feed_items_are_right(shared):
    """Of those that are sure 95 in 100; and 50 of the largest event's stories are tied together.

    So are 5 of those of two events that have no name in the news.
    """
    folder = shared("data/gold/feed_items.jsonl").parent
    import group_items
    import relate_fit

    from digest.dedupe import dedupe
    from digest.group import group
    from digest.relate.related import related
    from digest.relate.words import words_of

    stories, _ = group(dedupe(group_items.load(folder).articles))
    events = dict(zip((story.id for story in stories), relate_fit.events(stories), strict=True))
    tied: dict[str, set[str]] = {story.id: {story.id} for story in stories}
    verdicts: Counter[str] = Counter()
    for story, relations in zip(stories, related(stories, list(map(words_of, stories))), strict=True):
        for other in relations:
            if other.kind == "continues":
                verdicts[relate_fit.verdict(events[story.id], events[other.id])] += 1
                both = tied[story.id] | tied[other.id]
                tied.update(dict.fromkeys(both, both))
    assert verdicts["right"] >= 0.95 * (verdicts["right"] + verdicts["wrong"])
    assert verdicts["right"] >= 340
    assert max(map(len, tied.values())) >= 50
    for name in ("ukraine-talks", "iran-protests"):
        of = {story for story, (event, _) in events.items() if event == name}
        assert max(len(tied[story] & of) for story in of) >= 5, name
