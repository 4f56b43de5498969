"""Search by keyboard: opened with the button or "/", narrowed by filters, closed with Escape."""

import pytest


@pytest.fixture
def search(open_page):
    """Return a page with the search dialog open, as the "/" key opens it."""
    page = open_page("")
    page.keyboard.press("/")
    page.get_by_role("dialog", name="Search").wait_for()
    return page


def results(page, count):
    """Return the headlines of the results once there are so many stories."""
    page.locator(".search__status", has_text=f"{count} stor").wait_for()
    return page.locator(".search__results a").all_inner_texts()


def test_the_slash_key_opens_search_ready_to_type(search):
    """The field has the focus, is labelled, and a word gives stories with headline, source and date."""
    assert search.evaluate("document.activeElement.id") == "search-words"
    search.keyboard.type("turbine")
    assert results(search, 1) == ["Council votes on the tidal turbine, report 1"]
    item = search.locator(".search__results li").inner_text()
    assert "6 May 2031" in item
    assert "Harbour Post, Tide Wire, Northbank Radio and 1 more" in item
    assert search.locator(".search__results mark").count() > 0


def test_excerpts_hold_no_marks_or_counts(search):
    """Citation numbers, counts and tips stay out of what is searched and shown."""
    search.keyboard.type("shopkeepers")
    results(search, 6)
    for excerpt in search.locator(".search__results li p:last-child").all_inner_texts():
        assert "●" not in excerpt
        assert "of 4 sources" not in excerpt
        assert "Summary of source" not in excerpt


def test_filters_narrow_and_widen(search):
    """Topic, source and month are labelled fields that narrow what was found; a filter alone lists its stories."""
    search.keyboard.type("council")
    results(search, 6)
    search.get_by_label("Topic").select_option("Schools")
    assert len(results(search, 2)) == 2
    search.get_by_label("Month").select_option(label="March 2031")
    assert results(search, 1) == ["Council votes on solar roofs on schools, report 1"]
    search.get_by_label("Topic").select_option("")
    search.get_by_label("Search the stories").fill("")
    assert len(results(search, 2)) == 2
    search.get_by_label("Source").select_option("Quayside Notes")
    assert len(results(search, 1)) == 1


def test_hostile_words_are_only_words(search):
    """A headline, an excerpt and a publisher's name with markup in them are shown as written, and nothing of them runs."""
    search.keyboard.type("zinc")
    assert results(search, 1) == ["<img src=x onerror=window.hit=1> <b>zinc</b> & {{ 7*7 }}"]
    assert "<b>zinc</b>" in search.locator(".search__results li p:last-child").inner_text()
    assert search.locator("dialog :is(img, b)").count() == 0
    assert search.evaluate("window.hit") is None


def test_the_dialog_leads_to_all_results(search):
    """Its link has what is asked for in its address, and names how many there are; it is there only with results."""
    way = search.locator(".search__all")
    assert not way.is_visible()
    search.keyboard.type("council")
    search.get_by_label("Topic").select_option("Schools")
    results(search, 2)
    search.get_by_role("link", name="All 2 results").click()
    search.wait_for_url("**/news/search/?q=council&topic=Schools")
    assert len(results(search, 2)) == 2


def test_a_site_without_an_index_says_so(open_page):
    """Where Pagefind's files are missing, the dialog opens and tells what makes them."""
    page = open_page("")
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    page.keyboard.press("/")
    page.get_by_role("status").filter(has_text="digest build").wait_for()
    assert page.get_by_label("Search the stories").is_disabled()


def test_nothing_found_is_said(search):
    """A word that is nowhere gives a sentence, in a place that is read out, and no results."""
    search.keyboard.type("zeppelin")
    search.get_by_role("status").filter(has_text="No story has these words").wait_for()
    assert search.locator(".search__results li").count() == 0


def test_the_keyboard_is_enough(search):
    """Enter goes to the first result, Enter again opens it."""
    search.keyboard.type("turbine")
    results(search, 1)
    search.keyboard.press("Enter")
    search.keyboard.press("Enter")
    search.wait_for_url("**/stories/2031/05/the-tidal-turbine-3/")


def test_enter_does_not_wait_until_a_word_has_settled(search):
    """Sent with Enter at once, a word is searched at once, and the first result has the focus."""
    search.keyboard.type("turbine")
    search.keyboard.press("Enter")
    search.locator(".search__results a:focus").wait_for()
    assert len(results(search, 1)) == 1


def test_pointing_at_search_loads_the_index(open_page):
    """It comes while the reader clicks and types, and only then."""
    page = open_page("", until="networkidle")
    with page.expect_request("**/pagefind-entry.json*"):
        page.get_by_role("button", name="Search").hover()
    assert page.get_by_role("dialog").count() == 0


def test_escape_closes_and_the_focus_returns(open_page):
    """Search opened from the button gives the focus back to it."""
    page = open_page("")
    button = page.get_by_role("button", name="Search")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Search")
    dialog.wait_for()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert button.evaluate("button => button === document.activeElement")


def test_a_slash_that_is_typed_stays_a_slash(search):
    """In the field itself "/" is a character."""
    search.keyboard.type("a/b")
    assert search.get_by_label("Search the stories").input_value() == "a/b"
