"""Portuguese: its numbers, its quotations, and what denies."""

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.numbers import Numbers
from digest.language.profile import Language
from digest.language.speech import Rule, Rules, Speech

_UNCOUNTED = """
pessoas gente hora horas ano anos dia dias semana semanas mês meses minuto minutos segundos graus vezes por dos das
que com para são foi foram uma nos nas pela pelo cento está
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="pt",
    groups=" \u00a0\u202f",
    magnitudes={
        "mil": 1e3, "milhão": 1e6, "milhões": 1e6, "mi": 1e6, "bilhão": 1e9, "bilhões": 1e9, "bi": 1e9, "trilhão": 1e12,
        "trilhões": 1e12, "biliões": 1e12,
    },
    ties=r"de\s",
    currencies={
        "euro": "EUR", "euros": "EUR", "dólar": "USD", "dólares": "USD", "real": "BRL", "reais": "BRL",
        "libras esterlinas": "GBP", "francos suíços": "CHF", "ienes": "JPY",
    },
    shares={"por cento": "%", "pontos percentuais": "points"},
    approximate={
        "most": r"até|no máximo|menos de|abaixo de",
        "least": r"mais de|pelo menos|ao menos|no mínimo|acima de",
        "nearly": r"quase|perto de",
        "about": r"cerca de|aproximadamente|em torno de|por volta de|uns|umas",
    },
    ranges=r"%?\s?(?:a|ou|[-–—])\s?",
    both=r"%?\se\s",
    between="entre",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "[a-zß-öø-ÿ]"
_ROLE = rf"(?:(?!(?:de|do|da|dos|das|o|a|os|as|um|uma|e|em|no|na|para|por|com|ao|à)\b){_SMALL}[\w-]* )"
_ARTICLE = r"(?:[Oo]|[Aa]|seu|sua|um|uma) "
_NOBODY = """
ele ela eles elas eu nós o a os as um uma isto isso este esta mas e segundo para em ao após antes polícia governo ministério
prefeitura câmara procuradoria oposição tribunal
"""
SPEECH = Speech(
    marks=(("“", "”"), ("«", "»"), ('"', '"')),
    quoted=Rules(
        Rule("angled marks", r"«[^»]*(?:»|\Z)"),
        Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
    ),
    saying=(
        r"(?:(?:nos|lhes?) )?(?:disse|afirmou|garantiu|explicou|acrescentou|declarou|salientou|indicou|sublinhou|"
        r"destacou|comentou|"
        "contou|advertiu|alertou|reconheceu|admitiu|insistiu|lembrou|lamentou|prometeu|denunciou|criticou|escreveu|respondeu|"
        "anunciou|relatou|concluiu|referiu|ressaltou|reforçou|confirmou|diz|afirma|explica|conta|garante|alerta|lembra)"
    ),
    telling="disse-nos",
    same_speaker="acrescentou|prosseguiu|completou",
    pronouns="ele|ela",
    adverbs="também|depois|ainda|ontem",
    settings=(
        "a|ao|à|aos|em|no|na|durante|depois|após|antes|que|o|os|as|de|do|da|ontem|hoje|esta|este|com|para|por|também|ainda|"
        rf"sobre|nesta|neste|{PRINTED_WEEKDAYS['pt']}"
    ),
    after_verb="a|ao|à|em|no|na|durante|depois|após|antes|com|para|por|sobre|e|nesta",
    contrasts="mas|porém|contudo",
    definite="o|a|os|as",
    determiners="um|uma|seu|sua|este|esta",
    link_words=(
        "e|ou|de|do|da|dos|das|a|ao|à|em|no|na|com|sem|para|por|pelo|pela|entre|até|desde|contra|sobre|durante|após|que|quem|como|mas|"
        "quando|onde|segundo|o|os|as|nesta|neste"
    ),
    may_follow=r"\w+",
    short_titles="Sr|Sra|Dr|Dra|Prof|Eng",
    offices="Presidente|Ministro|Ministra",
    ranks="Prefeito|Prefeita|General|Papa|Governador|Governadora",
    openers="O|A|Os|As|Em|No|Na|Mas|E|Após|Segundo|Para",
    particles="de|do|da|dos|das|van|von",
    of="de",
    couple="e",
    bodies="Partido|Associação|Federação|Liga|Conselho|Ministério|Banco|Grupo|Instituto|Universidade|Sindicato|Tribunal",
    nobody=frozenset((*_NOBODY.split(), *PRINTED_WEEKDAYS["pt"].split("|"))),
    according="segundo|Segundo|para|Para",
    # "a bióloga Viviana André"; "o presidente da câmara de Portovelho, Carlos Reis,".
    called=(
        rf"{_ARTICLE}{_ROLE}(?:(?:de|do|da|dos|das) {_ROLE}|{_ROLE}){{0,3}}|"
        rf"{_ARTICLE}[^,.;:«»“”\"]{{3,70}}, (?={_CAPITAL}[\w-]+(?: (?:de |do |da |dos )?{_CAPITAL}[\w-]+){{0,3}}[,.])"
    ),
    no_name=PRINTED_WEEKDAYS["pt"],
)

_NEGATIONS = "não nunca nem sem nenhum nenhuma nega desmente"
_DOUBTS = """
apenas mal raramente menos teria teriam seria seriam poderia poderiam deveria deveriam talvez suposto suposta supostamente
alegado alegada alegadamente se quase rejeita rejeitou rejeitam desmente desmentiu refuta falso falsa falsos falsas
inventado mentira rumor rumores planeja planeia tenta tentam tentou ameaça quer querem espera negocia negociam exige
"""
PORTUGUESE = Language(
    code="pt",
    numbers=NUMBERS,
    speech=SPEECH,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    opinions="opinião",
)
