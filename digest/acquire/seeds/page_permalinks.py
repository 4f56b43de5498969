"""Pages of sources, topics and days that were published: which the ledger still lacks, and which nobody answers any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from digest.common.days import day_of
from digest.common.references import edition_path, ids_meant
from digest.config import Workspace
from digest.model import Permalink, Problem, Source, Story, Topic


def page_permalinks_to_append(config: Workspace, stories: Iterable[Story]) -> tuple[Permalink, ...]:
    """Return the lines that `digest publish` appends for pages that are no story's: what the ledger does not say yet.

    A day has a page where one of the `stories` that are not hidden has an article of that day.
    """
    published = {permalink.path: permalink.members for permalink in config.permalinks}
    filed = {day_of(article) for story in stories if not story.hidden for article in story.articles}
    days = [day.isoformat() for day in filed if day]
    lines = [
        *(Permalink(id=each.id, path=f"sources/{each.id}", members=(each.home, each.name)) for each in config.sources),
        *(Permalink(id=each.id, path=f"topics/{each.id}", members=(each.name,)) for each in config.topics),
        *(Permalink(id=day, path=edition_path(day), members=()) for day in days),
    ]
    lines.sort(key=lambda line: line.path)
    return tuple(line for line in lines if published.get(line.path) != line.members)


def lost_pages(config: Workspace) -> Iterator[Problem]:
    """Yield a Problem for each source and topic whose page was published and to whose id no file answers."""
    yield from _lost("source", config.sources, config.permalinks, "keep the file, without its `feeds:`", code="lost-source")
    ended = "keep the file and write `retired: WHY` there"
    yield from _lost("topic", config.topics, config.permalinks, ended, code="lost-topic")


def _lost(
    kind: str, files: Sequence[Source | Topic], permalinks: Iterable[Permalink], otherwise: str, *, code: str
) -> Iterator[Problem]:
    published = {permalink.id for permalink in permalinks if permalink.path.startswith(f"{kind}s/")}
    for lost in sorted(published - ids_meant(files).keys()):
        yield Problem(
            stage="acquire",
            where="seeds/permalinks.jsonl",
            code=code,
            detail=f"the page of the {kind} `{lost}` was published, and no file in seeds/{kind}s has that name",
            remedy=f"write `formerly: [{lost}]` in the file it became or that takes its place; else {otherwise}",
        )
