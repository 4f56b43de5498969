"""What a command does not use is not loaded: starting is a good part of what a check or a report on a change costs."""

import subprocess
import sys

from digest.acquire.seeds.articles import read_articles
from digest.common.memo import no_memo
from digest.config import load
from digest.runtime.cache import Within

HEAVY = ("scipy", "duckdb", "feedparser", "httpcore", "lxml", "markdown_it", "PIL", "trafilatura", "mkdocs")
ROOMS = (
    *("digest.link.story", "digest.clean.article", "digest.thresholds"),
    *("digest.acquire.network.fetch", "digest.write.site"),
)


def test_the_commands_load_no_library_that_only_some_work_needs():
    """Such a library, and the modules that do a room's work, come when there is something to do."""
    asked = f"import sys, digest.cli.commands; print(*[each for each in {HEAVY + ROOMS} if each in sys.modules])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.split() == []


def test_a_file_is_read_once_for_two_editions_that_have_other_sources(tmp_path):
    """What a file says is the same whatever sources there are; which of them its `source` means is looked up in each."""
    header = "---\ntitle: Pier opens\nsource: {}\npublished: 2026-06-05\n---\nThe pier is open.\n"
    read: list[str] = []

    def counting(work, items, **how):
        read.extend(item.where for item in items)
        return no_memo(work, items, **how)

    memo = Within(counting)
    found = {}
    for name, sources in (("older", ("post",)), ("newer", ("post", "mail"))):
        seeds = tmp_path / name / "seeds"
        (seeds / "articles").mkdir(parents=True)
        (seeds / "sources").mkdir()
        for source in ("post", "mail"):
            (seeds / "articles" / f"{source}.md").write_text(header.format(source))
        for source in sources:
            (seeds / "sources" / f"{source}.yml").write_text(f"name: {source.title()}\nhome: https://{source}.example/\n")
        found[name] = read_articles(load(tmp_path / name)[0], memo)
    assert read == ["seeds/articles/mail.md", "seeds/articles/post.md"]
    (older, wrong), (newer, right) = found["older"], found["newer"]
    assert [(each.source, each.publisher) for each in older] == [(None, "mail"), ("post", None)]
    assert [(each.source, each.publisher) for each in newer] == [("mail", None), ("post", None)]
    assert ([problem.code for problem in wrong], right) == (["unknown-source"], [])
