"""Italian: what denies, and where no sentence ends."""

from __future__ import annotations

import re

from digest.language.profile import Language

_NEGATIONS = "non né nessun nessuna mai senza nega smentisce"
ITALIAN = Language(
    code="it",
    negations=frozenset(_NEGATIONS.split()),
    abbreviated=re.compile(r"\b(?:Sig|Dott|Prof|Avv|On|Ing|art|n)\.\Z"),
)
