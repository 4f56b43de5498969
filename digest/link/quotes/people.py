"""The persons that an article names, and the fullest form in which it names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from digest.language import language_of
from digest.language.marks import without_possessive
from digest.link.quotes.patterns import CAPITALISED, INITIAL, SURNAME, Patterns
from digest.model import Article

_JOINT = " | "
"""Stands between paragraphs that are read as one text, so that no name goes over it."""
_REACH = 260
"""Code points before a pronoun in which the person that it means is named."""
_NAME_WORDS = 4
"""Words that a name keeps, the last ones."""


class People:
    """The persons of one article."""

    def __init__(self, article: Article, patterns: Patterns) -> None:
        """Look into an article with the patterns of its language."""
        self.article, self.patterns = article, patterns

    @cached_property
    def text(self) -> str:
        """All paragraphs."""
        return _JOINT.join(self.article.paragraphs)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The surnames of those who speak in the article, or whom it calls by a title."""
        spoken = self.patterns.speakers.finditer(" ".join(self.article.paragraphs))
        names = (match["name"] or match["other"] or match["called"] for match in spoken)
        return frozenset(without_possessive(name).split()[-1] for name in names if not self.is_nobody(name))

    def is_nobody(self, name: str) -> bool:
        """Whether a name begins with a word that begins no person's."""
        return name.split(maxsplit=1)[0].casefold() in self.patterns.speech.nobody

    def untitled(self, name: str) -> str:
        """Return a name without titles and without whose it is; empty where it is a title alone, or only owned."""
        if self.patterns.body.search(name):
            return name
        titles = self.patterns.titles
        words = without_possessive(titles.sub("", name).strip()).split()
        owned = [number for number, word in enumerate(words[:-1], 1) if without_possessive(word) != word]
        titled = [number for number, word in enumerate(words[:-1], 1) if titles.match(f"{word} ")]
        if (owned and len(words) - owned[-1] < 2) or titles.match(f"{words[-1]} "):
            return ""
        light = 1 if len(words) > 2 and language_of(self.article.language).light(words[0].casefold()) else 0
        kept = words[max((*owned, *titled, light)) :]
        belongs = [number for number, word in enumerate(kept) if number > 1 and self.patterns.of_first.fullmatch(word)]
        return " ".join(kept[: belongs[0] if belongs else None][-_NAME_WORDS:])

    def full_name(self, paragraph: int, start: int, name: str) -> str:
        """Return the fullest form of a name that the text has before a place, else anywhere; empty where it is none."""
        untitled = self.untitled(name)
        if not untitled or " " in untitled:
            return untitled
        earlier = _JOINT.join((*self.article.paragraphs[: paragraph - 1], self.article.passage(paragraph)[:start]))
        return of_one(self.forms(untitled, earlier)) or of_one(self.forms(untitled, self.text)) or untitled

    def forms(self, surname: str, text: str) -> list[str]:
        """Return the full names with this surname in a text, in order.

        A capital at the start of a sentence may be no name's: what stands there counts only as the first mention of all.
        """
        found = []
        first = next((match.end() for match in re.finditer(rf"\b{re.escape(surname)}\b", text)), None)
        for match in re.finditer(rf"\b{CAPITALISED} (?:(?:{INITIAL}|{CAPITALISED}) )?{re.escape(surname)}\b", text):
            form = self.untitled(match.group())
            inside = not self.patterns.title_ends.search(text, max(0, match.start() - 8), match.start())
            if " " in form and not self.is_nobody(form) and (inside or match.end() == first):
                couple = self.patterns.couple.search(text, max(0, match.start() - 30), match.start())
                found += [f"{couple[1]} {surname}", form] if couple else [form]
        return found

    def introduces(self, surname: str) -> bool:
        """Whether the article's first mention of a surname has more of a name; bodies go by their one word."""
        first = re.search(rf"(?:{CAPITALISED} (?:{INITIAL} )?)?\b{re.escape(surname)}\b", self.text)
        return first is not None and self.untitled(first.group()) != surname

    def meant_at(self, paragraph: int, start: int) -> str:
        """Return whom a pronoun means: the only one named before it, with whom the last sentence begins; else empty."""
        before = self.article.passage(paragraph)[max(0, start - _REACH) : start]
        before = before if before.strip() or paragraph < 2 else self.article.passage(paragraph - 1)[-_REACH:]
        named = self.named_in(before)
        last = self.patterns.sentence_break.split(before.strip())[-1]
        opening = self.patterns.opening.match(last)
        if len(named) == 1 and opening and opening[1] in self.surnames:
            return self.full_name(paragraph, start, *named)
        return ""

    def named_in(self, text: str) -> set[str]:
        """Return the surnames of the article's persons in a text."""
        return {word for word in re.findall(rf"\b{SURNAME}", text) if word in self.surnames}


def of_one(forms: Sequence[str]) -> str:
    """Return the last of these full names where they are one person's, else nothing."""
    return forms[-1] if len({form.split()[0] for form in forms}) == 1 else ""
