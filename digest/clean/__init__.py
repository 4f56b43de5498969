"""Make of whatever the web gives plain text that one can quote.

in: raw entries, the sources people describe, and `now` where it is known
out: one plain-text Article for each entry that holds words, and a Problem for each thing that is wrong or missing
never: guess where the entry says it, or lose a line without its reason
"""

from digest.clean.room import clean

__all__ = ["clean"]
