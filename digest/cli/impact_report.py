"""How an impact is said: a few lines in a terminal, Markdown for a pull request, JSON for machines.

What stands in it comes from outside and is posted where forges turn words into mentions, links and pictures: in Markdown
every word passes `_quiet`, after which it is only read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal

from pydantic_core import to_json

from digest.cli.comment import JOINER
from digest.cli.impact import Difference, FileChange, Impact, Line, Named, Size, StoryChange
from digest.cli.report import plural, problem_line, visible

Format = Literal["text", "markdown", "json"]
MOST_STORIES = 40
"""Stories of which a comment tells what changes; the others are counted."""
MOST_LINES = 8
"""Lines of one kind that are told of a story."""
MOST_OF_NEW = 3
"""Lines of one kind that are told of a story that is new as a whole."""
MOST_PATHS = 20
"""Addresses that are named of those that are lost, and of pages that change."""
_ENDED = {"topic": "and write `retired: WHY` in it", "source": "without its `feeds:`"}
_FEW = 5  # pages that a terminal names where no story changes
_Words = Callable[[str], str]
_MARKED = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")
_LIVE = re.compile(r"(@|#|://|www)", re.IGNORECASE)


def impact_text(impact: Impact, form: Format) -> str:
    """Return an impact in one of the formats, with a line break at its end."""
    if form == "json":
        return to_json(impact, indent=2).decode() + "\n"
    lines = _markdown(impact) if form == "markdown" else _plain(impact)
    return "\n".join(lines) + "\n"


def _plain(impact: Impact) -> Iterator[str]:
    yield summary(impact)
    yield from (f"lost address: {visible(path)}" for path in impact.lost[:MOST_PATHS])
    if len(impact.lost) > MOST_PATHS:
        yield f"lost address: {len(impact.lost) - MOST_PATHS} more"
    yield from map(visible, islice(_remedies(impact), MOST_PATHS))
    yield from (f"{_file_sign(file)} {_file(file, visible)}" for file in impact.files)
    for change in impact.stories[:MOST_STORIES]:
        yield f"{_sign(change)} {visible(change.headline)} ({_sizes(change)})"
        yield from (f"    {line}" for line in _change_lines(change, visible))
    if len(impact.stories) > MOST_STORIES:
        yield f"and {plural(len(impact.stories) - MOST_STORIES, 'story', 'stories')} more"
    if not (impact.stories or impact.files) and impact.pages_changed:
        paths = sorted(impact.pages_changed, key=lambda path: not _is_page(path))
        names = [*paths[:_FEW], *(["…"] if len(paths) > _FEW else [])]
        yield f"pages: {visible(', '.join(names))}"
    yield from (f"new problem: {problem_line(problem)}" for problem in impact.problems)


def _markdown(impact: Impact) -> Iterator[str]:
    yield "### What this change does to the digest"
    yield ""
    yield f"**{summary(impact)}**"
    if impact.lost:
        yield from _heading(f"{plural(len(impact.lost), 'address', 'addresses')} would be lost")
        yield from (f"- {_quiet(path)}" for path in impact.lost[:MOST_PATHS])
        yield from _and_more(len(impact.lost) - MOST_PATHS)
        for remedy in islice(_remedies(impact), MOST_PATHS):
            yield from ("", _quiet(remedy))
    if impact.problems:
        yield from _heading(f"{plural(len(impact.problems), 'new problem')}")
        yield from (f"- {_quiet(str(problem))}" for problem in impact.problems[:MOST_PATHS])
        yield from _and_more(len(impact.problems) - MOST_PATHS)
    if impact.files:
        yield from _heading("Sources and topics")
        yield from (f"- {_file(file, _quiet)}" for file in impact.files[:MOST_PATHS])
        yield from _and_more(len(impact.files) - MOST_PATHS)
    for heading, changes in _parts(impact.stories[:MOST_STORIES]):
        yield from ("", f"#### {heading}")
        for change in changes:
            yield from ("", f"**{_quiet(change.headline)}** · {_sizes(change)}", "")
            yield from (f"- {line}" for line in _change_lines(change, _quiet))
    yield from _and_more(len(impact.stories) - MOST_STORIES, "more story", "more stories")
    if pages := sorted(_pages(impact), key=lambda one: not _is_page(one[1])):  # what readers open comes first
        yield from ("", f"<details><summary>{plural(len(pages), 'file')}</summary>", "")
        yield from (f"- {word}: {_quiet(path)}" for word, path in pages[:MOST_PATHS])
        yield from _and_more(len(pages) - MOST_PATHS)
        yield from ("", "</details>")


def _remedies(impact: Impact) -> Iterator[str]:
    """Yield what to write so that the lost addresses stay: for each source and topic that goes, and for all others."""
    left = set(impact.lost)
    for file in impact.files:
        page = f"{file.kind}s/{file.id}"
        own = {path for path in left if path.startswith((f"{page}.", f"{page}/"))}
        if own and file.after is None:
            left -= own
            formerly = f"write `formerly: [{file.id}]` in the {file.kind} that takes its place, to which it then redirects"
            yield f"to keep {page}: {formerly}; or restore seeds/{page}.yml {_ENDED[file.kind]}"
    if left:
        yield "to keep the others: restore what they were made of, files of seeds/ or lines of seeds/permalinks.jsonl"


def _heading(words: str) -> tuple[str, ...]:
    return "", f"#### {words}", ""


def _pages(impact: Impact) -> Iterator[tuple[str, str]]:
    """Yield what became of each file, pages and what belongs to them, and its path; the changed ones, mostly lists, last."""
    for word, paths in (("new", impact.pages_added), ("moved", impact.moved), ("changed", impact.pages_changed)):
        yield from ((word, path) for path in paths)


def _is_page(path: str) -> bool:
    """Whether readers open it: no feed, drawing or JSON."""
    return path.endswith(".md")


def summary(impact: Impact) -> str:
    """`1 new article; 2 new stories, 1 changed; 4 new pages, 12 changed; 9 feeds and other files; no address is lost`."""
    if impact.nothing:
        return "Nothing that is published changes."
    new = sum(change.before is None for change in impact.stories)
    gone = sum(change.after is None for change in impact.stories)
    pages = Counter({"new": 0, "changed": 0, "moved": 0})  # in this order
    pages.update(word for word, path in _pages(impact) if _is_page(path))
    others = sum(not _is_page(path) for _, path in _pages(impact))
    parts = [
        _counts({"new": impact.added, "removed": impact.removed}, "article"),
        _counts({"new": new, "changed": len(impact.stories) - new - gone, "gone": gone}, "story", "stories"),
        _counts(pages, "page"),
        plural(others, "feed or other file", "feeds and other files") if others else "",
        plural(len(impact.lost), "address is lost", "addresses are lost") if impact.lost else "no address is lost",
    ]
    return "; ".join(part for part in parts if part)


def _counts(counts: dict[str, int], one: str, many: str | None = None) -> str:
    """`2 new stories, 1 changed`, `1 story changed`; empty where all are none."""
    said = [(count, word) for word, count in counts.items() if count]
    if not said:
        return ""
    (count, word), *further = said
    first = (
        plural(count, f"new {one}", f"new {many or one + 's'}") if word == "new" else f"{plural(count, one, many)} {word}"
    )
    return ", ".join([first, *(f"{count:,} {word}" for count, word in further)])


def _parts(changes: Sequence[StoryChange]) -> Iterator[tuple[str, list[StoryChange]]]:
    for heading, kind in (("New stories", "+"), ("Stories that change", "~"), ("Stories that are gone", "-")):
        if found := [change for change in changes if _sign(change) == kind]:
            yield heading, found


def _sign(change: StoryChange) -> str:
    return "+" if change.before is None else "~" if change.after else "-"


def _sizes(change: StoryChange) -> str:
    """`3 → 4 articles, 2 → 3 independent`."""
    before, after = change.before, change.after
    if before is None or after is None:
        size = before or after or Size(articles=0, independent=None)
        return f"{plural(size.articles, 'article')}, {_independent(size)}"
    articles = plural(after.articles, "article")
    if before.articles != after.articles:
        articles = f"{before.articles} → {articles}"
    was, now = _independent(before), _independent(after)
    return f"{articles}, {now}" if was == now else f"{articles}, {was.removesuffix(' independent')} → {now}"


def _independent(size: Size) -> str:
    if size.independent is None:
        return "independence not assessed"
    return f"{'at least ' if size.at_least else ''}{size.independent} independent"


def _change_lines(change: StoryChange, words: _Words) -> Iterator[str]:
    """What becomes of a story, a line each."""
    if change.after is None:
        yield f"goes on in: {words(change.into)}" if change.into else "no article of it is left"
    if change.renamed:
        yield f"was headed: {words(change.renamed)}"
    most, begins = (MOST_OF_NEW, True) if change.before is None else (MOST_LINES, False)
    kinds: tuple[tuple[str, Sequence[str]], ...] = (
        ("by editors", [words(event) for event in change.events]),
        ("an article is withdrawn", [words(reason) for reason in change.withdrawn]),
        ("from" if begins else "joins", [_named(one, words) for one in change.joined]),
        ("leaves", [_named(one, words) for one in change.left]),
        ("is folded", [f"{_named(one, words)}, a copy of {words(one.other or '')}'s" for one in change.folded]),
        ("says" if begins else "says now", [_line(one, words) for one in change.told]),
        ("says no longer", [_line(one, words) for one in change.untold]),
        ("cited for it too", [_line(one, words) for one in change.cited]),
        ("sources differ", [_difference(one, words) for one in change.differ]),
        ("sources differ no longer", [_difference(one, words) for one in change.settled]),
    )
    for kind, lines in kinds:
        yield from (f"{kind}: {line}" for line in lines[:most])
        if len(lines) > most:
            yield f"{kind}: {len(lines) - most:,} more"


def _file(file: FileChange, words: _Words) -> str:
    """`the source Example Post is now called Example Mail`."""
    if file.before and file.after:
        return f"the {file.kind} {words(file.before)} is now called {words(file.after)}"
    return f"{'no more' if file.before else 'new'} {file.kind}: {words(file.before or file.after or file.id)}"


def _file_sign(file: FileChange) -> str:
    return "+" if file.before is None else "~" if file.after else "-"


def _named(one: Named, words: _Words) -> str:
    return f"{words(one.publisher or 'a publisher not named')}, “{words(one.title)}”"


def _line(one: Line, words: _Words) -> str:
    return f"“{words(one.text)}” ({', '.join(map(words, one.publishers))})"


def _difference(one: Difference, words: _Words) -> str:
    values = " / ".join(f"{words(value.text)} ({', '.join(map(words, value.publishers))})" for value in one.values)
    return f"{words(one.label)}: {values}"


def _and_more(count: int, one: str = "more", many: str = "more") -> Iterable[str]:
    return ("", f"and {plural(count, one, many)}") if count > 0 else ()


def _quiet(text: str) -> str:
    """Words from outside as Markdown that shows them and does nothing: no mention, link, picture, mark-up or HTML."""
    return _MARKED.sub(r"\\\1", _LIVE.sub(rf"\1{JOINER}", visible(text)))
