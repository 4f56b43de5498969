"""The edition of a day or a week as a mail (RFC 5322): text and HTML, the citations as notes, nothing fetched to read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from digest.common.hosts import host_of
from digest.language import language_of
from digest.model import Citation, Passage, Point, Story
from digest.render import dates
from digest.render.citations import Citations, in_full
from digest.render.editions import WEEK, came_in_order, edition_path, week_span, week_stories, week_title, weeks_of
from digest.render.escape import address, own, plain
from digest.render.leading import lead_line, title_line
from digest.render.page import served
from digest.render.site import Site
from digest.render.spoken import headline_language, spoken
from digest.render.wording import sources, with_independent
from digest.translations import count, in_force, in_language, say

_STORIES = 15  # of a day with lines of their own; the others are on its page
_LINES = 3  # of a story


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issue:
    """What one mail is of: its name, the words before it, its days, and the stories with and without lines in it."""

    name: str
    kicker: str
    days: Sequence[str]
    stories: Sequence[Story]
    further: Sequence[Story]
    span: str


@dataclass(kw_only=True)
class _Notes:
    """The notes of a mail: what each number stands for, in order."""

    site: Site
    rows: list[dict[str, Any]] = field(default_factory=list)

    def numbers(self, citations: Iterable[Citation], cited: Citations) -> list[int]:
        """Add a note for each of these citations and return their numbers."""
        found = []
        for citation in citations:
            article = cited.article(citation)
            row = {
                "publisher": plain(self.site.publisher(article).name or say("publisher not named")),
                "title": plain(article.title),
                "spoken": own(spoken(article.language)),
                "link": address(article.url) or "",
                "words": plain(cited.words(citation)),
                "summary": cited.in_summary(citation),
                "terms": plain(self.site.terms(article) or ""),
            }
            if row not in self.rows:
                self.rows.append(row)
            found.append(self.rows.index(row) + 1)
        return sorted(set(found))


def mail(key: str, site: Site) -> bytes:
    """Return the edition of the day "2026-06-05" or the week "2026-w23" as the bytes of an .eml; KeyError where it has none.

    The same edition gives the same bytes: the date is that of its newest article, the boundary and the id are hashes.
    """
    with in_language(site.digest.language):
        return _mail(key, site)


def _mail(key: str, site: Site) -> bytes:
    issue = _week(key, site) if WEEK.fullmatch(key) else _day(key, site)
    values = _values(key, issue, site)
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = _sender(plain(site.digest.mail.sender or ""))
    message["To"] = "undisclosed-recipients:;"
    message["Subject"] = f"{values['title']}: {issue.name}"
    message["Date"] = _newest(issue.days, site)
    mark = hashlib.sha256(f"{site.digest.title} {site.digest.url} {key}".encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{mark}@{host_of(site.digest.url) or 'digest.invalid'}>"
    if site.digest.mail.unsubscribe:
        message["List-Unsubscribe"] = f"<{site.digest.mail.unsubscribe}>"
    message.set_content(_template("mail.txt.j2").render(values), cte="quoted-printable")
    message.add_alternative(_template("mail.html.j2").render(values), subtype="html", cte="quoted-printable")
    message.set_boundary(f"digest-{mark}")
    return message.as_bytes()


def _day(key: str, site: Site) -> _Issue:
    stories = came_in_order(site.days[key], [key], site)
    name = dates.weekday(dates.start(key))
    shown, further = stories[:_STORIES], stories[_STORIES:]
    return _Issue(name=name, kicker=name, days=[key], stories=shown, further=further, span="day")


def _week(key: str, site: Site) -> _Issue:
    days = weeks_of(site)[key]
    stories, further = week_stories(days, site)
    kicker = say("{title}, {span}", title=week_title(len(stories)), span=week_span(key))
    name = kicker if in_force() else f"{kicker[0].lower()}{kicker[1:]}"
    return _Issue(name=name, kicker=kicker, days=days, stories=stories, further=further, span="week")


def _values(key: str, issue: _Issue, site: Site) -> dict[str, Any]:
    home = address(site.digest.url) or ""
    notes, further = _Notes(site=site), len(issue.further)
    stories = [_story(story, notes, home, site) for story in issue.stories]
    return {
        "title": plain(site.digest.title),
        "kicker": issue.kicker,
        "language": site.digest.language,
        "direction": language_of(site.digest.language).direction,
        "stories": stories,
        "summaries_only": all(line["summary"] for story in stories for line in story["lines"]),
        "notes": notes.rows,
        "further": _further(further, issue.span) if further else "",
        "page": home and home + served(edition_path(key)),
        "unsubscribe": site.digest.mail.unsubscribe or "",
    }


def _story(story: Story, notes: _Notes, home: str, site: Site) -> dict[str, Any]:
    cited = Citations(story)
    first: Point | Passage = lead_line(story) or title_line(story.articles[0])
    lines = [first, *(point for point in story.points if point is not first)][:_LINES]
    return {
        "headline": plain(story.headline),
        "spoken": own(spoken(headline_language(story))),
        "link": home and f"{home}{story.path}/",
        "facts": with_independent(sources(len(story.articles)), story),
        "lines": [
            {
                "by": plain(site.by(line, cited)),
                "text": plain(line.text),
                "spoken": own(spoken(cited.article(line.citations[0]).language)),
                "summary": cited.in_summary(line.citations[0]),
                "numbers": "".join(f"[{number}]" for number in notes.numbers(in_full(line.citations), cited)),
            }
            for line in lines
        ],
    }


def _further(number: int, span: str) -> str:
    """How many further stories of the day or the week stand on its page."""
    if span == "day":
        return count(number, "{number} more story of this day", "{number} more stories of this day")
    return count(number, "{number} more story of this week", "{number} more stories of this week")


def _sender(written: str) -> Address:
    """Read "A name <name@example.org>", or an address alone."""
    name, _, spec = written.rpartition("<")
    return Address(display_name=name.strip(), addr_spec=spec.rstrip(">"))


def _newest(days: Sequence[str], site: Site) -> datetime:
    articles = (article for day in days for story in site.days[day] for article in story.articles)
    return max(one.day.astimezone(UTC) for one in articles if one.day and dates.key(one.day) in days)


@cache
def _template(name: str) -> Any:
    environment = Environment(
        loader=PackageLoader("digest.render"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html.j2"]),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["_"] = say  # what it returns is words, and in HTML escaped whole
    return environment.get_template(name)
