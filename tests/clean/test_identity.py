"""One page has one address, one publisher and one title, however it came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.publisher import of_copyright
from digest.clean.urls import canonical
from digest.common.hosts import site_of

PAGE = "https://www.harbortimes.example/a/b"
SAME = [
    f"{PAGE}?utm_source=rss&fbclid=1&mod=feed#top",
    "https://www.harbortimes.example:443/a/./c/../b",
    f"https://archive.is/newest/{PAGE}",
    f"https://web.archive.org/web/20310102030405/{PAGE}",
    f"https://web.archive.org/web/20310102030405id_/{PAGE}",
    "https://web.archive.org/web/20310102030405/https%3A%2F%2Fwww.harbortimes.example%2Fa%2Fb",
    "https://www.google.com/url?q=https%3A%2F%2Fwww.harbortimes.example%2Fa%2Fb&sa=D",
    "https://www.google.com/amp/s/www.harbortimes.example/a/b",
    "https://out.example/redirect?url=https%3A%2F%2Fwww.harbortimes.example%2Fa%2Fb",
    f"{PAGE}/amp/",
    f"{PAGE}?amp=1&outputType=amp",
    "HTTPS://user:secret@WWW.HarborTimes.example/a/b",
    "https://www.harbortimes.example/%61/b",
]


@pytest.mark.parametrize("raw", SAME)
def test_wrappers_tracking_and_spelling_do_not_make_another_page(raw):
    """Archives, redirects, AMP, tracking parameters, ports, credentials and fragments go."""
    assert canonical(raw) == PAGE


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("https://m.harbortimes.example/x", "https://harbortimes.example/x"),
        ("https://x.example/a?id=7&page=2&utm_medium=m", "https://x.example/a?id=7&page=2"),
        ("https://x.example/a;jsessionid=4F2A?id=7", "https://x.example/a?id=7"),
        ("https://x.example/a;page=2", "https://x.example/a;page=2"),
        ("//x.example/é", "https://x.example/%C3%A9"),
        ("http://x.example:8080", "http://x.example:8080/"),
        ("https://münze.example/a", "https://xn--mnze-0ra.example/a"),
        ("https://x.example/a/b/..", "https://x.example/a/"),
        ("https://out.example/redirect?id=7", "https://out.example/redirect?id=7"),
        (f"https://{'ü' * 70}.example/a", None),
        ("https://-x.example/a", None),
        ("https://x.example:99999/a", None),
        ("https://[x/a", None),
        ("https://x.example/" + "a" * 9000, None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://x.example/" + "a" * 3000, None),
    ],
)
def test_addresses_take_their_canonical_form_or_none(raw, expected):
    """What tells pages apart stays; what no browser opens is no address."""
    assert canonical(raw) == expected


def test_a_fragment_stays_where_the_guid_says_that_it_tells_entries_apart():
    """The entries of a changelog share one page."""
    assert canonical("https://x.example/log#2.1", None, "https://x.example/log#2.1") == "https://x.example/log#2.1"
    assert canonical("https://x.example/log#2.1", None, "17") == "https://x.example/log"


@given(st.text(st.sampled_from("htps:/.?#&=%[]@ aé\u202e\x00xn-"), max_size=40), st.none() | st.just("https://x.example/a/"))
def test_a_canonical_address_is_safe_and_stays_itself(raw, base):
    """Whatever comes in, what comes out is plain ASCII http(s), and cleaning it again changes nothing."""
    url = canonical(raw, base)
    if url is not None:
        assert url.isascii()
        assert url.startswith(("http://", "https://"))
        assert not set(url) & set(" \"'<>`{}|\\^")
        assert canonical(url, None, url) == url


def test_sites_are_told_by_the_public_suffix_list():
    """news.x.co.uk belongs to x.co.uk, not to co.uk."""
    assert site_of("https://news.x.co.uk/") == "x.co.uk"


def test_publisher_comes_from_the_source_file_then_the_claim_then_the_host(cleaned):
    """The best place that states it decides, through names and aliases."""
    body = "The ferry stopped on Monday after a storm."
    assert cleaned(body=body, source="nordsee")[0].publisher == "Nordsee Kurier"
    assert cleaned(body=body, publisher="harbor times")[0].source == "harbor"
    assert cleaned(body=body, link="https://harbortimes.example/x")[0].source == "harbor"
    assert cleaned(body=body, link="https://other.example/x")[0].publisher is None
    agency = cleaned(body=body, source="nordsee", publisher="Harbor Times", link="https://harbortimes.example/x")[0]
    assert agency.source == "harbor", "an aggregator's item is its publisher's"
    own = cleaned(body=body, source="nordsee", publisher="Kurier Sport", link="https://nordsee.example/x")[0]
    assert own.source == "nordsee"
    stated = cleaned(body=body, publisher="The Unknown Post", link="https://harbortimes.example/x")[0]
    assert (stated.source, stated.publisher) == (None, "The Unknown Post")


def test_a_title_loses_the_publishers_name_and_no_other_ending(cleaned):
    """- The Harbor Times goes where that is the publisher; other words after a dash stay."""
    named = cleaned(kind="html", by_hand=False, title="Ferry stops - Harbor Times", link=PAGE, body="It stopped.")[0]
    other = cleaned(kind="html", by_hand=False, title="Ferry stops - for now", link=PAGE, body="It stopped.")[0]
    assert (named.title, other.title) == ("Ferry stops", "Ferry stops - for now")


def test_a_canonical_link_counts_for_its_own_site_only(cleaned):
    """A page cannot pass itself off as another site's."""

    def url(link):
        page = (
            f"<html><head><link rel='canonical' href='{link}'></head><body><p>The ferry stopped on Monday.</p></body></html>"
        )
        return cleaned(kind="html", page=True, body=page, link=PAGE)[0].url

    assert url("https://harbortimes.example/real") == "https://harbortimes.example/real"
    assert url("https://elsewhere.example/real") == PAGE
    assert url("https://www.harbortimes.example/") == PAGE


def test_an_id_outlives_a_correction_of_the_text(cleaned):
    """It is made from the address, else the guid, else the file."""
    ids = {cleaned(body=body, link=PAGE)[0].id for body in ("One text of it.", "Another text of it.")}
    assert len(ids) == 1
    assert len(ids.pop()) == 16
    assert cleaned(body="One.", guid="g")[0].id == cleaned(body="Two.", guid="g", where="b.txt")[0].id
    assert cleaned(body="One.")[0].id != cleaned(body="One.", where="b.txt")[0].id


def test_what_a_contributor_should_add_is_said_without_failing_the_build(cleaned):
    """A raw dump misses publisher, address and date; none of it is an error."""
    assert cleaned(body="The ferry stopped.")[1] == {"missing-publisher", "missing-url", "missing-date"}
    full = {"source": "harbor", "link": PAGE, "published": "2031-06-04"}
    assert cleaned(body="The ferry stopped.", **full)[1] == set()


def test_a_host_that_a_text_states_gives_way_to_the_plain_name():
    """A line may open with the host of its outlet and the text name the outlet at its end."""
    from digest.clean.publisher import plainer

    assert plainer("en.Farpost.com", "Farpost") == "Farpost"
    assert plainer("TheFar.AI", None) == "TheFar.AI"
    assert plainer("en.Farpost.com", "Another") == "en.Farpost.com"
    assert plainer(None, "Another") == "Another"


@pytest.mark.parametrize(
    "raw",
    [
        "https://out.forum.example/t3_1?url=https%3A%2F%2Fwww.harbortimes.example%2Fa%2Fb&token=1",
        "https://link.questions.example/?target=https%3A//www.harbortimes.example/a/b",
        "https://archive.is/2031.01.02-030405/https://www.harbortimes.example/a/b",
        "https://urldefense.com/v3/__https://www.harbortimes.example/a/b__;!!x!y",
        "https://r.search.yahoo.com/_ylt=A/RV=2/RU=https%3a%2f%2fwww.harbortimes.example%2fa%2fb/RK=2/RS=x",
        "https://via.hypothes.is/https://www.harbortimes.example/a/b",
        "https://news.google.com/rss/articles/CBMiI2h0dHBzOi8vd3d3LmhhcmJvcnRpbWVzLmV4YW1wbGUvYS9i0gEA?oc=5",
        "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly93d3cuaGFyYm9ydGltZXMuZXhhbXBsZS9hL2I&ntb=1",
    ],
)
def test_what_news_services_and_mail_filters_wrap_is_unwrapped(raw):
    """By host, by path, or in base64: the page is the one inside."""
    assert canonical(raw) == PAGE


def test_what_cannot_be_unwrapped_stays_as_it_is():
    """An address that only its service can resolve, and one that takes another as a mere parameter."""
    for raw in (
        "https://news.google.com/rss/articles/CBMiXkFVX3lxTFBo",
        "https://t.co/abc",
        "https://www.harbortimes.example/share?url=https://x.example/",
    ):
        assert canonical(raw) == raw


def test_wrappers_within_wrappers_are_taken_off_five_times():
    """Each service may wrap what another wrapped; an address that goes on so is nobody's page."""
    assert canonical("https://archive.is/newest/" * 5 + PAGE) == PAGE
    assert canonical("https://archive.is/newest/" * 9 + PAGE).startswith("https://archive.is/newest/https://archive.is/")


@pytest.mark.parametrize("address", ["http://[x/a", "//[", "http://a]b/c"])
@pytest.mark.parametrize(
    "markup",
    ["<link rel=canonical href='{}'>", "<meta property='og:url' content='{}'>", "<base href='{}'>", "<a href='{}'>Far</a>"],
)
def test_a_malformed_address_in_a_page_costs_only_itself(cleaned, markup, address):
    """Title and text are read as from a page without it."""
    words = "The ferry stays in the harbour until the frost is over, the board said on Monday."
    page = f"<html><head>{markup.format(address)}</head><body><h1>Ferry stays put</h1><p>{words}</p></body></html>"
    article, _ = cleaned(kind="html", page=True, body=page, link=PAGE)
    assert (article.title, article.url) == ("Ferry stays put", PAGE)
    assert words in article.paragraphs


def test_an_address_that_no_browser_opens_is_named(cleaned):
    """The article stands without it; a right one is no problem."""
    words = "The ferry stopped on Monday after a storm."
    article, problems = cleaned(body=words, link="https://-x.example/a")
    assert (article.url, "bad-url" in problems) == (None, True)
    assert "bad-url" not in cleaned(body=words, link=PAGE)[1]


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© 2031 Harbor Times Ltd.", "Harbor Times"),
        ("Copyright 2031 Nordsee Kurier GmbH", "Nordsee Kurier"),
        ("© 2031 Harbor Agency", "Harbor Agency"),
        ("© 2031 The authors", None),
        ("Copyright notice", None),
    ],
)
def test_a_copyright_line_names_its_holder(line, holder):
    """Without the form of the company; what is no name names nobody."""
    assert of_copyright(line) == holder
