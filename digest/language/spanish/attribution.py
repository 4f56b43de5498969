"""How Spanish says whose reporting a text repeats, and that reporting is its own."""

from __future__ import annotations

from digest.language.spanish.speech import SAID
from digest.language.speech import Attribution, Rule, Rules

_KIND = "diario|periódico|revista|semanario|cadena|emisora|agencia|agencia de noticias|portal|medio|web|rotativo|canal"
_FILLER = rf" (?:(?:el |la |los |las )?(?:{_KIND})(?: \w+(?:és|esa|ano|ana|ino|ina|án|ana|eño|eña))? )?(?:el |la )?[«“\"]?"
_REPORTS = (
    "publica|publicó|informa|informó|adelanta|adelantó|revela|reveló|recoge|recogió|cuenta|asegura|señala|recuerda|avanza|"
    "avanzó"
)
_HAS = "publicado|informado|adelantado|revelado|recogido|avanzado|podido saber|sabido"

ATTRIBUTION = Attribution(
    definite="el|la|los|las|al|del",
    papers="Tribuna|Mundo|Universal|Periódico",
    stations="Televisión|Noticias",
    call_signs=(
        r"(?:Diario|Correo|Heraldo|Voz|Gaceta|Periódico|Faro|Norte|Noticiero|Eco|Radio|Cadena|Crónica|"
        r"Semanario) (?:de(?:l)?|de la|de los) "
        r"[A-ZÀ-ÖØ-Þ][\w-]+|(?:Diario|Heraldo|Radio|Cadena|Canal) [A-ZÀ-ÖØ-Þ][\w-]+"
    ),
    before_outlet=Rules(
        Rule("first", r"(?:adelantad[oa]s?|revelad[oa]s?) (?:primero )?por|lo adelantó", "first"),
        Rule(
            "according to",
            rf"según(?: (?:informaciones|una información|fuentes citadas|datos) (?:de|por)|(?: (?:ha|"
            rf"han))? (?:{_REPORTS}|{_HAS}))?",
        ),
        Rule("in words of", r"de acuerdo con|en palabras de|citado por|citada por|citados por"),
        Rule("a report of", r"(?:información|informe|investigación|exclusiva|noticia) (?:de|publicada (?:por|en))"),
        Rule("reports", rf"(?:{_REPORTS}|ha (?:{_HAS}))"),
        Rule(
            "told",
            rf"(?:{SAID})\b(?:(?!\b(?:a|al) (?:la |el )?[A-ZÀ-Ö])(?:Sra?\. |[^.;:«»“”])){{0,90}}? "
            r"(?:a|al)(?= (?:la |el |El |La )?(?:agencia |diario |periódico )?[A-ZÀ-ÖØ-Þ])",
            "statement",
        ),
        Rule("interview with", r"(?:entrevista|conversación) (?:con|a|en)", "statement"),
        Rule("statements to", r"declaraciones a", "statement"),
        before=r"\b(?i:",
        after=f"){_FILLER}",
    ),
    after_outlet=Rules(
        Rule(
            "first",
            rf"[»”\"]? (?:fue el primero en|(?:ha|había) sido el primero en|ya) (?:informar|publicar|{_REPORTS})\b",
            "first",
        ),
        Rule("reports", rf"[»”\"]?,? (?:{_REPORTS}|(?:ha|había) (?:{_HAS}))\b"),
    ),
    between_outlets=Rules(Rule("and", r"[»”\"]?(?:,| y| e)(?: el| la)? ?[«“\"]?")),
    of_outlet=Rules(Rule("poll or opinion", r" ?(?:encuesta|sondeo|editorial|columna)\b")),
    earlier=Rules(
        Rule("in a year", r"\b(?:en|desde) (?:el año )?(?:19|20)\d\d\b"),
        Rule("ago", r"\bhace (?:\w+ )?(?:años|meses)\b|\bel año pasado\b|\ben el pasado\b"),
    ),
    begins_statement=Rules(Rule("que", " que |, ")),
    told_us=Rules(
        Rule("told us", rf"\bnos (?:{SAID})\b"),
        Rule("our reporter", r"\bnuestr[oa] (?:corresponsal|enviad[oa] especial|periodista|redacción)\b"),
    ),
    interview=Rules(Rule("in an interview", r"\ben una entrevista(?= ?[.,;])")),
    spoke=Rules(Rule("said", rf"\b(?:{SAID})\b")),
    stage=Rules(
        Rule("a stage", r"\b(?:diario|periódico|revista|cadena|emisora|radio|televisión|programa|podcast|periodistas)\b")
    ),
    unanswered=Rules(
        Rule("declined", r"\b(?:declin\w+|rehus\w+) (?:hacer (?:comentarios|declaraciones)|comentar|responder)\b"),
        Rule(
            "did not answer",
            r"\bno (?:respondi\w+|contest\w+|quis\w+ responder|ha[n]? respondido) a (?:las |una |"
            r"varias )?(?:preguntas|solicitud(?:es)?|peticiones|llamadas)\b",
        ),
        Rule("could not be reached", r"\bno (?:pudo|pudieron) ser (?:localizad|contactad)[oa]s?\b"),
    ),
    asked_by=Rules(Rule("of", r"\b(?:solicitud|preguntas|peticiones|llamadas) de (?!comentarios?\b|entrevista\b)")),
    credited=Rules(Rule("with information", r"\b[Cc]on información de\b")),
)
