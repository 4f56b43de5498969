"""Italian: its numbers, its quotations, what denies, and where no sentence ends."""

import re

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.numbers import Numbers
from digest.language.profile import Language
from digest.language.speech import Rule, Rules, Speech

_UNCOUNTED = """
persone gente ora ore anno anni giorno giorni settimana settimane mese mesi minuto minuti secondi gradi volte per del
della dei delle degli dal dalla che con gli una uno sono era erano hanno sul sulla nel nella cento alle
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="it",
    groups=" \u00a0\u202f'’",
    magnitudes={
        "mila": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9, "miliardi": 1e9, "mld": 1e9,
    },
    ties=r"di\s|d['’]",
    currencies={
        "euro": "EUR", "dollaro": "USD", "dollari": "USD", "sterline": "GBP", "franchi svizzeri": "CHF", "yen": "JPY",
    },
    shares={"per cento": "%", "punti percentuali": "points"},
    approximate={
        "most": r"fino a|al massimo|non più di|meno di|sotto i|sotto le",
        "least": r"più di|oltre|almeno|non meno di|sopra i|sopra le",
        "nearly": r"quasi|appena",
        "about": r"circa|all['’]incirca|intorno a[il]?|attorno a[il]?|un centinaio|approssimativamente",
    },
    ranges=r"%?\s?(?:a|o|[-–—])\s?",
    both=r"%?\se\s",
    between="tra|fra",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "[a-zß-öø-ÿ]"
_ROLE = rf"(?:(?!(?:di|del|dello|della|dei|degli|delle|il|lo|la|i|gli|le|un|una|e|a|al|alla|in|per|con)\b){_SMALL}[\w-]* )"
_ARTICLE = r"(?:(?:[Ii]l|[Ll]o|[Ll]a|suo|sua|un|una) |[Ll][’'])"
_PARTICIPLES = (
    "detto|dichiarato|affermato|spiegato|aggiunto|raccontato|sottolineato|assicurato|scritto|commentato|ricordato|annunciato|"
    "precisato|avvertito|ammesso|ribadito|risposto|osservato|confermato|promesso|denunciato"
)
_NOBODY = """
lui lei loro io noi egli ella il lo la i gli le un una questo questa ma e secondo per in a al dopo prima polizia
governo ministero
comune procura opposizione
"""
SPEECH = Speech(
    marks=(("«", "»"), ("“", "”"), ('"', '"')),
    quoted=Rules(
        Rule("angled marks", r"«[^»]*(?:»|\Z)"),
        Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
    ),
    saying=(
        rf"(?:(?:ci|gli|le) )?(?:ha|aveva) (?:{_PARTICIPLES})|dice|afferma|spiega|aggiunge|racconta|sottolinea|"
        rf"assicura|scrive|"
        "commenta|ricorda|avverte|ammette|osserva|conferma|promette|disse|dichiara|precisa|conclude|denuncia"
    ),
    telling="ci ha detto",
    same_speaker="ha aggiunto|aggiunge|ha proseguito",
    pronouns="lui|lei",
    adverbs="ha|aveva|poi|anche|inoltre",
    settings=(
        "a|al|alla|ai|in|nel|nella|durante|dopo|prima|davanti|che|il|la|i|le|di|del|della|ieri|oggi|questa|con|per|poi|anche|"
        rf"su|sulla|{PRINTED_WEEKDAYS['it']}"
    ),
    after_verb="a|al|alla|in|nel|nella|durante|dopo|prima|con|per|su|e",
    contrasts="ma|però|tuttavia",
    definite="il|lo|la|i|gli|le",
    determiners="un|uno|una|suo|sua|questo|questa",
    link_words=(
        "e|o|di|del|dello|della|dei|degli|delle|a|al|alla|in|nel|nella|su|sul|sulla|con|senza|per|da|dal|dalla|tra|fra|che|chi|come|"
        "ma|quando|dove|dopo|prima|durante|secondo|il|lo|la|i|gli|le|l|d|dell|all"
    ),
    may_follow=r"\w+",
    short_titles="Sig|Dott|Prof|Avv|On|Ing",
    offices="Presidente|Ministro|Ministra",
    ranks="Sindaco|Sindaca|Generale|Papa|Procuratore",
    openers="Il|Lo|La|I|Gli|Le|In|A|Ma|E|Dopo|Secondo|Per",
    particles="di|de|del|della|dei|da|dal|van|von",
    of="di",
    couple="e",
    bodies="Partito|Associazione|Federazione|Lega|Consiglio|Ministero|Banca|Gruppo|Istituto|Università|Sindacato",
    nobody=frozenset((*_NOBODY.split(), *PRINTED_WEEKDAYS["it"].split("|"))),
    according="secondo|Secondo|per|Per",
    # "la biologa Viviana Andri"; "il sindaco di Portovecchio, Carlo Neri,".
    called=(
        rf"{_ARTICLE}{_ROLE}(?:(?:(?:di|del|della|dei|delle) |dell[’'])?{_ROLE}){{0,3}}|"
        rf"{_ARTICLE}[^,.;:«»“”\"]{{3,70}}, (?={_CAPITAL}[\w’-]+(?: (?:di |de |del )?{_CAPITAL}[\w’-]+){{0,3}}[,.])"
    ),
    no_name=rf"{PRINTED_WEEKDAYS['it']}|(?:L|Un|Dell|All|Nell|Sull|Dall|Quell)[’']",
)

_NEGATIONS = "non né nessun nessuna mai senza nega smentisce"
_DOUBTS = """
appena raramente meno avrebbe avrebbero sarebbe sarebbero potrebbe potrebbero dovrebbe dovrebbero vorrebbe forse presunto
presunta presunti se quasi smentisce smentito smentiscono respinge respinto respingono falso falsa falsi false inventato
bugia menzogna voce voci vuole vogliono tenta tentano tentato minaccia minacciano spera tratta trattano chiede
"""
ITALIAN = Language(
    code="it",
    numbers=NUMBERS,
    speech=SPEECH,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:Sig|Dott|Prof|Avv|On|Ing|art|n)\.\Z"),
    elided=re.compile(r"(?i:[cdlmnstv]|un|dell|all|dall|nell|sull|quell|gl)[’'](?=\w)"),
    opinions="opinione|editoriale",
    saying="scritto|detto",
)
