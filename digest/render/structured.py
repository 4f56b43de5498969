"""What a story's page says of itself to machines: JSON-LD in the words of schema.org (https://schema.org/NewsArticle).

`citation` has every source of the story, `isBasedOn` the addresses of those whose words stand on the page.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from digest.model import Article, Event, Story, When
from digest.render import dates
from digest.render.changes import changed, corrections
from digest.render.escape import Data, address, data
from digest.render.site import Site


def structured(story: Story, said: str, site: Site) -> Data:
    """Return the story as JSON-LD; `said` is the page's description. Addresses are there where the digest has one."""
    home = address(site.digest.url)
    name = {"@type": "Organization", "name": site.digest.title, "url": home}
    whole = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": home and f"{home}{story.path}/",
        "headline": story.headline,
        "description": said,
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
    return data(_known(whole))


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
    words = f"{event.text}: {event.subject}" if event.subject else event.text
    return {"@type": "CorrectionComment", "text": words, "datePublished": _moment(event.at)}


def _moment(at: datetime | None) -> str | None:
    return dates.rfc3339(at) if at else None


def _published(when: When | None) -> str | None:
    """A date as exactly as it is known; none that was inferred, which its publisher never gave."""
    if when is None or when.inferred:
        return None
    if when.precision == "time":
        return dates.rfc3339(when.at)
    return dates.key(when.at)[: 7 if when.precision == "month" else 10]


def _known(value: Any) -> Any:
    """The value without what is not known: no empty field says that there is nothing."""
    if isinstance(value, dict):
        return {key: _known(each) for key, each in value.items() if each not in (None, "", [])}
    return [_known(each) for each in value] if isinstance(value, list) else value
