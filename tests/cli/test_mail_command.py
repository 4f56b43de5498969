"""`digest mail` writes the edition of a day or a week, or says what is missing."""

import email
from email import policy

import pytest

from digest.cli.main import main


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Return a digest with one article."""
    (tmp_path / "seeds" / "articles").mkdir(parents=True)
    (tmp_path / "seeds" / "digest.yml").write_text("title: The Quay\nmail: {sender: Quay <news@quay.example>}\n")
    article = "---\ntitle: Ferry sails again\npublished: 2026-06-05\n---\nThe ferry to Weston sails again from Monday.\n"
    (tmp_path / "seeds" / "articles" / "ferry.md").write_text(article)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(monkeypatch, *words):
    """Run the command line and return its exit code."""
    monkeypatch.setattr("sys.argv", ["digest", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return ended.value.code


def test_a_day_is_written_as_a_mail(root, monkeypatch):
    """Under the day's name, or where one says."""
    assert run(monkeypatch, "mail", "2026-06-05", "--now", "2026-06-06") in (0, None)
    assert run(monkeypatch, "mail", "2026-06-05", "--now", "2026-06-07", "--output", "other.eml") in (0, None)
    data = (root / "2026-06-05.eml").read_bytes()
    assert data == (root / "other.eml").read_bytes()
    message = email.message_from_bytes(data, policy=policy.default)
    assert message["From"] == "Quay <news@quay.example>"
    assert "Ferry sails again" in message.get_body(("plain",)).get_content()


@pytest.mark.parametrize("week", ["2026-W23", "2026-w23"])
def test_a_week_is_written_as_a_mail(root, monkeypatch, week):
    """As ISO 8601 counts weeks, with links to where the digest is published."""
    assert run(monkeypatch, "mail", "--week", week, "--now", "2026-06-09", "--url", "https://quay.example/") in (0, None)
    message = email.message_from_bytes((root / "2026-w23.eml").read_bytes(), policy=policy.default)
    assert message["Subject"] == "The Quay: the week in 1 story, 1 to 7 June 2026"
    assert "https://quay.example/stories/2026/06/" in message.get_body(("plain",)).get_content()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say which day"),
        (("2026-06-05", "--week", "2026-W23"), "say which day"),
        (("--week", "2026-W54"), "write a week as ISO 8601 counts it: 2026-W23"),
        (("--week", "june"), "write a week as ISO 8601 counts it: 2026-W23"),
        (("--week", "2026-W22"), "2026-w22 has no edition; the newest is 2026-w23"),
    ],
)
def test_one_edition_is_asked_for_as_it_is_called(root, monkeypatch, capsys, words, said):
    """A day or a week, not both, and one that there is."""
    assert run(monkeypatch, "mail", *words, "--now", "2026-06-09") == 2
    assert said in capsys.readouterr().err
    assert not list(root.glob("*.eml"))


def test_what_is_missing_is_said(root, monkeypatch, capsys):
    """An edition of that day, and who sends it."""
    assert run(monkeypatch, "mail", "2026-06-04", "--now", "2026-06-06") == 2
    assert "2026-06-04 has no edition; the newest is 2026-06-05" in capsys.readouterr().err
    (root / "seeds" / "digest.yml").write_text("title: The Quay\n")
    assert run(monkeypatch, "mail", "2026-06-05", "--now", "2026-06-06") == 2
    assert "say who sends it" in capsys.readouterr().err
    assert not list(root.glob("*.eml"))
