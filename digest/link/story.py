"""The steps of linking a story: read it, find what supports what, choose what its page tells, and show what may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.link import assembly
from digest.link.draft import drafted, figures_and_quotes
from digest.link.figures import figures
from digest.link.headlined import headlined
from digest.link.limits import budget, grant
from digest.link.origins import provenance
from digest.link.points import MOST_TOLD, agreement, arranged, tell, worded
from digest.link.quotes import quotes
from digest.link.reading import read
from digest.link.support import SpanTerms
from digest.model import Limits, Source, Story


def linked(story: Story, sources: Sequence[Source], limits: Limits) -> Story:
    """Return a story with its points, figures, quotations, origins and what only one source says.

    First comes what the page wants to show, then what of it may be shown; what may not is left out and counted.
    """
    reading = read(story.articles)
    reporting = provenance(reading, sources)
    terms = SpanTerms(reading)
    left = budget(reading, sources, limits)
    agreed = agreement(reading, terms)
    chosen = tell(reading, terms, left.rooms, agreed)
    told = worded(reading, terms, chosen, agreed)
    measured, spoken = figures_and_quotes(reading, figures(reading), quotes(reading), told, MOST_TOLD)
    selection = arranged(reading, terms, told, MOST_TOLD - len(measured) - len(spoken), story.headline)
    draft = drafted(reading, selection, measured, spoken, reporting)
    granted = grant(draft.requests, left)
    shown = (assembly.figures(draft, granted), assembly.quotes(draft, granted), assembly.singles(reading, draft, granted))
    points = assembly.points(reading, draft, granted, shown[0])
    return replace(
        story,
        points=headlined(reading, story, points, left, MOST_TOLD - sum(map(len, shown))),
        figures=shown[0],
        quotes=shown[1],
        origins=assembly.origins(draft, granted),
        only_in=shown[2],
        roles=reporting.roles,
        independent=reporting.independent,
        at_least=reporting.at_least,
        dropped=granted.dropped,
    )
