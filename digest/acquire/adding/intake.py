"""`digest intake`: what somebody wrote into an issue form becomes a seed file, or a refusal that says what to write instead.

Whoever opens an issue may write anything. Nothing of it is fetched, run or believed: each answer is one value of one key, is
written as YAML that is read back and validated, and names no file but one of our own making.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import yaml

from digest.acquire.adding.names import file_id, shortened, unused
from digest.acquire.problems import by_hand
from digest.acquire.seeds.articles import read_articles
from digest.acquire.seeds.headers import iso_moment
from digest.common.hosts import bare_address, name_key
from digest.common.references import STORY_PATH, below, story_reference
from digest.config import Workspace, yamlfile
from digest.config.load import LENIENT, SCHEMAS, editor_line
from digest.language.marks import CLOSING, OPENING
from digest.model import Problem

FormKind = Literal["article", "source", "correction", "takedown"]
FORMS: Mapping[FormKind, Mapping[str, str]] = {
    "article": {
        "Headline": "title",
        "Address of the article": "url",
        "Publisher": "publisher",
        "Day it was published": "published",
        "Author": "author",
        "Language": "language",
        "Summary in your own words": "body",
        "Quotations": "quotes",
    },
    "source": {
        "Name of the publisher": "name",
        "Address of its front page": "home",
        "Address of its feed": "feed",
        "Language": "language",
    },
    "correction": {"Story": "story", "Correction": "text", "Where that can be read": "reason"},
    "takedown": {"Address of the article or its id": "article", "Reason": "reason"},
}
"""The headings of each form in .github/ISSUE_TEMPLATE, and the key that the answer below is for."""
NEEDED: Mapping[FormKind, tuple[str, ...]] = {
    "article": ("title", "url", "publisher", "published", "body"),
    "source": ("name", "home"),
    "correction": ("story", "text", "reason"),
    "takedown": ("article", "reason"),
}
MOST = 100_000
"""Characters of a form; forges take some 65,000."""
_MOST_LETTERS = {"body": 20_000, "quotes": 5_000, "text": 1_000}
_LINE = 300
"""Characters that an answer may have: of these keys, and of any other."""
_EMPTY = {"", "_No response_", "None"}
_HEADING = re.compile(r"^### +(.+?) *$", re.MULTILINE)
_QUOTATION = re.compile(rf"[-*]?\s*([^:]{{1,100}}):\s+[{OPENING}]?(.+?)[{CLOSING}]?\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFile:
    """A file to be written: its path from the digest's root, and its text."""

    path: str
    text: str


def intake(config: Workspace, form: str, now: datetime, by: str | None = None) -> SeedFile | tuple[Problem, ...]:
    """Return the seed file that a form's body makes, or the problems for which it makes none; writes nothing.

    `by` is the editor who decided: corrections and takedowns are an editor's decisions, of the day of `now`, and are refused
    without one. What is there already is refused with the file that has it. Problems name the form's heading as their place.
    """
    text = form[:MOST].replace("\r\n", "\n").replace("\r", "\n")
    kind, answers, wrong = _answers(text)
    if kind is None or wrong:
        return tuple(wrong)
    if missing := [heading for heading, key in FORMS[kind].items() if key in NEEDED[kind] and key not in answers]:
        return tuple(by_hand(heading, "not-filled", "this was left empty", "fill it in") for heading in missing)
    if kind in ("correction", "takedown"):
        return _decision(config, kind, answers, now, shortened(by or ""))
    if there := list(_there(config, kind, answers)):
        return tuple(there)
    return _article(config, answers) if kind == "article" else _source(config, answers)


def _answers(text: str) -> tuple[FormKind | None, dict[str, str], list[Problem]]:
    """Return which form this is, and the answer to each of its questions; a heading that comes twice is a forgery."""
    headings = list(_HEADING.finditer(text))
    names = [found[1] for found in headings]
    kind = next((each for each in FORMS if names and names[0] == next(iter(FORMS[each]))), None)
    if kind is None:
        first = ", ".join(f"`### {next(iter(each))}`" for each in FORMS.values())
        return None, {}, [by_hand("Form", "not-a-form", "this is no form that is known here", f"begin with one of {first}")]
    own = [found for found in headings if found[1] in FORMS[kind]]
    answers, wrong = {}, []
    for at, found in enumerate(own):
        key = FORMS[kind][found[1]]
        end = own[at + 1].start() if at + 1 < len(own) else len(text)
        answer = _visible(text[found.end() : end])
        if key in answers:
            wrong.append(by_hand(found[1], "not-a-form", "this heading comes twice", "leave it out of the answers"))
        most = _MOST_LETTERS.get(key, _LINE)
        if len(answer) > most:
            remedy = f"write {most:,} characters at most"
            wrong.append(by_hand(found[1], "not-filled", f"this has {len(answer):,} characters", remedy))
        answers[key] = answer if key in ("body", "quotes") else shortened(answer, most)
    return kind, {key: answer for key, answer in answers.items() if answer not in _EMPTY}, wrong


def _visible(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n").strip()


def _there(config: Workspace, kind: FormKind, answers: Mapping[str, str]) -> Iterator[Problem]:
    """Name the file that has this article, or this publisher's feed or name, already."""
    if kind == "article":
        for entry in read_articles(config)[0]:
            if entry.link and bare_address(entry.link) == bare_address(answers["url"]):
                yield _known("Address of the article", "this article", entry.where)
        return
    for source in config.sources:
        where = f"seeds/sources/{source.id}.yml"
        feeds = {bare_address(feed.url) for feed in source.feeds}
        if "feed" in answers and bare_address(answers["feed"]) in feeds:
            yield _known("Address of its feed", "this feed", where)
        elif _is_named(answers["name"], (source.name, *source.aliases)):
            yield _known("Name of the publisher", "a publisher of this name", where)


def _known(heading: str, what: str, where: str) -> Problem:
    return by_hand(
        heading, "already-there", f"{what} is there already: {where}", f"change {where} if something in it is wrong"
    )


def _article(config: Workspace, answers: Mapping[str, str]) -> SeedFile | tuple[Problem, ...]:
    header: dict[str, Any] = {"title": answers["title"]}
    named = [source.id for source in config.sources if _is_named(answers["publisher"], (source.name, *source.aliases))]
    header |= {"source": named[0]} if named else {"publisher": answers["publisher"]}
    header |= {key: answers[key] for key in ("url", "published", "author", "language") if key in answers}
    header |= {"published": iso_moment(answers["published"])}
    header["text"] = "brief"
    quotes = [_QUOTATION.match(line.strip()) for line in answers.get("quotes", "").splitlines() if line.strip()]
    if not all(quotes):
        return (
            by_hand("Quotations", "not-filled", "a line names no speaker", "write `Speaker: words as printed`, a line each"),
        )
    if quotes:
        header["quotes"] = [
            {"speaker": shortened(found[1]), "text": shortened(found[2], _LINE)} for found in quotes if found
        ]
    text = yaml.safe_dump(header, sort_keys=False, allow_unicode=True, width=1_000)
    if wrong := yamlfile.parse(text, SCHEMAS["article"], "form")[1]:
        return _at_its_heading("article", wrong)
    taken = {path.stem.lower() for path in config.articles.glob("*")}
    name = unused(file_id(answers["title"]) or "article", taken)
    return SeedFile(path=f"seeds/articles/{name}.md", text=f"---\n{text}---\n{answers['body']}\n")


def _source(config: Workspace, answers: Mapping[str, str]) -> SeedFile | tuple[Problem, ...]:
    found: dict[str, Any] = {"name": answers["name"], "home": answers["home"]}
    found |= {"feeds": [{"url": answers["feed"]}]} if "feed" in answers else {}
    found |= {"language": answers["language"]} if "language" in answers else {}
    text = editor_line("source") + yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=1_000)
    if wrong := yamlfile.parse(text, SCHEMAS["source"], "form")[1]:
        return _at_its_heading("source", wrong)
    taken = {source.id for source in config.sources} | {path.stem for path in (config.seeds / "sources").glob("*.y*ml")}
    return SeedFile(path=f"seeds/sources/{unused(file_id(answers['name']) or 'source', taken)}.yml", text=text)


def _decision(
    config: Workspace, kind: FormKind, answers: Mapping[str, str], now: datetime, by: str
) -> SeedFile | tuple[Problem, ...]:
    if not by:
        return (by_hand("Form", "not-filled", f"a {kind} is an editor's decision", "name the editor with `--by`"),)
    if story := answers.get("story"):
        page = story_reference(below(story, config.digest.url))
        answers = {**answers, "story": page if STORY_PATH.fullmatch(page) else story}
    found = {"do": kind, **answers, "author": by, "at": f"{now:%Y-%m-%d}"}
    text = editor_line("curation") + yaml.safe_dump([found], sort_keys=False, allow_unicode=True, width=1_000)
    if wrong := yamlfile.parse_items(text, SCHEMAS["curation"], "form", LENIENT["curation"])[1]:
        return _at_its_heading(kind, wrong)
    taken = {path.stem for path in (config.seeds / "curation").glob("*")}
    about = answers.get("story") or answers["article"]
    name = unused(file_id(f"{kind} {about}") or kind, taken)
    return SeedFile(path=f"seeds/curation/{name}.yml", text=text)


def _is_named(name: str, names: Iterable[str]) -> bool:
    return name_key(name) in map(name_key, names)


def _at_its_heading(kind: FormKind, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Say what a schema finds wrong at the heading of the form below which it was written."""
    headings = {key: heading for heading, key in FORMS[kind].items()} | {"feeds": "Address of its feed"}
    return tuple(
        by_hand(headings.get(problem.key.partition(".")[0], "Form"), problem.code, problem.detail, problem.remedy)
        for problem in problems
    )
