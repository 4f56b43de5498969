"""The table of a story's sources: a row each, with the way back to the lines that cite it, and the copies beneath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from digest.model import Article, Markdown, Story
from digest.render import dates
from digest.render.citations import Citations
from digest.render.escape import escape, link, outward, own
from digest.render.page import up
from digest.render.site import Site
from digest.render.spoken import foreign, within
from digest.render.wording import listed
from digest.translations import percent, say


def known_columns(story: Story, site: Site) -> dict[str, bool]:
    """Tell of each column that may be left out, in their order, whether anything is known in it of any article."""
    articles = story.articles
    return {
        "author": any(article.byline for article in articles),
        "published": any(article.published or article.seen for article in articles),
        "role": any(role.role != "unknown" for role in story.roles) or bool(story.withdrawn),
        "terms": any(map(site.terms, articles)),
    }


def rows(cited: Citations, site: Site, first_cited: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the rows; `first_cited` has by article id the address of the first line that cites it."""
    return [
        _row(number, article, site, cited, first_cited.get(article.id))
        for number, article in enumerate(cited.story.articles, 1)
    ]


def _row(number: int, article: Article, site: Site, cited: Citations, line: str | None) -> dict[str, str]:
    story, publisher = cited.story, site.publisher(article)
    role = next((role for role in story.roles if role.article_id == article.id), None)
    named = link(publisher.name or say("not named"), f"{up(story.path)}{publisher.page}")
    marks = [say("in summary")] if article.text == "brief" and not cited.only_summaries else []
    marks += [say("paywall")] if publisher.source and publisher.source.paywall else []
    marks += [language.upper()] if (language := foreign(article.language)) else []
    roles = {"original": say("reporting of its own"), "unknown": say("origin unknown")}
    words = say("Back to the line that cites source {number}", number=number)
    back = f'[↩\ufe0e](#{line}){{ .back aria-label="{words}" }}' if line else ""
    title = within(outward(article.title, article.url), article.language)
    return {
        "number": own(f'<span id="s{number}">{number}</span>{back}'),
        "publisher": named if publisher.name else own(f"*{named}*"),
        "title": own("".join([title, *(f' <span class="tag">{mark}</span>' for mark in marks)])),
        "author": article.byline or say("unknown"),
        "published": _published(article),
        "role": roles.get(role.role) or say("repeats {names}", names=listed(role.repeats)) if role else roles["unknown"],
        "terms": site.terms(article) or say("none stated"),
    }


def _published(article: Article) -> Markdown:
    """When an article came out in words, and for sorting."""
    words = dates.printed(article.published)
    if article.published is None and article.seen:
        words = say("{date} (seen {day})", date=words, day=dates.day(article.seen))
    at = article.published.at if article.published else article.seen
    return own(f'<time datetime="{dates.rfc3339(at)}">{escape(words)}</time>') if at else escape(words)


def copies(story: Story, site: Site) -> Iterator[Markdown]:
    """Yield a line for each copy that is folded into an article: whose it is, and how much both have in common."""
    for number, article in enumerate(story.articles, 1):
        for copy in article.copies:
            publisher = site.publisher(copy.article)
            by = link(publisher.name or say("not named"), f"{up(story.path)}{publisher.page}")
            told = (
                say("{by}: {title}, published {date}; another version of [source {number}]({row}), {share} in common")
                if copy.kind == "version"
                else say("{by}: {title}, published {date}; the same text as [source {number}]({row}), {share} in common")
            )
            share = percent(copy.share, f"{round(copy.share * 100)}%")
            title = within(outward(copy.article.title, copy.article.url), copy.article.language)
            when = dates.printed(copy.article.published)
            yield own(told.format(by=by, title=title, date=when, number=number, row=f"#s{number}", share=share))
