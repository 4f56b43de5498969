"""Words of all languages that are known, for what is read before its language is, or is in another one than the text."""

from digest.language.english.speech import REPORTING, SPOKEN
from digest.language.registry import known_languages

__all__ = ["OPINIONS", "REPORTING", "SAYING", "SPOKEN"]

SAYING = "|".join(each.saying for each in known_languages() if each.saying)
"""Alternatives of a pattern: verbs that report what was said, in the tense of reports."""
OPINIONS = "|".join(each.opinions for each in known_languages() if each.opinions)
"""Alternatives of a pattern: labels of opinions in addresses and titles, which are too short to tell a language."""
