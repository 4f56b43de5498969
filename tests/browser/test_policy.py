"""The pages' Content-Security-Policy holds: nothing on any page asks for what it refuses, and it refuses what is foreign."""

import pytest
from theme.sample import PAGES, STORY

KINDS = {
    **{name: path for name, path in PAGES.items() if name != "search"},
    **{name: f"{name}/" for name in ("editions", "topics", "sources", "corrections", "status", "method")},
    "404": "404.html",
}
NOTE = """document.addEventListener("securitypolicyviolation", (event) => {
  (window.refused ??= []).push(`${event.violatedDirective} ${event.blockedURI}`)
})"""


def noting(page):
    """Load the page again with a note of each refusal; return a function that gives what was refused so far."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(NOTE)
    page.reload()
    return lambda: [*page.evaluate("window.refused ?? []"), *(words for words in said if "Security Policy" in words)]


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_no_page_asks_for_what_its_policy_refuses(open_page, path):
    """Neither as it stands nor with search open and results in it."""
    page = open_page(path)
    refused = noting(page)
    assert refused() == []
    page.locator("[data-open-search]").click()
    page.get_by_role("dialog", name="Search").wait_for()
    page.keyboard.type("council")
    page.locator(".search__results a").first.wait_for()
    assert refused() == []


def test_nor_does_the_page_of_results(open_page):
    """Whose search stands on the page and not in a dialog."""
    page = open_page(PAGES["search"])
    refused = noting(page)
    page.locator(".search__results a").first.wait_for()
    page.get_by_label("Order").select_option("Newest first")
    page.wait_for_url("**sort=date")
    assert refused() == []


def test_what_is_not_the_sites_own_is_refused(open_page):
    """An inline script, a style attribute, and a picture of another host."""
    page = open_page(STORY)
    refused = noting(page)
    page.evaluate(
        """() => {
          const script = document.createElement("script")
          script.textContent = "window.hit = 1"
          document.body.append(script)
          document.body.insertAdjacentHTML("beforeend", "<p style='color:red'><img src='https://elsewhere.example/x.png'></p>")
        }"""
    )
    page.wait_for_function("window.refused?.length >= 3")
    assert page.evaluate("window.hit") is None
    assert {one.split()[0] for one in refused()} >= {"script-src-elem", "style-src-attr", "img-src"}


def test_a_chosen_scheme_stands_before_the_page_is_painted(open_page):
    """The choice is kept from page to page, by a script of the site's own."""
    page = open_page(STORY)
    page.locator("[data-palette]").click()
    page.locator("[data-palette]").click()
    page.goto(page.url.split("stories/")[0], wait_until="commit")
    page.wait_for_selector(".masthead__tools", state="attached")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_structured_data_and_manifest_are_read(open_page):
    """JSON-LD parses as the browser has it, and the manifest is where the page says."""
    page = open_page(STORY)
    found = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)")
    assert found["headline"] == page.locator("h1").inner_text()
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["url"].endswith("/news/site.webmanifest")
    assert manifest["errors"] == []
