"""Every word of ours that stands on a site is a message of the catalogues, and each catalogue has all of them."""

import ast
import re
import sys
from pathlib import Path

import jinja2
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs"))
import catalogues  # noqa: E402 - a script of docs/

LANGUAGES = catalogues.languages()
METHOD = sorted(path.stem for path in (catalogues.FOLDER / "method").glob("*.po"))
PLACE = re.compile(r"\{(\w*)\}")


def held(code, *, method):
    """A catalogue as it lies in the house."""
    return catalogues.read_po(
        (catalogues.FOLDER / ("method" if method else ".") / f"{code}.po").read_bytes().splitlines(keepends=True),
        locale=code,
    )


def test_the_languages_that_have_catalogues():
    """English needs none."""
    assert set(LANGUAGES) >= {"de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "ar", "he", "zh", "ja", "ko", "hi"}
    assert "en" not in LANGUAGES
    assert METHOD == LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("method", [False, True])
def test_a_catalogue_has_all_messages_in_all_plurals(code, method):
    """`python docs/catalogues.py` brings it up to date; the rest is for whoever knows the language."""
    if method and code not in METHOD:
        return
    catalogue = held(code, method=method)
    ids = {each.id[0] if isinstance(each.id, tuple) else each.id for each in catalogue if each.id}
    assert ids == set(catalogues.messages(method=method))
    assert catalogues.missing(catalogue) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_has_the_places_of_its_message(code):
    """No value is lost, none is asked for that is not there; a plural of one number alone may leave that number out."""
    for method in (False, True) if code in METHOD else (False,):
        for each in held(code, method=method):
            if isinstance(each.id, str):
                assert sorted(PLACE.findall(each.string)) == sorted(PLACE.findall(each.id)), each.id
            else:
                wanted = set(PLACE.findall(each.id[1]))
                assert all(wanted - {"number"} <= set(PLACE.findall(form)) <= wanted for form in each.string), each.id


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_may_stand_in_an_attribute(code):
    """No quotation mark of HTML, no mark-up; Markdown only where its message has the same."""
    for each in held(code, method=False):
        forms = each.string if isinstance(each.string, tuple) else (each.string,)
        words = each.id[0] if isinstance(each.id, tuple) else each.id
        for form in forms if words else ():
            assert not set(form) & (set('"<>') - set(words)), form
            assert form.count("`") == words.count("`"), form
            assert form.count("](") == words.count("]("), form


def test_what_lacks_is_found():
    """A message without a translation, a form without words, a form too few."""
    made = catalogues.Catalog(locale="pl")
    made.add("told", "powiedziane")
    made.add("untold", "")
    made.add(("{number} day", "{number} days"), ("{number} dzień", "{number} dni", ""))
    made.add(("{number} week", "{number} weeks"), ("{number} tydzień", "{number} tygodnie"))
    assert catalogues.missing(made) == ["untold", "{number} day", "{number} week"]


MARKUP = re.compile(r"<!--.*?-->|<style>.*?</style>|<[^>]*>|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|\{ [#.:][^}]*\}", re.DOTALL)


@pytest.mark.parametrize("path", sorted((catalogues.HOUSE / "render/templates").iterdir()), ids=lambda path: path.name)
def test_a_template_has_no_words_that_are_no_message(path):
    """What is left of a template without its mark-up and its expressions has no letter."""
    left = MARKUP.sub(" ", path.read_text("utf-8")).replace("![", "")
    assert re.findall(r"[^\W\d_]{2,}", left) == []


@pytest.mark.parametrize("path", sorted((catalogues.HOUSE / "theme").rglob("*.html")), ids=lambda path: path.name)
def test_the_theme_has_no_words_that_are_no_message(path):
    """Names of formats apart, which are the same in every language."""
    text = path.read_text("utf-8")
    left = re.sub(r"\b(?:RSS|Atom|JSON)\b", "", MARKUP.sub(" ", text))
    assert re.findall(r"[^\W\d_]{2,}", left) == []
    labels = re.findall(r'(?:aria-label|title|alt)="([^"{]*)"', text)
    assert [label for label in labels if re.search(r"[A-Za-z]{2}", label)] == []


SAID = {"say", "message", "count", "_said"}
TOLD = re.compile(r"[a-z’]{2,}(?: [a-z’]{2,})+|^[A-Z][a-z’]{2,}$")
TO_MACHINES = {"contract.py", "crawlers.py", "structured.py", "adding.py", "__init__.py"}
"""JSON Schemas, llms.txt, the words of schema.org and examples of files are the same for all."""


@pytest.mark.parametrize("path", sorted(set((catalogues.HOUSE / "render").glob("*.py"))), ids=lambda path: path.name)
def test_a_module_that_makes_pages_has_no_words_that_are_no_message(path):
    """Strings that read as words are arguments of `say`, `count` or `message`, or of an exception."""
    if path.name in TO_MACHINES:
        return
    tree = ast.parse(path.read_text("utf-8"))
    known = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SAID | {"CitationError", "ValueError"}:
            known |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.Raise):
            known |= {id(each) for each in ast.walk(node)}
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef | ast.Assign | ast.Expr) and node is not tree:
            first = node if isinstance(node, ast.Expr) else (getattr(node, "body", None) or [None])[0]
            if isinstance(first, ast.Expr):
                known |= {id(each) for each in ast.walk(first) if isinstance(each, ast.Constant)}
    known |= {id(each) for each in ast.walk(tree.body[0])}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    said = [node.value for node in strings if id(node) not in known and TOLD.search(node.value)]
    assert [words for words in said if not re.search(r"[<>{}=#;]|^[a-z]+$", words)] == ALLOWED.get(path.name, [])


ALLOWED = {"feed_formats.py": ["Atom"], "mail.py": ["From", "Subject", "Date"]}
"""Names of a format, and of the fields of a mail."""


def test_what_the_worker_says_is_what_render_gives_it():
    """sw.js brings the words of assets/offline.js: all of them and no more."""
    from digest.render.offline import _SAID

    script = (catalogues.HOUSE / "theme/assets/offline.js").read_text("utf-8")
    assert set(re.findall(r'\bsay\("([^"]*)"\)', script)) == set(_SAID)


def test_templates_parse_as_the_script_reads_them():
    """A message in a template is one string."""
    for path in (catalogues.HOUSE / "render/templates").iterdir():
        for call in jinja2.Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(jinja2.nodes.Call):
            if getattr(call.node, "name", "") == "_":
                assert isinstance(call.args[0], jinja2.nodes.Const)


def test_the_catalogues_are_as_the_script_writes_them():
    """In the order of the program, so that a change of a message is a change of its lines alone."""
    for code in LANGUAGES:
        written = catalogues.written(code, method=False)
        assert [each.id for each in held(code, method=False)] == [each.id for each in written]
