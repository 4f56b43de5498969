"""The filters pipe into one another: what one prints the next reads."""

import json

import pytest

LOCK = (
    "The upper lock of Easton stays shut until Friday, because a gate jammed half open, the canal office said.",
    "A gate that jammed half open keeps the upper lock of Easton shut until Friday, said the canal office.",
)
LONG = [f"Beekeeper number {n} of Southmoor tells how honey was pressed from comb {n} before the frost." for n in range(12)]
ARTICLE = "---\ntitle: {title}\npublisher: {publisher}\n{more}published: 2026-06-04\n---\n{body}\n"


@pytest.fixture
def files(tmp_path):
    """Five articles: two of one event, a text with its copy, and the first once more under the same address."""
    rows = [
        ("a", "Easton lock shut until Friday", "Quay Post", "url: https://quay.example/lock\n", LOCK[0]),
        ("b", "Jammed gate shuts lock of Easton", "Tide Times", "text: brief\n", LOCK[1]),
        ("c", "Southmoor beekeepers press their honey", "Far Mail", "", "\n\n".join(LONG)),
        ("d", "Honey pressed in Southmoor before frost", "Near Mail", "", "\n\n".join(LONG[:9])),
        ("e", "Easton lock shut until Friday", "Quay Post", "url: https://quay.example/lock\n", LOCK[0]),
    ]
    for name, title, publisher, more, body in rows:
        (tmp_path / f"{name}.md").write_text(ARTICLE.format(title=title, publisher=publisher, more=more, body=body))
    return [tmp_path / f"{row[0]}.md" for row in rows]


@pytest.fixture
def pipe(digest, root, tmp_path, files):
    """Return a function that runs filters in a row over the files, and gives what the last prints, line by line."""

    def run(*filters):
        printed = digest("clean", *files, "--root", root)
        for each in filters:
            assert printed.code == 0, printed.err
            (tmp_path / "rows.jsonl").write_text(printed.out)
            printed = digest(each, tmp_path / "rows.jsonl", *(["--root", root] if each == "link" else []))
        assert printed.code == 0, printed.err
        return [json.loads(line) for line in printed.out.splitlines()]

    return run


def test_each_article_has_an_id_of_its_own(pipe):
    """Also where two have one address."""
    assert len({row["id"] for row in pipe()}) == 5


def test_dedupe_reads_what_clean_prints_and_hands_all_of_it_on(pipe):
    """The same lines in the same order, each with what it is a copy of."""
    before, after = pipe(), pipe("dedupe")
    assert [{key: row[key] for key in old} for old, row in zip(before, after, strict=True)] == before
    name = {row["id"]: row["where"][-4:] for row in after}
    assert [row["copy_of"] and name[row["copy_of"]] for row in after] == [None, None, None, "c.md", "a.md"]


@pytest.mark.parametrize("filters", [("dedupe", "group"), ("group",)])
def test_group_reads_what_either_prints(pipe, filters):
    """One event is one story, and a copy is where its original is."""
    stories = [row["story"] for row in pipe(*filters)]
    assert stories[0] == stories[1] == stories[4] != stories[2]
    assert stories[2] == stories[3]


def test_link_reads_what_all_of_them_print(pipe):
    """Story JSON as a build writes it: copies beneath their original, a brief as a brief, publishers and days."""
    lock, honey = pipe("dedupe", "group", "link")
    assert [(row["publisher"], row["text"], row["published"][:10]) for row in lock["sources"]] == [
        ("Quay Post", "verbatim", "2026-06-04"),
        ("Tide Times", "brief", "2026-06-04"),
    ]
    assert [len(row["copies"]) for row in lock["sources"]] == [1, 0]
    assert [[copy["publisher"] for copy in row["copies"]] for row in honey["sources"]] == [["Near Mail"]]
    assert {len(story["sources"]) for story in pipe("link")} == {1}


def test_a_copy_of_nothing_and_copies_in_a_circle_stand_for_themselves(digest, tmp_path):
    """Whatever a line says, each comes out once, with a story."""
    named = {
        "Larks sing": "Owls hunt",
        "Owls hunt": "Larks sing",
        "Ice melts": "x",
        "A quay opens": "A quay opens",
        "e": "Ice melts",
    }
    lines = [{"id": key, "title": key, "copy_of": other, "share": "much"} for key, other in named.items()]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    found = {row["id"]: row["story"] for row in map(json.loads, digest("group", path).out.splitlines())}
    assert list(found) == list(named)
    assert found["e"] == found["Ice melts"]
    assert len(set(found.values())) == 4


def test_a_mail_is_cleaned_like_any_article(digest, root, tmp_path):
    """`digest clean` reads every format, and answers a suffix of another program with the one that is meant."""
    (tmp_path / "a.eml").write_text(
        "From: Ada <ada@quay.example>\nSubject: Lock shut\nDate: Thu, 4 Jun 2026 09:10:00 +0200\n\nThe lock is shut.\n"
    )
    (tmp_path / "b.mkd").write_text("# Lock shut\n")
    cleaned = json.loads(digest("clean", "--root", root, tmp_path / "a.eml").out)
    assert (cleaned["title"], cleaned["publisher"], cleaned["paragraphs"]) == ("Lock shut", "Ada", ["The lock is shut."])
    refused = digest("clean", "--root", root, tmp_path / "b.mkd")
    assert (refused.code, "did you mean b.md?" in refused.err) == (2, True)
