"""What follows an article's last words: who wrote it, what the publisher is, what else to read, follow or subscribe to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.clean.markup import Line
from digest.clean.text import ends_sentence, word_count
from digest.language.marks import MARKS

_ABOUT = re.compile(
    r"about (?:the |our )?(?:authors?|writers?|company|us|publication|this (?:site|publication|newsletter))|author bio|"
    r"(?:über|zu[rm]) (?:den |die |das )?(?:autor(?:en|in|innen)?|verfasser(?:in)?|uns)|"
    r"à propos (?:de l['’]auteure?|des auteurs|de nous)|"
    r"(?:sobre|acerca d[eo]) (?:el |la |los |o |a )?(?:autore?s?|autora|nosotros)|"
    r"sobre nós|(?:sull['’]|l['’])autor[ei]|chi siamo|over (?:de auteurs?|ons)|om (?:författaren|forfatteren|oss|os)|"
    r"o autor(?:ze|ce|ovi)|o nas|об авторе|о нас|عن الكاتب|عن المؤلف|من نحن|लेखक के बारे में|हमारे बारे में|"
    r"著者(?:紹介|について|プロフィール)?|この記事を書いた人|作者(?:简介|介紹)|关于(?:作者|我们)|저자 소개",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"journal|report(?:s|er)\b|repórter|correspond|korrespond|edit(?:or|s)\b|redak|rédact|redact|column|kolumn|writ(?:er|es)\b|"
    r"wrote|written|schreibt|écri|escrib|escreve|scrive|autor|auteur|author|covers\b|professor|fellow\b|lecturer|contribut|"
    r"periodista|giornalist|dziennikar|журналист|корреспондент|автор|記者|记者|기자|صحف|مراسل|पत्रकार|संवाददाता",
    re.IGNORECASE,
)
_IS = r",? (?:is|are|writes|covers|reports|ist|schreibt|est|écrit|es|escribe|é|è|scrive|schrijft|är|er|jest)(?!\w)"
_NAMED = re.compile(rf"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){{1,3}}{_IS}")
_BIO = (
    r",? (?:(?:is|was) (?:an?|the|our|based|currently|also)\b|has (?:been|covered|written|worked|reported|taught)\b|"
    r"(?:previously|currently|formerly)\b|(?:covers|writes|reports|lives|teaches|joined|works|worked|studied|edits)\b|"
    r"(?:ist|war|schreibt|berichtet|arbeitet|lebt)\b|(?:est|écrit|couvre|vit|travaille)\b|(?:es|escribe|cubre|vive)\b|"
    r"(?:é|escreve|cobre)\b|(?:è|scrive|vive)\b|(?:is|schrijft|werkt)\b)"
)
"""What a note on an author says behind the first name."""
_NAMELESS = re.compile(r"(?:is|was) (?:an?|the|our) \w", re.IGNORECASE)
"""How a note on an author begins whose name stands elsewhere."""
_AGAIN = re.compile(r"(?:She|He|They|Sie|Er|Elle|Il|Ella|Él|Ela|Ele|Lei|Lui|Zij|Hij) [^\W\d_]")
"""How a note on an author goes on."""
_SUBSCRIBE = (
    *("newsletter", "inbox", "subscribe", "subscription", "sign up", "posteingang", "abonnier", "abonnez", "abonner"),
    *(
        "suscríb",
        "suscrib",
        "iscrivi",
        "assine",
        "inscreva",
        "prenumerera",
        "подпис",
        "подпиш",
        "購読",
        "订阅",
        "訂閱",
        "구독",
    ),
    *("اشترك", "सदस्यता"),
)
_FOLLOW = re.compile(
    r"\b(?:facebook|instagram|whatsapp|telegram|youtube|linkedin|bluesky|mastodon|tiktok|threads|app store|google play|"
    r"apps?)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:us|our|uns|unser\w*|nous|notre|nos|nuestr\w*|síguenos|seguici|nostr\w*|ons|onze|oss|vår\w*)\b", re.IGNORECASE
)
_READER = re.compile(
    r"\b(?:you|your|our|us|my|free|ihre?n?|unser\w*|vous|votre|notre|nos|tu|su|nuestr\w*|tuo|tua|nostr\w*|je|onze)\b",
    re.IGNORECASE,
)
_SAID = re.compile(rf"[{MARKS}]")
_WITHIN = 8  # lines of the end in which notes are looked for
_LONGEST = 70  # words of a note
_SECTION_SHARE = 0.35  # of an article's words, what a section about its author or publisher holds at most


def end_matter(lines: Sequence[Line], names: Iterable[str], publisher: str = "") -> frozenset[int]:
    """Return which of the last lines of an article are none of it; `names` are its authors."""
    authors = [name for given in names for name in re.split(r", | and | & | und | et | y ", given) if " " in name]
    end = _about(lines)
    while end > 1 and (note := _note(lines[:end], authors, publisher)):
        end -= note
    within = range(max(1, len(lines) - _WITHIN), end)
    return frozenset(range(end, len(lines))) | {at for at in within if _is_of(lines[at].text, authors)}


def _about(lines: Sequence[Line]) -> int:
    """Where a section about the author or the publisher begins that is the article's last, else its end."""
    total = sum(word_count(line.text) for line in lines)
    rest = 0
    for at in range(len(lines) - 1, len(lines) // 2, -1):
        rest += word_count(lines[at].text)
        if rest > _SECTION_SHARE * total:
            break
        if _ABOUT.fullmatch(lines[at].text.strip(" :：")):
            return at
    return len(lines)


def _note(lines: Sequence[Line], authors: Sequence[str], publisher: str) -> int:
    """How many of the last lines are one note: one, or several of which those after the first go on about its author."""
    for at in range(len(lines) - 1, max(0, len(lines) - 4), -1):
        if _is_note(lines[at], authors, publisher):
            return len(lines) - at
        if not _AGAIN.match(lines[at].text) or word_count(lines[at].text) > _LONGEST or _SAID.search(lines[at].text):
            return 0
    return 0


def _is_note(line: Line, authors: Sequence[str], publisher: str) -> bool:
    """Whether a line at the end heads nothing, or tells of the author, the publisher, or where a reader may follow it."""
    text = line.text
    if line.tag == "heading" and not ends_sentence(text):
        return True
    if word_count(text) > _LONGEST or _SAID.search(text):
        return False
    own = publisher and re.match(rf"(?:the )?{re.escape(publisher)}{_IS}", text, re.IGNORECASE)
    trade = (found := _NAMED.match(text)) and _TRADE.search(text, found.end(), found.end() + 80)
    lower = text.lower()
    asks = any(word in lower for word in _SUBSCRIBE) and _READER.search(text)
    invites = _FOLLOW.search(text) and _OURS.search(text)
    nameless = _NAMELESS.match(text) and not text.endswith("?") and _TRADE.search(text, 0, 80)
    return bool(own or trade or asks or invites or nameless) or _is_of(text, authors) or _is_bio(text, authors)


def _is_bio(text: str, authors: Sequence[str]) -> bool:
    """Whether a line says of an author, by the first name alone, what he or she does."""
    first = "|".join(re.escape(author.split()[0]) for author in authors)
    return bool(first) and re.match(rf"(?:{first}){_BIO}", text) is not None


def _is_of(text: str, authors: Sequence[str]) -> bool:
    """Whether a line speaks of an author as somebody else would; who asks in an interview stands before a colon."""
    names = (re.match(rf"{re.escape(author)}(?=[ ,])", text, re.IGNORECASE) for author in authors)
    return word_count(text) <= _LONGEST and not _SAID.search(text) and any(names)
