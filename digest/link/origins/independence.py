"""Who repeats whom, and how many reported on their own.

An article counts as *original* only on positive evidence: words that name its own publisher as the one who was told, who
asked, learned or obtained; an interview or a credit of its own staff; or another member that names it as the source of the
news. It *repeats* where it attributes the news itself to another outlet (near the top, or by an agency's mark, byline or
credit) and shows no reporting of its own. Otherwise it is *unknown*, adds nothing, and makes the number a lower bound.

In doubt the count is the lower one, and a lower bound: who is named for a detail far down is an origin, but not counted;
what somebody told to several outlets is one statement, so those are one, and add nothing where one of them counts anyway;
who is named by links alone, which may lead to any printer of the news, adds nothing where another counts;
reporting by publishers nobody knows is one, and adds nothing beside an origin outside the story, which they may be.
Where nothing at all is established the number is None: not assessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from digest.language import language_of
from digest.language.clauses import clauses
from digest.link.origins.attribution import Cue, author, cues, in_title
from digest.link.origins.copy_cues import copy_cues
from digest.link.outlets import Outlet, Outlets
from digest.link.reading import Reading, Split
from digest.model import Article, Citation, Origin, Role, Source, Text

_LEAD = 6
"""Sentences at the top of an article whose attribution is that of the news, not of a detail."""
_OPENING = 3
"""The same for an outlet that somebody spoke to: further down it is where words were said, not where the news is from."""
_EARLY = 15
"""The same for an outlet that is said to have had the news first."""
_OFTEN = 3
"""Attributions to one outlet from which an article as a whole follows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What link knows about a story's reporting: origins, a role for each article, and the count with its honesty."""

    origins: tuple[Origin, ...]
    roles: tuple[Role, ...]
    independent: int | None
    at_least: bool
    cue_words: Mapping[Citation, Citation]
    """For each piece of evidence the words of the attribution alone."""
    groups: tuple[str, ...]
    """For each article the origin its reporting goes back to, empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """An article as reporting: who printed it, whose text it is, and the others it has its news from.

    `author_reports` says that the text shows reporting of its author, `printer_reports` that it shows some of its printer.
    """

    printer: Outlet
    author: Outlet
    follows: tuple[Outlet, ...]
    author_reports: bool
    printer_reports: bool

    @property
    def repeats(self) -> tuple[Outlet, ...]:
        """The others whose reporting the article repeats, its author first."""
        return tuple(outlet for outlet in (self.author, *self.follows) if outlet.id != self.printer.id)


def provenance(reading: Reading, sources: Sequence[Source]) -> Provenance:
    """Return who reported a story on their own and who repeats whom."""
    articles, split = reading.articles, reading.split
    outlets = Outlets(sources, articles)
    found = [cues(article, each, outlets) for article, each in zip(articles, split, strict=True)]
    subjects = _subjects(articles, outlets)
    found = [(*cued, *more) for cued, more in zip(found, copy_cues(articles, split, outlets, found), strict=True)]
    found = [_without_shared(number, articles, split[number], cued) for number, cued in enumerate(found)]
    unlinked = [tuple(cue for cue in cued if not cue.linked) for cued in found]
    reports = [_report(article, outlets, cued, subjects) for article, cued in zip(articles, found, strict=True)]
    followed = _followed(reports)
    roots, doubtful = _roots(reports, followed), set[str]()
    if unlinked != found:
        plain = [_report(article, outlets, cued, subjects) for article, cued in zip(articles, unlinked, strict=True)]
        doubtful = set(roots) - set(_roots(plain, _followed(plain)))
    roots = _counted_together(roots, reports, unlinked, doubtful)
    cue_words: dict[Citation, Citation] = {}
    origins = tuple(_origins(reading, reports, found, roots, cue_words))
    roles, groups = [], []
    for article, report in zip(articles, reports, strict=True):
        mine, each = report.printer.id, report.repeats
        role: Literal["original", "repeats", "unknown"] = (
            "original" if report.printer_reports or (mine in roots and not each) else "repeats" if each else "unknown"
        )
        roles.append(Role(article_id=article.id, role=role, repeats=tuple(Text(outlet.name) for outlet in each)))
        back = {roots[root] for root in _all_followed(mine, followed) if root in roots}
        groups.append(roots[mine] if mine in roots else "+".join(sorted(back)))
    cited = {cue.outlet.id for cued in found for cue in cued}
    uncounted = any(role.role == "unknown" for role in roles) or any(
        not any(roots.get(root) == root for root in _all_followed(name, followed)) for name in cited
    )
    return Provenance(
        origins=origins,
        roles=tuple(roles),
        independent=len(set(roots.values())) or None,
        at_least=bool(roots) and uncounted,
        cue_words=cue_words,
        groups=tuple(groups),
    )


def _without_shared(number: int, articles: Sequence[Article], split: Split, found: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues of an article, less the unanswered questions that other reports tell of in the same words: whose are they?"""
    article = articles[number]
    others = [other for at, other in enumerate(articles) if at != number]
    others += [copy.article for copy in article.copies if copy.article.publisher != article.publisher]
    kept = []
    for cue in found:
        if cue.kind == "no answer":
            start, end = _sentence(split, cue)
            words = article.passage(cue.paragraph)[start:end]
            if any(words in paragraph for other in others for paragraph in other.paragraphs):
                continue
        kept.append(cue)
    return tuple(kept)


def _subjects(articles: Sequence[Article], outlets: Outlets) -> frozenset[str]:
    """Outlets that a title names: the story is about them, so that naming them attributes nothing.

    Not those to which a title attributes its news.
    """
    found: set[str] = set()
    for article in articles:
        known, words = outlets.as_named_in(article), language_of(article.language).attribution
        cited = [one.start for one in in_title(article.title, known, words)] if words else []
        named = known.named_in(article.title, 0, len(article.title))
        found.update(outlet.id for outlet, start, _ in named if not any(start >= first for first in cited))
    return frozenset(found)


def _report(article: Article, outlets: Outlets, found: Sequence[Cue], subjects: frozenset[str]) -> _Report:
    """Whose text an article is, and the other outlets it has its news from, in the order of its words.

    The text is that of a marked agency, else of an agency that printed a copy of it, else the printer's own.
    """
    mine = outlets.of_article(article)
    copied = (outlets.of_article(copy.article) for copy in article.copies if copy.kind != "version")
    writer = author(found) or next(filter(outlets.is_agency, copied), mine)
    count: dict[str, int] = {}
    for cue in found:
        count[cue.outlet.id] = count.get(cue.outlet.id, 0) + 1
    kept: dict[str, Outlet] = {}
    for cue in found:
        if cue.own or cue.outlet.id == writer.id or cue.outlet.id in subjects:
            continue
        early = cue.place < (_EARLY if cue.first else _OPENING if cue.kind == "statement" else _LEAD)
        if early or count[cue.outlet.id] >= _OFTEN or cue.kind == "credit":
            kept.setdefault(cue.outlet.id, cue.outlet)
    reporting = {cue.outlet.id for cue in found if cue.kind != "byline" and (cue.kind != "no answer" or not kept)}
    shows = writer.id in reporting or (not kept and any(cue.kind == "byline" for cue in found))
    return _Report(
        printer=mine,
        author=writer,
        follows=tuple(kept.values()),
        author_reports=shows,
        printer_reports=mine.id in reporting or (shows and writer.id == mine.id),
    )


def _followed(reports: Sequence[_Report]) -> dict[str, list[str]]:
    """For each outlet with a text in the story those it follows."""
    found: dict[str, list[str]] = {}
    for report in reports:
        if report.author.id != report.printer.id:
            found.setdefault(report.printer.id, []).append(report.author.id)
        found.setdefault(report.author.id, []).extend(outlet.id for outlet in report.follows)
    return found


def _all_followed(start: str, followed: Mapping[str, Sequence[str]]) -> list[str]:
    """Every outlet that `start` follows, directly or through others, itself first."""
    seen, queue = [start], [start]
    while queue:
        for following in followed.get(queue.pop(0), ()):
            if following not in seen:
                seen.append(following)
                queue.append(following)
    return seen


def _roots(reports: Sequence[_Report], followed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The outlets with reporting of their own, each with the name it is counted under.

    Those whose text shows it, and those others name as their source: outside the story, or with a text that follows nobody.
    Who is named but follows others only passes on; where outlets do no more than name each other in a circle, the circle
    counts as one.
    """
    named = {outlet.id for report in reports for outlet in report.repeats}
    shown = {report.author.id for report in reports if report.author_reports} | {
        report.printer.id for report in reports if report.printer_reports
    }
    roots = {name: name for name in sorted(named | shown) if name in shown or not followed.get(name)}
    for name in sorted(named - set(roots)):
        circle = [other for other in _all_followed(name, followed) if name in _all_followed(other, followed)]
        if len(circle) > 1 and not any(other in roots for other in _all_followed(name, followed)):
            roots[name] = min(circle)
    return roots


def _counted_together(
    roots: Mapping[str, str], reports: Sequence[_Report], found: Sequence[Sequence[Cue]], doubtful: Collection[str]
) -> dict[str, str]:
    """Return for each id in `roots` the name it is counted under, one name for those that may be one origin.

    `roots` has the name of each until now, `found` the cues of each report's article. Counted together are: outlets that one
    statement was made to; all publishers without a name, with the first root outside the story, which they may be; all the
    `doubtful`, which are roots by links alone and may only have printed what is another's, with the first root that is none.
    A group's name is one that counts anyway, if it has one, else the first in order. Who counts anyway keeps the own name:
    an outlet with a cue other than a statement made to several, or with one of its own article, that is neither nameless
    nor doubtful.
    """
    cues_at: dict[tuple[int, int, int], list[Cue]] = {}
    for number, cued in enumerate(found):
        for cue in cued:
            cues_at.setdefault((number, cue.paragraph, cue.start), []).append(cue)
    together = [[cue.outlet.id for cue in each if cue.outlet.id in roots] for each in cues_at.values()]
    counted_anyway = {
        cue.outlet.id for each in cues_at.values() for cue in each if len(each) == 1 or cue.own or cue.kind != "statement"
    }
    members = {report.printer.id for report in reports}
    nameless = {report.printer.id for report in reports if not report.printer.name} & set(roots)
    if nameless:
        together.append([*sorted(nameless), *sorted(set(roots) - members)[:1]])
        counted_anyway -= nameless
    if doubtful:
        together.append([*sorted(doubtful), *sorted(set(roots) - set(doubtful))[:1]])
        counted_anyway -= set(doubtful)
    names = dict(roots)
    for several in together:
        kept = min((names[name] for name in several), key=lambda name: (name not in counted_anyway, name), default="")
        for name in several:
            if (old := names[name]) not in counted_anyway:
                names.update({other: kept for other, under in names.items() if under == old})
    return names


def _origins(
    reading: Reading,
    reports: Sequence[_Report],
    found: Sequence[Sequence[Cue]],
    roots: Mapping[str, str],
    cue_words: dict[Citation, Citation],
) -> Iterable[Origin]:
    """Every outlet that another article attributes something to, with who repeats it and the evidence of all who name it."""
    cited: dict[str, list[tuple[int, Cue]]] = {}
    for number, each in enumerate(found):
        for cue in each:
            if not cue.own:
                cited.setdefault(cue.outlet.id, []).append((number, cue))
    members = {report.printer.id for report in reports}
    ranked = sorted(cited.items(), key=lambda item: (item[0] not in roots, -len({n for n, _ in item[1]}), item[0]))
    for name, cued in ranked:
        outlet = cued[0][1].outlet
        evidence: dict[int, Citation] = {}
        for number, cue in cued:
            evidence.setdefault(number, _evidence(reading.articles[number], reading.split[number], cue))
            cue_words.setdefault(evidence[number], _words(reading.articles[number], cue))
        repeat = [number for number in evidence if any(followed.id == name for followed in reports[number].repeats)]
        yield Origin(
            name=Text(outlet.name),
            source=outlet.source,
            member=name in members,
            repeated_by=tuple(reading.articles[number].id for number in repeat),
            evidence=tuple(evidence.values()),
        )


def _evidence(article: Article, split: Split, cue: Cue) -> Citation:
    """The clause that holds an attribution."""
    start, end = _sentence(split, cue)
    for clause in clauses(article.passage(cue.paragraph)[start:end], language_of(article.language)):
        first, last = start + clause.start, start + clause.end
        if first <= cue.start and cue.end <= last and last - first <= 200:
            return Citation(article_id=article.id, paragraph=cue.paragraph, start=first, end=last)
    return _words(article, cue)


def _sentence(split: Split, cue: Cue) -> tuple[int, int]:
    """Where the sentence that holds an attribution begins and ends."""
    return next(((start, end) for start, end in split[cue.paragraph] if start <= cue.start < end), (cue.start, cue.end))


def _words(article: Article, cue: Cue) -> Citation:
    return Citation(article_id=article.id, paragraph=cue.paragraph, start=cue.start, end=cue.end)
