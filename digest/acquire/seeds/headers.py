"""The header of an article's file: its keys, in our words or another tool's (Jekyll, Hugo, Zola, Pelican), as ours."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from email.utils import parsedate_tz
from itertools import islice
from typing import Any, Literal

from frontmatter.default_handlers import YAMLHandler
from pydantic import TypeAdapter

from digest.acquire.problems import by_hand
from digest.config import yamlfile
from digest.config.schema import ArticleHeader
from digest.config.synonyms import HEADER_SYNONYMS
from digest.model import Problem

_OTHERS = """
    aliases archive build cascade categories category cc comment comments contenttransferencoding contenttype copyright
    cover css date2 description draft excerpt expirydate extra featured featuredimage guid hasmath header headless
    hidden hide id image images insearchindex keywords layout linktitle markup math mathjax menu menus messageid
    mimeversion number outputs page pagetemplate params path permalink pin pinned received redirectfrom redirectto
    render replyto resources returnpath robots save series shorttitle sitemap slug socialimage sortby status subtitle
    summary tag tags taxonomies template thumbnail to toc type uid uuid video videos weight
"""
IGNORED = frozenset(_OTHERS.split())
"""Keys of other tools that say nothing a digest asks for."""
_OURS = frozenset(ArticleHeader.model_fields)
_HEADER_KEYS = {name: ours for ours, names in HEADER_SYNONYMS.items() for name in names}
_NESTED = ("extra", "params")  # where Zola and Hugo want keys of one's own
_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)
_FENCES = {"---": YAMLHandler.FM_BOUNDARY, "+++": re.compile(r"^\+{3}\s*$", re.MULTILINE)}
_KEY = re.compile(r"[\"']?(?P<key>[A-Za-z_][\w-]*)[\"']?\s*(?:(?P<colon>:)(?:\s|$)|=)")
_KEY_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?):(?:[ \t]+(?P<value>.*))?\Z")
_ISO = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?\Z",
    re.IGNORECASE,
)
_OUR_KEY = re.compile(r"[\"']?(\w+)[\"']?[ \t]*:[ \t]*(?=\S|$)")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][\w.@-]+)?\Z")
_MAILBOX = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>")
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A header as YAML in our keys.

    Each key stands on the line of the YAML on which it stands in the file, whose first header line is `first_line`. The
    lines in `rewritten` had a key of another tool, so that columns of the YAML say nothing of the file.
    """

    yaml: str
    first_line: int
    rewritten: frozenset[int] = frozenset()

    def placed(self, problem: Problem) -> Problem:
        """Return a problem of the YAML as one of the file: with the first column where its line is rewritten."""
        return replace(problem, column=1) if problem.line in self.rewritten else problem

    def places(self) -> Iterator[tuple[str, int, int]]:
        """Yield (key of ours, line, column of its value) in the file, from 1."""
        for number, text in enumerate(self.yaml.split("\n"), self.first_line):
            if (found := _OUR_KEY.match(text)) and found[1] in _OURS:
                yield found[1], number, 1 if number in self.rewritten else found.end() + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """An article's file in two: its header, None without, and its body, None where the file cannot be read.

    `line` is the line of the file on which the body starts; `page` says that the body is a whole web page. `guid` and
    `publisher_home` are as in `Entry`. `problems` are what is wrong with the file itself, not with the header's values.
    """

    kind: Literal["text", "markdown", "html"]
    body: str | None
    header: Header | None = None
    line: int = 1
    page: bool = False
    guid: str | None = None
    publisher_home: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Lines:
    """The lines of a header while keys of other tools are rewritten as ours."""

    lines: list[str]
    rewritten: set[int] = field(default_factory=set)

    def put(self, at: int, key: str, value: object) -> None:
        """Write `key: value` on a line, numbered from 0, or on the next one that holds none yet."""
        while at in self.rewritten:
            at += 1
        self.lines += [""] * (at + 1 - len(self.lines))
        self.lines[at] = f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}"
        self.rewritten.add(at)

    def header(self, first_line: int) -> Header:
        """Return the lines as a header that starts on this line of its file."""
        return Header(
            yaml="\n".join(self.lines),
            first_line=first_line,
            rewritten=frozenset(first_line + at for at in self.rewritten),
        )


def header_of(values: Iterable[tuple[int, str, object]]) -> Header:
    """Return a header made of (line of the file, key of ours, value as another format has it)."""
    lines = _Lines([])
    for line, key, value in values:
        lines.put(line - 1, key, _value(key, value))
    return lines.header(1)


def split_header(text: str, where: str, kind: Literal["text", "markdown", "html"]) -> RawArticle:
    """Split a file of text into header and body.

    A header stands between lines of --- (YAML) or +++ (TOML), is a JSON object, or lines of `Key: value` above the first
    blank one. A dump may itself begin so; outside Markdown a header must begin with a key that is ours, near to ours, or
    another tool's.
    """
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    fence, opening = next(((it, found) for it, rule in _FENCES.items() if (found := rule.match(text, start))), ("", None))
    if opening is None:
        plain = _key_lines(text, start, kind) if kind != "html" else None
        return plain or (_json(text, start) if kind == "markdown" else None) or RawArticle(kind=kind, body=text)
    rest = text[opening.end() :].splitlines()
    found = _KEY.match(next((line for line in rest if line.strip() and not line.startswith("#")), ""))
    if (
        found is None
        or (found["colon"] is None) != (fence == "+++")
        or (kind != "markdown" and not _opens(found["key"], rest))
    ):
        return RawArticle(kind=kind, body=text)
    closing = _FENCES[fence].search(text, opening.end())
    first_line = text.count("\n", 0, opening.end()) + 1
    if closing is None:
        remedy = f"end it with a line that holds only {fence}"
        if not _means(found["key"] or ""):
            return RawArticle(kind=kind, body=text)
        torn = by_hand(where, "header", "the header is not closed", remedy, line=first_line)
        return RawArticle(kind=kind, body=None, problems=(torn,))
    end = text.find("\n", closing.start()) + 1 or len(text)
    body, line = text[end:], text.count("\n", 0, end) + 1
    read = (_toml if fence == "+++" else _yaml)(text[opening.end() : closing.start()], where, first_line)
    if isinstance(read, Problem):
        return RawArticle(kind=kind, body=None, problems=(read,))
    return RawArticle(kind=kind, header=read, body=body, line=line)


def _means(key: str) -> bool:
    """Whether a key is ours or one that other tools have."""
    name = _folded(key)
    return name in _OURS or name in _HEADER_KEYS or name in IGNORED


def _opens(key: str, rest: Iterable[str]) -> bool:
    """Whether a first key outside Markdown is one of a header: near to ours, or another tool's with a title below."""
    titled = any(line.startswith("title") for line in islice(rest, 60))
    return key == key.lower() and (_is_near_ours(key) or (titled and _means(key)))


def _folded(key: str) -> str:
    return re.sub(r"[-_ ]", "", key).lower()


def _yaml(text: str, where: str, first_line: int) -> Header:
    """Return a YAML header in our keys: lines of our own keys stay as written, those of other tools' are rewritten."""
    data, _ = yamlfile.parse(text, _ANYTHING, where, first_line=first_line)
    if not isinstance(data, dict):
        return Header(yaml=text, first_line=first_line)
    if data and all(_is_as_ours(key, value) for key, value in data.items()):
        return Header(yaml=text, first_line=first_line)  # as most are: all stays as it is written
    taken = dict(_taken(data))
    foreign = any(key not in _OURS and _means(key) for key in data)
    kept = {key for key, value in data.items() if _stays(key, value, taken, foreign=foreign)}
    lines = _Lines(text.split("\n"))
    at = _places(lines.lines, data, r"[\"']?{}[\"']?[ \t]*:(?:\s|$)") if data.keys() | taken.keys() != kept else {}
    if len(at) < len(data):  # all stays as it is written, or nobody can say where a key stands
        return Header(yaml=text, first_line=first_line)
    nested = {it: at[group] for group in _NESTED for it in _inner(data, group)}
    starts = sorted(at.values())
    for key in data:
        if key not in kept:
            end = next((start for start in starts if start > at[key]), len(lines.lines))
            lines.lines[at[key] : end] = [""] * (end - at[key])
    for key, (name, value) in taken.items():
        if key not in kept:
            lines.put(at.get(key, nested.get(key, 0)), name, value)
    return lines.header(first_line)


def _is_as_ours(key: str, value: object) -> bool:
    """Whether a key is ours and holds its value in our form, as most do."""
    return key in _OURS and not _is_draft(key, value) and _value(key, value) == value


def _stays(key: str, value: object, taken: Mapping[str, tuple[str, object]], *, foreign: bool) -> bool:
    """Whether a key stays as it is written: it is ours, or unknown, so that the schema names it as a mistake.

    `taken` is what `_taken` gives. In a header with keys of other tools (`foreign`) an unknown key is a mistake only
    where it is near to one of ours.
    """
    if key in _OURS:
        elsewhere = any(name == key and other != key for other, (name, _) in taken.items())
        return taken.get(key, (key, value)) == (key, value) and not elsewhere and not _is_draft(key, value)
    return not _means(key) and (not foreign or _is_near_ours(key))


def _is_near_ours(key: str) -> bool:
    return bool(get_close_matches(_folded(key), _OURS, 1, 0.75))


def _is_draft(key: str, value: object) -> bool:
    """Whether this is Jekyll's `published: false`, which marks a draft and is no date."""
    return key == "published" and isinstance(value, bool)


def _toml(text: str, where: str, first_line: int) -> Header | Problem:
    """A TOML header, which is Hugo's or Zola's, so that a key unknown to us is none of ours misspelt unless it is near."""
    try:
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        said = str(error)
        place = _TOML_PLACE.search(said)
        line = first_line + (int(place[1]) - 1 if place and place[1] else 0)
        column = int(place[2]) if place and place[2] else 1
        detail = f"this is not TOML: {_TOML_PLACE.sub('', said)}".splitlines()[0]
        return by_hand(where, "toml", detail, "mend the TOML; put text in quotes", line=line, column=column)
    return _rewritten(data, text.split("\n"), r"\s*[\"']?{}[\"']?\s*=", first_line)


def _json(text: str, start: int) -> RawArticle | None:
    """A JSON object at the top, as Hugo takes it."""
    try:
        data, end = json.JSONDecoder().raw_decode(text, start) if text.startswith("{", start) else (None, 0)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not any(map(_means, data)):
        return None
    first_line = text.count("\n", 0, start) + 1
    header = _rewritten(data, text[start:end].split("\n"), r"[\s{{]*\"{}\"\s*:", first_line)
    return RawArticle(kind="markdown", header=header, body=text[end:], line=text.count("\n", 0, end) + 1)


def _key_lines(text: str, start: int, kind: Literal["text", "markdown", "html"]) -> RawArticle | None:
    """Lines of `Key: value` at the top: Pelican's, MultiMarkdown's, or a mail's; a title is among them."""
    data: dict[str, str] = {}
    key, end = "", start
    lines = text[start:].splitlines(keepends=True)
    for line in lines:
        if not line.strip():
            break
        if found := _KEY_LINE.match(line.rstrip()):
            key = found["key"]
            data.setdefault(key, found["value"] or "")
        elif key and line[0] in " \t":
            data[key] = f"{data[key]} {line.strip()}"
        else:
            break
        end += len(line)
    names = {_folded(key) for key in data}
    known = names & (_OURS | set(_HEADER_KEYS) | IGNORED)
    if not names & {"title", "headline", "subject"} or (kind != "markdown" and len(known) < 2):
        return None
    first_line = text.count("\n", 0, start) + 1
    source = next((data.pop(key) for key in tuple(data) if _folded(key) == "source"), "")
    name = "link" if re.match(r"https?://", source) else "publication"
    header = _rewritten(data | ({name: source} if source else {}), text[start:end].split("\n"), r"{}:", first_line)
    return RawArticle(kind=kind, header=header, body=text[end:], line=text.count("\n", 0, end) + 1)


def _rewritten(data: Mapping[str, Any], lines: list[str], pattern: str, first_line: int) -> Header:
    """Return a header made of data that another tool wrote: our keys alone, each on the line where its own key stands.

    `pattern` is a regular expression of a line with a key, `{}` standing for the key.
    """
    at = _places(lines, (*data, *(key for group in _NESTED for key in _inner(data, group))), pattern)
    new = _Lines([""] * len(lines))
    for key, (name, value) in _taken(data):
        new.put(at.get(key, 0), name, value)
    for key, value in data.items():
        if not _means(key) and _is_near_ours(key):
            new.put(at.get(key, 0), key, value)
    return new.header(first_line)


def _places(lines: list[str], keys: Iterable[str], pattern: str) -> dict[str, int]:
    """The first line on which each key stands, from 0."""
    places = {}
    for key in keys:
        found = re.compile(pattern.format(re.escape(str(key))))
        at = next((number for number, line in enumerate(lines) if found.match(line)), None)
        if at is not None:
            places[key] = at
    return places


def _inner(data: Mapping[str, Any], group: str) -> dict[str, Any]:
    inner = data.get(group)
    return inner if isinstance(inner, dict) else {}


def _taken(data: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, object]]]:
    """Yield (key as written, (our key, value in our form)) for each of our keys that the data gives, by its best synonym.

    Keys below `extra` and `params` count, but only those whose meaning there is certain.
    """
    inner = {key: value for group in _NESTED for key, value in _inner(data, group).items() if key not in data}
    named = {**{_folded(key): key for key in inner}, **{_folded(str(key)): key for key in data}}
    every = {**inner, **data}
    for ours in ArticleHeader.model_fields:
        for name in (ours, *HEADER_SYNONYMS.get(ours, ())):
            key = named.get(name)
            if key is None or every[key] in (None, "") or _is_draft(ours, every[key]):
                continue
            if key in inner and name == ours and ours not in {"author", "url", "language", "publisher"}:
                continue
            yield key, (ours, _value(ours, every[key]))
            break


def _value(key: str, value: object) -> object:
    if key in {"published", "updated", "seen"}:
        return iso_moment(value)
    if key == "author":
        return ", ".join(_names(value)) or value
    if key == "language" and isinstance(value, str) and (found := _LANGUAGE.match(value)):
        return found[1].lower()
    return value


def _names(value: object) -> list[str]:
    """The names of people, given as text, as a list, or as objects with a `name`."""
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for it in value for name in _names(it)]
    return [_MAILBOX.sub("", value).strip(' "[]')] if isinstance(value, str) and value.strip() else []


def iso_moment(value: object) -> object:
    """A date as ISO 8601 writes it, where it is one; anything else as it came."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return value
    if found := _ISO.match(value.strip()):
        year, month, day, hour, minute, second, offset = found.groups()
        printed = f"{year}-{int(month):02}-{int(day):02}"
        if hour is None:
            return printed
        zone = "" if offset is None else "Z" if offset.isalpha() else f"{offset[:3]}:{offset[-2:]}"
        return f"{printed}T{int(hour):02}:{minute}:{second or '00'}{zone}"
    clock = ":" in value
    read = parsedate_tz(value if clock else f"{value} 00:00")
    if read is None:
        return value
    printed = f"{read[0]:04}-{read[1]:02}-{read[2]:02}"
    if not clock:
        return printed
    minutes = abs(read[9] or 0) // 60
    zone = "" if read[9] is None else f"{'-' if read[9] < 0 else '+'}{minutes // 60:02}:{minutes % 60:02}"
    return f"{printed}T{read[3]:02}:{read[4]:02}:{read[5]:02}{zone}"
