"""The quotations of a story: the same words in several sources are one, with the speaker whom they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from digest.language import language_of
from digest.language.marks import straightened
from digest.link.quotes.patterns import patterns
from digest.link.quotes.people import People, of_one
from digest.link.quotes.printed import find_words, sought
from digest.link.quotes.spoken import Spoken, spoken_in
from digest.link.reading import Reading
from digest.model import Article, Citation, Quote, Text

MOST_SHOWN, MOST_OF_ONE = 6, 2
"""Quotations that are shown, and how many of one speaker."""
_OPENING = 300
"""Code points at the top of a text that name whom the story is about."""
SAME_WORDS = 0.75
"""Share of matching words from which two printed quotations are the same one in other wording."""


def quotes(reading: Reading) -> tuple[Quote, ...]:
    """Return quotations with their speaker, at most two of one speaker.

    First those that most sources print, of these those whose speakers most articles name in their title or opening, of these
    those that stand higher up.

    The same quotation in several sources is one, and wordings that differ are its variants. Of a brief only its sayings are
    quotations. A quotation whose speaker is not clear is left out, and so are those of languages whose saying verbs are not
    known; a brief's sayings name their speakers.
    """
    spoken = [one for number, article in enumerate(reading.articles) for one in spoken_in(number, article)]
    groups: list[list[Spoken]] = []
    for one in spoken:
        home = next((group for group in groups if any(_same_words(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    texts = [straightened("\n".join(article.paragraphs)) for article in reading.articles]
    known = [group for group in groups if _agreed(group) and any(one.whole for one in group)]
    openings = [
        straightened(article.title) + "\n" + text[:_OPENING] for article, text in zip(reading.articles, texts, strict=True)
    ]
    ranked = sorted(
        known,
        key=lambda group: (
            -_printed_by(texts, group),
            -_named_in(openings, group),
            group[0].paragraph,
            group[0].start,
            group[0].article,
        ),
    )
    shown: list[Quote] = []
    count: dict[str, int] = {}
    for group in ranked:
        if len(shown) == MOST_SHOWN:
            break
        quote = _quote(reading, group)
        surname = quote.speaker.split()[-1].casefold()
        if count.get(surname, 0) < MOST_OF_ONE and (len(quote.citations) > 1 or len(shown) < MOST_SHOWN // 2):
            if " " not in quote.speaker:
                quote = replace(quote, speaker=Text(_introduced(reading.articles, quote.speaker) or quote.speaker))
            shown.append(quote)
            count[surname] = count.get(surname, 0) + 1
    return tuple(shown)


def _printed_by(texts: Sequence[str], group: Sequence[Spoken]) -> int:
    """How many articles print a quotation, in one of its wordings or within a longer one."""
    words = {sought(one.text) for one in group}
    own = {one.article for one in group}
    return len(own) + sum(
        number not in own and any(find_words(text, each) >= 0 for each in words) for number, text in enumerate(texts)
    )


def _named_in(texts: Sequence[str], group: Sequence[Spoken]) -> float:
    """The share of texts that name a quotation's speaker by surname."""
    surname = straightened(_who(group).rsplit(maxsplit=1)[-1])
    return sum(find_words(text, surname) >= 0 for text in texts) / len(texts)


def _agreed(group: Sequence[Spoken]) -> bool:
    """Whether somebody is named as the speaker, and no two sources name different people beside the words."""
    named = {one.speaker.split()[-1] for one in group if one.speaker and one.sure}
    return len(named) == 1 or (not named and len({one.speaker.split()[-1] for one in group if one.speaker}) == 1)


def _introduced(articles: Sequence[Article], surname: str) -> str:
    """The full name of the one person in a story whom an article introduces by it."""
    known = [(article, language_of(article.language).speech) for article in articles]
    people = [People(article, patterns(speech)) for article, speech in known if speech]
    introduced = any(each.introduces(surname) for each in people)
    return of_one([form for each in people for form in each.forms(surname, each.text)]) if introduced else ""


def _same_words(one: Spoken, other: Spoken) -> bool:
    """Whether two printed quotations are the same words, shorter or longer or a little different.

    In one article only the very same words are, since who speaks twice says two things. Most pairs are told apart by their
    words alone, before the costly comparison of their order.
    """
    if one.article == other.article and one.place != other.place:
        return one.words == other.words
    shorter, longer = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if len(shorter.kinds & longer.kinds) < SAME_WORDS * len(shorter.kinds):
        return False
    blocks = SequenceMatcher(None, shorter.words, longer.words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) >= SAME_WORDS * len(shorter.words)


def _quote(reading: Reading, group: Sequence[Spoken]) -> Quote:
    first: dict[int, Spoken] = {}
    for one in group:
        if one.article not in first or len(one.words) > len(first[one.article].words):
            first[one.article] = one
    printed = [one for _, one in sorted(first.items())]
    speaker = _who(group)
    lead = max(printed, key=lambda one: (one.whole, not one.cut, one.speaker == speaker, len(one.words), -one.article))
    other = {one.article: one for one in printed if one is not lead and _same_words(one, lead)}
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
    article, words = reading.articles[number], sought(lead.text)
    for paragraph, text in enumerate(() if article.text == "brief" else article.paragraphs, 1):
        start = find_words(straightened(text), words)
        if start >= 0:
            return replace(lead, article=number, paragraph=paragraph, start=start, end=start + len(words))
    return None


def _who(group: Sequence[Spoken]) -> str:
    """The speaker that a quotation's sources name, in full; a name beside the words counts before a pronoun."""
    sure = [one.speaker for one in group if one.speaker and one.sure]
    named = sure or [one.speaker for one in group if one.speaker]
    return max(named, key=lambda name: (len(name.split()), name))


def _differs(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether wording was altered, not only cut at either end."""
    shorter, longer = sorted((one, other), key=len)
    width = len(shorter)
    return not any(longer[place : place + width] == shorter for place in range(len(longer) - width + 1))
