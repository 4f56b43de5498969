"""A story's page, top to bottom, and its drawings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from digest.language.marks import PAIRS
from digest.model import Citation, Figure, Markdown, Page, Passage, Point, Story, Text
from digest.render import around, dates, drawings, table
from digest.render.adding import correction_address
from digest.render.agreement import agreement
from digest.render.cards import marks, source_count
from digest.render.changes import corrections
from digest.render.citations import Citations, in_full
from digest.render.escape import escape, joined, link, own
from digest.render.feed_formats import files
from digest.render.feed_formats import links as feed_links
from digest.render.leading import lead_line, several_cited
from digest.render.lines import Lines
from digest.render.origins import coverage, sentences
from digest.render.page import Meta, Part, page, up
from digest.render.search import found_by
from digest.render.site import Site
from digest.render.spoken import before, headline_language, spoken, within
from digest.render.structured import structured
from digest.render.svg import picture
from digest.render.wording import dots, happened, independent, listed, numbered, sources, with_independent
from digest.translations import count, message, say

_KICKER = 2  # topics above a headline; all of them stand further down
_OPEN = 7  # points that are seen at once; the others unfold beneath them
_SHOWN = {
    "coverage": message("When each source came to the story, and who repeats whom; the list says the same in words"),
    "lines": message("Which source carries which line; the numbers behind each line say the same"),
    "differ": message("The values on one axis; the list below says the same in words"),
}


def story_parts(site: Site) -> Iterator[Part]:
    """Yield what renders the page of each story that has articles, and its drawings."""
    for story in site.edition.stories:
        if story.articles:
            yield f"{story.path}.md", partial(story_pages, story, site)


def story_pages(story: Story, site: Site) -> Iterator[Page]:
    """Yield the page of a story and its drawings; CitationError where a citation cannot be read."""
    names = {article.id: site.publisher(article).name or say("not named") for article in story.articles}
    cited, lines = Citations(story, names), Lines()
    came = drawings.told(story, list(names.values()))
    drawn = {
        "coverage": came,
        "lines": None if came else agreement(story, list(names.values())),
        **{f"differ-{number}": drawings.values(figure, _givers(figure, cited)) for number, figure in _differing(story)},
    }
    yield from (Page(path=f"{story.path}.{kind}.svg", text=text) for kind, text in drawn.items() if text)
    name = story.path.rsplit("/", 1)[1]
    pictures = {
        kind: picture(text, f"{name}.{kind}.svg", say(_SHOWN[kind.partition("-")[0]]), lazy=True)
        for kind, text in drawn.items()
    }
    yield page(
        f"{story.path}.md",
        "story",
        _meta(story, cited, site),
        headline=story.headline,
        spoken=own(spoken(headline_language(story))),
        topics=joined(_topic_links(story, site)[:_KICKER]),
        facts=_facts(story, cited, site),
        notes=story.notes,
        briefs_only=cited.only_summaries,
        drawing=pictures["coverage"] or pictures["lines"],
        **_reported(story, cited, site, lines),
        differ=[_figure(figure, cited, lines, pictures[f"differ-{number}"]) for number, figure in _differing(story)],
        origins=sentences(story, cited),
        coverage=_coverage(story),
        sources=table.rows(cited, site, _first_cited(story, lines)),
        known=table.known_columns(story, site),
        withdrawn=[one.reason for one in story.withdrawn],
        copies=list(table.copies(story, site)),
        **_around(story, site, lines),
    )


def _reported(story: Story, cited: Citations, site: Site, lines: Lines) -> dict[str, Any]:
    """What the sources say: points, figures that agree, quotations, what one alone says."""
    return {
        "points": [_point(point, cited, site, lines) for point in story.points[:_OPEN]],
        "more": [_point(point, cited, site, lines) for point in story.points[_OPEN:]],
        "further": count(len(story.points[_OPEN:]), "{number} more statement", "{number} more statements"),
        "compares": any(point.beside for point in story.points),
        "dropped": _dropped(story),
        "agreed": [_agreed(figure, cited) for figure in story.figures if _stands_alone(figure, story)],
        "quotes": [
            {
                "text": within(_unquoted(quote.text), cited.article(quote.citations[0]).language),
                "speaker": within(quote.speaker, cited.article(quote.citations[0]).language),
                "cites": own(f"{cited.marks(quote.citations)}{lines.way(quote.text)}"),
                "variants": [
                    within(_unquoted(variant), cited.article(quote.citations[0]).language) for variant in quote.variants
                ],
            }
            for quote in story.quotes
        ],
        "only_in": [own(f"{cited.said(item.text, item.citations)}{lines.way(item.text)}") for item in story.only_in],
    }


def _around(story: Story, site: Site, lines: Lines) -> dict[str, Any]:
    """What came when, and the ways to other stories."""
    return {
        "timeline": around.timeline(story, site, lines),
        "event": around.event(story, site),
        "event_further": around.further_stories(story, site),
        "related": [
            around.related(item, story, site) for item in story.related if item.id in site.named and item.kind != "continues"
        ],
        "chips": joined(_topic_links(story, site), " "),
        "history": [happened(event) for event in story.history],
        "corrected": bool(corrections(story)),
        "follow": own("" if story.hidden else feed_links(f"{up(story.path)}{story.path}/")),
        "turn": around.turn(story, site),
    }


def _differing(story: Story) -> list[tuple[int, Figure]]:
    return list(enumerate((figure for figure in story.figures if figure.conflict), 1))


def _first_cited(story: Story, lines: Lines) -> dict[str, str]:
    """By the id of each article the address of the first line that cites it."""
    cited = [(citation.article_id, point.text) for point in story.points for citation in point.citations]
    cited += [(citation.article_id, quote.text) for quote in story.quotes for citation in quote.citations]
    cited += [(citation.article_id, item.text) for item in story.only_in for citation in item.citations]
    return {article: lines.address(words) for article, words in reversed(cited)}


def _meta(story: Story, cited: Citations, site: Site) -> Meta:
    said = count(len(story.articles), "Reported by {number} source.", "Reported by {number} sources.")
    if point := lead_line(story):
        by = site.by(point, cited)
        said = f"{by}: {point.text}" if by else point.text
        if cited.in_summary(point.citations[0]):
            said = say("In summary: {words}", words=said)
    meta: Meta = {"title": story.headline, "description": said, "digest_kind": "story"}
    found = found_by(story, site)
    if story.updated:
        meta["date"], meta["month"] = dates.key(story.updated), found["month"][0]
    meta["topics"], meta["sources"], meta["languages"] = found["topic"], found["source"], found["language"]
    meta["card"] = [
        with_independent(source_count(story, site), story),
        *([dates.day(story.updated)] if story.updated else []),
    ]
    meta["marks"] = marks(story, site)
    if story.hidden:
        meta["hidden"] = True
    else:
        meta["feeds"] = files(f"{story.path}/")
    if form := correction_address(story.path, site):
        meta["problem"] = form
    meta["structured"] = structured(story, said, site)
    return meta


def _topic_links(story: Story, site: Site) -> list[str]:
    root = up(story.path)
    return [link(topic.name, f"{root}topics/{topic.id}.md") for topic in site.topics_of(story)]


def _facts(story: Story, cited: Citations, site: Site) -> Markdown:
    parts: list[str] = [own(f"**{source_count(story, site)}**")]
    if known := independent(story):
        parts.append(own(f"**{known}**"))
    if story.first_seen and story.updated:
        parts.append(say("first seen {day}", day=dates.day(story.first_seen)))
        if story.updated != story.first_seen:
            parts.append(say("updated {moment}", moment=dates.moment(story.updated)))
    else:
        months = {article.published.at: article.published for article in story.articles if article.published}
        when = dates.printed(months[min(months)]) if months else ""
        parts.append(say("reported {date}", date=when) if months else say("date not known"))
    number = cited.numbers.get(story.headline_by or "")
    named = link(say("source {numbers}", numbers=number), f"#s{number}")
    parts.append(own(say("headline from {source}", source=named)) if number else say("headline by the editors"))
    return joined(parts)


def _point(point: Point, cited: Citations, site: Site, lines: Lines) -> dict[str, Any]:
    said_by, of = len(cited.sources(in_full(point.citations))), len(cited.story.articles)
    drawn = dots(said_by, of)
    shown = f'<span class="dots" aria-hidden="true">{drawn}</span> ' if drawn else ""
    counted = (
        f' <span class="count">{shown}{say("{number} of {sources}", number=said_by, sources=sources(of))}</span>'
        if of > 1
        else ""
    )
    by = site.by(point, cited)
    differs = f" {link(say('sources differ'), '#where-they-differ')}" if point.disputed else ""
    return {
        "by": say("{name}:", name=by) if by else "",
        "said": own(f"{cited.said(point.text, point.citations)}{cited.in_part(point.citations)}{differs}"),
        "count": own(f"{counted}{lines.way(point.text)}"),
        "beside": [_passage(passage, cited, site) for passage in point.beside],
    }


def _passage(passage: Passage, cited: Citations, site: Site) -> dict[str, Markdown]:
    when = cited.article(passage.citations[0]).published
    by = [before(site.teller(passage.citations[0], cited), None), *([escape(dates.printed(when))] if when else [])]
    return {"said": cited.said(passage.text, passage.citations), "by": own(say("{name}:", name=listed(by)))}


def _dropped(story: Story) -> str:
    if not story.dropped:
        return ""
    return count(
        story.dropped,
        "{number} more extract left out, to show no more of a source than its limit allows.",
        "{number} more extracts left out, to show no more of a source than its limit allows.",
    )


def _givers(figure: Figure, cited: Citations) -> list[Text]:
    """For each value of a figure who gives it, each publisher once."""
    return [
        Text(listed(list(dict.fromkeys(cited.names[citation.article_id] for citation in value.citations))))
        for value in figure.values
    ]


def _figure(figure: Figure, cited: Citations, lines: Lines, drawing: Markdown) -> dict[str, Any]:
    values = []
    dated = any(value.newest for value in figure.values)
    for value, givers in zip(figure.values, _givers(figure, cited), strict=True):
        when = _newest(value.citations, cited)
        words = listed([before(givers, None), *([when] if when else [])])
        if not cited.only_summaries and all(cited.in_summary(citation) for citation in value.citations):
            words += f" · {say('in summary')}"
        words += f" · {say('newest') if value.newest else say('earlier')}" if dated else ""
        by = own(f'{cited.marks(value.citations)} <span class="by">{words}</span>')
        values.append({"text": within(value.text, cited.article(value.citations[0]).language), "by": by})
    label = within(figure.label, cited.article(figure.values[0].citations[0]).language)
    return {"label": label, "rows": values, "way": lines.way(figure.label), "drawing": drawing}


def _agreed(figure: Figure, cited: Citations) -> Markdown:
    """A figure that sources agree on, with all their citations; then what the first says of it, as its words alone."""
    citations = tuple(citation for value in figure.values for citation in value.citations)
    first, value = citations[0], figure.values[0].text
    language, words, name = cited.article(first).language, cited.words(first), escape(cited.names[first.article_id])
    said = f' <span class="by">{name}: {within(words, language)}</span>' if words != value else ""
    return own(f"**{within(value, language)}**{cited.marks(citations)}{said}")


def _stands_alone(figure: Figure, story: Story) -> bool:
    """Tell a figure that sources agree on and that no point of several has shown already."""
    said = " ".join(point.text for point in story.points if several_cited(point.citations))
    return not figure.conflict and not any(value.text in said for value in figure.values)


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
    parts = [listed([dates.day(at), numbered(numbers)]) for at, numbers in coverage(story).days]
    if unknown := coverage(story).undated:
        parts.append(say("no day known for {sources}", sources=numbered(unknown)))
    return say("Reported: {days}", days=say("; ").join(parts))
