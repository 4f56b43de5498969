"""What is known of a language, as one value: what it lacks is refused, not guessed by the rules of English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from digest.language.english.attribution import ATTRIBUTION
from digest.language.english.speech import SPEECH
from digest.language.numbers import FRENCH, GERMAN, SPANISH, Numbers
from digest.language.speech import Attribution, Speech


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language (`code` is ISO 639) and what can be read of its texts.

    `grammar` says that clauses, verbs, pronouns, wishes and guesses are told apart, and with them what supports a
    statement in other words. `speech` says how it prints what people said, `attribution` how whose reporting it repeats.
    `numbers` says how figures are read where the grammar does not; `negations` are the words that deny. `stops` says that a
    mark ends its sentences; `right_to_left` is its direction.
    """

    code: str
    grammar: bool = False
    speech: Speech | None = None
    attribution: Attribution | None = None
    numbers: Numbers | None = None
    negations: frozenset[str] = frozenset()
    stops: bool = True
    right_to_left: bool = False

    @property
    def figures(self) -> bool:
        """Whether numbers, and what they measure, are read rightly."""
        return self.grammar or self.numbers is not None


ENGLISH = Language(code="en", grammar=True, speech=SPEECH, attribution=ATTRIBUTION)

_NUMBERS = {"de": GERMAN, "es": SPANISH, "fr": FRENCH}
_SPEECH: dict[str, Speech] = {}
_ATTRIBUTION: dict[str, Attribution] = {}
_NEGATIONS = {
    "ar": "لا لم لن ليس ليست لست غير دون بدون نفى نفت",
    "bg": "не няма без",
    "ca": "no cap sense mai",
    "cs": "ne není nebude nejsou nebyl nebyla nebylo bez",
    "da": "ikke ingen aldrig uden",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals ohne weder bestreitet dementiert",
    "el": "δεν μην όχι χωρίς ποτέ",
    "es": "no nunca ni sin tampoco ningún ninguna niega negó desmiente",
    "fr": "ne n pas jamais aucun aucune sans ni nie dément",
    "he": "לא אין אינו אינה בלי ללא",
    "hi": "नहीं न मत बिना ना",
    "id": "tidak bukan belum tanpa jangan",
    "it": "non né nessun nessuna mai senza nega smentisce",
    "ja": "ない なかっ ず ぬ ません なく",
    "ko": "안 못 않 없 아니",
    "nb": "ikke ingen aldri uten",
    "nl": "niet geen nooit zonder",
    "pl": "nie bez nigdy brak",
    "pt": "não nunca nem sem nenhum nenhuma nega desmente",
    "ro": "nu fără niciun nicio",
    "ru": "не нет ни без никогда нельзя отрицает",
    "sv": "inte ej ingen inget inga aldrig utan",
    "th": "ไม่ มิ ไร้ ห้าม งด",
    "uk": "не немає ні без ніколи",
    "vi": "không chưa chẳng đừng",
    "zh": "不 没 没有 未 无 非 否认 别",
}
"""Words that deny, in languages that deny by a word. Others deny by an ending (Turkish) or a beginning (Persian)."""
_UNMARKED = frozenset({"lo", "th"})
"""Languages whose sentences end with no mark of their own."""
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})


@cache
def language_of(code: str | None) -> Language:
    """Return what is known of a language; a text of which nobody knows the language is read as English."""
    if code in (None, "", "en"):
        return ENGLISH
    return Language(
        code=code or "",
        speech=_SPEECH.get(code or ""),
        attribution=_ATTRIBUTION.get(code or ""),
        numbers=_NUMBERS.get(code or ""),
        negations=frozenset(_NEGATIONS.get(code or "", "").split()),
        stops=code not in _UNMARKED,
        right_to_left=code in _RIGHT_TO_LEFT,
    )
