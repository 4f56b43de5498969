"""YAML that is torn at one place: that key is lost, the others are read, and the place is named in plain words."""

from itertools import pairwise

import pytest

from digest.config.load import LENIENT, SCHEMAS
from digest.config.yamlfile import parse, parse_items

TORN = [
    ("author: one: two", "second `: `"),
    ("author: [one", "`[` is not closed"),
    ("author: {one: 2", "`{` is not closed"),
    ("author: 'one", "quotation mark is not closed"),
    ('author: "one" said two', "text after a closing quotation mark"),
    ("author: [one] two", "text after a closing quotation mark or bracket"),
    ("author: *one", "begins with `*`"),
    ("author: @one", "may not begin with this sign"),
    ("author: %one", "may not begin with this sign"),
    ("author: !one two", "is not taken here"),
    ("author one", "is no `key: value`"),
    ("  author: one", "further in than the one above"),
    ("\tauthor: one", "a tab stands"),
]


@pytest.mark.parametrize(("line", "said"), TORN, ids=[line for line, _ in TORN])
@pytest.mark.parametrize("after", ["", "language: en\nterms: T\n"], ids=["last", "between"])
def test_a_torn_line_costs_its_key_alone(line, said, after):
    """Keys before and behind it stay; there is one problem, on its line."""
    header, (problem,) = parse(f"title: T\n{line}\n{after}", SCHEMAS["article"], "a.md", lenient=LENIENT["article"])
    assert header.title == "T"
    assert (header.language, header.terms) == (("en", "T") if after else (None, None))
    assert header.author is None
    assert said in problem.detail
    assert problem.line >= 2
    assert "while" not in problem.detail


def test_every_torn_key_is_named():
    """Not only the first: who mends a file sees all of it at once."""
    text = "title: a: b\nauthor: [\nlanguage: en\nterms: @x\n"
    header, problems = parse(text, SCHEMAS["article"], "a.md", lenient=LENIENT["article"])
    assert [problem.line for problem in problems] == [1, 2, 4]
    assert header.language == "en"


def test_a_torn_item_of_a_list_costs_that_item_alone():
    """Also where the list is the file."""
    right = "- do: pin\n  story: s\n  author: a\n  reason: r\n"
    found, (problem,) = parse_items(f"{right}- do: [pin\n{right}", SCHEMAS["curation"], "c.yml", LENIENT["curation"])
    assert [item.line for item in found] == [1, 6]
    assert problem.line == 5


def test_a_key_given_twice_holds_as_it_stands_first():
    """The second is named, the rest is in force."""
    topic, (problem,) = parse("name: A\nname: B\ndescription: D\n", SCHEMAS["topic"], "t.yml")
    assert (topic.name, topic.description) == ("A", "D")
    assert (problem.line, problem.code) == (2, "key-twice")


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("langauges: [en]", "digest", "did you mean `languages:`?"),
        ("quotation: 100", "digest", "write it below `limits:`"),
        ("date: 2026-06-04", "article", "did you mean `published:`?"),
        ("link: https://a.example/", "article", "did you mean `url:`?"),
        ("authors: A", "article", "did you mean `author:`?"),
        ("Published: 2026-06-04", "article", "did you mean `published:`?"),
        ("site_name: A", "article", "did you mean `publisher:`?"),
        ("link: https://a.example/", "source", "did you mean `home:`?"),
        ("url: https://a.example/", "source", "did you mean `home:`?"),
        ("rss: https://a.example/f", "source", "did you mean `feeds:`?"),
        ("alias: A", "topic", "did you mean `aliases:`?"),
        ("wikipedia: https://a.example/", "topic", "did you mean `same_as:`?"),
        ("colour: red", "topic", "remove it; the keys here are name, aliases"),
    ],
)
def test_an_unknown_key_is_answered_with_the_one_meant(text, kind, said):
    """A slip of the pen, another word for it, or one that belongs elsewhere; else the keys that there are."""
    right = {"digest": "title: A\n", "article": "title: A\n"}.get(kind, "name: A\nhome: https://a.example/\n")
    right = "name: A\n" if kind == "topic" else right
    value, (problem,) = parse(right + text, SCHEMAS[kind], "x.yml", lenient=LENIENT.get(kind))
    assert said in problem.remedy
    assert value is not None


def test_a_misspelt_key_is_not_also_missing():
    """Only the cause is said."""
    _, problems = parse("nmae: A\nhome: https://a.example/\n", SCHEMAS["source"], "x.yml", lenient=LENIENT["source"])
    assert [problem.detail for problem in problems] == ["unknown key `nmae`"]


def test_a_lone_decision_without_its_dash_is_in_force():
    """A withdrawal is not undone by its form."""
    text = "do: takedown\narticle: a\nauthor: A\nreason: R\n"
    (item,), (problem,) = parse_items(text, SCHEMAS["curation"], "c.yml", LENIENT["curation"])
    assert (item.line, item.value.article) == (1, "a")
    assert "`- `" in problem.remedy


@pytest.mark.parametrize("deep", [50, 500, 5_000])
def test_what_lies_too_deep_is_a_problem(deep):
    """However deep a hostile file is, nothing is raised."""
    for text in ("{}", "name: {}", "aliases: {}", "feeds: [{{url: {}}}]"):
        assert parse(text.format("[" * deep + "]" * deep), SCHEMAS["source"], "x.yml")[1]
        assert parse(text.format("[" * deep), SCHEMAS["source"], "x.yml")[1]


def test_values_that_multiply_cost_nothing():
    """Ten lists of aliases to one another would be a thousand million words."""
    names = "abcdefghijk"
    text = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in pairwise(names))
    _, problems = parse(f"{text}name: *k\naliases: *k\nfeeds: *k\nterms: *k\n", SCHEMAS["source"], "x.yml")
    assert {"`name` must be a text (found a list of 9)"} <= {problem.detail for problem in problems}


def test_of_very_many_wrong_values_the_first_are_named():
    """The rest is wrong too and costs no more than the first."""
    text = f"name: A\nhome: https://a.example/\naliases: [{', '.join(map(str, range(2_000)))}, B]\n"
    source, problems = parse(text, SCHEMAS["source"], "x.yml")
    assert source.aliases == ("B",)
    assert 1 < len(problems) < 100


def test_a_second_document_is_named_and_left_out():
    """Also what of it would be right is not taken, and is said once."""
    source, (problem,) = parse("name: A\nhome: https://a.example/\n---\nname: B\n", SCHEMAS["source"], "x.yml")
    assert source.name == "A"
    assert problem.line == 3


@pytest.mark.parametrize("separator", ["\u2028", "\x85", "\u2029", "\t"])
def test_lines_are_counted_as_editors_count_them(separator):
    """Whatever separators stand within a line, and however lines end."""
    text = f"title: 'a{separator}b'\r\nauthor: A\r\ncolour: x\r\n"
    header, (problem,) = parse(text, SCHEMAS["article"], "a.md", lenient=LENIENT["article"])
    assert (problem.line, problem.column) == (3, 1)
    assert header.author == "A"


def test_pages_about_a_topic_are_addresses():
    """A word is no place to look further."""
    topic, (problem,) = parse("name: A\nsame_as: [wikipedia, https://a.example/]\n", SCHEMAS["topic"], "t.yml")
    assert topic.same_as == ("https://a.example/",)
    assert "an address starts with https://" in problem.detail
