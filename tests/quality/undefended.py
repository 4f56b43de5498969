"""Name the rules of a module that no test defends: what can be switched off while every test still passes.

    python tests/quality/undefended.py digest/link/quotes/patterns.py tests/link/test_quotes.py tests/link
    python tests/quality/undefended.py --conditions digest/link/points/comparisons.py tests/link

Switched off are, one at a time: each pattern and each set or table of words of the module, each field of its languages'
data ("CONTRASTS.place", "CONTRASTS.parts.0.1", "SPEECH.quoted.2", "NUMBERS.approximate.most"), and with `--conditions` each
condition of its functions: each operand of an `and` or `or`, each `if`, which never holds, each filter, which lets all
through, and what a function returns that answers yes or no, which is always one of the two; and each of its limits, which is
nothing or more than anything. The tests are collected once and run in a fork for each, up to the first failure: of a
condition those that enter its function, and first those that failed without another. What is named needs a test that fails
without it, a measured gain that defends it, or has to go. Exit code 1 where something is named, 2 where tests fail anyway.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import os
import re
import select
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cached_property, partial
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType

import pytest
import wordfreq

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from digest.language.speech import Document, Rule, Rules

NEVER = re.compile(r"(?!)")
OPTIONS = (
    *("-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:xdist"),
    "--hypothesis-profile=quick",
)
SECONDS = 180
"""What a fork may take before it counts as one that has failed."""


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
        self.wanted, self.found, self.lines = wanted, list[str](), list[int]()

    def _is(self, node: ast.expr, what: str) -> bool:
        self.found.append(f"{node.lineno}: {what} {ast.unparse(node)}")
        self.lines.append(node.lineno)
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


def conditions(module: ModuleType) -> list[tuple[str, str]]:
    """The conditions of a module's functions, by number: line, kind and source; and the function that each stands in."""
    off, tree = _Off(), ast.parse(inspect.getsource(module))
    holders = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    spans = [(node.lineno, node.end_lineno or node.lineno, node.name) for node in holders]
    off.visit(tree)
    within = [[name for first, last, name in spans if first <= line <= last] for line in off.lines]
    return [(text, names[0] if names else "") for text, names in zip(off.found, within, strict=True)]


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
    replace_functions(module, _Off(number).visit(ast.parse(inspect.getsource(module))))


def replace_functions(module: ModuleType, tree: ast.Module) -> None:
    """Give the functions of a module, wherever they were imported to, the code that they have in this tree."""
    codes = {
        code.co_qualname: code for code in _codes(compile(ast.fix_missing_locations(tree), str(module.__file__), "exec"))
    }
    for function in _functions(module):
        if function.__module__ == module.__name__ and function.__qualname__ in codes:
            function.__code__ = codes[function.__qualname__]


def _forget() -> None:
    """Empty what the modules of digest remember, so that a test enters all functions that it needs."""
    for each in [each for key, each in sys.modules.items() if key.startswith("digest.")]:
        for value in list(vars(each).values()):
            if hasattr(value, "cache_clear"):
                value.cache_clear()


class Runner:
    """A plugin of pytest that runs the collected tests for each rule, in a fork without it."""

    def __init__(self, module: str, *, by_condition: bool) -> None:
        self.module, self.by_condition, self.named, self.tried = module, by_condition, list[str](), 0
        self._failed: list[int] = []

    def _rules(self, module: ModuleType) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """What to switch off: its name, the function that it stands in, and how."""
        if self.by_condition:
            for at, (text, function) in enumerate(conditions(module)):
                yield text, function, partial(switch_off, module, at)
            for name in limits(module):
                was = vars(module)[name]
                for value in (0, 1e9):
                    yield f"{name} = {value}", "", partial(set_limit, name, was, type(was)(value))
        else:
            yield from ((path, "", partial(take_away, module, path)) for path in words_of(module))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run them."""
        importlib.import_module("digest.cli.commands")
        wordfreq.get_frequency_dict("en", wordlist="best")
        module = importlib.import_module(self.module)
        every = list(range(len(session.items)))
        entered: dict[str, list[int]] = {}
        if self._in_fork(lambda: self._enter(session, str(module.__file__), every), entered) is not None:
            raise pytest.UsageError("the tests fail with all rules in force")
        for name, function, off in self._rules(module):
            self.tried += 1
            mine = entered.get(function, every)
            order = [*(at for at in self._failed if at in mine), *(at for at in mine if at not in self._failed)]
            failed = self._in_fork(partial(self._without, session, off, order), {})
            if failed is None:
                self.named.append(name)
                sys.__stdout__.write(f"{self.module} {name}\n") if sys.__stdout__ else None
                sys.__stdout__.flush() if sys.__stdout__ else None
            elif failed in every:
                self._failed = [failed, *(at for at in self._failed if at != failed)]
        return True

    def _without(self, session: pytest.Session, off: Callable[[], None], order: list[int]) -> int | None:
        """Run tests without a rule, nothing remembered that was read with it."""
        off()
        _forget()
        return self._run(session, order)

    @staticmethod
    def _run(session: pytest.Session, order: list[int]) -> int | None:
        """Run tests by number up to the first that fails, which is returned."""
        for at, following in zip(order, [*order[1:], None], strict=True):
            after = None if following is None else session.items[following]
            session.items[at].config.hook.pytest_runtest_protocol(item=session.items[at], nextitem=after)
            if session.testsfailed:
                return at
        return None

    def _enter(self, session: pytest.Session, path: str, every: list[int]) -> dict[str, list[int]] | int:
        """Run all tests; the numbers of those that enter each function of the file at a path, or of one that fails."""
        entered: dict[str, list[int]] = {}
        for at in every:
            names = set[str]()

            def note(frame: FrameType, event: str, _: object, names: set[str] = names) -> None:
                if event == "call" and frame.f_code.co_filename == path:
                    names.add(frame.f_code.co_name)

            _forget()
            sys.setprofile(note)
            failed = self._run(session, [at])
            sys.setprofile(None)
            if failed is not None:
                return failed
            for name in names:
                entered.setdefault(name, []).append(at)
        return entered

    @staticmethod
    def _in_fork(work: Callable[[], object], entered: dict[str, list[int]]) -> int | None:
        """Return the number of the test that fails in a fork, -1 where the fork itself does, None where all pass."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            code = 1
            try:
                os.write(writing, json.dumps(work()).encode())
                code = 0
            finally:
                os._exit(code)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            if not select.select([pipe], [], [], SECONDS)[0]:
                os.kill(child, signal.SIGKILL)
            answer = pipe.read()
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
            return -1
        found = json.loads(answer)
        if isinstance(found, dict):
            entered.update(found)
            return None
        return found if found is None else int(found)


def main() -> int:
    """Look at one module."""
    by_condition = "--conditions" in sys.argv
    path, *tests = [each for each in sys.argv[1:] if each != "--conditions"]
    module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    runner = Runner(module, by_condition=by_condition)
    code = pytest.main([*OPTIONS, *tests], plugins=[runner])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return 2
    sys.stdout.write(f"{module}: {len(runner.named)} of {runner.tried} are not defended\n")
    return 1 if runner.named else 0


if __name__ == "__main__":
    sys.exit(main())
