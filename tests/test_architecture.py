"""The rules of the house, read off the source: who may import whom, what is pure, how large things are."""

import ast
import importlib
import pkgutil
import re
import runpy
from functools import cache
from pathlib import Path

import grimp
import pytest

import digest
import digest.language
from digest.acquire.seeds.formats import FORMATS, NAMED

HOUSE = Path(digest.__file__).parent
ROOMS = ("acquire", "clean", "dedupe", "group", "link", "relate", "render", "verify", "write")
PURE = ("model", "language", "common", "clean", "dedupe", "group", "link", "relate", "render", "verify")
FILES = sorted(HOUSE.rglob("*.py"))
NOUNS = {"common", "errors", "language", "model", "translations"}
LANGUAGES = {
    f"digest.language.{each.name}"
    for each in pkgutil.iter_modules(digest.language.__path__)
    for module in [importlib.import_module(f"digest.language.{each.name}")]
    if any(isinstance(value, digest.language.Language) for value in vars(module).values())
}
"""The modules that hold a language each."""

ALLOWED = {
    **{floor: set() for floor in ("errors", "language", "model", "translations")},
    "common": {"language", "model"},
    "runtime": {"common", "errors"},
    "config": {"common", "errors", "model", "translations"},
    **dict.fromkeys(PURE[3:], NOUNS),
    "render": NOUNS | {"gate"},
    "acquire": NOUNS | {"config", "runtime"},
    "write": NOUNS | {"runtime"},
    "gate": {"translations"},
    "thresholds": {*ROOMS, "common", "translations"},
    "pipeline": NOUNS | set(ROOMS) | {"config", "runtime", "thresholds"},
}
"""What each room or module may import; the command line, `cli/`, may import all."""
INSIDE = {
    "link": {
        "support": {"reading"},
        "points": {"reading", "support"},
        "figures": {"reading", "citing"},
        "quotes": {"reading", "outlets"},
        "origins": {"reading", "outlets"},
    },
    "acquire": {
        "decoding": set(),
        "problems.py": set(),
        "feeds": {"decoding"},
        "seeds": {"decoding", "feeds", "problems"},
        "network": {"decoding", "feeds", "seeds"},
        "adding": {"decoding", "feeds", "network", "problems", "seeds"},
    },
}
"""What the rooms within a room may import of their neighbours."""
ONLY_IN = {
    "httpx": {"acquire"},
    "httpcore": {"acquire"},
    "socket": {"acquire"},
    "feedparser": {"acquire"},
    "jinja2": {"render"},
}
IMPURE = {
    *("time", "random", "secrets", "uuid", "os", "shutil", "tempfile", "subprocess", "socket", "logging", "threading"),
    *("pathlib", "io", "sqlite3", "urllib.request", "requests", "glob", "multiprocessing", "asyncio", "locale", "platform"),
}
IMPURE_CALLS = {"now", "today", "utcnow", "open", "read_text", "read_bytes", "write_text", "write_bytes", "print", "input"}


def name(path: Path) -> str:
    """The room or module a file belongs to."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """What a file's syntax is made of, its module first; each file is parsed once."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def imports(path: Path) -> set[str]:
    """Dotted names of what a file imports."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {str(node.module)}
    return found


def own(path: Path) -> set[str]:
    """The digest modules and rooms that a file imports, by their first name."""
    return {parts[1] for parts in (i.split(".") for i in imports(path)) if parts[0] == "digest" and len(parts) > 1}


SHELVES = {
    "common": {
        **{alone: set() for alone in ("jsontext", "memo", "opml", "slugs", "titles", "days", "kinds", "references")},
        "hosts": {"titles"},
        "publishers": {"hosts"},
        "notices": {"hosts"},
    },
    "runtime": {
        **{alone: set() for alone in ("collection", "files", "jobs", "lock", "seal", "terminal")},
        "cache": {"jobs", "seal", "terminal"},
    },
}
"""What a module of a shelf may import of that shelf."""
TAKEN = {
    **{
        room: {"days", "hosts", "memo", "publishers", "references", "slugs", "titles"}
        for room in ("clean", "link", "verify")
    },
    "acquire": {"files", "lock", *SHELVES["common"]} - {"kinds", "notices"},
    "write": {"files", "lock", "seal", "terminal", "jsontext", "hosts", "slugs"},
    "pipeline": {"cache", "collection", "terminal", "memo", "references"},
}
"""What of the shelves these take."""
COMMAND_LINE = {"cli", "__main__", "__init__"}


def shown(path: Path, node: ast.AST | None = None) -> str:
    """A file, and the line where something of it stands."""
    return path.relative_to(HOUSE).as_posix() + (f":{node.lineno}" if node else "")


def test_a_room_imports_only_what_it_may():
    """No room imports another room, and the nouns import only the standard library."""
    rooms = [path for path in FILES if name(path) not in COMMAND_LINE]
    wrong = {shown(path): own(path) - {"__version__"} - ALLOWED[name(path)] - {name(path)} for path in rooms}
    assert {path: found for path, found in wrong.items() if found} == {}


def test_a_shelf_has_an_order_and_lends_what_a_room_needs():
    """Nothing of common or runtime stands on all the rest, and the network or the disk is lent to those who need it."""
    wrong = []
    for path in FILES:
        for dotted in imports(path):
            parts = dotted.split(".")
            if parts[0] == "digest" and len(parts) > 2 and parts[1] in SHELVES and parts[2] in SHELVES[parts[1]]:
                within = name(path) == parts[1]
                may = SHELVES[parts[1]][path.stem] if within else TAKEN.get(name(path), {parts[2]})
                if parts[2] not in may:
                    wrong.append((shown(path), dotted))
    assert wrong == []
    for shelf, modules in SHELVES.items():
        assert {path.stem for path in (HOUSE / shelf).glob("*.py")} == {"__init__", *modules}


@pytest.mark.parametrize(("module", "may"), [("comment", set()), ("impact", {"model"}), ("rows", {"common", "model"})])
def test_what_a_change_is_told_by_stands_on_little(module, may):
    """Of the command line these work on what they are given."""
    assert own(HOUSE / "cli" / f"{module}.py") <= may


def test_an_inner_room_imports_only_what_it_may():
    """Within link and acquire too: of a neighbour in link only what its __init__ gives out."""
    wrong = []
    for path in FILES:
        room, *inside = path.relative_to(HOUSE).parts
        if room not in INSIDE or len(inside) < 2:
            continue
        for dotted in imports(path):
            parts = dotted.split(".")
            if parts[:2] == ["digest", room] and len(parts) > 3:
                is_within = (HOUSE / room / parts[2]).is_dir() and (HOUSE / room / parts[2] / f"{parts[3]}.py").exists()
                behind_its_door = room == "link" and parts[2] != inside[0] and is_within
                if parts[2] not in INSIDE[room][inside[0]] | {inside[0]} or behind_its_door:
                    wrong.append((shown(path), dotted))
    assert wrong == []


def test_a_library_is_used_only_where_it_belongs():
    """The network, feedparser and jinja2 each have one room."""
    for path in FILES:
        outer = {i.split(".")[0] for i in imports(path)}
        assert all(name(path) in rooms for library, rooms in ONLY_IN.items() if library in outer), shown(path)


def test_what_has_a_size_holds_one_idea():
    """No module over 400 lines, no function over 50."""
    for path in FILES:
        assert path.read_text("utf-8").count("\n") <= 400, shown(path)
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno - node.lineno + 1 <= 50, f"{shown(path, node)}: {node.name}"


def test_everything_says_what_it_is_for():
    """Every module opens with a docstring, and every public function and class has one."""
    for path in FILES:
        tree = nodes(path)[0]
        assert ast.get_docstring(tree) or not tree.body, shown(path)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), f"{shown(path, node)}: {node.name}"


def test_a_pure_room_touches_no_clock_disk_network_or_environment():
    """language, common and clean … render get everything as arguments."""
    for path in FILES:
        if name(path) in PURE:
            assert not imports(path) & IMPURE, shown(path)
            for node in nodes(path):
                if isinstance(node, ast.Call):
                    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    assert called not in IMPURE_CALLS, f"{shown(path, node)}: {called}()"


@pytest.fixture(scope="module")
def graph():
    """Who imports whom, libraries too."""
    return grimp.build_graph("digest", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("room", PURE)
def test_nothing_that_a_pure_room_imports_is_impure_either(room, graph):
    """What it imports through other modules of the house counts as its own."""
    for module in sorted(IMPURE & graph.modules):
        chain = graph.find_shortest_chain(importer=f"digest.{room}", imported=module, as_packages=True)
        assert chain is None, " -> ".join(chain)


def test_the_design_shows_the_house_as_it_is_imported():
    """`python docs/drawing.py` draws it anew."""
    drawing = runpy.run_path(str(HOUSE.parent / "docs/drawing.py"))
    text = (HOUSE.parent / "docs/design.md").read_text("utf-8")
    assert all(f"<!-- drawing of {package} -->" in text for package in drawing["DRAWN"])
    assert drawing["drawn"](text) == text


def test_only_the_language_floor_asks_whether_a_text_is_english():
    """What is known of a language is asked of `Language`, so that a further language changes no room."""
    for path in FILES:
        for node in nodes(path) if name(path) != "language" else ():
            if isinstance(node, ast.Compare):
                sides = (node.left, *node.comparators)
                assert not any(isinstance(side, ast.Constant) and side.value == "en" for side in sides), shown(path, node)


OF_ALL_LANGUAGES = "language/mixed.py"
"""What collects the words of the languages that are known, for lines read before it is known which one they are in."""


def test_no_module_takes_its_rules_from_one_language():
    """A language's file is imported by nothing but the registry, which finds it; its folder is its own."""
    for path in FILES:
        inside = path.relative_to(HOUSE)
        own = f"digest.language.{inside.parts[1]}." if inside.parts[0] == "language" and len(inside.parts) > 2 else "-"
        if inside.as_posix() != OF_ALL_LANGUAGES:
            found = [dotted for dotted in imports(path) if any(f"{dotted}.".startswith(f"{one}.") for one in LANGUAGES)]
            assert [dotted for dotted in found if not f"{dotted}.".startswith(own)] == [], shown(path)


QUOTING = {
    "common/titles.py": "angled marks between the steps of a path of sections",
    "clean/text.py": "what text that was decoded wrongly is full of",
    "cli/impact_report.py": "what it prints itself",
    "render/citations.py": "what it prints itself",
}
"""The modules outside `language` that write quotation marks, with the reason."""


def test_quotation_marks_stand_in_the_language_floor_alone():
    """Who asks for one has it from `language.marks`, so that a rule holds for those of all languages."""
    marks = re.compile("[“”„«»‹›「」『』]")
    for path in FILES:
        told = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
        for node in nodes(path) if name(path) != "language" and shown(path) not in QUOTING else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                assert not marks.search(node.value), shown(path, node)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_exports_one_verb_and_says_in_out_never(room):
    """A newcomer reads a room's promise in three lines of its docstring."""
    tree = nodes(HOUSE / room / "__init__.py")[0]
    text = ast.get_docstring(tree) or ""
    for word in ("in:", "out:", "never:"):
        assert any(line.startswith(word) for line in text.splitlines()), f"{room} does not say {word}"
    exported = [n.value for n in tree.body if isinstance(n, ast.Assign) and n.targets[0].id == "__all__"]
    assert exported
    assert ast.literal_eval(exported[0]) == [room]


def test_only_three_places_write_files():
    """Writing belongs to acquire's archive, to the pages that `write` puts on disk, and to the files beneath both."""
    writers = {"write_text", "write_bytes", "mkstemp", "mkdir", "rename", "unlink", "rmdir", "rmtree"}
    for path in FILES:
        if name(path) not in {"acquire", "runtime", "write"}:
            for node in nodes(path):
                assert not (isinstance(node, ast.Attribute) and node.attr in writers), f"{path}:{node.lineno}"


def test_the_suffixes_of_articles_stand_in_one_registry():
    """A further format is one entry there: no other module names a suffix that only articles have."""
    for path in FILES:
        if path != HOUSE / "acquire" / "seeds" / "formats.py":
            for node in nodes(path):
                text = node.value if isinstance(node, ast.Constant) else ""
                assert text not in {".markdown", ".txt", ".text", ".htm", ".eml"}, f"{path}:{node.lineno}"


def test_every_format_is_documented():
    """The guide for contributors names each suffix that messages name."""
    text = (HOUSE.parent / "docs/contributor.md").read_text("utf-8")
    assert NAMED == ".md, .txt, .html or .eml"
    for suffix in re.findall(r"\.\w+", NAMED):
        assert f"`{suffix}`" in text
        assert suffix in FORMATS


def test_what_is_left_out_of_the_coverage_says_why():
    """`# pragma: no cover - the reason`, in words: what no test takes is known to be so."""
    for path in FILES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if "pragma:" in line:
                assert re.search(r"# pragma: no (?:cover|branch) - \w+(?: \S+){2,}$", line), f"{path}:{number}"
    patterns = (HOUSE.parent / "pyproject.toml").read_text("utf-8").partition("exclude_also = [\n")[2].partition("]\n")[0]
    assert patterns
    assert all("  # " in line for line in patterns.splitlines())


def test_no_mark_stands_twice_among_marks():
    """A wide mark that a tool made narrow is lost, and the narrow one stands twice in a class of signs or in a tuple."""
    for path in FILES:
        for node in nodes(path):
            if isinstance(node, ast.Tuple) and node.elts and all(isinstance(each, ast.Constant) for each in node.elts):
                marks = [each.value for each in node.elts if isinstance(each.value, str) and not each.value.isalnum()]
                one = set(marks) <= {"", '"'} or marks in (["”", "”"], ["»", "»"])  # Swedish closes with the mark that opens
                assert one or len(marks) == len(set(marks)), f"{path}:{node.lineno}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not re.search(r"\[[^\]\\\w]*([:;,!?])[^\]\\\w]*\1[^\]\\\w]*\]", node.value), f"{path}:{node.lineno}"
