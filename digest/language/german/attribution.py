"""How German says whose reporting a text repeats, and that reporting is its own."""

from __future__ import annotations

from digest.language.german.speech import SAID
from digest.language.speech import Attribution, Rule, Rules

_KIND = (
    "Zeitung|Tageszeitung|Wochenzeitung|Zeitschrift|Magazin|Nachrichtenmagazin|Sender|Fernsehsender|Radiosender|Portal|"
    "Nachrichtenportal|Blatt|Agentur|Nachrichtenagentur|Sportagentur"
)
# What may stand between a cue and the name: its article, what it is, an opening mark.
_FILLER = rf" (?:(?:der|die|das|dem|den|des|einem|eines) )?(?:(?:{_KIND})s? )?[„“\"»«]?"
_PAPERS = (
    "Zeitung|Anzeiger|Nachrichten|Kurier|Tageblatt|Tagblatt|Rundschau|Post|Presse|Bote|Allgemeine|Merkur|Echo|Abendblatt|"
    "Morgenpost|Volksstimme|Woche|Landbote"
)
_COMPOUND = (
    r"[A-ZÄÖÜ][a-zäöüß]+(?:zeitung|kurier|anzeiger|tageblatt|tagblatt|abendblatt|rundschau|nachrichten|funk|"
    r"spiegel)s?\b(?<!rundfunk)"
)
"""Names in one word, which nothing but how they end shows: "Küstenkurier"."""
_OUTLET = (
    rf"(?=[„“\"»]?(?:{_COMPOUND}|[A-Z]{{2,5}}\b|dpa\b|epd\b|Reuters|Radio [A-ZÄÖÜ]|"
    rf"(?:[A-ZÄÖÜ][\w-]+ ){{1,2}}(?:{_PAPERS})\b))"
)
_REPORTS = (
    "berichtet|berichtete|berichten|berichteten|meldet|meldete|melden|schreibt|schrieb|erfuhr|enthüllte|zitiert|zitierte"
)

ATTRIBUTION = Attribution(
    definite="der|die|das|dem|den|des",
    ending="s",
    papers=_PAPERS,
    stations="Rundfunk|Radio|Fernsehen",
    kinds="Zeitung|Magazin",
    call_signs=_COMPOUND,
    no_outlets=Rules(Rule("what is in a newspaper", "(?:Gute|Schlechte|Neue|Letzte|Deutsche) (?:Nachrichten|Post|Presse)")),
    before_outlet=Rules(
        Rule("first reported by", "zuerst (?:hatte|hatten|berichtete|berichteten|meldete)|zuerst bei|zuerst in", "first"),
        Rule("laut", r"laut|gemäß|unter Berufung auf|mit Verweis auf|unter Verweis auf"),
        Rule("according to information", "nach (?:Angaben|Informationen|Recherchen|Berichten|Darstellung) (?:von|vom)"),
        Rule("according to information of", "nach (?:Angaben|Informationen|Recherchen|Berichten|Darstellung)(?= de[rs] )"),
        Rule("a report", r"(?:Bericht|Berichts|Meldung|Recherchen?)(?:(?= de[rs] )| von| vom| in| im)"),
        Rule("as … reports", rf"wie(?= (?:\S+ ){{1,6}}(?:{_REPORTS})\b)"),
        Rule("reports", rf"(?:{_REPORTS})"),
        Rule(
            "told",
            rf"(?:{SAID})\b[^.;:„“”\"»«]{{0,80}}? (?:gegenüber )?(?:der|dem|den)(?= (?:(?:{_KIND}) )?{_OUTLET})",
            "statement",
        ),
        Rule("interview with", "(?:Interview|Gespräch) mit", "statement"),
        before=r"\b(?i:",
        after=f"){_FILLER}",
    ),
    after_outlet=Rules(
        Rule("first reported", rf"[“”\"«»]? (?:(?:hatte|hatten) )?(?:zuerst|als Erste[rs]?) (?:{_REPORTS})\b", "first"),
        Rule("zufolge", '[“”"«»]? zufolge'),
        Rule("reports", rf"[“”\"«»]? (?:(?:hatte|hatten) (?:\w+ )?)?(?:{_REPORTS})\b"),
        Rule("'s information", '[“”"«»]?-(?:Informationen|Bericht|Recherchen)'),
    ),
    between_outlets=Rules(Rule("and", r"[“”\"«»]?(?:,| und| sowie) (?:(?:der|die|das|dem|den|des) )?[„“\"»«]?")),
    of_outlet=Rules(Rule("poll or opinion", r"[- ]?(?:Umfrage|Kommentar|Kolumne|Bestsellerliste|Leitartikel)\b")),
    earlier=Rules(
        Rule("in a year", r"\b(?:im Jahr |Jahre |schon )?(?:19|20)\d\d\b"),
        Rule("ago", r"\bvor (?:\w+ )?(?:Jahren|Monaten)\b|\bim vergangenen Jahr\b|\bfrüher\b"),
    ),
    begins_statement=Rules(Rule("dass", ", dass |, ")),
    told_us=Rules(
        Rule("told us", rf"\b(?:{SAID}) (?:uns|unserer (?:Zeitung|Redaktion)|unserem (?:Reporter|Sender))\b"),
        Rule("our information", r"\bnach (?:unseren Informationen|Informationen unserer (?:Zeitung|Redaktion))\b"),
        Rule("to us", r"\bgegenüber unserer (?:Zeitung|Redaktion)\b|\bauf Anfrage unserer (?:Zeitung|Redaktion)\b"),
    ),
    interview=Rules(Rule("in an interview", r"\b(?:in einem|im) (?:Interview|Gespräch)(?= ?[.,;])")),
    spoke=Rules(Rule("said", rf"\b(?:{SAID}|betonte)\b")),
    stage=Rules(Rule("a stage", r"\b(?:Zeitung|Magazin|Sender|Fernsehen|Radio|Podcast|Sendung|Journalisten)\b")),
    unanswered=Rules(
        Rule("left a question", r"\bließ(?:en)? (?:eine|mehrere) Anfragen? (?:\w+ )?unbeantwortet\b"),
        Rule(
            "did not want to",
            r"\bwollte[n]? (?:sich |das )?(?:\w+ )?auf Anfrage (?:\w+ )?nicht (?:äußern|bestätigen|kommentieren)\b",
        ),
        Rule("did not answer", r"\b(?:antwortete|reagierte)[n]? (?:zunächst )?nicht auf (?:eine |mehrere )?Anfragen?\b"),
        Rule("was not reached", r"\bwar(?:en)? (?:zunächst |vorerst )?nicht (?:zu erreichen|erreichbar)\b"),
    ),
    asked_by=Rules(Rule("of", r"\bAnfrage (?:der|des|von) (?!Zeitung\b|Redaktion\b)")),
    credited=Rules(
        Rule("with material", r"\b[Mm]it (?:Material|Informationen) (?:von|der)\b|\b[Mm]it (?:dpa|AFP|Reuters|epd|SID)\b")
    ),
)
