"""How French says whose reporting a text repeats, and that reporting is its own."""

from __future__ import annotations

from digest.language.french.speech import PAST
from digest.language.speech import Attribution, Rule, Rules

_KIND = "quotidien|journal|hebdomadaire|magazine|site|média|chaîne|radio|agence|agence de presse|mensuel|titre"
_FILLER = (
    rf" ?(?:(?:le |la |les |l[’'])?(?:(?:{_KIND})(?: \w+(?:ais|aise|ien|ienne|and|ande|ol|ole|ain|"
    rf"aine))?)? ?(?:le |la |les |l[’'])?)?[«“\"]?\s?"
)
_REPORTS = (
    "rapporte|rapportait|révèle|révélait|écrit|écrivait|affirme|indique|annonce|rappelle|relate|croit savoir|titre|"
    "assure|note|précise"
)
_HAS = "rapporté|révélé|écrit|indiqué|annoncé|relaté|dévoilé|publié|affirmé"

ATTRIBUTION = Attribution(
    definite="le|la|les|au|du|aux",
    papers="Tribune|Dépêche|Provençal|Républicain|Quotidien",
    stations="Télévision|Info",
    call_signs=(
        r"(?:Gazette|Courrier|Journal|Voix|Dépêche|Écho|Nouvelle République|Télégramme|Radio|Quotidien|Progrès|"
        r"Dauphiné|Tribune)"
        r" (?:d(?:e|u|es)|de la) [A-ZÀ-ÖØ-Þ][\w’-]+"
    ),
    kinds="(?!)",
    before_outlet=Rules(
        Rule("first", r"(?:révélée?s?|dévoilée?s?) (?:d[’']abord |en premier )?par", "first"),
        Rule(
            "according to",
            r"selon(?: (?:des|les|une) (?:informations|révélations|enquête|sources)(?: de| d[’']| du(?= )| citées? par)?)?",
        ),
        Rule(
            "according to information of",
            r"selon les informations(?= d[ue])|d[’']après(?: (?:les|des) informations(?= d[ue]| de))?",
        ),
        Rule("d’après", r"d[’']après|à en croire"),
        Rule("information of", r"(?:selon|d[’']après) (?:les|des) (?:informations|révélations) (?:de|d[’'])"),
        Rule(
            "cited by",
            r"(?:cité|citée|cités|citées|rapporté|rapportée|relayé|relayée|interrogé|interrogée|consulté|consultée) par",
        ),
        Rule("an article of", r"(?:article|enquête|dépêche|information|révélations) (?:de|d[’']|parue? dans)"),
        Rule("reports", rf"(?:{_REPORTS}|a (?:{_HAS}))"),
        Rule(
            "told",
            rf"(?:{PAST}|confie|explique|déclare)\b(?:(?!\b(?:à|au) (?:l[’']|la |le )?[A-ZÀ-Ö])(?:M\. |[^.;:«»])){{0,90}}? "
            r"(?:à|au)(?= (?:l[’']|la |le |La |Le )?(?:agence |quotidien |journal )?[A-ZÀ-ÖØ-Þ])",
            "statement",
        ),
        Rule("interview with", r"(?:entretien|interview) (?:à|avec|accordée? à|accordé au|au)", "statement"),
        before=r"\b(?i:",
        after=f"){_FILLER}",
    ),
    after_outlet=Rules(
        Rule("first", rf"\s?[»”\"]? (?:a|avait) (?:été le premier à|d[’']abord) (?:{_HAS})\b", "first"),
        Rule("reports", rf"\s?[»”\"]?,? (?:{_REPORTS}|(?:a|avait) (?:\w+ )?(?:{_HAS}))\b"),
    ),
    between_outlets=Rules(Rule("and", r"\s?[»”\"]?(?:,| et)(?: le| la| l[’'])? ?[«“\"]?\s?")),
    of_outlet=Rules(Rule("poll or opinion", r" ?(?:sondage|éditorial|chronique|classement)\b")),
    earlier=Rules(
        Rule("in a year", r"\b(?:en|depuis) (?:19|20)\d\d\b"),
        Rule("ago", r"\bil y a (?:\w+ )?(?:ans|mois|années)\b|\bl[’']an dernier\b|\bpar le passé\b"),
    ),
    begins_statement=Rules(Rule("que", " que | qu[’']|, ")),
    told_us=Rules(
        Rule("told us", rf"\bnous (?:a|ont|avait) (?:{PAST})\b|\bnous (?:confie|explique|déclare|dit)\b"),
        Rule(
            "our information",
            r"\b[Ss]elon nos (?:informations|sources)\b|\bnotre (?:correspondante?|journaliste|envoyée? spéciale?)\b",
        ),
    ),
    interview=Rules(Rule("in an interview", r"\b(?:dans|lors d[’']) ?une? (?:entretien|interview)(?= ?[.,;])")),
    spoke=Rules(Rule("said", rf"\b(?:{PAST})\b")),
    stage=Rules(
        Rule("a stage", r"\b(?:journal|quotidien|magazine|chaîne|radio|télévision|émission|podcast|journalistes)\b")
    ),
    unanswered=Rules(
        Rule(
            "contacted",
            r"\b[Cc]ontactée?s?\b[^.;«»]{0,90}\bn[’'](?:a|ont) (?:pas|pas encore) (?:souhaité|voulu|répondu|"
            r"donné suite|réagi)\b",
        ),
        Rule(
            "did not answer",
            r"\bn[’'](?:a|ont) pas (?:répondu|donné suite) à (?:nos|notre) (?:questions|sollicitations?|demandes?|appels)\b",
        ),
        Rule("could not be reached", r"\bn[’'](?:a|ont) pas pu être (?:joint|contacté)e?s?\b"),
    ),
    asked_by=Rules(Rule("by", r"\bpar (?!téléphone\b|courriel\b|mail\b)")),
    credited=Rules(Rule("with", r"\A\(?[Aa]vec (?:l[’'])?(?:AFP|Reuters|AP|ATS|Belga)\b")),
)
