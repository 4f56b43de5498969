"""axe finds nothing, in either scheme."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from theme.sample import EVERY, STORY

SCHEMES = ("light", "dark")
PHONE = {"viewport": {"width": 390, "height": 844}}


def violations(page):
    """Return what axe finds, of whatever weight, as rule and place."""
    found = Axe().run(page).response["violations"]
    return [(violation["id"], node["target"], node["failureSummary"]) for violation in found for node in violation["nodes"]]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", EVERY.values(), ids=EVERY)
def test_a_page_has_no_violation(open_page, path, scheme):
    """Each kind of page that the sample has, and the page for a wrong address."""
    assert violations(open_page(path, color_scheme=scheme)) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_story_on_a_phone_has_no_violation(open_page, scheme):
    """The table of sources as cards, and the masthead in two rows."""
    assert violations(open_page(STORY, color_scheme=scheme, **PHONE)) == []


@pytest.mark.parametrize("path", EVERY.values(), ids=EVERY)
def test_no_page_is_wider_than_a_phone_nor_than_a_screen_at_200_percent(open_page, path):
    """At 390 pixels, and at the 720 that a screen of 1440 has then."""
    for width in (390, 720):
        page = open_page(path, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", SCHEMES)
def test_open_search_has_no_violation(open_page, scheme):
    """The dialog with results in it."""
    page = open_page(STORY, color_scheme=scheme)
    page.keyboard.press("/")
    page.get_by_role("dialog", name="Search").wait_for()
    page.keyboard.type("council")
    page.locator(".search__results a").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_tip_has_no_violation(open_page, scheme):
    """The words behind a citation, shown."""
    page = open_page(STORY, color_scheme=scheme)
    page.locator(".points sup a").first.hover()
    assert violations(page) == []
