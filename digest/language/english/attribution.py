"""How English says whose reporting a text repeats, and that reporting is its own."""

from __future__ import annotations

from digest.language.calendar import MONTHS
from digest.language.english.primary import PRIMARY
from digest.language.english.speech import SAID, SAYING, TOLD
from digest.language.speech import Attribution, Rule, Rules

_NAME = r"[A-Z][\w.’-]+"
_WHEN = r"(?:(?:on|late|early|last|this|today|\w+day|morning|afternoon|evening|night|earlier|also) ){0,3}"
_OUTLET = "newspaper|magazine|tabloid|website|broadcaster|network|news agency|news site"
_REPORT = "report|story|article"
_KIND_OF_OUTLET = (
    rf"{_OUTLET}|daily|weekly|paper|channel|news channel|(?:talk )?(?:radio|TV|television)(?: station| show)?|station"
)
_OWNED = r"(?:(?:semi-)?official|state(?:-\w+)?|public|national|local|private|independent|pro-\w+)"
_FILLER = (
    r"(?:(?:an?|the|multiple|separate|several|new|recent|exclusive|earlier|published|posted|reports?|stor(?:y|ies)|articles?|"
    rf"accounts?|interviews?|from|in|by|on|at|of|to|with) ){{0,5}}(?:{_NAME} {_NAME} (?:of|at|from|in|with) )?"
    rf"(?:(?:[A-Z][a-z]+(?:-based|ish|an|ese|eli|ch|tch|qi|ani) )?(?:{_OWNED} )?(?:{_KIND_OF_OUTLET}) |{_OWNED} )?"
)
_ADVERBS = "has|had|have|also|first|earlier|later|now|reportedly"
_PUBLISHED = (
    "reported|reports|report|(?:is|are) reporting|revealed|reveals|broke the (?:news|story)|quoted|cited|learned|obtained"
)
_STATED = rf"(?:wrote|writes|{SAID}|confirmed)(?! (?:\w+day )?(?:that )?(?:it|its|they|their)\b)"
"""An outlet that says something of itself ("CNN said it would appeal") is the subject and no source."""
_REPORTER = rf"(?: (?:{_OUTLET}))?(?:['’]s?(?: {_NAME}){{1,3}}| (?:reporter|correspondent|writer)s?(?: {_NAME}){{1,3}})?"
_NOT_ANSWERED = r"(?:did|has|have|had)(?:n['’]t| not) (?:\w+ly )?"
_MESSAGE = r"(?:calls?|messages?|e-?mails?)"

_KIND = (
    r"(?:(?:(?i:recent|new|earlier|separate|exclusive|initial|local|foreign|multiple|several|numerous|some|other|various)|\w+day|"
    r"[A-Z][a-z]+(?:ish|an|ese|eli|ch|i)) ){0,3}"
)
_NOT_OF_NEWS = r"\b(?!['’](?! )|(?: \w+ed(?: \w+){0,2})? (?:of|by|from|to|for|in|into|about|card)\b| on (?!\w+day\b))"
"""A report of an accident, by a board or into a death is a paper or a rumour that the link need not lead to."""
_STATEMENT_ENDS = r"(?= (?:that|here|on \w+day|\w+day|earlier|late|last|this)\b| ?(?:[.,;:)—–]|\Z))"
_NO_ADJECTIVE = r"(?<!\bthe )(?<!\bits )(?<!\ba )"

BY_ARTICLE = "Star|Sun|Register|Observer|Standard|Mirror|Independent|Record|Bee|Sentinel|Mail|Review|Free Press|Mercury"
PAPERS = "Times|Post|Journal|Tribune|Herald|Gazette|Chronicle|Examiner|Inquirer|Globe|Telegraph|Dispatch|Courier"

ATTRIBUTION = Attribution(
    definite="the",
    papers=PAPERS,
    named_by_article=BY_ARTICLE,
    stations="News|Daily|Magazine|Radio|TV|Television",
    kinds="newspaper|magazine|tabloid|broadcaster|news agency|newswire|daily|news channel|news website",
    call_signs=r"[KW][A-Z]{3}(?:-TV)?\b|Channel \d{1,2}\b",
    no_outlets=Rules(
        Rule(
            "lists",
            "(?:Federal|National|Land|Electoral|Commercial|Social|Companies) (?:Register|Record)|Congressional Record",
        ),
        Rule("bodies with letters of a station", "KPMG|WADA|WTTC"),
        Rule(
            "words of a headline",
            "(?:Good|Breaking|Bad|More|World|Latest|Happy|Blog|Social|Business|Sports) (?:News|Post|Times)",
        ),
    ),
    no_outlet_before=Rules(Rule("of", " of ")),
    before_outlet=Rules(
        Rule(
            "first reported by",
            rf"first (?:was |were )?(?:reported|published|revealed|disclosed) {_WHEN}(?:by|in|on)",
            "first",
        ),
        Rule("according to", "according to"),
        Rule(
            "reported by",
            r"(?:as )?(?:reported|published|revealed|obtained|quoted|cited|reviewed|seen|viewed|provided) "
            rf"{_WHEN}(?:by|in|to)",
        ),
        Rule("confirmed by", "confirmed by"),
        Rule("citing", "citing"),
        Rule("told", rf"{TOLD}|tell|telling|confirmed (?:\w+ )?to", "statement"),
        Rule("speaking to", "speaking (?:to|with)|spoke (?:to|with)", "statement"),
        Rule("statement to", "(?:statement|comments?|remarks|e-?mail) to", "statement"),
        Rule("request from", "requests? for (?:comment|an interview) (?:from|by)", "statement"),
        Rule("said on", rf"(?:{SAID}|saying|spoke|speaking|appeared|asked) {_WHEN}on", "statement"),
        Rule("interview with", r"in an? (?:\w+ )?interview (?:with|on|to|for)|interviewed (?:by|on)", "statement"),
        Rule("appearing on", rf"appearing {_WHEN}on|appearance {_WHEN}on", "statement"),
        Rule("a report in", rf"(?:a|the|an|recent|earlier|exclusive) (?:\w+ )?(?:{_REPORT}) (?:in|by|from|on)"),
        Rule("via", "via|h/t|hat tip(?: to)?"),
        Rule(", reports", rf"(?<=[,”\"’] )(?:reports|reported|writes|wrote|{SAID})"),
        before=r"\b(?i:",
        after=rf") {_FILLER}",
    ),
    after_outlet=Rules(
        Rule(
            "first reported",
            rf"{_REPORTER} (?:(?:(?:{_ADVERBS}) )?first (?:(?:{_ADVERBS}) )?(?:{_PUBLISHED}|{_STATED})|"
            r"was (?:the )?first to report)\b",
            "first",
        ),
        Rule("reported", rf"{_REPORTER} (?:(?:{_ADVERBS}) ){{0,2}}(?:{_PUBLISHED}|{_STATED})\b"),
        Rule("request of", r"(?:['’]s?)? (?:[a-z]+ )?requests? for (?:comment|an interview)\b"),
    ),
    between_outlets=Rules(Rule("and", ", (?:and )?| and ")),
    of_outlet=Rules(
        Rule(
            "poll or opinion",
            r"(?:[-/ ]\w+){0,3}? ?"
            r"(?:polls?|surveys?|editorial|op-ed|columnist|column|contributor|analyst|data|estimates?|poll's|bestseller)\b",
        ),
    ),
    earlier=Rules(
        Rule("previously", r"\b(?:previously|last year|years? ago|months ago)\b"),
        Rule("in a month", rf"\b[Ii]n (?:{'|'.join(MONTHS)})\b"),
        Rule("in a year", r"\bin (?:19|20)\d\d\b"),
        Rule("report of a year", rf"\b(?:19|20)\d\d (?:interview|{_REPORT})\b"),
    ),
    begins_statement=Rules(Rule("that", " that ")),
    told_us=Rules(
        Rule("told us", rf"\b(?:{TOLD}) (?:me|us)\b"),
        Rule("interview with us", r"\binterview with (?:me|us)\b"),
        Rule("spoke to us", r"\b(?:spoke|speaking|talked) (?:to|with) (?:me|us)\b"),
        Rule("our reporter", r"\bour (?:reporter|correspondent)s?\b"),
    ),
    interview=Rules(
        Rule(
            "in an interview",
            r"\b[Ii]n an? (?:(?:brief|phone|telephone|e-?mail|video) )?interview"
            r"(?= (?:on )?\w+day\b|[.,;]| (?:from|in|at) (?:his|her|their) | (?:here|after|before)\b)",
        ),
    ),
    spoke=Rules(Rule("said", rf"\b(?:{SAYING}|suggested|described)\b")),
    stage=Rules(
        Rule(
            "a stage",
            r"\b(?:newspapers?|magazine|radio|TV|television|station|network|show|program(?:me)?|podcast|aired|broadcast|published|"
            rf"posted|recorded|reporters|journalists|earlier|{TOLD})\b",
        ),
    ),
    unanswered=Rules(
        Rule(
            "did not respond",
            rf"\b{_NOT_ANSWERED}(?:respond|repl)(?:ed|y|ied)? to (?:[\w’'-]+ ){{0,4}}"
            r"(?:requests? for (?:an )?(?:comment|interview)|(?:\w+s?|inquiry) seeking comment)\b",
        ),
        Rule(
            "did not return calls",
            rf"\b{_NOT_ANSWERED}return(?:ed)? "
            rf"(?:(?:an?|phone|telephone|voice|e-?mails?|calls?|repeated|multiple|several|or|and) ){{0,4}}{_MESSAGE}\b",
        ),
        Rule(
            "calls were not returned",
            rf"\b(?i:{_MESSAGE})\b[^.;“”\"]{{0,90}}\b(?:was|were)(?:n['’]t| not) (?:\w+ly )?returned\b",
        ),
        Rule("could not be reached", r"\b(?:could not|couldn['’]t) (?:\w+ly )?be reached for comment\b"),
        Rule("declined to comment", rf"\bdeclined to (?:comment|be interviewed) for this (?:{_REPORT})\b"),
    ),
    asked_by=Rules(Rule("from", r"\b(?:from|by) (?!phone\b|telephone\b|e-?mail\b|text\b)")),
    credited=Rules(
        Rule("contributed", rf"\bcontributed (?:reporting )?to (?:this|the) (?:{_REPORT})\b|\bcontributed reporting\b"),
        Rule("with reporting from", r"\b[Ww]ith (?:(?:additional )?reporting|files|inputs?) (?:from|by)\b"),
        Rule("reporting by", r"\b[Rr]eporting by\b"),
        Rule("with an agency", r"\bWith (?:AP|AFP|Reuters)\b"),
    ),
    staff=Rules(
        Rule("reporting by a person", r"[Rr]eporting by [A-Z]\w+ [A-Z]"),
        Rule("a person in a place", r"[A-Z]\w+ [A-Z][\w’'-]+ (?:in|from) [A-Z]"),
        Rule("a person contributed", r"[A-Z]\w+ [A-Z][\w’'-]+ contributed to|contributed reporting"),
    ),
    authors=Rules(
        Rule("its own", r"['’]s? [A-Z]"),
        Rule("its writers", " (?:staff )?(?:writers?|reporters?|correspondents?) [A-Z]"),
    ),
    linked=Rules(
        Rule("first reported", rf"\b{_NO_ADJECTIVE}first reported{_STATEMENT_ENDS}", "first"),
        Rule("as reported", rf"\b(?:as|it (?:was|is|has been)) (?:\w+ly |also )?reported{_STATEMENT_ENDS}"),
        Rule("reportedly", r"\b[Rr]eportedly\b"),
        Rule("reported to be", r"\breported to (?:be|have)\b"),
        Rule(
            "news reports",
            rf"\b(?:[Nn]ews|[Mm]edia|[Pp]ress|[Nn]ewspaper|[Pp]ublished) (?:reports?|accounts?){_NOT_OF_NEWS}",
        ),
        Rule(
            "reports say",
            r"(?:\A|(?<=[.;:(—–] )|(?<=\()|\b(?:[Aa]ccording to|citing|after|following|amid|despite|per|confirmed|denied) )"
            rf"{_KIND}[Rr]eports{_NOT_OF_NEWS}",
        ),
        Rule(
            "according to a report",
            rf"\b(?:[Aa]ccording to|citing|per) (?:an?|one) {_KIND}(?:{_REPORT}|scoop|account){_NOT_OF_NEWS}",
        ),
        Rule(
            "the newspaper said",
            rf"\bthe (?:{_OUTLET}|outlet|publication|news outlet|news organi[sz]ation) "
            rf"(?:\w+ly |also |had |has )?(?:reported|reports|{SAID}|wrote|writes|revealed)\b",
        ),
        Rule(
            "in an interview",
            r"\b(?:[Ii]n|during|gave) an? (?:\w+ ){0,2}interview\b(?! (?:with|to|for|by)\b| on (?!\w+day\b))",
            "statement",
        ),
        Rule(
            "told the newspaper",
            rf"\b(?:{TOLD}|telling|spoke to|speaking to) the (?:{_OUTLET}|paper|outlet|site|station|publication)\b",
            "statement",
        ),
    ),
    link_credit=Rules(
        Rule("via", r"(?:\A|[(.;—–-] ?)(?:[Vv]ia|VIA|[Ss]ources?|[Hh]/[Tt]|[Hh]at tip)(?: to)?:? ?\Z", "by"),
        Rule("apart", r"(?:\A|[(.;—–-] ?)\Z"),
    ),
    namesakes=Rules(
        Rule(
            "person",
            r"\b(?:Mr|Mrs|Ms|Mayor|Michael|Mike|Andrew|Malcolm|Steve)\.? (?:[A-Z]\. )?(?:Bloomberg|Breitbart|Forbes)\b",
        ),
    ),
    primary=PRIMARY,
    signed=Rules(Rule("surname", r"[A-Z][\w.’-]* (?:Bloomberg|Breitbart|Forbes)\Z")),
)
