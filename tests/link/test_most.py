"""How much of each kind a page shows at most; each number stands here a second time."""

import pytest

from digest.link.draft import figures_and_quotes
from digest.link.figures.measures import mentions
from digest.link.reading import read
from digest.model import Article, Citation, Figure, Quote, Text, Value

TEXT = "The council met."
PLACES = (
    "Ashby", "Brant", "Corley", "Denham", "Elston", "Fulmer", "Garth", "Holt",
    "Ilkley", "Jarrow", "Kelso", "Luton", "Malton", "Norham", "Otley", "Penrith",
)  # fmt: skip
ACTS = (
    "sold", "bought", "painted", "burned", "built", "flooded", "opened", "closed",
    "stole", "hid", "mended", "weighed", "counted", "washed", "moved", "fenced",
)  # fmt: skip
THINGS = (
    "libraries", "lanterns", "chapels", "orchards", "bakeries", "tunnels", "windmills", "pianos",
    "kilns", "looms", "quarries", "ponds", "silos", "tents", "kites", "hives",
)  # fmt: skip


def cited():
    """Words of the only article."""
    return (Citation(article_id="a" * 16, paragraph=1, start=0, end=len(TEXT)),)


def shown(conflicts, agreed, quotes, most=12):
    """How many figures that differ, agree, and quotations stand on a page without lines."""
    reading = read((Article(id="a" * 16, where="x", title=Text("Ferry"), paragraphs=(Text(TEXT),), language="en"),))
    figures = [
        Figure(
            label=Text(str(at)),
            unit="",
            values=(Value(value=at, text=Text(str(at)), citations=cited()),),
            conflict=at < conflicts,
        )
        for at in range(conflicts + agreed)
    ]
    quoted = [Quote(speaker=Text("Ida Brown"), text=Text(str(at)), citations=cited()) for at in range(quotes)]
    found, spoken = figures_and_quotes(reading, figures, quoted, (), most)
    return sum(one.conflict for one in found), sum(not one.conflict for one in found), len(spoken)


@pytest.mark.parametrize(
    ("given", "found"),
    [((5, 5, 3), (3, 0, 1)), ((2, 5, 0), (2, 1, 0)), ((1, 5, 1), (1, 2, 1)), ((0, 5, 1), (0, 2, 1)), ((0, 1, 0), (0, 1, 0))],
)
def test_figures_are_three_of_which_two_agree_and_a_quotation_is_one(given, found):
    """Those that differ come first."""
    assert shown(*given) == found


def test_a_page_tells_twelve_passages(article, linked):
    """Of four articles that tell sixteen things between them."""
    facts = [
        f"Mayor {place}son of {place} {act} {at + 21} {thing} in the spring after the flood of {things}."
        for at, (place, act, thing, things) in enumerate(zip(PLACES, ACTS, THINGS, THINGS[::-1], strict=True))
    ]
    tied = linked(*(article(f"Paper {at}", "Spring", *facts[4 * at : 4 * at + 4], long=True) for at in range(4)))
    beside = sum(len(point.beside) for point in tied.points)
    assert len(tied.points) + beside + len(tied.figures) + len(tied.quotes) + len(tied.only_in) == 12


def test_three_articles_tell_something_alone(article, linked):
    """Of five that do."""
    shared = (
        "The harbour council of Oldport approved the electric ferry Tern on Monday.",
        "Captain Ola Berg steered the lifeboat Heron.",
        "A storm tore forty slates from Saint Brannoc chapel.",
    )
    texts = (
        "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Oldport in 2019.",
        "The locksmith Olaf Kern forged 77 brass keys for the almshouse of Oldport.",
        "The violinist Petra Lunde rehearsed 18 sonatas with orphans from Oldport.",
        "The confectioner Nils Aaker burned 260 loaves during a contest in Oldport.",
        "The gardener Eva Brandt planted 95 elms along the canal of Oldport.",
    )
    tied = linked(*(article(f"Paper {at}", "Ferry", *shared, words, long=True) for at, words in enumerate(texts)))
    assert len(tied.only_in) == 3


def test_a_table_of_numbers_is_compared_to_a_bound():
    """Twelve of a sentence, sixty of an article and twelve hundred of a story."""
    row = "The harbour paid " + ", ".join(f"{number} million dollars" for number in range(2, 15)) + " in May."
    tables = [
        Article(id=f"{at:016x}", where="x", title=Text("Accounts"), paragraphs=(Text(row),) * 6, language="en")
        for at in range(21)
    ]
    assert [len(mentions(read(tables[:1]))), len(mentions(read(tables)))] == [60, 1200]
    one = Article(id="a" * 16, where="x", title=Text("Accounts"), paragraphs=(Text(row),), language="en")
    assert len(mentions(read((one,)))) == 12
