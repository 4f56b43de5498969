"""Name the patterns and rules of a module that no test defends: without one of them, every test still passes.

    python tests/quality/undefended.py digest/language/english/speech.py tests/link/test_quotes.py tests/link

For each compiled pattern of the module the tests are run with one that matches nothing in its place, wherever it was
imported to; for each rule, word list and set of a language's data without that. The first failure ends a run. What is named
needs a test that fails without it, a measured gain that defends it, or has to go. Exit code 1 where something is named.
"""

from __future__ import annotations

import dataclasses
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

NEVER = re.compile(r"(?!)")
VARIABLE = "DIGEST_NEVER_MATCHES"


def pytest_configure() -> None:
    """As a plugin of pytest: take away what the environment names, before a language's patterns are compiled."""
    module, name, *part = os.environ[VARIABLE].split(":")
    importlib.import_module("digest.commands")
    held = getattr(importlib.import_module(module), name)
    if part:
        _take(held, *part)
        return
    for key, each in list(sys.modules.items()):
        if key.split(".")[0] == "digest":
            for one in [one for one, value in vars(each).items() if value is held]:
                setattr(each, one, NEVER)


def _take(held: object, field: str, number: str = "") -> None:
    """Take a field of a dataclass away, or one of its rules."""
    value = getattr(held, field)
    if number:
        from digest.language.speech import Rule, Rules

        kept = [rule for place, rule in enumerate(value.rules) if place != int(number)] or [Rule("never", NEVER.pattern)]
        value = Rules(*kept, before=value.before, after=value.after)
    elif isinstance(value, frozenset):
        value = frozenset()
    else:
        value = NEVER.pattern if isinstance(value, str) else NEVER
    object.__setattr__(held, field, value)


def parts(module: str) -> list[str]:
    """What a module holds that can be taken away, as module:name, module:name:field or module:name:field:number."""
    held = importlib.import_module(module)
    source = Path(str(held.__file__)).read_text("utf-8")
    found = []
    for name, value in vars(held).items():
        if not re.search(rf"^(?:\w+, )*{name}\b[^\n]*?(?::[^\n]*)?=", source, re.MULTILINE):
            continue
        if isinstance(value, re.Pattern):
            found.append(f"{module}:{name}")
        elif dataclasses.is_dataclass(value) and not isinstance(value, type):
            found += [f"{module}:{name}:{part}" for field in dataclasses.fields(value) for part in _parts(value, field.name)]
    return found


def _parts(value: object, field: str) -> list[str]:
    held = getattr(value, field)
    if hasattr(held, "rules"):
        return [f"{field}:{number}:{rule.name}" for number, rule in enumerate(held.rules)]
    return [field] if isinstance(held, str | frozenset | re.Pattern) else []


def survives(part: str, tests: list[str]) -> bool:
    """Whether all tests pass without a part."""
    here = str(Path(__file__).parent)
    named = ":".join(part.split(":")[:4])
    environment = os.environ | {VARIABLE: named, "PYTHONPATH": os.pathsep.join((str(Path.cwd()), here))}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "undefended", "-p", "no:cacheprovider", *tests]
    return subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def main() -> int:
    """Look at one module."""
    path, *tests = sys.argv[1:]
    module = path.removesuffix(".py").replace("/", ".")
    sys.path.insert(0, str(Path.cwd()))
    named = [part for part in parts(module) if survives(part, tests)]
    told = "\n".join(named) or f"{module}: every pattern is defended"
    sys.stdout.write(told + "\n")
    return 1 if named else 0


if __name__ == "__main__":
    sys.exit(main())
