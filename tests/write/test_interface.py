"""A site is in the first language of its digest, and runs as that does."""

from pathlib import Path

import pytest

from digest.model import Settings
from digest.write.interface import theme_settings
from digest.write.settings import trusted_settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("code", "language", "direction"),
    [
        ("ar", "ar", "rtl"),
        ("he", "he", "rtl"),
        ("zh", "zh", "ltr"),
        ("no", "nb", "ltr"),
        ("km", "en", "ltr"),
        ("ckb", "en", "rtl"),
    ],
)
def test_the_theme_has_words_in_the_language_or_english_ones(code, language, direction):
    """The direction is that of the language, whatever words the theme has."""
    assert theme_settings(code) == {"language": language, "direction": direction}


def test_only_what_digest_yml_says_changes_the_theme():
    """A digest that names no language keeps what its mkdocs.yml says."""
    assert set(trusted_settings(ROOT, Settings())["theme"]) == {"custom_dir"}
    said = trusted_settings(ROOT, Settings(languages=("km", "en")))
    assert (said["theme"]["language"], said["extra"]) == ("en", {"language": "km"})


def test_no_page_of_a_site_that_runs_from_the_right_is_pushed_out_to_the_left():
    """What is hidden until it has the focus lies above the page: to the left it would make the page as wide."""
    css = (ROOT / "digest" / "theme" / "assets" / "digest.css").read_text("utf-8")
    sides = ("padding-left", "padding-right", "margin-left", "margin-right", "border-left", " left:", " right:")
    assert [side for side in sides if side in css] == []
