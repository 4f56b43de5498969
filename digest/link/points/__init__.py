"""What a story's page tells: the statements of several sources, what others tell beside them, and what one alone tells.

in: a story as it is read, and which of its spans support which
out: candidates (statements with the spans that support them), and what of them a page wants to show
never: a citation; whether one may be shown is the extract limit's
"""

from digest.link.points.candidates import NEAR, Statement, asked, least, statements
from digest.link.points.lines import choose, height, opened
from digest.link.points.openings import of_one_event, opens
from digest.link.points.selection import Selection, complete

__all__ = [
    "NEAR",
    "Selection",
    "Statement",
    "asked",
    "choose",
    "complete",
    "height",
    "least",
    "of_one_event",
    "opened",
    "opens",
    "statements",
]
