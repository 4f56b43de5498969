"""A report as a comment: its Markdown is read, and nothing that outsiders wrote in it reaches beyond the comment."""

import re

import pytest

from digest.cli.comment import LONGEST_COMMENT, RULES, comment

REPORT = "# What it changes\n\n| story | before | after |\n|---|---|---|\n| **A mill** grinds | 2 | `3` |\n\n- one page\n"
HOSTILE = {
    "html": "<img src=https://evil.example/x> <script>x</script> <!-- --> </td> <https://evil.example>",
    "mention": "@everyone and @org/team, a@evil.example",
    "link": "[press](https://evil.example) ![x](//evil.example/x.png)\n\n[press][1]\n\n[1]: //evil.example",
    "address": "https://evil.example HTTP://evil.example www.evil.example mailto:a",
    "issue": "fixes #1, GH-2, org/repository#3",
}
GFM = {
    "html": r"<[A-Za-z/!?]",
    "mention": r"@[A-Za-z0-9]",
    "link": r"\]\(|\]\[|\]:",
    "address": r"(?i)https?://|www\.|mailto:\w",
    "issue": r"#\d|(?i:gh-\d)",
}
"""By which characters a forge knows that something is meant."""


def test_a_report_reads_as_it_was_written():
    """Headings, tables, lists, code and folded parts stay as they are."""
    folded = f"{REPORT}<details><summary>3 pages</summary>\n\n- a\n\n</details>\n"
    assert comment(REPORT) == REPORT
    assert comment(folded) == folded


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_reaches_beyond_a_comment_is_shown_and_does_nothing(kind):
    """The words can be read; the sign that a forge looks for is not there."""
    shown = comment(HOSTILE[kind])
    assert re.search(GFM[kind], HOSTILE[kind])
    assert not re.search(GFM[kind], shown)
    assert shown.replace("\N{WORD JOINER}", "").rstrip() == HOSTILE[kind]


def test_each_rule_is_tried():
    """A rule without a hostile text would be a guess."""
    assert [name for name, _ in RULES] == list(HOSTILE) == list(GFM)


def test_what_does_not_show_is_left_out():
    """No control characters, no marks that turn the direction of text, no joiner of the report's own."""
    assert comment("a\x1b[31m\x00b\u202ec\u2066\u2060@x\r\n") == "a[31mbc@\u2060x\n"


def test_a_long_report_is_cut_and_says_so():
    """GitHub refuses a comment of more than 65,536 characters."""
    shown = comment("@" * 100_000)
    assert "the report goes on" in shown
    assert len(comment("words " * 100_000)) < 65_536
    assert shown.count("@") == LONGEST_COMMENT


def test_our_own_address_is_a_link(digest, tmp_path):
    """The run that made the report is named by whoever posts it, not by the report."""
    (tmp_path / "report.md").write_bytes(b"## \xff Report @all\n")
    said = digest("comment", tmp_path / "report.md", "--link", "https://forge.example/runs/7")
    assert (
        said.out
        == "## \N{REPLACEMENT CHARACTER} Report @\u2060all\n\n[The run, with the built site](https://forge.example/runs/7)\n"
    )
    for wrong in ("javascript:x", "https://forge.example/) @all", "forge.example"):
        assert digest("comment", tmp_path / "report.md", "--link", wrong).code == 2
