"""Who does what to whom in a sentence, and which names stand where in it."""

import pytest

from digest.language import language_of
from digest.language.roles import replaced, swapped, told
from digest.language.sentences import is_headline
from digest.link.reading import read
from digest.model import Article

ENGLISH = language_of("en")
REGISTER = "In the register stand Olaf Reed, Anna Brook, North Carolina, South Carolina, Real Madrid, and the French."
"""Says which words are names, as other sentences of a story do."""


def of(text):
    """What a sentence tells."""
    sentence = read([Article(id="0" * 16, where="x", title="Ferry", paragraphs=(REGISTER, text), language="en")]).sentences[
        -1
    ]
    return told(text, sentence.terms, ENGLISH.grammar, ENGLISH.months | ENGLISH.weekdays)


def words(keys):
    """Terms as one string; a number by its value."""
    return " ".join(sorted(f"{key.value:g}" if hasattr(key, "value") else str(key) for key in keys))


READ = [
    (
        "the mayor Brown sued the clerk Hale over an old ferry.",
        ["at over: ferri old", "doer sued: brown mayor", "done sued: clerk hale"],
        ["doer sued: brown", "done sued: hal"],
        "brown clerk hale mayor sued",
    ),
    (
        "the clerk Hale was sued over an old ferry by the mayor Brown.",
        ["at by: brown mayor", "at over: ferri old", "doer sued: brown mayor", "done sued: clerk hale"],
        ["at by: brown", "doer sued: brown", "done sued: hal"],
        "brown clerk hale mayor sued",
    ),
    (
        "the mayor Brown and the baker Berg sued the clerk Hale over an old ferry.",
        ["at over: ferri old", "doer sued: baker berg brown mayor", "done sued: clerk hale"],
        ["doer sued: berg, brown", "done sued: hal"],
        "baker berg brown clerk hale mayor sued",
    ),
    (
        "the mayor Brown, who met the clerk Hale, sued an old yard.",
        ["counterpart meet: clerk hale", "done sued: old yard"],
        ["counterpart meet: hal"],
        "old sued yard",
    ),
    (
        "the mayor Brown's lawyer sued the old clerk Hale.",
        ["doer sued: attorney", "done sued: clerk hale old"],
        ["done sued: hal"],
        "attorney clerk hale old sued",
    ),
    (
        "the old clerk Hale sued the mayor Brown's lawyer.",
        ["doer sued: clerk hale old", "done sued: attorney mayor"],
        ["doer sued: hal"],
        "attorney clerk hale mayor old sued",
    ),
    (
        "two boats sailed slowly from Oldport, Easton, to the old pier of Saltmarsh.",
        ["at from: easton oldport", "at of: saltmarsh", "at to: old pier", "doer sail: 2 boat", "done sail: slow"],
        ["at from: easton, oldport", "at of: saltmarsh"],
        "2 boat sail slow",
    ),
    (
        "two boats sailed slowly from Oldport, and Easton watched them.",
        ["at from: oldport", "doer sail: 2 boat", "doer watch: easton", "done sail: slow"],
        ["at from: oldport", "doer watch: easton"],
        "2 boat sail slow",
    ),
    (
        "two boats sailed from Oldport, Easton watched them.",
        ["at from: oldport", "doer sail: 2 boat", "doer watch: easton"],
        ["at from: oldport", "doer watch: easton"],
        "2 boat sail",
    ),
    (
        "an old boat sailed to the Saltmarsh council and then left.",
        ["at to: council saltmarsh", "doer sail: boat old"],
        [],
        "boat old sail",
    ),
    (
        "the Saltmarsh council closed two piers of the Oldport yard.",
        ["at of: oldport yard", "doer clos: council saltmarsh", "done clos: 2 pier", "of council: saltmarsh"],
        ["of council: saltmarsh"],
        "2 clos council pier saltmarsh",
    ),
    (
        "the Saltmarsh slowly closed two piers.",
        ["doer clos: saltmarsh slow", "done clos: 2 pier"],
        ["doer clos: saltmarsh"],
        "2 clos pier saltmarsh slow",
    ),
    (
        "the Saltmarsh 14 closed two piers.",
        ["doer clos: 14 saltmarsh", "done clos: 2 pier"],
        ["doer clos: saltmarsh"],
        "14 2 clos pier saltmarsh",
    ),
    (
        "the mayor Brown has slowly sued the clerk Hale over an old ferry.",
        ["at over: ferri old", "doer sued: brown mayor", "done sued: clerk hale"],
        ["doer sued: brown", "done sued: hal"],
        "brown clerk hale mayor sued",
    ),
    (
        "the mayor Brown was suing the clerk Hale over an old ferry.",
        ["at over: ferri old", "counterpart was: clerk hale suing", "party was: brown mayor"],
        ["counterpart was: hal", "party was: brown"],
        "",
    ),
    (
        "the mayor Brown will pay the clerk Hale.",
        ["doer pai: brown mayor", "done pai: clerk hale"],
        ["doer pai: brown", "done pai: hal"],
        "brown clerk hale mayor pai",
    ),
    ("the mayor Brown has nine boats.", ["doer has: brown mayor", "done has: 9 boat"], ["doer has: brown"], ""),
    (
        "it was the mayor Brown who had sued the clerk Hale.",
        ["counterpart was: brown mayor", "done sued: clerk hale"],
        ["counterpart was: brown", "done sued: hal"],
        "",
    ),
    (
        "the mayor Brown said the clerk Hale sued an old yard.",
        ["doer sai: brown mayor", "doer sued: clerk hale", "done sai: clerk hale", "done sued: old yard"],
        ["doer sai: brown", "doer sued: hal", "done sai: hal"],
        "clerk hale old sued yard",
    ),
    (
        "the mayor Brown met the clerk Hale over an old ferry.",
        ["at over: ferri old", "counterpart meet: clerk hale", "party meet: brown mayor"],
        ["counterpart meet: hal", "party meet: brown"],
        "brown clerk hale mayor meet",
    ),
    (
        "Berg sued an old yard over broken boats and nets.",
        ["at over: boat broken", "doer sued: berg", "done sued: old yard"],
        [],
        "berg old sued yard",
    ),
    (
        "The old yard sued Berg over broken boats and nets.",
        ["at over: boat broken", "doer sued: old yard", "done sued: berg"],
        ["done sued: berg"],
        "berg old sued yard",
    ),
    (
        "Anna Brook sued an old yard.",
        ["doer sued: anna brook", "done sued: old yard"],
        ["doer sued: ana brok"],
        "anna brook old sued yard",
    ),
    ("Iran sued an old yard.", ["doer sued: iran", "done sued: old yard"], ["doer sued: iran"], "iran old sued yard"),
    (
        "Old Brook sued an old yard.",
        ["doer sued: brook old", "done sued: old yard"],
        ["doer sued: old brok"],
        "brook old sued yard",
    ),
    (
        "two boats left the old pier of Saltmarsh on Monday for the bay.",
        ["at for: bai", "at of: saltmarsh", "at on: monday", "doer leav: 2 boat", "done leav: old pier"],
        ["at of: saltmarsh"],
        "2 boat leav old pier",
    ),
    (
        "two boats of North Carolina left the Bank of Madrid.",
        ["at of: carolina madrid north", "doer leav: 2 boat", "done leav: bank"],
        ["at of: north carolina, spain", "done leav: bank"],
        "2 bank boat leav",
    ),
    (
        "Olaf Reed of the yard sued Berg of suing.",
        ["at of: suing yard", "doer sued: olaf reed", "done sued: berg"],
        ["doer sued: olaf red", "done sued: berg"],
        "berg olaf reed sued",
    ),
    (
        "two boats left the old pier last week and sank.",
        ["doer leav: 2 boat", "done leav: old pier week"],
        ["when last: week"],
        "2 boat leav old pier week",
    ),
    (
        "two boats were left by Monday at the old pier.",
        ["at at: old pier", "at by: monday", "doer leav: monday", "done leav: 2 boat"],
        [],
        "2 boat leav monday",
    ),
    (
        "the French yard sued the old clerk Hale.",
        ["doer sued: french yard", "done sued: clerk hale old", "of yard: french"],
        ["done sued: hal", "of yard: franc"],
        "clerk french hale old sued yard",
    ),
    (
        "the mayor Captain Brown sued an old yard over nets.",
        ["at over: net", "doer sued: brown captain mayor", "done sued: old yard"],
        ["doer sued: brown"],
        "brown captain mayor old sued yard",
    ),
    (
        "an old wounded sailor left for Oldport because Easton sued the yard.",
        ["at for: oldport", "doer injure: old", "doer sued: easton", "done injure: sailor", "done sued: yard"],
        ["at for: oldport", "doer sued: easton"],
        "injure old sailor",
    ),
    (
        "the yard was sued over nets, by which Easton lost boats.",
        ["at over: net", "doer los: easton", "done los: boat", "done sued: yard"],
        ["doer los: easton"],
        "sued yard",
    ),
    (
        "after the yard sued Berg, two boats sank.",
        ["at after: yard", "doer sank: 2 boat", "done sued: berg"],
        ["done sued: berg"],
        "2 boat sank",
    ),
    (
        "because the yard sued Berg two boats sank.",
        ["doer sued: yard", "done sued: 2 berg boat"],
        ["done sued: berg"],
        "sank",
    ),
    (
        "two boats sank after the yard sued Berg.",
        ["at after: yard", "doer sank: 2 boat", "done sued: berg"],
        ["done sued: berg"],
        "2 boat sank",
    ),
    (
        "the mayor said that two boats sank off Oldport.",
        ["at off: oldport", "doer sai: mayor", "doer sank: 2 boat"],
        ["at off: oldport"],
        "2 boat sank",
    ),
    ("the mayor was said to have sued Berg.", ["done sai: mayor", "done sued: berg"], ["done sued: berg"], "mayor"),
    ("the boat was the last of the yard.", ["at of: yard", "party was: boat"], [], ""),
    (
        "the authorities have sued Berg.",
        ["doer sued: authoriti", "done sued: berg"],
        ["done sued: berg"],
        "authoriti berg sued",
    ),
    (
        "Norline authorities have sued Berg.",
        ["doer sued: authoriti norlin", "done sued: berg"],
        ["doer sued: norlin", "done sued: berg"],
        "authoriti berg norlin sued",
    ),
    ("two boats — one of them new — sank.", ["at of: new", "doer sank: 2 boat"], [], "2 boat sank"),
    (
        "two boats of Oldport and Easton left the bay.",
        ["at of: easton oldport", "doer leav: 2 boat", "done leav: bai"],
        ["at of: easton, oldport"],
        "2 bai boat leav",
    ),
    (
        "two boats sailed from Oldport, Easton sailors watched them.",
        ["at from: oldport", "doer sail: 2 boat", "doer watch: easton sailor", "of sailor: easton"],
        ["at from: oldport", "of sailor: easton"],
        "2 boat sail",
    ),
    (
        "two boats left the United States for the bay.",
        ["at for: bai", "doer leav: 2 boat", "done leav: us"],
        ["done leav: us"],
        "2 boat leav us",
    ),
    ("trawlermen sued an old yard.", ["doer sued: trawlermen", "done sued: old yard"], [], "old sued trawlermen yard"),
    ("two boats sank as the yard already had.", ["doer had: yard", "doer sank: 2 boat"], [], "2 boat sank"),
    ("two boats found damaged left the bay.", ["doer found: 2 boat", "done leav: bai"], [], "2 boat found"),
    ("two boats could, Berg said, sink.", ["doer could: 2 boat", "doer sai: berg"], ["doer sai: berg"], ""),
    (
        "two boats left the wounded sailor.",
        ["doer leav: 2 boat", "done leav: injure sailor"],
        [],
        "2 boat injure leav sailor",
    ),
    ("Berg has been sued by the yard.", ["at by: yard", "doer sued: yard", "done sued: berg"], [], "berg sued yard"),
    (
        "the United States council closed two piers.",
        ["doer clos: council us", "done clos: 2 pier", "of council: us"],
        ["of council: us"],
        "2 clos council pier us",
    ),
    ("two boats sank as the yard had already.", ["doer had: yard", "doer sank: 2 boat"], [], "2 boat sank"),
]


@pytest.mark.parametrize(("text", "places", "named", "core"), READ)
def test_a_sentence_tells_what_stands_in_which_place(text, places, named, core):
    """Before and behind a verb, behind a preposition; of names also before a noun; and what its main clause says."""
    found = of(text)
    assert [f"{kind} {word}: {words(keys)}" for (kind, word), keys in sorted(found.places.items(), key=str)] == places
    names = {place: sorted(map(" ".join, each)) for place, each in found.named.items()}
    assert [f"{kind} {word}: {', '.join(each)}" for (kind, word), each in sorted(names.items(), key=str)] == named
    assert words(found.core) == core


SUED = "the mayor Brown sued the clerk Hale over an old ferry."
SAILED = "an old boat sailed slowly from Oldport to Saltmarsh."
STRUCK = "a storm struck North Carolina on Monday."


@pytest.mark.parametrize(
    ("one", "other", "are_swapped", "are_replaced"),
    [
        (SUED, "the old clerk Hale sued the mayor Brown over a ferry.", True, False),
        (SUED, "the clerk Hale was sued over an old ferry by the mayor Brown.", False, False),
        (SUED, "the mayor Brown and the clerk Hale sued the old yard.", False, False),
        (SUED, "the old clerk Hale praised the mayor Brown over a ferry.", False, False),
        ("the mayor Brown met the clerk Hale.", "the clerk Hale met the mayor Brown.", False, False),
        ("the mayor is Brown.", "Brown is the mayor.", False, False),
        ("some guards attacked old sailors.", "old sailors attacked some guards.", True, False),
        ("some guards fired at old sailors.", "old sailors fired at some guards.", True, False),
        ("a fire in the town spread to Oldport.", "a fire in Oldport spread to the town.", False, False),
        ("a court told Brown to pay Hale.", "a court told Hale to pay Brown.", True, False),
        (SAILED, "an old boat sailed slowly from Saltmarsh to Oldport.", True, False),
        (SAILED, "an old boat sailed slowly from Oldport to Easton.", False, True),
        (SAILED, "an old boat sailed slowly from Oldporte to Saltmarsh.", False, False),
        (SAILED, "an old boat sailed slowly to Saltmarsh.", False, False),
        (SAILED, "an old boat sailed slowly from Easton and saw Oldport.", False, False),
        (STRUCK, "a storm struck South Carolina on Monday.", False, True),
        (STRUCK, "a storm struck Carolina on Monday.", False, False),
        ("a storm struck Carolina on Monday.", STRUCK, False, False),
        ("two boats left the old pier last week.", "two boats left the old pier last month.", False, True),
        ("two boats left the old pier last week.", "two boats left the old pier next month.", False, False),
        ("the Oldport council closed a pier.", "the Saltmarsh council closed a pier.", False, True),
        ("the Oldport council closed a pier.", "the Saltmarsh workers closed a pier.", False, False),
        ("two boats left for Moussa.", "two boats left for Musa.", False, False),
        ("two boats left for Zelensky.", "two boats left for Zelenskiy.", False, False),
        ("two boats left for Vendôme.", "two boats left for Vendome.", False, False),
        ("two boats left the Advisors.", "two boats left the Advisers.", False, False),
        ("two boats left for Johnson.", "two boats left for Johnston.", False, True),
        ("two boats left for Iran.", "two boats left for Iraq.", False, True),
        ("two boats left for Mike Reed.", "two boats left for Michael Reed.", False, False),
        ("two boats left for Kiev.", "two boats left for Ukraine.", False, False),
    ],
)
def test_what_is_turned_around_or_said_of_another_is_known(one, other, are_swapped, are_replaced):
    """The same verb with its doer and its object changed, two places changed, or another name in the place of one."""
    assert swapped(of(one), of(other)) == are_swapped
    assert swapped(of(other), of(one)) == are_swapped
    assert replaced(of(one), of(other)) == are_replaced


@pytest.mark.parametrize(
    ("text", "language", "headline"),
    [
        ("Ida Brown Bought Ferries From Saltmarsh Harbour Council Yesterday", "en", True),
        ("Ida Brown Bought Ferries From Saltmarsh council yesterday", "en", False),
        ("Senator Anna Brook replaced Mayor Olaf Reed at Oldport Harbour", "en", False),
        ("Anna Brook Sues", "en", False),
        ("Bürgermeister Anna Brook ersetzt Hafenmeister Olaf Reed Oldenhafen Salzmarsch", "de", True),
    ],
)
def test_each_longer_word_of_a_headline_has_a_capital(text, language, headline):
    """But for its articles; a verb in small letters, where verbs are known, makes it a sentence that is made of names."""
    assert is_headline(text, language_of(language).grammar) == headline
