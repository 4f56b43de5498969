"""What a figure measures, as a phrase in a source's own words, whole and in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.language.english.speech import SAID, TOLD
from digest.language.speech import MARKS
from digest.link.figures.measures import Mention
from digest.link.figures.quantities import DAYS
from digest.model import Text

LONGEST = 80
"""Code points of a label."""
_AUX = (
    "is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|shall|should|must|do|does|did|not|also|still|"
    f"now|then|{SAID}|say|{TOLD}|added|wrote"
)
_STOP = re.compile(
    rf"(?:{_AUX}|the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|any|each|every|no|all|both|another|such|"
    r"what|which|who|whom|whose|when|where|while|as|if|than|because|since|until|after|before|so|and|or|but|nor|per|"
    r"in|on|at|by|to|from|with|for|of|into|over|under|about|against|during|through|between|among|outside|inside|within|without|across|"
    r"upward|upwards|amid|despite|pending|following|ahead|along|toward|towards|upon|via|like|unlike|near|behind|beyond|off|out|up|down|"
    r"he|she|it|they|we|you|i|him|them|us|there|here|earlier|later|ago|yesterday|today|tomorrow|just|only|even|more|less|most|least|nearly|almost|roughly|around|"
    r"paid|earned|got|took|made|gave|saw|plans|expects|wants|seeks|aims|shows|faces|owes|has|needs|set|put|hit|"
    r"won|lost|spent|sold|bought|received|raised|cost|costs|fell|rose|drew|held|[a-z]+ly)\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w’'.-]*(?<![.’'-])|[^\W_]")
_VAGUE_WORDS = """
total excess sum maximum minimum amount figure number estimate average rest part half time times day days week weeks month
months year years end start last past first addition cash question order return fact response all people person
persons men women children others lives cases things percent percentage points way exchange charge case quarter use
favor favour line place turn need hand hands court public dollars least moment
"""
_VAGUE = frozenset(_VAGUE_WORDS.split())
"""Heads that do not say what is measured by themselves."""
_LINK = re.compile(
    r"\b(?:(?:is|are|was|were|will be|has been|had been|have been)(?: now| already| about)?"
    r"(?: expected to be| estimated at| put at| set at)?|"
    r"(?:has |have |had )?(?:rose|risen|fell|fallen|grew|grown|climbed|dropped|declined|increased|jumped|came|come|"
    r"amounted|reached|totall?ed|exceeded|hit|stands|stood|averaged|topped)(?: to| at| by)?)\s\Z"
)
_DUE = re.compile(
    r"\s(?:is|was|are|were|will be|has been|have been|had been)(?: now)?"
    r"(?: expected| due| set| planned| scheduled| slated)?\Z"
)
_AT = re.compile(r"\s(?:in|for|on|by|as|until|through|since|from)(?: (?:early|late|mid))?\Z")
_OWNED = re.compile(r"(?:\b(?:an?|the|his|her|its|their)|['’]s?)\Z")
_TO = re.compile(r"\s(?:to|at)\Z")
_TIED = re.compile(r"\b(?:of|in|from|at|for|to|by|with|on|between|against|over|among)\s(?:the\s)?\Z")
_PLACED = re.compile(r" (?:of|in|from|at|aboard|under|for|between|on|along|against) ")
_JOINED = re.compile(
    r"\s*(?:and|but|where|when|that|which|who|while|as|because|since|until|after|before|with|so)\s+", re.IGNORECASE
)
_PHRASE = re.compile(r"\s(?:of|in|from|at|for|to|by|with|on|as|after|before|because|until|under|between|against|that)\s")
_TRAILING = re.compile(
    r"(?:\s(?:of|in|from|at|for|to|by|with|on|as|under|between|against|over|about|the|an?|and|or|that|than|is|was|were|are))+\Z"
)
_SAID = re.compile(rf".*\b(?:{SAID}|show|shows|showed|reported|announced|estimated?s?|found|that)\s(?:that\s)?")
_SHORT = "paid|won|lost|spent|sold|bought|made|took|gave|got|cost|hit|left|drew|held|led|cut|rose|fell"
_NOW = "covers|includes|costs|employs|serves|owns|owes|expects|plans|faces|pays|earns|holds|carries|affects|requires|has|had"
_RESULT = r"(?:kill|injur|wound|leav|displac|forc|destroy|damag)ing"
_STEM_END = re.compile(rf"(?:[a-z]{{2,}}ed|{_SHORT}|{_NOW}|, {_RESULT})\Z")
_SUBJECT = re.compile(r"(?:The |A |An )?[A-Z][\w’'.-]*|(?:the|a|an) ")
_PARTING = re.compile(rf"[;:—–(){MARKS}]|--|,(?!\d)|\b(?:but|while|whereas|which|who|that)\b")
_VERBS = re.compile(rf"\b(?:{_AUX}|[a-z]{{2,}}ed|{_SHORT})\b|\d")
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|we|I|who|which|his|her|its|their|this|that|these|those|him|them)\b", re.IGNORECASE
)
_QUOTED = re.compile(rf"[{MARKS}():;]")
_OUTCOME = re.compile(
    r" (?:(?:was|were|are|is|have been|had been|has been) )?(?:dead|missing|homeless|killed|wounded|injured|hurt|trapped|"
    r"arrested|displaced|evacuated|infected|rescued|stranded|unaccounted for)\b"
)


def label(mentions: Sequence[Mention], telling: bool = False) -> Text | None:
    """Return the best phrase any of the mentions gives for what they measure; None where none is whole.

    A `telling` one is more than the name of the thing counted.
    """
    found = [
        (rank, place, len(words), words)
        for place, mention in enumerate(mentions)
        for rank, words in _candidates(mention)
        if 2 < len(words) <= LONGEST and not (telling and rank == 6)
    ]
    return Text(min(found)[3]) if found else None


def around(mention: Mention) -> Text:
    """Return the words of its clause around a number, for want of a label: as many as one may have, cut between phrases."""
    text, quantity = mention.sentence.text, mention.quantity
    start, end = mention.clause
    if len(text[start : quantity.start].split()) + len(text[quantity.end : end].split()) < 2:
        start = max((match.end() for match in _PARTING.finditer(text, 0, max(0, start - 1))), default=0)
    said = _SAID.match(text, start, quantity.start)
    start = said.end() if said and len(text[said.end() : end].split()) > 4 else start
    while match := _JOINED.match(text, start, quantity.start):
        start = match.end()
    while end - start > LONGEST and (cuts := [match.start() for match in _PHRASE.finditer(text, quantity.end, end)]):
        end = cuts[-1]
    return Text(_TRAILING.sub("", text[start:end].strip(" .")))


def beside_number(mention: Mention) -> Text:
    """Return the sentence around a number, in a language whose phrases are not known: all of it, or what it counts."""
    text, quantity = mention.sentence.text, mention.quantity
    whole = text.strip(" .。")
    return Text(whole if len(whole) <= LONGEST else text[quantity.start : quantity.end])


def _candidates(mention: Mention) -> Iterable[tuple[int, str]]:
    """The phrases of one mention that may be a label; the lower the number, the better."""
    text, quantity = mention.sentence.text, mention.quantity
    before = _leading(text[: quantity.start]).rstrip(" ")
    if quantity.unit in DAYS:
        yield from _event(mention)
    elif quantity.noun and quantity.unit != "seconds":
        yield from _counted(mention)
    else:
        yield from _amount(before)
        if quantity.unit in ("%", "points"):
            yield from _share(text, quantity.end)
        elif quantity.unit != "seconds":
            yield from _money(before, text, quantity.end)
    at = (_AT if quantity.unit in (*DAYS, "seconds") else _TO).search(before)
    whole = text[: quantity.start].rstrip()
    stem = _stem(before[: at.start()], whole=True) if at else _stem(before)
    if words := stem or _stem(_resulting(whole)) or _relative(whole):
        yield 4, words
    elif (words := _stem(whole)) and not _QUOTED.search(words):
        yield 5, words


def _amount(before: str) -> Iterable[tuple[int, str]]:
    """What a number is said to be: the phrase before "of" or "was"."""
    if (head := re.search(r"\s(?:of|at)\Z", before)) and (words := noun_before(before[: head.start()])):
        yield 1, words
    link = _LINK.search(before + " ")
    if link and (words := _subject(before[: link.start()])):
        yield 1, words


def _money(before: str, text: str, end: int) -> Iterable[tuple[int, str]]:
    """What an amount is for: the phrase after "in" or "for", or the thing whose price stands before it."""
    after = re.match(r" (?:in|of|on|worth of|for) ", text[end:])
    if after and (words := noun_after(text, end + after.end())):
        start = text.index(words, end)
        pair = noun_after(text, start + len(words) + 5) if text.startswith(" and ", start + len(words)) else ""
        whole = " " in words and not text.startswith(" of ", start + len(words))
        yield 2, words if whole else f"{words} and {pair}" if pair else _placed(text, start, words)
    elif _OWNED.search(before) and text[end : end + 1] == " " and (words := noun_after(text, end + 1)):
        yield 2, words


def _share(text: str, end: int) -> Iterable[tuple[int, str]]:
    """What a share is of, with what is said of it, or what it is for."""
    of, given = (re.match(rf" {tie} (?:all |those |its |their |the )?", text[end:]) for tie in ("of", "for"))
    words = _told(text, end + of.end()) if of else noun_after(text, end + given.end()) if given else ""
    if words:
        yield 2, words
    elif text[end : end + 1] == " " and (words := _told(text, end + 1)):
        yield 4, words


def _told(text: str, start: int) -> str:
    """What follows a number to the end of its clause, where that says something of it."""
    found = _PARTING.search(text, start)
    stop = found.start() if found else len(text)
    words, *more = text[start:stop].strip(" .").removesuffix(" and").split(" and ")
    if len(more) == 1 and not _VERBS.search(more[0]):
        words += f" and {more[0]}"
    whole = _VERBS.search(words) and not _PRONOUN.search(words) and not _TRAILING.search(words)
    return words if whole and len(words) <= LONGEST and not re.search(r"\d", words) else ""


def _placed(text: str, start: int, words: str) -> str:
    """A noun phrase with the one that a preposition ties to it."""
    end = start + len(words)
    tie = _PLACED.match(text, end)
    more = noun_after(text, tie.end()) if tie else ""
    if not tie or not more:
        return words
    end = tie.end() + len(_determined(text, tie.end())) + len(more)
    if tie.group() == " between ":
        more = noun_after(text, end + 5) if text.startswith(" and ", end) else ""
        end = end + 5 + len(_determined(text, end + 5)) + len(more) if more else start + len(words)
    return text[start:end]


def _leading(before: str) -> str:
    """The words of a clause that stand before a number; an "and" between its subjects does not part it."""
    words = _PARTING.split(before)[-1].removeprefix(" and")
    parts = words.split(" and ")
    for number in range(len(parts) - 1, 0, -1):
        if _VERBS.search(" and ".join(parts[:number])):
            return " and ".join(parts[number:])
    return words


def _counted(mention: Mention) -> Iterable[tuple[int, str]]:
    """The thing counted, with what befell it, where it is or what is said of it."""
    text, quantity = mention.sentence.text, mention.quantity
    start = quantity.named + len(text[quantity.named : quantity.end]) - len(text[quantity.named : quantity.end].lstrip(" -"))
    words = text[start : quantity.end]
    vague = words.casefold() in _VAGUE
    outcome = _OUTCOME.match(text, quantity.end)
    placed = _placed(text, start, words)
    if outcome:
        yield 1, words + outcome.group()
    elif placed != words:
        yield 3 if vague else 2, placed
    if not vague and " " in words:
        yield 3, words
    elif not outcome and not _TIED.search(text[: quantity.start]) and (told := _told(text, start)):
        yield 3, told
    if not vague:
        yield 6, words


def _event(mention: Mention) -> Iterable[tuple[int, str]]:
    """What happens on a date: the nouns after a month, or the phrase before "in June"."""
    text, quantity = mention.sentence.text, mention.quantity
    if text[quantity.end : quantity.end + 1] == " " and (words := noun_after(text, quantity.end + 1)) and words[0].islower():
        yield 1 if " " in words else 3, words
    before = _AT.search(text[: quantity.start].rstrip())
    if before:
        stood = text[mention.clause[0] : before.start()]
        link = _DUE.search(stood)
        words = _subject(stood[: link.start()]) if link else noun_before(stood)
        if words and (link or _HAPPENING.search(words)):
            yield 2, words


def noun_before(before: str) -> str:
    """The noun phrase that ends here, without its article."""
    found: list[re.Match[str]] = []
    for match in reversed(list(_WORD.finditer(before))[-7:]):
        end = found[-1].start() if found else len(before)
        if before[match.end() : end].strip() or _STOP.match(match.group()):
            break
        named = not found and match.group().endswith("ing") and _OWNED.search(before[: match.start()].rstrip())
        if not named and _INFLECTED.search(match.group()) and (not found or match.group().endswith("ing")):
            break
        found.append(match)
    if not found or found[0].group().casefold() in _VAGUE or len(found) > 6:
        return ""
    return before[found[-1].start() : found[0].end()]


def noun_after(text: str, start: int) -> str:
    """The noun phrase that begins here, without its article."""
    start += len(_determined(text, start))
    found: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start):
        end = found[-1].end() if found else start
        word = match.group()
        if text[end : match.start()].strip() or _STOP.match(word) or word[0].isdigit():
            break
        if found and _INFLECTED.search(word):
            break
        found.append(match)
    if (
        not found
        or len(found) > 5
        or found[-1].group().casefold() in _VAGUE
        or found[-1].group().endswith("ed")
        or text[found[-1].end() :][:1] in ("/", "&", "-", "'", "’")
    ):
        return ""
    if found[0].group()[0].isupper() and all(match.group()[0].isupper() for match in found) and _DAY.match(found[0].group()):
        return ""
    return text[start : found[-1].end()]


_HAPPENING = re.compile(
    r"(?:[a-z]{3}(?:(?<!govern)(?<!depart)ment|[ts]ion|ance|ing)|launch|release|debut|election|vote|trial|visit|summit|report|sale|arrival|start|attack)\Z"
)
_LEADING = re.compile(r"(?:For|In|On|By|At|From|After|Before|Since|During|About|With|As|Under|Over|To|Of)\b", re.IGNORECASE)
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|Sept|Oct|Nov|Dec"
)


_INFLECTED = re.compile(r"(?<!spend)(?<!fund)(?<!hous)(?<!build)(?<!earn)(?<!meet)(?<!hear)ing\Z|[a-z]{2}ed\Z")


def _determined(text: str, start: int) -> str:
    found = re.match(r"(?:the|a|an) ", text[start:])
    return found.group() if found else ""


def _subject(before: str) -> str:
    """The subject of a clause that ends here, all of it."""
    said = _SAID.match(before)
    words = before[said.end() if said else 0 :].strip()
    words = re.sub(r"\A(?:The|A|An|the|a|an) ", "", words)
    if not words or _LEADING.match(words) or _PRONOUN.search(words) or re.search(rf"\b(?:{_AUX})\b", words) or "," in words:
        return ""
    return "" if words.split()[-1].casefold() in _VAGUE or len(words.split()) > 9 else words


def _stem(before: str, whole: bool = False) -> str:
    """A clause from its subject to the verb the number follows, it reads on with each value; a `whole` one ends anywhere."""
    words = before.strip()
    said = _SAID.match(words)
    words = words[said.end() :] if said else words
    if not _SUBJECT.match(words) or _PRONOUN.search(words) or len(words.split()) < 2:
        return ""
    ends = _STEM_END.search(words) or (whole and _VERBS.search(words) and not _TRAILING.search(words))
    return words if ends and not re.search(r"\d", words) else ""


def _relative(before: str) -> str:
    """A noun phrase with the relative clause whose verb the number follows: "lawsuit that covers"."""
    found = re.search(rf" (?:that|which) (?:has |have |had )?(?:[a-z]{{2,}}ed|{_SHORT}|{_NOW})\Z", before)
    head = noun_before(before[: found.start()]) if found else ""
    return head + found.group() if found and head else ""


def _resulting(before: str) -> str:
    """The sentence up to a participle that says what came of it: "…, killing"."""
    found = re.search(rf", {_RESULT}\Z", before)
    return before if found and "," not in before[: found.start()] else ""
