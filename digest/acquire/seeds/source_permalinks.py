"""Pages of sources that were published: which the ledger still lacks, and which nobody answers any more."""

from __future__ import annotations

from digest.config import Workspace
from digest.model import Permalink, Problem
from digest.references import source_ids

_PAGES = "sources/"


def source_permalinks_to_append(config: Workspace) -> tuple[Permalink, ...]:
    """Return the lines that `digest publish` appends for the pages of sources: what the ledger does not say of them yet."""
    published = {permalink.path: permalink.members for permalink in config.permalinks}
    lines = (
        Permalink(id=source.id, path=_PAGES + source.id, members=(source.home, source.name))
        for source in sorted(config.sources, key=lambda source: source.id)
    )
    return tuple(line for line in lines if published.get(line.path) != line.members)


def lost_sources(config: Workspace) -> tuple[Problem, ...]:
    """Return a Problem for each source whose page was published and to whose id no source answers."""
    ids = source_ids(config.sources)
    published = {permalink.id for permalink in config.permalinks if permalink.path.startswith(_PAGES)}
    return tuple(
        Problem(
            stage="acquire",
            where="seeds/permalinks.jsonl",
            code="lost-source",
            detail=f"the page of the source `{lost}` was published, and no file in seeds/sources has that name",
            remedy=f"if it was renamed, write `formerly: [{lost}]` in the file it became",
        )
        for lost in sorted(published - ids.keys())
    )
