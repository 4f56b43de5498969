"""The page of search results: its address says what is asked for; fields, results and order by keyboard alone."""

from theme.build import ROOT

CITY = "search/?q=council"


def results(page, count):
    """Return the headlines of the results once there are so many stories."""
    page.locator(".search__status", has_text=f"{count} stor").wait_for()
    return page.locator(".search__results a").all_inner_texts()


def days(page):
    """The days that the results stand with, as printed."""
    return [facts.split(" · ")[0] for facts in page.locator(".search__facts").all_inner_texts()]


def test_an_address_is_a_search(open_page):
    """Words, a filter and the order stand in the fields, and the results are those of them, with date and sources."""
    page = open_page("search/?q=council&topic=Transport&sort=date")
    assert len(results(page, 3)) == 3
    assert page.get_by_label("Search the stories").input_value() == "council"
    assert page.get_by_label("Topic").input_value() == "Transport"
    assert page.get_by_label("Order").input_value() == "date"
    assert days(page) == ["9 May 2031", "8 May 2031", "30 March 2031"]
    assert "Harbour Post, Tide Wire, Northbank Radio and 1 more" in page.locator(".search__facts").first.inner_text()


def test_the_address_follows_the_fields(open_page):
    """It says what is asked for now, so that it can be kept; coming back from a story finds the same results."""
    page = open_page("search/")
    page.get_by_label("Search the stories").fill("council")
    results(page, 6)
    page.get_by_label("Source").select_option("Quayside Notes")
    results(page, 3)
    page.get_by_label("Order").select_option("Newest first")
    page.wait_for_url("**/search/?q=council&source=Quayside+Notes&sort=date")
    found = results(page, 3)
    page.locator(".search__results a").first.click()
    page.wait_for_url("**/stories/**")
    page.go_back()
    assert results(page, 3) == found
    page.get_by_label("Order").select_option("Best match first")
    page.get_by_label("Source").select_option("All")
    page.get_by_label("Search the stories").fill("")
    page.get_by_role("status").filter(has_text="Type a word").wait_for()
    assert page.url.endswith("/search/")


def test_by_date_nothing_is_lost(open_page):
    """The order changes the order alone; the newest stand first."""
    page = open_page(CITY)
    found = results(page, 6)
    page.get_by_label("Order").select_option("Newest first")
    page.wait_for_url("**sort=date")
    page.locator(".search__results li").first.get_by_text("9 May 2031").wait_for()
    assert sorted(results(page, 6)) == sorted(found)
    assert days(page) == ["9 May 2031", "8 May 2031", "8 May 2031", "6 May 2031", "30 March 2031", "29 March 2031"]


def test_without_words_a_filter_lists_the_newest_first(open_page):
    """There is no match that could be better."""
    page = open_page("search/?topic=Schools")
    results(page, 2)
    assert days(page) == ["8 May 2031", "29 March 2031"]


def test_a_value_that_no_story_has_finds_nothing(open_page):
    """The address may be of another day: the field shows what it names, nothing fails, and the reader can choose anew."""
    page = open_page("search/?q=council&topic=Gone&sort=upside-down")
    page.get_by_role("status").filter(has_text="No story has these words").wait_for()
    assert page.get_by_label("Topic").input_value() == "Gone"
    assert page.get_by_label("Order").input_value() == ""
    page.get_by_label("Topic").select_option("Schools")
    results(page, 2)


def test_markup_in_an_address_is_words(open_page):
    """Whatever is sent stands in the fields as it is."""
    page = open_page("search/?q=<img src=x onerror=window.hit=1>&topic=<b>x</b>")
    page.get_by_role("status").filter(has_text="No story has these words").wait_for()
    assert page.get_by_label("Topic").input_value() == "<b>x</b>"
    assert page.evaluate("window.hit") is None


def test_more_results_come_when_asked_for(open_page):
    """A long list comes in parts, and the focus goes to the first of the new ones."""
    page = open_page("")
    script = (ROOT / "digest" / "theme" / "assets" / "search.js").read_text("utf-8")
    in_twos = script.replace("const BATCH = 10", "const BATCH = 2")
    page.route("**/search.js", lambda route: route.fulfill(body=in_twos, content_type="text/javascript"))
    page.goto(page.url + CITY)
    assert len(results(page, 6)) == 2
    page.get_by_role("button", name="More results").click()
    page.locator(".search__results li:nth-child(4)").wait_for()
    assert page.locator(".search__results li:nth-child(3) a").evaluate("link => link === document.activeElement")
    page.get_by_role("button", name="More results").click()
    page.locator(".search__results li:nth-child(6)").wait_for()
    assert not page.get_by_role("button", name="More results").is_visible()


def test_the_keyboard_is_enough(open_page):
    """ "/" and the button go to the field, no dialog opens; Enter goes to the first result, Enter again opens it."""
    page = open_page("search/")
    page.get_by_label("Topic").wait_for()
    page.keyboard.press("/")
    page.wait_for_function("document.activeElement.id === 'search-words'")
    page.locator("[data-open-search]").press("Enter")
    page.wait_for_function("document.activeElement.id === 'search-words'")
    assert page.locator("dialog").count() == 0
    page.keyboard.type("turbine")
    results(page, 1)
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/2031/05/the-tidal-turbine-3/")


def test_without_a_script_the_page_says_what_to_do(open_page):
    """The lists that have every story, as links; no field that does nothing."""
    page = open_page("search/", java_script_enabled=False)
    assert page.get_by_text("none can run").is_visible()
    assert page.locator("form").count() == 0
    page.get_by_role("link", name="all editions").click()
    page.wait_for_url("**/editions/")


def test_results_that_cannot_be_read_are_said(open_page):
    """Missing parts are no silence, and offline it is not said that no story has the words."""
    page = open_page("search/")
    page.get_by_role("status").filter(has_text="Type a word").wait_for()
    page.route("**/pagefind/fragment/**", lambda route: route.abort())
    page.get_by_label("Search the stories").fill("council")
    page.get_by_role("status").filter(has_text="could not be read").wait_for()
    page.context.set_offline(True)
    page.get_by_label("Search the stories").fill("zeppelin")
    page.get_by_role("status").filter(has_text="search needs a connection").wait_for()


def test_scripts_that_do_not_come_lead_to_the_page(open_page):
    """Where the dialog's script is missing its button leads to the page, which needs none to say what there is."""
    page = open_page("")
    page.route("**/search-dialog.js", lambda route: route.abort())
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/news/search/")
