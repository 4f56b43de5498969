"""Portuguese: its numbers, and what denies."""

from digest.language.numbers import Numbers
from digest.language.profile import Language

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

_NEGATIONS = "não nunca nem sem nenhum nenhuma nega desmente"
_DOUBTS = """
apenas mal raramente menos teria teriam seria seriam poderia poderiam deveria deveriam talvez suposto suposta supostamente
alegado alegada alegadamente se quase rejeita rejeitou rejeitam desmente desmentiu refuta falso falsa falsos falsas
inventado mentira rumor rumores planeja planeia tenta tentam tentou ameaça quer querem espera negocia negociam exige
"""
PORTUGUESE = Language(
    code="pt",
    numbers=NUMBERS,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    opinions="opinião",
)
