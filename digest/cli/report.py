"""How problems and counts are said: plain lines for people, annotations for GitHub. Returns strings; the command prints."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from digest import __version__
from digest.common.references import article_names
from digest.model import Article, Edition, Problem, SourceHealth, Story
from digest.write.made import MADE_BY
from digest.write.pages import Changes

if TYPE_CHECKING:  # what one command alone has to say: importing it takes as long as the others need
    from digest.acquire.adding.files import AddReport
    from digest.acquire.adding.filing import Added
    from digest.acquire.network.fetch import FetchReport
    from digest.acquire.seeds.compaction import Rewritten
    from digest.clean.explain import Fate
    from digest.group.why import Between, Inside, Likeness
    from digest.link.why import Why, Words
    from digest.write.upgrade import Upgrade

Format = Literal["text", "github", "json"]
_WIDE = 72  # columns a line of an article may take beside its fate


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """What a person can mend first, then by place."""
    return sorted(problems, key=lambda p: (not p.by_hand, p.where, p.line, p.column, p.code, p.detail))


def problem_lines(problems: Iterable[Problem], form: Format) -> list[str]:
    """A line a problem, or one JSON array of objects: stage, file, line, column, code, what, remedy, by_hand."""
    if form != "json":
        return [problem_line(problem, form) for problem in problems]
    rows = [
        {
            "stage": problem.stage,
            "file": problem.where,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "what": problem.detail,
            "remedy": problem.remedy,
            "by_hand": problem.by_hand,
        }
        for problem in problems
    ]
    return [json.dumps(rows, indent=1, ensure_ascii=True)]


def problem_line(problem: Problem, form: Format = "text") -> str:
    """One problem on one line: `file:line:column: what is wrong; what to write instead`, or a GitHub annotation."""
    if form == "text":
        return visible(str(problem))
    level = "error" if problem.by_hand else "warning"
    message = problem.detail + (f"; {problem.remedy}" if problem.remedy else "")
    place = f"file={_property(problem.where)}"
    if problem.line:
        place += f",line={problem.line}" + (f",col={problem.column}" if problem.column else "")
    return f"::{level} {place},title={_property(problem.code)}::{_data(message)}"


def counts_line(edition: Edition) -> str:
    """`5 stories from 17 articles of 11 publishers (2 copies folded)`."""
    stories = [story for story in edition.stories if story.articles]
    articles = [article for story in stories for article in story.articles]
    publishers = {article.publisher for article in articles}
    copies = sum(len(article.copies) for article in articles)
    folded = f" ({plural(copies, 'copy', 'copies')} folded)" if copies else ""
    return (
        f"{plural(len(stories), 'story', 'stories')} from {plural(len(articles), 'article')} "
        f"of {plural(len(publishers), 'publisher')}{folded}"
    )


def changes_line(changes: Changes) -> str:
    """`12 pages added, 1 updated, 3 removed, 40 unchanged`, leaving out what is none."""
    parts = {"added": changes.added, "updated": changes.updated, "removed": changes.removed}
    said = [f"{len(paths)} {word}" for word, paths in parts.items() if paths]
    return "files: " + ", ".join([*said, f"{changes.unchanged} unchanged"])


def changed_lines(changes: Changes) -> list[str]:
    """`added content/index.md`: one line a file that changed."""
    kinds = {"added": changes.added, "updated": changes.updated, "removed": changes.removed}
    return [f"{word} content/{path}" for word, paths in kinds.items() for path in paths]


def upgrade_lines(upgrade: Upgrade, *, done: bool) -> list[str]:
    """What an upgrade does to each file, what it leaves alone and what to do there, and how many it changes."""
    made = f"made by Digest {upgrade.version}" if upgrade.version else "made by an early version of Digest"
    added = [change.name for change in upgrade.changes if change.old is None]
    gone = [change.name for change in upgrade.changes if change.new is None]
    tense = "" if done else "would be "
    lines = [f"{tense}added: {name}" for name in added] + [
        f"{tense}deleted, for nothing uses it now: {name}" for name in gone
    ]
    lines += [
        f"{change.name}: you changed this, so it stays as it is; `digest upgrade {change.name}` shows what this version "
        f"has otherwise, take over what you want, then `digest upgrade --keep {change.name}`"
        for change in upgrade.by_hand
    ]
    lines += [f"{name}: you deleted this, and it stays away; `digest new .` brings it back" for name in upgrade.deleted]
    lines += [
        f"{name}: a link stands here or on the way, and is left alone; put the file itself here" for name in upgrade.linked
    ]
    changed = len(upgrade.changes) - len(added) - len(gone)
    counts = {"changed": changed, "added": len(added), "deleted": len(gone), "left to you": len(upgrade.by_hand)}
    said = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    if not said:
        note = "" if done or upgrade.version == __version__ else f"; `digest upgrade --write` notes that in {MADE_BY}"
        return [visible(line) for line in (*lines, f"{made}; its files are those of {__version__}{note}")]
    ask = "" if done or not upgrade.changes else "; nothing was written, `digest upgrade --write` does it"
    return [visible(line) for line in (*lines, f"{made}, files for {__version__}: {said}{ask}")]


def summary(problems: Iterable[Problem]) -> str:
    """How many problems of which code, most frequent first."""
    tally = Counter(problem.code for problem in problems)
    return ", ".join(f"{count} {code}" for code, count in sorted(tally.items(), key=lambda item: (-item[1], item[0])))


def added_lines(reports: Sequence[AddReport]) -> list[str]:
    """What was added, one line each; after feeds their total, and a list's categories that are no topic yet."""
    added = [one for report in reports for one in report.added]
    topics = [topic for report in reports for topic in report.topics]
    lines = [added_line(one) for one in added]
    lines += [total] if (total := added_total(added)) else []
    return lines + ([visible("categories that may become seeds/topics: " + ", ".join(topics))] if topics else [])


def added_line(added: Added) -> str:
    """`feed.xml: 12 items, seeds/archive/example (Example Post)`."""
    what = plural(added.items, "item") if added.kind == "entries" else added.kind
    return visible(f"{added.target}: {what}, {added.where}" + (f" ({added.detail})" if added.detail else ""))


def added_total(added: Sequence[Added]) -> str | None:
    """`31 feeds of 28 publishers added, 3 there already`, or None where no feed was handed over."""
    saved = {one.target for one in added if one.kind == "entries"}
    listed = {one.target for one in added if one.kind in ("source", "address")}
    feeds = [
        one
        for one in added
        if one.kind == "entries" or (one.kind in ("address", "known") and one.source and one.target not in saved)
    ]
    if not feeds:
        return None
    new = [
        one.source for one in feeds if one.kind == "address" or one.items or (one.kind == "entries" and one.target in listed)
    ]
    publishers = f" of {plural(len(set(new)), 'publisher')}" if new else ""
    there = f", {len(feeds) - len(new):,} there already" if len(feeds) > len(new) else ""
    return f"{plural(len(new), 'feed')}{publishers} added{there}"


def rewritten_line(month: Rewritten) -> str:
    """`seeds/archive/post/2026-05.parquet: 1,204 items in 310 kB, 1,630 before`."""
    kilobytes = [f"{-(-size // 1000):,}" for size in (month.after, month.before)]
    return f"{month.where}: {plural(month.items, 'item')} in {kilobytes[0]} kB, {kilobytes[1]} before"


def fetched_line(fetch: FetchReport) -> str:
    """`31 feeds asked: 4 with 17 new items, 25 unchanged, 2 failed; 3 not yet due`."""
    tally = Counter(fetched.outcome for fetched in fetch.fetched)
    items = sum(fetched.items for fetched in fetch.fetched)
    asked = len(fetch.fetched) - tally["waiting"] - tally["gone"]
    parts = [f"{tally['new']} with {plural(items, 'new item')}", f"{tally['same']} unchanged", f"{tally['failed']} failed"]
    waiting = f"; {tally['waiting']} not yet due" if tally["waiting"] else ""
    return f"{plural(asked, 'feed')} asked: {', '.join(parts)}{waiting}" + (
        f"; {tally['gone']} gone" if tally["gone"] else ""
    )


def health_table(sources: Iterable[SourceHealth]) -> list[str]:
    """One line a source: id, status, items, items a week, last item, detail; tabs between."""
    rows: list[tuple[str, ...]] = [("source", "status", "items", "a week", "last item", "last success", "")]
    for one in sources:
        days = [moment.date().isoformat() if moment else "-" for moment in (one.last_item, one.last_success)]
        rows.append((one.source, one.status, str(one.items), f"{one.weekly:.1f}", *days, one.detail))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return [
        visible("  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[6]]).rstrip())
        for row in rows
    ]


def fate_lines(fates: Iterable[Fate]) -> list[str]:
    """Each line of a file with its number: what is kept on the left, what is removed on the right of a bar, and why."""
    lines = []
    for fate in fates:
        shown = _cut(fate.text)
        kept, removed = (shown, "") if fate.reason is None else ("", f"{shown}  [{fate.reason}]")
        lines.append(f"{fate.line or '-':>5}  {kept:<{_WIDE}} | {removed}".rstrip())
    return lines


def between_lines(between: Between, stories: Sequence[Story]) -> list[str]:
    """Why two articles are in one story or in two: the numbers of the build, and what settled it."""
    one, other = between.stories
    return [
        *_likeness_lines(between.likeness, stories),
        f"stories: {one} and {other}" if one != other else f"story: {one}",
        f"mean probability between the sides: {between.mean:.3f}; joined from {between.join:.3f}",
        f"decided: {visible(between.decided)}",
    ]


def inside_lines(inside: Inside, stories: Sequence[Story]) -> list[str]:
    """What story this is, and what holds it together: each member's strongest link, and the nearest article left out."""
    lines = [visible(inside.headline), f"story {inside.story}: {plural(len(inside.members), 'article')}, {inside.path}"]
    if inside.asked and inside.copy_of:
        lines.append(f"asked for: {_named(inside.asked)}, a copy of {_named(inside.copy_of)}")
    elif inside.asked:
        lines.append(f"asked for: {_named(inside.asked)}")
    for member in inside.members:
        strongest = member.strongest
        tie = f"{strongest.probability:.3f} with {_titled(strongest.other, stories)}" if strongest else "alone"
        lines.append(f"  {_titled(member.article, stories)}: {tie}")
    if inside.nearest:
        near = inside.nearest
        lines.append(f"nearest left out: {_titled(near.other, stories)}, in story {inside.nearest_story}")
        lines += [f"  {line}" for line in _likeness_lines(near, stories)]
    return lines


def withdrawn_lines(names: Sequence[str], withdrawn: Iterable[Article], stories: Iterable[Story]) -> list[str]:
    """Of each article that an editor took down and one of the names means: why, by which decision, where its row is."""
    rows = {one.article_id: story for story in stories for one in story.withdrawn}
    lines = []
    for article in withdrawn:
        taken = article.withdrawn
        if taken and not set(article_names(article)).isdisjoint(names):
            when = f" on {taken.at:%Y-%m-%d}" if taken.at else ""
            lines.append(visible(f"{names[0]} was withdrawn{when}: {taken.reason}"))
            lines.append(visible(f"decided: takedown in {taken.decided}"))
            lines += [f"its row is in story {rows[article.id].id}, {rows[article.id].path}"] if article.id in rows else []
    return lines


def refusal_lines(why: Why, story: Story) -> list[str]:
    """What of a story's articles no line stands for, and which passages do not support each other, each with the rule."""
    lines = [visible(f"story {story.id}: {story.headline}")]
    if why.refused:
        lines.append("sentences that cannot stand alone as a line:")
    told = None
    for one in why.refused:
        if one.words.article_id != told:
            lines.append(f"  {_titled(one.words.article_id, [story])}")
            told = one.words.article_id
        lines.append(f"{one.words.paragraph:>5}  {_cut(one.words.text):<{_WIDE}}  [{one.rule}]")
    if why.kept:
        lines.append("passages near supporting each other, and what kept them from it:")
    for each in why.kept:
        lines.append(f"  {each.chance:.3f}  [{each.rule}]")
        lines += [f"         {_passage(words, story)}" for words in (each.statement, each.words)]
    return lines


def _passage(words: Words, story: Story) -> str:
    article = next(each for each in story.articles if each.id == words.article_id)
    return visible(f"{article.publisher or article.id}: ") + _cut(words.text)


def _cut(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _WIDE else shown[: _WIDE - 1] + "…"


def _likeness_lines(link: Likeness, stories: Sequence[Story]) -> list[str]:
    lines = [
        _titled(link.one, stories),
        _titled(link.other, stories),
        f"probability that they report one event: {link.probability:.3f}" + (f" ({link.apart})" if link.apart else ""),
    ]
    if link.shared:
        lines.append("telling words of both: " + visible(", ".join(link.shared)))
    if link.features:
        lines.append(f"  {'starts at':<24}{'':>18}{link.constant:+9.3f}  ({link.shape})")
        lines += [f"  {one.name:<24}{one.value:9.3f}{one.weight:+9.3f}{one.adds:+9.3f}" for one in link.features]
    return lines


def _titled(article_id: str, stories: Sequence[Story]) -> str:
    for story in stories:
        for article in story.articles:
            if article.id == article_id:
                return _named(article)
    return article_id


def _named(article: Article) -> str:
    return visible(f"{article.id} {article.publisher or 'not named'}: {article.title}")


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 article`, `2 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def visible(text: str) -> str:
    """Return text from outside without anything a terminal would act on."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
