"""What programs read of the site: JSON-LD, sitemap, robots.txt, llms.txt, web manifest."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import html5lib
import pytest
from render_sample import BRIDGE, DAY, EDITION, EVE, FIRST, GULLS, SECOND, SURVEY, THIRD, filled

from digest.model import Event, Settings
from digest.render import cards, crawlers, render
from digest.render.changes import changed
from digest.render.page import served
from digest.render.site import Site
from digest.render.story import story_pages

HOME = "https://d.example/sub/"


def made(edition, **settings):
    return {page.path: page.text for page in render(edition, Settings(**settings))}


def structured(text):
    """The JSON-LD of a page, as the theme puts it into a script element and a browser reads it."""
    line = next(line for line in text.splitlines() if line.startswith("structured: "))
    written = json.loads(line.removeprefix("structured: "))
    tree = html5lib.parse(f"<head><script type=x>{written}</script><b>after</b>", namespaceHTMLElements=False)
    assert [element.text for element in tree.iter("b")] == ["after"]
    scripts = list(tree.iter("script"))
    assert len(scripts) == 1
    return json.loads(scripts[0].text)


def test_a_story_says_what_it_is_based_on():
    """Headline, dates, every source with its publisher, and the addresses of those whose words stand on the page."""
    found = structured(made(EDITION, url=HOME, title="The Quay")[f"{BRIDGE.path}.md"])
    assert (found["@type"], found["headline"]) == ("NewsArticle", BRIDGE.headline)
    assert found["url"] == f"{HOME}{BRIDGE.path}/"
    assert (found["datePublished"], found["dateModified"]) == ("2026-06-04T18:00:00Z", "2026-06-05T09:10:00Z")
    assert found["publisher"] == {"@type": "Organization", "name": "The Quay", "url": HOME}
    assert [one["headline"] for one in found["citation"]] == [FIRST.title, SECOND.title, THIRD.title]
    first, second, third = found["citation"]
    assert first["publisher"]["name"] == "Harbour Post"
    assert first["author"] == {"@type": "Person", "name": "Ana Mole"}
    assert first["datePublished"] == "2026-06-04T18:00:00Z"
    assert (second["datePublished"], second["isAccessibleForFree"]) == ("2026-06-05", False)
    assert "datePublished" not in third  # inferred: its publisher never gave it
    assert found["isBasedOn"] == [FIRST.url, SECOND.url]
    assert found["about"][0] == {"@type": "Thing", "name": "Bridges", "url": f"{HOME}topics/bridges/"}
    assert found["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "the day was wrong: Monday, not Tuesday",
            "datePublished": "2026-06-05T09:10:00Z",
        }
    ]


def test_a_story_names_its_card_where_there_is_one():
    """With an address, unless the digest wants no cards or the story is hidden."""
    path = f"{BRIDGE.path}.md"
    assert structured(made(EDITION, url=HOME)[path])["image"] == f"{HOME}{BRIDGE.path}/card.png"
    hidden = replace(EDITION, stories=(replace(BRIDGE, hidden=True),))
    for pages in (made(EDITION), made(EDITION, url=HOME, cards=False), made(hidden, url=HOME)):
        assert "image" not in structured(pages[path])


def test_what_is_not_known_is_not_said():
    """No field is empty, and no address is made up where the digest has none."""
    found = structured(made(EDITION)[f"{GULLS.path}.md"])
    assert found.keys() & {"url", "datePublished", "dateModified", "correction", "isBasedOn", "about"} == set()
    assert found["citation"] == [
        {
            "@type": "NewsArticle",
            "headline": "Gulls return to the pier",
            "publisher": {"@type": "Organization", "name": "The Gull"},
        }
    ]


def test_a_page_is_modified_by_what_happens_to_its_story_alone():
    """Not by a build on a later day; by an article or a correction."""
    pages = [made(replace(EDITION, day=day), url=HOME)[f"{BRIDGE.path}.md"] for day in (DAY, DAY.replace(month=7))]
    assert pages[0] == pages[1]
    later = Event(at=DAY.replace(day=9), kind="corrected", text="corrected", subject="x")
    assert changed(BRIDGE) == DAY
    assert changed(replace(BRIDGE, history=(*BRIDGE.history, later))) == DAY.replace(day=9)
    assert changed(replace(BRIDGE, history=(), articles=(FIRST,))) == EVE
    assert changed(GULLS) is None


@pytest.mark.parametrize("words", ["</script><b>x</b>", "<!--<script>", 'a & b]]> \u2028 "q" \\', "{{ 7*7 }}"])
def test_a_title_is_text_in_structured_data(words):
    """Nothing ends the script element, and the words come back as they are shown."""
    from digest.render.escape import plain

    found = structured(made(filled(words), url=HOME)["stories/2026/06/x.md"])
    assert found["headline"] == plain(words)
    assert found["about"][0]["name"] == plain(words)


def test_no_payload_leaves_structured_data(payloads):
    """Every hostile text comes back as itself."""
    for words in payloads[::10]:
        site = Site(edition=filled(words), digest=Settings())
        (page,) = (page for page in story_pages(site.listed[0], site) if page.path == "stories/2026/06/x.md")
        assert structured(page.text)["headline"] == words


THING = {"image", "name", "url", "description", "sameAs", "alternateName", "potentialAction"}
WORK = THING | {
    *("about", "author", "citation", "correction", "dateModified", "datePublished", "hasPart", "headline", "inLanguage"),
    *("isAccessibleForFree", "isBasedOn", "isPartOf", "mainEntity", "publisher", "temporalCoverage", "text", "usageInfo"),
}
ORGANISATION = THING | {"address", "correctionsPolicy", "knowsLanguage", "parentOrganization", "publishingPrinciples"}
TERMS = {
    **dict.fromkeys(("CollectionPage", "CorrectionComment", "NewsArticle", "WebSite"), WORK),
    **dict.fromkeys(("NewsMediaOrganization", "Organization"), ORGANISATION),
    **dict.fromkeys(("Person", "Thing"), THING),
    "EntryPoint": THING | {"urlTemplate"},
    "ItemList": THING | {"itemListElement", "numberOfItems"},
    "ListItem": THING | {"position"},
    "PostalAddress": THING | {"addressCountry"},
    "SearchAction": THING | {"target", "query-input"},
}
"""Of the types of schema.org that pages are told in, the properties that each has by itself or inherits."""


def nodes(value):
    """Every node of a JSON-LD document."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)


def test_every_page_speaks_in_terms_of_schema_org():
    """Types and properties are those of its vocabulary, no field is empty, and the context stands once, at the top."""
    pages = {path: structured(text) for path, text in made(EDITION, url=HOME).items() if "\nstructured: " in text}
    kinds = {path.split("/")[0] for path in pages}
    assert kinds == {"corrections.md", "editions", "index.md", "sources", "stories", "topics"}
    for path, whole in pages.items():
        assert whole.pop("@context") == "https://schema.org"
        for node in nodes(whole):
            assert node.keys() - {"@type"} <= TERMS[node["@type"]], path
            assert all(value not in (None, "", [], {}) for value in node.values()), path


def test_the_front_is_a_site_that_can_be_searched():
    """The address of a search is that of the page of results; without an address of the digest there is none."""
    found = structured(made(EDITION, url=HOME, title="The Quay", description="News.")["index.md"])
    assert (found["@type"], found["name"], found["url"], found["description"]) == ("WebSite", "The Quay", HOME, "News.")
    assert found["potentialAction"] == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{HOME}search/?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    assert found["publisher"]["correctionsPolicy"] == f"{HOME}corrections/"
    bare = structured(made(EDITION)["index.md"])
    assert bare.keys() & {"url", "potentialAction"} == set()
    assert bare["publisher"].keys() == {"@type", "name"}
    empty = structured(made(replace(EDITION, stories=()), url=HOME)["index.md"])
    assert empty["potentialAction"] == found["potentialAction"]


def test_an_edition_and_a_topic_are_collections():
    """With their stories in order, the day or the week, and what the topic is."""
    pages = made(EDITION, url=HOME)
    day = structured(pages["editions/2026/06/05.md"])
    assert (day["@type"], day["temporalCoverage"]) == ("CollectionPage", "2026-06-05")
    assert day["isPartOf"]["@type"] == "WebSite"
    rows = day["mainEntity"]["itemListElement"]
    assert [row["position"] for row in rows] == list(range(1, day["mainEntity"]["numberOfItems"] + 1))
    assert {"name": BRIDGE.headline, "url": f"{HOME}{BRIDGE.path}/"}.items() <= rows[0].items()
    assert structured(pages["editions/2026/w23.md"])["temporalCoverage"] == "2026-06-01/2026-06-07"
    topic = structured(pages["topics/bridges.md"])
    assert topic["url"] == f"{HOME}topics/bridges/"
    assert topic["about"]["name"] == "Bridges"


def test_a_source_is_told_as_far_as_it_is_known():
    """A publisher with a file is a news organisation, one that brings what others publish is none, one without is named."""
    post = structured(made(EDITION, url=HOME)["sources/harbour-post.md"])
    assert (post["@type"], post["about"]["@type"]) == ("CollectionPage", "NewsMediaOrganization")
    assert post["about"]["name"] == "Harbour Post"
    told = replace(EDITION.sources[0], aggregator=True, owner="Quay Group", country="GB", language="en", aliases=("HP",))
    about = structured(made(replace(EDITION, sources=(told, *EDITION.sources[1:])))[f"sources/{told.id}.md"])["about"]
    assert about["@type"] == "Organization"
    assert about["parentOrganization"] == {"@type": "Organization", "name": "Quay Group"}
    assert about["address"] == {"@type": "PostalAddress", "addressCountry": "GB"}
    assert (about["alternateName"], about["knowsLanguage"]) == (["HP"], "en")
    pages = made(EDITION)
    gull = next(text for path, text in pages.items() if path.startswith("sources/the-gull_"))
    assert structured(gull)["about"] == {"@type": "Organization", "name": "The Gull"}
    unnamed = made(replace(EDITION, stories=(replace(GULLS, articles=(replace(GULLS.articles[0], publisher=None),)),)))
    assert "about" not in structured(unnamed["sources/not_named.md"])


def test_corrections_stand_with_their_stories():
    """Each story once, with all that was corrected of it; without a correction the page has no part."""
    found = structured(made(EDITION, url=HOME)["corrections.md"])
    part = next(one for one in found["hasPart"] if one["headline"] == BRIDGE.headline)
    assert part["url"] == f"{HOME}{BRIDGE.path}/"
    assert [one["text"] for one in part["correction"]] == ["the day was wrong: Monday, not Tuesday"]
    assert found["dateModified"] == part["correction"][0]["datePublished"]
    none = structured(made(replace(EDITION, stories=(GULLS,)))["corrections.md"])
    assert none.keys() & {"hasPart", "dateModified"} == set()


def test_a_further_page_of_a_list_does_not_say_it_is_the_list(monkeypatch):
    """Its first page alone has the address that the data names."""
    monkeypatch.setattr(cards, "PER_PAGE", 1)
    pages = made(EDITION, url=HOME)
    further = [text for path, text in pages.items() if path.endswith("/2.md")]
    assert further
    assert not any("\nstructured: " in text for text in further)


def rows(text):
    """The addresses of a sitemap, each with its date."""
    ns = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    return {row.findtext(f"{ns}loc"): row.findtext(f"{ns}lastmod") for row in ET.fromstring(text)}


def test_the_sitemap_has_each_page_and_when_it_changed():
    """Stories, days, topics and sources by their stories; pages that lead elsewhere or are hidden are not in it."""
    pages = made(replace(EDITION, stories=(BRIDGE, replace(SURVEY, hidden=True), GULLS)), url=HOME)
    found = rows(pages["sitemap.xml"])
    day = "2026-06-05T09:10:00Z"
    for path in ("", f"{BRIDGE.path}/", "editions/2026/06/05/", "topics/bridges/", "sources/harbour-post/"):
        assert found[HOME + path] == day
    assert found[f"{HOME}{GULLS.path}/"] is None
    assert {f"{HOME}method/", f"{HOME}editions/", f"{HOME}corrections/"} <= found.keys()
    assert f"{HOME}{SURVEY.path}/" not in found
    assert f"{HOME}stories/2026/06/bridge-shut/" not in found
    ended = replace(EDITION.topics[0], id="piers", formerly=(), retired="It is over.")
    with_it = made(replace(EDITION, topics=(*EDITION.topics, ended)), url=HOME)
    assert "topics/piers.md" in with_it
    assert f"{HOME}topics/piers/" not in rows(with_it["sitemap.xml"])
    assert (
        made(replace(EDITION, day=DAY.replace(month=7)), url=HOME)["sitemap.xml"] == made(EDITION, url=HOME)["sitemap.xml"]
    )


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("index.md", ""),
        ("topics/index.md", "topics/"),
        ("stories/2026/06/consumer-price-index.md", "stories/2026/06/consumer-price-index/"),
        ("topics/index-funds.md", "topics/index-funds/"),
    ],
)
def test_a_page_is_named_where_it_is_served(path, at):
    """Only a file that is called index stands for its folder; a name may end with that word."""
    assert served(path) == at


def test_a_long_sitemap_is_parted(monkeypatch):
    """No file has more addresses than the protocol allows, and an index names them all."""
    whole = rows(made(EDITION, url=HOME)["sitemap.xml"])
    monkeypatch.setattr(crawlers, "_PER_SITEMAP", 7)
    pages = made(EDITION, url=HOME)
    parts = [rows(pages[name.removeprefix(HOME)]) for name in rows(pages["sitemap.xml"])]
    assert max(map(len, parts)) == 7
    assert {target: at for part in parts for target, at in part.items()} == whole


def test_robots_names_the_sitemap_where_there_is_one():
    """A digest without an address has none: a sitemap has absolute addresses."""
    assert made(EDITION, url=HOME)["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {HOME}sitemap.xml\n"
    bare = made(EDITION)
    assert bare["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert "sitemap.xml" not in bare


def test_llms_says_what_the_site_is_and_names_the_newest(to_html):
    """A heading, a quoted sentence, then sections of links, as llmstxt.org has it; titles are words."""
    text = made(EDITION, url=HOME, title="The [Quay]", description="News.")["llms.txt"]
    lines = text.splitlines()
    assert lines[2] == "> News."
    assert f'<h1 id="the-quay"><a href="{HOME}">The &#91;Quay&#93;</a></h1>' in to_html(text)
    assert f"- [{BRIDGE.headline}]({HOME}{BRIDGE.path}/): 3 sources, at least 1 independent" in lines
    assert "<script" not in made(filled("<script>x</script>"))["llms.txt"]


def test_the_manifest_has_the_digests_name():
    """Its addresses count from its own, so that a digest below a path needs no other."""
    found = json.loads(made(EDITION, title="The <Quay>", languages=("ar",))["site.webmanifest"])
    assert (found["name"], found["lang"], found["dir"], found["start_url"]) == ("The <Quay>", "ar", "rtl", "./")
