"""`digest why STORY` and `digest check --explain` name the rule behind what a page does not tell."""

import pytest

ARTICLE = """---
title: {title}
url: https://{host}.example/quarry
publisher: {host}
published: 2026-06-04
---
{text}
"""
FIRST = """The Weston quarry fire burned four storage halls of the Harlow stone company on Thursday morning.

He told the fire brigade that nobody slept there.

The Harlow stone company lost 43,310 crates of slate in the halls.
"""
SECOND = """Four halls of the Harlow stone company burned in the Weston quarry fire on Thursday morning.

Firemen came from Easton.

In the halls the Harlow stone company lost 9,000 crates of slate.
"""
TWIN = SECOND.replace("9,000", "43,310")


@pytest.fixture
def stocked(root, seed):
    """A digest with one story of two articles."""
    seed("articles/one.md", ARTICLE.format(title="Quarry fire burns four halls at Weston", host="Far", text=FIRST))
    seed("articles/other.md", ARTICLE.format(title="Weston quarry fire burns four halls", host="Near", text=SECOND))
    return root


def crates(out):
    """The rules that kept the two passages on crates from supporting each other."""
    lines = out.splitlines()
    return [
        rule.split("[")[1].rstrip("]")
        for rule, *passages in zip(lines, lines[1:], lines[2:], strict=False)
        if all("crates" in words for words in passages) and rule.startswith("  0.")
    ]


def test_why_names_the_rule_that_refused_a_sentence(digest, stocked):
    """A sentence that leans on one before it, with its paragraph and the rule; one that stands alone is not named."""
    lines = digest("why", "seeds/articles/one.md", "--root", stocked).out.splitlines()
    (he,) = [line for line in lines if "He told the fire brigade" in line]
    assert he.split()[0] == "2"
    assert he.endswith("[a subject that points elsewhere]")
    assert not [line for line in lines if line.startswith("    1  The Weston quarry fire")]


def test_why_names_the_rule_that_kept_two_passages_apart(digest, stocked, seed):
    """An amount that is missing keeps words from supporting; with the amount there is nothing to name."""
    (rule,) = crates(digest("why", "seeds/articles/one.md", "--root", stocked).out)
    assert rule == "an amount is missing"
    seed("articles/other.md", ARTICLE.format(title="Weston quarry fire burns four halls", host="Near", text=TWIN))
    assert not crates(digest("why", "seeds/articles/one.md", "--root", stocked).out)


def test_check_explains_every_story(digest, stocked, seed):
    """`--explain` alone does so for all stories, beneath the problems; without it nothing is named."""
    seed(
        "articles/mill.md",
        "---\ntitle: Mill closes\npublished: 2026-01-04\n---\nIt had ground oats since 1887 for six farms.\n",
    )
    told = digest("check", "--root", stocked, "--explain").out
    assert told.count("\nstory ") + told.startswith("story ") == 2
    assert "It had ground oats" in told
    assert "[an amount is missing]" in told
    assert "[" not in digest("check", "--root", stocked).out


def test_a_file_to_explain_must_be_there(digest, stocked):
    """A misspelt file is an error and no request for all stories."""
    missing = digest("check", "--root", stocked, "--explain", "seeds/articles/nothing.md")
    assert missing.code == 2
    assert "nothing.md" in missing.err
