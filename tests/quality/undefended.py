"""Name the patterns of a module that no test defends: with one that never matches in their place, every test still passes.

    python tests/quality/undefended.py digest/link/quotes/extraction.py tests/link/test_quotes.py tests/link

For each name of the module that holds a compiled pattern, the tests are run with that pattern, wherever it was imported to,
replaced by one that matches nothing; so for each field of the module's data that is a pattern or holds some
("CONTRASTS.place", "CONTRASTS.parts.0.1"). The first failure ends a run. A pattern that is named needs a test that fails
without it, a measured gain that defends it, or has to go. Exit code 1 where one is named.
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

NEVER = re.compile(r"(?!)")
VARIABLE = "DIGEST_NEVER_MATCHES"


def pytest_configure() -> None:
    """As a plugin of pytest: replace the pattern that the environment names."""
    module, _, name = os.environ[VARIABLE].partition(":")
    importlib.import_module("digest.commands")
    name, *path = name.split(".")
    pattern = getattr(importlib.import_module(module), name)
    if path:
        object.__setattr__(pattern, path[0], without(getattr(pattern, path[0]), path[1:]))
        return
    for key, each in list(sys.modules.items()):
        if key.split(".")[0] == "digest":
            for held in [one for one, value in vars(each).items() if value is pattern]:
                setattr(each, held, NEVER)


def without(value: object, path: list[str]) -> object:
    """A pattern, or a tuple that holds it at this path, with one that never matches in its place."""
    if not isinstance(value, tuple):
        return NEVER
    at, rest = int(path[0]), path[1:]
    return (*value[:at], without(value[at], rest), *value[at + 1 :])


def paths(value: object, path: str) -> Iterator[str]:
    """Where patterns stand in a value: itself, a member of a tuple, a field of a data class."""
    if isinstance(value, re.Pattern):
        yield path
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from paths(each, f"{path}.{at}")
    elif is_dataclass(value) and path.count(".") == 0:
        for each in fields(value):
            yield from paths(getattr(value, each.name, None), f"{path}.{each.name}") if not isinstance(value, type) else ()


def patterns(module: str) -> list[str]:
    """The names of a module that hold compiled patterns of its own, and the paths to those that its data hold."""
    held = importlib.import_module(module)
    source = Path(str(held.__file__)).read_text("utf-8")
    own = [name for name in vars(held) if re.search(rf"^(?:\w+, )*{name}\b[^\n]*?(?::[^\n]*)?=", source, re.MULTILINE)]
    return [path for name in own for path in paths(vars(held)[name], name)]


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
    sys.path.insert(0, str(Path.cwd()))
    named = [name for name in patterns(module) if survives(f"{module}:{name}", tests)]
    told = "\n".join(f"{module}.{name}" for name in named) or f"{module}: every pattern is defended"
    sys.stdout.write(told + "\n")
    return 1 if named else 0


if __name__ == "__main__":
    sys.exit(main())
