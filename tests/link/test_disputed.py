"""A line that gives a value in which sources differ says so, and no other line does."""

FIRE = "A fire at the pier of Oldport injured {} sailors of the ferry Marigold on Monday."
OTHERS = (
    "Mayor Olaf Reed closed the pier of Oldport after the fire on the ferry Marigold.",
    "The harbour council of Oldport will hold a hearing on the ferry Marigold in June.",
)


def lines_of(article, linked, one, other):
    """Whether each line of a page of two articles is disputed, by its text."""
    story = linked(
        article("reuters", "Fire at the pier of Oldport", FIRE.format(one), *OTHERS, long=True),
        article("ap", "Fire on the ferry Marigold", FIRE.format(other), *OTHERS, long=True),
    )
    return {point.text: point.disputed for point in story.points}


def test_a_count_is_disputed_in_whatever_words_it_is_given(article, linked):
    """ "14 injured" of a title is "fourteen Oldport sailors" of a text; another count of the same matter is not."""
    said = "A fire at the pier of Oldport injured {} Fennwick bakers and singed a sail of the ferry Marigold."
    for count, disputed in (("fourteen", True), ("fifteen", False)):
        story = linked(
            article("reuters", "Fire at the pier of Oldport on the ferry Marigold: 14 injured", "Gulls cried.", long=True),
            article(
                "ap", "Pier", "A fire at the pier of Oldport on the ferry Marigold left 17 injured.", *OTHERS, long=True
            ),
            article("gazette", "Sail", said.format(count), *OTHERS, long=True),
        )
        assert [point.disputed for point in story.points if "Fennwick bakers" in point.text] == [disputed]


def test_a_line_with_a_value_that_another_source_gives_otherwise_is_disputed(article, linked):
    """Its twins with one value are not, nor is a line that has no value."""
    found = lines_of(article, linked, 14, 17)
    assert sorted({said for text, said in found.items() if "injured" in text}) == [True]
    assert not any(said for text, said in found.items() if "injured" not in text)
    assert not any(lines_of(article, linked, 14, 14).values())


def test_a_line_is_disputed_where_what_is_cited_for_it_or_stands_beside_it_is(article, linked):
    """Words cited for a line or beneath it give one of the values; where nobody gives another nothing is disputed."""
    for count, disputed in ((17, True), (14, False)):
        story = linked(
            article(
                "reuters",
                "Fire",
                "A fire at the pier of Oldport injured sailors of the ferry Marigold on Monday night.",
                *OTHERS,
                long=True,
            ),
            article(
                "ap",
                "Pier",
                "A fire at the pier of Oldport on Monday injured 14 sailors of the ferry Marigold, Olaf Reed said.",
                long=True,
            ),
            article(
                "gazette",
                "Ferry",
                f"On Monday the ferry Marigold burnt at a pier, which injured {count} sailors in Oldport.",
                long=True,
            ),
        )
        assert not any("14" in point.text or "17" in point.text for point in story.points)
        assert any(point.disputed for point in story.points) is disputed


def test_a_count_of_the_same_article_needs_less_in_common(article, linked):
    """ "6 lives in Hollin" is the article's "six people" of a later sentence; six boats are not."""
    for words, disputed in (
        ("The gale on Monday claimed 6 lives in Hollin", True),
        ("On Monday 6 boats were blown off", False),
    ):
        story = linked(
            article(
                "reuters",
                "Gale",
                f"{words}, the harbour clerks of Oldport announced in the evening.",
                "The storm of the north killed six people in Hollin, where the river rose.",
                *OTHERS,
                long=True,
            ),
            article("ap", "Gale", "The gale killed 44 people in Hollin.", *OTHERS, long=True),
        )
        (figure,) = [one for one in story.figures if one.conflict]
        assert any("44" in value.text for value in figure.values)
        assert {point.disputed for point in story.points if words in point.text} == {disputed}
