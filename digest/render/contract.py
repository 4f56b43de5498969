"""The contract of the JSON API, schema 1, as JSON Schemas: what each field of api/ holds. Fields may be added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digest.common.jsontext import published_schema

Shape = dict[str, Any]
_MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$"


def _text(what: str, *choices: str, **more: Any) -> Shape:
    return {"type": "string", "description": what, **({"enum": list(choices)} if choices else {}), **more}


def _maybe(shape: Shape) -> Shape:
    return {**shape, "type": [shape["type"], "null"]}


def _one_of_or_null(what: str, *choices: str) -> Shape:
    return {"type": ["string", "null"], "description": what, "enum": [*choices, None]}


def _moment(what: str) -> Shape:
    return {"type": "string", "description": f"{what}; ISO 8601 with offset", "pattern": _MOMENT}


def _count(what: str, least: int = 0) -> Shape:
    return {"type": "integer", "minimum": least, "description": what}


def _is(what: str) -> Shape:
    return {"type": "boolean", "description": what}


def _number(what: str) -> Shape:
    return {"type": "number", "description": what}


def _list(what: str, items: Shape, least: int = 0) -> Shape:
    return {"type": "array", "description": what, "items": items, **({"minItems": least} if least else {})}


def _object(*optional: str, **fields: Any) -> Shape:
    return {"type": "object", "properties": fields, "required": [name for name in fields if name not in optional]}


def _rows(what: str, *optional: str, least: int = 0, **fields: Any) -> Shape:
    return _list(what, _object(*optional, **fields), least)


def _texts(what: str) -> Shape:
    return _list(what, {"type": "string"})


def _numbers(what: str) -> Shape:
    return _list(what, {"type": "integer", "minimum": 1})


_SOURCE = _count("row of `sources` that it stands in", 1)
_CITED = _rows(
    "the words it stands on: `quote` is text[start:end] of the article, in code points",
    "part",
    least=1,
    source=_SOURCE,
    paragraph=_count("0 the title, 1… the body, then a brief's quotations, then byline and credit lines"),
    start=_count("first code point"),
    end=_count("code point after the last"),
    quote=_text("the words themselves", minLength=1),
    part=_is("true where the words carry one of the things that are said, and not all; else left out"),
)
_PASSAGE: dict[str, Any] = {"source": _SOURCE, "text": _text("the words shown"), "citations": _CITED}
_HEAD: dict[str, Any] = {
    "id": _text("of the story; lasts"),
    "path": _text("of its page, below the site's address", pattern="^stories/.*/$"),
    "headline": _text("of one of its articles, or an editor's"),
    "first_seen": _maybe(_moment("when the first of its articles came")),
    "updated": _maybe(_moment("when it last grew or was corrected")),
    "independent": _maybe(_count("origins with reporting of their own; null: not known")),
    "at_least": _is("whether an article's origin is unknown, so that there may be more"),
}
_COPY: dict[str, Any] = {
    "publisher": _maybe(_text("who published it; null: not known")),
    "title": _text("its headline"),
    "url": _maybe(_text("its address")),
    "where": _text("the file it comes from"),
    "share": _number("of its words that the other has, 0 to 1"),
    "kind": _text("by which they are one", "address", "text", "near", "excerpt", "version"),
}
_ARTICLE: dict[str, Any] = {
    "n": _count("row of the page's table", 1),
    "article": _text("id of the article"),
    "publisher": _maybe(_text("who published it; null: not known")),
    "title": _text("its headline"),
    "url": _maybe(_text("its address")),
    "author": _maybe(_text("as printed")),
    "published": _maybe(_moment("when it was published")),
    "precision": _one_of_or_null("how exactly that is known", "time", "day", "month"),
    "inferred": _is("whether that was read off the text"),
    "seen": _maybe(_moment("when it came into the digest")),
    "where": _text("the file it comes from"),
    "text": _text("the publisher's own words, or a summary in a contributor's", "verbatim", "brief"),
    "terms": _maybe(_text("what its publisher asks of those who use it")),
    "role": _text("whether it reports itself", "original", "repeats", "unknown"),
    "repeats": _texts("names of the origins it repeats"),
    "copies": _rows("what was folded into it", **_COPY),
}
STORY: Shape = {
    "description": "api/stories/<id>.json: one story.",
    **_object(
        schema={"const": 1, "description": "raised when a field changes its meaning"},
        **_HEAD,
        sources=_rows("its articles, as the rows of the page's table; none where all were withdrawn", **_ARTICLE),
        withdrawn=_rows(
            "what was taken down",
            article=_text("id of the article"),
            reason=_text("the editor's"),
            at=_maybe(_moment("when it was decided")),
        ),
        points=_rows(
            "the lines of the page",
            text=_text("as shown: an extract of its first citation, with … where it was cut"),
            citations=_CITED,
            disputed=_is(
                "whether it, its full citations or what stands beside it give a value that another source gives differently"
            ),
            beside=_rows("passages shown next to it", **_PASSAGE),
        ),
        figures=_rows(
            "numbers and dates that several articles give",
            label=_text("what is counted, in a source's words"),
            unit=_text("of the values; `said` has values without numbers"),
            conflict=_is("whether the values differ"),
            values=_rows(
                "each value once",
                least=1,
                text=_text("as printed"),
                value=_maybe(_number("in the unit")),
                high=_maybe(_number("the upper end of a range")),
                newest=_is("whether the newest article gives it"),
                citations=_CITED,
            ),
        ),
        quotes=_rows(
            "quotations",
            speaker=_text("who said it, as printed"),
            text=_text("the words"),
            variants=_texts("the same quotation in other words, as others print it"),
            citations=_CITED,
        ),
        origins=_rows(
            "who is repeated by whom",
            name=_text("of the origin"),
            kind=_text("an outlet, or a statement, a paper or a post", "outlet", "primary"),
            member=_is("whether it is one of the story's publishers"),
            repeated_by=_numbers("rows of the articles that attribute something to it"),
            for_core=_numbers("those that have the core of the story from it"),
            evidence=_CITED,
        ),
        only_in=_rows("what one source alone tells", **_PASSAGE),
        related=_rows(
            "other stories",
            id=_text("of the other story"),
            path=_text("of its page"),
            headline=_text("of the other story"),
            kind=_text("how they hang together", "continues", "same-subject"),
            later=_is("whether the other came later"),
            why=_texts("what ties them, in words"),
        ),
        topics=_texts("ids of its topics"),
        history=_rows(
            "what happened to the page",
            at=_maybe(_moment("when")),
            kind=_text(
                "what",
                *("published", "added", "corrected", "merged", "split", "moved", "hidden", "withdrawn"),
            ),
            text=_text("in words"),
            subject=_maybe(_text("what it is about")),
        ),
        notes=_texts("editors' notes"),
    ),
}
STORIES: Shape = {
    "description": "api/stories.json: the listed stories, those that last grew first.",
    **_object(
        schema={"const": 1, "description": "raised when a field changes its meaning"},
        stories=_rows(
            "a line each",
            **_HEAD,
            sources=_count("how many articles"),
            points=_count("how many lines several articles tell"),
            topics=_texts("ids of its topics"),
        ),
    ),
}
API_SCHEMAS: Mapping[str, Shape] = {
    name: published_schema(name, shape) for name, shape in (("story", STORY), ("stories", STORIES))
}
"""By name, as they are published: schema/story.json, schema/stories.json."""
