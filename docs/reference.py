"""Write docs/keys.md, docs/commands.md and docs/api.md: every key, command, option and field, from the program itself.

Run it as `python docs/reference.py` after one of them changed; a test fails where the pages are older.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from digest.cli.main import cli
from digest.cli.main import main as run
from digest.config.load import SCHEMAS
from digest.config.remedies import as_written, examples, expected
from digest.render.contract import API_SCHEMAS

HERE = Path(__file__).parent
Shape = Mapping[str, Any]
FILES = {
    "digest": "seeds/digest.yml",
    "source": "seeds/sources/*.yml",
    "topic": "seeds/topics/*.yml",
    "article": "seeds/articles/: the header of an article",
    "curation": "seeds/curation/*.yml: a list of decisions",
}
"""Where the file of each schema lies."""
MADE = "<!-- written by `python docs/reference.py`; what the program takes stands in digest/{} -->\n"


def keys() -> str:
    """Return the page of keys."""
    lines = ["# Keys", "", MADE.format("config/schema.py")]
    lines += ["Each key of each file that people write in `seeds/`; `digest check` says where one is wrong.", ""]
    for kind, place in FILES.items():
        schema = SCHEMAS[kind].json_schema()
        lines += [f"## {place}", ""]
        if "discriminator" in schema:
            for name, reference in sorted(schema["discriminator"]["mapping"].items()):
                shape = schema["$defs"][reference.rpartition("/")[2]]
                lines += [f"### `do: {name}`", "", shape["description"], "", *table(shape, schema), ""]
        else:
            lines += [said(schema["description"]), "", *table(schema, schema), ""]
    return "\n".join(lines)


def said(docstring: str) -> str:
    """Return what a docstring says of a file, without its name."""
    words = docstring.partition(": ")[2] if docstring.startswith("seeds/") else docstring
    return words[:1].upper() + words[1:]


def table(shape: Shape, schema: Shape) -> Iterator[str]:
    """Yield the rows of a table of the keys of a shape."""
    yield "| key | what it says | takes | without it | example |"
    yield "|---|---|---|---|---|"
    for name, each, needed in rows(shape, schema, ""):
        takes = cell(expected(each))
        group = bool(each.get("properties"))
        default = (
            "**needed**" if needed else code(each["default"]) if each.get("default") not in (None, "", []) else "not set"
        )
        example = "" if group else code(next(examples(each)))
        yield f"| `{name}` | {cell(each.get('description', ''))} | {takes} | {'' if group else default} | {example} |"


def rows(shape: Shape, schema: Shape, before: str) -> Iterator[tuple[str, Shape, bool]]:
    """Yield each key with its shape and whether it is needed; what lies below a key follows it."""
    for name, own in shape.get("properties", {}).items():
        each = resolved(own, schema)
        needed = name in shape.get("required", ())
        below = resolved(each.get("items", {}), schema)
        if each.get("properties"):
            each = {key: value for key, value in each.items() if key not in ("default", "examples")}
            yield before + name, each | {"description": own.get("description", "")}, needed
            yield from rows(each, schema, f"{before}{name}.")
        else:
            yield before + name, each, needed
            yield from rows(below, schema, f"{before}{name}[].")


def resolved(shape: Shape, schema: Shape) -> Shape:
    """Return a shape without a reference."""
    if "$ref" not in shape:
        return shape
    beside = {key: value for key, value in shape.items() if key != "$ref"}
    return {**schema["$defs"][shape["$ref"].rpartition("/")[2]], **beside}


def code(value: object) -> str:
    """Return a value as one writes it into YAML."""
    return f"`{cell(as_written(json.loads(json.dumps(value))))}`"


def cell(text: str) -> str:
    """Return text that stands in one cell of a table."""
    return " ".join(text.replace("|", "\\|").split())


def commands() -> str:
    """Return the page of commands."""
    lines = ["# Commands", "", MADE.format("cli/main.py")]
    lines += [f"Exit codes: {exit_codes()}", ""]
    for name, command in sorted(cli.commands.items()):
        context = click.Context(command, info_name=f"digest {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        lines += [f"## `digest {name}`", "", cell(command.help or ""), "", f"    digest {name} {usage}", ""]
        options = [one for one in command.get_params(context) if isinstance(one, click.Option) and "--help" not in one.opts]
        records = [record for one in options if (record := one.get_help_record(context))]
        lines += [f"- `{cell(written)}` {cell(help_text)}" for written, help_text in records]
        lines.append("")
    return "\n".join(lines)


def exit_codes() -> str:
    """Return the exit codes as the command line states them."""
    return str(run.__doc__).partition("exit ")[2].strip()


API = """\
Every digest publishes its stories as JSON, below its address:

| Address | What it has | Its schema |
|---|---|---|
| `api/stories.json` | a line for each listed story | `schema/stories.json` |
| `api/stories/<id>.json` | one story, with all that its page says and the words it stands on | `schema/story.json` |
| `feed.json`, `feed.xml`, `atom.xml` | the newest 50 stories of several publishers, as JSON Feed, RSS and Atom | |
| the same in `topics/<id>/`, `sources/<id>/`, `corrections/` | the newest 50 of a topic, of a source, of corrections | |
| `stories/<year>/<month>/<name>/atom.xml` | one story and what happened to it | |
| `follow.opml` | a list of these feeds, but for those of single stories | |

`schema` is 1. Fields may be added; where one changed its meaning, the number would be raised. A citation holds
`quote == text[start:end]` of its article, counted in code points of the text in Unicode form NFC. Copies stand in the row of
the article they copy, and are no rows themselves. `null` means *not known*.

```console
$ digest new news --example
…
$ cd news
$ digest build --no-site
…
$ python3 -c "import json; print(json.load(open('content/api/stories.json'))['stories'][0]['headline'])"
An example article about a harbour that does not exist
```
"""


def api() -> str:
    """Return the page of the JSON API."""
    lines = ["# JSON API", "", MADE.format("render/contract.py"), API]
    for name, place in (("stories", "api/stories.json"), ("story", "api/stories/<id>.json")):
        lines += [
            f"## {place.replace('<', '&lt;').replace('>', '&gt;')} {{ #{name} }}",
            "",
            "| field | what it holds | type |",
        ]
        lines += ["|---|---|---|"]
        for field, shape, needed in rows(API_SCHEMAS[name], API_SCHEMAS[name], ""):
            what = cell(shape.get("description", "")) + ("" if needed else " (may be left out)")
            lines.append(f"| `{field}` | {what} | {cell(type_of(shape))} |")
        lines.append("")
    return "\n".join(lines)


def type_of(shape: Shape) -> str:
    """Return the type of a field of the JSON API in words."""
    if "const" in shape:
        return str(shape["const"])
    if "enum" in shape:
        return ", ".join("null" if one is None else f"`{one}`" for one in shape["enum"])
    if shape["type"] == "array":
        items = shape["items"]["type"]
        return "a list" if items == "object" else f"a list of {items}s"
    kinds = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    return " or ".join("a number, whole" if kind == "integer" else kind for kind in kinds)


PAGES = {"keys.md": keys, "commands.md": commands, "api.md": api}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
