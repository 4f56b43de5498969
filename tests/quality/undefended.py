"""Name the rules of a module that no test defends: what can be switched off while every test still passes.

    python tests/quality/undefended.py digest/link/quotes/patterns.py tests/link/test_quotes.py tests/link
    python tests/quality/undefended.py --conditions digest/link/points/comparisons.py tests/link

Switched off are, one at a time: each pattern and each set or table of words of the module, each field of its languages'
data ("CONTRASTS.place", "CONTRASTS.parts.0.1", "SPEECH.quoted.2", "NUMBERS.approximate.most"), and with `--conditions` each
condition of its functions: each operand of an `and` or `or`, each `if`, which never holds, each filter, which lets all
through, and what a function returns that answers yes or no, which is always one of the two; and each of its limits, which is
nothing or more than anything. The tests are collected once and run in a fork for each, up to the first failure. What is
named needs a test that fails without it, a measured gain that defends it, or has to go. Exit code 1 where something is
named, 2 where the tests fail anyway.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property, partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from digest.language.speech import Document, Rule, Rules

NEVER = re.compile(r"(?!)")


def without(value: object, path: list[str]) -> object:
    """A value without what stands at a path in it: a pattern that matches nothing, a set or a table without words."""
    if not path:
        if isinstance(value, frozenset | set | dict):
            return type(value)()
        return NEVER.pattern if isinstance(value, str) else NEVER
    at, *rest = path
    if isinstance(value, tuple):
        changed = (*value[: int(at)], without(value[int(at)], rest), *value[int(at) + 1 :])
        return type(value)(*changed) if hasattr(value, "_fields") else changed
    if isinstance(value, Mapping):
        return {key: each for key, each in value.items() if str(key) != at}
    if isinstance(value, Rules):
        kept = [rule for place, rule in enumerate(value.rules) if place != int(at)] or [Rule("never", NEVER.pattern)]
        return Rules(*kept, before=value.before, after=value.after)
    object.__setattr__(value, at, without(getattr(value, at), rest))
    return value


def paths(value: object, path: str) -> Iterator[str]:
    """Where patterns, sets and tables of words and rules stand in a module's value, or in a field of its data."""
    inside = "." in path
    if isinstance(value, str):
        yield from (path,) if inside and value not in ("", NEVER.pattern) else ()
    elif isinstance(value, re.Pattern) or (isinstance(value, frozenset | set) and value):
        yield path
    elif isinstance(value, Document):
        yield f"{path}.{Document._fields.index('pattern')}"
    elif isinstance(value, Rule):
        yield f"{path}.{Rule._fields.index('pattern')}"
    elif isinstance(value, Mapping):
        yield from (path,) if value else ()
        yield from (f"{path}.{key}" for key, each in value.items() if isinstance(each, str) and re.search(r"[|\\]", each))
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from paths(each, f"{path}.{at}") if not isinstance(each, str) else ()
    elif isinstance(value, Rules):
        yield from (f"{path}.{at}" for at in range(len(value.rules)))
    elif is_dataclass(value) and not isinstance(value, type) and not inside:
        for each in fields(value):
            if each.name != "code":
                yield from paths(getattr(value, each.name), f"{path}.{each.name}")


def _assigned(module: ModuleType) -> list[str]:
    """The names that a module assigns."""
    nodes = ast.parse(inspect.getsource(module)).body
    targets = [node.targets[0] if isinstance(node, ast.Assign) else node.target for node in nodes
               if isinstance(node, ast.Assign | ast.AnnAssign)]  # fmt: skip
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]


def words_of(module: ModuleType) -> Iterator[str]:
    """What a module of its own holds that can be taken away, as paths; what its data holds, as part of that."""
    own = _assigned(module)
    values = {name: vars(module)[name] for name in own if name in vars(module)}
    data = [value for value in values.values() if is_dataclass(value) and not isinstance(value, type)]
    held = {id(getattr(value, each.name)) for value in data for each in fields(value)}
    for name, value in values.items():
        if id(value) not in held or is_dataclass(value):
            yield from paths(value, name)


def take_away(module: ModuleType, path: str) -> None:
    """Take away what stands at a path in a module's data, wherever it was imported to."""
    name, *inside = path.split(".")
    held = vars(module)[name]
    changed = without(held, inside)
    for each in [each for each in sys.modules.values() if isinstance(each, ModuleType)]:
        for one in [one for one, value in list(vars(each).items()) if value is held]:
            setattr(each, one, changed)


class _Off(ast.NodeTransformer):
    """Switches off one condition of a module, the one with a number; counts them and keeps where each stands."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted, self.found = wanted, list[str]()

    def _is(self, node: ast.expr, what: str) -> bool:
        self.found.append(f"{node.lineno}: {what} {ast.unparse(node)}")
        return len(self.found) - 1 == self.wanted

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        kind = type(node.op).__name__.lower()
        kept = [value for value in node.values if not self._is(value, kind)]
        node.values = [self.visit(value) for value in kept]
        return node if len(kept) > 1 else node.values[0]

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        node.ifs = [test for test in node.ifs if not self._is(test, "filter")]
        return self.generic_visit(node)

    def visit_If(self, node: ast.If) -> ast.AST:
        return self._test(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        return self._test(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        if isinstance(node.returns, ast.Name) and node.returns.id == "bool":
            for each in ast.walk(node):
                if isinstance(each, ast.Return) and each.value and not isinstance(each.value, ast.Constant):
                    for answer in (True, False):
                        if self._is(each.value, f"always {answer}"):
                            each.value = ast.copy_location(ast.Constant(value=answer), each.value)
        return self.generic_visit(node)

    def _test(self, node: ast.If | ast.IfExp) -> ast.AST:
        if self._is(node.test, "if"):
            node.test = ast.copy_location(ast.Constant(value=False), node.test)
        return self.generic_visit(node)


def conditions(module: ModuleType) -> list[str]:
    """The conditions of a module's functions, by number: line, kind and source."""
    off = _Off()
    off.visit(ast.parse(inspect.getsource(module)))
    return off.found


def limits(module: ModuleType) -> list[str]:
    """The names of a module's own numbers."""
    return [name for name in _assigned(module) if type(vars(module).get(name)) in (int, float)]


def set_limit(name: str, was: float, value: float) -> None:
    """Give a number another value in all modules that have it."""
    for each in [each for key, each in sys.modules.items() if key.startswith("digest.")]:
        if vars(each).get(name) == was:
            setattr(each, name, value)


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def _functions(holder: object) -> Iterator[FunctionType]:
    for value in list(vars(holder).values()):
        inner = value.func if isinstance(value, cached_property) else value.fget if isinstance(value, property) else value
        inner = inspect.unwrap(getattr(inner, "__func__", inner)) if callable(inner) or hasattr(inner, "__func__") else inner
        if isinstance(inner, FunctionType):
            yield inner
        elif isinstance(value, type):
            yield from _functions(value)


def switch_off(module: ModuleType, number: int) -> None:
    """Switch off one condition of a module, in the functions that others have imported already."""
    tree = _Off(number).visit(ast.parse(inspect.getsource(module)))
    codes = {
        code.co_qualname: code for code in _codes(compile(ast.fix_missing_locations(tree), str(module.__file__), "exec"))
    }
    for function in _functions(module):
        if function.__module__ == module.__name__ and function.__qualname__ in codes:
            function.__code__ = codes[function.__qualname__]


class Runner:
    """A plugin of pytest that runs the collected tests once for each rule, in a fork without it."""

    def __init__(self, module: str, *, by_condition: bool) -> None:
        self.module, self.by_condition, self.named, self.tried = module, by_condition, list[str](), 0

    def _rules(self, module: ModuleType) -> Iterator[tuple[str, Callable[[], None]]]:
        if self.by_condition:
            yield from ((text, partial(switch_off, module, at)) for at, text in enumerate(conditions(module)))
            for name in limits(module):
                was = vars(module)[name]
                yield from ((f"{name} = {value}", partial(set_limit, name, was, type(was)(value))) for value in (0, 1e9))
        else:
            yield from ((path, partial(take_away, module, path)) for path in words_of(module))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run them."""
        importlib.import_module("digest.commands")
        if not self._passes(session, lambda: None):
            raise pytest.UsageError("the tests fail with all rules in force")
        for name, off in self._rules(importlib.import_module(self.module)):
            self.tried += 1
            if self._passes(session, off):
                self.named.append(name)
                sys.__stdout__.write(f"{self.module} {name}\n") if sys.__stdout__ else None
                sys.__stdout__.flush() if sys.__stdout__ else None
        return True

    @staticmethod
    def _passes(session: pytest.Session, off: Callable[[], None]) -> bool:
        """Whether all tests pass in a fork in which a rule was switched off."""
        child = os.fork()
        if child == 0:
            failed = 1
            try:
                off()
                for at, item in enumerate(session.items):
                    following = session.items[at + 1] if at + 1 < len(session.items) else None
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                    if session.testsfailed:
                        break
                failed = int(bool(session.testsfailed))
            finally:
                os._exit(failed)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main() -> int:
    """Look at one module."""
    by_condition = "--conditions" in sys.argv
    path, *tests = [each for each in sys.argv[1:] if each != "--conditions"]
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    runner = Runner(module, by_condition=by_condition)
    options = [
        "-o",
        "addopts=",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:terminal",
        "-p",
        "no:xdist",
        "--hypothesis-profile=quick",
    ]
    code = pytest.main([*options, *tests], plugins=[runner])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return 2
    sys.stdout.write(f"{module}: {len(runner.named)} of {runner.tried} are not defended\n")
    return 1 if runner.named else 0


if __name__ == "__main__":
    sys.exit(main())
