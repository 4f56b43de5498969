"""How German prints what people said: verbs, titles of persons, quotation marks."""

from __future__ import annotations

from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS
from digest.language.speech import Rule, Rules, Speech

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
SAYING = (
    "sagte|sagt|erklärte|erklärt|betonte|betont|meinte|meint|schrieb|schreibt|ergänzte|ergänzt|warnte|warnt|riet|rät|rief|ruft|"
    "klagte|klagt|versprach|verspricht|versicherte|versichert|erzählte|erzählt|berichtete|berichtet|meldete|fügte hinzu|"
    "kritisierte|kritisiert|forderte|fordert|mahnte|mahnt|lobte|lobt|kommentierte|kommentiert|kündigte an|teilte mit|"
    "stellte klar|stellte fest|räumte ein|freute sich|freut sich|antwortete|entgegnete|erwiderte|äußerte|behauptet|"
    "begründete|begründet|erläuterte|erläutert|bekräftigte|unterstrich|urteilte|urteilt|bilanzierte|schwärmte|schimpfte|"
    "teilte|gab|sprach|resümierte|bestätigte|bestätigt|verkündete|twitterte|postete|jubelte|beklagte|prophezeite|scherzte"
)
"""Verbs that stand before their speaker, as in all main clauses behind the quoted words, or behind."""
SAID = "sagte|sagt|erklärte|erklärt|erzählte|verriet|bestätigte"
"""Those by which somebody is said to have told something to an outlet."""
_WEEKDAYS = PRINTED_WEEKDAYS["de"]
# By these endings a word before a name says who somebody is, whatever stands before them: "Feuerwehrsprecherin".
_ROLES = (
    "sprecher|chef|leiter|minister|präsident|direktor|anwalt|anwält|richter|trainer|kommissar|meister|führer|halter|inhaber|"
    "besitzer|forscher|biolog|ökonom|politiker|experte|expert|lehrer|rektor|kapitän|pilot|schwimmer|spieler|torhüter|sportler|"
    "aktivist|gewerkschafter|unternehmer|händler|wirt|autor|regisseur|künstler|manager|geschäftsführer|senator|kanzler|"
    "abgeordnete|vorsitzende|ärzt|arzt|professor|juror|jurist|zeug|bewohner|anwohner|bauer|landrät|landrat|rat|rätin|"
    "nachbar|beauftragte|kollege|bischof|pfarrer|sekretär|ingenieur|meteorolog|historiker|analyst"
)
_RANK = rf"(?:{_CAPITAL}[\w-]*-?)?(?i:{_ROLES})(?:en|e|s|n|innen|in|r)?"

_OWNED = (
    "sprecher|sprecherin|anwalt|anwältin|chef|chefin|frau|mann|sohn|tochter|bruder|schwester|mutter|vater|leiter|leiterin|"
    "präsident|präsidentin|minister|ministerin|meister|meisterin|direktor|direktorin|trainer|trainerin|vertreter|freund"
)
_NOT_OF = "".join(f"(?<!{role[1:]} )" for role in _OWNED.split("|"))
"""Behind these "von" says whose somebody is and is no part of a name: "die Anwältin von Ida Öhlund"."""

_NOBODY = """
er sie es wir ihr ich man der die das dieser diese dieses ein eine aber und doch auch nach im am in bei zu so wie
polizei feuerwehr
staatsanwaltschaft regierung ministerium behörde behörden gericht stadt land kreis gemeinde verein verband firma unternehmen
konzern gewerkschaft opposition partei experten kritiker beobachter anwohner nachbarn augenzeugen medien reporter
journalisten
sprecher sprecherin chef ermittler veranstalter beamte eltern schüler dazu danach später zuvor
"""

SPEECH = Speech(
    marks=(("„", "“"), ("„", "”"), ('"', '"'), ("»", "«"), ("«", "»")),
    quoted=Rules(
        Rule("low marks", r"„[^“”]*(?:[“”]|\Z)"),
        Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
        Rule("angled marks inwards", r"»[^«]*(?:«|\Z)"),
        Rule("angled marks outwards", r"«[^»]*(?:»|\Z)"),
    ),
    saying=SAYING,
    telling="sagte uns",
    same_speaker="ergänzte|ergänzt|fügte hinzu|fuhr fort",
    pronouns="er|sie",
    adverbs="hatte|hat|später|auch|dann|zudem|außerdem|daraufhin|dazu|jedoch|aber",
    settings=(
        "am|im|in|an|auf|bei|beim|nach|vor|zu|zur|zum|mit|über|gegenüber|der|die|das|dem|den|einer|einem|unserer|uns|dazu|später|"
        rf"weiter|dass|ihren|seinen|auch|außerdem|zudem|heute|gestern|vorab|{_WEEKDAYS}"
    ),
    after_verb="am|im|in|an|auf|bei|nach|vor|zu|zur|zum|der|dem|gegenüber|und|mit|über",
    contrasts="aber|doch|allerdings|jedoch",
    definite="der|die|das",
    determiners="ein|eine|sein|seine|ihr|ihre|deren|dessen",
    link_words=(
        "und|oder|von|vom|am|im|in|an|auf|aus|bei|beim|nach|vor|zu|zur|zum|mit|für|gegen|über|unter|durch|ohne|um|als|dass|weil|"
        "wenn|während|seit|bis|der|die|das|des|dem|den|laut"
    ),
    may_follow=r"\w+",
    short_titles="Dr|Prof|Dipl",
    offices="Präsident|Präsidentin|Kanzler|Kanzlerin|Herr|Frau",
    ranks=_RANK,
    openers="Der|Die|Das|Am|Im|In|Bei|Nach|Aber|Doch|Auch|Als|Dazu|So",
    particles=rf"{_NOT_OF}von (?:der|dem|den)|{_NOT_OF}von|van|zu|de",
    of_first="von|zu",
    of="aus",
    couple="und",
    bodies="Partei|Verein|Verband|Bund|Amt|Bank|Gruppe|Konzern|Bahn|Institut|Universität|Ministerium|Gewerkschaft|Werke?",
    nobody=frozenset((*_NOBODY.split(), *_WEEKDAYS.casefold().split("|"))),
    according="so|wie",
    # "die Biologin Ida Öhlund"; "der Präsident des Landes, Ida Öhlund,".
    called=(
        rf"(?:[Dd]er|[Dd]ie|[Dd]as) (?={_CAPITAL}[\w-]+ {_CAPITAL})|"
        rf"(?:[Dd]er|[Dd]ie) [^,.;:„“”\"»«]{{3,70}}, (?=(?:{_CAPITAL}[\w-]+ ){{1,3}}?{_CAPITAL}[\w-]+[,.])"
    ),
    no_name=(
        f"{_WEEKDAYS}|{PRINTED_MONTHS['de']}|Anfang|Mitte|Ende|Dazu|Daraufhin|Danach|Später|Zuvor|Gestern|Heute|Außerdem|Journalisten|Journalistinnen|Reportern|Medien|"
        "Richtung|Zuschauern|Zuhörern|Anwesenden"
    ),
)
