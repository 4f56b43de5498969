"""An article that is there already is named with the file that has it."""

from dataclasses import replace

import xxhash

from digest.dedupe import dedupe
from digest.dedupe.already import already_there
from digest.model import Article, Text

BODY = (
    "Boats pass the upper lock of the canal again after its gates were mended. The council of Weston paid for two new "
    "hinges on each gate, and for a winch. Barges waited for nine days below the town, their skippers said. The next works "
    "are planned for the autumn, when the water is low and hardly anybody travels."
)
OTHER = (
    "Eleven candidates want to be the next mayor of Weston, and only two of them have ever held an office in the town hall."
)


def article(where, *, at=None, body=BODY, publisher="The Post", line=0):
    return Article(
        id=xxhash.xxh3_64_hexdigest((at or where).encode()),
        where=where,
        line=line,
        publisher=Text(publisher),
        url=at and f"https://{at}",
        title=Text("A lock opens again"),
        paragraphs=(Text(body),),
    )


def said(*articles):
    return sorted((it.where, it.detail, it.remedy, it.by_hand) for it in already_there(dedupe(articles)))


def test_two_files_of_one_address_name_each_other():
    """Whichever of them a pull request adds, its check says so; http, www. and a final slash make no difference."""
    one, other = (
        article("seeds/articles/a.md", at="post.example/lock"),
        article("seeds/articles/b.md", at="www.post.example/lock/"),
    )
    assert said(one, replace(other, paragraphs=(Text(OTHER),))) == [
        ("seeds/articles/a.md", "seeds/articles/b.md has this address already", "delete one of the two", False),
        ("seeds/articles/b.md", "seeds/articles/a.md has this address already", "delete one of the two", False),
    ]


def test_a_file_of_what_a_feed_brought_names_its_line():
    """The archive is no file that a contributor would delete, and is told nothing."""
    brought = article("seeds/archive/post/2026-06.jsonl", at="post.example/lock", line=7)
    (note,) = said(article("seeds/articles/a.md", at="post.example/lock"), brought)
    assert note[:2] == ("seeds/articles/a.md", "seeds/archive/post/2026-06.jsonl:7 has this address already")
    assert "unless it says more" in note[2]


def test_nearly_the_same_words_of_the_same_publisher_are_the_same_article():
    """Another address does not make another article of it."""
    changed = BODY.replace("nine days", "eight days").removesuffix(" travels.") + " is under way."
    one = article("seeds/articles/a.md", at="post.example/lock")
    notes = said(one, article("seeds/articles/b.md", at="post.example/news/17", body=changed))
    assert [note[1] for note in notes] == [
        "seeds/articles/b.md has nearly these words of the same publisher already",
        "seeds/articles/a.md has nearly these words of the same publisher already",
    ]


def test_what_another_publisher_printed_of_it_is_no_mistake():
    """A digest shows who took an article over; so does one whose publisher nobody knows."""
    one = article("seeds/articles/a.md", at="post.example/lock")
    assert not said(one, article("seeds/articles/b.md", at="herald.example/lock", publisher="The Herald"))
    assert not said(one, article("seeds/articles/b.md", publisher=""))


def test_what_feeds_bring_twice_is_nobody_s_mistake():
    """Two lines of the archive are two versions, or two feeds of one publisher."""
    lines = [article("seeds/archive/post/2026-06.jsonl", at="post.example/lock", line=line) for line in (1, 2)]
    assert not said(*lines)


def test_two_articles_are_two():
    """Other words under another address are said nothing of."""
    assert not said(article("seeds/articles/a.md", at="post.example/lock"), article("seeds/articles/b.md", body=OTHER))
