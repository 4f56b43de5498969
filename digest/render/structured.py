"""What pages say of themselves to machines: JSON-LD in the words of schema.org (https://schema.org/docs/full.html).

Of a story `citation` has every source, `isBasedOn` the addresses of those whose words stand on the page. The front is the
web site with its search, an edition, a topic, a source and the corrections are collections of stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from digest.model import Article, Event, Source, Story, Topic, When
from digest.render import dates
from digest.render.changes import changed, corrections, last_changed
from digest.render.escape import Data, address, data
from digest.render.page import served
from digest.render.search import SEARCH
from digest.render.site import Publisher, Site
from digest.render.wording import befell
from digest.translations import say

_LISTED = 100  # stories that a collection names


def structured(story: Story, said: str, site: Site) -> Data:
    """Return the story as JSON-LD; `said` is the page's description. Addresses are there where the digest has one."""
    home = address(site.digest.url)
    name = _digest(site)
    whole = {
        "@type": "NewsArticle",
        "url": home and f"{home}{story.path}/",
        "headline": story.headline,
        "description": said,
        "image": f"{home}{story.path}/card.png" if home and site.digest.cards and not story.hidden else None,
        "inLanguage": site.digest.language,
        "datePublished": _moment(story.first_seen),
        "dateModified": _moment(changed(story)),
        "isAccessibleForFree": True,
        "author": name,
        "publisher": name,
        "about": [
            {"@type": "Thing", "name": topic.name, "url": home and f"{home}topics/{topic.id}/"}
            for topic in site.topics_of(story)
        ],
        "isBasedOn": _based_on(story),
        "citation": [_source(article, site) for article in story.articles],
        "correction": [_correction(event) for event in corrections(story)],
    }
    return _written(whole)


def structured_front(site: Site) -> Data:
    """Return the digest as JSON-LD: a web site, its search where it has an address, and the rules it works by."""
    home = address(site.digest.url)
    rules = {"publishingPrinciples": f"{home}method/", "correctionsPolicy": f"{home}corrections/"} if home else {}
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{home}{SEARCH}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    whole = {
        **_site(site),
        "description": site.digest.description,
        "inLanguage": site.digest.language,
        "dateModified": _moment(site.changed),
        "publisher": {**_digest(site), **rules},
        "potentialAction": search if home else None,
    }
    return _written(whole)


def structured_edition(path: str, title: str, days: str, stories: Sequence[Story], site: Site) -> Data:
    """Return the edition at `path` as JSON-LD; `days` are those it is of, as ISO 8601 has a day or an interval."""
    return _written({**_collection(served(path), title, stories, site), "temporalCoverage": days})


def structured_topic(topic: Topic, path: str, stories: Sequence[Story], site: Site) -> Data:
    """Return the page of a topic as JSON-LD, with what the topic is."""
    about = {
        "@type": "Thing",
        "name": topic.name,
        "description": topic.description,
        "sameAs": [known for each in topic.same_as if (known := address(each))],
    }
    return _written({**_collection(served(path), topic.name, stories, site), "about": about})


def structured_source(publisher: Publisher, title: str, stories: Sequence[Story], site: Site) -> Data:
    """Return the page of a source as JSON-LD, with who it is as far as its name and its file say."""
    about: dict[str, Any] | None = {"@type": "Organization", "name": publisher.name} if publisher.name else None
    if about and publisher.source:
        about |= _publisher(publisher.source)
    return _written({**_collection(served(publisher.page), title, stories, site), "about": about})


def structured_corrections(path: str, found: Sequence[tuple[Event, Story]], site: Site) -> Data:
    """Return the corrections as JSON-LD: each story with what was corrected, the newest correction first."""
    home = address(site.digest.url)
    told: dict[str, list[Event]] = {}
    stories = {story.id: story for _, story in found[:_LISTED]}
    for event, story in found[:_LISTED]:
        told.setdefault(story.id, []).append(event)
    parts = [
        {
            "@type": "NewsArticle",
            "headline": story.headline,
            "url": home and f"{home}{story.path}/",
            "correction": [_correction(event) for event in told[story.id]],
        }
        for story in stories.values()
    ]
    dated = [event.at for event, _ in found if event.at]
    about = {"dateModified": _moment(max(dated, default=None)), "hasPart": parts}
    return _written({**_page(served(path), say("Corrections"), site), **about})


def _digest(site: Site) -> dict[str, Any]:
    return {"@type": "Organization", "name": site.digest.title, "url": address(site.digest.url)}


def _site(site: Site) -> dict[str, Any]:
    return {"@type": "WebSite", "name": site.digest.title, "url": address(site.digest.url)}


def _page(at: str, name: str, site: Site) -> dict[str, Any]:
    home = address(site.digest.url)
    return {
        "@type": "CollectionPage",
        "name": name,
        "url": home and home + at,
        "inLanguage": site.digest.language,
        "isPartOf": _site(site),
    }


def _collection(at: str, name: str, stories: Sequence[Story], site: Site) -> dict[str, Any]:
    """A page with a list of stories: how many, and the first of them by headline and address."""
    home = address(site.digest.url)
    rows = [
        {"@type": "ListItem", "position": number, "name": story.headline, "url": home and f"{home}{story.path}/"}
        for number, story in enumerate(stories[:_LISTED], 1)
    ]
    listed = {"@type": "ItemList", "numberOfItems": len(stories), "itemListElement": rows}
    return {**_page(at, name, site), "dateModified": _moment(last_changed(stories)), "mainEntity": listed}


def _publisher(source: Source) -> dict[str, Any]:
    """Who a source is; one that brings what others publish is no news organisation of its own."""
    return {
        "@type": "Organization" if source.aggregator else "NewsMediaOrganization",
        "url": address(source.home),
        "alternateName": list(source.aliases),
        "knowsLanguage": source.language,
        "address": {"@type": "PostalAddress", "addressCountry": source.country} if source.country else None,
        "parentOrganization": {"@type": "Organization", "name": source.owner} if source.owner else None,
    }


def _source(article: Article, site: Site) -> dict[str, Any]:
    publisher = site.publisher(article)
    return {
        "@type": "NewsArticle",
        "headline": article.title,
        "url": address(article.url),
        "datePublished": _published(article.published),
        "author": {"@type": "Person", "name": article.byline} if article.byline else None,
        "publisher": {"@type": "Organization", "name": publisher.name} if publisher.name else None,
        "isAccessibleForFree": False if publisher.source and publisher.source.paywall else None,
        "usageInfo": site.terms(article),
    }


def _based_on(story: Story) -> list[str]:
    citations = [citation for point in story.points for citation in point.citations]
    citations += [citation for point in story.points for said in point.beside for citation in said.citations]
    citations += [citation for figure in story.figures for value in figure.values for citation in value.citations]
    citations += [citation for quote in story.quotes for citation in quote.citations]
    citations += [citation for said in story.only_in for citation in said.citations]
    cited = {citation.article_id for citation in citations}
    found = (address(article.url) for article in story.articles if article.id in cited or article.id == story.headline_by)
    return list(dict.fromkeys(each for each in found if each))


def _correction(event: Event) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": befell(event), "datePublished": _moment(event.at)}


def _moment(at: datetime | None) -> str | None:
    return dates.rfc3339(at) if at else None


def _published(when: When | None) -> str | None:
    """A date as exactly as it is known; none that was inferred, which its publisher never gave."""
    if when is None or when.inferred:
        return None
    if when.precision == "time":
        return dates.rfc3339(when.at)
    return dates.key(when.at)[: 7 if when.precision == "month" else 10]


def _written(whole: dict[str, Any]) -> Data:
    return data(_known({"@context": "https://schema.org", **whole}))


def _known(value: Any) -> Any:
    """The value without what is not known: no empty field says that there is nothing."""
    if isinstance(value, dict):
        return {key: _known(each) for key, each in value.items() if each not in (None, "", [])}
    return [_known(each) for each in value] if isinstance(value, list) else value
