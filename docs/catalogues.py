"""What the program says, and what of it each catalogue of digest/translations has: `python docs/catalogues.py`.

Writes each catalogue anew: in the order in which the messages stand in the program, with those that are said since, without
a translation, and without those that are said no more. `python docs/catalogues.py sv` begins one. Says how many lack one.
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import jinja2
from babel import Locale
from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

from digest.model import Limits

HOUSE = Path(__file__).resolve().parents[1] / "digest"
FOLDER = HOUSE / "translations"
METHOD = ("render/templates/method.md.j2", "thresholds.py", "gate.py", "model/settings.py")
"""What only the method page says."""
_IDLE = ("#", *(f'"{name}' for name in ("Project", "Report", "POT", "PO-", "Last", "Language-Team", "Generated")))
"""Beginnings of lines of a catalogue's header that say nothing, or what time it is."""
_SCRIPT = re.compile(r'\b(say\(|count\(\w+, )("(?:[^"\\]|\\.)*")(?:, ("(?:[^"\\]|\\.)*"))?')
_THEME = re.compile(r'\blang\.say\("([^"]*)"\)')


@dataclass(frozen=True, slots=True)
class Said:
    """A message, where the program says it, and for one that counts its English plural."""

    words: str
    place: str
    several: str | None = None


@cache
def said() -> tuple[Said, ...]:
    """Return all that the program says on a site, in order of the files, which are read once."""
    return tuple(_said())


def _said() -> Iterator[Said]:
    for path in sorted(HOUSE.rglob("*.py")):
        yield from _python(path)
    for path in sorted((HOUSE / "render/templates").iterdir()):
        tree = jinja2.Environment().parse(path.read_text("utf-8"))  # noqa: S701 - nothing is rendered
        for call in tree.find_all(jinja2.nodes.Call):
            if isinstance(call.node, jinja2.nodes.Name) and call.node.name == "_":
                yield Said(" ".join(call.args[0].as_const().split()), _place(path))
    for path in sorted((HOUSE / "theme").rglob("*.html")):
        yield from (Said(words, _place(path)) for words in _THEME.findall(path.read_text("utf-8")))
    for path in sorted((HOUSE / "theme/assets").glob("*.js")):
        for call, one, several in _SCRIPT.findall(path.read_text("utf-8")):
            yield Said(json.loads(one), _place(path), json.loads(several) if call.startswith("count") else None)
    for each in fields(Limits):
        yield Said(each.metadata["what"], "model/settings.py")


def _python(path: Path) -> Iterator[Said]:
    text = path.read_text("utf-8")
    for node in ast.walk(ast.parse(text)) if "from digest.translations import" in text else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "message", "count"):
            words = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if node.func.id == "count" and len(words) == 2:
                yield Said(words[0], _place(path), words[1])
            elif node.func.id != "count" and words:
                yield Said(words[0], _place(path))


def messages(*, method: bool) -> dict[str, list[Said]]:
    """Return by its words each message of the pages, or of the method page alone, with all places where it is said."""
    found: dict[str, list[Said]] = {}
    for each in said():
        found.setdefault(each.words, []).append(each)
    return {words: places for words, places in found.items() if method == all(one.place in METHOD for one in places)}


def languages() -> list[str]:
    """Return the codes of the languages that have a catalogue of the pages."""
    return sorted(path.stem for path in FOLDER.glob("*.po"))


def written(code: str, *, method: bool) -> Catalog:
    """Return a language's catalogue as it should be: all messages, with the translations that there are."""
    path = FOLDER / ("method" if method else ".") / f"{code}.po"
    held = read_po(path.read_bytes().splitlines(keepends=True), locale=code) if path.exists() else Catalog(locale=code)
    made = Catalog(locale=Locale.parse(code), fuzzy=False, charset="utf-8")
    for words, places in messages(method=method).items():
        before = held.get(words)
        several = next((each.several for each in places if each.several), None)
        files = sorted({(each.place, None) for each in places})
        if several is None:
            told = before.string if before and isinstance(before.string, str) else ""
            made.add(words, told, locations=files)
        else:
            forms = before.string if before and isinstance(before.string, tuple) else ("",) * made.num_plurals
            made.add((words, several), forms, locations=files)
    return made


def missing(catalogue: Catalog) -> list[str]:
    """Return the messages that lack a translation, or a form for one of the language's plurals."""
    found = []
    for each in catalogue:
        forms = each.string if isinstance(each.string, tuple) else (each.string,)
        if each.id and (not all(forms) or (isinstance(each.id, tuple) and len(forms) != catalogue.num_plurals)):
            found.append(each.id[0] if isinstance(each.id, tuple) else each.id)
    return found


def save(catalogue: Catalog, *, method: bool) -> None:
    """Write a catalogue to its file."""
    path = FOLDER / ("method" if method else ".") / f"{catalogue.locale_identifier}.po"
    path.parent.mkdir(exist_ok=True)
    file = io.BytesIO()
    write_po(file, catalogue, width=120, include_lineno=False)
    header, _, rest = file.getvalue().decode().partition("\n\n")
    kept = [line for line in header.splitlines() if not line.startswith(_IDLE)]
    path.write_text("\n".join(kept) + "\n\n" + rest, "utf-8")


def _place(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


if __name__ == "__main__":
    for name in sorted({*languages(), *sys.argv[1:]}):
        for alone in (False, True):
            if not alone or (FOLDER / "method" / f"{name}.po").exists() or name in sys.argv[1:]:
                made = written(name, method=alone)
                save(made, method=alone)
                line = f"{name}{' method' if alone else ''}: {len(missing(made))} of {len(made)} messages lack a translation"
                sys.stdout.write(line + "\n")
