"""A story's page, top to bottom, and its drawings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digest.language.speech import PAIRS
from digest.model import Article, Citation, Figure, Markdown, Page, Passage, Point, Related, Story
from digest.render import dates, drawings
from digest.render.cards import told_by
from digest.render.citations import Citations, in_full
from digest.render.escape import escape, joined, link, outward, own
from digest.render.origins import coverage, sentences
from digest.render.page import Meta, page, up
from digest.render.site import Site, lead_line, several_cited
from digest.render.spoken import headline_language, spoken
from digest.render.structured import structured
from digest.render.wording import count, dots, happened, independent, numbered, summarised

_KICKER = 2  # topics above a headline; all of them stand further down
_EVENT = 20  # stories of a running event that a page lists
_LARGEST = 8  # of these, at most, are there for being the largest, the others for being near
_OPEN = 7  # points that are seen at once; the others unfold beneath them


def story_pages(site: Site) -> Iterator[Page]:
    """Yield the page of each story that has articles, and its drawings; CitationError where a citation cannot be read."""
    for story in site.edition.stories:
        if story.articles:
            yield from _story_pages(story, site)


def _story_pages(story: Story, site: Site) -> Iterator[Page]:
    cited = Citations(story)
    names = [site.publisher(article).name or "not named" for article in story.articles]
    drawn = {
        f"{story.path}.repeats.svg": drawings.repeats(story, names),
        f"{story.path}.coverage.svg": drawings.coverage(coverage(story)),
    }
    yield from (Page(path=path, text=text) for path, text in drawn.items() if text)
    yield page(
        f"{story.path}.md",
        "story",
        _meta(story, cited, site),
        headline=story.headline,
        spoken=own(spoken(headline_language(story), site.digest)),
        topics=joined(_topic_links(story, site)[:_KICKER]),
        facts=_facts(story, cited, site),
        notes=story.notes,
        briefs_only=cited.only_summaries,
        points=[_point(point, cited, site) for point in story.points[:_OPEN]],
        more=[_point(point, cited, site) for point in story.points[_OPEN:]],
        further=count(len(story.points[_OPEN:]), "more statement"),
        compares=any(point.beside for point in story.points),
        dropped=_dropped(story),
        agreed=[_agreed(figure, cited) for figure in story.figures if _stands_alone(figure, story)],
        differ=[_figure(figure, cited) for figure in story.figures if figure.conflict],
        quotes=[
            {
                "text": _unquoted(quote.text),
                "speaker": quote.speaker,
                "cites": cited.marks(quote.citations),
                "variants": [_unquoted(variant) for variant in quote.variants],
            }
            for quote in story.quotes
        ],
        only_in=[cited.said(item.text, item.citations) for item in story.only_in],
        origins=sentences(story, cited),
        coverage=_coverage(story),
        drawings={path.rsplit(".", 2)[1]: own(path.rsplit("/", 1)[1]) if text else "" for path, text in drawn.items()},
        sources=[_row(number, article, site, cited) for number, article in enumerate(story.articles, 1)],
        withdrawn=[one.reason for one in story.withdrawn],
        copies=list(_copies(story, site)),
        event=_event(story, site),
        event_further=_left_out(story, site),
        related=[_related(item, story) for item in story.related if item.id in site.named and item.kind != "continues"],
        chips=joined(_topic_links(story, site), " "),
        history=[happened(event) for event in story.history],
        corrected=any(event.kind == "corrected" for event in story.history),
    )


def _meta(story: Story, cited: Citations, site: Site) -> Meta:
    said = f"Reported by {count(len(story.articles), 'source')}."
    if point := lead_line(story):
        by = site.by(point, cited)
        said = f"{by}: {point.text}" if by else point.text
        if cited.in_summary(point.citations[0]):
            said = f"In summary: {said}"
    meta: Meta = {"title": story.headline, "description": said, "digest_kind": "story"}
    if story.updated:
        meta["date"], meta["month"] = dates.key(story.updated), dates.key(story.updated)[:7]
    meta["topics"] = [topic.name for topic in site.topics_of(story)]
    names = [site.publisher(article).name or "not named" for article in story.articles]
    meta["sources"] = list(dict.fromkeys(names))
    if story.hidden:
        meta["hidden"] = True
    else:
        meta["feeds"] = [f"{story.path}/atom.xml"]
    meta["structured"] = structured(story, said, site)
    return meta


def _topic_links(story: Story, site: Site) -> list[str]:
    root = up(story.path)
    return [link(topic.name, f"{root}topics/{topic.id}.md") for topic in site.topics_of(story)]


def _facts(story: Story, cited: Citations, site: Site) -> Markdown:
    parts: list[str] = [own(f"**{told_by(story, site)}**")]
    if known := independent(story):
        parts.append(own(f"**{known}**"))
    elif not all(map(summarised, story.articles)):
        parts.append(own("**independence not assessed**"))
    if story.first_seen and story.updated:
        parts.append(f"first seen {dates.day(story.first_seen)}")
        if story.updated != story.first_seen:
            parts.append(f"updated {dates.moment(story.updated)}")
    else:
        months = {article.published.at: article.published for article in story.articles if article.published}
        parts.append(f"reported {dates.printed(months[min(months)])}" if months else "date not known")
    number = cited.numbers.get(story.headline_by or "")
    parts.append(own(f"headline from {link(f'source {number}', f'#s{number}')}") if number else "headline by the editors")
    return joined(parts)


def _point(point: Point, cited: Citations, site: Site) -> dict[str, Any]:
    said_by, of = len(cited.sources(in_full(point.citations))), len(cited.story.articles)
    drawn = dots(said_by, of)
    shown = f'<span class="dots" aria-hidden="true">{drawn}</span> ' if drawn else ""
    counted = f' <span class="count">{shown}{said_by} of {count(of, "source")}</span>' if of > 1 else ""
    by = site.by(point, cited)
    return {
        "by": f"{by}:" if by else "",
        "said": own(f"{cited.said(point.text, point.citations)}{cited.in_part(point.citations)}"),
        "count": own(counted),
        "beside": [_passage(passage, cited, site) for passage in point.beside],
    }


def _passage(passage: Passage, cited: Citations, site: Site) -> dict[str, str]:
    by, when = site.teller(passage.citations[0], cited), cited.article(passage.citations[0]).published
    return {
        "said": cited.said(passage.text, passage.citations),
        "by": f"{by}, {dates.printed(when)}:" if when else f"{by}:",
    }


def _dropped(story: Story) -> str:
    if not story.dropped:
        return ""
    return f"{count(story.dropped, 'more extract')} left out, to show no more of a source than its limit allows."


def _figure(figure: Figure, cited: Citations) -> dict[str, Any]:
    values = []
    for value in figure.values:
        when = _newest(value.citations, cited)
        words = f"{numbered(cited.sources(value.citations))}{f', {when}' if when else ''}"
        if not cited.only_summaries and all(cited.in_summary(citation) for citation in value.citations):
            words += " · in summary"
        words += " · newest" if value.newest else ""
        by = own(f'{cited.marks(value.citations)} <span class="by">{words}</span>')
        values.append({"text": value.text, "by": by})
    return {"label": figure.label, "rows": values}


def _agreed(figure: Figure, cited: Citations) -> Markdown:
    """A figure that sources agree on, in the words of the first of them: what is measured needs no label of ours."""
    citations = tuple(citation for value in figure.values for citation in value.citations)
    return cited.said(cited.words(citations[0]), citations)


def _stands_alone(figure: Figure, story: Story) -> bool:
    """Tell a figure that sources agree on and that no point of several has shown already."""
    said = " ".join(point.text for point in story.points if several_cited(point.citations))
    return not figure.conflict and not all(value.text in said for value in figure.values)


def _newest(citations: tuple[Citation, ...], cited: Citations) -> str:
    dated = [article.published for article in map(cited.article, citations) if article.published]
    return dates.printed(max(dated, key=lambda when: when.at)) if dated else ""


def _unquoted(words: str) -> str:
    """The words without quotation marks around the whole, which the page sets itself."""
    for opening, closing in PAIRS:
        inner = words[1:-1]
        if words.startswith(opening) and words.endswith(closing) and opening not in inner and closing not in inner:
            return inner
    return words


def _coverage(story: Story) -> str:
    parts = [f"{dates.day(at)}, {numbered(numbers)}" for at, numbers in coverage(story).days]
    if unknown := coverage(story).undated:
        parts.append(f"no day known for {numbered(unknown)}")
    return "; ".join(parts) + "."


def _row(number: int, article: Article, site: Site, cited: Citations) -> dict[str, str]:
    story, publisher = cited.story, site.publisher(article)
    role = next((role for role in story.roles if role.article_id == article.id), None)
    title = outward(article.title, article.url)
    named = link(publisher.name or "not named", f"{up(story.path)}{publisher.page}")
    summary = article.text == "brief" and not cited.only_summaries
    roles = {"original": "reporting of its own", "unknown": "unknown"}
    published = dates.printed(article.published)
    if article.published is None and article.seen:
        published += f" (seen {dates.day(article.seen)})"
    return {
        "number": own(f'<span id="s{number}">{number}</span>'),
        "publisher": named if publisher.name else own(f"*{named}*"),
        "title": own(f'{title} <span class="brief">in summary</span>') if summary else title,
        "author": article.byline or "unknown",
        "published": published,
        "role": roles.get(role.role, "repeats " + ", ".join(role.repeats)) if role else "unknown",
        "terms": site.terms(article) or "none stated",
    }


def _copies(story: Story, site: Site) -> Iterator[Markdown]:
    for number, article in enumerate(story.articles, 1):
        for copy in article.copies:
            publisher = site.publisher(copy.article)
            by = link(publisher.name or "not named", f"{up(story.path)}{publisher.page}")
            kind = "another version of" if copy.kind == "version" else "the same text as"
            share = f"{round(copy.share * 100)}% in common"
            title = outward(copy.article.title, copy.article.url)
            when = dates.printed(copy.article.published)
            yield own(f"{by}: {title}, published {when}; {kind} [source {number}](#s{number}), {share}")


def _event(story: Story, site: Site) -> list[dict[str, Any]]:
    """The stories of the running event that a story belongs to, with itself, the oldest first; none where it is alone."""
    why = {item.id: _why(item) for item in story.related}
    lines: list[dict[str, Any]] = []
    for one in _shown(story, site):
        began = min((at for article in one.articles if (at := dates.reported(article))), default=None)
        named = link(one.headline, f"{up(story.path)}{one.path}.md")
        facts = [told_by(one, site), "this page"] if one is story else [told_by(one, site), why.get(one.id, "")]
        lines.append(
            {
                "day": dates.day(began) if began else "Date not known",
                "link": own(f"**{escape(one.headline)}**") if one is story else named,
                "meta": joined(fact for fact in facts if fact),
            }
        )
    return lines


def _shown(story: Story, site: Site) -> list[Story]:
    """The stories of a running event that a page lists, the oldest first.

    Where there are more than find room, these are the page's own, the first, the largest, and those nearest to its own.
    """
    event = site.events.get(story.id, (story,))
    if len(event) < 2:
        return []
    mine = event.index(story)
    large = sorted(event, key=lambda one: (-site.size(one.articles), event.index(one)))
    near = sorted(event, key=lambda one: (abs(event.index(one) - mine), event.index(one)))
    kept = list(dict.fromkeys(one.id for one in (story, event[0], *large[:_LARGEST], *near)))[:_EVENT]
    return [one for one in event if one.id in kept]


def _left_out(story: Story, site: Site) -> str:
    """How many further stories a running event has."""
    further = len(site.events.get(story.id, ())) - len(_shown(story, site)) if _shown(story, site) else 0
    return (
        f"{count(further, 'further story', 'further stories')} of this event, each with a page of its own."
        if further
        else ""
    )


def _related(item: Related, story: Story) -> dict[str, str]:
    lead = "Same subject, later:" if item.later else "Same subject:"
    return {"lead": lead, "link": link(item.headline, f"{up(story.path)}{item.path}.md"), "why": _why(item)}


def _why(item: Related) -> str:
    return f"shares: {', '.join(item.why)}" if item.why else ""
