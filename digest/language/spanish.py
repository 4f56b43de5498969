"""Spanish: its numbers, what denies, and where no sentence ends."""

from __future__ import annotations

import re

from digest.language.numbers import Numbers, sizes, units, words
from digest.language.profile import Language

_NUMBERS = Numbers(
    code="es",
    magnitudes=sizes(thousand="mil|miles", million="millón|millones", trillion="billones"),
    currencies=units(
        EUR="euros|euro", USD="dólares|dólar", GBP="libras", CHF="francos suizos", JPY="yenes", MXN="pesos mexicanos"
    ),
    shares=units(points="puntos porcentuales") | {"por ciento": "%"},
    bounds="más de|cerca de|casi|unos|unas|alrededor de|hasta|al menos|como mínimo|como máximo|menos de|aproximadamente|"
    "en torno a|entre|apenas|por encima de|por debajo de",
    ranges="a|y|o|u|[-–—]",
    ties="de\\s",
    uncounted=words(
        "personas gente hora horas año años día días semana semanas mes meses minuto minutos segundos grados veces "
        "por los las del una que con para son fue han está ciento"
    ),
)
SPANISH = Language(
    code="es",
    numbers=_NUMBERS,
    negations=words("no nunca ni sin tampoco ningún ninguna niega negó desmiente"),
    abbreviated=re.compile(r"\b(?:Sr|Sra|Srta|Dr|Dra|D|Dña|EE|UU|núm|art)\.\Z"),
    commonest=words("el la los las de que y en un una del se por con para es"),
)
