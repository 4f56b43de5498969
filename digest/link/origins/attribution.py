"""Attribution cues: where an article says whose reporting it repeats, or that the reporting is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from digest.language import language_of
from digest.language.calendar import MONTH
from digest.language.sentences import sentences
from digest.link.origins.linked import Anchor, anchors, linked
from digest.link.outlets import Outlet, Outlets
from digest.model import Article

Kind = Literal["reported", "told", "asked", "mark", "credit"]

_WHEN = r"(?:(?:on|late|early|last|this|today|\w+day|morning|afternoon|evening|night|earlier|also) ){0,3}"
_FILLER = (
    r"(?:(?:an?|the|multiple|separate|several|new|recent|exclusive|earlier|published|posted|reports?|stor(?:y|ies)|articles?|"
    r"accounts?|interviews?|from|in|by|on|at|of|to|with) ){0,5}(?:[A-Z][\w.’-]+ [A-Z][\w.’-]+ (?:of|at|from|in|with) )?"
    r"(?:(?:[A-Z][a-z]+(?:-based|ish|an|ese|eli|ch|tch|qi|ani) )?(?:(?:state|public|national|local) )?"
    r"(?:newspaper|daily|weekly|magazine|tabloid|paper|website|broadcaster|network|channel|news (?:agency|site|channel)) )?"
)
_FOLLOWED = re.compile(
    rf"\b(?i:(?P<first>first (?:reported|published|revealed|disclosed) (?:by|in|on))|"
    rf"according to|(?:as )?(?:reported|published|revealed|obtained|quoted|cited) {_WHEN}(?:by|in)|confirmed by|citing|"
    rf"(?P<told>told|tells?|telling|speaking (?:to|with)|spoke (?:to|with)|(?:statement|comments?|remarks|e-?mail) to|"
    rf"confirmed (?:\w+ )?to|requests? for (?:comment|an interview) (?:from|by)|"
    rf"(?:said|says|spoke|speaking|appeared|asked) {_WHEN}on|"
    rf"in an? (?:\w+ )?interview (?:with|on|to|for)|interviewed (?:by|on)|appearing on|appearance on)|"
    rf"(?:a|the|an|recent|earlier|exclusive) (?:\w+ )?(?:report|story|article) (?:in|by|from|on)|"
    rf"via|h/t|hat tip(?: to)?|(?<=[,”\"’] )(?:reports|reported|writes|wrote|says|said)) {_FILLER}"
)
_PRECEDED = re.compile(
    r"(?:['’]s?(?: [A-Z][\w.’-]+){1,3}| (?:reporter|correspondent|writer)s?(?: [A-Z][\w.’-]+){1,3})? "
    r"(?P<verb>(?:(?:has|had|have|also|first|earlier|later|now|reportedly) ){0,2}"
    r"(?:reported|reports|report|revealed|reveals|broke the (?:news|story)|was (?:the )?first to report|quoted|cited|"
    r"(?:wrote|writes|said|says|confirmed)(?! (?:\w+day )?(?:that )?(?:it|its|they|their)\b)|learned|obtained))\b|"
    r"(?:['’]s?)? (?:[a-z]+ )?requests? for (?:comment|an interview)\b"
)
_CLAIMED = re.compile(r"\b(?:obtained|reviewed|seen|viewed|provided) (?:by|to) ")
_OWN = re.compile(
    r"\b(?:told|tells) (?:me|us)\b|\binterview with (?:me|us)\b|\b(?:spoke|speaking|talked) (?:to|with) (?:me|us)\b|"
    r"\bour (?:reporter|correspondent)s?\b"
)
_INTERVIEW = re.compile(
    r"\b[Ii]n an? (?:(?:brief|phone|telephone|e-?mail|video) )?interview"
    r"(?= (?:on )?\w+day\b|[.,;]| (?:from|in|at) (?:his|her|their) | (?:here|after|before)\b)"
)
_UNANSWERED = re.compile(
    r"\b(?:did|has|have|had)(?:n['’]t| not) (?:\w+ly )?(?:(?:respond|repl)(?:ed|y|ied)? to "
    r"(?:[\w’'-]+ ){0,4}(?:requests? for (?:an )?(?:comment|interview)|(?:\w+s?|inquiry) seeking comment)|"
    r"return(?:ed)? (?:(?:an?|phone|telephone|voice|e-?mails?|calls?|repeated|multiple|several|or|and) ){0,4}"
    r"(?:calls?|messages?|e-?mails?))\b|"
    r"\b(?:[Cc]alls?|[Mm]essages?|[Ee]-?mails?)\b[^.;“”\"]{0,90}\b(?:was|were)(?:n['’]t| not) (?:\w+ly )?returned\b|"
    r"\b(?:could not|couldn['’]t) (?:\w+ly )?be reached for comment\b|"
    r"\bdeclined to (?:comment|be interviewed) for this (?:article|story|report)\b"
)
_ASKED_BY = re.compile(r"\b(?:from|by) (?!phone\b|telephone\b|e-?mail\b|text\b)")
_SPOKE = re.compile(r"\b(?:said|says|added|recalled|explained|argued|acknowledged|insisted|suggested|described)\b")
_STAGE = re.compile(
    r"\b(?:newspapers?|magazine|radio|TV|television|station|network|show|program(?:me)?|podcast|aired|broadcast|published|"
    r"posted|recorded|reporters|journalists|earlier|told|tells)\b"
)
_WIRE = re.compile(r"\((?P<name>[A-Za-z][\w ]{1,24})\) ?(?:--?|[–—])")
_WIRE_LINES = 4
"""Paragraphs at the top in one of which an agency's mark may stand: a picture's words may come before."""
_CREDITED = re.compile(
    r"\bcontributed (?:reporting )?to (?:this|the) (?:report|story|article)\b|\bcontributed reporting\b|"
    r"\b[Ww]ith (?:(?:additional )?reporting|files|inputs?) (?:from|by)\b|\b[Rr]eporting by\b|\bWith (?:AP|AFP|Reuters)\b"
)
_STAFF = re.compile(
    r"[Rr]eporting by [A-Z]\w+ [A-Z]|[A-Z]\w+ [A-Z][\w’'-]+ (?:(?:in|from) [A-Z]|contributed to)|contributed reporting"
)
_THEIRS = re.compile(r"(?:['’]s?| (?:staff )?(?:writers?|reporters?|correspondents?)) [A-Z]")
"""Behind an outlet in a credit: its own people wrote the article."""
_LINE = 120
"""Code points of a byline; a longer one tells of its author's life."""
_NOT_NEWS = re.compile(
    r"(?:[-/ ]\w+){0,3}? ?"
    r"(?:polls?|surveys?|editorial|op-ed|columnist|column|contributor|analyst|data|estimates?|poll's|bestseller)\b"
)
_PAST = re.compile(
    rf"\b(?:previously|last year|years? ago|months ago|[Ii]n (?:{MONTH})|in (?:19|20)\d\d|"
    r"(?:19|20)\d\d (?:interview|report|article|story))\b"
)
_AND = re.compile(r"(?:, (?:and )?| and )")
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mayor|Michael|Mike|Andrew|Malcolm|Steve)\.? (?:[A-Z]\. )?(?P<name>Bloomberg|Breitbart|Forbes)\b"
)
"""People whose names are those of outlets too: an article about one does not mean the other."""
_SPOKEN = re.compile(r"“[^”]*(?:”|\Z)|(?<!\w)\"[^\"]*\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Code points [start, end) of a paragraph that attribute the statement to an outlet; `own` where it is the article's.

    `place` counts sentences from the top; `first` says that the outlet is named as the one that had it first. What was
    `told` to outlets with the same start is one statement, said to several. Who was `asked` had no answer. A `mark` says
    whose text the article is, a `credit` who had a part in it. `linked`: where a link leads is all that names the outlet.
    """

    outlet: Outlet
    paragraph: int
    start: int
    end: int
    place: int
    own: bool
    first: bool = False
    kind: Kind = "reported"
    linked: bool = False


class _Named(NamedTuple):
    outlet: Outlet
    start: int
    end: int
    first: bool = False
    kind: Kind = "reported"
    linked: bool = False


def cues(article: Article, outlets: Outlets) -> tuple[Cue, ...]:
    """Return the attributions of an article in order: to others, and to its own publisher.

    Polls, opinion pieces, spoken words and what an outlet said in earlier years are no attribution of this news. What
    somebody said "in an interview" was said to the article's own reporter, or to the agency's where a mark names one, and
    who left them without an answer was `asked` by them; not where the sentence names another stage or another who asked, or
    where words said to another outlet came before. What only a link names is an attribution too: see `linked`. Where saying
    verbs of the language are not known its sentences attribute nothing; agencies' marks, bylines and credits do.
    """
    mine = outlets.of(article)
    outlets = outlets.at_home(mine)
    people = {match["name"].casefold() for paragraph in article.paragraphs for match in _PERSON.finditer(paragraph)}
    marks = (*_wire(article, outlets), *_beside(article, outlets, mine))
    found = [(number, 0, one) for number, one in marks]
    reporter = next((one.outlet for _, one in marks if one.kind == "mark"), mine)
    links = anchors(article, outlets, (mine, reporter))
    place = 0
    for number, paragraph in enumerate(article.paragraphs if language_of(article.language).speech else (), 1):
        spoken = [match.span() for match in _SPOKEN.finditer(paragraph)]
        for start, end in sentences(paragraph, article.language):
            named = list(_in_sentence(paragraph, start, end, outlets, mine))
            named.extend(_by_link(paragraph, start, end, links.get(number, ()), outlets, mine, tuple(named)))
            named = [one for one in named if not _within(one.start, spoken)]
            elsewhere = named or any(one.kind == "told" and one.outlet.id != reporter.id for _, _, one in found)
            named.extend(() if elsewhere else _own(paragraph, start, end, outlets, reporter))
            named.extend(_credited(paragraph, start, end, outlets, reporter))
            found.extend((number, place, one) for one in named)
            place += 1
    cued = [
        Cue(
            outlet=one.outlet,
            paragraph=number,
            start=one.start,
            end=one.end,
            place=place,
            own=one.outlet.id == mine.id,
            first=one.first,
            kind=one.kind,
            linked=one.linked,
        )
        for number, place, one in found
        if one.outlet.name.casefold() not in people
    ]
    return tuple(_once(cued))


def marked(found: Iterable[Cue]) -> Outlet | None:
    """Return the outlet whose text an article is by a mark, the first of several; None without one."""
    return next((cue.outlet for cue in found if cue.kind == "mark"), None)


def _within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in spans)


def _in_sentence(text: str, start: int, end: int, outlets: Outlets, mine: Outlet) -> Iterable[_Named]:
    for match in _OWN.finditer(text, start, end):
        yield _Named(mine, match.start(), match.end())
    if not outlets.may_name(text, start, end):
        return
    sentence = text[:end]
    for match in _FOLLOWED.finditer(sentence, start):
        at = match.end()
        while (named := outlets.after(sentence, at)) is not None:
            outlet, stop = named
            past = not match["first"] and _past(sentence, start, match.start(), stop)
            if past or _NOT_NEWS.match(sentence, stop):
                break
            yield _Named(
                outlet, match.start(), stop, first=bool(match["first"]), kind="told" if match["told"] else "reported"
            )
            joined = _AND.match(sentence, stop)
            if joined is None:
                break
            at = joined.end()
    for match in _PRECEDED.finditer(sentence, start):
        named = outlets.before(sentence, match.start())
        if named and named[1] >= start and not _past(sentence, start, named[1], match.end()):
            yield _Named(named[0], named[1], match.end(), first="first" in (match["verb"] or ""))
    for match in _CLAIMED.finditer(sentence, start):
        if (named := outlets.after(sentence, match.end())) is not None:
            yield _Named(named[0], match.start(), named[1])


def _by_link(
    text: str, start: int, end: int, links: Sequence[Anchor], outlets: Outlets, mine: Outlet, named: Sequence[_Named]
) -> Iterable[_Named]:
    """What links attribute where nothing in `named` does: by their words, or by a short name that they make plain."""
    found = [
        _Named(one.outlet, one.start, one.end, one.first, "told" if one.told else "reported", linked=True)
        for one in linked(text, start, end, links, outlets)
        if not _past(text[:end], start, one.start, one.end)
    ]
    for link in links:
        for one in _in_sentence(text, start, end, outlets.at_home(link.outlet), mine) if start <= link.start < end else ():
            if one.outlet.id == link.outlet.id and link.touches(one.start, one.end, text):
                found.append(one._replace(linked=True))
    for one in found:
        if not any(it.outlet.id == one.outlet.id or (it.start < one.end and one.start < it.end) for it in named):
            yield one


def _past(sentence: str, start: int, first: int, last: int) -> bool:
    """Whether words just before or behind an attribution set it in an earlier year."""
    end = last if sentence.startswith(" that ", last) else min(len(sentence), last + 40)
    return bool(_PAST.search(sentence, max(start, first - 80), end))


def _own(text: str, start: int, end: int, outlets: Outlets, reporter: Outlet) -> Iterable[_Named]:
    """What was said to the article's own reporter, or left unanswered, where the sentence names nobody else who asked."""
    told, silent = _INTERVIEW.search(text, start, end), _UNANSWERED.search(text, start, end)
    if not (told or silent) or _PAST.search(text, start, end) or outlets.within(text, start, end):
        return
    if told and _SPOKE.search(text, start, end) and not _STAGE.search(text, start, end):
        yield _Named(reporter, told.start(), told.end())
    elif silent and not _ASKED_BY.search(text, silent.start(), end):
        yield _Named(reporter, silent.start(), silent.end(), kind="asked")


def _credited(text: str, start: int, end: int, outlets: Outlets, reporter: Outlet) -> Iterable[_Named]:
    """Those who had a part in all of the article: the agencies a credit names, or the reporter's own staff."""
    if _CREDITED.search(text, start, end):
        named = outlets.within(text, start, end)
        for outlet, first, last in named:
            yield _Named(outlet, first, last, kind="mark" if _THEIRS.match(text, last) else "credit")
        staff = None if named else _STAFF.search(text, start, end)
        if staff:
            yield _Named(reporter, staff.start(), staff.end(), kind="credit")


def _wire(article: Article, outlets: Outlets) -> Iterable[tuple[int, _Named]]:
    """An agency's mark behind the dateline."""
    for number, paragraph in enumerate(article.paragraphs[:_WIRE_LINES], 1):
        match = _WIRE.search(paragraph, 0, 160)
        outlet = outlets.named(match["name"]) if match else None
        if match and outlet:
            yield number, _Named(outlet, match.start(), match.end("name") + 1, kind="mark")
            return


def _beside(article: Article, outlets: Outlets, mine: Outlet) -> Iterable[tuple[int, _Named]]:
    """What bylines, credits and copyright lines beside the text say: another's mark, and who had a part in it."""
    for number, line in enumerate(article.credits, 1 + len(article.paragraphs) + len(article.sayings)):
        if _CREDITED.search(line):
            yield from ((number, one) for one in _credited(line, 0, len(line), outlets, mine))
            continue
        for outlet, start, end in outlets.within(line, 0, min(len(line), _LINE)):
            if outlet.id != mine.id and outlets.named(line[start:end]):
                yield number, _Named(outlet, start, end, kind="mark")


def _once(found: Iterable[Cue]) -> Iterable[Cue]:
    """The cues in order, each place and outlet once."""
    seen: set[tuple[str, int, int]] = set()
    for cue in sorted(found, key=lambda cue: (cue.paragraph, cue.start, cue.end, cue.outlet.id)):
        where = (cue.outlet.id, cue.paragraph, cue.start)
        if where not in seen:
            seen.add(where)
            yield cue
