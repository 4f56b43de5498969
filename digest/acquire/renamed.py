"""Pages of sources that were published: which the ledger still lacks, and which nobody answers any more."""

from __future__ import annotations

from digest.config import Config, Permalink
from digest.model import Problem
from digest.references import source_ids

_PAGES = "sources/"


def source_permalinks_to_append(config: Config) -> tuple[Permalink, ...]:
    """Return the lines that `digest publish` appends for the pages of sources: one for each that has none yet."""
    published = {permalink.path for permalink in config.permalinks}
    ids = sorted(source.id for source in config.sources)
    return tuple(Permalink(id=each, path=_PAGES + each, members=()) for each in ids if _PAGES + each not in published)


def lost_sources(config: Config) -> tuple[Problem, ...]:
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
