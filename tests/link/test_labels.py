"""A label is a whole phrase of a source that says what a number measures, or there is none."""

import pytest

from digest.language.english import ENGLISH
from digest.link.figures.labels import clause_around, label, sentence_around
from digest.link.figures.measures import mentions
from digest.link.figures.phrases import LONGEST_LABEL
from digest.link.reading import read
from digest.model import Article, Text


def of(sentence, **more):
    """The label of the first number of a sentence."""
    article = Article(id="a" * 16, where="x", title=Text("Harbour"), paragraphs=(Text(sentence),), language="en")
    return label(ENGLISH.figures, mentions(read((article,)))[:1], **more)


def test_what_is_named_more_closely_is_the_label():
    """Of two sources the one that does not only say people."""
    said = "Rescuers took 12 people from the quay.", "Rescuers took 12 young people in the harbour to Oldport."
    articles = [
        Article(id=letter * 16, where="x", title=Text("Harbour"), paragraphs=(Text(text),), language="en")
        for letter, text in zip("ab", said, strict=True)
    ]
    assert label(ENGLISH.figures, mentions(read(articles))) == "young people in the harbour"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council wants $5 million for harbour repairs on top.", "harbour repairs"),
        ("The council wants $5 million for repairs in Brae.", "repairs in Brae"),
        ("The death toll of the gale has risen to 25, with homes lost.", "death toll of the gale"),
        ("Rescuers found 40 lobster pots.", "lobster pots"),
        ("Rescuers found 40 pots.", None),
        ("The harbour gala is planned for June 4.", "harbour gala"),
        ("The June harbour election was lost.", "harbour election"),
        ("On June 4, bakers met in Hollin.", None),
        ("On June 4 Anna Brook met in Hollin.", None),
        ("The gale struck the harbour of Oldport, killing 7.", "The gale struck the harbour of Oldport, killing"),
        (f"The gale in the {'long ' * 14}valley of Oldport killed 7.", None),
        ("Of all bakers of Fennwick 36 percent were without power.", None),
    ],
)
def test_what_a_number_measures_is_more_than_the_name_of_a_thing(sentence, expected):
    """Where values differ: two words, where it is or what befell it; nothing longer than a label may be."""
    assert of(sentence, more=True) == expected


def test_where_phrases_are_not_known_a_short_sentence_is_the_label():
    """Of a longer one what is counted."""
    short = "Der Sturm riss 40 Ziegel vom Dach."
    for text, expected in ((short, short[:-1]), (f"{short[:-1]}, {'und noch ' * 9}mehr.", "40 Ziegel")):
        article = Article(id="a" * 16, where="x", title=Text("Hafen"), paragraphs=(Text(text),), language="de")
        assert sentence_around(mentions(read((article,)))[0]) == expected


class TestLabels:
    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            ("The bakers paid an average federal tax rate of 36 percent.", "average federal tax rate"),
            ("Last week the bakers' combined income reached $3 million.", "Last week the bakers' combined income"),
            ("The harbour's debt rose to $30 million.", "harbour's debt"),
            ("The bakers paid $43 million in federal taxes over those years.", "federal taxes"),
            ("Rescuers found 40 lobster pots in the harbour basin.", "lobster pots in the harbour basin"),
            ("Twelve fishermen were killed off Oldport.", "fishermen were killed"),
            ("Anna Brook and Tom Brook earned $3 million with their bakery.", "Anna Brook and Tom Brook earned"),
            (
                "The bakers rose early, and the gale in the Tarn valley has killed 12 people.",
                "the gale in the Tarn valley has killed",
            ),
            (
                "A gale struck the Tarn valley last week, killing 12 people.",
                "A gale struck the Tarn valley last week, killing",
            ),
            ("Nobody liked the harbour lawsuit that covers 12 people.", "harbour lawsuit that covers"),
            ("The bakery's opening is planned for June.", "bakery's opening"),
            ("The judge set the hearing for June 4 at noon.", "hearing"),
            ("The deal would keep the harbour open until June 4.", "The deal would keep the harbour open"),
            ("About 70 percent of its bakers were without power.", "bakers were without power"),
            ("The gala paid 33 percent for smoked mackerel.", "smoked mackerel"),
            ("Tom Brook bought a $4,300 gold accordion there.", "gold accordion"),
            ("The council wants $5 million in funding for a wall along the quay.", "funding for a wall"),
            ("The bakers paid $13 million in harbour and city taxes.", "harbour and city taxes"),
            ("The court blocked 27 letters between the mayor and bakers.", "letters between the mayor and bakers"),
            ("It said that 23 bakers have ovens of stone and were glad.", "bakers have ovens of stone"),
            ("The debt the mill did not pay rose to $3 million.", "The debt the mill did not pay rose"),
            ("The council wants $5 million for harbour repairs of Brae.", "harbour repairs of Brae"),
            ("Anna Brook sold the first of three bakers of Fennwick a mill.", "bakers of Fennwick"),
            ("The mill is one of 12 mills where rye is milled.", "mills"),
            ("At the mill 12 bakers were glad.", "bakers were glad"),
            ("Clerks read 12 letters on Sunday.", "letters"),
            ("Clerks read 12 letters on deck.", "letters on deck"),
            ("The bakers paid $3 million in taxes weighed by clerks.", "taxes"),
            ("The clerk spoke of the mayor's dredging of $3 million.", "mayor's dredging"),
            ("The clerk told of a rye baking tax of $3 million.", "tax"),
            ("The bakers paid $3 million in unfulfilled, long forgotten dues.", "The bakers paid"),
            ("The unemployment rate climbed in spring to 4.6 percent.", "The unemployment rate climbed in spring"),
        ],
    )
    def test_the_phrase_around_the_number_says_what_is_measured(self, sentence, expected):
        """The head before "of" or "was", the phrase after "in", the thing counted, else the subject and its verb."""
        assert of(sentence) == expected

    @pytest.mark.parametrize(
        "sentence",
        [
            "He was told of it and it was $3 million.",
            "They counted 12 people.",
            "In the end it came to 36 percent.",
            "For 2014 the harbour rate was 35 percent.",
            "By June 4 Oldport mills were glad.",
            "They found $4,300 gold yesterday.",
            "They kept the $4,300, gold and all.",
            "They drank it for three months in prison cells.",
        ],
    )
    def test_no_half_phrase_is_a_label(self, sentence):
        """A pronoun, a vague head or a stray verb measures nothing."""
        assert of(sentence) is None

    def test_for_want_of_a_label_the_words_around_the_number_are_one(self):
        """They begin where the clause does, without what joins it to another, and end between two phrases."""
        sentence = (
            "and where it saved more than $500 million by selling its bakeries and mills in the harbour towns to the mayor"
        )
        article = Article(
            id="a" * 16, where="x", title=Text("x"), paragraphs=(Text(f"Nobody knew, {sentence}."),), language="en"
        )
        (mention,) = mentions(read((article,)))
        words = clause_around(ENGLISH.figures, mention)
        assert words.startswith("it saved more than $500 million by")
        assert words in sentence
        assert len(words) <= LONGEST_LABEL

    @pytest.mark.parametrize(
        ("sentence", "words"),
        [
            (
                "The mayor saved $5 million by selling the old mills of the northern harbour quarter for a new bridge.",
                "The mayor saved $5 million by selling the old mills",
            ),
            ("A clerk said that in the spring he paid $5 million.", "in the spring he paid $5 million"),
            ("The mill ran for the year, $5 million.", "The mill ran for the year, $5 million"),
            (
                "Nobody there believed it until a clerk said that $5 million went.",
                "Nobody there believed it until a clerk said that $5 million went",
            ),
            ("They drank it in 3 hours at (or near) the mill.", "They drank it in 3 hours"),
        ],
    )
    def test_the_words_around_a_number_begin_and_end_with_a_phrase(self, sentence, words):
        """Without who reports it, a phrase too many, or a preposition at the end."""
        article = Article(id="a" * 16, where="x", title=Text("x"), paragraphs=(Text(sentence),), language="en")
        (mention,) = mentions(read((article,)))
        assert clause_around(ENGLISH.figures, mention) == words

    def test_a_telling_label_is_more_than_the_thing_counted(self):
        """Where values differ, "games" alone does not say which."""
        assert of("And so, to our surprise, 9 games.") == "games"
        assert of("And so, to our surprise, 9 games.", more=True) is None
