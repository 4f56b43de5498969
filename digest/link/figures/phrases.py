"""Noun phrases and clauses before or behind a place of a sentence, whole or not at all."""

from __future__ import annotations

import re

from digest.language.figures import Labels, Phrases

LONGEST_LABEL = 80
"""Code points of a label."""
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w’'.-]*(?<![.’'-])|[^\W_]")
_GOES_ON = frozenset("/&-'’")
"""Signs behind which a word goes on."""
_MOST_BEFORE, _MOST_AFTER, _MOST_OF_SUBJECT = 6, 5, 9
"""Words of a noun phrase that ends somewhere, of one that begins there, of a subject."""


def noun_before(language: Phrases, before: str) -> str:
    """Return the noun phrase that ends where `before` does, without its article; empty where there is none."""
    found: list[re.Match[str]] = []
    for match in reversed(list(_WORD.finditer(before))[-_MOST_BEFORE - 1 :]):
        end = found[-1].start() if found else len(before)
        if before[match.end() : end].strip() or language.stop.match(match.group()):
            break
        gerund = language.gerund.search(match.group())
        owned = gerund and not found and language.owned.search(before[: match.start()].rstrip())
        if not owned and language.inflected.search(match.group()) and (not found or gerund):
            break
        found.append(match)
    if not found or found[0].group().casefold() in language.vague or len(found) > _MOST_BEFORE:
        return ""
    return before[found[-1].start() : found[0].end()]


def noun_after(language: Phrases, text: str, start: int) -> str:
    """Return the noun phrase that begins at `start`, without its article; empty where there is none."""
    if not text[start : start + 1].isupper():  # a capital article opens a sentence
        start = after_determiner(language, text, start)
    found: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start):
        end = found[-1].end() if found else start
        word = match.group()
        if text[end : match.start()].strip() or language.stop.match(word) or word[0].isdigit():
            break
        if found and language.inflected.search(word):
            break
        found.append(match)
    if not found or len(found) > _MOST_AFTER:
        return ""
    last, behind = found[-1].group(), text[found[-1].end() : found[-1].end() + 1]
    if last.casefold() in language.vague or language.participle.search(last) or behind in _GOES_ON:
        return ""
    name = all(match.group()[0].isupper() for match in found)
    return "" if name and language.dated.match(found[0].group()) else text[start : found[-1].end()]


def after_determiner(language: Phrases, text: str, start: int) -> int:
    """Return where the words behind an article begin."""
    found = language.determiner.match(text, start)
    return found.end() if found else start


def with_tied(language: Phrases, labels: Labels, text: str, start: int, words: str) -> str:
    """Return a noun phrase with the one that a preposition ties to it, both of a pair."""
    end = start + len(words)
    tie = labels.placed.match(text, end)
    if tie is None or not (more := noun_after(language, text, tie.end())):
        return words
    end = after_determiner(language, text, tie.end()) + len(more)
    if tie.group() == labels.paired:
        behind = end + len(language.conjunction)
        other = noun_after(language, text, behind) if text.startswith(language.conjunction, end) else ""
        end = after_determiner(language, text, behind) + len(other) if other else start + len(words)
    return text[start:end]


def predicate(language: Phrases, text: str, start: int) -> str:
    """Return the words from `start` to the end of their clause; empty where they say nothing or go on elsewhere."""
    found = language.parting.search(text, start)
    stop = found.start() if found else len(text)
    words, *more = text[start:stop].strip(" .").removesuffix(language.conjunction.rstrip()).split(language.conjunction)
    if len(more) == 1 and not language.verb.search(more[0]):
        words += language.conjunction + more[0]
    whole = language.verb.search(words) and not language.pronoun.search(words) and not language.trailing.search(words)
    return words if whole and len(words) <= LONGEST_LABEL and not re.search(r"\d", words) else ""


def clause_before(language: Phrases, before: str) -> str:
    """Return the words of a clause that stand before a number; a conjunction between its subjects does not part it."""
    words = language.parting.split(before)[-1].removeprefix(language.conjunction.rstrip())
    parts = words.split(language.conjunction)
    for number in range(len(parts) - 1, 0, -1):
        if language.verb.search(language.conjunction.join(parts[:number])):
            return language.conjunction.join(parts[number:])
    return words


def subject(language: Phrases, before: str) -> str:
    """Return the subject of a clause that ends where `before` does, all of it; empty where it is vague or a pronoun."""
    said = language.reported.match(before)
    words = before[said.end() if said else 0 :].strip()
    words = words[after_determiner(language, words, 0) :]
    if not words or language.adjunct.match(words) or "," in words:
        return ""
    if language.pronoun.search(words) or language.auxiliary.search(words):
        return ""
    return "" if words.split()[-1].casefold() in language.vague or len(words.split()) > _MOST_OF_SUBJECT else words


def clause_to_verb(language: Phrases, before: str, *, anywhere: bool = False) -> str:
    """Return a clause from its subject to the verb that a number follows; `anywhere` takes one that ends in no verb."""
    words = before.strip()
    said = language.reported.match(words)
    words = words[said.end() :] if said else words
    if not language.subject.match(words) or language.pronoun.search(words) or len(words.split()) < 2:
        return ""
    stops = anywhere and language.verb.search(words) and not language.trailing.search(words)
    return words if (stops or language.verb_end.search(words)) and not re.search(r"\d", words) else ""


def relative_clause(language: Phrases, before: str) -> str:
    """Return a noun phrase with the relative clause whose verb a number follows: "lawsuit that covers"."""
    found = language.relative.search(before)
    if found is None or not (head := noun_before(language, before[: found.start()])):
        return ""
    return head + found.group()
