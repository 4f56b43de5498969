"""What a language has to name before a text's quotations and attributions can be read in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

Words = str
"""Alternatives of a pattern, separated by bars: words, or patterns where a form is regular ("said|says|[a-z]+ing")."""


class Rule(NamedTuple):
    """A pattern, the name by which a report can say that it decided, and what it tells where it tells more than others."""

    name: str
    pattern: str
    tells: str = ""


class Found(NamedTuple):
    """Code points [start, end) of a text, and the rule that they match."""

    rule: Rule
    start: int
    end: int


_NEVER = Rule("never", "(?!)")


class Rules:
    """Rules that are asked together: where several match at one place, the first decides. Compiled when first used.

    Without any nothing matches: what a language does not say is not found in it.

    `before` and `after` are what all of them have around them; patterns have no group with a number.
    """

    def __init__(self, *rules: Rule, before: str = "(?:", after: str = ")") -> None:
        """Hold the rules."""
        self.rules, self.before, self.after = rules, before, after

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self.before + "|".join(f"({rule.pattern})" for rule in self.rules or (_NEVER,)) + self.after)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        """Return what stands at `start` of text[:end]."""
        return self._found(self._pattern.match(text, start, end))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        """Return the first that stands in text[start:end]; what stands before `start` is seen by what looks behind."""
        return self._found(self._pattern.search(text, start, end))

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Found]:
        """Return all that stands in text[start:end], in order and apart."""
        return (found for match in self._pattern.finditer(text, start, end) if (found := self._found(match)))

    def _found(self, match: re.Match[str] | None) -> Found | None:
        return Found(self.rules[(match.lastindex or 1) - 1], match.start(), match.end()) if match else None


NOTHING = Rules()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Speech:
    """How a language prints what people said, and how it calls them.

    `saying` are verbs that stand behind their speaker or before ("Brown said", "said Brown"), `telling` those that need a
    listener and only stand behind. `pronouns` mean a person named before. `same_speaker` are verbs by which "the mayor" is
    who spoke before. Between a name and its verb may stand `adverbs`, between the verb and the quoted words a phrase that
    begins with one of `settings`.
    """

    marks: tuple[tuple[str, str], ...]
    """Pairs of quotation marks, opening and closing."""
    quoted: Rules
    """What stands between quotation marks; up to the end of a paragraph where the speech goes on in the next."""
    saying: Words
    telling: Words
    same_speaker: Words
    pronouns: Words
    adverbs: Words
    settings: Words
    after_verb: Words
    """What may follow the verb where the words before it end their own sentence; else it begins another statement."""
    contrasts: Words
    """Words by which speakers take back what they just said."""
    definite: Words
    """The definite article."""
    determiners: Words
    """Words before what somebody is that leave open who it is: "a sailor", "his brother"."""
    link_words: Words
    """Words that join phrases: they are part of no role, and a name behind one is not the subject."""
    may_follow: Words
    """What may follow a speaker besides `link_words`."""
    short_titles: Words
    """Titles of persons that are written short, with or without a full stop."""
    offices: Words
    """Titles of persons that are written out and are part of how somebody is called."""
    ranks: Words
    """Further words before a name that say who somebody is."""
    openers: Words
    """Capitalised words before a name that only begin its sentence."""
    particles: Words
    """Words inside of names."""
    of: Words
    couple: Words
    """The word between two first names of one surname."""
    bodies: Words
    """Last words of the names of bodies, of which the words around are part."""
    nobody: frozenset[str]
    """Folded words that no person's name begins with."""
    according: Words = "(?!)"
    """Words that stand before who speaks and are no verb: "laut", "selon", "según"."""
    called: Words = ""
    """What may stand between the verb and the speaker's name and ends before it, where roles do not look as in English."""
    unnamed: Words = "(?!)"
    """Forms by which somebody named before speaks, without a pronoun of its own: "a-t-il dit", "dijo."."""
    of_first: Words = "(?!)"
    """Particles that stand behind a first name alone; behind two words they say where somebody belongs: "von"."""
    no_name: Words = "(?!)"
    """Capitalised words that are no part of the name before them: days, and nouns where all have a capital."""


class Document(NamedTuple):
    """A pattern of words from a primary source, by a name; group `who` says whose, group `paper` in what, else `paper` does.

    `needs` are words of which a sentence must have one.
    """

    name: str
    needs: Words
    pattern: str
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PrimarySources:
    """How a language names who speaks to all."""

    documents: tuple[Document, ...]
    no_subject: Rules
    """What stands before a name that does not speak itself: "a lawyer for Ida Brown"."""
    called: Rules
    """What says, behind it, who speaks for somebody."""
    given_to: Rules
    """What stands behind a paper and before the outlet that alone has it."""
    nobody: frozenset[str]
    """Folded words that stand in the place of a name and name nobody."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Attribution:
    """How a language says whose reporting a text repeats, and that reporting is its own.

    A rule tells `first` where the outlet had the news first, and `statement` where somebody spoke to it.
    """

    definite: Words
    """The definite article, which is no part of an outlet's name."""
    ending: str = ""
    """What a case adds to a name: "des Kuriers"."""
    papers: Words
    """Last words of newspapers' names, by which one that no list has is known; it calls itself by that word alone."""
    stations: Words
    """Last words of other outlets' names."""
    named_by_article: Words = "(?!)"
    """Last words of newspapers' names that say so only behind the definite article: others are called so too."""
    kinds: Words = "(?!)"
    """Words behind which, or before which, an unknown name is an outlet's: "the daily Meridian"."""
    call_signs: Words = "(?!)"
    """Names that stations are known by."""
    no_outlets: Rules = NOTHING
    """Names of that shape that are none."""
    no_outlet_before: Rules = NOTHING
    """What behind a name and its article makes it no outlet's: "the Hill of Oldport"."""
    before_outlet: Rules = NOTHING
    """Cues that an outlet's name follows, with the words that may stand between."""
    after_outlet: Rules = NOTHING
    """Cues that follow an outlet's name."""
    between_outlets: Rules = NOTHING
    """What stands between two outlets of one cue."""
    of_outlet: Rules = NOTHING
    """What makes a name behind a cue no report: a poll, an opinion, a list."""
    earlier: Rules = NOTHING
    """What sets an attribution in an earlier year."""
    begins_statement: Rules = NOTHING
    """What parts an attribution from its statement, so that years behind it are the statement's."""
    told_us: Rules = NOTHING
    """Cues that the article's own reporter was spoken to."""
    interview: Rules = NOTHING
    """An interview with nobody in particular."""
    spoke: Rules = NOTHING
    """Verbs without which the sentence of an interview tells nothing that was said in it."""
    stage: Rules = NOTHING
    """Where else somebody can have spoken, which makes an interview another's."""
    unanswered: Rules = NOTHING
    """Cues that somebody did not answer those who report."""
    asked_by: Rules = NOTHING
    """What names, behind an unanswered question, somebody else who asked."""
    credited: Rules = NOTHING
    """Lines that say who had a part in an article."""
    staff: Rules = NOTHING
    """What such a line says of persons of the article's own house."""
    authors: Rules = NOTHING
    """What makes an outlet in such a line the author: its own people wrote the article."""
    linked: Rules = NOTHING
    """Words that attribute to whom their link leads."""
    link_credit: Rules = NOTHING
    """What stands before a link that is nothing but a credit; a rule tells `by` where its words say so."""
    namesakes: Rules = NOTHING
    """Persons by whose last word an outlet goes too, so that an article about one does not mean the other."""
    primary: PrimarySources | None = None
    """Who speaks to all, in a statement, a paper or a post."""
    signed: Rules = NOTHING
    """The end of a person's name in a byline that is an outlet's name too: it wrote the article, the outlet did not."""


_QUOTED = Rules(
    Rule("low marks", r"„[^“”]*(?:[“”]|\Z)"),
    Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
    Rule("closing marks on both sides", r"(?<!\w)”(?=\w)[^”]*(?:”|\Z)"),
    Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
    Rule("angled marks", r"«[^»]*(?:»|\Z)"),
    Rule("corners", r"「[^」]*(?:」|\Z)|『[^』]*(?:』|\Z)"),
)
"""The same as `Speech.quoted`, in languages that do not say how they quote."""


def spoken(text: str, speech: Speech | None) -> list[tuple[int, int]]:
    """Return the code points [start, end) of a paragraph or sentence that stand between quotation marks, these included."""
    return [(found.start, found.end) for found in (speech.quoted if speech else _QUOTED).finditer(text)]
