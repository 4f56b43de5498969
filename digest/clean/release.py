"""What stands around the text of a press release: its label, whom to call, and the mark at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.clean.core import is_statement
from digest.clean.inferred import printed
from digest.clean.markup import Line
from digest.clean.text import ends_sentence, word_count

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
_CONTACT_SIZE = 8  # lines of a contact, and words of each
_TOP = 4  # lines of a letterhead
_LONGEST_HEADLINE = 25  # words


def is_label(text: str) -> bool:
    """Whether a line says that what follows is a press release."""
    return _reason(text) == "press release"


def release_parts(lines: Sequence[Line]) -> list[str | None]:
    """Return for each line why it is no word of a press release's text, or None.

    The lines below "Contact:" go with it down to the next blank line, where all are too short to say anything; those above
    the label are a letterhead where a headline comes after it.
    """
    reasons = [_reason(line.text) for line in lines]
    for number, line in enumerate(lines):
        if _CONTACT.fullmatch(line.text):
            below = _block(lines, number)
            reasons[number : number + len(below)] = ["contact"] * len(below)
    label = next((number for number, reason in enumerate(reasons[: _TOP + 1]) if reason == "press release"), 0)
    if label and not any(_says(line.text) for line in lines[:label]):
        rest = zip(lines[label:], reasons[label:], strict=True)
        after = next((line.text for line, reason in rest if not reason and not printed(line.text, None, None)), "")
        if after and not _says(after):
            reasons[:label] = [reason or "letterhead" for reason in reasons[:label]]
    return reasons


def _reason(text: str) -> str | None:
    return next((reason for reason, rule in _RULES if rule.fullmatch(text)), None)


def _says(text: str) -> bool:
    """Whether a line is no name or headline but says something."""
    return ends_sentence(text) or word_count(text) > _LONGEST_HEADLINE


def _block(lines: Sequence[Line], number: int) -> Sequence[Line]:
    """The contact that begins with a line: that line alone, unless short ones follow it up to a blank one or the end."""
    end = number + 1
    while end < len(lines) and lines[end].number == lines[end - 1].number + 1:
        if end - number == _CONTACT_SIZE or word_count(lines[end].text) > _CONTACT_SIZE or is_statement(lines[end].text):
            return lines[number : number + 1]
        end += 1
    return lines[number:end]
