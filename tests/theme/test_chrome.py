"""Hostile words in every field change nothing of the theme's frame, and nothing in the article is live."""

import importlib.util
import itertools
import json
from pathlib import Path

import html5lib
import pytest
from theme.build import build, chrome_and_article
from theme.sample import SUBJECTS, edition

VECTORS = ("vectors/html.jsonl", "vectors/markdown.jsonl", "vectors/ssti.jsonl")
STORIES = 4 * len(SUBJECTS)
ADDRESSES = {"href", "src", "action", "formaction", "data-bundle", "property", "name", "http-equiv", "type", "rel", "id"}


def frame(chrome: str) -> list[tuple]:
    """Return each element of the frame with its attributes' names, and the values of those that browsers act on."""
    tree = html5lib.parse(chrome, namespaceHTMLElements=False)
    return [
        (element.tag, sorted((k, v if k in ADDRESSES else "") for k, v in element.attrib.items()))
        for element in tree.iter()
        if isinstance(element.tag, str)
    ]


def pages(site: Path) -> dict[str, tuple[str, str]]:
    """Return frame and article of each page that the theme framed, by path."""
    return {
        path.relative_to(site).as_posix(): chrome_and_article(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def live(shared):
    """Return the oracle that says what of a fragment a browser would act on."""
    spec = importlib.util.spec_from_file_location("oracle", shared("tools/oracle.py"))
    oracle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(oracle)
    return oracle.live


@pytest.fixture(scope="module")
def hostile(shared, tmp_path_factory):
    """Return the pages of a site whose headlines hold every payload, many to one, and whose other fields hold them again."""
    rows = [json.loads(line) for name in VECTORS for line in shared(f"data/{name}").read_text("utf-8").strip().split("\n")]
    payloads = [row["payload"] for row in rows]
    chunks = STORIES - 1  # odd: each story asks for two headlines, and so each chunk comes to head one
    headlines = itertools.cycle(" ".join(payloads[at::chunks]) for at in range(chunks))
    others = itertools.cycle(" ".join(payloads[at : at + 8]) for at in range(0, len(payloads), 8))
    wanted = edition(lambda words: next(headlines if words.endswith("report 1") else others), STORIES)
    return pages(build(wanted, tmp_path_factory.mktemp("hostile") / "digest", title="<b>&\"'{{ 7*7 }}"))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory):
    """Return the pages of the same site with plain words in its fields."""
    return pages(build(edition(stories=STORIES), tmp_path_factory.mktemp("harmless") / "digest"))


def test_the_frame_is_that_of_harmless_words(hostile, harmless):
    """The same elements, attributes and addresses around every page, whatever its fields hold."""
    named = {path for path in hostile if "_" not in path}  # a publisher without a file has its page by its name
    assert named == {path for path in harmless if "_" not in path}
    for path in named:
        assert frame(hostile[path][0]) == frame(harmless[path][0]), path
    usual = frame(harmless["sources/not_named/index.html"][0])
    for path in hostile.keys() - named:
        own_address = path.removesuffix("index.html")
        assert frame(hostile[path][0].replace(own_address, "sources/not_named/")) == usual, path


def test_nothing_in_an_article_is_live(hostile, live):
    """The oracle finds nothing that a browser would act on in what the pages show."""
    assert len(hostile) > STORIES
    for path, (_, article) in hostile.items():
        assert live(article, strict=True) == [], path


def test_the_digests_own_name_is_shown_as_written(hostile):
    """A title of the digest with markup and template marks in it is only words."""
    tree = html5lib.parse(hostile["index.html"][0], namespaceHTMLElements=False)
    names = [e for e in tree.iter("a") if e.get("class") == "masthead__name"]
    assert ["".join(name.itertext()) for name in names] == ["<b>&\"'{{ 7*7 }}"]
