"""Articles as JSON lines: what `digest dedupe`, `digest group` and `digest link` read as filters.

A row is an object {"id", "title", "text" or "paragraphs", "url", "date", "source", "language", "copy_of", "share", "story"}:
all but `id` and `title` may be left out or null. `text` is one string, its lines being paragraphs; `paragraphs` a list of
strings. `date` is ISO 8601 (UTC where it names no offset) or seconds since 1970. `source` is a publisher's name. What
`digest clean` prints is a row: `published` stands for `date` and `publisher` for `source`, and `where`, `byline`, `terms`,
`credits`, `brief` and `quotes` are read. `copy_of` is the id of the row that stands for this one, `share` how much both have
in common. Other keys are ignored; the filters hand all keys on.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from digest.common.jsontext import read_json
from digest.model import Article, Problem, Saying, Text, Url, When

_ADDRESS = re.compile(r"https?://[A-Za-z0-9\[][A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*\Z")
_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}\Z")
_MONTH = re.compile(r"\d{4}-\d{2}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line as it was `given`: its id, its article, and the original and the story it names if it does.

    The article's id is the row's; where an id stands in more than one row, the later ones have `~2`, `~3` … after it.
    """

    id: str
    given: dict[str, Any]
    article: Article
    copy_of: str | None = None
    share: float = 1.0
    story: str | None = None


class _RowError(ValueError):
    """What is wrong with a row, and what to write instead."""


def read(lines: Iterable[str], where: str = "-") -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """Return the rows of `lines` in their order, and a Problem for each line that is none; blank lines are passed over.

    `where` names the file in Problems. A row whose id or date is wrong is kept, with a Problem, if it has an id at all.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    times: Counter[str] = Counter()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = _object(line)
            times[str(found["id"])] += 1
            row, wrong = _row(found, where, number, times[str(found["id"])])
            rows.append(row)
        except _RowError as error:
            wrong = (error,)
        problems += [
            Problem(
                stage="clean", where=where, line=number, code="row", detail=each.args[0], remedy=each.args[1], by_hand=True
            )
            for each in wrong
        ]
    return tuple(rows), tuple(problems)


def _object(line: str) -> dict[str, Any]:
    try:
        found = read_json(line)
    except UnicodeError as error:
        raise _RowError("this line is not UTF-8, or holds half of a character", "save it as UTF-8") from error
    except ValueError as error:
        raise _RowError("this line is no JSON", 'write one object a line, like {"id": "1", "title": "…"}') from error
    if not isinstance(found, dict):
        raise _RowError("this line is no JSON object", 'write one object a line, like {"id": "1", "title": "…"}')
    name = found.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int) or not str(name).strip():
        raise _RowError("this row has no id", 'give each row an "id", a string or a whole number')
    return found


def _row(found: dict[str, Any], where: str, number: int, times: int) -> tuple[Row, tuple[_RowError, ...]]:
    name, story, original, share = str(found["id"]), found.get("story"), found.get("copy_of"), found.get("share")
    date = found.get("date")
    published, wrong = _when(found.get("published") if date is None else date)
    if times > 1:
        wrong = (*wrong, _RowError(f"the id {name[:40]!r} is there already", "give each row an id of its own"))
    article = Article(
        id=name if times == 1 else f"{name}~{times}",
        where=_text(found, "where") or where,
        line=number,
        title=as_given(_string(found, "title")),
        byline=_text(found, "byline"),
        paragraphs=_paragraphs(found),
        url=_url(_string(found, "url")),
        published=published,
        publisher=as_given(_string(found, "source")) or _text(found, "publisher"),
        language=_string(found, "language").strip().lower()[:3] or None,
        text="brief" if found.get("brief") is True else "verbatim",
        terms=_text(found, "terms"),
        credits=tuple(as_given(each) for each in _list(found, "credits") if isinstance(each, str) and each.strip()),
        sayings=tuple(_sayings(found)),
    )
    row = Row(
        id=name,
        given=found,
        article=article,
        copy_of=None if original is None else str(original),
        share=share if isinstance(share, float) and 0 <= share <= 1 else 1.0,
        story=None if story is None else str(story),
    )
    return row, wrong


class _Kept(dict[int, int | None]):
    """What each code point becomes: itself, a space (controls, line ends), or nothing (overrides, no characters)."""

    def __missing__(self, code: int) -> int | None:
        kind = unicodedata.category(chr(code))
        unwanted = kind in ("Cs", "Cn") or code in _BIDI
        self[code] = None if unwanted else ord(" ") if kind in ("Cc", "Zl", "Zp") else code
        return self[code]


_BIDI = frozenset((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_KEPT = _Kept()


def as_given(text: str) -> Text:
    """Return `text` as a Text: NFC, one line, without controls and bidi overrides, single spaces.

    Other signs that cannot be seen, such as soft hyphens, stay, unlike in `one_line`: what is cited of a row is looked for
    in the words that somebody else has of it.
    """
    return Text(" ".join(unicodedata.normalize("NFC", text.translate(_KEPT)).split()))


def _string(found: dict[str, Any], key: str) -> str:
    value = found.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _RowError(f'"{key}" is no string', f'write "{key}" as a string, or leave it out')
    return value


def _text(found: dict[str, Any], key: str) -> Text | None:
    """The words of a key that may hold anything."""
    value = found.get(key)
    return as_given(value) or None if isinstance(value, str) else None


def _list(found: dict[str, Any], key: str) -> list[Any]:
    value = found.get(key)
    return value if isinstance(value, list) else []


def _sayings(found: dict[str, Any]) -> Iterator[Saying]:
    for each in _list(found, "quotes"):
        speaker, words = (_text(each, key) if isinstance(each, dict) else None for key in ("speaker", "text"))
        if speaker and words:
            yield Saying(speaker=speaker, text=words)


def _paragraphs(found: dict[str, Any]) -> tuple[Text, ...]:
    given = found.get("paragraphs")
    if given is None:
        given = _string(found, "text").splitlines()
    elif not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise _RowError('"paragraphs" is no list of strings', 'write it as ["…", "…"], or "text" as one string')
    return tuple(text for each in given if (text := as_given(each)))


def _url(address: str) -> Url | None:
    return Url(address.strip()) if _ADDRESS.match(address.strip()) else None


def _when(given: object) -> tuple[When | None, tuple[_RowError, ...]]:
    """Read a date; one that cannot be read is none, with what is wrong with it."""
    if given is None or given == "":
        return None, ()
    try:
        if isinstance(given, int | float) and not isinstance(given, bool):
            return When(at=datetime.fromtimestamp(given, UTC)), ()
        text = str(given).strip()
        if _MONTH.match(text):
            return When(at=datetime.fromisoformat(f"{text}-01").replace(tzinfo=UTC), precision="month"), ()
        at = datetime.fromisoformat(text)
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
        return When(at=at, precision="day" if _DAY.match(text) else "time"), ()
    except (ValueError, OverflowError, OSError):
        remedy = "write 2026-06-04T09:10:00+02:00, or seconds since 1970; the row is taken as undated"
        return None, (_RowError(f'"date" is no date: {str(given)[:40]!r}', remedy),)
