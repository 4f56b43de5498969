"""The table of a story's sources: a row each, with the way back to the lines that cite it, and the copies beneath."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digest.model import Article, Markdown, Story
from digest.render import dates
from digest.render.citations import Citations
from digest.render.escape import escape, link, outward, own
from digest.render.page import up
from digest.render.site import Site
from digest.render.spoken import foreign

UNKNOWN = {"author": "unknown", "published": "unknown", "role": "unknown", "terms": "none stated"}
"""What stands in a column of the table where nothing is known, in the order of the columns."""


def known_columns(rows: Sequence[Mapping[str, str]], *, withdrawn: bool) -> dict[str, bool]:
    """Tell of each column that may be left out whether any row has something to say in it."""
    found = {name: any(row[name] != words for row in rows) for name, words in UNKNOWN.items()}
    return {**found, "role": found["role"] or withdrawn}


def rows(cited: Citations, site: Site, first_cited: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the rows; `first_cited` has by article id the address of the first line that cites it."""
    return [
        _row(number, article, site, cited, first_cited.get(article.id))
        for number, article in enumerate(cited.story.articles, 1)
    ]


def _row(number: int, article: Article, site: Site, cited: Citations, line: str | None) -> dict[str, str]:
    story, publisher = cited.story, site.publisher(article)
    role = next((role for role in story.roles if role.article_id == article.id), None)
    named = link(publisher.name or "not named", f"{up(story.path)}{publisher.page}")
    marks = ["in summary"] if article.text == "brief" and not cited.only_summaries else []
    marks += ["paywall"] if publisher.source and publisher.source.paywall else []
    marks += [language.upper()] if (language := foreign(article.language, site.digest)) else []
    roles = {"original": "reporting of its own", "unknown": UNKNOWN["role"]}
    back = f'[↩\ufe0e](#{line}){{ .back aria-label="Back to the line that cites source {number}" }}' if line else ""
    return {
        "number": own(f'<span id="s{number}">{number}</span>{back}'),
        "publisher": named if publisher.name else own(f"*{named}*"),
        "title": own("".join([outward(article.title, article.url), *(f' <span class="tag">{m}</span>' for m in marks)])),
        "author": article.byline or UNKNOWN["author"],
        "published": _published(article),
        "role": roles.get(role.role, "repeats " + ", ".join(role.repeats)) if role else UNKNOWN["role"],
        "terms": site.terms(article) or UNKNOWN["terms"],
    }


def _published(article: Article) -> Markdown:
    """When an article came out in words, and for sorting."""
    words = dates.printed(article.published)
    if article.published is None and article.seen:
        words += f" (seen {dates.day(article.seen)})"
    at = article.published.at if article.published else article.seen
    return own(f'<time datetime="{dates.rfc3339(at)}">{escape(words)}</time>') if at else escape(words)


def copies(story: Story, site: Site) -> Iterator[Markdown]:
    """Yield a line for each copy that is folded into an article: whose it is, and how much both have in common."""
    for number, article in enumerate(story.articles, 1):
        for copy in article.copies:
            publisher = site.publisher(copy.article)
            by = link(publisher.name or "not named", f"{up(story.path)}{publisher.page}")
            kind = "another version of" if copy.kind == "version" else "the same text as"
            share = f"{round(copy.share * 100)}% in common"
            title = outward(copy.article.title, copy.article.url)
            when = dates.printed(copy.article.published)
            yield own(f"{by}: {title}, published {when}; {kind} [source {number}](#s{number}), {share}")
