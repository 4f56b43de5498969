"""Mail as an article (.eml): header fields, alternatives, encodings, attachments, and what cannot be read."""

import base64
import tracemalloc
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.acquire import acquire
from digest.acquire.adding.files import add_files
from digest.acquire.decoding.mime import MOST_PARTS
from digest.acquire.seeds.mail import read_mail
from digest.clean import clean
from digest.config import load

FIELDS = {
    "From": "Ines Valdo <ines@harbour.example>",
    "Subject": "Council shuts the lock",
    "Date": "Thu, 4 Jun 2026 09:10:00 +0200",
    "Message-ID": "<31@harbour.example>",
}
WORDS = "The council voted to shut the old lock from June on.\nBoth of its gates have cracked.\n"
MARKUP = (
    "<html><body><p>The council voted to shut the old lock from June on.</p><p>Both of its gates have cracked.</p></body>"
)
NOW = datetime(2026, 6, 10, tzinfo=UTC)


def mail(body=WORDS, end="\n", **fields):
    """A message; a field that is None is left out, `_` in a name stands for `-`."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    named = {name: value for name, value in (FIELDS | named).items() if value is not None}
    head = "".join(f"{name}: {value}\n" for name, value in named.items())
    raw = head.encode() + b"\n" + (body.encode() if isinstance(body, str) else body)
    return raw.replace(b"\n", end.encode())


def multipart(kind, *parts, boundary="b1", closed=True):
    text = "".join(f"--{boundary}\n{part}\n" for part in parts) + (f"--{boundary}--\n" if closed else "")
    return {"Content_Type": f'multipart/{kind}; boundary="{boundary}"', "body": "Preamble.\n" + text}


def part(kind, text, *fields):
    return "\n".join([f"Content-Type: {kind}", *fields, "", text])


def read(**fields):
    return read_mail(mail(**fields), "a.eml")


@pytest.fixture
def entries(tmp_path):
    """Return a function: {name: bytes in seeds/articles} -> (config, entries, problems)."""

    def make(files):
        (tmp_path / "seeds/sources").mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds/sources/harbour.yml").write_text("name: Harbour Post\nhome: https://www.harbour.example/\n")
        for name, raw in files.items():
            path = tmp_path / "seeds" / "articles" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        config, _ = load(tmp_path)
        return config, *acquire(config)

    return make


def test_the_fields_of_a_mail_are_those_of_an_article(entries):
    """Subject, From, Date, Message-ID, language and archive address; where each stands in the file is known."""
    raw = mail(
        Content_Language="de-DE",
        Archived_At="<https://harbour.example/letters/31>",
        List_Id="Harbour Letter <l.harbour.example>",
    )
    _, (entry,), problems = entries({"a.eml": raw})
    assert problems == ()
    assert (entry.title, entry.byline, entry.publisher) == ("Council shuts the lock", "Ines Valdo", "Harbour Letter")
    assert (entry.published, entry.language) == ("2026-06-04T09:10:00+02:00", "de")
    assert (entry.link, entry.guid, entry.kind) == ("https://harbour.example/letters/31", "mid:31@harbour.example", "text")
    assert (entry.body, entry.line, entry.by_hand) == (WORDS, 9, True)
    assert entry.place("published") == (3, 1)


def test_a_mail_is_of_the_source_whose_site_it_comes_from(entries):
    """The domain of the sender tells the source where the names do not; a stranger is who it says it is."""
    config, found, _ = entries({"a.eml": mail(), "b.eml": mail(From="Ada <ada@other.example>", Message_ID="<2@x>")})
    articles, _ = clean(found, config, NOW)
    assert [(article.source, article.publisher) for article in articles] == [("harbour", "Harbour Post"), (None, "Ada")]


def test_a_mail_cannot_say_that_it_is_of_a_source_or_a_brief(entries):
    """What decides whose words these are is written by the person who adds it, not by who sent it."""
    _, (entry,), problems = entries({"a.eml": mail(Source="harbour", Text="brief", From="Ada <ada@other.example>")})
    assert (entry.source, entry.text, entry.publisher, problems) == (None, "verbatim", "Ada", ())


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("=?utf-8?b?" + base64.b64encode("Schleuse zu: für ein Jahr".encode()).decode() + "?=", "Schleuse zu: für ein Jahr"),
        ("=?iso-8859-1?q?Schlie=DFung?= der =?iso-8859-1?q?Br=FCcke?=", "Schließung der Brücke"),
        ("=?utf-8?b?5riv?=\n =?utf-8?b?44Gg44KI44KK?=", "港だより"),
        ("=?utf-8?b?5ri?= =?utf-8?b?v?=", "=?utf-8?b?5ri?= =?utf-8?b?v?="),
        ("=?no-such?q?Br=C3=BCcke?=", "Brücke"),
        ("Brücke, roh geschrieben", "Brücke, roh geschrieben"),
        ("two\n lines\n\tof one title", "two lines of one title"),
    ],
)
def test_words_of_fields_are_decoded(entries, printed, read_as):
    """Encoded words in any charset, folded lines and bare UTF-8; what cannot be decoded stays as it came."""
    _, (entry,), _ = entries({"a.eml": mail(Subject=printed)})
    assert entry.title == read_as


def test_a_name_may_hold_commas_in_encoded_words(entries):
    """They are part of one sender's name; two senders are two names."""
    coded = "=?utf-8?q?Quai=2C_R=C3=A9daction?= <q@quai.example>"
    _, (entry,), _ = entries({"a.eml": mail(From=f'{coded}, "Bo Lund" <bo@quai.example>')})
    assert entry.byline == "Quai, Rédaction, Bo Lund"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_alternatives_the_plain_text_is_taken(order):
    """In whichever order they come."""
    parts = [part("text/plain", WORDS), part("text/html", MARKUP)]
    article = read(**multipart("alternative", *(parts[at] for at in order)))
    assert (article.kind, article.body.strip()) == ("text", WORDS.strip())


@pytest.mark.parametrize("stub", ["", "Read this in your browser: https://harbour.example/letters/31"])
def test_the_html_is_taken_where_the_text_is_missing_or_only_points_to_it(stub):
    """A newsletter's note is not its article."""
    article = read(**multipart("alternative", part("text/plain", stub), part("text/html; charset=utf-8", MARKUP)))
    assert (article.kind, article.page, "Both of its gates" in article.body) == ("html", True, True)


def test_attachments_and_pictures_are_left_out():
    """Also what is shown inline under a file's name; the text around them is one."""
    attached = part("text/plain; name=log.txt", "log", "Content-Disposition: attachment; filename=log.txt")
    named = part("text/plain", "notes", "Content-Disposition: inline; filename=notes.txt")
    picture = part("image/png", "AAAA", "Content-Transfer-Encoding: base64")
    article = read(**multipart("mixed", part("text/plain", "First."), attached, named, picture, part("text/plain", "Last.")))
    assert article.body == "First.\n\nLast."
    assert article.problems == ()


def test_parts_lie_within_parts():
    """multipart/mixed of multipart/alternative, as mail programs write it; lines are counted through."""
    inner = multipart("alternative", part("text/plain", WORDS), part("text/html", MARKUP), boundary="b2")
    wrapped = part('multipart/alternative; boundary="b2"', inner["body"])
    raw = mail(**multipart("mixed", wrapped, part("application/pdf", "x", "Content-Disposition: attachment")))
    article = read_mail(raw, "a.eml")
    assert article.body.strip() == WORDS.strip()
    assert raw.split(b"\n")[article.line - 1] == WORDS.split("\n", maxsplit=1)[0].encode()


@pytest.mark.parametrize(
    ("charset", "encoding", "data"),
    [
        ("iso-8859-1", "quoted-printable", b"Die Schleuse ist f=FCr ein Jahr ge=\nsperrt."),
        ("utf-8", "base64", base64.encodebytes("Die Schleuse ist für ein Jahr gesperrt.".encode())),
        ("utf-8", "8bit", "Die Schleuse ist für ein Jahr gesperrt.".encode()),
        ("windows-1252", "8bit", "Die Schleuse ist für ein Jahr gesperrt.".encode("cp1252")),
        ("us-ascii", "8bit", "Die Schleuse ist für ein Jahr gesperrt.".encode()),
        ("undefined", "8bit", "Die Schleuse ist für ein Jahr gesperrt.".encode()),
        ("utf-16", "base64", base64.encodebytes("Die Schleuse ist für ein Jahr gesperrt.".encode("utf-16"))),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_charset_and_transfer_encoding_is_read(charset, encoding, data, end):
    """Line ends of either kind; a charset that is wrong or none costs nothing where the bytes are UTF-8."""
    fields = {"Content_Type": f"text/plain; charset={charset}", "Content_Transfer_Encoding": encoding}
    article = read_mail(mail(data, end=end, **fields), "a.eml")
    assert article.body.strip() == "Die Schleuse ist für ein Jahr gesperrt."


def test_flowing_lines_are_joined():
    """format=flowed breaks lines anywhere; a signature's mark ends one."""
    body = "The council voted \nto shut \nthe lock.\nBoth gates \nhave cracked.\n-- \nInes\n"
    assert read(body=body, Content_Type="text/plain; format=flowed").body.split("\n")[:3] == [
        "The council voted to shut the lock.",
        "Both gates have cracked.",
        "-- ",
    ]


def test_a_mail_out_of_a_mailbox_is_read():
    """The line before the message, blank lines and a byte order mark are no part of it."""
    for before in (b"From ines Thu Jun  4 09:10:00 2026\n", b"\xef\xbb\xbf", b"\n\n"):
        article = read_mail(before + mail(), "a.eml")
        assert (article.body, article.line) == (WORDS, 6 + before.count(b"\n"))


CASES = {
    "no-mail": (b"Just words: and more\nof them\n", 1, "From"),
    "empty": (b" \n", 1, "empty"),
    "encrypted": (mail(Content_Type="multipart/encrypted; boundary=b"), 5, "encrypted"),
    "attachments": (mail(**multipart("mixed", part("image/png", "AAAA"))), 5, "no text"),
    "no-parts": (mail(Content_Type="multipart/mixed; boundary=b"), 5, "not where"),
    "base64": (mail("This is no base64.\n", Content_Transfer_Encoding="base64"), 7, "base64"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_be_read_is_a_problem_with_its_line(entries, name):
    """Nothing is guessed of it; the remedy says what to save instead."""
    raw, line, words = CASES[name]
    _, found, (problem,) = entries({"a.eml": raw})
    assert found == ()
    assert (problem.where, problem.line, problem.by_hand, problem.stage) == ("seeds/articles/a.eml", line, True, "acquire")
    assert words in problem.detail
    assert problem.remedy


def test_a_mail_that_is_cut_off_is_read_as_far_as_it_goes(entries):
    """Its last line is named."""
    raw = mail(**multipart("mixed", part("text/plain", WORDS), closed=False))
    _, (entry,), (problem,) = entries({"a.eml": raw})
    assert entry.body.strip() == WORDS.strip()
    assert (problem.code, problem.line, problem.by_hand) == ("torn-mail", raw.rstrip().count(b"\n") + 1, True)


@pytest.mark.parametrize(("field", "value", "line"), [("Date", "soon", 3), ("Subject", None, 1)])
def test_a_field_that_is_wrong_or_missing_costs_that_alone(entries, field, value, line):
    """It is named where it stands, and the remedy works: a line with our own key comes first."""
    raw = mail(**{field: value})
    _, (entry,), (problem,) = entries({"a.eml": raw})
    assert (entry.body, problem.line, problem.by_hand) == (WORDS, line, True)
    added = b"title: Lock shut\npublished: 2026-06-04\n" + raw
    _, (entry,), problems = entries({"a.eml": added})
    assert (entry.title, entry.published, problems) == ("Lock shut", "2026-06-04", ())


def test_one_mail_in_two_files_is_noted(entries):
    """The second says which file has it; both stay articles of their own id."""
    config, found, (note,) = entries({"a.eml": mail(), "b/a.eml": mail()})
    assert (note.where, note.code, note.by_hand, "seeds/articles/a.eml" in note.detail) == (
        "seeds/articles/b/a.eml",
        "double",
        False,
        True,
    )
    assert len({article.id for article in clean(found, config, NOW)[0]}) == 2


def test_a_mail_is_the_same_article_under_another_name(entries, tmp_path):
    """Its id is made of its Message-ID."""
    config, found, _ = entries({"a.eml": mail()})
    first = clean(found, config, NOW)[0][0].id
    (tmp_path / "seeds/articles/a.eml").rename(tmp_path / "seeds/articles/z.eml")
    assert clean(acquire(config)[0], config, NOW)[0][0].id == first


def test_mail_is_added_as_it_is(tmp_path):
    """`digest add mail.eml` keeps its bytes; what is no mail is not added."""
    (tmp_path / "seeds").mkdir()
    raw = mail("Ein Satz f\xfcr alle.".encode("latin-1"), Content_Type="text/plain; charset=iso-8859-1")
    for name, data in {"Lock shut.eml": raw, "words.eml": b"words"}.items():
        (tmp_path / name).write_bytes(data)
    report = add_files(load(tmp_path)[0], [tmp_path / "Lock shut.eml", tmp_path / "words.eml"], NOW)
    assert [added.where for added in report.added] == ["seeds/articles/lock-shut.eml"]
    assert [problem.code for problem in report.problems] == ["no-mail"]
    assert (tmp_path / "seeds/articles/lock-shut.eml").read_bytes() == raw
    assert acquire(load(tmp_path)[0])[0][0].body == "Ein Satz für alle."


HOSTILE = {
    "parts": {"Content_Type": "multipart/mixed; boundary=b", "body": "--b\n\n" * 1_500_000},
    "fields": {"body": "a:\n" * 3_000_000, "Content_Type": "multipart/mixed; boundary=b", "X": "\n--b"},
    "nested": {
        "Content_Type": "multipart/mixed; boundary=b",
        "body": "--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 10**5,
    },
    "comments": {"From": "(" * 100_000 + " <a@b.example>"},
    "quotes": {"Content_Type": "text/plain" + ";" * 60_000},
    "words": {"Subject": "=?" * 100_000},
    "boundary": {"Content_Type": f"multipart/mixed; boundary={'b' * 90_000}"},
    "blank": {"body": " " * 5_000_000, "Content_Transfer_Encoding": "base64"},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_mail_costs_bounded_memory(name):
    """However many parts, fields, levels or comments there are, little more is held than the file itself."""
    raw = mail(**HOSTILE[name])
    tracemalloc.start()
    article = read_mail(raw, "a.eml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 6 * len(raw) + 5_000_000
    assert article.body is None or len(article.body) <= len(raw) + 2 * MOST_PARTS


@given(
    st.binary(max_size=300),
    st.sampled_from(["Content-Type", "Content-Transfer-Encoding", "From", "Subject", "Date", "List-Id"]),
)
def test_no_bytes_make_reading_fail(noise, field):
    """In a field or in the body."""
    for raw in (mail(**{field: "text/plain; charset="}).replace(b"charset=", b"charset=" + noise), mail(noise), noise):
        article = read_mail(raw, "a.eml")
        assert article.body is not None or article.problems


def test_comments_within_comments_name_nobody():
    """A From field of a thousand brackets costs the author and nothing else."""
    raw = read(From="(" * 4000 + "a" + ")" * 4000 + " ines@harbour.example")
    assert "The council voted" in raw.body
    assert "author" not in raw.header.yaml
    assert "Ines Valdo" in read().header.yaml
