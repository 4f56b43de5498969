"""How problems and counts are said: plain lines for people, annotations for GitHub. Returns strings; the command prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from digest.model import Edition, Problem
from digest.write.pages import Changes

Format = Literal["text", "github"]


def order(problems: Iterable[Problem]) -> list[Problem]:
    """What a person can mend first, then by place."""
    return sorted(problems, key=lambda p: (not p.by_hand, p.where, p.line, p.column, p.code, p.detail))


def problem_line(problem: Problem, form: Format = "text") -> str:
    """One problem on one line: `file:line:column: what is wrong; what to write instead`, or a GitHub annotation."""
    if form == "text":
        return _visible(str(problem))
    level = "error" if problem.by_hand else "warning"
    message = problem.detail + (f"; {problem.remedy}" if problem.remedy else "")
    place = f"file={_property(problem.where)}"
    if problem.line:
        place += f",line={problem.line}" + (f",col={problem.column}" if problem.column else "")
    return f"::{level} {place},title={_property(problem.code)}::{_data(message)}"


def counts(edition: Edition) -> str:
    """`5 stories from 17 articles of 11 publishers (2 copies folded)`."""
    articles = [article for story in edition.stories for article in story.articles]
    publishers = {article.publisher for article in articles if article.publisher}
    copies = sum(len(article.copies) for article in articles)
    folded = f" ({plural(copies, 'copy', 'copies')} folded)" if copies else ""
    return (
        f"{plural(len(edition.stories), 'story', 'stories')} from {plural(len(articles), 'article')} "
        f"of {plural(len(publishers), 'publisher')}{folded}"
    )


def changes_line(changes: Changes) -> str:
    """`12 pages added, 1 updated, 3 removed, 40 unchanged`, leaving out what is none."""
    parts = {"added": changes.added, "updated": changes.updated, "removed": changes.removed}
    said = [f"{len(paths)} {word}" for word, paths in parts.items() if paths]
    return "files: " + ", ".join([*said, f"{changes.unchanged} unchanged"])


def summary(problems: Iterable[Problem]) -> str:
    """How many problems of which code, most frequent first."""
    tally = Counter(problem.code for problem in problems)
    return ", ".join(f"{count} {code}" for code, count in sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 article`, `2 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _visible(text: str) -> str:
    """Text from outside without anything a terminal would act on."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _data(text: str) -> str:
    return _visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
