"""Who does what to whom in a sentence, and which names stand where in it."""

import pytest

from digest.language import language_of
from digest.language.roles import replaced, swapped, told
from digest.link.reading import read
from digest.model import Article

ENGLISH = language_of("en")


def of(text):
    """What a sentence tells."""
    sentence = read([Article(id="0" * 16, where="x", title="Ferry", paragraphs=(text,), language="en")]).sentences[-1]
    return told(text, sentence.terms, ENGLISH.grammar, ENGLISH.months | ENGLISH.weekdays)


def words(keys):
    """Terms as one string; a number by its value."""
    return " ".join(sorted(f"{key.value:g}" if hasattr(key, "value") else str(key) for key in keys))


READ = [
    (
        "the mayor Brown sued the clerk Webb over an old ferry.",
        ["brown mayor > sued > clerk webb"],
        ["before sued: brown", "behind sued: webb"],
    ),
    (
        "the clerk Webb was sued over an old ferry by the mayor Brown.",
        ["brown > sued > clerk webb"],
        ["at by: brown", "passive sued: webb"],
    ),
    (
        "the mayor Brown and the baker Berg sued the clerk Webb over an old ferry.",
        ["baker berg brown mayor > sued > clerk webb"],
        ["before sued: berg brown", "behind sued: webb"],
    ),
    ("the mayor Brown, who met the clerk Webb, sued an old yard.", [" > sued > old yard"], ["behind meet: webb"]),
    ("the mayor Brown's lawyer sued the old clerk Webb.", ["attorney > sued > clerk old webb"], ["behind sued: webb"]),
    ("the old clerk Webb sued the mayor Brown's lawyer.", ["clerk old webb > sued > attorney mayor"], ["before sued: webb"]),
    (
        "two boats sailed slowly from Oldport, Easton, to the old pier of Saltmarsh.",
        ["2 boat > sail > oldport slow"],
        ["at from: easton oldport", "at of: saltmarsh"],
    ),
    (
        "two boats sailed slowly from Oldport, and Easton watched them.",
        ["2 boat > sail > oldport slow", "easton > watch > "],
        ["at from: oldport", "before watch: easton"],
    ),
    (
        "an old boat sailed to the Saltmarsh council and then left.",
        ["boat old > sail > council saltmarsh", " > leav > "],
        [],
    ),
    (
        "the mayor Brown has slowly sued the clerk Webb over an old ferry.",
        ["brown mayor > sued > clerk webb"],
        ["before sued: brown", "behind sued: webb"],
    ),
    ("the mayor Brown was suing the clerk Webb over an old ferry.", [], ["before was: brown", "behind was: webb"]),
    (
        "it was the mayor Brown who had sued the clerk Webb.",
        [" > sued > clerk webb"],
        ["behind sued: webb", "behind was: brown"],
    ),
    (
        "the mayor Brown said the clerk Webb sued an old yard.",
        ["brown mayor > sai > clerk webb", "clerk webb > sued > old yard"],
        ["before sai: brown", "before sued: webb", "behind sai: webb"],
    ),
    ("the mayor Brown met the clerk Webb over an old ferry.", [], ["before meet: brown", "behind meet: webb"]),
    ("Webb sued an old yard over broken boats and nets.", ["webb > sued > old yard"], []),
    ("The old yard sued Webb over broken boats and nets.", ["old yard > sued > webb"], ["behind sued: webb"]),
    (
        "two boats left the old pier of Saltmarsh on Monday for the bay.",
        ["2 boat > leav > bai old pier saltmarsh"],
        ["at of: saltmarsh"],
    ),
    (
        "two boats left the old pier last week and sank.",
        ["2 boat > leav > old pier week", " > sank > "],
        ["when last: week"],
    ),
    ("two boats were left by Monday at the old pier.", [" > leav > 2 boat"], []),
    ("the French yard sued the old clerk Webb.", ["france yard > sued > clerk old webb"], ["behind sued: webb"]),
    (
        "the mayor Captain Brown sued an old yard over nets.",
        ["brown captain mayor > sued > old yard"],
        ["before sued: brown"],
    ),
    (
        "an old wounded sailor left for Oldport because Easton sued the yard.",
        ["old > injure > sailor", " > leav > oldport", "easton > sued > yard"],
        ["at for: oldport", "before sued: easton"],
    ),
    (
        "the yard was sued over nets, by which Easton lost boats.",
        [" > sued > yard", "easton > los > boat"],
        ["before los: easton"],
    ),
    ("Orbix Sues Webb Over Broken Ferry Deal", [], []),
]


@pytest.mark.parametrize(("text", "acts", "slots"), READ)
def test_a_sentence_tells_its_acts_and_where_its_names_stand(text, acts, slots):
    """An act is who does it, its verb, and to whom or what; a slot is before or behind a verb, or behind a preposition."""
    found = of(text)
    assert [f"{words(act.doers)} > {act.verb} > {words(act.others)}" for act in found.acts] == acts
    assert [f"{kind} {word}: {words(names)}" for (kind, word), names in sorted(found.slots.items(), key=str)] == slots


SUED = "the mayor Brown sued the clerk Webb over an old ferry."
SAILED = "an old boat sailed slowly from Oldport to Saltmarsh."


@pytest.mark.parametrize(
    ("one", "other", "are_swapped", "are_replaced"),
    [
        (SUED, "the old clerk Webb sued the mayor Brown over a ferry.", True, False),
        (SUED, "the clerk Webb was sued over an old ferry by the mayor Brown.", False, False),
        (SUED, "the mayor Brown and the clerk Webb sued the old yard.", False, False),
        (SUED, "the old clerk Webb praised the mayor Brown over a ferry.", False, False),
        (SAILED, "an old boat sailed slowly from Saltmarsh to Oldport.", True, False),
        (SAILED, "an old boat sailed slowly from Oldport to Easton.", False, True),
        (SAILED, "an old boat sailed slowly from Oldporte to Saltmarsh.", False, False),
        (SAILED, "an old boat sailed slowly to Saltmarsh.", False, False),
        (SAILED, "an old boat sailed slowly from Easton and saw Oldport.", False, False),
        ("two boats left the old pier last week.", "two boats left the old pier last month.", False, True),
        ("two boats left the old pier last week.", "two boats left the old pier next month.", False, False),
    ],
)
def test_what_is_turned_around_or_said_of_another_is_known(one, other, are_swapped, are_replaced):
    """The same verb with its doer and its object changed, two places changed, or another name in the place of one."""
    assert swapped(of(one), of(other)) == are_swapped
    assert swapped(of(other), of(one)) == are_swapped
    assert replaced(of(one), of(other)) == are_replaced
