"""What stands around the text of a press release: its label, whom to call, and the mark at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.markup import Line
from digest.clean.text import ends_sentence, words

_LABELS = (
    "press release", "news release", "media release", "press statement", "press information", "pressemitteilung",
    "presseinformation", "presseaussendung", "medienmitteilung", "communiqué de presse", "nota de prensa",
    "comunicado de prensa", "comunicado de imprensa", "comunicado à imprensa", "nota de imprensa", "comunicato stampa",
    "persbericht", "pressmeddelande", "pressemeddelelse", "pressemelding", "lehdistötiedote", "informacja prasowa",
    "komunikat prasowy", "tisková zpráva", "basın bülteni", "siaran pers", "пресс-релиз", "прес-реліз", "δελτίο τύπου",
    "プレスリリース", "报道资料", "新闻稿", "新聞稿", "보도자료", "بيان صحفي",
)  # fmt: skip
_AT_ONCE = (
    "immediate release", "immediate publication", "immediate distribution", "zur sofortigen veröffentlichung",
    "pour diffusion immédiate", "para publicación inmediata", "para difusión inmediata", "para divulgação imediata",
    "per la pubblicazione immediata", "voor onmiddellijke publicatie", "для немедленной публикации",
)  # fmt: skip
_RULES = (
    (
        "press release",
        re.compile(rf"(?!.*\w{{3}}[.!?]\Z)\W*(?:for )?(?:{'|'.join(_AT_ONCE + _LABELS)})\b.{{0,30}}", re.IGNORECASE),
    ),
    ("press release", re.compile(r"\W*(?:under )?embargo(?:ed)?\b(?: until|:| bis| jusqu).{0,80}", re.IGNORECASE)),
    ("contact", re.compile(r"(?:(?:tel|phone|fax|mobile|tél|тел)\w*[.:]* ?\+?|\+)[\d(][\d ()/.-]{5,20}", re.IGNORECASE)),
    ("contact", re.compile(r"(?:e-?mail ?:? ?)?[^\s@]+@[^\s@]+\.[a-z]+", re.IGNORECASE)),
    ("end mark", re.compile(r"[-–—*(#\s]*(?:ends|end of (?:press )?release|ende|30)[-–—*)#\s]*", re.IGNORECASE)),
)
_CONTACT = re.compile(
    r"(?:(?:media|press|news|presse|medien|further|more|for (?:more|further)) ?)?(?:contacts?(?: presse)?|enquiries|"
    r"inquiries|information|kontakt|contacto|contatti|contato|контакты?)\b[^:.!?]{0,40} ?:.{0,120}",
    re.IGNORECASE,
)
_MOST = 8  # lines of a contact


def release_parts(lines: Sequence[Line]) -> list[str | None]:
    """Return for each line why it is no word of a press release's text, or None.

    The lines below "Contact:" go with it down to the next blank line, where all are too short to say anything.
    """
    reasons = [next((reason for reason, rule in _RULES if rule.fullmatch(line.text)), None) for line in lines]
    for number, line in enumerate(lines):
        if _CONTACT.fullmatch(line.text):
            below = _block(lines, number)
            reasons[number : number + len(below)] = ["contact"] * len(below)
    return reasons


def _block(lines: Sequence[Line], number: int) -> Sequence[Line]:
    """The contact that begins with a line: that line alone, unless short ones follow it up to a blank one."""
    for end in range(number + 1, min(number + 1 + _MOST, len(lines))):
        if lines[end].number != lines[end - 1].number + 1:
            return lines[number:end]
        if words(lines[end].text) > _MOST or (ends_sentence(lines[end].text) and words(lines[end].text) > 2):
            break
    return lines[number : number + 1]
