"""What a sentence announces for a day, and for which."""

from datetime import date

import pytest

from digest.language import language_of
from digest.language.planned import planned

WEDNESDAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The harbour council will meet on Friday to vote on the ferry.", "2026-05-08"),
        ("Ann Keller is expected to disclose her plans during a call on Monday evening.", "2026-05-11"),
        ("The mayor was scheduled to return Tuesday to Oldport, where she will have a week to sign.", "2026-05-12"),
        ("Rain is due to reach the harbour tomorrow.", "2026-05-07"),
        ("The choir will sing tonight in the market hall.", "2026-05-06"),
        ("The trial is scheduled for May 12 in Fennwick.", "2026-05-12"),
        ("The first ferry will sail on Sept. 3.", "2026-09-03"),
        ("The bridge will stay shut until Friday.", "2026-05-08"),
        ("The fair will run Monday through Friday.", None),
        ("The first ferry will sail on Jan. 3.", None),
        ("The first ferry will sail on February 30.", None),
        ("Oil will flow through the valley on May 9, 2031.", None),
        ("The ferry will run from Monday.", None),
        ("The ferry will not run on Friday.", None),
        ("Ann Keller said on Monday that she will resign.", None),
        ("The mayor will face Ada Brandt, who was arrested on Sunday.", None),
        ("Voters will decide what Tuesday's poll left open.", None),
        ("The council met on Friday.", None),
        ("The plant will close in June, the company told reporters on Tuesday.", None),
        ("The plant will close in June, it emerged on Tuesday.", None),
        ("Orbix will pay five million under a deal that it signed on Tuesday.", None),
        ("Orbix will pay five million under a deal signed on Tuesday.", None),
        ("The ferry will stay because inspectors found cracks on Tuesday.", None),
        ("A car was set on fire on Tuesday.", None),
        ("A record was set on Tuesday.", None),
        ("His will was read on Tuesday.", None),
        ("The plant will close in June the union fears on Tuesday.", None),
        ("Reed will resign next year the Echo says on Tuesday.", None),
        ("The museum will get the engine Orbix sent on Tuesday.", None),
        ("The council votes to pass the bill hit trouble on Tuesday.", None),
        ("The pier will be opened on Friday.", "2026-05-08"),
        ("The council will put the plan to a vote on Friday.", "2026-05-08"),
        ("The mayor is expected to set a date on Friday.", "2026-05-08"),
    ],
)
def test_what_will_be_is_of_the_next_such_day(text, day):
    """The day is counted from that on which it was written; what runs on from a day, or was before one, has none."""
    assert [str(one.day) for one in planned(text, WEDNESDAY, language_of("en"))] == ([day] if day else [])


def test_the_turn_of_a_year_lies_between():
    """A January that is announced in December is of the next year."""
    (found,) = planned("The first ferry will sail on January 3.", date(2026, 12, 20), language_of("en"))
    assert str(found.day) == "2027-01-03"


def test_a_language_that_announces_nothing_known():
    """Where the language has no such rule nothing is announced."""
    assert not list(planned("Il traghetto partirà venerdì.", WEDNESDAY, language_of("it")))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "Der Hafenrat wird am Freitag über die Fähre abstimmen.", "2026-05-08"),
        ("de", "Die Sonde soll am 9. August dort ankommen.", "2026-08-09"),
        ("de", "Der Rat will morgen entscheiden.", "2026-05-07"),
        ("de", "Die Fähre wird am Freitag nicht fahren, sie wurde verkauft.", "2026-05-08"),
        ("de", "Die Fähre wird nicht am Freitag fahren.", None),
        ("de", "Die Fähre wird ab Freitag fahren.", None),
        ("de", "Der Rat tagte am Freitag.", None),
        ("de", "Die Werft wird schließen, wie sie am Freitag mitteilte.", None),
        ("fr", "Le conseil votera vendredi sur le ferry.", "2026-05-08"),
        ("fr", "La sonde doit arriver le 9 août.", "2026-08-09"),
        ("fr", "Le conseil va décider demain.", "2026-05-07"),
        ("fr", "Le ferry ne partira pas vendredi.", None),
        ("fr", "Le ferry partira dès vendredi.", None),
        ("fr", "Le conseil a voté vendredi.", None),
        ("es", "El consejo votará el viernes sobre el ferri.", "2026-05-08"),
        ("es", "La sonda debe llegar el 9 de agosto.", "2026-08-09"),
        ("es", "El consejo va a decidir mañana.", "2026-05-07"),
        ("es", "El ferri navegará desde el viernes.", None),
        ("es", "El consejo votó el viernes.", None),
    ],
)
def test_other_languages_announce_in_their_words(language, text, day):
    """German with the day before its verb, and both others with a future of one word."""
    assert [str(one.day) for one in planned(text, WEDNESDAY, language_of(language))] == ([day] if day else [])
