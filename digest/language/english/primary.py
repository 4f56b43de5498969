"""How English names a primary source: who speaks to all in a statement, a paper or a post."""

from __future__ import annotations

from digest.language.calendar import weekday_words
from digest.language.english.speech import SAYING, SHORT_TITLES
from digest.language.speech import Document, PrimarySources, Rule, Rules

_CAPITALISED = rf"(?:[A-Z]\.){{2,}}|(?:{SHORT_TITLES})\.|[A-Z][\w’'.&-]*\w(?<!['’]s)|[A-Z]\.?"
_NAME = rf"(?:{_CAPITALISED})(?: (?:(?:of|for|de|van|von|bin|al|the) ){{0,2}}(?:{_CAPITALISED})){{0,6}}"
_BODIES = (
    "police|prosecutors|authorities|army|military|navy|ministry|department|government|embassy|court|coroner|family|families|"
    "parents|company|airline|airport|manufacturer|bank|university|school|college|hospital|church|charity|agency|commission|"
    "committee|council|city|county|state|sheriff|club|league|union|association|campaign|administration|group|regulator|"
    "watchdog|coach|doctor|lawyers|attorneys|owner|operator|organi[sz]ers|office|team"
)
"""Who is named by a common noun alone."""
_AIDES = (
    "spokesman|spokeswoman|spokesperson|aide|lawyer|attorney|chairman|chairwoman|director|president|chief executive|leader"
)
"""Who speaks for somebody, by the name that stands behind."""
_WHO = (
    rf"(?:(?:{SHORT_TITLES})\. )?(?P<who>{_NAME}(?:['’]s?)?(?: [a-z]+)? (?:{_BODIES}|{_AIDES})\b|{_NAME}|"
    rf"\b(?:{_BODIES}|{_AIDES})\b)"
)
_ASIDE = r"(?: \([^()]{1,40}\))?(?:, [DR]-[A-Z][\w.]*(?=,))?(?P<aside>,(?! (?:and|but|who|which)\b)[^.,;“”\"]{3,110}?,)?"
_ADVERBS = r"(?:(?:has|had|have|also|later|then|earlier|first|\w+ly|\w+day) ){0,2}"
_SAID = (
    rf"(?:{SAYING}|confirmed|confirms|claimed|called|condemned|denied|disclosed|revealed|asserted|described|apologi[sz]ed|"
    "praised)"
)
_WHEN = (
    r"(?:(?:on|late|early|earlier|last|this) )?(?:\w+day|today|yesterday|tonight)(?: (?:morning|afternoon|evening|night))?"
)
_BETWEEN = r"(?:(?! (?:that|but|and|who|which)\b)[^.;:“”\"]){0,60}?"
_KINDS = r"(?:(?!(?:in|by|from|of|to|an?|the|his|her|its|their)\b)[\w’'-]+ ){0,3}"
_SAYS = rf"{_WHO}{_ASIDE} {_ADVERBS}{_SAID}\b"
_PAPERS = (
    "statement|press release|news release|memo|memorandum|affidavit|indictment|complaint|court filing|filing|lawsuit|"
    "court papers|court documents|court records"
)
_PAPER = rf"(?P<paper>{_PAPERS})\b"
_FORMAL = r"(?P<paper>statement|press release|news release|affidavit|indictment|criminal complaint)\b"
_POST = r"(?:post|tweet|thread)\b"
_NETWORKS = "Twitter|Facebook|Instagram|X|Truth Social|LinkedIn|Weibo|Telegram|social media|blog"

_NOBODY = (
    "the he she they it we i you who which that this these those his her their its there a an but and in on at as when "
    "while after before what one another others some many people critics sources officials twitter facebook video videos "
    "photo photos footage images spokesman spokeswoman spokesperson aide lawyer attorney chairman chairwoman director "
    "president leader"
)

PRIMARY = PrimarySources(
    documents=(
        Document("said in a statement", _PAPERS, rf"{_SAYS}{_BETWEEN} in (?:an?|the|his|her|its|their)? ?{_KINDS}{_PAPER}"),
        Document("said in a report", "report", rf"{_SAYS}(?: {_WHEN})? in an? {_KINDS}(?P<paper>report)\b"),
        Document(
            "said Brown in a statement",
            _PAPERS,
            rf"\b(?:said|says|wrote) {_WHO}{_ASIDE}(?: {_WHEN})? in an? {_KINDS}{_PAPER}",
        ),
        Document(
            "in a statement, Brown said",
            _PAPERS,
            rf"\b[Ii]n (?:an?|the) {_KINDS}{_PAPER}[^.;:“”\"]{{0,120}}?,? (?:the )?(?<!by )(?<!to )(?<!from ){_SAYS}",
        ),
        Document(
            "issued a statement",
            _PAPERS,
            rf"{_WHO}{_ASIDE} {_ADVERBS}(?:issued|released|posted|published|sent out|put out|filed) "
            rf"(?:an?|the following) {_KINDS}{_PAPER}",
        ),
        Document(
            "a statement by",
            _PAPERS,
            rf"(?<!\bmade )(?<!\bmake )\b(?i:an?|the) {_KINDS}{_PAPER}(?: (?:\w+ed|sent|put out)(?: {_WHEN})?)? (?:by|from) "
            rf"(?:(?:the|his|her|its|their) )?(?:[a-z]+['’]s )?(?>{_WHO})(?!\.? \d|['’])(?P<aside>, {_NAME})?",
        ),
        Document(
            "a report by",
            "report",
            rf"\b(?i:an?|the) {_KINDS}(?P<paper>report) (?:\w+ed )?(?:{_WHEN} )?by (?:the )?(?:[\w-]+-based )?"
            rf"(?>{_WHO})(?!\.? \d|['’])",
        ),
        Document("a police statement", _PAPERS, rf"{_WHO}(?:['’]s?)? (?:(?:written|official|joint|public) )?{_FORMAL}"),
        Document("court papers", "court", r"\b(?P<who>court) (?P<paper>papers|documents|records|filings?)\b"),
        Document("in a post", _POST, rf"{_SAYS}{_BETWEEN} in (?:an?|the|his|her|its|their) {_KINDS}{_POST}", "post"),
        Document(
            "in a post, Brown said", _POST, rf"\b[Ii]n (?:an?|the) {_KINDS}{_POST}[^.;:“”\"]{{0,60}}?, {_SAYS}", "post"
        ),
        Document(
            "shared a post", _POST, rf"{_WHO}{_ASIDE} {_ADVERBS}(?:shared|published|wrote) an? {_KINDS}{_POST}", "post"
        ),
        Document("tweeted", "tweeted", rf"{_WHO}{_ASIDE} {_ADVERBS}tweeted\b", "post"),
        Document(
            "said on a network",
            _NETWORKS,
            rf"{_SAYS}{_BETWEEN} (?:on|via) (?:(?:his|her|its|their|the) )?(?:\w+ )?(?:{_NETWORKS})\b",
            "post",
        ),
        Document("on its website", "(?:web ?)?site", rf"{_SAYS}{_BETWEEN} on (?:its|their) (?:web ?)?site\b", "website"),
        Document("according to a website", "website", rf"\baccording to the website of (?:the )?{_WHO}", "website"),
    ),
    no_subject=Rules(
        Rule("no subject", rf"\b(?:for|of|by|with|to|from|at|in|near|and)(?: the)?(?: (?:{SHORT_TITLES})\.)? \Z"),
    ),
    given_to=Rules(Rule("to", r"(?: \w+){0,2} to (?:the )?")),
    called=Rules(Rule("a name", rf", {_NAME}")),
    nobody=frozenset(_NOBODY.split()) | weekday_words("en"),
)
