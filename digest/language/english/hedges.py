"""How English says that something is only wished, expected, alleged or denied, and how it counts."""

from __future__ import annotations

import re

from digest.language.calendar import MONTH, WEEKDAY
from digest.language.english.speech import SAID, TOLD
from digest.language.english.standing import ACTS, CLAIM, LIE, RETRACTS, UNTRUE
from digest.language.grammar import Hedges

_HAVE = r"(?:is|are|was|were|has|have|had|will|would)\b"
_CLAIMS = r"(?:\w+ ){0,3}(?:claims?|allegations?|accusations?|charges?|suggestions?|reports?)"
_BLAME = (
    r"(?:claims?|allegations?|accusations?|charges?|counts?|lawsuits?|suit|complaints?|suggestions?|reports?|rumou?rs?|"
    r"wrongdoing|misconduct|impropriet(?:y|ies)|guilt|blame)"
)
_WHEN = (
    r"(?:on|in|late|early|last|this|again|twice|repeatedly|flatly|outright|\w+day|week|month|year|night|morning|evening|"
    r"afternoon)"
)
_SO = r"(?=[,.;:”\"]|$| (?:on|in|and|through|when|at|to|during|all)\b)"
_PASSIVE = r"\b(?:is|are|was|were|been|being|stands?|stood)(?: \w+ly| also)?"
_AGAINST = r"(?:push(?:e[sd])?|pushing) back\b|(?:disput|contradict|refut|rebut)\w*"
_TURNS_DOWN = (
    r"(?:(?:reject|dismiss|refut|rebut|debunk|discredit|retract|ridicul)(?:s|es|e|ed|ing)?|(?:scoff|laugh)(?:s|ed|ing)? at|"
    r"(?:thr[eo]ws?|thrown|throwing) out|sho(?:t|ots?|oting) down|(?:laugh|brush|shrug)(?:s|es|ed|ing)? off|"
    r"cast(?:s|ing)? doubt on)"
)
_CALLED = rf"(?:call|brand|label)(?:s|ed|ing)? (?:\w+ ){{0,4}}?(?:{UNTRUE})\b"
_THEN = r"[^,.;]+, [^.;]*\bwould\b"
# What is said of somebody or something by the way is not what a sentence says: "Reed, who had pledged to stay, resigned".
_MAIN = r"(?<!who )(?<!who had )(?<!who has )(?<!which )(?<!that )"
_FICTION = r"in (?:an?|the|his|her|their) (?:\w+ )?(?:dream|novel|film|movie|play|satire|sketch|scenario|drill)"
_DENIED = (
    rf"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|contest(?:s|ed)?|{_CALLED}|"
    rf"(?:is|was|are|were|proved|turn(?:s|ed) out) (?:to be )?(?:\w+ly )?(?:not true|{UNTRUE}))\b"
)
# Each pattern looks for the beginning of a word once, not once for each of its words: they are asked of every span.
HEDGES = Hedges(
    unsure=re.compile(
        rf"\b(?:(?:may|might|can|could|will)\b(?! not)|{_MAIN}would\b(?! (?:not|have|appear|seem|like)\b)|"
        r"(?:bets?|betting|wager(?:s|ed)?|guess(?:es|ed)?|predict(?:s|ed)?|forecasts?)(?= that\b|\Z)|"
        r"(?:likely|set|plan\w*|inten\w+|want\w*|seek\w*|hop\w+|aim\w*|going|is|was|are|were) to\b|"
        r"due to (?:be|[a-z]*[a-rt-z] (?:in|on|at|by|for|to|a|the|its|his|her|their|this|next))\b|"
        rf"{_MAIN}(?<!-)(?:promis|pledg|vow)(?:e|es|s|ed|ing)?\b|expect(?:s|ed|ing)?\b|(?:slated|scheduled) (?:to|for)\b)"
    ),
    perfect=re.compile(r", having\b"),
    # What was not done, not yet, or kept from happening: the language's negations are single words.
    denying=re.compile(
        rf"\b(?:(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|unable|unwilling)(?: {_WHEN}){{0,4}} to\b|"
        r"(?:yet to|"
        r"stop(?:s|ped|ping)? short of|rul(?:e|es|ed|ing) out|unlikely|hardly|scarcely|instead of|rather than|"
        rf"(?:avoid|avert|prevent)(?:s|ed|ing)?)\b|(?:nearly|almost)(?= (?!doubl|tripl|quadrupl|halv|trebl){ACTS})|"
        r"escap(?:e|es|ed|ing)(?= (?:arrest|capture|injur|death|jail|prison|punish|prosecut|convict|extradit)))",
    ),
    against=re.compile(rf"\b(?:{_AGAINST})"),
    disputed=re.compile(
        rf"\b(?:{_AGAINST}|(?:accusation|allegation|rumou?r|speculation)s?\b|(?:alleg(?:e|es|ed|ing)|untrue|false)\b|"
        rf"(?:{_CALLED}|(?:is|was|it) (?:\w+ly )?(?:not true|{UNTRUE}))(?=(?: \w+){{0,3}} that\b)|"
        r"(?:jok|jest|quipp)(?:es?|ed|ing)\b|"
        rf"{_TURNS_DOWN} (?:\w+ ){{0,3}}{CLAIM}|{LIE}(?= that\b)|pretend(?:s|ed|ing)?\b|"
        r"doubt(?<!no doubt)(?<!without doubt)(?<!beyond doubt)(?<!any doubt)(?:s|ed|ing|ful)?\b)",
    ),
    # "Rejected claims of theft", "a forged letter says", "falsely claimed"; where "that" follows, `disputed` is enough. And
    # what was only tried, offered, talked of, made up, or would be so if something else were ("had the bank …, it would").
    distanced=re.compile(
        rf"\b(?:{_TURNS_DOWN} (?:\w+ ){{0,3}}{CLAIM}(?! that\b)|"
        r"(?:fake|forged|bogus|hoax|fabricated|doctored|counterfeit) (?:\w+ ){1,3}?(?:says?|said|claim(?:s|ed)|"
        r"show(?:s|ed)|states?|stated|alleg(?:es|ed)|purport(?:s|ed|ing) to)(?: that )?|"
        r"(?:falsely|wrongly) (?:claim|sa(?:y|id)|t(?:ell|old)|stat|report|alleg|assert|accus|suggest)\w*(?: that )?|"
        r"(?:attempt\w*|tr(?:y|ies|ied|ying)|offer(?:s|ed|ing)|in (?:\w+ )?(?:talks|negotiations)|negotiat\w+|"
        r"bid(?:s|ding)?) to\b|close to (?=[a-z]+ing\b)|would have\b|"
        rf"\A(?:had|should) (?={_THEN})|\Awere (?=[^,.;]+ to {_THEN})|\A{_FICTION}\b|"
        r"if(?<!as if)(?<!even if)\b(?! [a-z]+ed\b))",
    ),
    untrue=re.compile(
        rf"\b(?:is|was|are|were|be|proved|turn(?:s|ed) out) (?:to be )?(?:\w+ly |not )?(?:not true|{UNTRUE})\b"
    ),
    # "There is no truth in a report of the Echo, which wrote that …".
    unfounded=re.compile(
        r"\b(?:no|not an? \w+ of|little|nothing) "
        r"(?:truth|substance|basis|foundation|merit|grounds?|evidence|proof|sign|in|to)\b"
        rf"(?: \w+){{0,5}}? {CLAIM}"
    ),
    # "…, a claim that the company called an invention", "…, joked the comedian", "…, but he was at his desk" behind what an
    # outlet wrote, and what somebody's rival says of him.
    taken_back=re.compile(
        rf", (?:(?:an?|the) )?(?:\w+ )?{CLAIM}[^.;]{{0,60}}?\b{_DENIED}|"
        rf", (?:but|though|although) [^,.;]{{0,60}}?\b(?:{_DENIED} (?:it|this|that|them|the {CLAIM})\b|"
        rf"called (?:it|this|that) (?:\w+ )?(?:{UNTRUE})\b)|"
        r"\b(?:wrote|reported|posted|rumou?red)\b[^.;]*, but (?:he|she|it|they) (?:was|were|is|are|had)\b|"
        r", (?:(?:joked|quipped|jested)\b[^,;]*|[^,;]{1,40} (?:joked|quipped|jested)[.”\"]*)\Z|"
        r", (?:his|her|its|their) (?:\w+ )?(?:rival|opponent|critic|accuser|enem(?:y|ie))s? "
        rf"(?:{SAID}|say|claim(?:s|ed)?|allege[sd]?)\b"
    ),
    # At the beginning of the next sentence; an `answer` is one to what somebody wrote or said, and not to what happened.
    retracting=re.compile(
        rf"{RETRACTS}|(?P<answer>[^,.;]{{1,60}} (?:denie[sd]|deny|disput(?:e|es|ed)|refut(?:e|es|ed)) "
        rf"(?:it|this|that|them|the {CLAIM}){_SO})"
    ),
    told=re.compile(r"\b(?:wrote|writes|report(?:s|ed)?|claim(?:s|ed)?|rumou?r(?:s|ed)?|according to|post(?:s|ed)?)\b"),
    long_ago=re.compile(
        r"\b(?:(?:years|decades|centuries|generations)|an? (?:year|decade|century|generation)) (?:ago|before that)\b"
    ),
    reported=" that ",
    # Behind these a "that" is only held to be so: "nine of ten economists bet that".
    supposing=re.compile(
        r"\b(?:believ|think|thought|suspect|hop[ei]|fear|bets?\b|betting|guess|predict|expect|assum|imagin|wish|dream|wonder|worr|"
        r"proof\b|chances?\b|odds\b|risk|possibilit|hint)"
    ),
    venue=re.compile(
        rf"\b(?:{TOLD}|(?:{SAID}) on|spoke to|interview with) (?:the )?"
        rf"((?!(?:{WEEKDAY}|{MONTH})\b)[A-Z](?:[\w.]*\w)?(?: (?!(?:{WEEKDAY}|{MONTH})\b)[A-Z](?:[\w.]*\w)?)*)"
    ),
    # How words begin that are the rest of a number or a predicate, or of a subject: "Marigold, has been …".
    midway=re.compile(rf"\d+,|{_HAVE}|[A-Z][^,]{{1,60}}, {_HAVE}"),
    uncounted=re.compile(r"[- ]year[- ]old| ?[ap]\.?m\b"),
    idle=re.compile(
        r"(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|should|must|do|does|did|"
        r"plans|expects|wants|seeks|aims|shows|means|remains|needs|comes|keeps|argues|hopes|thought|knew|"
        r"ha[sd] been|based|supposed|considered|believed|called|named|used|known|rumored|rumoured|aged|born)"
    ),
    # Words by which an article judges, weighs or supposes more than it reports.
    judging=re.compile(
        r"\b(?:key|crucial|pattern|struggl\w+|remarkabl[ey]|significant(?:ly)?|impressive|seem\w*|appear\w*|clearly|"
        r"perhaps|truly|inevitabl[ey]|arguabl[ey]|important|essential|certainly|likely|questions|would|should|must|could|may|might|if|"
        r"mixed|promising|shaky|remains|test of|message|stakes|"
        r"stark|obvious(?:ly)?|contribut\w+|highlight\w*|underscor\w+|illustrat\w+|signal\w*)\b"
    ),
    accusing=re.compile(
        r"(?<!not )\b(?:(?:accus|blam)(?:es|ed|ing)|su(?:es|ed|ing)|indicted|alleg(?:es|ed|ing) that)\b"
        r"(?! (?:of|for|by|with)\b)|"
        r"\b(?:allegations?|accusations?|charges?|lawsuits?|complaints?) (?:against|that)\b"
    ),
    accused=re.compile(
        rf"{_PASSIVE} (?:accused|charged|sued|blamed|indicted|suspected)\b|\b(?:accused|suspected) of\b|\bcharged with\b|"
        r"\ballegedly\b|\balleged to\b"
    ),
    # "Denied bail" and "declined to comment" deny nothing.
    answering=re.compile(
        r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!not )(?<!n't )(?<!n’t )\bden(?:y|ies|ied|ying)\b"
        r"(?! (?:\w+ )?(?:bail|parole|access|entry|services?|permission|visas?|requests?|them|him|her)\b)|"
        rf"\b(?:reject|dismiss|disput|refut)(?:e?s|ed|ing) {_CLAIMS}\b|\b(?:did|done|doing) nothing wrong\b|"
        r"\bnot guilty\b|\b(?:his|her|their|its) innocence\b|\b(?:is|was|are|were) innocent\b|"
        r"\b(?:is|are|was|were|as) (?:\w+ )?(?:without merit|baseless|unfounded|untrue|false)\b"
    ),
    # "Denied the charges", with nothing behind that says which: not "denied the claim that …", "not guilty to theft".
    denying_all=re.compile(
        rf"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|disput|refut)(?:e?s|ed|ing)) (?:\w+ ){{0,3}}?{_BLAME}\b"
        r"(?! (?:that|of|about|over|for)\b| in the\b)|"
        rf"\bden(?:y|ies|ied|ying) (?:it|this|that|them|everything|involvement|responsibility){_SO}(?! in the\b)|"
        rf"\bnothing wrong\b|\b(?:his|her|their|its) innocence\b|\b(?:is|was|are|were) innocent\b(?! of\b)|"
        rf"\bnot guilty\b(?: (?:to|on) (?:\w+ ){{0,3}}{_BLAME}\b)?(?! (?:to|of)\b)|"
        rf"\b(?:{_BLAME}|it|this|they)(?: (?:that|which))? (?:is|are|was|were|as) (?:\w+ )?"
        r"(?:without merit|baseless|unfounded|untrue|false)\b"
    ),
    # What may stand between two names of one person, and between those of two that are named together.
    joined=re.compile(
        r"[\s.'’-]*|"
        r",? and (?:(?:the|his|her|its|their|an?) (?:(?!(?:of|in|at|on|to|by|for|from|with)\b)[a-z]+ ){0,2})?"
    ),
)
