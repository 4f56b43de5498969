"""A story in a list: as a card with a cited line, or as one line. And lists parted into pages that stay light."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from digest.model import Markdown, Page, Passage, Point, Story
from digest.render import dates
from digest.render.citations import Citations, in_full
from digest.render.escape import address, joined, link, outward, own
from digest.render.leading import lead_line
from digest.render.page import Meta, page, up
from digest.render.site import Site, freshest
from digest.render.spoken import before, headline_language, spoken
from digest.render.wording import articles, items, publishers, sources, with_independent
from digest.translations import count, say

_CARRIED = 6  # publishers named on a card; more are counted
PER_PAGE = 100  # lines of a long list on one page
_T = TypeVar("_T")


def card(
    story: Story,
    site: Site,
    path: str,
    *,
    lead: bool = False,
    front: bool = False,
    top: bool = False,
    tied: str = "",
    section: str = "",
) -> dict[str, Any]:
    """Return a story for card.md.j2 on the page at `path`: headline, a cited line, who carries it, facts, terms.

    `tied` says which other stories are of its event, `section` is the topic it stands under already; at the `top` of a page
    it stands under no heading but the page's own. On the `front` what is new is counted, and what came out on the
    edition's own day shows the hour and not the day. `summary` says that its line is in a contributor's words.
    """
    root, cited = up(path), Citations(story)
    topics = [link(topic.name, f"{root}topics/{topic.id}.md") for topic in site.topics_of(story) if topic.id != section]
    facts: list[str] = [own(with_independent(f"**{source_count(story, site)}**", story))]
    if front:
        facts.extend(_news(story, site, lead=lead))
    if when := freshest(story):
        facts.append(_age(when, site) if front else dates.unbroken(dates.day(when)))
    facts.extend(topics[:1] if not lead else [])
    line, summary = own(""), False
    if said := lead_line(story):
        by, summary = site.by(said, cited), cited.in_summary(said.citations[0])
        line = cited.stated(said.text, said.citations, f"{root}{story.path}.md")
        if by:
            name = before(by, cited.article(said.citations[0]).language)
            line = own(say("{before}: {after}", before=name, after=line))
    level = "##" if lead or top else "###"
    return {
        "shape": own("lead" if lead else "item"),
        "kicker": joined(topics[:2]) if lead else "",
        "heading": own(
            f"{level} {link(story.headline, f'{root}{story.path}.md')} {{ #t-{story.id}{spoken(headline_language(story))} }}"
        ),
        "line": line,
        "summary": summary,
        "carried": carried(story, site, f"{root}{story.path}.md"),
        "meta": joined(facts),
        "tied": tied,
        "terms": _terms(said, story, site) if said else "",
    }


def summaries_only(cards: Iterable[dict[str, Any]]) -> bool:
    """Tell whether all that cards say is in a contributor's words: then their page says so once, and no card does."""
    lines = [each["summary"] for each in cards if each["line"]]
    return bool(lines) and all(lines)


def carried(story: Story, site: Site, page: str) -> Markdown:
    """Return who carries a story, each publisher once, those with reporting of their own first and marked as such.

    Each name leads to the article, where its address is known, else to its row on the story's `page`.
    """
    original = {role.article_id for role in story.roles if role.role == "original"}
    shown: dict[str, tuple[bool, str, str]] = {}
    unnamed = 0
    for number, article in enumerate(story.articles, 1):
        publisher = site.publisher(article)
        if publisher.name is None:
            unnamed += 1
            continue
        mine = (article.id not in original, publisher.name, address(article.url) or f"{page}#s{number}")
        shown[publisher.page] = min(shown.get(publisher.page, mine), mine, key=lambda each: each[0])
    marks = []
    for other, name, target in sorted(shown.values(), key=lambda each: each[0]):
        said = "" if other else f'<span class="unseen"> ({say("reporting of its own")})</span>'
        named = outward(name, target) if "://" in target else link(name, target)
        marks.append(f'<span class="{"who" if other else "who own"}">{named}{said}</span>')
    if unnamed:
        marks.append(f'<span class="who">{count(unnamed, "{number} not named", "{number} not named")}</span>')
    hidden = len(marks) - _CARRIED
    further = [link(count(hidden, "{number} more", "{number} more"), f"{page}#sources")] if hidden > 0 else []
    return own(" ".join([*marks[:_CARRIED], *further]))


def marks(story: Story, site: Site) -> str:
    """Return a mark for each publisher that carries a story, those with reporting of their own first: "●○○"."""
    original = {role.article_id for role in story.roles if role.role == "original"}
    mine: dict[str, bool] = {}
    for article in story.articles:
        voice = site.publisher(article).page
        mine[voice] = mine.get(voice, False) or article.id in original
    return "".join("●" if own_reporting else "○" for own_reporting in sorted(mine.values(), reverse=True))


def line(story: Story, site: Site, path: str) -> dict[str, Any]:
    """Return a story for lines.md.j2 on the page at `path`: headline and facts."""
    facts: list[str] = []
    if not site.several(story):
        publisher = site.publisher(story.articles[0])
        facts.append(link(publisher.name or say("publisher not named"), f"{up(path)}{publisher.page}"))
        if len(story.articles) > 1:
            facts.append(items(len(story.articles)))
    else:
        facts.append(with_independent(sources(len(story.articles)), story))
    if when := freshest(story):
        facts.append(dates.unbroken(dates.day(when)))
    words = spoken(headline_language(story))
    said = link(story.headline, f"{up(path)}{story.path}.md")
    return {"link": own(f"{said}{{{words} }}") if words else said, "meta": joined(facts)}


def source_count(story: Story, site: Site) -> str:
    """Return "5 sources", or "5 articles of 3 publishers" where one of them has several."""
    total, voices = len(story.articles), site.voices[story.id]
    if voices == total:
        return sources(total)
    if voices == 1:
        return count(total, "{number} article of one publisher", "{number} articles of one publisher")
    return say("{articles} of {publishers}", articles=articles(total), publishers=publishers(voices))


def _age(when: datetime, site: Site) -> Markdown:
    """When the newest of a story came out, as an element that a script may turn into how long ago that is."""
    time = dates.clock(when)
    words = time if time and dates.key(when) == site.window[0] else dates.unbroken(dates.day(when))
    return own(f'<time datetime="{dates.rfc3339(when) if time else dates.key(when)}">{words}</time>')


def by_month(items: Iterable[_T], when: Callable[[_T], datetime | None]) -> list[tuple[str, list[_T]]]:
    """Part items that stand newest first into months, those without a date at the end."""
    groups: dict[str, list[_T]] = {}
    for item in items:
        at = when(item)
        groups.setdefault(dates.month(at) if at else say("Date not known"), []).append(item)
    return list(groups.items())


def paged(
    path: str, template: str, meta: Meta, items: Sequence[_T], fill: Callable[[Sequence[_T], str], dict[str, Any]]
) -> Iterable[Page]:
    """Yield the pages of a long list: `path`, then `<path>/2.md` and on; `fill` gives each page its values."""
    parts = [items[start : start + PER_PAGE] for start in range(0, len(items), PER_PAGE)] or [items]
    paths = [path] + [f"{path.removesuffix('.md').removesuffix('/index')}/{n}.md" for n in range(2, len(parts) + 1)]
    for number, (part, here) in enumerate(zip(parts, paths, strict=True)):
        titled = meta if number == 0 else _further(meta, number + 1)
        yield page(here, template, titled, pager=_pager(number, paths), **fill(part, here))


def _further(meta: Meta, number: int) -> Meta:
    """The front matter of a further page: what the first says of the whole list is said once."""
    title = say("{title}, page {number}", title=meta["title"], number=number)
    return {**{key: value for key, value in meta.items() if key != "structured"}, "title": title}


def _pager(number: int, paths: Sequence[str]) -> Markdown | str:
    if len(paths) == 1:
        return ""
    root, steps = up(paths[number]), [say("Page {number} of {total}", number=number + 1, total=len(paths))]
    ways = (
        (say("first page"), 0),
        (say("previous"), number - 1),
        (say("next"), number + 1),
        (say("last page"), len(paths) - 1),
    )
    for words, target in ways:
        if 0 <= target < len(paths) and target != number:
            steps.append(link(words, root + paths[target]))
    return joined(steps)


def _news(story: Story, site: Site, *, lead: bool) -> list[str]:
    """How much of a story is new since the last edition; of the lead also how many figures differ."""
    came = [at for article in story.articles if (at := dates.reported(article))]
    new = sum(dates.key(at) >= site.window[0] for at in came)
    facts = []
    if new and new == len(story.articles):
        facts.append(own(f'<span class="new">{say("New")}</span>'))
    elif new and site.last_edition:
        since = dates.unbroken(dates.short(dates.start(site.last_edition)))
        words = count(new, "{number} new since {day}", "{number} new since {day}", day=since)
        facts.append(own(f'<span class="new">{words}</span>'))
    differ = sum(1 for figure in story.figures if figure.conflict) if lead else 0
    return facts + ([count(differ, "{number} figure differs", "{number} figures differ")] if differ else [])


def _terms(point: Point | Passage, story: Story, site: Site) -> str:
    """What the sources of the line shown ask for, each once."""
    cited = {citation.article_id for citation in in_full(point.citations)}
    asked: dict[str, None] = {}
    for article in story.articles:
        if article.id in cited and (terms := site.terms(article)):
            asked[f"{site.publisher(article).name or say('Publisher not named')}: {terms}"] = None
    return " · ".join(asked)
