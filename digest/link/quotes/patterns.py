"""The patterns that find quotations and their speakers, made once for each language of the words that it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from digest.language.marks import ANGLED
from digest.language.scripts import CAPITALS, SMALL
from digest.language.speech import Speech

CAPITALISED = rf"[{CAPITALS}][\w’'-]+"
INITIAL = rf"[{CAPITALS}]\."
PARTY = r"(?: \([^()]{1,20}\))?"
"""A party or an age in brackets behind a name."""
SURNAME = rf"[{CAPITALS}][\w’'-]*\w"
"""A word with a capital, the first letter of one, and one that no mark ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """What is asked of a text about its quotations; one of the groups names who speaks, and without any it is a pronoun.

    Behind the quoted words stands `after`, before them `before`. `same` in it says that who spoke before goes on. Where a
    language says what stands between a verb and its speaker, both may stand in that order before the words too (group
    `behind`), and who is named behind an office is who speaks (`subject`).
    """

    speech: Speech
    quotation: re.Pattern[str]
    after: re.Pattern[str]
    inside: re.Pattern[str]
    """What says who speaks amid the quoted words, as French has it: "« Nous venons, a dit Ida Brun. Tous. »"."""
    listened: re.Pattern[str]
    """What follows needs a listener."""
    before: re.Pattern[str]
    no_subject: re.Pattern[str]
    """Ends what stands before a name that is not who speaks: "a spokesman for", "Ida Brown and"."""
    one_breath: re.Pattern[str]
    """All that may stand between two quotations of one speaker."""
    clause_ends: re.Pattern[str]
    """What follows the speaker's verb behind words that ended their sentence; all else begins another statement."""
    taken_back: re.Pattern[str]
    """What follows words that their speaker takes back, by half, in the next."""
    speakers: re.Pattern[str]
    """Who speaks in a text or is called by a title."""
    titles: re.Pattern[str]
    """Titles, and words that begin a sentence, before a name."""
    title_ends: re.Pattern[str]
    """Ends a text behind which a capital is no name's: where a sentence begins, save behind a title."""
    opening: re.Pattern[str]
    """The surname with which a sentence begins."""
    sentence_break: re.Pattern[str]
    of_first: re.Pattern[str]
    """A particle that behind two words of a name is part of it no more."""
    couple: re.Pattern[str]
    """The first name of somebody else, before a name with the same surname."""
    body: re.Pattern[str]
    """The end of a body's name, of which the words around are part."""


@cache
def patterns(speech: Speech) -> Patterns:
    """Compile the patterns by which quotations and who speaks them are found, of a language's words for speaking."""
    said, telling = speech.saying, speech.telling
    verb = rf"(?:{said}|{telling})"
    called = rf"(?:(?:{speech.short_titles})\.?|{speech.offices}) "
    name, whose = _name(speech, called), _whose(speech)
    spoken_by = rf"(?:{said}|{speech.according})\s+{rf'(?:{speech.called})?' if speech.called else whose}"
    marks = "".join(dict.fromkeys(mark for pair in speech.marks for mark in pair))
    opening, closing = ("".join(side) for side in zip(*speech.marks, strict=True))
    unquoted, unended = rf"[^{marks}]", rf"[^.{marks}]"
    aside = rf"{PARTY if speech.called else ''}(?:,[^,{marks}]{{3,90}},)?"
    adverbs = rf"(?:(?:{speech.adverbs}) )?"
    subject = rf"\b(?:{speech.called})(?P<subject>{name})(?:,|{aside}) {adverbs}{verb}|" if speech.called else ""
    turned = rf"|\b{spoken_by}(?P<behind>{name})(?: (?:{speech.settings})\b{unended}{{0,60}})?" if speech.called else ""
    return Patterns(
        speech=speech,
        quotation=re.compile("|".join(_between(*pair, marks) for pair in speech.marks)),
        after=re.compile(
            rf"[,.]?\s*(?:"
            rf"{spoken_by}(?P<name>{name})\b(?! (?!(?:{speech.link_words})\b|(?:{speech.may_follow})\b)[{SMALL}])|"
            rf"{whose}(?P<before>{name}){aside} {adverbs}{verb}\b|"
            rf"(?:{said})\s+(?i:{speech.pronouns})\b|(?i:{speech.pronouns}) {adverbs}{verb}\b|(?:{speech.unnamed})|"
            rf"(?i:{speech.definite}) (?P<same>\w+) (?:{speech.same_speaker})\b)"
        ),
        inside=re.compile(
            rf", (?:{spoken_by}(?P<name>{name})(?=[,.])|(?:{speech.unnamed})(?=[,.]))" if speech.called else "(?!)"
        ),
        listened=re.compile(rf"\b(?:{telling})\Z"),
        before=re.compile(
            rf"(?:(?:{subject}(?:(?P<name>{name})(?: {speech.of} {name})?{aside}|\b(?i:{speech.pronouns})) {adverbs}{verb})"
            rf"(?: (?:{speech.settings})\b{unended}{{0,60}})?{turned})\s?[,:]?\s*\Z"
        ),
        no_subject=re.compile(rf"\b(?:{speech.link_words})(?: {speech.definite})?[ ’']\Z", re.IGNORECASE),
        one_breath=re.compile(rf"[,.?!—–]?[{closing}]?{unquoted}*\b{verb}\b{unended}{{0,40}}[.,:]\s*"),
        clause_ends=re.compile(rf"[.,;:)]|\Z| (?:{speech.after_verb})\b"),
        taken_back=re.compile(
            rf"[,.]?\s?[{closing}]{unquoted}{{0,90}}[{opening}](?i:{speech.contrasts})\b|"
            rf"[.!?]? (?!{speech.contrasts})(?i:{speech.contrasts})\b"
        ),
        speakers=re.compile(
            rf"(?P<name>{name}) {verb}\b|{verb} (?P<other>{name})|{called}(?:[{CAPITALS}][\w.’'-]+ )?(?P<called>{SURNAME})"
        ),
        titles=re.compile(rf"\A(?:(?:(?:{speech.short_titles})\.?|{speech.offices}|{speech.ranks}|{speech.openers}) )+"),
        title_ends=re.compile(rf"(?<!{')(?<!'.join(speech.short_titles.split('|'))})(?:\A|[.!?:|{marks}]) ?\Z"),
        opening=re.compile(rf"(?:{called})?(?:[{CAPITALS}][\w.-]+ ){{0,3}}({SURNAME})(?=[ ,’'])"),
        sentence_break=re.compile(rf"(?<=[.!?{closing}])\s+(?=[{CAPITALS}{opening}])"),
        of_first=re.compile(speech.of_first),
        couple=re.compile(rf"\b({CAPITALISED}) {speech.couple} \Z"),
        body=re.compile(rf"(?:{speech.bodies})\.?\Z"),
    )


def _name(speech: Speech, called: str) -> str:
    """The pattern of a person's name, with a title before it."""
    further = rf"(?!(?:{speech.no_name})\b){CAPITALISED}"
    return rf"(?:{called})?{further}(?: {INITIAL}| (?:{speech.particles})(?= )| {further}){{0,6}}"


def _whose(speech: Speech) -> str:
    """The pattern of what stands before a name and says who that is, as English has it: "Oldport harbour master"."""
    no_role = f"{speech.particles}|{speech.link_words}|{speech.saying}|{speech.telling}"
    role = rf"(?:(?!(?:{no_role})\b)[{SMALL}][\w’'-]* )"
    return rf"(?:(?:[{CAPITALS}][\w.’'-]* ){{0,3}}{role}{{0,3}}(?!(?:{speech.definite}|{speech.determiners})\b){role})?"


def _between(opening: str, closing: str, marks: str) -> str:
    """The pattern of what stands between two marks; where both look alike, one that opens stands before a word.

    French prints a space inside of angled marks.
    """
    if opening in ANGLED:
        return rf"{opening}\s?([^{opening}{closing}]*[^{opening}{closing}\s])\s?{closing}"
    if opening == "‘":  # an apostrophe closes nothing
        return r"(?<!\w)‘((?:[^‘’]|(?<=\w)’(?=\w))+)’(?!\w)"
    if opening != closing:
        return rf"{opening}([^{opening}{closing}]+){closing}"
    return rf"(?<!\w){opening}(?=\S)([^{marks}]+){closing}"
