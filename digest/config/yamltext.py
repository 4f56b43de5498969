"""The nodes and values of a YAML text that people wrote, without what is no YAML in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from digest.model import Problem

if TYPE_CHECKING:
    from yaml import SafeLoader as _Safe
else:
    _Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is five times faster
_TAG = "tag:yaml.org,2002:"
_TAGS = {_TAG + name for name in ("str", "int", "float", "bool", "null", "seq", "map")}
_DEEPEST = 20  # levels of lists and keys within one another
_DEEPEST_NODES = 500  # levels that the parser is given
_OPENING = re.compile(r"[\[{]|[-?:](?=\s)")  # what can begin one more level
_MOST_CUTS = 20  # places that are no YAML, from which on the rest of a file is not looked at
_BLOCK = re.compile(r"[^\s#\]}]")
_KEY = re.compile(r" *(?:- )?[\"']?([\w-]+)[\"']?\s*:")
_TOO_DEEP = ("this lies too deep", "nothing here has so many levels")
_FURTHER_IN = re.compile(r" +[\"']?[\w-]+[\"']?")
_NOT_SUPPORTED = object()
_SEPARATOR = re.compile("[\x85\u2028\u2029]")  # ends a line for YAML, and for no editor
_OPENED = ("quoted scalar", "flow sequence", "flow mapping", "simple key")  # what is wrong where it begins
_EXPLANATIONS = (
    ("tab character", "a tab stands where only spaces may", "write spaces"),
    ("text after", "there is text after a closing quotation mark or bracket", "put the whole text in quotes"),
    ("mapping values are not allowed", "there is a second `: ` in this line", "put the text after the first in quotes"),
    (
        "key under a value",
        "this line stands further in than the one above, which has its value",
        "begin it where its key begins, or put the whole text in quotes",
    ),
    ("quoted scalar", "a quotation mark is not closed", "close it, or put the whole text in quotes of the other kind"),
    ("flow sequence", "a list that begins with `[` is not closed", "close it with `]`, or put the text in quotes"),
    ("flow mapping", "a `{` is not closed", "close it with `}`, or put the text in quotes"),
    ("flow node", "a `[` or `{` is not closed, or a text within it needs quotes", "close it with `]` or `}`"),
    ("cannot start any token", "a text may not begin with this sign", "put the text in quotes"),
    ("alias", "a text that begins with `*` must be in quotes", "put the text in quotes"),
    ("anchor", "a text that begins with `&` must be in quotes", "put the text in quotes"),
    ("tag", "a text that begins with `!` must be in quotes", "put the text in quotes"),
    ("directive", "a line may not begin with `%`", "put the text in quotes"),
    ("block scalar", "`|` or `>` is followed by text", "write the text on the lines below, further in"),
    ("another document", "what is below `---` is another document", "remove it, or put it into a file of its own"),
    ("could not find expected ':'", "this line is no `key: value`", "write `key: value`"),
    ("block mapping", "this line stands further in or out than the keys around it", "begin it where they begin"),
    ("block collection", "this line stands further in or out than the items around it", "begin it where they begin"),
)


class _Loader(_Safe):
    """SafeLoader that leaves dates as written."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != f"{_TAG}timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass
class Document:
    """The nodes and plain values of a YAML text, without what is no YAML in it and what is not taken."""

    text: str
    where: str
    first_line: int
    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)  # keys whose lines are no YAML

    def __post_init__(self) -> None:
        self._lines = _SEPARATOR.sub(" ", self.text).split("\n")
        self.root = self._composed()
        self._made: dict[int, Any] = {}
        self.data = {} if self.root is None else self._plain(self.root)

    def problem(self, node: yaml.Node | None, code: str, detail: str, remedy: str, key: str = "") -> Problem:
        """Make the Problem of a node, of the whole text without one."""
        return self._at((node.start_mark.line, node.start_mark.column) if node else (0, 0), code, detail, remedy, key)

    def _at(self, place: tuple[int, int], code: str, detail: str, remedy: str, key: str = "") -> Problem:
        return Problem(
            stage="config",
            where=self.where,
            line=self.first_line + place[0],
            column=place[1] + 1,
            code=code,
            detail=detail,
            remedy=remedy,
            key=key,
            by_hand=True,
        )

    def _composed(self) -> yaml.Node | None:
        """Return the root node of what is YAML in the text; a syntax error costs the top-level key or item it stands in."""
        torn: set[int] = set()
        for _ in range(_MOST_CUTS):
            text = "\n".join(self._lines)
            loader = _Loader(text)
            try:
                if deep := _too_deep(text):
                    self.problems.append(self._at((deep.line, deep.column), "yaml", *_TOO_DEEP))
                    return None
                return loader.get_single_node()
            except yaml.MarkedYAMLError as error:
                if not self._blank_out(error, torn):
                    return None
            except (yaml.YAMLError, RecursionError, ValueError) as error:
                detail = f"this is not YAML: {str(error).splitlines()[0]}"
                self.problems.append(self._at((0, 0), "yaml", detail, "write it as lines of `key: value`"))
                return None
            finally:
                loader.dispose()
        return None

    def _blank_out(self, error: yaml.MarkedYAMLError, torn: set[int]) -> bool:
        """Make a Problem of a syntax error and blank its lines, so that the rest can be parsed; False where none is left.

        The first error in a top-level key or item (a block that begins at the margin) costs its line, a second the block.
        `torn` holds the first lines of blocks that had one.
        """
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        opened = any(words in str(error.context) for words in _OPENED)
        line, column = self._place_of(context if context and opened else mark)
        margins = [at for at, text in enumerate(self._lines) if _BLOCK.match(text)]
        start = max((at for at in margins if at <= line), default=0)
        end = min((at for at in margins if at > line), default=len(self._lines))
        words = " ".join(part for part in (error.context, error.problem) if part)
        if start not in torn:
            if _FURTHER_IN.fullmatch(self._lines[line][:column]) and "mapping values" in words:
                words, column = "key under a value", len(self._lines[line]) - len(self._lines[line].lstrip())
            detail, remedy = _explained(words, self._lines[line][:column], self._lines[line][column:])
            key = _KEY.match(self._lines[start])
            self.problems.append(self._at((line, column), "yaml", detail, remedy, key[1] if key else ""))
        cut = range(start, end) if line == start or start in torn else range(line, line + 1)
        cut = range(line, len(self._lines)) if "another document" in words else cut
        torn.add(start)
        self.lost |= {key[1] for at in cut if (key := _KEY.match(self._lines[at]))}
        is_blank = not any(self._lines[at].strip() for at in cut)
        for at in cut:
            self._lines[at] = ""
        return not is_blank

    def _place_of(self, mark: Any) -> tuple[int, int]:
        """Return line and column, from 0, of a parser's mark; one on a blank line is moved to the end of the text above."""
        line, column = (mark.line, mark.column) if mark else (0, 0)
        while line and (line >= len(self._lines) or not self._lines[line].strip()):
            line -= 1
            column = len(self._lines[line]) if line < len(self._lines) else 0
        return line, column

    def _plain(self, node: yaml.Node, depth: int = 0) -> Any:
        """The value of a node; what is not taken here is named and taken out of the nodes too."""
        if id(node) not in self._made:
            self._made[id(node)] = None  # a node within itself is nothing
            if depth > _DEEPEST:
                self.problems.append(self.problem(node, "yaml", *_TOO_DEEP))
            elif isinstance(node, yaml.MappingNode):
                node.value = list(self._pairs(node))
                self._made[id(node)] = {key.value: self._plain(value, depth + 1) for key, value in node.value}
            elif isinstance(node, yaml.SequenceNode):
                node.value = [item for item in node.value if self._is_supported(item)]
                self._made[id(node)] = [self._plain(item, depth + 1) for item in node.value]
            else:
                self._made[id(node)] = _scalar(node)
        return self._made[id(node)]

    def _pairs(self, node: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node]]:
        seen: set[str] = set()
        for key, value in node.value:
            if key.tag == f"{_TAG}merge":
                self.problems.append(self.problem(key, "yaml", "`<<` is not taken here", "write the keys out"))
            elif not isinstance(key, yaml.ScalarNode):
                self.problems.append(self.problem(key, "yaml", "a key is a word", "write lines of `key: value`"))
            elif key.value in seen:
                detail, remedy = f"the key `{key.value}` is given twice", "remove one of the two; the first is in force"
                self.problems.append(self.problem(key, "key-twice", detail, remedy))
            elif self._is_supported(value):
                seen.add(key.value)
                yield key, value
            else:
                self.lost.add(key.value)

    def _is_supported(self, node: yaml.Node) -> bool:
        if node.tag in _TAGS and (not isinstance(node, yaml.ScalarNode) or _scalar(node) is not _NOT_SUPPORTED):
            return True
        name = node.tag.removeprefix(_TAG)
        self.problems.append(
            self.problem(node, "yaml", f"`{name}` is not taken here", "write the value alone, or in quotes")
        )
        return False


def _too_deep(text: str) -> Any:
    """Return the mark where a text has more levels than libyaml, which makes nodes by recursion in C, can bear."""
    if len(_OPENING.findall(text)) < _DEEPEST_NODES:
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST_NODES:
            return event.start_mark
    return None


def _explained(words: str, before: str, after: str) -> tuple[str, str]:
    """What is wrong, and what to write instead, from what the parser says of a place in a line."""
    if after.startswith("\t"):
        words = "tab character"
    elif "block" in words and before.strip():
        words = "text after"
    other = (f"this is not YAML: {words}", "put text that holds `: ` or `#`, or begins with a sign, in quotes")
    return next(((what, how) for part, what, how in _EXPLANATIONS if part in words), other)


def _scalar(node: yaml.Node) -> Any:
    if node.tag == f"{_TAG}str":
        return node.value
    loader = _Loader("")
    try:
        return loader.construct_object(node)
    except (yaml.YAMLError, ValueError, OverflowError):
        return _NOT_SUPPORTED
    finally:
        loader.dispose()
