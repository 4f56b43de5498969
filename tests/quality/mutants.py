"""Which small changes of a module no test notices: python tests/quality/mutants.py MODULE TESTS… [--sample N] [--seed N].

One at a time, in its functions: a comparison is another, `and` is `or`, a condition is the opposite, a sum a difference, a
number one more, a text another, True False; a statement is left out, a value that is assigned or returned is None, `break`
is `continue`; and each limit of the module is nothing or more than anything. The tests run as in undefended.py: in a fork
for each, those that enter the function, up to the first failure. A fork that takes 60 seconds of a processor, or 180 that
pass, has noticed it. Of `--sample` changes the share is an estimate. Prints each survivor, and `MODULE: killed of all`; exit
code 1 where fewer than 85% are killed, 2 where tests fail anyway.
"""

from __future__ import annotations

import argparse
import ast
import copy
import inspect
import random
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from undefended import OPTIONS, Runner, limits, replace_functions, set_limit

ENOUGH = 0.85
CPU_SECONDS = 60
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.Pow: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_TESTED = (ast.If, ast.While, ast.IfExp)


def _of_node(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.AST], ast.AST]]]:
    """Yield the changes of one node: what each is called, and what makes the changed node of a copy."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            yield f"comparison {at}", partial(_with_item, "ops", at, _COMPARED[type(operator)]())
    elif isinstance(node, ast.BoolOp):
        yield "and/or", partial(_with, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "without not", lambda found: found.operand  # type: ignore[attr-defined]
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _COUNTED:
        yield "arithmetic", partial(_with, "op", _COUNTED[type(node.op)]())
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float | str):
        yield "constant", partial(_with, "value", _other(node.value))
    elif isinstance(node, ast.Return | ast.Assign) and node.value and not _is_none(node.value):
        yield "None", partial(_with, "value", ast.Constant(None))
    elif isinstance(node, ast.Break):
        yield "continue", lambda _: ast.Continue()
    elif isinstance(node, ast.Continue):
        yield "break", lambda _: ast.Break()
    if isinstance(node, _TESTED) and not isinstance(node.test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield "opposite", partial(_with, "test", ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.comprehension):
        for at, test in enumerate(node.ifs):
            if not isinstance(test, ast.Compare | ast.UnaryOp):
                yield "opposite filter", partial(_with_item, "ifs", at, ast.UnaryOp(ast.Not(), test))
    if isinstance(node, ast.Raise | ast.AugAssign | ast.Delete) or (
        isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant | ast.Yield | ast.YieldFrom)
    ):
        yield "left out", lambda _: ast.Pass()


def _with(field: str, value: object, found: ast.AST) -> ast.AST:
    setattr(found, field, value)
    return found


def _with_item(field: str, at: int, value: ast.AST, found: ast.AST) -> ast.AST:
    getattr(found, field)[at] = value
    return found


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _other(value: object) -> object:
    if isinstance(value, bool):
        return not value
    return f"XX{value}XX" if isinstance(value, str) else value + 1  # type: ignore[operator]


class _Mutant(ast.NodeTransformer):
    """Makes the change of a number in the functions of a module; without one counts them: where each is, and in what."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted, self.found, self._inside = wanted, list[tuple[str, str]](), list[str]()

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.FunctionDef):
            return self._function(node)
        if isinstance(node, ast.AnnAssign):
            node.value = self.visit(node.value) if node.value else None  # type: ignore[assignment]
            return node
        if isinstance(node, ast.JoinedStr):
            node.values = [self.generic_visit(it) if isinstance(it, ast.FormattedValue) else it for it in node.values]  # type: ignore[misc]
            return node
        if not self._inside:
            return self.generic_visit(node)
        chosen = None
        for kind, change in _of_node(node):
            line = getattr(node, "lineno", 0)
            source = " ".join(ast.unparse(node).split())[:90]
            self.found.append((f"{line}: {kind}: {source}", self._inside[0]))
            if len(self.found) - 1 == self.wanted:
                chosen = change
        below = self.generic_visit(node)
        return ast.copy_location(chosen(below), node) if chosen else below

    def _function(self, node: ast.FunctionDef) -> ast.AST:
        self._inside.append(node.name)
        first = ast.get_docstring(node) is not None
        node.body = [*node.body[:first], *(self.visit(each) for each in node.body[first:])]  # type: ignore[misc]
        self._inside.pop()
        return node


def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(inspect.getsource(module))


def _change(module: ModuleType, number: int) -> None:
    replace_functions(module, _Mutant(number).visit(copy.deepcopy(_tree(module))))


class Mutants(Runner):
    """Runs the tests for each change, or for a sample of them."""

    def __init__(self, module: str, sample: int, seed: int) -> None:
        super().__init__(module, by_condition=True)
        self._sample, self._seed = sample, seed

    def _rules(self, module: ModuleType) -> Iterator[tuple[str, str, Callable[[], None]]]:
        counted = _Mutant()
        counted.visit(_tree(module))
        rules = [(text, inside, partial(_change, module, at)) for at, (text, inside) in enumerate(counted.found)]
        for name in limits(module):
            was = vars(module)[name]
            rules += [(f"{name} = {value}", "", partial(set_limit, name, was, type(was)(value))) for value in (0, 1e9)]
        sys.stdout.write(f"{module.__name__}: {len(rules)} changes\n")
        some = random.Random(self._seed).sample(range(len(rules)), min(self._sample, len(rules)))
        yield from (rules[at] for at in sorted(some))

    def _without(self, session: pytest.Session, off: Callable[[], None], order: list[int]) -> int | None:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        return super()._without(session, off, order)


def main() -> int:
    """Look at one module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module")
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--sample", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    name = given.module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    runner = Mutants(name, given.sample, given.seed)
    code = pytest.main([*OPTIONS, *given.tests], plugins=[runner])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return 2
    killed = runner.tried - len(runner.named)
    sys.stdout.write(f"{name}: {killed} of {runner.tried} are killed, {killed / max(1, runner.tried):.0%}\n")
    return 0 if killed >= ENOUGH * runner.tried else 1


if __name__ == "__main__":
    sys.exit(main())
