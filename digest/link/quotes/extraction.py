"""Words in quotation marks, who spoke them, and where sources print them differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache

from digest.language import language_of
from digest.language.calendar import weekday_words
from digest.language.english.vocabulary import LIGHT
from digest.language.sentences import sentences
from digest.link.outlets import Outlets
from digest.link.quotes.printed import bare, found, straight
from digest.link.reading import LONGEST, Reading
from digest.model import Article, Citation, Quote, Text

MOST = 6
WORDS = 6
"""Words a quotation must have to be shown."""
LIKE = 0.75
"""Share of matching words from which two printed quotations are the same one in other wording."""
_QUOTED = re.compile(r"“([^“”]+)”|(?<!\w)\"(?=\S)([^\"“”]+)\"")
_LONG = 600
"""Code points from which what stands between two marks is no quotation: one of them stands alone."""
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
_LINK = (
    "in|on|at|of|to|during|after|before|when|while|as|who|whom|that|last|this|through|via|from|with|without|and|or|but|late|"
    "early|earlier|about|by|if|for|because|since|until|outside|inside|near|into|over|under|against|among|is|was|has|had|"
    "today|yesterday|tonight|twice|once|here|there|again|just|amid|upon"
)
_ROLE = rf"(?:(?!(?:{_LINK}|{_SAID}|[a-z]+ing)\b)[a-z][\w’'-]* )"
"""A word of what somebody is: neither links words nor is what somebody does."""
_WHOSE = rf"(?:(?:[A-Z][\w.’'-]* ){{0,3}}{_ROLE}{{0,3}}(?!(?:the|an?|one|some|his|her|its|their|another)\b){_ROLE})?"
_AFTER = re.compile(
    rf"[,.]?\s*(?:(?:{_VERBS})\s+{_WHOSE}(?P<name>{_NAME})\b(?! (?!{_LINK}|\w+(?:ing|ly|day)\b)[a-z])|"
    rf"{_WHOSE}(?P<name2>{_NAME})(?:,[^,“”\"]{{3,90}},)? {_LATER}{_SAID}\b|"
    rf"(?P<pronoun>he|she|He|She) {_LATER}{_SAID}\b|"
    r"[Tt]he (?P<same>\w+) (?:added|adds|continued|went on)\b)"
)
_BEFORE = re.compile(
    rf"(?:(?P<name>{_NAME})(?: of {_NAME})?(?:,[^,“”\"]{{3,90}},)?|(?P<pronoun>\b[Hh]e|\b[Ss]he)) {_LATER}{_SAID}"
    rf"(?: (?:in|on|at|to|of|that|during|late|the|a|an|\w+day)\b[^“”\".]{{0,60}})?[,:]?\s*\Z"
)
_BEHIND = re.compile(rf"\b(?:{_LINK}|site)(?: the)? \Z", re.IGNORECASE)
"""What makes a name no speaker's: "a spokesman for", "sources close to", "and", "the"."""
_BREATH = re.compile(rf"[,.?!—–]?[”\"]?[^“”\"]*\b{_SAID}\b[^“”\".]{{0,40}}[.,:]\s*")
_TITLES = re.compile(
    r"\A(?:(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Rev)\.?|Senator|Congressman|Congresswoman|Representative|Vice|President|Governor|"
    r"Justice|Judge|Secretary|Chief|Chairman|Chairwoman|Spokesman|Spokeswoman|Spokesperson|Sheriff|Mayor|Minister|Prime|"
    r"Attorney|General|Director|Editor-in-Chief|State|Foreign|Finance|Interior|Defen[cs]e|Pro|Tem|Officer|Executive|CEO|"
    r"Commissioner|Deputy|Assistant|Professor|Prof|Pope|Coach|Conservative|Labour|Republican|"
    r"Democratic|Democrat|Senate|House|Majority|Minority|Leader|Whip|Speaker|"
    r"Treasury|MP|Team|Police|Lt|Sgt|Capt|Col|What|The|In|On|At|But|And|After|When|As|While) )+"
)
_STARTS = re.compile(r"(?<!Mr|Ms|Dr|Lt)(?<!Mrs|Sen|Rep|Gov|Gen|Rev|Sgt|Col)(?:\A|[.!?:|”\"“]) ?\Z")
_COUPLE = re.compile(r"\b([A-Z][\w’'-]+) and \Z")
_CLOSES = re.compile(r"[.,;:)]|\Z| (?:in|on|at|to|during|after|as|with)\b")
"""What follows a speaker's verb behind words that ended their sentence; all else begins another statement."""
_TURNS = re.compile(r"[,.]?[”\"][^“”\"]{0,90}[“\"](?:[Bb]ut|[Hh]owever)\b|[.!?]? But\b")
"""What follows words that their speaker takes back, by half, in the next."""
_CUT = re.compile(r"…|\.\.")
_BODY = re.compile(
    r"(?:Agency|Committee|House|Department|Ministry|Group|Party|Association|Institute|University|Company|Corp|Inc|Council|"
    r"Court|Office|Bureau|Union|Commission|Foundation|Organization|Campaign|Coalition|Alliance)\.?\Z"
)
"""What a body's name ends with, of which the words around are part."""
_OUTLETS = Outlets(())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_NAMES = (
    "he she the this that it they we you there but and in on at as if so officials critics sources people senior former top"
)
_NOBODY = frozenset(_NOT_NAMES.split()) | weekday_words("en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One printed quotation: where it stands, and its speaker's name as printed, empty where it is not clear.

    `kinds` are its words, each once; `sure` says that a name stands beside the words, `whole` that they begin a sentence and
    are no part torn out of one.
    """

    article: int
    paragraph: int
    start: int
    end: int
    words: tuple[str, ...]
    speaker: str
    text: str
    sure: bool
    whole: bool
    kinds: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Keep what each comparison asks for."""
        object.__setattr__(self, "kinds", frozenset(self.words))


def quotes(reading: Reading) -> tuple[Quote, ...]:
    """Return quotations with their speaker, those that most sources print first, at most two of one speaker.

    The same quotation in several sources is one, and wordings that differ are its variants. Of a brief only its sayings are
    quotations. A quotation whose speaker is not clear is left out, and so are those of languages whose saying verbs are not
    known; a brief's sayings name their speakers.
    """
    spoken = [one for number, article in enumerate(reading.articles) for one in _spoken(number, article)]
    groups: list[list[Spoken]] = []
    for one in spoken:
        home = next((group for group in groups if any(_alike(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    texts = [straight("\n".join(article.paragraphs)) for article in reading.articles]
    known = [group for group in groups if _agreed(group) and any(one.whole for one in group)]
    ranked = sorted(known, key=lambda group: (-_printed_by(texts, group), _place(group[0]), group[0].article))
    shown: list[Quote] = []
    count: dict[str, int] = {}
    for group in ranked:
        if len(shown) == MOST:
            break
        quote = _quote(reading, group)
        surname = quote.speaker.split()[-1].casefold()
        if count.get(surname, 0) < 2 and (len(quote.citations) > 1 or len(shown) < MOST // 2):
            if " " not in quote.speaker:
                quote = replace(quote, speaker=Text(_introduced(reading.articles, quote.speaker) or quote.speaker))
            shown.append(quote)
            count[surname] = count.get(surname, 0) + 1
    return tuple(shown)


def _printed_by(texts: Sequence[str], group: Sequence[Spoken]) -> int:
    """How many articles print a quotation, in one of its wordings or within a longer one."""
    words = {bare(one.text) for one in group}
    own = {one.article for one in group}
    return len(own) + sum(
        number not in own and any(found(text, each) >= 0 for each in words) for number, text in enumerate(texts)
    )


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
                whole=True,
            )
        return
    before: Spoken | None = None
    for paragraph, text in enumerate(article.paragraphs if language_of(article.language).speech else (), 1):
        for match in _QUOTED.finditer(text):
            group = 1 if match.group(1) is not None else 2
            start, end = _fit(text, match.start(group), match.end(group))
            words = _folded(text[start:end])
            long = match.end() - match.start() > _LONG
            if len(words) >= WORDS and not long and not text[start].isspace() and words[1] not in ("said", "says"):
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
                    whole=not text[start].islower() and not _TURNS.match(text, end),
                )
                yield before


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.replace("’", "'").casefold() for word in _WORD.findall(text))


def _fit(text: str, start: int, end: int) -> tuple[int, int]:
    """The quotation without a comma at its end; one that is too long ends with a sentence of it, or is none."""
    while end > start and text[end - 1] in " ,;—–-":
        end -= 1
    if end - start > LONGEST:
        ends = [last for _, last in sentences(text[start:end]) if last <= LONGEST]
        end = start + ends[-1] if ends else start
    return start, end


def _speaker(article: Article, paragraph: int, start: int, end: int, before_it: Spoken | None) -> tuple[str, bool]:
    """Who speaks, and whether a name beside the words says so; a pronoun means the one person named before it.

    Words that follow their speaker's earlier words in one breath are the same speaker's. Empty where nothing is clear.
    """
    text = article.passage(paragraph)
    goes_on = text[end - 2] in ",?!—–" or text[end - 2].isalnum() or text[end : end + 1] == ","
    after = _AFTER.match(text, end) if goes_on else None
    closed = after and (after["name"] or after.group().endswith(("told", "asked")) or _CLOSES.match(text, after.end()))
    if text[end - 2] in "?!" and not closed:
        after = None
    before = _BEFORE.search(text, max(0, start - 200), start)
    for match, names in ((after, ("name", "name2")), (before, ("name",))):
        name = next((match[group] for group in names if match[group]), None) if match else None
        if match and name:
            aside = match is before and _BEHIND.search(text, max(0, match.start() - 12), match.start("name"))
            if aside or _OUTLETS.named(name) is not None:
                return "", False
            if _TITLES.sub("", name).split()[0].casefold() not in _NOBODY:
                return _full(article, paragraph, start, name), True
        if match:
            named = "" if match is after and match["same"] else _last_person(article, paragraph, start)
            return named or _before(article, text, start, before_it), False
    if before_it is not None and before_it.paragraph == paragraph:
        between = text[before_it.end : start]
        if len(between) < 90 and _BREATH.fullmatch(between):
            return before_it.speaker, False
    return "", False


def _before(article: Article, text: str, start: int, before_it: Spoken | None) -> str:
    """Who spoke the words just before, where nobody else is named between them and these."""
    if before_it is None or not before_it.sure or article.passage(before_it.paragraph) is not text:
        return ""
    between = text[before_it.end : start]
    named = {word for word in re.findall(r"\b[A-Z][\w’'-]*\w", between) if word in _people(article)}
    return before_it.speaker if len(between) < 160 and named == {before_it.speaker.split()[-1]} else ""


def _full(article: Article, paragraph: int, start: int, name: str) -> str:
    """The fullest form in which the article has named this person so far, else anywhere; empty where it is no name."""
    untitled = _bare(name)
    if not untitled or " " in untitled:
        return untitled
    earlier = " | ".join((*article.paragraphs[: paragraph - 1], article.passage(paragraph)[:start]))
    return _one(_forms(earlier, untitled)) or _one(_forms(" | ".join(article.paragraphs), untitled)) or untitled


def _forms(text: str, surname: str) -> list[str]:
    """The full names with this surname in a text, in order.

    A capital at the start of a sentence may be no name's: what stands there counts only as the first mention of all.
    """
    found = []
    first = re.search(rf"\b{re.escape(surname)}\b", text)
    for match in re.finditer(rf"\b(?:[A-Z][\w’'-]+ )(?:[A-Z]\. |[A-Z][\w’'-]+ )?{re.escape(surname)}\b", text):
        form = _bare(match.group())
        inside = not _STARTS.search(text, max(0, match.start() - 8), match.start())
        if " " in form and form.split()[0].casefold() not in _NOBODY and (inside or (first and first.end() == match.end())):
            couple = _COUPLE.search(text, max(0, match.start() - 30), match.start())
            found += [f"{couple[1]} {surname}", form] if couple else [form]
    return found


def _one(forms: Sequence[str]) -> str:
    """The last of these names where they are one person's."""
    return forms[-1] if len({form.split()[0] for form in forms}) == 1 else ""


def _introduced(articles: Sequence[Article], surname: str) -> str:
    """The full name of the one person in a story whom an article introduces by it; bodies go by their one word."""
    texts = [" | ".join(article.paragraphs) for article in articles]
    firsts = (re.search(rf"(?P<before>[A-Z][\w’'-]+ (?:[A-Z]\. )?)?\b{re.escape(surname)}\b", text) for text in texts)
    introduced = any(first and _bare(first.group()) != surname for first in firsts)
    return _one([form for text in texts for form in _forms(text, surname)]) if introduced else ""


def _bare(name: str) -> str:
    """A name without titles and whose it is; empty where it is nobody's: a title, or one word behind a possessive."""
    if _BODY.search(name):
        return name
    words = re.sub(r"['’]s\Z", "", _TITLES.sub("", name).strip()).split()
    owned = [number for number, word in enumerate(words[:-1], 1) if word.endswith(("'s", "’s", "s'", "s’"))]
    titled = [number for number, word in enumerate(words[:-1], 1) if _TITLES.match(f"{word} ")]
    if (owned and len(words) - owned[-1] < 2) or _TITLES.match(f"{words[-1]} "):
        return ""
    light = 1 if len(words) > 2 and words[0].casefold() in LIGHT else 0
    return " ".join(words[max((*owned, *titled, light)) :][-4:])


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
    shorter, longer = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if len(shorter.kinds & longer.kinds) < LIKE * len(shorter.kinds):
        return False
    blocks = SequenceMatcher(None, shorter.words, longer.words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) >= LIKE * len(shorter.words)


def _quote(reading: Reading, group: Sequence[Spoken]) -> Quote:
    first: dict[int, Spoken] = {}
    for one in group:
        if one.article not in first or len(one.words) > len(first[one.article].words):
            first[one.article] = one
    printed = [one for _, one in sorted(first.items())]
    speaker = _who(group)
    lead = max(
        printed, key=lambda one: (one.whole, not _CUT.search(one.text), one.speaker == speaker, len(one.words), -one.article)
    )
    other = {one.article: one for one in printed if one is not lead and _alike(one, lead)}
    others = (number for number in range(len(reading.articles)) if number != lead.article)
    again = ((_within(reading, number, lead) or other.get(number)) for number in others)
    ordered = [lead, *(one for one in again if one)]
    variants = tuple(dict.fromkeys(Text(one.text) for one in ordered[1:] if _differs(one.words, lead.words)))
    citations = tuple(
        Citation(article_id=reading.articles[one.article].id, paragraph=one.paragraph, start=one.start, end=one.end)
        for one in ordered
    )
    return Quote(speaker=Text(speaker), text=Text(lead.text), citations=citations, variants=variants)


def _within(reading: Reading, number: int, lead: Spoken) -> Spoken | None:
    """Where an article prints the same words inside a longer quotation, or without marks of its own."""
    article, words = reading.articles[number], bare(lead.text)
    for paragraph, text in enumerate(() if article.text == "brief" else article.paragraphs, 1):
        start = found(straight(text), words)
        if start >= 0:
            return replace(lead, article=number, paragraph=paragraph, start=start, end=start + len(words))
    return None


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
