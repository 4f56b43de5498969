"""What the tests of render share: the hostile payloads, Markdown as MkDocs runs it, the oracle, the sample's pages."""

import importlib.util
import json

import markdown
import pytest
from render_sample import EDITION

from digest.model import Settings
from digest.render import render
from digest.render.escape import plain


@pytest.fixture(scope="session")
def to_html():
    """Turn Markdown into HTML with the extensions of mkdocs.yml, and fenced code, which MkDocs adds to every list."""
    reader = markdown.Markdown(extensions=["tables", "toc", "attr_list", "md_in_html", "fenced_code"])

    def convert(text):
        if text.startswith("---\n"):
            text = text.split("\n---\n", 1)[1]
        return reader.reset().convert(text)

    return convert


@pytest.fixture(scope="session")
def payloads(shared):
    """The hostile texts, each as the one line that clean would make of it."""
    found = []
    for name in ("html", "markdown", "ssti"):
        with shared(f"data/vectors/{name}.jsonl").open(encoding="utf-8") as lines:
            found += [plain(json.loads(line)["payload"]) for line in lines]
    return [words for words in dict.fromkeys(found) if words]


@pytest.fixture(scope="session")
def oracle(shared):
    """The browser-shaped judge: what a browser would act on in this HTML."""
    spec = importlib.util.spec_from_file_location("oracle", shared("tools/oracle.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda html: module.live(html, strict=True)


@pytest.fixture(scope="session")
def pages():
    """The sample's pages by path."""
    return {page.path: page.text for page in render(EDITION, Settings(url="https://digest.example/"))}
