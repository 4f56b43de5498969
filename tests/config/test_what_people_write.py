"""seeds/: what is right is read, and what is wrong is named by file, line and column with what to write instead."""

import pytest

from digest.acquire.seeds.unread import unread
from digest.config import load
from digest.config.load import LENIENT, SCHEMAS
from digest.config.yamlfile import parse, parse_items


def write(root, name, text):
    path = root / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_an_empty_digest_has_defaults_and_no_problem(tmp_path):
    """Everything in seeds/ is optional."""
    config, problems = load(tmp_path)
    assert problems == ()
    assert config.digest.title == "The Digest"
    assert config.digest.limits.quotation == 300


def test_a_source_is_read_with_its_id_from_the_file_name(tmp_path):
    """One file a publisher; the name of the file is the id."""
    write(
        tmp_path,
        "sources/far-post.yml",
        "name: The Far Post\nhome: https://far.example/\nfeeds:\n- url: https://far.example/f\n",
    )
    config, problems = load(tmp_path)
    assert problems == ()
    assert config.sources[0].id == "far-post"
    assert config.sources[0].feeds[0].url == "https://far.example/f"


def test_a_topic_takes_same_as_in_either_spelling(tmp_path):
    """schema.org writes sameAs; YAML files mostly write same_as."""
    write(tmp_path, "topics/a.yml", "name: A\nsameAs: [https://a.example/]\n")
    write(tmp_path, "topics/b.yml", "name: B\nsame_as: [https://b.example/]\n")
    config, problems = load(tmp_path)
    assert problems == ()
    assert [topic.same_as for topic in config.topics] == [("https://a.example/",), ("https://b.example/",)]


WRONG = [
    ("sources/x.yml", "name: X\nhome: https://x.example/\nhoem: y\n", "seeds/sources/x.yml:3:1: unknown key `hoem`"),
    ("sources/x.yml", "name: X\n", "seeds/sources/x.yml:1:1: `home` is missing"),
    ("sources/x.yml", "name: X\nhome: x.example\n", "seeds/sources/x.yml:2:7: `home`: an address starts with https://"),
    ("sources/x.yml", "name: X\nhome: [\n", "seeds/sources/x.yml:2:8: "),
    ("sources/x.yml", "name: X\nname: Y\n", "seeds/sources/x.yml:2:1: the key `name` is given twice"),
    ("sources/x.yml", b"name: \xff\n", "seeds/sources/x.yml:1:7: this file is not UTF-8; save it as UTF-8"),
    ("sources/x.yml", "", "seeds/sources/x.yml:1:1: this file is empty"),
    ("sources/X Y.yml", "name: X\n", "seeds/sources/X Y.yml:1:1: the file's name is the id"),
    ("digest.yml", "languages: english\n", "seeds/digest.yml:1:12: `languages`"),
    ("digest.yml", "limits:\n  quotation: 900\n", "seeds/digest.yml:2:14: `limits.quotation`"),
    ("curation/a.yml", "- do: pin\n  author: me\n  reason: r\n", "seeds/curation/a.yml:1:3: `story` is missing"),
    ("permalinks.jsonl", '{"id": "a"}\n', "seeds/permalinks.jsonl:1:1: this line is no permalink; restore the line"),
]


@pytest.mark.parametrize(("name", "text", "said"), WRONG, ids=[said for _, _, said in WRONG])
def test_what_is_wrong_is_named_with_its_place_and_remedy(tmp_path, name, text, said):
    """`file:line:column: what is wrong; what to write instead`, and the rest is read."""
    write(tmp_path, "topics/good.yml", "name: Good\n")
    write(tmp_path, name, text)
    config, problems = load(tmp_path)
    assert str(problems[0]).startswith(said)
    assert problems[0].by_hand
    assert [topic.id for topic in config.topics] == ["good"]


def test_one_wrong_decision_leaves_the_others_standing():
    """A curation file is read item by item."""
    text = "- do: nonsense\n- do: pin\n  story: s\n  author: a\n  reason: r\n"
    found, problems = parse_items(text, SCHEMAS["curation"], "c.yml")
    assert [(item.line, item.value.do) for item in found] == [(2, "pin")]
    assert str(problems[0]).startswith("c.yml:1:7: ")


@pytest.mark.parametrize(
    "text", ["a: b: c", "\t- x", "a: !!python/object:os.system x", "[" * 3000, "a: &x [*x]", "? [1]\n: 2", "\0"]
)
def test_no_text_makes_the_parser_raise(text):
    """Bad YAML is a Problem, whatever it is."""
    value, problems = parse(text, SCHEMAS["source"], "x.yml")
    assert value is None
    assert problems


def test_a_merge_key_that_grows_without_bound_is_refused():
    """`<<` of lists of aliases multiplies; nobody needs it here."""
    text = "a: &a {x: 1}\n" + "".join(
        f"{new}: &{new}\n  <<: [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefghijk", "bcdefghijkl", strict=True)
    )
    value, problems = parse(text, SCHEMAS["source"], "x.yml")
    assert value is None
    assert "`<<`" in str(problems[0])


def test_two_files_of_one_id_and_what_cannot_be_read_are_problems(tmp_path):
    """None of them is silently lost, and none ends the build."""
    write(tmp_path, "sources/a.yml", "name: A\nhome: https://a.example/\n")
    write(tmp_path, "sources/a.yaml", "name: B\nhome: https://b.example/\n")
    (tmp_path / "seeds" / "topics" / "folder.yml").mkdir(parents=True)
    config, problems = load(tmp_path)
    assert [source.name for source in config.sources] == ["B"]
    said = sorted(str(problem) for problem in (*problems, *unread(config)))
    assert ["another file has the id `a`" in said[0], "nothing reads this folder" in said[1]] == [True, True]


def test_two_sources_that_go_by_one_name_or_feed_are_noted(tmp_path):
    """Names are compared as articles are given to sources by them: without case, signs and a leading article."""
    write(tmp_path, "sources/a.yml", "name: The Quay Post\nhome: https://a.example/\nfeeds:\n- url: http://f.example/x\n")
    write(tmp_path, "sources/b.yml", "name: quay-post\nhome: https://b.example/\nfeeds:\n- url: https://f.example/x/\n")
    _, problems = load(tmp_path)
    assert [str(problem).partition(" is also")[0] for problem in problems] == [
        "seeds/sources/b.yml:1:7: the name quay-post",
        "seeds/sources/a.yml:1:7: the name The Quay Post",
        "seeds/sources/b.yml:4:8: the feed https://f.example/x/",
        "seeds/sources/a.yml:4:8: the feed http://f.example/x",
    ]
    assert not any(problem.by_hand for problem in problems)


@pytest.mark.parametrize(
    "url", ['https://x.example/"><script>', "https://u@x.example/", "https://x.example/?a=1", "x.example"]
)
def test_a_site_s_address_is_a_host_and_folders(tmp_path, url):
    """It stands in the chrome of every page."""
    write(tmp_path, "digest.yml", f"url: '{url}'\n")
    config, problems = load(tmp_path)
    assert config.digest.url is None
    assert str(problems[0]).startswith("seeds/digest.yml:1:6: `url`: a site's address")


@pytest.mark.parametrize(
    "line", ['{"id": "../x", "path": "stories/a", "members": []}', '{"id": "x", "path": "stories/a--b", "members": []}']
)
def test_a_permalink_that_is_no_address_of_ours_is_a_problem(tmp_path, line):
    """The ledger is checked by the rule that pages are made by."""
    write(tmp_path, "permalinks.jsonl", line + "\n")
    config, problems = load(tmp_path)
    assert config.permalinks == ()
    assert "no permalink" in str(problems[0])


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[", "- [\n"])
def test_a_list_without_items_gives_none(text):
    """An empty file, comments alone and what is no YAML decide nothing."""
    items, _ = parse_items(text, SCHEMAS["curation"], "c.yml")
    assert items == ()


def test_a_malformed_address_is_named(tmp_path):
    """Though it begins as one; the source is read without it."""
    write(
        tmp_path,
        "sources/a.yml",
        "name: A\nhome: https://a.example/\nfeeds:\n- url: https://[x/feed\n- url: https://a.example/f\n",
    )
    config, (problem,) = load(tmp_path)
    assert "the host of this address is none" in problem.detail
    assert [feed.url for feed in config.sources[0].feeds] == ["https://a.example/f"]


def test_blank_lines_of_the_ledger_say_nothing(tmp_path):
    """An editor may leave one."""
    write(tmp_path, "permalinks.jsonl", '\n{"id": "aaaaaaaaaaaaaaaa", "path": "stories/2026/06/a", "members": ["x"]}\n\n')
    config, problems = load(tmp_path)
    assert ([line.path for line in config.permalinks], problems) == (["stories/2026/06/a"], ())


def test_a_file_whose_name_holds_no_letter_has_no_id(tmp_path):
    """It is left out, with an example; the others are read."""
    write(tmp_path, "sources/---.yml", "name: A\nhome: https://a.example/\n")
    write(tmp_path, "sources/b.yml", "name: B\nhome: https://b.example/\n")
    config, (problem,) = load(tmp_path)
    assert [source.id for source in config.sources] == ["b"]
    assert "for example reuters.yml" in problem.remedy


def test_a_file_that_cannot_be_read_is_named(tmp_path, torn):
    """With the system's own reason; its id goes on to mean it, and the others are read."""
    write(tmp_path, "sources/a.yml", "name: A\nhome: https://a.example/\n")
    write(tmp_path, "sources/b.yml", "name: B\nhome: https://b.example/\n")
    torn("a.yml")
    config, (problem,) = load(tmp_path)
    assert [(source.id, source.home) for source in config.sources] == [("a", ""), ("b", "https://b.example/")]
    assert (problem.where, problem.code) == ("seeds/sources/a.yml", "unreadable")
    assert "Input/output error" in problem.detail


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {dO: pin, story: s}", "did you mean `do:`?"),
        ("- {pin: s, author: A}", "add `do: pin`"),
        ("- {author: A}", "add `do: correction`"),
        ("- {do: pinn, story: s}", "did you mean `do: pin`?"),
        ("- {do: [pin], story: s}", "write one of correction, headline, "),
    ],
)
def test_a_decision_without_its_verb_is_answered_with_the_one_meant(text, said):
    """By what stands in its place, else with the first there is."""
    items, problems = parse_items(text, SCHEMAS["curation"], "c.yml")
    assert items == ()
    assert said in problems[0].remedy


def test_a_digit_that_unicode_has_and_yaml_does_not_read_is_a_problem():
    """A day that YAML itself takes for one and that no calendar has, too."""
    for value in ("2026-02-30", "!!int x", "!!binary x", "0b", "1:60:99e"):
        found, problems = parse(
            f"name: A\nhome: https://a.example/\ncountry: {value}\n", SCHEMAS["source"], "x.yml", lenient=LENIENT["source"]
        )
        assert found.country is None
        assert problems
