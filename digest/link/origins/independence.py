"""Who repeats whom, and how many reported on their own.

An article counts as *original* only on positive evidence: words that name its own publisher as the one who was told, who
asked, learned or obtained; an interview or a credit of its own staff; or another member that names it as the source of the
news. It *repeats* where it has the core of the story from another outlet or from a primary source, such as a statement or a
court paper (near the top, or by an agency's mark, byline or credit), and shows no reporting of its own on that. Otherwise it
is *unknown*, adds nothing, and makes the number a lower bound.

The count is of the core of the story. In doubt it is the lower one, and a lower bound: who is repeated for a detail is an
origin, but not counted; what somebody told to several outlets is one statement, so those are one, and add nothing where one
of them counts anyway; texts that share words without saying whose they are count once. These add nothing where another
counts: who is named by links alone, which may lead to any printer of the news; who shows own reporting on a detail only;
a primary source, since the other may have the news from it. Reporting by publishers nobody knows is one, and adds nothing
beside an origin outside the story, which they may be. Where nothing at all is established the number is None: not assessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from digest.language import language_of
from digest.language.clauses import clauses
from digest.link.origins.attribution import Cue, author, cues, in_title
from digest.link.origins.copy_cues import copy_cues, share_words
from digest.link.origins.primary import primary_cues
from digest.link.outlets import Outlet, Outlets
from digest.link.reading import Boundaries, Reading
from digest.model import Article, Citation, Origin, Role, Source, Text

_LEAD = 5
"""Sentences at the top of an article whose attribution is that of the news, not of a detail."""
_OPENING = 3
"""The same for an outlet that somebody spoke to: further down it is where words were said, not where the news is from."""
_EARLY = 15
"""The same for an outlet that is said to have had the news first."""
_OFTEN = 3
"""Attributions to one outlet from which an article as a whole follows it, or is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who reported a story: its origins, a role for each article, how many are independent, and if that is a lower bound."""

    origins: tuple[Origin, ...]
    roles: tuple[Role, ...]
    independent: int | None
    at_least: bool
    cue_words: Mapping[Citation, Citation]
    """For each piece of evidence the words of the attribution alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """An article as reporting: who printed it, whose text it is, and the others it has the core of the story from.

    `author_reports` says that the text shows reporting of its author, `printer_reports` that it shows some of its printer,
    `on_core` that some of what it shows is of the core of the story. Of an article that follows others only reporting on the
    core counts as shown.
    """

    printer: Outlet
    author: Outlet
    follows: tuple[Outlet, ...]
    author_reports: bool
    printer_reports: bool
    on_core: bool

    @property
    def repeats(self) -> tuple[Outlet, ...]:
        """The others whose reporting the article repeats, its author first."""
        return tuple(outlet for outlet in (self.author, *self.follows) if outlet.id != self.printer.id)


def provenance(reading: Reading, sources: Sequence[Source]) -> Provenance:
    """Return who reported a story on their own and who repeats whom, by the rules that the module states.

    The steps: the attributions (cues) of each article; a report of each; the outlets with reporting of their own (roots), by
    the id under which each is counted; which of these are doubtful: they report on details only, are primary sources, or
    would not be roots if link-only cues were ignored; one id for those that may be one. The number is a lower bound where a
    role is unknown, or a cited or doubtful outlet is not counted under its own id and follows none that is, even indirectly.
    """
    articles, boundaries = reading.articles, reading.boundaries
    outlets = Outlets(sources, articles)
    found = [cues(article, each, outlets) for article, each in zip(articles, boundaries, strict=True)]
    subjects = _subjects(articles, outlets)
    found = [(*cued, *more) for cued, more in zip(found, copy_cues(articles, boundaries, outlets, found), strict=True)]
    found = [_without_shared(number, articles, boundaries[number], cued) for number, cued in enumerate(found)]
    primary = primary_cues(articles, boundaries, outlets, _LEAD)
    found = [(*cued, *more) for cued, more in zip(found, primary, strict=True)]
    primary_ids = {cue.outlet.id for cued in primary for cue in cued}
    unlinked = [tuple(cue for cue in cued if not cue.linked) for cued in found]
    reports = [_report(article, outlets, cued, subjects) for article, cued in zip(articles, found, strict=True)]
    followed = _followed(reports)
    roots = _roots(reports, followed)
    doubtful = _on_details(reports) | (primary_ids & set(roots))
    if unlinked != found:
        without_links = [_report(article, outlets, cued, subjects) for article, cued in zip(articles, unlinked, strict=True)]
        doubtful |= set(roots) - set(_roots(without_links, _followed(without_links)))
    shared = [
        (reports[one].printer.id, reports[other].printer.id)
        for one, other in share_words(articles, [report.printer.id for report in reports], roots)
    ]
    roots = _counted_together(roots, reports, unlinked, doubtful, shared)
    cue_words: dict[Citation, Citation] = {}
    origins = tuple(_origins(reading, reports, found, roots, subjects, cue_words))
    roles = []
    for article, report in zip(articles, reports, strict=True):
        mine, each = report.printer.id, report.repeats
        role: Literal["original", "repeats", "unknown"] = (
            "original" if report.printer_reports or (mine in roots and not each) else "repeats" if each else "unknown"
        )
        roles.append(Role(article_id=article.id, role=role, repeats=tuple(Text(outlet.name) for outlet in each)))
    cited = {cue.outlet.id for cued in found for cue in cued}
    uncounted = any(role.role == "unknown" for role in roles) or any(
        not any(roots.get(root) == root for root in _all_followed(name, followed)) for name in {*cited, *doubtful}
    )
    return Provenance(
        origins=origins,
        roles=tuple(roles),
        independent=len(set(roots.values())) or None,
        at_least=bool(roots) and uncounted,
        cue_words=cue_words,
    )


def _without_shared(
    number: int, articles: Sequence[Article], boundaries: Boundaries, found: Sequence[Cue]
) -> tuple[Cue, ...]:
    """The cues of an article without unanswered questions that another text has in the same words: who asked is unclear."""
    article = articles[number]
    others = [other for at, other in enumerate(articles) if at != number]
    others += [copy.article for copy in article.copies if copy.article.publisher != article.publisher]
    kept = []
    for cue in found:
        if cue.kind == "no answer":
            start, end = _sentence(boundaries, cue)
            words = article.passage(cue.paragraph)[start:end]
            if any(words in paragraph for other in others for paragraph in other.paragraphs):
                continue
        kept.append(cue)
    return tuple(kept)


def _subjects(articles: Sequence[Article], outlets: Outlets) -> frozenset[str]:
    """Outlets that a title names, if not its own: the story is about them, so that naming them attributes nothing.

    Not those to which a title attributes its news.
    """
    found: set[str] = set()
    for article in articles:
        known, words = outlets.as_named_in(article), language_of(article.language).attribution
        cited = [one.start for one in in_title(article.title, known, words)] if words else []
        named = known.named_in(article.title, 0, len(article.title))
        others = {outlet.id for outlet, start, _ in named if not any(start >= first for first in cited)}
        found |= others - {outlets.of_article(article).id}
    return frozenset(found)


def _report(article: Article, outlets: Outlets, found: Sequence[Cue], subjects: frozenset[str]) -> _Report:
    """Return whose text an article is, the others it has the core of the story from, and what reporting of its own it shows.

    `found` are the article's cues, `subjects` the outlets that the story is about, which nobody follows. The author is a
    marked agency, else an agency that printed a copy of the text, else the printer. A cue is of the core where it stands
    early (`_is_early`), names an outlet with at least `_OFTEN` cues, or is a credit; that somebody spoke to an outlet is
    not, behind another outlet's report of the news. The author or printer shows reporting by any cue that names it but a
    byline or a question without an answer ("no answer"), which say only who wrote and who asked. Where nobody is followed
    these count too: a byline for the author only, never for the printer. A "no answer" counts for whoever it names.
    """
    mine = outlets.of_article(article)
    copied = (outlets.of_article(copy.article) for copy in article.copies if copy.kind != "version")
    writer = author(found) or next(filter(outlets.is_agency, copied), mine)
    often = Counter(cue.outlet.id for cue in found)
    reported_at = min((cue.place for cue in found if cue.kind == "report" and not cue.own), default=inf)
    of_core = [
        cue
        for cue in found
        if (_is_early(cue) and not (_to_others(cue) and reported_at < cue.place))
        or often[cue.outlet.id] >= _OFTEN
        or cue.kind == "credit"
    ]
    kept: dict[str, Outlet] = {}
    for cue in of_core:
        if not cue.own and cue.outlet.id != writer.id and cue.outlet.id not in subjects:
            kept.setdefault(cue.outlet.id, cue.outlet)
    weak = ("byline", "no answer") if kept else ("byline",)
    evident = {cue.outlet.id for cue in found if cue.kind not in weak}
    on_core = {cue.outlet.id for cue in of_core} & evident
    reporting = on_core if kept else evident
    marked = not kept and any(cue.kind == "byline" for cue in found)
    return _Report(
        printer=mine,
        author=writer,
        follows=tuple(kept.values()),
        author_reports=writer.id in reporting or marked,
        printer_reports=mine.id in reporting,
        on_core=marked or not on_core.isdisjoint({writer.id, mine.id}),
    )


def _is_early(cue: Cue) -> bool:
    """Whether an attribution stands where an article tells the core of the story."""
    return cue.place < (_EARLY if cue.first else _OPENING if _to_others(cue) else _LEAD)


def _to_others(cue: Cue) -> bool:
    """Whether somebody is said to have spoken to another outlet; behind another's report of the news that is a reaction."""
    return cue.kind == "statement" and not cue.own


def _on_details(reports: Sequence[_Report]) -> set[str]:
    """The outlets whose articles show reporting of their own on details only, and which nobody repeats."""
    sure = {outlet.id for report in reports for outlet in report.repeats}
    sure |= {outlet.id for report in reports if report.on_core for outlet in (report.author, report.printer)}
    shown = {report.author.id for report in reports if report.author_reports}
    return (shown | {report.printer.id for report in reports if report.printer_reports}) - sure


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
    """The outlets with reporting of their own, each with the id it is counted under.

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
    roots: Mapping[str, str],
    reports: Sequence[_Report],
    found: Sequence[Sequence[Cue]],
    doubtful: Collection[str],
    shared: Sequence[tuple[str, str]],
) -> dict[str, str]:
    """Return for each id in `roots` the id it is counted under, one id for those that may be one origin.

    `roots` has the id of each until now, `found` the cues of each report's article; the ids in `doubtful` and `shared` are
    in `roots`. These are counted together, in this order:

    - the outlets that one statement was made to: those whose cues begin at one place of an article;
    - all publishers without a name, and the first root outside the story, which may be any of them;
    - all the `doubtful`, whose news may be another's, and the first root that is not doubtful;
    - the two of each pair in `shared`, whose texts have the same words.

    Some outlets keep their own count, and are only put together by the last rule: those that are neither nameless nor
    doubtful and have a cue in their own article, or one that is more than a statement to several. A group takes the id of
    one of these, if it has any, else the id that is first in order; a `shared` pair takes the first one's.
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
    for group in together:
        kept = min((names[name] for name in group), key=lambda name: (name not in counted_anyway, name), default="")
        for name in group:
            if (old := names[name]) not in counted_anyway:  # whoever was put together with it moves too
                names.update({other: kept for other, under in names.items() if under == old})
    for one, other in shared:
        names.update({name: names[one] for name, under in names.items() if under == names[other]})
    return names


def _origins(
    reading: Reading,
    reports: Sequence[_Report],
    found: Sequence[Sequence[Cue]],
    roots: Mapping[str, str],
    subjects: Collection[str],
    cue_words: dict[Citation, Citation],
) -> Iterable[Origin]:
    """Every origin that another article attributes something to, with who repeats it and the evidence of all who name it."""
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
            evidence.setdefault(number, _evidence(reading.articles[number], reading.boundaries[number], cue))
            cue_words.setdefault(evidence[number], _words(reading.articles[number], cue))
        core = [number for number in evidence if any(followed.id == name for followed in reports[number].repeats)]
        yield Origin(
            name=Text(outlet.name),
            source=outlet.source,
            kind="primary" if cued[0][1].kind == "primary" else "outlet",
            member=name in members,
            repeated_by=tuple(reading.articles[number].id for number in evidence if number in core or name not in subjects),
            for_core=tuple(reading.articles[number].id for number in core),
            evidence=tuple(evidence.values()),
        )


def _evidence(article: Article, boundaries: Boundaries, cue: Cue) -> Citation:
    """The clause that holds an attribution."""
    start, end = _sentence(boundaries, cue)
    for clause in clauses(article.passage(cue.paragraph)[start:end], language_of(article.language)):
        first, last = start + clause.start, start + clause.end
        if first <= cue.start and cue.end <= last and last - first <= 200:
            return Citation(article_id=article.id, paragraph=cue.paragraph, start=first, end=last)
    return _words(article, cue)


def _sentence(boundaries: Boundaries, cue: Cue) -> tuple[int, int]:
    """Where the sentence that holds an attribution begins and ends."""
    return next(((start, end) for start, end in boundaries[cue.paragraph] if start <= cue.start < end), (cue.start, cue.end))


def _words(article: Article, cue: Cue) -> Citation:
    return Citation(article_id=article.id, paragraph=cue.paragraph, start=cue.start, end=cue.end)
