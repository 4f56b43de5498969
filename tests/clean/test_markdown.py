"""Markdown is read as CommonMark with tables: words and links stay, marks go, and what is no prose goes with a reason."""

import pytest

from digest.clean.markdown import markdown_lines

SENTENCE = "The harbour board set its dues for the winter on Tuesday."


def read(text):
    """What is kept of a text as (line, tag, words), and what goes as (line, reason, words)."""
    kept, removed = markdown_lines(text, 1)
    return [(it.number, it.tag, it.text) for it in kept], [(it.line, it.reason, it.text) for it in removed]


@pytest.mark.parametrize(
    "table",
    [
        "| Length | Dues |\n|---|---:|\n| up to *9 m* | 11 crowns |",
        "Length | Dues\n--- | ---\nup to 9 m | 11 crowns",
        "| Length | Dues |\n| up to 9 m | 11 crowns |",
        "+--------+------+\n| Length | Dues |\n+========+======+\n| up to 9 m | 11 crowns |\n+--------+------+",
        "<table>\n<tr><th>Length</th><th>Dues</th></tr>\n<tr><td>up to 9 m</td><td>11 crowns</td></tr>\n</table>",
    ],
    ids=["with pipes around", "with pipes between", "without a head", "of a grid", "of HTML"],
)
def test_a_table_is_no_sentence(table):
    """However a table is written, none of its rows is a paragraph, and each that holds words is told."""
    kept, removed = read(f"{SENTENCE}\n\n{table}\n\nThey hold until spring.")
    assert [words for _, _, words in kept] == [SENTENCE, "They hold until spring."]
    assert {reason for _, reason, _ in removed} == {"table"}
    assert any("up to 9 m | 11 crowns" in words for _, _, words in removed)


def test_a_pipe_in_a_sentence_is_none_of_a_table():
    """A sentence may hold a pipe or a rule's worth of dashes."""
    assert read("The board | the council --- both met.")[0] == [(1, "text", "The board | the council --- both met.")]


def test_each_block_keeps_its_kind_and_its_line():
    """Headings of either form, quotes, lists within lists and tasks are told apart by the line they begin on."""
    text = (
        "# Dues *rise*\n\nWhat is new\n-----------\nOne line\ngoes on here.\n\n> Words of\n> the board.\n\n"
        "- first\n  - within\n- [ ] open\n- [x] done\n\n1. one\n2. two\n"
    )
    assert read(text) == (
        [
            (1, "heading", "Dues rise"),
            (3, "heading", "What is new"),
            (5, "text", "One line goes on here."),
            (8, "quote", "Words of the board."),
            (11, "item", "first"),
            (12, "item", "within"),
            (13, "item", "open"),
            (14, "item", "done"),
            (16, "item", "one"),
            (17, "item", "two"),
        ],
        [],
    )


def test_a_sentence_above_a_rule_is_no_heading():
    """A paragraph that a rule follows at once stays a paragraph."""
    assert read(f"{SENTENCE}\n---\n")[0] == [(1, "text", SENTENCE)]


def test_hard_breaks_part_lines_but_no_sentence():
    """An address stays line by line; a sentence that a stray hard break cuts is whole."""
    text = "Harbour Board  \n4 Customs Lane\\\nPort Alder\n\nThe dues rise  \nin the winter."
    assert read(text)[0] == [
        (1, "text", "Harbour Board"),
        (2, "text", "4 Customs Lane"),
        (3, "text", "Port Alder"),
        (5, "text", "The dues rise in the winter."),
    ]


def test_links_of_every_form_lead_where_they_lead():
    """Inline, reference, collapsed and automatic links, and those of HTML, keep their words and addresses."""
    text = (
        "See **[the\nlist](https://a.example/1 'T')**, [dues][d], [dues][], <https://b.example/2> and "
        "<a href='https://c.example/3'>the <b>map</b></a>.\n\n[d]: https://d.example/4\n[dues]: <https://d.example/5>\n"
    )
    (line,), _ = markdown_lines(text, 7)
    assert (line.number, line.text) == (7, "See the list, dues, dues, https://b.example/2 and the map.")
    assert [(it.words, it.href) for it in line.links] == [
        ("the list", "https://a.example/1"),
        ("dues", "https://d.example/4"),
        ("dues", "https://d.example/5"),
        ("https://b.example/2", "https://b.example/2"),
        ("the map", "https://c.example/3"),
    ]


def test_code_goes_and_pasted_prose_stays():
    """A fence around a pasted article, closed or not, is no code; what a program reads is."""
    kept, removed = read(f"{SENTENCE}\n\n```sh\nmake dues\n```\n\n    dues = 11\n")
    assert kept == [(1, "text", SENTENCE)]
    assert removed == [(4, "code", "make dues"), (7, "code", "dues = 11")]
    for pasted in (f"```\n{SENTENCE}\n```", f"```\n{SENTENCE}\n", f"\n    {SENTENCE}"):
        assert [it[1:] for it in read(pasted)[0]] == [("text", SENTENCE)]


def test_what_tools_put_into_posts_is_no_text():
    """Footnotes, comments, images, shortcodes and attribute lists leave no marks in the words."""
    text = (
        "The dues[^1] rise ![a quay](q.png)again[^b].<!-- no -->\n{: .lead}\n\n{% include chart.html %}\n\n"
        '{{< figure src="q.png" >}}\n\n<!-- more\n\nand more -->\n\n[^1]: A note.\n\n[^b]: https://note.example/\n'
    )
    kept, removed = read(text)
    assert kept == [(1, "text", "The dues rise again.")]
    assert [(line, reason) for line, reason, _ in removed] == [
        (2, "template mark"),
        (4, "template mark"),
        (6, "template mark"),
        (12, "footnote"),
        (14, "footnote"),
    ]


def test_html_within_markdown_is_read_as_html():
    """Paragraphs of HTML keep their words, links and lines; its scripts leave nothing."""
    box = '<div>\n<p>A <a href="https://e.example/">boxed</a> word.</p>\n<script>x()</script>\n</div>'
    text = f"{SENTENCE}\n\n{box}"
    kept, _ = markdown_lines(text, 1)
    assert [(it.number, it.text) for it in kept] == [(1, SENTENCE), (4, "A boxed word.")]
    assert kept[1].links[0][1:] == ("boxed", "https://e.example/")


def test_wrapped_markdown_joins_as_its_script_wants():
    """Chinese lines meet without a space, a compound word with its hyphen; bold beside brackets is bold."""
    assert read("港务局周二关闭了，\n**「北码头」**不再开放。\n\nA well-\nknown quay.")[0] == [
        (1, "text", "港务局周二关闭了，「北码头」不再开放。"),
        (4, "text", "A well-known quay."),
    ]


def test_a_comment_that_never_ends_is_text():
    """An open comment hides nothing of what follows."""
    assert read(f"<!-- open\n\n{SENTENCE}")[0][-1] == (3, "text", SENTENCE)


def test_a_brief_has_no_rows_of_tables_either(cleaned):
    """What a contributor sums up in sentences stays; the table and the heading go, with reasons in order of line."""
    body = f"{SENTENCE}\n\n| a | b |\n|---|---|\n| c | d |\n\n## More\n\nThey hold until spring.\n"
    article, _ = cleaned(kind="markdown", text="brief", title="Dues", body=body)
    assert article.paragraphs == (SENTENCE, "They hold until spring.")
    assert [(it.line, it.reason) for it in article.removed] == [(3, "table"), (5, "table"), (7, "heading")]


def test_a_word_that_a_mark_cuts_at_a_line_s_end_is_whole():
    """What OCR prints for a cut is no hyphen, within a link too."""
    assert read("The wind¬\nmill turns.")[0] == [(1, "text", "The windmill turns.")]
    (line,), _ = markdown_lines("See [the wind¬\nmill](https://a.example/1) turn.", 1)
    assert [(it.words, it.href) for it in line.links] == [("the windmill", "https://a.example/1")]
