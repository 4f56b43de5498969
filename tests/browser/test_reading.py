"""What a reader meets: pages that are light, stay on the site's own host, fit the phone and need no script."""

from urllib.parse import urlsplit

import pytest
from theme.sample import OLD_ADDRESS, PAGES, STORY

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_a_story_page_is_light(open_page, transferred):
    """A story page loads at most 68 KB compressed in at most 8 requests; the most allowed is 150 KB in 10."""
    seen = transferred(open_page(STORY, until="networkidle"))
    assert len(seen) <= 8, seen
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
    for words in ("Council votes on tram fares, report 1", "4 of 4 sources", "Where they differ"):
        assert page.get_by_text(words).first.is_visible(), words
    assert page.locator(".sources").get_by_text("Harbour Post").first.is_visible()
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


def test_a_row_leads_back_to_the_citation_that_was_followed(open_page):
    """Not to the first line that cites the source, and the focus goes with it."""
    page = open_page(STORY)
    mark = page.locator(".points li").nth(1).locator("sup a").first
    mark.click()
    page.locator("tr", has=page.locator("#s1")).locator(".back").click()
    assert mark.evaluate("mark => mark === document.activeElement")
    assert mark.locator(".tip").is_visible()


def test_a_row_leads_back_without_javascript(open_page):
    """To the first line that cites it."""
    page = open_page(STORY, java_script_enabled=False)
    page.locator(".back").first.click()
    assert page.locator(".points li").first.locator(".way").get_attribute("href") == f"#{page.url.partition('#')[2]}"


def test_a_tap_shows_the_words_and_a_second_one_follows_the_number(open_page):
    """A tap elsewhere and Escape put them away."""
    page = open_page(STORY, **PHONE)
    marks = page.locator(".points sup a")
    tip = marks.nth(0).locator(".tip")
    marks.nth(0).tap()
    assert tip.is_visible()
    assert "#s" not in page.url
    page.locator("h1").tap()
    assert not tip.is_visible()
    marks.nth(0).tap()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    marks.nth(1).tap()
    marks.nth(1).tap()
    assert page.url.endswith("#s2")
    assert not marks.nth(1).locator(".tip").is_visible()


def test_a_line_has_an_address_that_is_copied(open_page, address):
    """The link beside a line brings its address to the clipboard, and leads to the line."""
    page = open_page(STORY)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    line = page.locator(".points li").nth(1)
    line.hover()
    line.locator(".way").click()
    line.locator(".way.copied").wait_for()
    assert page.get_by_role("status").inner_text() == "The address of this line is copied"
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.partition("#")[2] == line.locator(".way").get_attribute("id")
    assert copied.startswith("https://example.org/news/" + STORY)
    page.goto(address + STORY + "#" + copied.partition("#")[2])
    assert line.evaluate("line => getComputedStyle(line).backgroundColor !== 'rgba(0, 0, 0, 0)'")


def test_the_page_is_shared_without_a_third_party(open_page):
    """Where the system has no sheet for it the address is copied."""
    page = open_page(STORY)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Address copied").wait_for()
    assert page.get_by_role("status").inner_text() == "Address copied"
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/news/" + STORY


def test_the_table_of_sources_sorts(open_page):
    """By publisher and by day, up and down, and says how."""
    page = open_page(STORY)
    numbers = page.locator(".sources tbody td:first-child span")
    head = page.get_by_role("columnheader", name="Publisher")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert numbers.all_inner_texts() == ["1", "3", "4", "2"]
    head.get_by_role("button").click()
    assert numbers.all_inner_texts() == ["2", "4", "3", "1"]
    page.get_by_role("button", name="Published").click()
    assert numbers.all_inner_texts() == ["1", "2", "3", "4"]
    assert head.get_attribute("aria-sort") is None


def test_on_a_phone_the_sources_stand_below_one_another(open_page):
    """Nothing scrolls, and it is a table still: its rows are, and its headings sort them."""
    page = open_page(STORY, **PHONE)
    table = page.get_by_role("region", name="Sources")
    assert table.evaluate("table => table.scrollWidth <= table.clientWidth && table.clientWidth <= 390")
    rows = table.get_by_role("table").get_by_role("row")
    first = [cell.inner_text() for cell in rows.nth(1).get_by_role("cell").all()]
    assert first[1] == "Harbour Post"
    boxes = [cell.bounding_box() for cell in rows.nth(1).get_by_role("cell").all()[1:3]]
    assert boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"] - 1
    table.get_by_role("columnheader", name="#").get_by_role("button").click(click_count=2)
    assert rows.nth(1).get_by_role("cell").nth(1).inner_text() != "Harbour Post"


def test_print_has_the_citations_as_notes(open_page):
    """Beneath their line, with the number and whose words they are; what only works on a screen is not printed."""
    page = open_page(STORY)
    page.emulate_media(media="print")
    line = page.locator(".points li").first
    tip = line.locator(".tip").first
    assert tip.is_visible()
    assert tip.inner_text().startswith("1 Harbour Post “The council")
    marks = [mark.bounding_box()["y"] for mark in line.locator("sup a").all()]
    assert tip.bounding_box()["y"] > marks[0]
    for gone in (".way", ".back", ".share", ".masthead__nav"):
        assert not page.locator(gone).first.is_visible(), gone


def test_the_density_is_chosen_without_a_script_and_remembered_with_one(open_page, address):
    """Lines leave out what is said beneath the headlines; no cookie is set."""
    still = open_page("", java_script_enabled=False)
    said = still.locator("article > p").first
    assert said.is_visible()
    still.get_by_label("Lines").check()
    assert not said.is_visible()
    page = open_page("")
    page.get_by_label("Lines").check()
    page.goto(address)
    assert page.get_by_label("Lines").is_checked()
    assert not page.locator("article > p").first.is_visible()
    assert page.context.cookies() == []


@pytest.mark.parametrize("width", [820, 1440])
def test_the_front_page_fills_the_screen(open_page, width):
    """Stories stand beside one another, and reach from margin to margin."""
    page = open_page("", viewport={"width": width, "height": 900})
    boxes = [box.bounding_box() for box in page.locator("article, .side .drawing").all()]
    assert max(box["x"] + box["width"] for box in boxes) - min(box["x"] for box in boxes) > 0.85 * width
    assert len({round(box["x"]) for box in boxes}) > 1


@pytest.mark.parametrize("kind", ["front", "story", "topic", "source", "editions"])
def test_drawings_are_legible_on_a_phone(open_page, kind):
    """There is one, and none is scaled down: a pixel of the drawing is at least nine tenths of one of the page."""
    page = open_page(PAGES[kind], **PHONE)
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.wait_for_load_state("networkidle")
    scales = page.evaluate("[...document.images].map(image => image.width / image.naturalWidth)")
    assert scales
    assert min(scales) >= 0.9


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
