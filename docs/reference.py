"""Write docs/keys.md and docs/commands.md: every key of every seed file, every command and option, from the program itself.

Run it as `python docs/reference.py` after a key, a command or an option changed; a test fails where the pages are older.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from digest.cli import cli
from digest.cli import main as run
from digest.config.load import SCHEMAS
from digest.config.remedies import as_written, expected

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
        default = "**needed**" if needed else code(each["default"]) if each.get("default") not in (None, "", []) else ""
        example = code(each["examples"][0]) if each.get("examples") else ""
        yield f"| `{name}` | {cell(each.get('description', ''))} | {takes} | {default} | {example} |"


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
    lines = ["# Commands", "", MADE.format("cli.py")]
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


PAGES = {"keys.md": keys, "commands.md": commands}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
