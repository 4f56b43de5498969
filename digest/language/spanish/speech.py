"""How Spanish prints what people said: verbs, titles of persons, quotation marks."""

from __future__ import annotations

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.speech import Rule, Rules, Speech

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "[a-zß-öø-ÿ]"
_PAST = (
    "dijo|afirmó|aseguró|explicó|añadió|declaró|señaló|indicó|manifestó|subrayó|destacó|comentó|contó|advirtió|opinó|recalcó|"
    "reconoció|admitió|insistió|agregó|apuntó|sostuvo|expresó|anunció|escribió|respondió|recordó|lamentó|celebró|prometió|"
    "denunció|criticó|pidió|exigió|clamó|relató|confesó|concluyó|repitió|precisó|matizó|zanjó|analizó|aconsejó|detalló|"
    "remarcó|reiteró|argumentó|valoró|ironizó|bromeó|replicó|aclaró|confirmó"
)
_PRESENT = (
    "dice|afirma|asegura|explica|añade|declara|señala|indica|subraya|destaca|comenta|cuenta|advierte|opina|recalca|reconoce|admite|"
    "insiste|agrega|apunta|sostiene|lamenta|celebra|promete|denuncia|critica|relata|confiesa|concluye|recuerda|responde"
)
_PARTICIPLES = (
    "dicho|afirmado|asegurado|explicado|añadido|declarado|señalado|indicado|manifestado|subrayado|destacado|comentado|contado|"
    "advertido|opinado|reconocido|insistido|apuntado|lamentado|celebrado|prometido|recordado|denunciado"
)
SAYING = rf"(?:(?:nos|les?) )?(?:{_PAST}|{_PRESENT}|(?:ha|había) (?:{_PARTICIPLES}))"
"""Verbs that stand before their speaker, as mostly behind the quoted words, or behind."""
SAID = f"{_PAST}|{_PRESENT}|(?:ha|había) (?:{_PARTICIPLES})"
_WEEKDAYS = PRINTED_WEEKDAYS["es"]
# What may stand before a name and is no preposition or article: "la ministra francesa Odila Carsa".
_ROLE = rf"(?:(?!(?:de|del|el|la|los|las|y|e|a|al|en|para|por|con)\b){_SMALL}[\w-]* )"
_ARTICLE = r"(?:[Ee]l|[Ll]a|[Ss]u|[Uu]na?) "
_LISTENER = (
    rf"(?:(?:a|al) (?:la |el )?(?:agencia |diario |periódico )?{CAPITAL}[\w.’-]*(?: (?:de |"
    rf"del )?{CAPITAL}[\w.’-]*){{0,3}} )?"
)

_NOBODY = """
él ella ellos ellas yo nosotros el la los las un una esto eso este esta pero y según para en a al tras después antes
policía gobierno
ministerio alcaldía fiscalía justicia oposición tribunal así también
"""

SPEECH = Speech(
    marks=(("“", "”"), ("«", "»"), ('"', '"')),
    quoted=Rules(
        Rule("angled marks", r"«[^»]*(?:»|\Z)"),
        Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
    ),
    saying=SAYING,
    telling="nos dijo",
    same_speaker="añadió|agregó|prosiguió|continuó",
    pronouns="él|ella",
    adverbs="también|además|después|luego|mismo|misma",
    settings=(
        "a|al|en|ante|tras|durante|después|antes|que|el|la|los|las|de|del|ayer|hoy|este|esta|con|para|por|desde|también|además|"
        rf"entre|sobre|{_WEEKDAYS}"
    ),
    after_verb="a|al|en|ante|tras|durante|después|antes|con|para|por|sobre|el|entre|y",
    contrasts="pero|sin embargo|aunque",
    definite="el|la|los|las",
    determiners="un|una|su|sus|este|esta",
    link_words=(
        "y|e|o|u|de|del|a|al|en|con|sin|para|por|ante|bajo|contra|desde|entre|hacia|hasta|según|sobre|tras|durante|que|quien|como|"
        "pero|cuando|donde|el|la|los|las"
    ),
    may_follow=r"\w+",
    short_titles="Sr|Sra|Srta|Dr|Dra|Lic|Ing",
    offices="Presidente|Presidenta|Don|Doña",
    ranks="Ministro|Ministra|Alcalde|Alcaldesa|Doctor|Doctora|General|Papa",
    openers="El|La|Los|Las|En|A|Al|Tras|Pero|Y|Según|Para|Su",
    particles="de|del|de la|de los|van|von",
    of="de",
    couple="y",
    bodies="Partido|Asociación|Federación|Liga|Consejo|Ministerio|Banco|Grupo|Instituto|Universidad|Sindicato|Tribunal",
    nobody=frozenset((*_NOBODY.split(), *_WEEKDAYS.split("|"))),
    according="según|Según|para|Para",
    # "la bióloga Viviana Andrés"; "la alcaldesa de Puertoviejo, Ida Bruna,"; "a EFE el director Renato Estal".
    called=(
        rf"{_LISTENER}{_ARTICLE}{_ROLE}(?:(?:de|del|de la|de los|de las) {_ROLE}|{_ROLE}){{0,3}}|"
        rf"{_LISTENER}{_ARTICLE}[^,.;:«»“”\"]{{3,70}}, (?={CAPITAL}[\w-]+(?: (?:de |del )?{CAPITAL}[\w-]+){{0,3}}[,.])"
    ),
    # A verb alone, with no more than where or when behind it.
    unnamed=(
        rf"(?:{SAID})(?=[.;]|,|(?: (?:a|en|entre|tras|ante|ayer|hoy|este|el (?:{_WEEKDAYS})|durante|"
        rf"con)(?: [a-zß-öø-ÿ]+){{0,5}})[.,;])"
    ),
    no_name=_WEEKDAYS,
)
