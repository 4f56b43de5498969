"""The method page says what the program goes by, not what somebody once typed."""

import re

from digest import pipeline
from digest.config import load
from digest.link.points import telling
from digest.thresholds import thresholds
from digest.write.new import new


def test_a_number_of_the_code_stands_on_the_method_page(tmp_path, monkeypatch):
    """Changed in one place, it is changed on the page."""
    new(tmp_path)
    monkeypatch.setattr(telling, "MOST_TOLD", 4321)
    _, pages = pipeline.build(*load(tmp_path))
    text = next(page.text for page in pages if page.path == "method.md")
    assert "| Passages on a page, of whatever kind | at most 4321 |" in text


def test_each_threshold_is_a_number():
    """A row without one would tell a reader nothing."""
    assert [what for what, value in thresholds() if not re.search(r"\d", value)] == []
