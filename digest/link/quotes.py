"""Words in quotation marks, who spoke them, and where sources print them differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from digest.link.outlets import Outlets
from digest.link.reading import LONGEST, Reading
from digest.model import Article, Citation, Quote, Text

MOST = 6
WORDS = 6
"""Words a quotation must have to be shown."""
LIKE = 0.75
"""Share of matching words from which two printed quotations are the same one in other wording."""
_QUOTED = re.compile(r"“([^“”]{12,600})”|(?<![\w])\"([^\"]{12,600})\"")
_VERBS = (
    "said|says|wrote|writes|tweeted|posted|added|adds|argued|argues|continued|replied|explained|noted|declared|insisted|"
    "warned|acknowledged|emphasized|emphasised|stated|announced|joked|recalled|responded|testified"
)
_SAID = rf"(?:{_VERBS}|told|tells|asked)"
_FORMER = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Rev)\.? |(?:Senator|Representative|President|Governor|Justice|Judge|Secretary) )?"
)
_NAME = rf"{_FORMER}[A-Z][\w’'-]+(?: [A-Z]\.| (?:de|du|van|von|der|bin|al|Jr\.)(?= )| [A-Z][\w’'-]+){{0,6}}"
_LATER = r"(?:has |had |later |also |then )?"
_AFTER = re.compile(
    rf"[,.]?\s*(?:(?:{_VERBS})\s+(?P<name>{_NAME})|(?P<name2>{_NAME})(?:,[^,“”\"]{{3,90}},)? {_LATER}{_SAID}|"
    rf"(?P<pronoun>he|she|He|She) {_LATER}{_SAID})\b"
)
_BEFORE = re.compile(
    rf"(?:(?P<name>{_NAME})(?: of {_NAME})?(?:,[^,“”\"]{{3,90}},)?|(?P<pronoun>\b[Hh]e|\b[Ss]he)) {_LATER}{_SAID}"
    rf"(?: (?:in|on|at|to|of|that|during|late|the|a|an|\w+day)\b[^“”\".]{{0,60}})?[,:]?\s*\Z"
)
_BREATH = re.compile(rf"[,.?!—–]?[”\"]?[^“”\"]*\b{_SAID}\b[^“”\".]{{0,40}}[.,:]\s*")
_TITLES = re.compile(
    r"\A(?:(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Rev)\.?|Senator|Congressman|Congresswoman|Representative|Vice|President|Governor|"
    r"Justice|Judge|Secretary|Chief|Chairman|Chairwoman|Spokesman|Spokeswoman|Spokesperson|Sheriff|Mayor|Minister|Prime|"
    r"Attorney|General|Director|Editor-in-Chief|State|Foreign|Finance|Interior|Defen[cs]e|Conservative|Labour|Republican|"
    r"Democratic|Democrat|Senate|House|Majority|Minority|Leader|Whip|Speaker|"
    r"Treasury|MP|Team|Police|Lt|Sgt|Capt|Col|What|The|In|On|At|But|And|After|When|As|While) )+"
)
_OUTLETS = Outlets(())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_NAMES = "he she the this that it they we you there but and in on at as if so monday tuesday wednesday thursday friday"
_NOBODY = frozenset(_NOT_NAMES.split()) | {"saturday", "sunday", "officials", "critics", "sources", "people"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One printed quotation: where it stands, and its speaker's name as printed, empty where it is not clear."""

    article: int
    paragraph: int
    start: int
    end: int
    words: tuple[str, ...]
    speaker: str
    text: str
    sure: bool


def quotes(reading: Reading) -> tuple[Quote, ...]:
    """Return quotations with their speaker, those that most sources print first, at most two of one speaker.

    The same quotation in several sources is one, and wordings that differ are its variants. Of a brief only its sayings are
    quotations. A quotation whose speaker is not clear is left out.
    """
    spoken = [one for number, article in enumerate(reading.articles) for one in _spoken(number, article)]
    groups: list[list[Spoken]] = []
    for one in spoken:
        home = next((group for group in groups if any(_alike(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    ranked = sorted(
        (group for group in groups if _agreed(group)),
        key=lambda group: (-len({one.article for one in group}), _place(group[0]), group[0].article),
    )
    shown: list[Quote] = []
    count: dict[str, int] = {}
    for group in ranked:
        quote = _quote(reading, group)
        surname = quote.speaker.split()[-1].casefold()
        if len(shown) < MOST and count.get(surname, 0) < 2 and (len(quote.citations) > 1 or len(shown) < MOST // 2):
            shown.append(quote)
            count[surname] = count.get(surname, 0) + 1
    return tuple(shown)


def _agreed(group: Sequence[Spoken]) -> bool:
    """Whether somebody is named as the speaker, and no two sources name different people beside the words."""
    named = {one.speaker.split()[-1] for one in group if one.speaker and one.sure}
    return len(named) == 1 or (not named and len({one.speaker.split()[-1] for one in group if one.speaker}) == 1)


def _place(one: Spoken) -> tuple[int, int]:
    return one.paragraph, one.start


def _spoken(number: int, article: Article) -> Iterable[Spoken]:
    if article.text == "brief":
        for place, saying in enumerate(article.sayings, len(article.paragraphs) + 1):
            words = _folded(saying.text)
            yield Spoken(
                article=number,
                paragraph=place,
                start=0,
                end=len(saying.text),
                words=words,
                speaker=saying.speaker,
                text=saying.text,
                sure=True,
            )
        return
    before: Spoken | None = None
    for paragraph, text in enumerate(article.paragraphs, 1):
        for match in _QUOTED.finditer(text):
            group = 1 if match.group(1) is not None else 2
            start, end = _fit(text, match.start(group), match.end(group))
            words = _folded(text[start:end])
            if len(words) >= WORDS and not text[start].isspace() and words[1] not in ("said", "says"):
                speaker, sure = _speaker(article, paragraph, match.start(), match.end(), before)
                before = Spoken(
                    article=number,
                    paragraph=paragraph,
                    start=start,
                    end=end,
                    words=words,
                    speaker=speaker,
                    text=text[start:end],
                    sure=sure,
                )
                yield before


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.replace("’", "'").casefold() for word in _WORD.findall(text))


def _fit(text: str, start: int, end: int) -> tuple[int, int]:
    """The quotation without a comma at its end; one that is too long ends with a sentence or clause of it."""
    while end > start and text[end - 1] in " ,;—–-":
        end -= 1
    if end - start > LONGEST:
        ends = [match.end() for match in re.finditer(r"[.!?](?=\s)", text[start : start + LONGEST])]
        stops = ends or [match.start() for match in re.finditer(r"[,;](?=\s)|\s[—–]", text[start : start + LONGEST])]
        end = start + (stops[-1] if stops else text[start : start + LONGEST].rfind(" "))
    return start, end


def _speaker(article: Article, paragraph: int, start: int, end: int, before_it: Spoken | None) -> tuple[str, bool]:
    """Who speaks, and whether a name beside the words says so; a pronoun means the one person named before it.

    Words that follow their speaker's earlier words in one breath are the same speaker's. Empty where nothing is clear.
    """
    text = article.passage(paragraph)
    goes_on = text[end - 2] in ",?!—–" or text[end - 2].isalnum() or text[end : end + 1] == ","
    after = _AFTER.match(text, end) if goes_on else None
    before = _BEFORE.search(text[max(0, start - 200) : start])
    for match, names in ((after, ("name", "name2")), (before, ("name",))):
        name = next((match[group] for group in names if match[group]), None) if match else None
        if name and _OUTLETS.named(name) is not None:
            return "", False
        if name and _TITLES.sub("", name).split()[0].casefold() not in _NOBODY:
            return _full(article, paragraph, start, name), True
        if match:
            return _last_person(article, paragraph, start), False
    if before_it is not None and before_it.paragraph == paragraph:
        between = text[before_it.end : start]
        if len(between) < 90 and _BREATH.fullmatch(between):
            return before_it.speaker, False
    return "", False


def _full(article: Article, paragraph: int, start: int, name: str) -> str:
    """The fullest form in which the article has named this person so far."""
    bare = _TITLES.sub("", name).strip()
    surname = re.sub(r"['’]s\Z", "", bare).split()[-1]
    earlier = " | ".join((article.title, *article.paragraphs[: paragraph - 1], article.passage(paragraph)[:start]))
    named = re.finditer(rf"\b(?:[A-Z][\w’'-]+ )(?:[A-Z]\. |[A-Z][\w’'-]+ )?{re.escape(surname)}\b", earlier)
    fuller = [_TITLES.sub("", match.group()) for match in named]
    fuller = [form for form in fuller if len(form.split()) > 1 and form.split()[0].casefold() not in _NOBODY]
    if len(bare.split()) > 1 or len({form.split()[0] for form in fuller}) != 1:
        words = bare.split()
        past = [n for n, word in enumerate(words[:-1], 1) if _TITLES.match(f"{word} ") or word.endswith(("'s", "’s"))]
        return " ".join(words[past[-1] if past else 0 :][-3:])
    return fuller[-1]


def _last_person(article: Article, paragraph: int, start: int) -> str:
    """The person a pronoun means: the only one named before it, with whom the last sentence begins."""
    before = article.passage(paragraph)[max(0, start - 260) : start]
    before = before if before.strip() or paragraph < 2 else article.passage(paragraph - 1)[-260:]
    people = _people(article)
    named = [match for match in re.finditer(r"\b[A-Z][\w’'-]*\w", before) if match.group() in people]
    if not named:
        return ""
    last = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", before.strip())[-1]
    opening = re.match(r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? )?(?:[A-Z][\w.-]+ ){0,3}([A-Z][\w’'-]*\w)(?=[ ,’'])", last)
    if len({match.group() for match in named}) > 1:
        return ""
    if opening and opening.group(1) in people:
        return _full(article, paragraph, start, named[-1].group())
    return ""


@lru_cache(maxsize=64)
def _people(article: Article) -> frozenset[str]:
    """The surnames of those who speak in an article, or whom it calls Mr. or Ms."""
    text = " ".join(article.paragraphs)
    spoken = re.finditer(
        rf"(?P<name>{_NAME}) {_SAID}\b|{_SAID} (?P<other>{_NAME})|"
        r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?|Justice|Senator|Representative|President|Governor|Judge|Secretary) "
        r"(?:[A-Z][\w.’'-]+ )?(?P<mr>[A-Z][\w’'-]*\w)",
        text,
    )
    names = (match["name"] or match["other"] or match["mr"] for match in spoken)
    return frozenset(
        re.sub(r"['’]s?\Z", "", name).split()[-1] for name in names if name.split()[0].casefold() not in _NOBODY
    )


def _alike(one: Spoken, other: Spoken) -> bool:
    """Whether two printed quotations are the same words, shorter or longer or a little different."""
    if one.article == other.article and (one.paragraph, one.start) != (other.paragraph, other.start):
        return one.words == other.words
    shorter, longer = sorted((one.words, other.words), key=len)
    if len(set(shorter) & set(longer)) < LIKE * len(set(shorter)):
        return False
    blocks = SequenceMatcher(None, shorter, longer, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) >= LIKE * len(shorter)


def _quote(reading: Reading, group: Sequence[Spoken]) -> Quote:
    first: dict[int, Spoken] = {}
    for one in group:
        if one.article not in first or len(one.words) > len(first[one.article].words):
            first[one.article] = one
    printed = [one for _, one in sorted(first.items())]
    speaker = _who(group)
    lead = max(printed, key=lambda one: (one.speaker == speaker, len(one.words), -one.article))
    ordered = [lead, *(one for one in printed if one is not lead and _alike(one, lead))]
    variants = tuple(dict.fromkeys(Text(one.text) for one in ordered[1:] if _differs(one.words, lead.words)))
    citations = tuple(
        Citation(article_id=reading.articles[one.article].id, paragraph=one.paragraph, start=one.start, end=one.end)
        for one in ordered
    )
    return Quote(speaker=Text(speaker), text=Text(lead.text), citations=citations, variants=variants)


def _who(group: Sequence[Spoken]) -> str:
    """The speaker a quotation's sources name; a name beside the words counts before a pronoun, the fullest form first."""
    sure = [one.speaker for one in group if one.speaker and one.sure]
    named = sure or [one.speaker for one in group if one.speaker]
    surnames = [name.split()[-1] for name in named]
    best = max(sorted(set(surnames)), key=surnames.count)
    return max((name for name in named if name.split()[-1] == best), key=lambda name: (len(name.split()), name))


def _differs(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether wording was altered, not only cut at either end."""
    shorter, longer = sorted((one, other), key=len)
    width = len(shorter)
    return not any(longer[place : place + width] == shorter for place in range(len(longer) - width + 1))
