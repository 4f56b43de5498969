"""Name the patterns of a module that no test defends: with one that never matches in their place, every test still passes.

    python tests/quality/undefended.py digest/link/quotes/people.py tests/link/test_quotes.py tests/link

For each name of the module that holds a compiled pattern, the tests are run with that pattern, wherever it was imported to,
replaced by one that matches nothing; the first failure ends a run. A pattern that is named needs a test that fails without
it, a measured gain that defends it, or has to go. Exit code 1 where one is named.
"""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

NEVER = re.compile(r"(?!)")
VARIABLE = "DIGEST_NEVER_MATCHES"


def pytest_configure() -> None:
    """As a plugin of pytest: replace the pattern that the environment names."""
    module, _, name = os.environ[VARIABLE].rpartition(".")
    importlib.import_module("digest.commands")
    pattern = getattr(importlib.import_module(module), name)
    for key, each in list(sys.modules.items()):
        if key.split(".")[0] == "digest":
            for held in [one for one, value in vars(each).items() if value is pattern]:
                setattr(each, held, NEVER)


def patterns(module: str) -> list[str]:
    """The names of a module that hold compiled patterns of its own."""
    held = importlib.import_module(module)
    source = Path(str(held.__file__)).read_text("utf-8")
    return [
        name
        for name, value in vars(held).items()
        if isinstance(value, re.Pattern) and re.search(rf"^(?:\w+, )*{name}\b[^\n]*?(?::[^\n]*)?=", source, re.MULTILINE)
    ]


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
    named = [name for name in patterns(module) if survives(f"{module}.{name}", tests)]
    told = "\n".join(f"{module}.{name}" for name in named) or f"{module}: every pattern is defended"
    sys.stdout.write(told + "\n")
    return 1 if named else 0


if __name__ == "__main__":
    sys.exit(main())
