"""Which languages are known: each is a module of this folder that holds a `Language`, and that module is all of it."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import digest.language
from digest.language.profile import Language
from digest.language.stems import inflected

_UNKNOWN = "en"
"""What a text is read as of which nobody knows the language."""
_NEGATIONS = {
    "ar": "لا لم لن ليس ليست لست غير دون بدون نفى نفت",
    "bg": "не няма без",
    "ca": "no cap sense mai",
    "cs": "ne není nebude nejsou nebyl nebyla nebylo bez",
    "da": "ikke ingen aldrig uden",
    "el": "δεν μην όχι χωρίς ποτέ",
    "he": "לא אין אינו אינה בלי ללא",
    "hi": "नहीं न मत बिना ना",
    "id": "tidak bukan belum tanpa jangan",
    "ja": "ない なかっ ず ぬ ません なく",
    "ko": "안 못 않 없 아니",
    "nb": "ikke ingen aldri uten",
    "nn": "ikkje ingen aldri utan",
    "no": "ikke ikkje ingen aldri uten utan",
    "pl": "nie bez nigdy brak",
    "ro": "nu fără niciun nicio",
    "ru": "не нет ни без никогда нельзя отрицает",
    "uk": "не немає ні без ніколи",
    "vi": "không chưa chẳng đừng",
    "zh": "不 没 没有 未 无 非 否认 别",
}
"""Words that deny where little more is known. Other languages deny by an ending (Turkish) or a beginning (Persian)."""
_DOUBTS = {
    "ru": """
    якобы едва редко менее меньше предположительно возможно вероятно может могут мог могла могли бы будто если чуть почти
    опроверг опровергла опровергли опровергает отверг отвергла ложь ложный ложные фальшивый поддельный слух слухи хочет
    хотят намерен планирует пытается пытался угрожает требует
    """,
    "zh": """
    据称 据传 涉嫌 疑似 或 或将 可能 拟 计划 打算 考虑 试图 企图 将 要求 如果 若 倘若 险些 几乎 差点 传闻 谣言 谣传 驳斥 虚假
    伪造 假
    """,
}
"""Words of doubt where little more is known: see `Language.doubts`."""
_OPINIONS = {
    "ar": "رأي",
    "ja": "社説",
    "ko": "사설",
    "ru": "мнение|колонка",
    "zh": "社论|社論|评论|評論",
}
"""Labels of opinions where little more is known."""
_UNMARKED = frozenset({"lo"})
"""Languages whose sentences end with no mark of their own."""
_DOTTED_DAYS = frozenset({"bs", "cs", "da", "et", "fi", "hr", "is", "lv", "nb", "nn", "no", "sk", "sl", "sr"})
"""Languages that print a day of the month with a full stop: "4. juni"."""
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})


@cache
def profiles() -> dict[str, Language]:
    """Return the languages that have a file of their own in this folder, by code."""
    found = {}
    for each in pkgutil.iter_modules(digest.language.__path__):
        module = importlib.import_module(f"{digest.language.__name__}.{each.name}")
        found.update({value.code: value for value in vars(module).values() if isinstance(value, Language)})
    return found


@cache
def language_of(code: str | None) -> Language:
    """Return what is known of a language (ISO 639), of most no more than how they are written and a few of their words."""
    code = code or _UNKNOWN
    return profiles().get(code) or Language(
        code=code,
        negations=frozenset(_NEGATIONS.get(code, "").split()),
        doubts=frozenset(_DOUBTS.get(code, "").split()),
        opinions=_OPINIONS.get(code, ""),
        endings=inflected(code),
        stops=code not in _UNMARKED,
        dotted_days=code in _DOTTED_DAYS,
        right_to_left=code in _RIGHT_TO_LEFT,
    )


@cache
def known_languages() -> tuple[Language, ...]:
    """Return all languages of which something is known, by code."""
    codes = {*profiles(), *_NEGATIONS, *_OPINIONS, *_UNMARKED, *_DOTTED_DAYS, *_RIGHT_TO_LEFT}
    return tuple(language_of(code) for code in sorted(codes))
