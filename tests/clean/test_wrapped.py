"""Plain text that is wrapped at some width reads as the same text that is not."""

import string
import textwrap

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from digest.clean.wrapped import joint, unwrapped

TITLE = "Harbour board closes the north quay after a crane sinks into it"
SAID = [
    (
        "The harbour board closed the north quay on Tuesday, after the feet of its largest crane had sunk a hand's breadth "
        "into the paving and could not be lifted out again before the tide turned."
    ),
    (
        "Ships that were to unload there will go to the coal berth, where the water is deep enough for all but two of them, "
        "said the harbour master, who had walked along the quay since five in the morning."
    ),
    "The paving was laid only last year, and the firm that laid it has been asked to say what lies under it.",
]
GERMAN = [
    (
        "Die Hafenbehörde sperrte am Dienstag den Nordkai, nachdem die Füße des größten Krans eine Handbreit in das "
        "Pflaster gesunken waren und vor dem Wechsel der Tide nicht mehr gehoben werden konnten."
    ),
    (
        "Schiffe, die dort löschen sollten, gehen an den Kohlekai, wo das Wasser für alle bis auf zwei tief genug ist, "
        "sagte der Hafenmeister, der seit fünf Uhr früh am Kai entlanggegangen war."
    ),
]
ARABIC = [
    (
        "أغلقت هيئة الميناء الرصيف الشمالي يوم الثلاثاء بعد أن غاصت أقدام أكبر رافعة فيه مقدار كف في البلاط ولم يكن رفعها "
        "ممكنا قبل تغير المد في المساء."
    ),
    (
        "وستذهب السفن التي كان من المقرر أن تفرغ حمولتها هناك إلى رصيف الفحم حيث الماء عميق بما يكفي لجميعها ما عدا اثنتين "
        "منها كما قال مدير الميناء."
    ),
]
CHINESE = [
    "港务局周二关闭了北码头，此前最大一台起重机的支脚陷入路面一掌之深，在涨潮之前无法再抬起来。",
    "原定在那里卸货的船只将改往煤炭泊位，港务长说，那里的水深对除两艘以外的所有船只都足够。",
]


def paragraphs(text):
    """The paragraphs that a text is read as."""
    return [it.text.strip() for it in unwrapped(text.split("\n"))]


def wrapped(said, width, **options):
    """The same paragraphs, each wrapped."""
    return [textwrap.fill(it, width, **options) for it in said]


WORD = st.text(string.ascii_lowercase + "éüß", min_size=1, max_size=11)
SENTENCE = st.lists(WORD, min_size=4, max_size=30).map(lambda words: f"{' '.join(words).capitalize()}.")
PROSE = st.lists(st.lists(SENTENCE, min_size=3, max_size=6).map(" ".join), min_size=2, max_size=5)


@given(PROSE, st.integers(60, 100))
def test_prose_wrapped_at_any_width_is_the_prose_again(said, width):
    """Whatever the words and the width, blank lines between paragraphs are enough to have them back."""
    text = "\n\n".join(wrapped(said, width))
    small = sum(line[0].islower() for it in wrapped(said, width) for line in it.split("\n")[1:])
    assume(small >= 2)
    assert paragraphs(text) == said


@given(PROSE)
def test_a_line_a_paragraph_stays_as_it_is(said):
    """Text that nobody wrapped comes back line by line."""
    assert paragraphs("\n".join(said)) == said


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("said", [SAID, GERMAN, ARABIC], ids=["English", "German", "Arabic"])
def test_each_language_and_width(said, width):
    """A script without capitals needs no more than one with them."""
    assert paragraphs("\n\n".join([TITLE, *wrapped(said, width)])) == [TITLE, *said]


@pytest.mark.parametrize("width", [20, 30, 36])
def test_text_without_spaces_joins_without_them(width):
    """Chinese lines meet without a space, whether cut after so many characters or so many columns."""
    cut = ["\n".join(it[at : at + width] for at in range(0, len(it), width)) for it in CHINESE]
    assert paragraphs("\n\n".join(cut)) == CHINESE


@pytest.mark.parametrize(
    "said",
    [
        (
            "港湾局は火曜日、最大の起重機の脚が舗装に手のひらほど沈み、潮が変わる前に引き上げられなかったため、\n"
            "北岸壁を閉鎖した。そこで荷を降ろすはずだった船は石炭用の岸壁に回る。水深は二隻を除くすべての船に\n"
            "足りると港長は述べた。"
        ),
        (
            "การท่าเรือปิดท่าเทียบเรือด้านเหนือเมื่อวันอังคาร หลังจากขาของปั้นจั่นใหญ่ที่สุดจมลงในพื้น\n"
            "หินหนึ่งฝ่ามือและยกขึ้นไม่ได้ก่อนน้ำเปลี่ยนทิศ เรือที่จะขนของลงที่นั่นจะไปที่ท่าถ่านหินซึ่ง\n"
            "น้ำลึกพอสำหรับเรือทุกลำยกเว้นสองลำ"
        ),
    ],
    ids=["Japanese", "Thai"],
)
def test_lines_that_end_a_little_short_are_wrapped_too(said):
    """Where no space shows the words, lines end before a mark or a word that would not have fitted."""
    assert paragraphs(said) == [said.replace("\n", "")]


@pytest.mark.parametrize("end", ["\n\n", "\n\n\n"])
def test_a_blank_line_after_each_line(end):
    """Lines that are set apart throughout are still lines; a line that is not full ends a paragraph."""
    text = "\n\n".join([TITLE, *end.join(wrapped(SAID, 72)).split("\n")]).replace("\n\n\n\n", "\n\n\n")
    assert paragraphs(text) == [TITLE, *SAID]


def test_paragraphs_with_blank_lines_between_stay():
    """A dump with a blank line after each paragraph is not one paragraph."""
    assert paragraphs("\n\n".join([TITLE, *SAID, "Nobody was hurt.", "The crane weighs 90 tons."]))[1:3] == SAID[:2]


@pytest.mark.parametrize(
    "marked",
    [
        lambda it: textwrap.fill(it, 70, initial_indent="    "),
        lambda it: textwrap.fill(it, 70) + "\n",
        lambda it: textwrap.fill(it, 70, initial_indent="> ", subsequent_indent="> ") + "\n>",
        lambda it: textwrap.fill(it, 70, initial_indent=">> ", subsequent_indent=">> ") + "\n>>",
        lambda it: textwrap.fill(it, 70, initial_indent="      ", subsequent_indent="      ") + "\n",
    ],
    ids=["indented first lines", "blank lines", "a quoted mail", "a mail quoted twice", "an indented block"],
)
def test_what_marks_a_paragraph(marked):
    """A blank line, an indent or a quotation's blank line parts paragraphs; marks of quotation are none of the words."""
    assert paragraphs("\n".join(map(marked, SAID))) == SAID


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "2) ", "(a) "])
def test_items_of_a_list_stay_items(mark):
    """Each item is one, however many lines it has, and a paragraph before or after is none of it."""
    items = [mark + it for it in SAID[:2]]
    listed = [textwrap.fill(it, 72, subsequent_indent=" " * len(mark)) for it in items]
    text = "\n".join(["The board has said this much since:", *listed, "", *wrapped(SAID[2:], 72)])
    assert paragraphs(text) == ["The board has said this much since:", *items, SAID[2]]
    assert [it.tag for it in unwrapped(text.split("\n"))] == ["text", "item", "item", "text"]


def test_a_dash_at_the_start_of_a_line_is_no_item():
    """A sentence may be broken before its dash."""
    said = (
        "The harbour board, which has closed the quay for ships of all kinds - and for walkers too - will open it in June."
    )
    at = textwrap.fill(said, 68)
    assert "\n- and" in at
    assert paragraphs("\n\n".join([*wrapped(SAID, 68), at])) == [*SAID, said]


MEANT = {
    "an address": "Harbour Board\n4 Customs Lane\nPort Alder\nP12 3AB",
    "verse": "The tide goes out beneath the moon\nand leaves the boats aground\nthe gulls go home\nand all\ntoo soon",
    "columns": "Berth           Depth      Length\nNorth quay      9.4 m      210 m\nCoal berth      8.1 m      160 m",
    "columns nearly as wide as the text": (
        "Berth of the harbour          Depth at the lowest tide        Length,\n"
        "North quay of the harbour     9.4 m and no more than that     210 m"
    ),
    "rows of a table": "| Berth      | Depth |\n| North quay | 9.4 m |\n| Coal berth | 8.1 m |",
    "a heading and its rule": "Depths\n======",
    "a paragraph on one line": (
        "The north quay is a hundred and four years old, and its stones came by sea from the quarries of Ells, nine days off"
        "\nIts crane is new"
    ),
}


@pytest.mark.parametrize("kind", MEANT)
def test_a_break_that_was_meant_stays(kind):
    """What somebody set line by line stays so within wrapped text."""
    text = "\n\n".join([*wrapped(SAID[:2], 72), MEANT[kind], *wrapped(SAID[2:], 72)])
    assert paragraphs(text) == [*SAID[:2], *MEANT[kind].split("\n"), SAID[2]]


def test_a_title_above_a_text_without_blank_lines_is_its_own_line():
    """A headline stays one where a dateline follows it at once, and where it was broken by hand."""
    said = ["PORT ALDER, June 9, 2031 - " + SAID[0], *SAID[1:]]
    assert paragraphs("\n".join([TITLE, *wrapped(said, 64)]))[:2] == [TITLE, said[0]]
    for broken in ("Harbour board closes the north quay\nafter a crane sinks", "HARBOUR BOARD\nCLOSES NORTH QUAY"):
        assert paragraphs("\n\n".join([broken, *wrapped(said, 64)]))[0] == broken.replace("\n", " ")


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the pave-", "ment sank", "the pavement sank"),
        ("it stood half-", "open all night", "it stood half-open all night"),
        ("the Baltic-", "Adriatic line", "the Baltic-Adriatic line"),
        ("long- and short-", "term berths", "long- and short-term berths"),
        ("long-", "and short-term berths", "long- and short-term berths"),
        ("the years 2029-", "2031", "the years 2029-2031"),
        ("they re-", "sign", "they re-sign"),
        ("the quay—", "the north one", "the quay—the north one"),
        ("the quay —", "the north one", "the quay — the north one"),
        ("the quay -", "the north one", "the quay - the north one"),
        ("the pave\u00ad", "ment", "the pavement"),
        ("北码", "头关闭", "北码头关闭"),
    ],
)
def test_how_two_lines_meet(before, after, whole):
    """A word that a line's end cut is whole again, a compound keeps its hyphen, a dash its spaces."""
    common = {
        "pavement": 9.0,
        "half": 9.0,
        "open": 9.0,
        "long": 9.0,
        "short": 9.0,
        "term": 9.0,
        "re-sign": 9.0,
        "resign": 9.0,
    }
    dropped, between = joint(before, after, lambda word: common.get(word, 0.0))
    assert before[: len(before) - dropped] + between + after == whole


@pytest.mark.parametrize("width", [38, 44, 53, 59, 70])
def test_a_line_that_holds_the_end_of_a_sentence_goes_on_however_the_next_begins(width):
    """Where each line begins with a name, its capital does not say that a paragraph begins."""
    text = (
        "The board closed the quay at noon. Captain Ida Holm Karlsson of the Merry Anne was not told, she says. Mate Anders "
        "Lund and Cook Peter Voss were told by Jo Quill."
    )
    assert paragraphs(textwrap.fill(text, width)) == [text]


def test_a_compound_that_the_text_has_elsewhere_keeps_its_hyphen():
    """ "Reform" is the commoner word, and another one."""
    text = (
        "The crew of the old ferry, which has lain in the dock since March, will re-\nform in May, said the mate who leads "
        "it.\nNobody knows on which of the two ferries it will re-form, or who pays."
    )
    assert "since March, will re-form in May" in paragraphs(text)[0]


def test_hyphens_go_by_the_language_of_the_text():
    """A German text is read with German words; a word that the text has elsewhere is known too."""
    text = (
        "Die Hafenbehörde sperrte am Dienstag den Nordkai, nachdem die Füße des größ-\n"
        "ten Krans in das Pflaster gesunken waren, und auch der Xantenkai wird gesperrt,\n"
        "wie die Behörde am Abend mitteilte. Nur der alte Liegeplatz hinter dem Xanten-\n"
        "kai, der den Fischern gehört, bleibt offen."
    )
    assert "größten Krans" in paragraphs(text)[0]
    assert "dem Xantenkai," in paragraphs(text)[0]


def test_a_wrapped_file_cleans_as_the_unwrapped_one(cleaned):
    """Title, date, paragraphs and their lines are found in either."""
    said = ["PORT ALDER, June 9, 2031 - " + SAID[0], *SAID[1:]]
    plain, _ = cleaned(body="\n\n".join([TITLE, *said]))
    article, _ = cleaned(body="\n\n".join([TITLE, *wrapped(said, 72)]))
    assert (article.title, article.paragraphs) == (TITLE, tuple(said)) == (plain.title, plain.paragraphs)
    assert article.published == plain.published
    assert [it.line for it in article.removed] == [1]


def test_short_lines_that_are_sentences_or_headlines_stay():
    """Nothing but lines broken within their sentences shows that a text is wrapped."""
    said = [
        "The quay is shut.",
        "Ships go to the coal berth, the harbour master said on Tuesday morning.",
        "It is the first time since the great flood that a crane has sunk.",
        "Nobody was hurt.",
    ]
    heads = ["Quay shut after crane sinks into the paving", "Board votes for a deeper channel to the town", "Eels return"]
    assert paragraphs("\n".join(said)) == said
    assert paragraphs("\n".join(heads * 3)) == heads * 3
