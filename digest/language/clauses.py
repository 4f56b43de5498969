"""Sentences, the clauses inside them, and which runs of clauses can stand alone."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from digest.language import Language
from digest.language.english.speech import SAID, SPOKEN
from digest.language.profile import ENGLISH
from digest.language.scripts import dense
from digest.language.vocabulary import PRINTED_MONTHS

VERB = re.compile(
    rf"(?<!-)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|{SAID}|told|"
    r"[a-z]{2,}(?:ed|es)|made|took|gave|went|came|got|left|lost|won|led|held|met|paid|sold|bought|built|put|set|cut|hit|"
    r"plans|expects|wants|seeks|aims|shows|means|remains|needs|makes|takes|calls|comes|goes|gets|keeps|began|saw|ran|fell|rose|found|grew|spoke|broke|drove|flew|kept|knew|drew|threw|chose|stood|sat|sent|spent|taught|"
    r"caught|brought|thought|sought|fought|heard|felt|struck|shot|hurt|lay|wore|swore|bore|tore|won|dug|hung|stole|froze)\b"
)
_FINITE = re.compile(
    VERB.pattern.replace("(?:ed|es)", "(?<!hundr)(?<!ne)(?<!spe)ed|[a-z]+(?:ak|iv|com|lud|ir|vid|iz|gu|lv|pos|mis)es")
    + r"|\b[a-z]+n['’]t\b"
)
"""The same without what is as often a noun ("offices", "charges")."""
_PAUSED = (
    "and|but|or|yet|so|while|which|who|whose|where|when|although|though|because|as|after|before|despite|since|with|without|"
    "including|citing|according|unless|until|even|not|up|down|[a-z]{3,}ing"
)
_UNPAUSED = (
    "while|although|though|because|despite|but|unless|whereas|until|citing|including|such as|during|amid|following|when|"
    "in connection with|as part of|in exchange for|in an effort|in order to|on charges|to charges|for allegedly|due to|"
    "along with|as well as|rather than|instead of|so that"
)
_PREDICATE = (
    f"has|had|have|is|are|was|were|will|would|could|can|may|did|does|do|{SAID}|told|plans|expects|wants|made|took|gave|got|"
    "left|lost|won|led|held|met|paid|sold|bought|built|put|set|wrote|[a-z]{3,}ed"
)
_STRONG = re.compile(
    rf";(?=\s)|\s(?:—|–|―|--)(?=\s)|—|,(?=\s+(?:{_PAUSED})\b)|\s(?=(?:{_UNPAUSED})\s)|"
    rf"\s(?=(?:and|but) (?:also |then |later )?(?:{_PREDICATE})\s)"
)
_DASH = re.compile(r"\s(?:—|–|―|--)(?=\s)|—")
_WEAK = re.compile(
    r"[:,](?=\s)|\s(?=(?:that|after|before|since|amid|following)\s)|\s(?=as (?:the|it|he|she|they) [a-z]+ [a-z]+)"
)
_FRAME = re.compile(
    r"\b(?:say|claim|report|state|announce|suggest|argue|confirm|add|insist|believe|warn|reveal|note|tweet|write)(?:s|d|ed)?"
    r"(?: (?:on|late|early|last) [^,]{3,30})?\Z|"
    r"\b(?:said|wrote)(?: (?:on|late|early|last) [^,]{3,30})?\Z|\btold [^,]{2,40}\Z"
)
_SPEAKING = re.compile(r"\s*(?:stating|saying|adding|noting|claiming|arguing|announcing)\b")
_TORN = re.compile(
    r"(?:\b(?:and|or|but|nor|that|which|who|whom|whose|is|was|are|were|be|been|has|have|had|will|would|to|of|for|by|"
    r"with|the|a|an|as|than|only|just|not|because|made clear)|"
    r"\b(?:said to|told) (?:(?:a|an|the|his|her) )?[\w.]+(?: [\w.]+)?)[.”\"]*\Z"
)
_JOINS = re.compile(r"(?:and|but|or|yet|so|as|that|where|while|although|though|because|since|after|whereas)\s+")
_STATES = re.compile("and|but|or|yet|so|where|while|although|though|after|whereas")
_ADDS = re.compile(r"(?:and|or)\b")
_CONDITION = re.compile(r"[\s,;:—–\-]*(?:unless|until|if|while (?:still|[a-z]+ing)|or|without|not)\b| (?:during|when)\b")
_TURNED = re.compile(r"\W*(?:(?:and|or) )?(?:but|not|though|although|if|unless|until|(?:\w+ )?(?:others?|more))\b")
_TRIM_START = re.compile(r"[\s,;:—–\-]+")
_TRIM_END = re.compile(r"[\s,;:—–\-]+\Z")
_LEADING = re.compile(
    r"(?:After|Before|While|Although|Though|Despite|When|As|If|Since|Because|With|Without|In|On|By|Until|Unless|Following|Unlike|"
    r"Citing|During|At|For|From|Under|Over|Among|Even|Once|Initially|Based|Like|Amid|Until|To|[A-Z][a-z]+ing|[A-Z][a-z]+ed)\b"
)
_WHEN = re.compile(
    r"(?:In|On|At|By|During|Since|Until|From)\b[^,]*\b(?:week|month|year|decade|night|morning|evening|afternoon|time|ago|"
    rf"\w*days?|(?:19|20)\d\ds?|{'|'.join(PRINTED_MONTHS)})\b[^,]*\Z"
)
"""A phrase that says when what follows happened."""
_DATELINE = re.compile(r"[A-Z][A-Z.]{2,}[A-Za-z\d .,’'()]{0,40} (?:—|--|–|―) |[A-Z]{4,}(?: [A-Z]{3,})?: (?=[A-Z])")
_CONNECTIVE = re.compile(
    r"(?:However|Meanwhile|Moreover|Furthermore|Additionally|In addition|Also|Instead|Still|Nevertheless|Nonetheless|"
    r"For example|For instance|As a result|In fact|Indeed|Of course|Finally|Afterwards?|Later|Then|And yet|Consequently|"
    r"Subsequently|Similarly|Likewise|Thus|Therefore|Most recently|In another (?:incident|development)|"
    r"In a related development|On the other hand|At the same time|In the meantime),\s+|"
    r"(?:But|And|Yet|So|Plus|However|Meanwhile),?\s+"
)
_MONTH = rf"(?:{'|'.join(PRINTED_MONTHS)})[a-z]*\.?"
_STAMP = re.compile(
    r"(?:(?:[@|] |at )?(?:"
    rf"(?:on |[A-Z][a-z]+day,? )?(?:(?i:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}) \d{{4}}|"
    r"\d{1,2}(?:[:.] ?\d\d)? ?(?:[AaPp][Mm](?: [A-Z]{2,4}\b)?|(?:BST|GMT|UTC|E[DS]T|P[DS]T|IST)\b)|"
    r"Continue reading the main story),? )+(?=[A-Z][\w.]* )"
)
"""A date, a clock time or a line of a page that runs into the sentence after it."""
_GLUED = re.compile(
    r"[^.!?:;,\"“”]{20,110}[a-z] (?<!itamin )(?<!titis )"
    r"(?=(?:A|An|The|One|Two|Three|In|On|At|After|As|When|And|Police) [a-z]|An? [A-Z][a-z]+ [a-z])"
)
"""A headline that runs into the sentence after it."""
_CLUTTER = re.compile(
    r"\S@\S+\.\w|https?:|\bwww\.|can be reached at|\ACourtesy of|\[\d+\]|\bet al\.|\A[A-Z][\w ]{2,20}: |\A\d{1,2}[.:]\d\d\b"
)
"""Addresses, references, labels and clock times: a line of a page, not a statement."""
_DANGLING = re.compile(
    rf"(?:{_PREDICATE}|below|above|click|see|watch|read|pictured|he|she|it|they|this|these|those|that|his|her|hers|its|their|theirs|such|both|another|one|ones|him|them|there|here|"
    r"the (?:latter|former|move|decision|announcement|same|two|pair|other|others|latest|report|statement|result|"
    r"remarks?|comments?|news|measure|plan|deal|change|changes|issue|document|documents|story|case|incident|event)|"
    r"and|but|or|nor|so|yet|also|then|thus|therefore|hence|who|which|whose|where|when|while|than|as (?:well|such)|"
    r"either|neither|others?|none|not|instead|rather|otherwise|i|we|you|my|our|your|us|me|"
    rf"(?:some|many|most|few|all|each)(?=,| (?:of|who|said|also|{_PREDICATE})\b)|(?:later|earlier)(?=,| (?:{_PREDICATE})\b)|"
    r"more|less|even|just|only|still|too|again|afterwards?|meanwhile|however|moreover|"
    r"according to (?:him|her|them|it))\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"It (?:has been|is|was|will be) (?:\w+ ){0,3}(?:days?|weeks?|months?|years?|not clear|unclear|likely)\b"
)
_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]{2,}|^(?:[A-Z][\w.’'-]*,? ){2}|^[A-Z][a-z]+(?=['’]s| (?:has|is|was|said|will|had))")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|we|We|us|our|Our|my|My|me|you|You|your|Your)\b")
_SPOKEN_BY_PRONOUN = re.compile(
    rf"\b(?:{SAID}) (?:that|this|it) (?:is|was|would|will|had|has)(?:n['’]t)?\b|"
    rf"\b(?:he|she|they|He|She|They) (?:{SPOKEN}|claimed|concluded|went on)\b"
)
_COMPLEMENT = re.compile(r"\b(?:that|which|who|where|whether)\b")
_ASIDE = re.compile(r",\s(?:who|which|whose|where|a|an|the)\b[^,]*(?:,|\Z)")
_TIME = re.compile(r"(?:Last|This|Next|Late|Early|Earlier|Later)\b[^,]{2,40}, ")
_LATE = re.compile(
    r"(?!(?:After|When|As|While|Before|Though|Although|Because|If|Since|Once) (?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?[A-Z])"
    r"(?:In|On|At|After|When|As|While|Before|By|With|During|For|From|Under|Though|Although|Despite|Since)\b"
    r"[^,]*(?:,[^,]*){0,4}, (?:he|she|they|it)\b"
)
"""A pronoun is the subject, and the phrase before it says of what only by chance."""
_RELATIVE = re.compile(r"\b(?:who|which|that|whose)\b")
_MIDWAY = re.compile(r"\d|(?:to|in|of|for|by|with|at|on|from|as|into|under|over|if|about|against|including|citing)\b")
_GERUND = re.compile(
    r"(?!during|something|nothing|everything|anything)[a-z]+ing\b|"
    r"(?:beaten|taken|given|shown|known|seen|driven|written|broken|chosen|hidden|stolen|kept|forced)\b"
)
_OUTER = re.compile(rf", (?:has|have|had|is|are|was|were|will|would|{SAID})\b")
_SAID_WHAT = re.compile(
    rf"(?<!,) (?:{SAID}|claim(?:s|ed)|insist(?:s|ed)|believe[sd])(?: that)? "
    r"(?:(?:the|a|an|his|her|its|their) \w+|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)\Z"
)
_ADVERB = re.compile(r"(?:Now|Previously|Typically|So far|Initially|Originally|Recently|Still|Today|Already), ")
_DEFINITE = re.compile(r"[Tt]he [a-z\d]")
_SUBJECT_END = re.compile(rf"{_FINITE.pattern}|,(?! [A-Z])")
_TOLD_APART = re.compile(r"[A-Z]|\d(?![\d-]*-year-old)|\bof\b")
_NAMING = re.compile(r"[A-Z0-9]")
_BESIDE = re.compile(
    r"\b(?:also|such(?! as)|same(?!-)|other|another|these|those(?! who)|then(?!-)|both(?! [A-Z]\w+ and)|however|instead|"
    r"meanwhile|nevertheless|therefore|subsequently)\b|, (?:though|too)\b"
)
_LOOSE_END = re.compile(r"\b(?:it|them|him|her|this|that|there|here|so)[.”\"]*\Z")
_PART = re.compile(
    r"(?:a (?:number|group|few|couple)|some|many|most|one|two|three|several|half|all|both|each)(?: of)? the [a-z]",
    re.IGNORECASE,
)
LONGEST = 3000
"""Code points a sentence may have: a table or a list pasted as text must not stall a build that runs unattended."""
BRIEF = 52
"""Code points below which words seldom say what they are about."""
LEAST, LEAST_DENSE = 25, 12
"""Code points that a statement has at least, and in scripts of which one says as much as two letters."""
_MARKS = (("(", ")"), ("（", "）"), ("「", "」"), ("『", "』"), ("«", "»"))
_OPENING, _ASKING = '„“”"«»‘’「『(（[-–—•', "?？؟;"
_CLOSED = re.compile(r"[^\"“`]*[,.?!](?:[\"”]|'')")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|``.*?''")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Code points [start, end) of a sentence; an extract may begin here where it `opens`, and end where it `closes`.

    A `frame` only says who says what follows.
    """

    start: int
    end: int
    opens: bool
    closes: bool
    frame: bool = False


def clauses(sentence: str, language: Language = ENGLISH) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in order; cuts fall where a reader would pause.

    A clause has at least three words, and quotation marks and brackets are never torn apart. Where an enumeration or an
    apposition may be what a comma parts, no extract ends, nor before what only limits the statement; after a comma it begins
    only where a leading phrase ends or a name follows a conjunction. What is longer than `LONGEST` is one clause, and so is
    every sentence of a language whose grammar is not known.
    """
    if len(sentence) > LONGEST or not language.grammar:
        return (Clause(start=0, end=len(sentence), opens=True, closes=True),)
    listed = sentence.count(";") > 1
    strong_cuts = {match.start(): match.end() for match in _STRONG.finditer(sentence)}
    weak_cuts = {match.start(): match.end() for match in _WEAK.finditer(sentence)}
    if len(_DASH.findall(sentence)) > 1:
        for match in _DASH.finditer(sentence):
            strong_cuts.pop(match.start(), None)
            weak_cuts[match.start()] = match.end()
    cuts = [
        (left, right, left in strong_cuts and not (listed and sentence[left] == ";"))
        for left, right in sorted((weak_cuts | strong_cuts).items())
    ]
    found: list[Clause] = []
    start, opens = 0, True
    for left, right, strong in cuts:
        if left < start or not _whole(sentence[:left]):
            continue
        if len(sentence[start:left].split()) < 3 or len(sentence[right:].split()) < 3:
            continue
        leading = not found and bool(_LEADING.match(sentence))
        first, last = _trim(sentence, start, left)
        frame = (sentence.startswith("that ", right) and bool(_FRAME.search(sentence, first, last))) or bool(
            _SPEAKING.match(sentence, right)
        )
        after = _trim(sentence, right, len(sentence))[0]
        closes = strong and not leading and not _CONDITION.match(sentence, left)
        found.append(Clause(start=first, end=last, opens=opens, closes=closes, frame=frame))
        joined = _JOINS.match(sentence, after)
        start = joined.end() if joined else right
        states = bool(_FINITE.search(sentence, 0, left)) or not _ADDS.match(sentence, after)
        opens = (
            (strong and sentence[left] not in " ,")
            or (leading and sentence[left] == "," and not (_WHEN.match(sentence[:left]) or sentence.startswith("According")))
            or bool(joined and _STATES.match(joined.group()) and states and sentence[start : start + 1].isupper())
        )
    first, last = _trim(sentence, start, len(sentence))
    tail = sentence[first:last].rstrip('.”"')
    frame = bool(found) and len(tail.split()) < 5 and bool(_FRAME.search(tail))
    return (*found, Clause(start=first, end=last, opens=opens, closes=True, frame=frame))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    head = _TRIM_START.match(text, start, end)
    tail = _TRIM_END.search(text[:end], start) if end < len(text) else None
    return (head.end() if head else start, tail.start() if tail else end)


def _whole(text: str) -> bool:
    """Whether no quotation and no bracket is left open."""
    pairs = ("“", "”"), ("``", "''"), ("(", ")")
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in pairs)


def stands_alone(
    sentence: str, start: int, end: int, first: bool, language: Language = ENGLISH, names: Container[str] = frozenset()
) -> bool:
    """Whether sentence[start:end] reads well on its own: a statement with its subject, nothing dangling, no open quotation.

    `first` says that the run begins where the sentence begins; `names` are words known to be names, in lower case. In a
    language whose grammar is not known only a whole sentence does that asks nothing and is no quotation or part of one.
    """
    words = sentence[start:end]
    if not language.grammar:
        return first and end == len(sentence) and _says_enough(words)
    if len(words) < 25 or len(words.split()) < 5 or not _whole(words) or words.endswith("?"):
        return False
    if (
        (_DANGLING.match(words, _leaning(words)) and not _EXPLETIVE.match(words, _leaning(words)))
        or _FIRST_PERSON.search(_QUOTED.sub("", words))
        or _SPOKEN_BY_PRONOUN.search(words)
    ):
        return False
    verb = VERB if first and end == len(sentence) else _FINITE
    quoted = sum(len(match.group()) for match in _QUOTED.finditer(words))
    if quoted * 2 > len(words) or not verb.search(_QUOTED.sub("", words)):
        return False
    if leans(words) > 1 or _CLOSED.match(words) or _points_back(words, names) or words[0] in '“"‘([`':
        return False
    leading = first and bool(_LEADING.match(words))
    timed = _TIME.match(words)
    told = words[timed.end() if timed else words.find(",") + 1 if leading else 0 :]
    if not verb.search(_RELATIVE.split(_ASIDE.sub(" ", told))[0]):
        return False
    if not VERB.search(_COMPLEMENT.split(words)[-1]):
        return False
    if not first and (_MIDWAY.match(words) or _GERUND.match(words) or _OUTER.search(words)):
        return False
    if (
        _SAID_WHAT.search(words)
        or _CLUTTER.search(words)
        or _LATE.match(words)
        or (end < len(sentence) and (_TORN.search(words) or turns(sentence, end)))
    ):
        return False
    return not leading or "," in words


def _says_enough(words: str) -> bool:
    """Whether a sentence of any language is more than a few words, begins as one, and leaves no mark open."""
    balanced = all(words.count(left) == words.count(right) for left, right in _MARKS)
    long = len(words) >= (LEAST_DENSE if dense(words) else LEAST)
    return balanced and long and not words[0].islower() and words[0] not in _OPENING and words[-1] not in _ASKING


def turns(sentence: str, end: int) -> bool:
    """Whether what stands behind `end` in a sentence turns or completes what stands before it: "but", "and two more"."""
    return bool(_TURNED.match(sentence, end))


def leans(words: str, language: Language = ENGLISH) -> int:
    """Count the signs by which words that can stand alone still lean on what stood around them; 0 without a grammar."""
    if not language.grammar:
        return 0
    ended = _SUBJECT_END.search(words)
    subject = words[: ended.start() if ended else len(words)]
    return sum(
        (
            words[0].islower(),
            bool(_DEFINITE.match(words)) and not _TOLD_APART.search(subject[4:]),
            not _NAMING.search(words, 1),
            len(words) < BRIEF,
            bool(_BESIDE.search(words)),
            ";" in words,
            bool(_LOOSE_END.search(words)),
            bool(_PART.match(words)),
        )
    )


def unattributed(words: str) -> bool:
    """Whether words are somebody's own and do not say whose: nearly all a quotation, or in the first person (English)."""
    around = _QUOTED.sub("", words)
    return len(around.split()) < 2 or bool(_FIRST_PERSON.search(around))


def _leaning(words: str) -> int:
    """Where the subject is looked for: after an adverb that opens a sentence."""
    adverb = _ADVERB.match(words)
    return adverb.end() if adverb else 0


def _points_back(words: str, names: Container[str]) -> bool:
    """Whether a person's pronoun comes before any name: one that its place or case shows, or one of `names` that begins."""
    pronoun = _PERSON.search(words)
    if pronoun is None or (words.partition(" ")[0].casefold() in names and pronoun.start()):
        return False
    return not any(match.start() < pronoun.start() for match in _NAMED.finditer(words))


def opening(sentence: str, first: bool = False) -> int:
    """Return where a sentence begins without what stands beside it and without a connective that leans on others."""
    start = beside(sentence, first)
    match = _CONNECTIVE.match(sentence, start)
    return match.end() if match else start


def beside(sentence: str, first: bool = False) -> int:
    """Return the length of what runs into a sentence: a date, a dateline and, in the `first` of a paragraph, a headline."""
    start = 0
    for found in (_STAMP, _DATELINE, *((_GLUED,) if first else ())):
        match = found.match(sentence, start)
        start = match.end() if match else start
    return start
