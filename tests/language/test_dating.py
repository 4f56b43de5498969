"""How texts in German, French and Spanish say of which day they are."""

import pytest

from digest.clean.inferred import from_text
from digest.language import language_of


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Der Rat tagte am Dienstag, dem 28. Juni 2031 in Oldenhafen.", "2031-06-28"),
        ("de", "Der Rat von Oldenhafen tagt seit dem 3. Mai. Im Jahr 2031 wird gebaut.", "2031-05-03"),
        ("de", "Der Rat wird voraussichtlich am 3. Mai 2031 tagen.", None),
        ("fr", "Le conseil a siégé mardi le 28 juin 2031 à Vieuxport.", "2031-06-28"),
        ("fr", "Le conseil siégera au plus tard le 3 mai 2031.", None),
        ("es", "El pleno se reunió el martes 28 de junio de 2031 en Puertoviejo.", "2031-06-28"),
        ("es", "El pleno se reunió el 28 de junio de 2031 en Puertoviejo.", "2031-06-28"),
        ("es", "El pleno se reunirá antes del 3 de mayo de 2031.", None),
    ],
)
def test_a_day_that_a_text_names_as_past_is_its_day(language, text, day):
    """What lies ahead is not."""
    when = from_text([text], [], language_of(language))
    assert (str(when.at.date()) if when else None) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Der Rat tagte im Mai in Oldenhafen. Im Jahr 2031 wird gebaut.", "2031-05-01"),
        ("de", "Der Rat will bis Ende Mai tagen. Im Jahr 2031 wird gebaut.", None),
        ("fr", "Le conseil a siégé en mai à Vieuxport. On construit en 2031.", "2031-05-01"),
        ("fr", "Le conseil siégera en mai à Vieuxport. On construit en 2031.", None),
        ("es", "El pleno se reunió en mayo en Puertoviejo. Se construye en 2031.", "2031-05-01"),
        ("es", "El pleno se reunirá en mayo en Puertoviejo. Se construye en 2031.", None),
    ],
)
def test_a_month_that_a_text_names_as_past_is_its_month(language, text, day):
    """To the month, in the year that the text speaks of."""
    when = from_text([text], [], language_of(language))
    assert (str(when.at.date()) if when else None) == day
    assert when is None or when.precision == "month"
