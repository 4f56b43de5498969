"""Fetching from a server that behaves: what is sent, article pages, many feeds at once, how feeds are doing."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from digest.acquire.network.client import HttpClient
from digest.acquire.network.fetch import fetch, http_client
from digest.acquire.network.robots import reservations
from digest.acquire.seeds.archive import read_archive
from digest.acquire.seeds.health import health
from digest.errors import BusyError
from digest.runtime.lock import locked

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PAGE = "<!doctype html><html><head>{head}</head><body><article><p>{words}</p></article></body></html>"


def source(url, *, full_text=False):
    return f"name: News\nhome: https://news.example/\nfeeds:\n- url: {url}\n  full_text: {str(full_text).lower()}\n"


def only_loopback(host, port):
    if host != "127.0.0.1":
        raise OSError("no such name")
    return [host]


def bodies(config, *, page):
    return sorted(entry.body for entry in read_archive(config)[0] if entry.page == page)


def test_requests_say_who_asks_and_echo_validators(site, feed_of, digest_at):
    """Name, version and contact go out; the ETag and date of the last answer come back to the server unchanged."""
    modified = "Thu, 01 Jan 1970 00:00:01 GMT, oddly"
    url = site.page("/feed", feed_of("one"), ETag='W/"odd ,;\\"', Last_Modified=modified)
    config = digest_at(site, {"news": source(url)})
    assert fetch(config, NOW).fetched[0].outcome == "new"
    (again,) = fetch(config, NOW + DAY).fetched
    assert (again.outcome, again.items) == ("same", 0)
    (_, first), (_, second) = site.sent
    assert first["User-Agent"].startswith("Digest/")
    assert "https://d.example/" in first["User-Agent"]
    assert "If-None-Match" not in first
    assert (second["If-None-Match"], second["If-Modified-Since"]) == ('W/"odd ,;\\"', modified)


def test_only_new_items_are_archived(site, feed_of, digest_at):
    """The second fetch appends what the feed did not hold before, and nothing else."""
    url = site.page("/feed", feed_of("one", "two"))
    config = digest_at(site, {"news": source(url)})
    fetch(config, NOW)
    path = config.root / "seeds/archive/news/2026-11.jsonl"
    before = path.read_bytes()
    site.page("/feed", feed_of("three", "one", "two"))
    (report,) = fetch(config, NOW + DAY).fetched
    assert report.items == 1
    assert path.read_bytes().startswith(before)
    assert sorted(entry.title for entry in read_archive(config)[0]) == ["one", "three", "two"]


def test_what_is_left_out_of_a_feed_is_noted(site, feed_of, digest_at):
    """`limits.items_per_fetch` sets how many items a fetch keeps, and a note says how many it did not."""
    url = site.page("/feed", feed_of("one", "two", "three"))
    config = digest_at(site, {"news": source(url)})
    limits = replace(config.digest.limits, items_per_fetch=2)
    config = replace(config, digest=replace(config.digest, limits=limits))
    report = fetch(config, NOW)
    assert report.fetched[0].items == 2
    (note,) = report.problems
    assert (note.by_hand, "1 items beyond the newest 2" in note.detail) == (False, True)


def test_everything_down_changes_nothing(site, feed_of, digest_at):
    """When every server fails the archive stays as it was, each trouble is one line, none of them by hand."""
    url = site.page("/feed", feed_of("one"))
    config = digest_at(site, {"news": source(url)})
    fetch(config, NOW)
    before = read_archive(config)
    site.page("/feed", "", status=500)
    days = [fetch(config, NOW + DAY * number) for number in range(1, 7)]
    assert read_archive(config) == before
    assert all(len(it.problems) == 1 and not it.problems[0].by_hand for it in days)
    assert "6 times since 2026-11-21" in days[-1].problems[0].detail


def test_an_outage_of_our_own_is_not_held_against_the_feeds(site, feed_of, digest_at, tmp_path):
    """Where no host at all can be reached one Problem says so and every feed may be asked by the next run."""
    urls = {name: source(f"http://{name}.example/feed") for name in ("a", "b")}
    config = digest_at(site, urls)
    client = http_client(config)
    client.resolve = lambda host, port: (_ for _ in ()).throw(OSError("no network"))
    report = fetch(config, NOW, client=client)
    assert [it.code for it in report.problems] == ["offline"]
    assert [it.outcome for it in report.fetched] == ["failed", "failed"]
    assert not list(tmp_path.rglob("http.json"))
    config = digest_at(site, urls | {"c": source(site.page("/feed", feed_of("one")))})
    report = fetch(config, NOW, client=HttpClient(agent="x", allow=[site.host], resolve=only_loopback))
    assert [it.code for it in report.problems] == ["no-connection", "no-connection"]
    assert {it.outcome for it in fetch(config, NOW + timedelta(minutes=30)).fetched} == {"waiting"}


def test_a_killed_run_loses_nothing(site, feed_of, digest_at):
    """Items written without the state of their feed are not written twice by the next run."""
    url = site.page("/feed", feed_of("one"), ETag='"v"')
    config = digest_at(site, {"news": source(url)})
    fetch(config, NOW)
    (config.root / "seeds/archive/news/http.json").write_text('{"feeds": {"')
    (report,) = fetch(config, NOW + DAY).fetched
    assert (report.outcome, report.items) == ("same", 0)
    assert len(read_archive(config)[0]) == 1


def test_two_fetches_at_once_are_refused(site, feed_of, digest_at):
    """While the archive is held no server is asked."""
    config = digest_at(site, {"news": source(site.page("/feed", feed_of("one")))})
    with locked(config.root, "archive"), pytest.raises(BusyError):
        fetch(config, NOW)
    assert not site.hits


def test_many_feeds_are_asked_at_once_and_each_gives_its_item(site, feed_of, digest_at):
    """200 slow feeds are asked side by side, never more of one host than its bound; progress is told to the end."""
    site.delay = 0.2
    for number in range(200):
        site.page(f"/feed/{number}", feed_of(f"item-{number}"))
    config = digest_at(site, {f"s{number}": source(f"{site.base}/feed/{number}") for number in range(200)})
    told = []
    report = fetch(config, NOW, progress=lambda done, count: told.append((done, count)))
    assert [it.items for it in report.fetched] == [1] * 200
    assert told == [(number, 200) for number in range(201)]
    assert 4 < site.most <= 16  # so that 200 at half a second take less than 10


def test_another_clock_seed_and_order_give_the_same_archive(site, feed_of, digest_at, tmp_path):
    """What is archived does not depend on which answer comes first."""
    urls = {f"s{number}": source(site.page(f"/{number}", feed_of(f"item-{number}"))) for number in range(8)}
    config = digest_at(site, urls)
    archives = []
    for delay in (0, 0.02):
        site.delay = delay
        fetch(config, NOW)
        archives.append({path.name: path.read_bytes() for path in sorted((tmp_path / "seeds/archive").rglob("*.jsonl"))})
        for path in (tmp_path / "seeds/archive").rglob("*.json*"):
            path.unlink()
    assert archives[0] == archives[1]


def full_text(site, feed_of, digest_at, pages):
    """Fetch a feed of full_text whose items are the given pages; return the config and the report."""
    url = site.page("/feed", feed_of(*pages, base=site.base))
    for name, head in pages.items():
        if f"/{name}" in site.pages:
            continue
        site.page(f"/{name}", PAGE.format(head=head, words=f"Whole text of {name}."), Content_Type="text/html")
    config = digest_at(site, {"news": source(url, full_text=True)})
    return config, fetch(config, NOW)


def test_article_pages_are_fetched_after_robots_and_reservations(site, feed_of, digest_at):
    """robots.txt and tdmrep.json are read first; what they close is not asked, what a page reserves is not kept."""
    site.page("/robots.txt", "User-agent: Digest\nDisallow: /closed\n")
    site.page("/.well-known/tdmrep.json", json.dumps([{"location": "/reserved*", "tdm-reservation": 1}]))
    pages = {
        "open": "",
        "closed": "",
        "reserved-1": "",
        "says-no": '<meta name="tdm-reservation" content="1">',
        "archive-no": "<meta content='noarchive' name='robots'>",
        "header-no": "",
        "header-tdm": "",
    }
    site.page("/header-no", "x", X_Robots_Tag="noarchive")
    site.page("/header-tdm", "x", TDM_Reservation="1")
    config, report = full_text(site, feed_of, digest_at, pages)
    order = [path for path, _ in site.sent]
    assert order[:3] == ["/feed", "/robots.txt", "/.well-known/tdmrep.json"]
    assert site.hits["/closed"] == site.hits["/reserved-1"] == 0
    (kept,) = [entry for entry in read_archive(config)[0] if entry.page]
    assert (kept.link, kept.kind, kept.title) == (f"{site.base}/open", "html", "open")
    assert "Whole text of open." in kept.body
    (problem,) = report.problems
    assert problem.code == "page-refused"
    assert problem.detail.startswith("6 article pages")
    asked = site.hits.copy()
    site.page("/feed", feed_of(*pages, "more", base=site.base))
    fetch(config, NOW + DAY)
    assert site.hits["/open"] == 1
    assert site.hits["/says-no"] == asked["/says-no"]


@pytest.mark.parametrize(("status", "asked"), [(404, 1), (403, 0), (503, 0)])
def test_a_host_without_robots_is_open_and_one_whose_robots_fail_is_closed(site, feed_of, digest_at, status, asked):
    """RFC 9309: no robots.txt allows all; one that cannot be read allows nothing."""
    site.page("/robots.txt", "", status=status)
    full_text(site, feed_of, digest_at, {"story": ""})
    assert site.hits["/story"] == asked


def test_a_redirect_is_asked_for_permission_too(site, feed_of, digest_at):
    """A page that leads to a closed one is not followed there."""
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed\n")
    site.page("/feed", feed_of("story", base=site.base))
    site.page("/story", "", status=302, Location="/closed")
    config = digest_at(site, {"news": source(f"{site.base}/feed", full_text=True)})
    report = fetch(config, NOW)
    assert site.hits["/closed"] == 0
    assert [it.code for it in report.problems] == ["page-refused"]


def test_pages_are_not_fetched_unless_asked_for_and_ten_a_run(site, feed_of, digest_at):
    """Without full_text no page is asked; with it at most ten a feed and run, the rest by the next ones."""
    names = [f"n{number}" for number in range(12)]
    config, _ = full_text(site, feed_of, digest_at, dict.fromkeys(names, ""))
    assert sum(site.hits[f"/{name}"] for name in names) == 10
    site.page("/feed", feed_of(*names, "x", base=site.base))
    fetch(config, NOW + DAY)
    assert all(site.hits[f"/{name}"] == 1 for name in names)
    assert len(bodies(config, page=True)) == 12


def test_a_host_that_fails_is_asked_for_no_more_pages_in_the_run(site, feed_of, digest_at):
    """One page that never ends spares its host the others of this run; a page that failed in three runs is left alone."""
    names = ["a", "b"]
    for name in names:
        site.page(f"/{name}", PAGE, Content_Length="99999")
    config = digest_at(site, {"news": source(f"{site.base}/feed", full_text=True)})
    for number in range(1, 9):
        site.page("/feed", feed_of(*names, base=site.base, more=f"<ttl>{number}</ttl>"))
        report = fetch(config, NOW + DAY * number)
        asked = [site.hits[f"/{name}"] for name in names]
        assert sum(asked) == min(number, 6)
        assert [it.code for it in report.problems] == (["page-failed"] if number <= 6 else [])
    assert asked == [3, 3]


def test_what_is_no_page_is_none(site, feed_of, digest_at):
    """A document of another kind is not archived as a page, and neither is what lies at a malformed or a private address."""
    site.page("/there", PAGE.format(head="", words="Whole text."), Content_Type="text/html")
    site.page("/data", "<?xml version='1.0'?><data/>", Content_Type="application/xml")
    items = "".join(f"<item><title>{it}</title><link>{it}</link></item>" for it in ("http://[x/a", "http://10.0.0.1/a"))
    site.page("/feed", feed_of("there", "data", base=site.base, more=items))
    config = digest_at(site, {"news": source(f"{site.base}/feed", full_text=True)})
    (problem,) = fetch(config, NOW).problems
    assert problem.code in {"page-refused", "page-failed"}
    assert "there is no page" in problem.detail
    assert [entry.link for entry in read_archive(config)[0] if entry.page] == [f"{site.base}/there"]


def test_a_dead_link_does_not_stop_the_other_pages(site, feed_of, digest_at):
    """A page that is not there says nothing of its host."""
    site.page("/feed", feed_of("dead", "there", base=site.base))
    site.page("/there", PAGE, Content_Type="text/html")
    config = digest_at(site, {"news": source(f"{site.base}/feed", full_text=True)})
    fetch(config, NOW)
    assert (site.hits["/dead"], site.hits["/there"]) == (1, 1)
    assert len(bodies(config, page=True)) == 1


def test_health_tells_how_each_source_is_doing(site, feed_of, digest_at):
    """Each status is told from the archive and the state alone."""
    long = "Words that make an item more than a headline, as a reader would want them to. " * 2
    dated = "<item><title>x</title><link>https://n.example/x</link><pubDate>{date}</pubDate><description>{words}</description></item>"
    old = dated.format(date="Fri, 01 May 2026 10:00:00 GMT", words=long)
    new = dated.format(date="Thu, 19 Nov 2026 10:00:00 GMT", words=long)
    urls = {
        "fine": site.page("/fine", feed_of(more=new)),
        "old": site.page("/old", feed_of(more=old)),
        "short": site.page("/short", feed_of("one", "two")),
        "gone": site.page("/gone", "", status=410),
        "failing": site.page("/failing", "", status=500),
        "moved": site.page("/moved", "", status=301, Location="/fine"),
    }
    config = digest_at(site, {name: source(url) for name, url in urls.items()} | {"late": source(f"{site.base}/late")})
    before = {it.source: it.status for it in health(config, NOW)}
    assert set(before.values()) == {"new"}
    fetch(config, NOW, only=[*urls])
    found = {it.source: it for it in health(config, NOW)}
    assert {name: it.status for name, it in found.items()} == {
        "fine": "ok",
        "old": "stale",
        "short": "thin",
        "gone": "gone",
        "failing": "failing",
        "moved": "moved",
        "late": "new",
    }
    assert (found["fine"].weekly, found["fine"].items, found["fine"].last_success) == (0.25, 1, NOW)
    assert found["failing"].since == NOW


def test_health_tells_that_pages_are_refused(site, feed_of, digest_at):
    """Where whole articles are asked for and a host closes them, with how many and why."""
    site.page("/robots.txt", "User-agent: *\nDisallow: /\n")
    config, _ = full_text(site, feed_of, digest_at, {"one": "", "two": ""})
    (found,) = health(config, NOW)
    assert (found.status, found.detail) == ("refused", "2 article pages: robots.txt does not allow it")


@pytest.mark.parametrize(
    ("location", "reserved", "open_"),
    [
        ("/news", "/news/a", "/other"),
        ("/news/*.html", "/news/a/b.html?x", "/news/a.txt"),
        ("/news/*.html$", "/news/a.html.html", "/news/a.html?x"),
        ("/news$", "/news", "/news/a"),
        ("https://a.example/*/pay/*", "/x/pay/y", "/pay"),
    ],
)
def test_reserved_paths_are_matched_as_the_protocol_says(location, reserved, open_):
    """`*` is any text, a final `$` the end, anything else a beginning."""
    (pattern,) = reservations(json.dumps([{"location": location, "tdm-reservation": 1}]).encode())
    assert pattern.match(reserved)
    assert not pattern.match(open_)


def test_a_hostile_reservation_is_matched_at_once():
    """Twenty wildcards over a long path would otherwise be tried in every way there is."""
    (pattern,) = reservations(json.dumps([{"location": "/" + "*a" * 18 + "*b", "tdm-reservation": 1}]).encode())
    assert not pattern.match("/" + "a" * 4_000)


@pytest.mark.parametrize("body", [b"[", b"{}", b'["x"]', b'[{"location": "/", "tdm-reservation": 0}]', b"[" * 100_000])
def test_what_reserves_nothing_closes_nothing(body):
    """A file that is no JSON, no list, or a list of something else; one with a malformed address is read too."""
    assert reservations(body) == []
    assert len(reservations(b'[{"location": "http://[x", "tdm-reservation": 1}]')) == 1


def test_a_feed_that_is_gone_is_said_to_be_removed(site, digest_at):
    """One that fails, or is none, is only that, and waits as one that failed."""
    pages = {"a": site.page("/gone", "", 410), "b": site.page("/lost", "", 404), "c": site.page("/page", "<p>No feed.</p>")}
    config = digest_at(site, {name: source(url) for name, url in pages.items()})
    report = fetch(config, NOW)
    assert [(one.source, one.outcome, one.detail) for one in report.fetched[:2]] == [
        ("a", "gone", "the feed is gone for good"),
        ("b", "failed", "the server answered 404"),
    ]
    assert report.fetched[2].outcome == "failed"
    assert [(one.where, one.code, one.remedy) for one in report.problems[:2]] == [
        ("seeds/sources/a.yml", "http-410", "remove the feed"),
        ("seeds/sources/b.yml", "http-404", ""),
    ]
    again = fetch(config, NOW + timedelta(days=8))
    assert [(one.source, one.outcome) for one in again.fetched] == [("a", "gone"), ("b", "failed"), ("c", "failed")]


def test_letters_of_a_feed_are_those_that_its_server_names(site, digest_at):
    """The feed says nothing of them."""
    text = (
        "<rss version='2.0'><channel><title>N</title><link>https://n.example/</link>"
        "<item><title>Żagiel</title><description>Łódź w porcie.</description></item></channel></rss>"
    )
    site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml; charset=iso-8859-2"}, text.encode("iso-8859-2"))
    config = digest_at(site, {"a": source(f"{site.base}/feed")})
    fetch(config, NOW)
    assert bodies(config, page=False) == ["Łódź w porcie."]
