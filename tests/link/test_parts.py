"""Which sources are cited for part of a line: a sentence of theirs tells one of the things that it tells."""

import pytest

from digest.link.points import Statement
from digest.link.points.parts import with_parts
from digest.link.reading import read
from digest.link.support import SpanTerms, supports
from digest.link.support.slots import other_number
from digest.model import Article, Text

ASIDE = (
    "Bakers in Saltmarsh baked the longest plum cake of the county for the harvest fair.",
    "A choir from Fennwick sang in the covered market until the lamps went out.",
)
ELSEWHERE = (
    "Two potters opened a workshop beside the canal and teach children there.",
    "The ferry timetable hangs in the library now.",
)
LINE = "The harbour council of Oldport approved an electric ferry to Saltmarsh with room for forty lorries on Monday."


def cited(article, linked, one, other):
    """How the line that begins as `one` does is cited: for each citation its words, and whether for part of the line."""
    tied = linked(article("reuters", "Ferry", one, *ASIDE, long=True), article("ap", "Quay", *ELSEWHERE, other, long=True))
    texts = {each.id: each for each in tied.articles}
    return [
        (texts[each.article_id].passage(each.paragraph)[each.start : each.end], each.part)
        for point in tied.points
        if point.text[:20] == one[:20]
        for each in point.citations
    ]


def test_a_sentence_that_tells_one_of_two_things_is_cited_in_part(article, linked):
    """Who tells what was approved, and not how large it is, carries part of the line."""
    other = (
        "On Monday the harbour council of Oldport approved an electric ferry to Saltmarsh that potters from nine villages "
        "had paid for."
    )
    assert cited(article, linked, LINE, other) == [(LINE, False), (other, True)]


@pytest.mark.parametrize(
    "other",
    [
        "The electric ferry to Saltmarsh was not approved by the harbour council of Oldport on Monday, its clerk said.",
        "The electric ferry to Saltmarsh may be approved by the harbour council of Oldport on Monday, its clerk said.",
        "Mayor Olaf Reed urged the harbour council of Oldport on Monday to approve the electric ferry to Saltmarsh.",
        "The electric ferry to Saltmarsh was approved by the harbour council of Oldport on Friday, its clerk said.",
    ],
)
def test_who_denies_guesses_wishes_or_names_another_day_carries_no_part(article, linked, other):
    """Whatever else both have in common."""
    assert cited(article, linked, LINE, other) in ([], [(LINE, False)])


def test_names_alone_are_no_part(article, linked):
    """The same council, harbour and ferry, of which each tells another thing."""
    other = "The harbour council of Oldport and the electric ferry of Saltmarsh have new letter paper with a blue anchor."
    assert cited(article, linked, LINE, other) == [(LINE, False)]


def test_who_tells_a_small_part_of_a_long_line_is_cited_in_part(article, linked):
    """Less than a quarter of the line is enough where the sentence and the line are each other's likest."""
    line = (
        "The harbour council of Oldport dismissed chief engineer Olaf Reed on Monday, sold the lighthouse on Grey Island to "
        "collectors from Fennwick, halted the dredging of the western channel until spring, raised mooring fees for herring "
        "boats by a third and thanked the divers who found the Marigold."
    )
    other = "Chief engineer Olaf Reed, who is 61, was dismissed on Monday, his lawyer told reporters outside the court."
    assert cited(article, linked, line, other) == [(line, False), (other, True)]


def test_the_same_names_without_a_word_in_common_support_nothing(article, linked):
    """A person, a town and a boat of which each tells another thing."""
    line = "Olaf Reed of Oldport painted the Marigold for Anna Lind of Fennwick and her brother Jonas Lind."
    other = "Anna Lind of Fennwick and Jonas Lind met Olaf Reed in Oldport when the Marigold burned."
    assert cited(article, linked, line, other) == [(line, False)]


def test_what_is_cited_in_part_is_not_compared_and_not_one_sources_own(article, linked):
    """It stands once beneath the line, and the line is no longer one source's alone."""
    other = (
        "On Monday the harbour council of Oldport approved an electric ferry to Saltmarsh that potters from nine villages "
        "had paid for."
    )
    tied = linked(article("reuters", "Ferry", LINE, *ASIDE, long=True), article("ap", "Quay", *ELSEWHERE, other, long=True))
    assert all(other not in each.text for point in tied.points for each in point.beside)
    assert all("electric ferry" not in each.text for each in tied.only_in)


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("Seven boats sank off Oldport.", "The coast guard counted three boats that sank.", True),
        ("Seven boats sank off Oldport.", "The coast guard counted seven boats that sank.", False),
        ("Seven boats sank off Oldport.", "The coast guard saved three sailors.", False),
        ("Some 54 percent voted for the pier.", "The pier had 61 percent of the votes.", True),
    ],
)
def test_another_number_of_the_same_thing_clashes(one, other, clash):
    """Three boats are not seven; three sailors may be."""
    articles = [
        Article(id=f"{number:016x}", where="x", title=Text("A title"), paragraphs=(Text(words),), language="en")
        for number, words in enumerate((one, other))
    ]
    reading = read(articles)
    mine, theirs = (
        next(row for row, span in enumerate(reading.spans) if span.article == number and span.paragraph and span.whole)
        for number in (0, 1)
    )
    assert other_number(reading, mine, theirs) is clash


LONG_LINE = (
    "The harbour council of Oldport approved an electric ferry to Saltmarsh on Monday, with forty berths, a bakery, "
    "a nursery, a garden and a chapel."
)


@pytest.mark.parametrize(
    ("ending", "lacks"),
    [
        ("with forty berths, a bakery, a nursery, a garden and a chapel.", False),
        ("with forty berths, says a clerk.", True),
    ],
)
def test_what_supports_a_line_and_lacks_several_words_of_it_carries_part_of_it(article, ending, lacks):
    """Who tells all of it is cited in full; who leaves out the bakery, the chapel and more is not."""
    other = f"An electric ferry to Saltmarsh was approved by the harbour council of Oldport on Monday, {ending}"
    reading = read([article("reuters", "Ferry", LONG_LINE), article("ap", "Quay", other)])
    terms = SpanTerms(reading)
    row, words = (
        max(at for at, span in enumerate(reading.spans) if reading.words(span) == text) for text in (LONG_LINE, other)
    )
    line = Statement(span=row, carried=(words,), near=())
    (made,) = with_parts(reading, terms, supports(terms, [row]), [line])
    assert made.carried == (words,)
    assert made.lacking == ({words} if lacks else frozenset())
