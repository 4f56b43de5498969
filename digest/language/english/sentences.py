"""Where English sentences do not end although a full stop stands there."""

from __future__ import annotations

import re

from digest.language.calendar import WEEKDAY
from digest.language.english.speech import SHORT_TITLES

ABBREVIATED = re.compile(rf"\b(?:{SHORT_TITLES}|St|Cmdr|Maj|Brig|Adm|Reps|Sens|Supt|Hon|Fr|Msgr|Atty|Const|Insp|Det|vs)\.\Z")
"""Titles and the like, which sentencex takes for the end of a sentence although a name or a number follows."""
_HOUR = re.compile(r"\b[ap]\.m\.\Z")
_AFTER_HOUR = re.compile(rf"[a-z]|[A-Z][a-z]+ time\b|(?:{WEEKDAY})\b|(?:E[DS]?T|P[DS]?T|C[DS]?T|GMT|BST|UTC)\b")
SHORTENED = re.compile(
    rf"\b(?:{SHORT_TITLES}|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|"
    r"Miss|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z])\.\Z"
)
"""What may end a line whose sentence goes on: a title, a state as papers shorten it, an initial."""
JOINED = ((_HOUR, _AFTER_HOUR),)
"""An hour and what says of which day or zone it is: "at 5 p.m. Tuesday"."""
