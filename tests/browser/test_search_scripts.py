"""Search finds in every script what a plain scan of the pages finds, also a word inside a text without spaces."""

import json
import re
import threading
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from browser.conftest import Handler
from theme.build import ROOT, lay_out

from digest.group import group
from digest.link import link
from digest.model import Article, Edition, Limits, Settings, Text, When
from digest.write.site import NOT_SEARCHED, build_site

ARABIC = (
    (
        "توقف العبارة بين الجزر",
        "تتوقف العبارة ثلاثة أيام بعد كسر في المروحة، كما أعلنت بلدية المرفأ.",
    ),
    ("افتتاح جناح الأطفال في المستشفى", "افتتح المستشفى جناحا جديدا للأطفال فيه أربعون سريرا، وسيبدأ العمل يوم الإثنين."),
)
GERMAN = (
    (
        "Fähre steht drei Tage still",
        "Die Fähre steht still, weil ihre Schraube gebrochen ist, sagt das Hafenamt.",
    ),
    (
        "Klinik eröffnet Kinderstation",
        "Das Haus hat eine Kinderstation mit vierzig Betten, die Straße davor ist zu.",
    ),
)
QUERIES = {
    "zh": "渡轮 码头 免费 图书馆 周二 学校",
    "ja": "渡し船 桟橋 図書館 無料 三日間 動物園",
    "th": "สะพาน อาหาร หลังคา โรงพยาบาล นักเรียน",
    "ar": "العبارة المستشفى أربعون المرفأ",
    "de": "Fähre Schraube Straße Kinderstation",
    "hi": "नौका पुस्तकालय मरम्मत घाट किताबें",
}
READ = """async ([paths, dropped]) => {
  const texts = []
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html")
    for (const one of page.querySelectorAll(`${dropped}, [data-pagefind-ignore]`)) one.remove()
    texts.push(page.querySelector("[data-pagefind-body]").textContent)
  }
  return texts
}"""
ASK = """async (queries) => {
  const pagefind = await import(new URL("../pagefind/pagefind.js", location.href))
  const { find, joined, whole } = await import(new URL("../assets/unspaced.js", location.href))
  const found = []
  for (const words of queries) {
    const { results } = await find(pagefind, words, {}, 0)
    const data = await Promise.all(results.map((result) => result.data()))
    found.push(data.map(({ url, meta, excerpt }) => [url, whole(meta.title), joined(excerpt)]))
  }
  return found
}"""


def articles():
    """Each text of a story of its own."""
    twins = [json.loads(line) for line in (ROOT / "tests/language/twins.jsonl").read_text("utf-8").splitlines()]
    rows = [(one["language"], one["title"], one["text"]) for one in twins if one["language"] in QUERIES]
    rows += [("ar", *each) for each in ARABIC] + [("de", *each) for each in GERMAN]
    at = datetime(2031, 6, 4, 8, tzinfo=UTC)
    for number, (language, title, text) in enumerate(rows):
        yield Article(
            id=f"{number:016x}",
            where=f"seeds/articles/{number}.md",
            title=Text(title),
            paragraphs=(Text(text),),
            publisher=Text("Harbour Post"),
            language=language,
            published=When(at=at, precision="time"),
            seen=at,
        )


@pytest.mark.parametrize("language", ["zh", "ar", "en"])
def test_as_much_is_found_as_by_a_plain_scan_in_every_script(language, browser, tmp_path):
    """Thirty queries in six languages of one digest, whichever its own is; titles and excerpts read as they stood."""
    stories, _ = group(tuple(articles()), (), ())
    edition = Edition(day=datetime(2031, 6, 4, 8, tzinfo=UTC), stories=link(stories, (), Limits()))
    digest = Settings(languages=(language,), url="https://example.org/news/", cards=False)
    lay_out(edition, tmp_path / "digest", digest)
    site = build_site(tmp_path / "digest", digest, edition.day).path
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/search/")
    paths = [f"/{path.parent.relative_to(site).as_posix()}/" for path in sorted(site.glob("stories/**/index.html"))]
    texts = dict(zip(paths, page.evaluate(READ, [paths, NOT_SEARCHED]), strict=True))
    queries = [(code, word) for code, words in QUERIES.items() for word in words.split()]
    answers = page.evaluate(ASK, [word for _, word in queries])
    page.close()
    server.shutdown()
    server.server_close()
    assert len(queries) == 30
    titles = {story.headline for story in stories}
    for (code, word), found in zip(queries, answers, strict=True):
        scan = re.compile(re.escape(word) if code in ("zh", "ja", "th") else rf"(?<!\w){re.escape(word)}(?!\w)")
        wanted = {path for path, text in texts.items() if scan.search(text)}
        assert wanted, word
        assert wanted <= {url for url, _, _ in found}, word
        if code in ("zh", "ja", "th"):
            assert {url for url, _, _ in found} == wanted
        assert {title for _, title, _ in found} <= titles
        assert not [excerpt for _, _, excerpt in found if re.search("\u200b|[一-鿿] [一-鿿]", excerpt)]
