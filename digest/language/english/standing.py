"""Which words of English can stand alone, and which lean on what stood around them."""

from __future__ import annotations

import re

from digest.language.english.speech import SAID, SPOKEN
from digest.language.grammar import StandingAlone

PAST = (
    "arose|ate|became|began|bent|blew|bore|bought|bred|broke|brought|built|came|caught|chose|clung|crept|dealt|drank|drew|drove|dug|"
    "fed|fell|felt|fled|flew|forbade|forgave|forgot|fought|found|froze|gave|got|grew|heard|held|hid|hung|kept|knelt|knew|laid|"
    "lay|leapt|led|left|lent|lit|lost|made|meant|met|mistook|outbid|overcame|overthrew|overtook|paid|ran|rang|rebuilt|retook|rode|"
    "rose|sang|sank|sat|saw|sent|shone|shook|shot|shrank|slept|slid|sold|sought|spent|spoke|sprang|spun|stole|stood|struck|stuck|"
    "swam|swept|swore|swung|taught|thought|threw|took|tore|told|understood|undertook|underwent|upheld|was|went|wept|were|"
    "withdrew|withheld|withstood|woke|won|wore|wound|wrote"
)
"""The irregular forms of verbs that tell what was done, and are no infinitive."""
PAST_ALIKE = "beat|bet|bit|burst|cast|cost|cut|hit|hurt|let|put|quit|read|rid|set|shed|shut|split|spread|thrust"
"""The same that are an infinitive or a noun as well."""
VERB = re.compile(
    rf"(?<!-)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|{SAID}|"
    rf"[a-z]{{2,}}(?:ed|es)|{PAST}|put|set|cut|hit|hurt|"
    r"plans|expects|wants|seeks|aims|shows|means|remains|needs|makes|takes|calls|comes|goes|gets|keeps|stays|reopens|starts|"
    r"begins|becomes|faces|gives|loses|wins|brings|urges|asks|joins|finds|tells|argues|hopes)\b"
)
FINITE = re.compile(
    VERB.pattern.replace("(?:ed|es)", "(?<!hundr)(?<!ne)(?<!spe)ed|[a-z]+(?:ak|iv|com|lud|ir|vid|iz|gu|lv|pos|mis)es")
    + r"|\b[a-z]+n['’]t\b"
)
"""The same without what is as often a noun ("offices", "charges")."""
ACTS = VERB.pattern.removesuffix(r")\b") + (rf"|{PAST_ALIKE}|beats|beaten|been|being|be|sues|shoots|kills|hits|written)\b")
"""The same with verbs that are as often something else, where a word is known to be a verb by what stands around it."""
PREDICATE = (
    f"has|had|have|is|are|was|were|will|would|could|can|may|did|does|do|{SAID}|told|plans|expects|wants|made|took|gave|got|"
    "left|lost|won|led|held|met|paid|sold|bought|built|put|set|wrote|[a-z]{3,}ed"
)
CLAIM = (
    r"(?:report|claim|allegation|accusation|suggestion|rumou?r|idea|notion|assertion|account|theor(?:y|ie)|speculation|"
    r"stor(?:y|ie)|tale|gossip|charge|complaint)s?\b"
)
LIE = r"(?:lie|myth|hoax|fabrication|falsehood|forgery|fiction|invention)"
UNTRUE = (
    rf"false|untrue|wrong|incorrect|unfounded|baseless|groundless|fake|fabricated|forged|invented|made up|"
    rf"nonsense|rubbish|absurd|ridiculous|ludicrous|preposterous|bogus|(?:an? |pure )?(?:\w+ )?{LIE}"
)
RETRACTS = (
    rf"(?:(?:This|That|It|Th[eo]se|They|All (?:of )?(?:this|that|it)|The (?:[\w-]+ ){{0,2}}?(?:{CLAIM}|post|photo|picture|"
    rf"image|video|clip|letter|message|tweet|e?-?mail|call|quot(?:e|ation)|document|press release|news))s? "
    rf"(?:is|are|was|were|has been|have been|proved|turned out)(?: \w+ly)?(?: to be)? "
    rf"(?:not true|retracted|withdrawn|{UNTRUE})|"
    rf"None of (?:this|that|it|these|them) (?:is|was|has|had|ever)\b|"
    rf"(?:This|That|It|No such thing) (?:never|did not|has not|had not) happen(?:ed)?)\b"
)
"""A sentence that says of the one before it that it is not so."""

STANDING = StandingAlone(
    # Takes back or limits the sentence before it.
    turning=re.compile(
        r"(?:But|However|Yet|Nevertheless|Nonetheless|Instead)\b|[^.]{0,60}, however,|[^.]{0,80}\bhas since\b|" + RETRACTS
    ),
    # Around a quotation these name nobody whom a reader of that sentence alone would know.
    nobody=re.compile(r"\b(?:he|she|they|it|we|I|you|this|that|his|her|their|our|my|him|them)\b", re.IGNORECASE),
    verb=re.compile(ACTS),
    finite=FINITE,
    # A subject that only what stood before makes plain, or words of a page ("click here").
    dangling=re.compile(
        rf"(?:{PREDICATE}|below|above|click|see|watch|read|pictured|he|she|it|they|this|these|those|that|his|her|hers|its|"
        rf"their|theirs|such|both|another|one|ones|him|them|there|here|"
        r"the (?:latter|former|same|two|pair|other|others)|"
        r"and|but|or|nor|so|yet|also|then|thus|therefore|hence|who|which|whose|(?-i:where|when|while)|than|as (?:well|such)|"
        r"either|neither|others?|none|not|instead|rather|otherwise|i|we|you|my|our|your|us|me|"
        rf"(?:some|many|most|few|all|each)(?=,| (?:of|who|said|also|{PREDICATE})\b)|"
        rf"(?:later|earlier)(?=,| (?:{PREDICATE})\b)|"
        r"more(?! than)|less(?! than)|even(?! though| if| as)|just|only(?! [a-z]+ [a-z]+s\b)|still|too|again|"
        r"afterwards?|meanwhile|however|moreover|if (?:so|not|true)(?=,)|"
        r"according to (?:him|her|them|it))\b",
        re.IGNORECASE,
    ),
    # Something told of before, where no words behind it say what.
    told_of=re.compile(
        r"the (?:move|decision|announcement|latest|report|statement|result|remarks?|comments?|news|measure|plan|deal|"
        r"changes?|issue|documents?|story|case|incident|event)(?! (?:by|of|to|for|on|in|with|between|against|that) )\b",
        re.IGNORECASE,
    ),
    # "It is not clear" points at nothing.
    expletive=re.compile(
        r"It (?:has been|is|was|will be) (?:\w+ ){0,3}(?:days?|weeks?|months?|years?|not clear|unclear|likely)\b"
    ),
    adverb=re.compile(r"(?:Now|Previously|Typically|So far|Initially|Originally|Recently|Still|Today|Already), "),
    first_person=re.compile(r"(?<!\.)\b(?:I(?!\.)|I['’]\w+|we|We|us|our|Our|my|My|me|you|You|your|Your)\b"),
    # Behind a name too: the statement is that of somebody the words do not name.
    spoken_by_pronoun=re.compile(
        rf"\b(?:{SAID}) (?:that|this|it) (?:is|was|would|will|had|has)(?:n['’]t)?\b|"
        rf"\b(?:he|she|they|He|She|They) (?:{SPOKEN}|claimed|concluded|went on)\b"
    ),
    person=re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE),
    # A capital at the beginning of a sentence names somebody only where another follows, or a verb; "a man" is somebody too.
    named=re.compile(
        r"(?<!^)\b[A-Z]\w*[a-z]{2}|^(?:[A-Z][\w.’'-]*,? ){2}|^[A-Z][a-z]+(?=['’]s| (?:has|is|was|said|will|had))|"
        r"^An? [a-z\d]"
    ),
    # When, up to its comma: the subject comes behind it.
    time=re.compile(r"(?:Last|This|Next|Late|Early|Earlier|Later)\b[^,]{2,40}, "),
    # What a name or noun is, up to its comma: a verb in it is not that of the sentence.
    # ", the council said" is none: it says whose statement it is.
    aside=re.compile(
        rf",\s(?:(?:who|which|whose|where)\b|(?:a|an|the)\b(?!(?:(?!\bwho\b)[^,])*\b(?:{SAID})\b))[^,]*(?:,|\Z)"
    ),
    relative=re.compile(r"\b(?:who|which|that|whose)\b"),
    complement=re.compile(r"\b(?:that|which|who|where|whether)\b"),
    # A number or a preposition that a cut has torn from its verb.
    midway=re.compile(r"\d|(?:to|in|of|for|by|with|at|on|from|as|into|under|over|if|about|against|including|citing)\b"),
    # It has lost its subject: "rebuilding the pier".
    participle=re.compile(
        r"(?!during|something|nothing|everything|anything)[a-z]+ing\b|"
        r"(?:beaten|taken|given|shown|known|seen|driven|written|broken|chosen|hidden|stolen|kept|forced)\b"
    ),
    # ", has": the verb of the clause of which the run is an aside.
    outer=re.compile(rf", (?:has|have|had|is|are|was|were|will|would|{SAID})\b"),
    # Who said, without what: "Oldport insisted the council".
    unsaid=re.compile(
        rf"(?<!,) (?:{SAID}|claim(?:s|ed)|insist(?:s|ed)|believe[sd])(?: that)? "
        r"(?:(?:the|a|an|his|her|its|their) \w+|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)\Z"
    ),
    # Addresses, references, labels and clock times: a line of a page, not a statement.
    clutter=re.compile(
        r"\S@\S+\.\w|https?:|\bwww\.|can be reached at|\ACourtesy of|\[\d+\]|\bet al\.|"
        r"\A[A-Z][\w #]{2,20}: |\A\d{1,2}[.:]\d\d\b"
    ),
    # A pronoun is the subject, and the phrase before it says of what only by chance.
    late_subject=re.compile(
        r"(?!(?:After|When|As|While|Before|Though|Although|Because|If|Since|Once) (?:Mr\.? |Mrs\.? |Ms\.? |Dr\.? )?[A-Z])"
        r"(?:In|On|At|After|When|As|While|Before|By|With|During|For|From|Under|Though|Although|Despite|Since)\b"
        r"[^,]*(?:,[^,]*){0,4}, (?:he|she|they|it)\b"
    ),
    # "The captain" is somebody only to who read of him before, unless `told_apart` says which.
    definite=re.compile(r"[Tt]he [a-z\d]"),
    subject_end=re.compile(rf"{FINITE.pattern}|,(?! [A-Z])"),
    told_apart=re.compile(r"[A-Z]|\d(?![\d-]*-year-old)|\bof\b"),
    # Words that set this beside something told before.
    beside=re.compile(
        r"\b(?:also|such(?! as)|same(?!-)|other|another|these|those(?! who)|then(?!-)|both(?! [A-Z]\w+ and)|however|instead|"
        r"meanwhile|nevertheless|therefore|subsequently)\b|, (?:though|too)\b"
    ),
    loose_end=re.compile(r"\b(?:it|them|him|her|this|that|there|here|so)[.”\"]*\Z"),
    # "Some of the engineers" are part of those told of before.
    part=re.compile(
        r"(?:a (?:number|group|few|couple)|some|many|most|one|two|three|several|half|all|both|each)(?: of)? the [a-z]",
        re.IGNORECASE,
    ),
)
