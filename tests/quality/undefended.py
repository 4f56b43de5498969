"""Name the patterns of a module that no test defends: with one that never matches in their place, every test still passes.

    python tests/quality/undefended.py digest/link/quotes/extraction.py tests/link/test_quotes.py tests/link

For each compiled pattern of the module the tests are run with one that matches nothing in its place, wherever it was
imported to; so for each field of a language's data that is a pattern, a list of words or a set of them, or that holds
patterns or rules ("CONTRASTS.place", "CONTRASTS.parts.0.1", "SPEECH.quoted.2"). The first failure ends a run. What is named
needs a test that fails without it, a measured gain that defends it, or has to go. Exit code 1 where something is named.
"""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from digest.language.speech import Document, Rule, Rules

NEVER = re.compile(r"(?!)")
VARIABLE = "DIGEST_NEVER_MATCHES"


def pytest_configure() -> None:
    """As a plugin of pytest: take away what the environment names, before anything is read by it."""
    module, _, name = os.environ[VARIABLE].partition(":")
    importlib.import_module("digest.commands")
    name, *path = name.split(".")
    held = getattr(importlib.import_module(module), name)
    if path:
        without(held, path)
        return
    for key, each in list(sys.modules.items()):
        if key.split(".")[0] == "digest":
            for one in [one for one, value in vars(each).items() if value is held]:
                setattr(each, one, NEVER)


def without(value: object, path: list[str]) -> object:
    """A value without what stands at a path in it: a pattern or a word list that matches nothing, a set without words."""
    if not path:
        return frozenset() if isinstance(value, frozenset) else NEVER.pattern if isinstance(value, str) else NEVER
    at, *rest = path
    if isinstance(value, tuple):
        changed = (*value[: int(at)], without(value[int(at)], rest), *value[int(at) + 1 :])
        return type(value)(*changed) if isinstance(value, Document) else changed
    if isinstance(value, Rules):
        kept = [rule for place, rule in enumerate(value.rules) if place != int(at)] or [Rule("never", NEVER.pattern)]
        return Rules(*kept, before=value.before, after=value.after)
    object.__setattr__(value, at, without(getattr(value, at), rest))
    return value


def paths(value: object, path: str) -> Iterator[str]:
    """Where patterns, word lists, sets of words and rules stand in a module's value, or in a field of its data."""
    inside = "." in path
    if isinstance(value, re.Pattern) or (inside and isinstance(value, frozenset | str)):
        yield path
    elif isinstance(value, Document):
        yield f"{path}.{Document._fields.index('pattern')}"
    elif isinstance(value, tuple) and inside:
        for at, each in enumerate(value):
            yield from paths(each, f"{path}.{at}") if not isinstance(each, str) else ()
    elif isinstance(value, Rules):
        yield from (f"{path}.{at}" for at in range(len(value.rules)))
    elif is_dataclass(value) and not isinstance(value, type) and not inside:
        for each in fields(value):
            yield from paths(getattr(value, each.name), f"{path}.{each.name}")


def parts(module: str) -> list[str]:
    """What a module of its own holds that can be taken away, as paths."""
    held = importlib.import_module(module)
    source = Path(str(held.__file__)).read_text("utf-8")
    own = [name for name in vars(held) if re.search(rf"^(?:\w+, )*{name}\b[^\n]*?(?::[^\n]*)?=", source, re.MULTILINE)]
    found = [path for name in own for path in paths(vars(held)[name], name)]
    inside = [getattr(vars(held)[path.split(".")[0]], path.split(".")[1]) for path in found if "." in path]
    return [path for path in found if "." in path or not any(vars(held)[path] is each for each in inside)]


def survives(dotted: str, tests: list[str]) -> bool:
    """Whether all tests pass without a pattern."""
    here = str(Path(__file__).parent)
    environment = os.environ | {VARIABLE: dotted, "PYTHONPATH": os.pathsep.join((str(Path.cwd()), here))}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "undefended", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def main() -> int:
    """Look at one module."""
    path, *tests = sys.argv[1:]
    module = path.removesuffix(".py").replace("/", ".")
    named = [name for name in parts(module) if survives(f"{module}:{name}", tests)]
    told = "\n".join(f"{module}.{name}" for name in named) or f"{module}: every pattern is defended"
    sys.stdout.write(told + "\n")
    return 1 if named else 0


if __name__ == "__main__":
    sys.exit(main())
