"""Which language a text is in, as far as its script tells."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from digest.language.scripts import BURMESE, HAN, HANGUL, KANA, KHMER, LAO, THAI


class Script(NamedTuple):
    """The letters of a script as ranges of a class, and the languages in it, the one with most readers first."""

    letters: str
    languages: tuple[str, ...]


_CYRILLIC = "ru uk bg sr be mk kk ky mn tg tt ba cv os ce ab"
_ARABIC = "ar fa ur ps ckb sd ug ks ku"
_HAN_AND_KANA = ("zh", "ja", "yue")
_SCRIPTS = (
    Script(HAN + KANA, _HAN_AND_KANA),
    Script(HANGUL, ("ko",)),
    Script(r"\u0400-\u052f\u1c80-\u1c8f", tuple(_CYRILLIC.split())),
    Script(r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff", tuple(_ARABIC.split())),
    Script(r"\u0900-\u097f", ("hi", "mr", "ne", "sa", "kok", "mai", "bho")),
    Script(r"\u0980-\u09ff", ("bn", "as")),
    Script(r"\u0a00-\u0a7f", ("pa",)),
    Script(r"\u0a80-\u0aff", ("gu",)),
    Script(r"\u0b00-\u0b7f", ("or",)),
    Script(r"\u0b80-\u0bff", ("ta",)),
    Script(r"\u0c00-\u0c7f", ("te",)),
    Script(r"\u0c80-\u0cff", ("kn",)),
    Script(r"\u0d00-\u0d7f", ("ml",)),
    Script(r"\u0d80-\u0dff", ("si",)),
    Script(THAI, ("th",)),
    Script(LAO, ("lo",)),
    Script(KHMER, ("km",)),
    Script(BURMESE, ("my", "shn")),
    Script(r"\u0f40-\u0fbc", ("bo", "dz")),
    Script(r"\u0370-\u03ff\u1f00-\u1fff", ("el",)),
    Script(r"\u0590-\u05ff", ("he", "yi", "iw")),
    Script(r"\u0530-\u058f", ("hy",)),
    Script(r"\u10a0-\u10ff\u1c90-\u1cbf", ("ka",)),
    Script(r"\u1200-\u139f", ("am", "ti")),
    Script(r"\u0780-\u07bf", ("dv",)),
)
_BOTH = frozenset({"sr", "kk", "ky", "mn", "tt", "ku", "ckb", "ug", "sd"})
"""Languages of these scripts that are printed in Latin letters too."""
_ELSEWHERE = frozenset(code for script in _SCRIPTS for code in script.languages) - _BOTH
_OWN_LETTERS = (
    ("be", "ўЎ"),
    ("kk", "әғқңұһӘҒҚҢҰҺ"),
    ("uk", "їєґіЇЄҐІ"),
    ("mk", "ѓќѕЃЌЅ"),
    ("sr", "ђћџљњјЂЋЏЉЊЈ"),
    ("ru", "ыэёЫЭЁ"),
    ("ur", "ٹڈڑےں"),
    ("ckb", "ڵێۆڕ"),
    ("ps", "ښځڼې"),
    ("fa", "پچگژیک"),
    ("mr", "ळ"),
    ("as", "ৰৱ"),
)
"""Letters by which a language is told from those that share its script, those first that have none of another's."""
_BULGARIAN = re.compile(r"[а-я]ъ[бвгджзйклмнпрстфхцчшщ]", re.IGNORECASE)
"""The vowel that other languages print before е, ё, ю and я alone, as a sign."""
_LEAST_KANA = 0.05
_NO_JAPANESE = 30
"""Chinese characters that no Japanese headline has without kana among them."""
_LEAST_SHARE = 0.2
"""Share of a text's letters that a declared language's own script must have."""


def could_be(text: str, code: str) -> bool:
    """Whether a text can be in a language by its script: no Arabic one is in Latin letters, but for a few names."""
    languages = of_script(text)
    if languages or code not in _ELSEWHERE:
        return code in languages or not languages
    own = sum(_count(text, script) for script in _SCRIPTS if code in script.languages)
    return own >= _LEAST_SHARE * sum(map(str.isalpha, text))


def of_script(text: str) -> tuple[str, ...]:
    """Return the languages in whose script more than half of a text's letters are, the likeliest first; none for Latin."""
    if text.isascii():
        return ()
    half = sum(map(str.isalpha, text)) / 2
    for script in _SCRIPTS:
        if (count := _count(text, script)) > half:
            if script.letters == HAN + KANA:
                return _of_characters(len(_class(KANA).findall(text)), count)
            return _likeliest(text, script.languages)
    return ()


def told_by_letters(languages: tuple[str, ...]) -> bool:
    """Whether letters of its own put the first of the languages of a script before the one with most readers."""
    return bool(languages) and all(script.languages[0] != languages[0] for script in _SCRIPTS)


def _of_characters(kana: int, count: int) -> tuple[str, ...]:
    """The languages of so many Chinese characters and kana, so many of them kana: no Japanese sentence is without."""
    if kana > _LEAST_KANA * count:
        return ("ja",)
    return _HAN_AND_KANA if kana or count < _NO_JAPANESE else tuple(code for code in _HAN_AND_KANA if code != "ja")


def _count(text: str, script: Script) -> int:
    return len(_class(script.letters).findall(text))


def _likeliest(text: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages, first the one that has a letter of the text to itself."""
    own = next((code for code, letters in _OWN_LETTERS if code in languages and any(sign in text for sign in letters)), None)
    if own is None and "bg" in languages and _BULGARIAN.search(text):
        own = "bg"
    return (own, *(code for code in languages if code != own)) if own else languages


@cache
def _class(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]")
