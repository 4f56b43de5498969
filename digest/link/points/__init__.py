"""What a story's page tells: passages chosen by what each adds, and which of them say the same or tell of one matter.

in: a story as it is read
out: what its page is to tell, with the words of other articles that support it, and where it stands on the page
never: a citation; whether one may be shown is the extract limit's
"""

from digest.link.points.candidates import NEAR, Agreement, Statement, agreement, asked, least
from digest.link.points.lines import worded
from digest.link.points.selection import Selection, arranged
from digest.link.points.telling import MOST_TOLD, tell

__all__ = [
    "MOST_TOLD",
    "NEAR",
    "Agreement",
    "Selection",
    "Statement",
    "agreement",
    "arranged",
    "asked",
    "least",
    "tell",
    "worded",
]
