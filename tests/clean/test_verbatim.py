"""A publisher's own words in a file that a person added, more of them than its terms allow, are named."""

from dataclasses import replace

import pytest

from digest.clean import clean
from digest.model import Config, Entry, Limits, Settings, Source, Terms

POST = Source(id="post", name="The Post", home="https://post.example/", terms=Terms(extract_limit=0.1))
FREE = Source(id="free", name="The Free Post", home="https://free.example/", terms=Terms(licence="CC BY 4.0"))
CONFIG = Config(digest=Settings(), sources=(POST, FREE))
SENTENCE = "The council of Weston paid for two new hinges on each of the gates of the upper lock. "
FILE = Entry(
    where="seeds/articles/a.md", line=7, kind="markdown", body=SENTENCE * 5, title="A lock", by_hand=True, source="post"
)
RESERVED = "The articles of this paper may not be republished, rewritten or redistributed without permission."


def verbatim(entry, config=CONFIG):
    return [it for it in clean([entry], config, None)[1] if it.code == "verbatim"]


def test_more_than_a_quotation_of_a_source_with_a_limit_is_named():
    """With how much it is, what the terms allow and where they stand; the build goes on."""
    (problem,) = verbatim(FILE)
    assert str(problem) == (
        "seeds/articles/a.md:7: these are 429 characters of the publisher's own words; its terms allow 10% of an article "
        "(seeds/sources/post.yml); write `text: brief` and a summary in your own words, with `quotes:` of at most 25 words"
    )
    assert not problem.by_hand


def test_terms_of_the_article_itself_count_too():
    """Of a source that says nothing, and of none."""
    for source in ("free", None):
        for terms in (RESERVED, "All rights reserved", "© The Post 2026. All Rights Reserved."):
            (problem,) = verbatim(replace(FILE, source=source, terms=terms))
            assert "its terms forbid that;" in str(problem)


@pytest.mark.parametrize(
    "entry",
    [
        replace(FILE, text="brief"),
        replace(FILE, body=SENTENCE * 3),
        replace(FILE, by_hand=False),
        replace(FILE, source="free"),
        replace(FILE, source="free", terms="CC BY 4.0"),
        replace(FILE, source="free", terms="Some rights reserved"),
        replace(FILE, source=None),
    ],
    ids=[
        "a summary",
        "as long as a quotation",
        "a feed's",
        "a free licence",
        "its own free licence",
        "some rights",
        "no terms known",
    ],
)
def test_what_terms_allow_or_do_not_speak_of_is_not(entry):
    """Raw dumps of who knows whom stay as welcome as they are."""
    assert not verbatim(entry)


def test_a_digest_that_quotes_less_asks_for_less():
    """The length is that of `limits.quotation`."""
    config = replace(CONFIG, digest=Settings(limits=Limits(quotation=100)))
    assert verbatim(replace(FILE, body=SENTENCE * 3), config)
