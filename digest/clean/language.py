"""The language an article is written in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from digest.language import language_of
from digest.language.frequency import is_listed
from digest.language.written import could_be, of_script, told_by_letters

LEAST_LETTERS = 120
"""Letters below which what the entry or its source declares is believed instead of the words."""
_SPOKEN = 0.12
_SURE = 0.9
_LIKELY = 0.4
"""The guess from which words of no declared language are believed, if its language is one whose words are counted.

Of 2,953 headlines of English feeds it took three for another language, which were in it; of the rarer languages, four in
five that were guessed at .5 or more were English.
"""
_LIKELIER = 0.7
"""The same in a script that tells its languages (`of_script`; Latin letters do not), one of them the digest's own."""
_READ = 240


def language(text: str, declared: str | None, assumed: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where nothing tells.

    The script comes first: what is declared another language than it can be is none. Then `declared` (a tag such as
    `en-US`) decides for texts of a few words, and where the words leave a doubt (py3langid). Where nothing is declared the
    words decide, of a headline too; where they leave a doubt it is `assumed`, the digest's own language.
    """
    sample = text[:_READ]
    letters = sum(map(str.isalpha, sample))
    possible = of_script(sample)
    told, own = (_fitting(code, sample) for code in (declared, assumed))
    if possible and (len(possible) == 1 or (told and letters < LEAST_LETTERS)):
        return told or possible[0]
    if told if letters < LEAST_LETTERS else _is_spoken(sample, told or own):
        return told or own
    guessed, share = _guess(sample, possible)
    likely = _LIKELIER if own and own in possible else _LIKELY
    if share >= (likely if told is None and is_listed(guessed) else _SURE):
        return guessed
    return told or own or next(iter(possible), None)


def _fitting(tag: str | None, sample: str) -> str | None:
    """The code of a language tag, where a text can be in that language by its script."""
    said = (tag or "").replace("_", "-").split("-")[0].strip().lower()
    return said if said.isalpha() and 2 <= len(said) <= 3 and could_be(sample, said) else None


def _guess(sample: str, possible: tuple[str, ...]) -> tuple[str, float]:
    """The likeliest language by a text's words, and how likely it is; among those of its script, where that has several.

    Of characters without kana nothing is guessed: headlines in Japanese can be all in Chinese characters.
    """
    if "zh" in possible:
        return "", 0.0
    if told_by_letters(possible):
        return possible[0], 1.0
    if not possible:
        guessed, share = _identifier().classify(sample)
        return (str(guessed), float(share)) if guessed != "zxx" and could_be(sample, guessed) else ("", 0.0)
    shares = {code: float(share) for code, share in _identifier().rank(sample) if code in possible}
    guessed = max(shares, key=lambda code: (shares[code], code), default="")
    return guessed, shares.get(guessed, 0.0)


def _is_spoken(sample: str, told: str | None) -> bool:
    """Whether the commonest words of a language make up so much of a text that nobody need look closer."""
    common = language_of(told).commonest if told else frozenset()
    spoken = sample.lower().split()
    return bool(common) and sum(word in common for word in spoken) >= _SPOKEN * len(spoken)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads a model of megabytes

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
