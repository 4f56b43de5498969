"""The stories as JSON, schema 1: what others build on. Fields may be added; none may change its meaning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from math import isfinite
from typing import Any

from digest.common.jsontext import schema_text
from digest.model import Article, Citation, Page, Passage, Story
from digest.render.changes import changed
from digest.render.citations import Citations
from digest.render.contract import API_SCHEMAS
from digest.render.dates import utc
from digest.render.leading import several_cited
from digest.render.page import Part
from digest.render.site import Site
from digest.render.wording import event_words

SCHEMA = 1


def api_parts(site: Site) -> Iterator[Part]:
    """Yield what renders the JSON of each story."""
    for story in site.edition.stories:
        yield f"{story.path}.md", partial(_story_pages, story, site)


def api_pages(site: Site) -> Iterator[Page]:
    """Yield api/stories.json."""
    yield _stories_json(site)


def _story_pages(story: Story, site: Site) -> Iterator[Page]:
    yield story_json(story, site)


def schema_pages(site: Site) -> Iterator[Page]:
    """Yield schema/<name>.json: of the JSON API, and of the files that people write."""
    for name, shape in {**API_SCHEMAS, **site.schemas}.items():
        yield Page(path=f"schema/{name}.json", text=schema_text(shape))


def story_json(story: Story, site: Site) -> Page:
    """Return api/stories/<id>.json; CitationError where a citation cannot be read in its article."""
    cited = Citations(story)
    whole = {
        **_head(story),
        "at_least": story.at_least,
        "sources": [_source(number, article, story, site) for number, article in enumerate(story.articles, 1)],
        "withdrawn": [{"article": one.article_id, "reason": one.reason, "at": _iso(one.at)} for one in story.withdrawn],
        **_statements(story, cited),
        **_origins(story, cited),
        **_around(story, site),
    }
    return Page(path=f"api/stories/{story.id}.json", text=_written(whole))


def _stories_json(site: Site) -> Page:
    """Return api/stories.json: the listed stories, those that last grew first, with counts and dates."""
    stories = [
        {
            **{key: value for key, value in _head(story).items() if key != "schema"},
            "at_least": story.at_least,
            "sources": len(story.articles),
            "points": sum(several_cited(point.citations) for point in story.points),
            "topics": list(story.topics),
        }
        for story in site.newest
    ]
    return Page(path="api/stories.json", text=_written({"schema": SCHEMA, "stories": stories}))


def _head(story: Story) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "id": story.id,
        "path": f"{story.path}/",
        "headline": story.headline,
        "first_seen": _iso(story.first_seen),
        "updated": _iso(changed(story)),
        "independent": story.independent,
    }


def _source(number: int, article: Article, story: Story, site: Site) -> dict[str, Any]:
    role = next((role for role in story.roles if role.article_id == article.id), None)
    return {
        "n": number,
        **_article(article, site),
        "role": role.role if role else "unknown",
        "repeats": list(role.repeats) if role else [],
        "copies": _copies(article, site),
    }


def _statements(story: Story, cited: Citations) -> dict[str, Any]:
    figures = [
        {
            "label": figure.label,
            "unit": figure.unit,
            "conflict": figure.conflict,
            "values": [
                {
                    "text": value.text,
                    "value": _number(value.value),
                    "high": _number(value.high),
                    "newest": value.newest,
                    "citations": _cited(value.citations, cited),
                }
                for value in figure.values
            ],
        }
        for figure in story.figures
    ]
    quotes = [
        {
            "speaker": quote.speaker,
            "text": quote.text,
            "variants": list(quote.variants),
            "citations": _cited(quote.citations, cited),
        }
        for quote in story.quotes
    ]
    points = [
        {
            "text": point.text,
            "disputed": point.disputed,
            "citations": _cited(point.citations, cited),
            "beside": [_passage(item, cited) for item in point.beside],
        }
        for point in story.points
    ]
    return {"points": points, "figures": figures, "quotes": quotes}


def _origins(story: Story, cited: Citations) -> dict[str, Any]:
    numbers = cited.numbers
    origins = [
        {
            "name": origin.name,
            "kind": origin.kind,
            "member": origin.member,
            "repeated_by": sorted(numbers[one] for one in origin.repeated_by if one in numbers),
            "for_core": sorted(numbers[one] for one in origin.for_core if one in numbers),
            "evidence": _cited(origin.evidence, cited),
        }
        for origin in story.origins
    ]
    return {"origins": origins, "only_in": [_passage(item, cited) for item in story.only_in]}


def _passage(item: Passage, cited: Citations) -> dict[str, Any]:
    return {
        "source": cited.numbers[item.article_id],
        "text": item.text,
        "citations": _cited(item.citations, cited),
    }


def _around(story: Story, site: Site) -> dict[str, Any]:
    related = [
        {
            "id": other.id,
            "path": f"{other.path}/",
            "headline": other.headline,
            "kind": other.kind,
            "later": other.later,
            "why": list(other.why),
        }
        for other in story.related
        if other.id in site.named
    ]
    history = [
        {"at": _iso(event.at), "kind": event.kind, "text": event_words(event), "subject": event.subject}
        for event in story.history
    ]
    return {"related": related, "topics": list(story.topics), "history": history, "notes": list(story.notes)}


def _article(article: Article, site: Site) -> dict[str, Any]:
    published = article.published
    return {
        "article": article.id,
        "publisher": site.publisher(article).name,
        "title": article.title,
        "url": article.url,
        "author": article.byline,
        "published": _iso(published.at) if published else None,
        "precision": published.precision if published else None,
        "inferred": published.inferred if published else False,
        "seen": _iso(article.seen),
        "where": article.where,
        "text": article.text,
        "terms": site.terms(article),
    }


def _copies(article: Article, site: Site) -> list[dict[str, Any]]:
    return [
        {
            "publisher": site.publisher(copy.article).name,
            "title": copy.article.title,
            "url": copy.article.url,
            "where": copy.article.where,
            "share": round(copy.share, 3),
            "kind": copy.kind,
        }
        for copy in article.copies
    ]


def _cited(citations: Iterable[Citation], cited: Citations) -> list[dict[str, Any]]:
    return [
        {
            "source": cited.numbers[citation.article_id],
            "paragraph": citation.paragraph,
            "start": citation.start,
            "end": citation.end,
            "quote": cited.words(citation),
            **({"part": True} if citation.part else {}),
        }
        for citation in citations
    ]


def _iso(at: datetime | None) -> str | None:
    return utc(at).isoformat() if at else None


def _number(value: float | None) -> float | None:
    """JSON has no infinity; a number too large to hold is not known."""
    return value if value is None or isfinite(value) else None


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
