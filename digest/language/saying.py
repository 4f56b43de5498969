"""Saying verbs of all languages that are known, for lines that are read before their language is known."""

from __future__ import annotations

from digest.language.english.speech import REPORTING, SPOKEN

__all__ = ["ANY", "REPORTING", "SAYING"]

SAYING = {
    "de": "sagte|schrieb|erklärte",
    "en": SPOKEN,
    "es": "escribió|dijo",
    "fr": "écrit|déclaré|dit",
    "it": "scritto|detto",
    "nl": "schreef|zei",
}
"""Alternatives of a pattern by language, in the tense of reports."""
ANY = "|".join(SAYING.values())
