"""What people wrote, but for the articles: digest.yml, sources, topics, curation, and the ledger of addresses.

Read and validated once, here at the border. Nothing of it is trusted to be safe on a page; it only has the right shape.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from digest import schema, yamlfile
from digest.model import Feed, Problem, Source, Terms, Topic

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An editor's decision and where it is written."""

    where: str
    line: int
    what: schema.Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalink:
    """One line of seeds/permalinks.jsonl: an address once published, its story and the articles it then held.

    Of a source's page: its id, and as `members` its home and its name.
    """

    id: str
    path: str
    members: tuple[str, ...]
    at: str | None = None
    redirect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything people wrote but the articles.

    `where` of every entry and Problem is relative to `root`. `folder` is the seeds folder where it is not `root`/seeds.
    """

    root: Path
    folder: Path | None = None
    digest: schema.DigestFile
    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    decisions: tuple[Decision, ...] = ()
    permalinks: tuple[Permalink, ...] = ()

    @property
    def seeds(self) -> Path:
        return self.folder or self.root / "seeds"

    @property
    def articles(self) -> Path:
        """The folder of hand-added articles: a seeds folder that holds none of the usual things is one itself."""
        usual = ("articles", "archive", "sources", "topics", "curation", "digest.yml")
        return (
            self.seeds
            if self.folder and not any((self.seeds / name).exists() for name in usual)
            else self.seeds / "articles"
        )


SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "digest": TypeAdapter(schema.DigestFile),
    "source": TypeAdapter(schema.SourceFile),
    "topic": TypeAdapter(schema.TopicFile),
    "article": TypeAdapter(schema.ArticleHeader),
    "curation": TypeAdapter(schema.Decision),
}
_PERMALINK = TypeAdapter(Permalink)


def load(root: Path, folder: Path | None = None) -> tuple[Config, tuple[Problem, ...]]:
    """Read seeds/ of the digest at `root`, but for articles and archive; `folder` is another seeds folder to read.

    Returns what is right and a Problem for each thing that is not; a file that is wrong as a whole is left out.
    """
    root = folder.parent if folder else root
    seeds = folder or root / "seeds"
    problems: list[Problem] = []
    digest: schema.DigestFile | None = None
    if (seeds / "digest.yml").exists():
        digest = _read(seeds / "digest.yml", SCHEMAS["digest"], root, problems)
    sources, topics = [], []
    for path in _files(seeds / "sources", problems, root):
        if (found := _read(path, SCHEMAS["source"], root, problems)) is not None:
            sources.append(_source(path.stem, found))
    for path in _files(seeds / "topics", problems, root):
        if (topic := _read(path, SCHEMAS["topic"], root, problems)) is not None:
            topics.append(Topic(id=path.stem, **topic.model_dump()))
    decisions = [
        decision for path in _files(seeds / "curation", problems, root) for decision in _decisions(path, root, problems)
    ]
    permalinks = tuple(_permalinks(seeds / "permalinks.jsonl", root, problems))
    config = Config(
        root=root,
        folder=folder,
        digest=digest or schema.DigestFile(),
        sources=_renamed(sources, permalinks),
        topics=tuple(topics),
        decisions=tuple(decisions),
        permalinks=permalinks,
    )
    return config, tuple(problems)


def read_text(path: Path, root: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """Read a file that a person wrote: (text, ()), or (None, problem) where it is empty or not UTF-8."""
    where = path.relative_to(root).as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, (_wrong(where, 0, "unreadable", f"this cannot be read: {error.strerror}", "mend or remove it", 0),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return None, (_wrong(where, line, "not-utf-8", "this file is not UTF-8", "save it as UTF-8", column),)
    if not text.strip():
        return None, (_wrong(where, 1, "empty", "this file is empty", "fill it or delete it"),)
    return text, ()


def _wrong(where: str, line: int, code: str, detail: str, remedy: str, column: int = 1) -> Problem:
    return Problem(
        stage="config", where=where, line=line, column=column, code=code, detail=detail, remedy=remedy, by_hand=True
    )


def _files(folder: Path, problems: list[Problem], root: Path) -> Iterable[Path]:
    """The YAML files of a folder in order of name; one whose name is no id is a Problem."""
    seen: set[str] = set()
    for path in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
        where = path.relative_to(root).as_posix()
        if path.stem in seen:
            problems.append(_wrong(where, 1, "file-name", "another file has this id", "keep one of the two"))
        elif ID.match(path.stem):
            seen.add(path.stem)
            yield path
        else:
            remedy = "use lower-case letters a-z, digits and single hyphens, for example reuters.yml"
            problems.append(_wrong(where, 1, "file-name", "the file's name is the id, and this is none", remedy))


def _read(path: Path, as_type: TypeAdapter[Any], root: Path, problems: list[Problem]) -> Any:
    text, wrong = read_text(path, root)
    problems.extend(wrong)
    if text is None:
        return None
    value, wrong = yamlfile.parse(text, as_type, path.relative_to(root).as_posix())
    problems.extend(wrong)
    return value


def _source(source_id: str, found: schema.SourceFile) -> Source:
    fields = found.model_dump(exclude={"feeds", "terms"})
    feeds = tuple(Feed(**feed.model_dump()) for feed in found.feeds)
    return Source(id=source_id, feeds=feeds, terms=Terms(**found.terms.model_dump()), **fields)


def _renamed(sources: Sequence[Source], permalinks: Iterable[Permalink]) -> tuple[Source, ...]:
    """Give a source each id that no file has now and under which a page with its home or its name alone was published."""
    known = {name for source in sources for name in (source.id, *source.formerly)}
    former: dict[str, dict[str, None]] = {}
    for permalink in permalinks:
        if schema.SOURCE_PATH.fullmatch(permalink.path) and permalink.id not in known:
            same = [source for source in sources if not {source.home, source.name}.isdisjoint(permalink.members)]
            if len(same) == 1:
                former.setdefault(same[0].id, {})[permalink.id] = None
    return tuple(replace(source, formerly=(*source.formerly, *former.get(source.id, ()))) for source in sources)


def _decisions(path: Path, root: Path, problems: list[Problem]) -> Iterable[Decision]:
    where = path.relative_to(root).as_posix()
    text, wrong = read_text(path, root)
    problems.extend(wrong)
    if text is not None:
        found, wrong = yamlfile.parse_items(text, SCHEMAS["curation"], where)
        problems.extend(wrong)
        yield from (Decision(where=where, line=line, what=what) for line, what in found)


def _permalinks(path: Path, root: Path, problems: list[Problem]) -> Iterable[Permalink]:
    if not path.exists():
        return
    text, wrong = read_text(path, root)
    problems.extend(problem for problem in wrong if problem.code != "empty")
    for number, line in enumerate((text or "").splitlines(), 1):
        if line.strip():
            permalink = _permalink(line)
            if permalink is None:
                where = path.relative_to(root).as_posix()
                remedy = "restore the line from git; this file is only ever appended to"
                problems.append(_wrong(where, number, "permalink", "this line is no permalink", remedy))
            else:
                yield permalink


def _permalink(line: str) -> Permalink | None:
    try:
        found: Permalink = _PERMALINK.validate_python(json.loads(line))
    except (ValueError, ValidationError, RecursionError):
        return None
    paths = (found.path, found.redirect or found.path)
    well = all(schema.STORY_PATH.fullmatch(path) or schema.SOURCE_PATH.fullmatch(path) for path in paths)
    return found if well and schema.STORY_ID.fullmatch(found.id) else None
