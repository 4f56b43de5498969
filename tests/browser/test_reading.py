"""What a reader meets: pages that are light, stay on the site's own host, fit the phone and need no script."""

from urllib.parse import urlsplit

import pytest
from theme.sample import OLD_ADDRESS, PAGES, STORY

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_a_story_page_is_light(open_page, transferred):
    """A story page loads at most 68 KB compressed in at most 7 requests; the most allowed is 150 KB in 10."""
    seen = transferred(open_page(STORY, until="networkidle"))
    assert len(seen) <= 7, seen
    assert sum(size for _, size in seen) <= 68_000, seen


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_is_asked_of_another_host(open_page, address, path):
    """Every request of a page goes to the site's own host."""
    page = open_page(path, until="networkidle")
    assert {urlsplit(request.url).netloc for request in page.requests_seen} == {urlsplit(address).netloc}


def test_search_is_not_loaded_before_it_is_opened(open_page):
    """Pagefind and the search dialog cost a reader who does not search nothing."""
    page = open_page(STORY, until="networkidle")
    assert not [r.url for r in page.requests_seen if "pagefind" in r.url or "search.js" in r.url]


def test_a_story_reads_well_without_javascript(open_page):
    """Headline, points, counts, sources and ways on are there; buttons that need a script are not."""
    page = open_page(STORY, java_script_enabled=False)
    for words in ("Council votes on tram fares, report 1", "4 of 4 sources", "Harbour Post", "Where they differ"):
        assert page.get_by_text(words).first.is_visible(), words
    assert page.get_by_role("navigation", name="Main").is_visible()
    assert page.locator("button:visible, input:visible").count() == 0


def test_a_citation_shows_its_words_without_javascript(open_page):
    """The words behind a number appear when it is hovered or focused by the keyboard, and only then."""
    page = open_page(STORY, java_script_enabled=False)
    mark = page.locator(".points sup a").first
    tip = mark.locator(".tip")
    assert not tip.is_visible()
    mark.hover()
    assert tip.is_visible()
    assert "agreed on Tuesday" in tip.inner_text()
    page.mouse.move(0, 0)
    assert not tip.is_visible()
    page.locator(".meta a").first.focus()
    page.keyboard.press("Tab")
    assert tip.is_visible()


def test_a_citation_leads_to_its_row(open_page):
    """Following a citation number brings the source's row into view."""
    page = open_page(STORY)
    page.locator(".points sup a").first.click()
    assert page.url.endswith("#s1")
    assert page.locator("#s1").is_visible()


def test_escape_puts_a_tip_away(open_page):
    """A tip that covers what is being read goes with Escape, and is there again for the next citation."""
    page = open_page(STORY)
    marks = page.locator(".points sup a")
    marks.nth(0).hover()
    assert marks.nth(0).locator(".tip").is_visible()
    page.keyboard.press("Escape")
    assert not marks.nth(0).locator(".tip").is_visible()
    marks.nth(1).hover()
    assert marks.nth(1).locator(".tip").is_visible()


@pytest.mark.parametrize("path", [*PAGES.values(), "method/", "404.html"], ids=[*PAGES, "method", "404"])
def test_nothing_overflows_on_a_phone(open_page, path):
    """At 390 pixels no page scrolls sideways."""
    page = open_page(path, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_tip_stays_on_a_narrow_screen(open_page):
    """At 390 pixels the words behind a citation lie within the window."""
    page = open_page(STORY, viewport={"width": 390, "height": 844})
    mark = page.locator(".points sup a").last
    mark.hover()
    box = mark.locator(".tip").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


@pytest.mark.parametrize("script", [True, False])
def test_an_old_address_leads_on(open_page, address, script):
    """The page at an address that a story once had redirects to it, with and without JavaScript."""
    page = open_page(OLD_ADDRESS, java_script_enabled=script)
    page.wait_for_url(address + STORY)
    assert page.get_by_role("heading", level=1).inner_text() == "Council votes on tram fares, report 1"


def test_the_reader_chooses_the_colours(open_page):
    """The palette button goes from the system's scheme to light, to dark and back, and the next page remembers."""
    page = open_page("", color_scheme="light")
    button = page.locator("[data-palette]")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    button.click()
    assert page.evaluate(paper) == light
    button.click()
    dark = page.evaluate(paper)
    assert dark != light
    assert button.get_attribute("aria-label") == "Colours: dark"
    page.get_by_role("link", name="Editions").first.click()
    assert page.evaluate(paper) == dark
    page.locator("[data-palette]").click()
    assert page.evaluate(paper) == light
