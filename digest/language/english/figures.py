"""The English words around a number."""

from __future__ import annotations

import re

from digest.language.calendar import MONTH, SHORT_MONTH, WEEKDAY
from digest.language.english.numbers import MOVES
from digest.language.english.speech import SAID
from digest.language.english.tolls import TOLLS
from digest.language.english.vocabulary import NUMBER_WORDS
from digest.language.figures import Clauses, Contrasts, Figures, Labels, Phrases, Stances, word_pattern
from digest.language.marks import MARKS

_AUXILIARY = (
    "is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|shall|should|must|do|does|did|not|also|still|"
    f"now|then|{SAID}|say|told|added|wrote"
)
_PAST = "paid|won|lost|spent|sold|bought|made|took|gave|got|cost|hit|left|drew|held|led|cut|rose|fell"
_PRESENT = (
    "covers|includes|costs|employs|serves|owns|owes|expects|plans|faces|pays|earns|holds|carries|affects|requires|has|had"
)
_RESULT = r"(?:kill|injur|wound|leav|displac|forc|destroy|damag)ing"
_FATES = (
    "kill|dead|died?|dies|dying|death|fatal|lives", "injur|wound|hurt", "missing",
    "displac|evacuat|homeless|shelter|camp|relocat|fled|flee|(?:leave|left|from|out of) their (?:houses|homes)",
    "arrest|detain", "infect|sick", "rescu|surviv", "(?<!their )(?:houses|homes)",
)  # fmt: skip
_PARTS = (
    ("federal", "state(?! department)", "local|city|municipal", "national", "global|world"),
    ("women|female|girls?", "men|male|boys?"),
    ("before", "after"),
    ("support|favou?r|approv", "oppos|disapprov|reject"),
    ("profit|net income|earnings", "revenue|sales", "loss|lost", "cost|spen[dt]", "debt"),
    ("first", "second", "third", "fourth"),
    ("north", "south", "east", "west"),
)
_MARKS = (
    r"expect\w*|forecasts?|predict\w*|project(?:ed|s|ions?)|could|may|might|plan\w*|will|would|should|wants?|seek\w*",
    r"per|each|apiece|averaged?|median|mean|typical|daily|hourly|weekly|monthly|(?:a|an|every) (?:day|week|month|hour|head)",
    r"another|additional|further|remaining|extra|more(?! than)|others?|some of|of (?:them|whom|those|these|which)",
    r"earlier|previous|previously|original(?:ly)?|initial|initially|formerly|compared|versus|instead|so far|already",
    r"in all|overall|altogether|combined|cumulative|over (?:those|these|the (?:last|past))|since",
    r"record|maximum|minimum|highest|lowest|peak|limit|target|goal|if|like|such as|can|must|needed|required|threshold",
)
_SIDES = (
    (r"confirm(?:s|ed)|admit(?:s|ted)|acknowledge[sd]", r"den(?:ies|ied)", True),
    (r"agree[sd] to|accept(?:s|ed)|approve[sd]", r"refuse[sd] to|reject(?:s|ed)|decline[sd] to|turn(?:s|ed) down", True),
    (r"(?:plead(?:s|ed)?|pled) guilty", r"(?:plead(?:s|ed)?|pled) not guilty", False),
    (r"(?:was|were|been) (?:convicted|found guilty)", r"(?:was|were|been) (?:acquitted|found not guilty|cleared)", False),
    (r"is dead|has died|was killed", r"is (?:still )?alive|survived", False),
    (r"(?:has |have )?resigned|will resign|is resigning", r"will not resign|won['’]t resign|refuse[sd] to resign", False),
)
_VAGUE = """
total excess sum maximum minimum amount figure number estimate average rest part half time times day days week weeks month
months year years end start last past first addition cash question order return fact response all people person
persons men women children others lives cases things percent percentage points way exchange charge case quarter use
favor favour line place turn need hand hands court public dollars least moment
"""


def _verbs(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!nor )(?<!or )\b(?:{words})\b")


CLAUSES = Clauses(
    pause=re.compile(r"[,;:]| and "),
    end=re.compile(rf"[;:—–(){MARKS}]|--|,(?!\d)|\b(?:and|but|while|whereas|which|who)\b"),
    stamp=re.compile(
        rf"(?:[\W\d]|(?:published|posted|updated|last|at|on|am|pm|ET|E[DS]T|GMT|BST|UTC|{WEEKDAY})\b)*", re.IGNORECASE
    ),
    tellers=re.compile(r"(?: \w+){0,2} (?:familiar with|briefed on|with (?:direct )?knowledge of)\b"),
    goes_on=re.compile(r",? (?!at \d)[a-z]"),
)
CONTRASTS = Contrasts(
    period=re.compile(rf"\b(?:(?:19|20)\d\d|{MONTH}|(?i:last|this|next|previous) (?:year|month|quarter|decade|season))\b"),
    marks=tuple(word_pattern(words, r"\b") for words in _MARKS),
    victims=tuple(word_pattern(words) for words in _FATES),
    parts=tuple(tuple(word_pattern(words) for words in line) for line in _PARTS),
    other_event=re.compile(
        rf"\b(?:(?:19|20)\d\d|{MONTH}|(?i:last|previous) (?:week|weekend|year|month|decade|season)|"
        r"(?i:ago|earlier|previous|elsewhere))\b"
    ),
    added=re.compile(r"\b(?:another|(?:an|a) (?:additional|extra|further)|the (?:other|remaining))\s\Z", re.IGNORECASE),
    prior=re.compile(r"(?:\b(?:from|than|by|every)|(?:\A|[,;(–—] ?|\b(?:is|are|was|were) )(?:up|down))\s\Z"),
    moved=re.compile(rf"\b(?:{MOVES})(?: \w+ly)?\s\Z"),
    portion=re.compile(
        rf"\b(?:(?:first|last|next|final|opening|closing|past|only) |"
        rf"(?:\d+|{'|'.join(NUMBER_WORDS)})(?: of |-of-)(?:[\w’']+ ){{0,3}})\Z",
        re.IGNORECASE,
    ),
    before_plan=word_pattern("original(?:ly)?|initial(?:ly)?|previous(?:ly)?|earlier|first planned", r"\b"),
    denial=re.compile(
        r"\b(?:not(?! (?:only|just|counting|including))|never|cannot|[a-z]+n['’]t|denied|denies)\b"
        r"(?!.*\b(?:after|since|before|until|when)\b)"
    ),
    place=re.compile(
        r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Ff]rom|[Aa]cross|[Oo]utside|[Aa]round) (?:(?:the|an?) )?(?:[a-z-]+ ){0,2}?"
        r"((?:[A-Z][\w’'.-]* ?)+)"
    ),
    speaker=word_pattern("he|she|him|his|her|hers|I|we|our|my", r"\b"),
    prices=word_pattern("shares?|stocks?|barrel|index|trading|exchange rate|market value|futures", r"\b"),
    polls=word_pattern("polls?|polled|surveys?|surveyed|sample|respondents", r"\b"),
    converted=re.compile(r"\d[\w ]*\(\s?\Z"),
    units=frozenset({"percent"}),
)
STANCES = Stances(
    no_date=re.compile(
        r"\b(?:no|not|without an?|(?:has|have|had|did) (?:not|n['’]t)(?: yet)?)(?: \w+){0,4}? "
        r"(?:date|timeline|timetable|timeframe)\b"
    ),
    expected=word_pattern(
        r"(?:expect|plan|promis|aim|intend|schedul|indicat|slated|will|would|due|set (?:for|to)|hopes? to|to be)\w*", r"\b"
    ),
    past=word_pattern(r"(?:original|initial|previous|earlier|already)\w*", r"\b"),
    date=re.compile(
        r"(?:\b(?:release|launch|start|opening|target|delivery|closing|completion|publication|trial|election) )?\w+\Z"
    ),
    date_of=re.compile(r" (?:for|of) (?:the |a |an )?"),
    sides=tuple((_verbs(yes), _verbs(no), about) for yes, no, about in _SIDES),
    cues=("denie", "refuse", "reject", "decline", "turned down", "turns down", "not guilty", "acquitted", "cleared",
          "alive", "survived", "resign"),
    unsure=re.compile(
        r"\b(?:not|n['’]t|never|neither|nor|nobody|if|whether|would|could|may|might|to|until|unless|had|previously|earlier|"
        r"initially|at first|later|reportedly|allegedly)\s(?:\w+\s)?\Z",
        re.IGNORECASE,
    ),
    clause_start=(" that ", " but ", " while "),
)  # fmt: skip
PHRASES = Phrases(
    stop=re.compile(
        rf"(?:{_AUXILIARY}|the|a|an|this|that|these|those|his|her|its|their|our|my|your|some|any|each|every|no|all|both|another|"
        r"such|what|which|who|whom|whose|when|where|while|as|if|than|because|since|until|after|before|so|and|or|but|nor|per|"
        r"in|on|at|by|to|from|with|for|of|into|over|under|about|against|during|through|between|among|outside|inside|within|"
        r"without|across|upward|upwards|amid|despite|pending|following|ahead|along|toward|towards|upon|via|like|unlike|near|"
        r"behind|beyond|off|out|up|down|he|she|it|they|we|you|i|him|them|us|there|here|earlier|later|ago|yesterday|today|"
        r"tomorrow|just|only|even|more|less|most|least|nearly|almost|roughly|around|paid|earned|got|took|made|gave|saw|plans|"
        r"expects|wants|seeks|aims|shows|faces|owes|has|needs|set|put|hit|won|lost|spent|sold|bought|received|raised|cost|"
        r"costs|fell|rose|drew|held|[a-z]+ly)\Z",
        re.IGNORECASE,
    ),
    inflected=re.compile(r"(?<!spend)(?<!fund)(?<!hous)(?<!build)(?<!earn)(?<!meet)(?<!hear)ing\Z|[a-z]{2}ed\Z"),
    gerund=re.compile(r"ing\Z"),
    participle=re.compile(r"ed\Z"),
    vague=frozenset(_VAGUE.split()),
    determiner=word_pattern("the|an?", " "),
    owned=re.compile(r"(?:\b(?:an?|the|his|her|its|their)|['’]s?)\Z"),
    dated=re.compile(rf"(?:{WEEKDAY}|{MONTH}|{SHORT_MONTH})\b"),
    happening=re.compile(
        r"(?:[a-z]{3}(?:(?<!govern)(?<!depart)ment|[ts]ion|ance|ing)|launch|release|debut|election|vote|trial|visit|summit|"
        r"report|sale|arrival|start|attack)\Z"
    ),
    auxiliary=re.compile(rf"\b(?:{_AUXILIARY})\b"),
    pronoun=word_pattern("he|she|it|they|we|I|who|which|his|her|its|their|this|that|these|those|him|them", r"\b"),
    verb=re.compile(rf"\b(?:{_AUXILIARY}|[a-z]{{2,}}ed|{_PAST})\b|\d"),
    verb_end=re.compile(rf"(?:[a-z]{{2,}}ed|{_PAST}|{_PRESENT}|, {_RESULT})\Z"),
    subject=re.compile(r"(?:The |A |An )?[A-Z][\w’'.-]*|(?:the|a|an) "),
    adjunct=word_pattern("For|In|On|By|At|From|After|Before|Since|During|About|With|As|Under|Over|To|Of", r"\b"),
    reported=re.compile(rf".*\b(?:{SAID}|show|shows|showed|reported|announced|estimated?s?|found|that)\s(?:that\s)?"),
    relative=re.compile(rf" (?:that|which) (?:has |have |had )?(?:[a-z]{{2,}}ed|{_PAST}|{_PRESENT})\Z"),
    conjunction=" and ",
    parting=re.compile(rf"[;:—–(){MARKS}]|--|,(?!\d)|\b(?:but|while|whereas|which|who|that)\b"),
    joined=re.compile(
        r"\s*(?:and|but|where|when|that|which|who|while|as|because|since|until|after|before|with|so)\s+", re.IGNORECASE
    ),
    phrase=re.compile(r"\s(?:of|in|from|at|for|to|by|with|on|as|after|before|because|until|under|between|against|that)\s"),
    trailing=re.compile(
        r"(?:\s(?:of|in|from|at|for|to|by|with|on|as|under|between|against|over|about|the|an?|and|or|that|than|is|was|were|"
        r"are))+\Z"
    ),
)
LABELS = Labels(
    of_value=re.compile(r"\s(?:of|at)\Z"),
    is_value=re.compile(
        r"\b(?:(?:is|are|was|were|will be|has been|had been|have been)(?: now| already| about)?"
        r"(?: expected to be| estimated at| put at| set at)?|"
        r"(?:has |have |had )?(?:rose|risen|fell|fallen|grew|grown|climbed|dropped|declined|increased|jumped|came|come|"
        r"amounted|reached|totall?ed|exceeded|hit|stands|stood|averaged|topped)(?: to| at| by)?)\s\Z"
    ),
    amount_for=re.compile(r" (?:in|of|on|worth of|for) "),
    share_of=re.compile(r" of (?:all |those |its |their |the )?"),
    share_for=re.compile(r" for (?:all |those |its |their |the )?"),
    tied=re.compile(r"\b(?:of|in|from|at|for|to|by|with|on|between|against|over|among)\s(?:the\s)?\Z"),
    placed=re.compile(r" (?:of|in|from|at|aboard|under|for|between|on|along|against) "),
    paired=" between ",
    outcome=re.compile(
        r" (?:(?:was|were|are|is|have been|had been|has been) )?(?:dead|missing|homeless|killed|wounded|injured|hurt|"
        r"trapped|arrested|displaced|evacuated|infected|rescued|stranded|unaccounted for)\b"
    ),
    due=re.compile(
        r"\s(?:is|was|are|were|will be|has been|have been|had been)(?: now)?"
        r"(?: expected| due| set| planned| scheduled| slated)?\Z"
    ),
    when=re.compile(r"\s(?:in|for|on|by|as|until|through|since|from)(?: (?:early|late|mid))?\Z"),
    towards=re.compile(r"\s(?:to|at)\Z"),
)
FIGURES = Figures(clauses=CLAUSES, contrasts=CONTRASTS, tolls=TOLLS, stances=STANCES, phrases=PHRASES, labels=LABELS)
