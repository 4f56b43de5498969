"""Which files of a theme no page is made of."""

import pytest

from digest.write.assets import copied_as_they_are

SHEET = {"assets/a.css": b"a { color: red }", "assets/sub/b.js": b"1"}


@pytest.mark.parametrize(
    "template",
    [
        b"<link href=\"{{ 'assets/a.css' | url }}\">",
        b'{% extends "base.html" %}{% include ".icons/" ~ name ~ ".svg" %}',
        b'{%- import "partials/x.html" as x -%}',
        b"{% set from = 1 %}{% block includes %}{% endblock %}",
    ],
)
def test_what_no_template_includes_is_copied(template):
    """A template may name the address of a style sheet, and include what lies elsewhere."""
    assert copied_as_they_are({**SHEET, "main.html": template}) == set(SHEET)


@pytest.mark.parametrize(
    "template",
    [
        b'{% include "assets/a.css" %}',
        b"{%- include './assets/a.css' ignore missing %}",
        b"{% include name %}",
        b"{% include [name, 'x.html'] %}",
        b'{% include "x.html" if y else "assets/a.css" %}',
        b'{% from\n"assets/a.css" import x %}',
    ],
)
def test_what_a_template_may_include_is_not(template):
    """Pages may be made of it, so all of the theme counts as templates."""
    assert not copied_as_they_are({**SHEET, "main.html": template})


def test_templates_and_what_lies_elsewhere_are_not_copied():
    """assets/ is the folder of what pages only point to."""
    files = {**SHEET, "assets/x.html": b"", "main.html": b"", "style.css": b""}
    assert copied_as_they_are(files) == set(SHEET)
