"""What people wrote, but for the articles: digest.yml, sources, topics, curation, and the ledger of addresses.

Read and validated once, here at the border. Nothing of it is trusted to be safe on a page; it only has the right shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter

from digest.common.hosts import bare_address, name_key
from digest.common.jsontext import read_json
from digest.common.references import EDITION_PATH, ID, SOURCE_PATH, STORY_ID, STORY_PATH, TOPIC_PATH, edition_path
from digest.config import rulings, schema, yamlfile
from digest.config.checkout import checkout_of
from digest.config.fields import instant, last_instant
from digest.model import (
    AnyRuling,
    Config,
    Decision,
    Feed,
    Feeds,
    Front,
    Grouping,
    Limits,
    Mail,
    Network,
    Permalink,
    Problem,
    Settings,
    Source,
    Terms,
    Topic,
)
from digest.translations import in_language, say

FOLDERS = ("articles", "archive", "curation", "sources", "topics")
FILES = ("digest.yml", "digest.yaml", "permalinks.jsonl")
"""What lies in seeds/."""
LISTS = ("curation", "sources", "topics")
"""Those of the folders that hold YAML files alone."""
YAML_SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace(Config):
    """A Config and where its files lie.

    `where` of every entry and Problem is relative to `root`. `folder` is the seeds folder where it is not `root`/seeds.
    `held` are the files of hand-added articles by their paths from `root`; None where they lie in the folder of articles.
    """

    root: Path
    folder: Path | None = None
    held: Mapping[PurePosixPath, bytes] | None = None

    @property
    def seeds(self) -> Path:
        return self.folder or self.root / "seeds"

    @property
    def articles(self) -> Path:
        """The folder of hand-added articles: a seeds folder that holds none of the usual things is one itself."""
        usual = (*FOLDERS, *FILES)
        alone = self.folder is not None and not any((self.seeds / name).exists() for name in usual)
        return self.seeds if alone else self.seeds / "articles"


SCHEMAS: dict[str, TypeAdapter[Any]] = {
    "digest": TypeAdapter(schema.DigestFile),
    "source": TypeAdapter(schema.SourceFile),
    "topic": TypeAdapter(schema.TopicFile),
    "article": TypeAdapter(schema.ArticleHeader),
    "curation": TypeAdapter(rulings.Decision),
}
LENIENT: dict[str, TypeAdapter[Any]] = {
    "source": TypeAdapter(schema.lenient(schema.SourceFile, name="", home="")),
    "topic": TypeAdapter(schema.lenient(schema.TopicFile, name="")),
    "article": TypeAdapter(schema.lenient(schema.ArticleHeader, title="")),
    "curation": TypeAdapter(rulings.lenient_decision(author="", reason="not given")),
}
"""Types that lack no required key: with them a file that is wrong in part still stands for what others refer to."""
_PERMALINK = TypeAdapter(Permalink)
_PUBLISHED = (STORY_PATH, SOURCE_PATH, TOPIC_PATH, EDITION_PATH)
_Renamed = TypeVar("_Renamed", bound=Source | Topic)
_RULINGS: dict[str, type[AnyRuling]] = {kind.__name__.lower(): kind for kind in get_args(AnyRuling)}


def editor_line(kind: str) -> str:
    """Return the first line of a seed file, by which editors find the schema that `digest schema schemas/` writes."""
    up = "../" if kind == "digest" else "../../"
    return f"# yaml-language-server: $schema={up}schemas/{kind}.schema.json\n"


def load(root: Path, folder: Path | None = None) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read seeds/ of the digest at `root`, but for articles and archive; `folder` is another seeds folder to read.

    Returns what is right and a Problem for each thing that is not. A source or topic whose file is wrong stays known by
    its id, so that nobody who refers to it is told that it is not there.
    """
    root = folder.parent if folder else root
    seeds = folder or root / "seeds"
    problems: list[Problem] = []
    reader = _Reader(root, problems)
    digest = next((path for name in FILES[:2] if (path := seeds / name).exists()), None)
    sources = [_source(source_id, reader.read(path, "source")) for source_id, path in reader.files(seeds / "sources")]
    topics = [_topic(topic_id, reader.read(path, "topic")) for topic_id, path in reader.files(seeds / "topics")]
    decisions = [it for path in _yaml_files(seeds / "curation") for it in reader.decisions(path)]
    permalinks = tuple(_permalinks(seeds / "permalinks.jsonl", root, problems))
    config = Workspace(
        root=root,
        folder=folder,
        digest=_settings((reader.read(digest, "digest") if digest else None) or schema.DigestFile()),
        sources=_renamed(sources, [each for each in permalinks if SOURCE_PATH.fullmatch(each.path)]),
        topics=_renamed(topics, [each for each in permalinks if TOPIC_PATH.fullmatch(each.path)]),
        decisions=tuple(decisions),
        permalinks=permalinks,
        checkout=checkout_of(seeds) if seeds.is_dir() else None,
    )
    return config, (*problems, *reader.duplicates(config.sources))


def where_of(path: Path, root: Path) -> str:
    """Return a file's path from the digest's root, as problems name it; what is no UTF-8 of it is named by its bytes."""
    return path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode()


def read_text(path: Path, root: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """Read a file that a person wrote: (text, ()), or (None, (problem,)) where it is unreadable, empty or not UTF-8."""
    where = where_of(path, root)
    raw = read_bytes(path, where)
    return (None, (raw,)) if isinstance(raw, Problem) else utf8_text(raw, where)


def read_bytes(path: Path, where: str) -> bytes | Problem:
    """Return the bytes of a file that a person wrote, or the Problem that it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        return _wrong(where, 0, "unreadable", f"this cannot be read: {error.strerror}", "mend or remove it", 0)


def utf8_text(raw: bytes, where: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the UTF-8 text of a file, without its byte order mark; (None, (problem,)) where it is none, or blank."""
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


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(path for ending in YAML_SUFFIXES for path in folder.glob(f"*{ending}") if not path.is_dir())


class _Reader:
    """Reads files below a root and keeps what is wrong with them, and where each was."""

    def __init__(self, root: Path, problems: list[Problem]) -> None:
        self._root, self._problems = root, problems
        self._texts: dict[str, tuple[str, str]] = {}  # id of a source -> its file and text

    def read(self, path: Path, kind: str) -> Any:
        """Return what is right of a file; what it lacks is empty, and so is a file that cannot be read."""
        text, wrong = read_text(path, self._root)
        where = where_of(path, self._root)
        value = None
        if text is not None:
            value, wrong = yamlfile.parse(text, SCHEMAS[kind], where, lenient=LENIENT.get(kind))
        if kind == "source":
            self._texts[_id_of(path)] = where, text or ""
        self._problems.extend(wrong)
        return LENIENT[kind].validate_python({}) if value is None and kind in LENIENT else value

    def files(self, folder: Path) -> Iterable[tuple[str, Path]]:
        """Yield (id, path) of the YAML files of a folder; one whose name is no id has the nearest that is one."""
        seen: set[str] = set()
        for path in _yaml_files(folder):
            where = where_of(path, self._root)
            name = _id_of(path)
            if name != path.stem:
                remedy = "use lower-case letters a-z, digits and single hyphens, " + (
                    f"here {name}.yml" if name else "for example reuters.yml"
                )
                self._wrong(where, "file-name", "the file's name is the id, and this is none", remedy)
            if name in seen:
                self._wrong(where, "file-name", f"another file has the id `{name}`", "keep one of the two")
            elif name:
                seen.add(name)
                yield name, path

    def decisions(self, path: Path) -> Iterable[Decision]:
        """Yield the decisions of a file of seeds/curation."""
        where = where_of(path, self._root)
        text, wrong = read_text(path, self._root)
        self._problems.extend(wrong)
        if text is not None:
            found, wrong = yamlfile.parse_items(text, SCHEMAS["curation"], where, LENIENT["curation"])
            self._problems.extend(wrong)
            for item in found:
                what = ruling(item.value)
                places = tuple((name, *item.places[name]) for name in what.named if name in item.places)
                yield Decision(where=where, line=item.line, what=what, places=places)

    def duplicates(self, sources: Iterable[Source]) -> Iterable[Problem]:
        """Note the names and feeds that two sources have, in both files, and feeds that one has twice.

        The first of two sources, by their ids, gets the articles.
        """
        owners: dict[str, tuple[Source, int, str]] = {}
        for source in sources:
            claims = [("name", name, name_key(name)) for name in (source.name, *source.aliases)]
            claims += [("feed", feed.url, bare_address(feed.url)) for feed in source.feeds]
            for at, (kind, shown, claim) in enumerate(claims):
                first, before, written = owners.setdefault(f"{kind} {claim}", (source, at, shown))
                if first is not source:
                    yield self._double(kind, source, shown, first, written)
                    yield self._double(kind, first, written, source, shown)
                elif kind == "feed" and before != at:
                    yield self._double(kind, source, shown, source, written)

    def _double(self, kind: str, source: Source, shown: str, other: Source, written: str) -> Problem:
        (where, text), (its_file, _) = self._texts[source.id], self._texts[other.id]
        place = text.rfind(shown) if other is source else text.find(shown)
        line = text[: max(0, place)].count("\n") + 1
        column = place - text.rfind("\n", 0, place) if place >= 0 else 0  # 0: the name is the file's
        spelled = "" if shown == written or kind == "name" else f", which writes {written}"
        detail = f"the {kind} {shown} is also that of {its_file}{spelled}"
        problem = _wrong(where, line, "double", detail, "keep one of the two", column)
        return replace(problem, other="" if other is source else its_file, by_hand=False)

    def _wrong(self, where: str, code: str, detail: str, remedy: str) -> None:
        self._problems.append(_wrong(where, 1, code, detail, remedy))


def _id_of(path: Path) -> str:
    """A file's name as an id; the nearest id where the name is none, "" where there is none near."""
    return path.stem if ID.match(path.stem) else re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")


def _settings(found: schema.DigestFile) -> Settings:
    return Settings(
        title=_said(found.title, schema.TITLE, found),
        description=_said(found.description, schema.DESCRIPTION, found),
        url=found.url,
        repository=found.repository,
        languages=found.languages if "languages" in found.model_fields_set else (),
        limits=Limits(**found.limits.model_dump()),
        network=Network(**found.network.model_dump()),
        grouping=Grouping(**found.grouping.model_dump()),
        front=Front(**found.front.model_dump()),
        feeds=Feeds(**found.feeds.model_dump()),
        mail=Mail(**found.mail.model_dump()),
        cards=found.cards,
    )


def _said(words: str, usual: str, found: schema.DigestFile) -> str:
    """What is written; where that is what a digest of any language begins with, it is said in the digest's own."""
    with in_language(found.languages[0] if found.languages else "en"):
        return say(words) if words == usual else words


def ruling(found: Any) -> AnyRuling:
    """A decision as a noun; its days are moments then: `at` the first of its day, `until` the last."""
    given = found.model_dump(exclude={"do"})
    given |= {key: moment(given[key]) for key, moment in (("at", instant), ("until", last_instant)) if key in given}
    return _RULINGS[found.do](**given)


def _source(source_id: str, found: schema.SourceFile) -> Source:
    fields = found.model_dump(exclude={"feeds", "terms", "name"})
    feeds = tuple(Feed(**feed.model_dump()) for feed in found.feeds)
    name = found.name or source_id.replace("-", " ")
    return Source(id=source_id, name=name, feeds=feeds, terms=Terms(**found.terms.model_dump()), **fields)


def _topic(topic_id: str, found: schema.TopicFile) -> Topic:
    return Topic(id=topic_id, name=found.name or topic_id.replace("-", " "), **found.model_dump(exclude={"name"}))


def _renamed(files: Sequence[_Renamed], permalinks: Iterable[Permalink]) -> tuple[_Renamed, ...]:
    """Add to `formerly` of a source or topic each published id that no file has now and whose page had its home or name.

    Where that fits several files it is none's.
    """
    known = {name for file in files for name in (file.id, *file.formerly)}
    former: dict[str, dict[str, None]] = {}
    for permalink in permalinks:
        published = {*permalink.members} - {""}
        same = [each for each in files if not {each.name, getattr(each, "home", "")}.isdisjoint(published)]
        if permalink.id not in known and len(same) == 1:
            former.setdefault(same[0].id, {})[permalink.id] = None
    return tuple(replace(file, formerly=(*file.formerly, *former.get(file.id, ()))) for file in files)


def _permalinks(path: Path, root: Path, problems: list[Problem]) -> Iterable[Permalink]:
    if not path.exists():
        return
    text, wrong = read_text(path, root)
    problems.extend(problem for problem in wrong if problem.code != "empty")
    for number, line in enumerate((text or "").splitlines(), 1):
        if line.strip():
            permalink = _permalink(line)
            if permalink is None:
                where = where_of(path, root)
                remedy = "restore the line from git; this file is only ever appended to"
                problems.append(_wrong(where, number, "permalink", "this line is no permalink", remedy))
            else:
                yield permalink


def _permalink(line: str) -> Permalink | None:
    try:
        found: Permalink = _PERMALINK.validate_python(read_json(line))
    except ValueError:
        return None
    paths = (found.path, found.path if found.redirect is None else found.redirect)
    well = all(any(kind.fullmatch(path) for kind in _PUBLISHED) for path in paths) and STORY_ID.fullmatch(found.id)
    return found if well and (not EDITION_PATH.fullmatch(found.path) or _is_day(found)) else None


def _is_day(permalink: Permalink) -> bool:
    """Whether the line of an edition's page has a day of the calendar for its id, and is at that day's address."""
    try:
        day = date.fromisoformat(permalink.id)
    except ValueError:
        return False
    return permalink.path == edition_path(f"{day:%Y-%m-%d}") and permalink.redirect is None
