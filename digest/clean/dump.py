"""Lines of a page or file, sorted into what the article says and what only stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from digest.clean.chrome import chrome
from digest.clean.consent import notices
from digest.clean.core import article_within
from digest.clean.ending import end_matter
from digest.clean.markup import Line
from digest.clean.release import release_parts
from digest.clean.text import COLONS, ends_sentence, folded, word_count
from digest.language.mixed import SAYING
from digest.model import Removed, Text

LONGEST_TITLE = 120
"""Characters after which a title made of a first sentence is cut."""
_NO_STATEMENT = 40  # letters and digits of a line without a verb's worth of words
_FENCE = re.compile(r"\A(?:`{3,}+\w*+\s*+)++|(?<![`\s])(?:\s*+`{3,}+)++\Z")
_MARKER = re.compile(r"\[?\d{1,3}\]?|\[[a-z*†‡]\]|[¹²³⁰-⁹]+")
_TORN = re.compile(r"[.,;:!?)\]…](?:\s|\Z)")
_INTRODUCES = re.compile(
    rf".*\b(?:{SAYING}|posts|reads?)\b[^.!?]{{0,60}}[:：]",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Sorted:
    """What became of the lines: kept ones in order, and removed ones with their reasons."""

    kept: list[Line] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)

    def remove(self, line: Line, reason: str) -> None:
        self.removed.append(Removed(text=line.text, reason=reason, line=line.number))


def article_lines(lines: Iterable[Line]) -> Sorted:
    """Return which lines are not plainly something that stands around an article.

    Nothing is lost: each line is kept, joined to its neighbour, or removed with a reason.
    """
    found = Sorted()
    whole = _rejoined(_unfenced(lines, found), found)
    asking = notices([line.text for line in whole])
    for number, (line, aside) in enumerate(zip(whole, release_parts(whole), strict=True)):
        if reason := aside or ("consent notice" if number in asking else chrome(line.text)):
            found.remove(line, reason)
        else:
            found.kept.append(line)
    found.kept = _introduced(found.kept)
    return found


def narrow(found: Sorted) -> Text:
    """Where the kept lines are a whole page, keep those of its article alone; return its title, or nothing."""
    article = article_within(found.kept)
    if article is None:
        return Text("")
    kept, found.kept = found.kept, []
    for line, reason in zip(kept, article.reasons, strict=True):
        if reason:
            found.remove(line, reason)
        else:
            found.kept.append(line)
    return kept[article.title].text if article.title is not None else Text("")


def headings_out(found: Sorted) -> None:
    """Remove the headings that head nothing, with their reason: those around the text, and runs of what is no heading.

    A heading within the text stays; a text of headings alone keeps them.
    """
    kept = found.kept
    headings = [is_heading(line) and not _in_list(kept, number) for number, line in enumerate(kept)]
    if all(headings):
        return
    first, last = headings.index(False), len(headings) - 1 - headings[::-1].index(False)
    found.kept = []
    for number, (line, heading) in enumerate(zip(kept, headings, strict=True)):
        inside = first < number < last and (line.tag == "heading" or not all(headings[number - 1 : number + 2]))
        if heading and not inside:
            found.remove(line, "heading")
        else:
            found.kept.append(line)


def ending_out(found: Sorted, authors: Iterable[str], publisher: str) -> None:
    """Remove what follows the article's last words: notes on its authors and its publisher, requests to subscribe."""
    gone = end_matter(found.kept, authors, publisher)
    kept, found.kept = found.kept, []
    for number, line in enumerate(kept):
        if number in gone:
            found.remove(line, "end matter")
        else:
            found.kept.append(line)


def is_heading(line: Line) -> bool:
    """Whether a line names what follows instead of saying something: no sentence's end, and short or in Title Case."""
    text = line.text
    if line.tag not in {"heading", "text"} or word_count(text) > 16 or text.endswith((",", ";", "，", "；", *COLONS)):
        return False
    if ends_sentence(text):
        return line.tag == "heading" and word_count(text) <= 5
    return len(folded(text)) <= _NO_STATEMENT or _is_title_case(text)


def _is_title_case(text: str) -> bool:
    long = re.findall(r"[^\W\d_]{4,}", text)
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.75 * len(long)


def repeats_out(found: Sorted, titles: Iterable[str]) -> None:
    """Remove lines that repeat the title, or a whole line of eight words or more that came before."""
    seen = {folded(title): "repeated title" for title in titles}
    kept = found.kept
    found.kept = []
    for line in kept:
        said = folded(line.text)
        if said and said in seen:
            found.remove(line, seen[said])
        else:
            found.kept.append(line)
            if word_count(line.text) >= 8:
                seen[said] = "repeated line"


def cut_title(sentence: str) -> Text:
    """Return a sentence as a title: its own words, cut with … at a clause or a space where it is long."""
    if len(sentence) <= LONGEST_TITLE:
        return Text(sentence)
    head = sentence[:LONGEST_TITLE]
    clauses = [match.start() for match in re.finditer(r"[;:—–] |,? (?:as|after|while|because|which|although|but) ", head)]
    at = max((start for start in clauses if start >= LONGEST_TITLE // 2), default=head.rfind(" "))
    return Text(head[: at if at > 0 else LONGEST_TITLE].rstrip(" ,;:—–") + "…")


def _unfenced(lines: Iterable[Line], found: Sorted) -> Iterable[Line]:
    for line in lines:
        if fence := _FENCE.search(line.text):
            found.remove(replace(line, text=Text(fence.group().strip())), "code fence")
            line = replace(line, text=Text(_FENCE.sub("", line.text).strip()))  # noqa: PLW2901 - the same line, less its fence
        if line.text:
            yield line


def _rejoined(lines: Iterable[Line], found: Sorted) -> list[Line]:
    """Take out citation numbers that stand on lines of their own and join the sentences they broke."""
    joined: list[Line] = []
    torn = False
    for line in lines:
        if _MARKER.fullmatch(line.text):
            found.remove(line, "citation number")
            torn = bool(joined)
        elif torn and joined and _TORN.match(line.text):
            joined[-1] = _joined(joined[-1], line, "")
            torn = False
        elif torn and not ends_sentence(joined[-1].text) and line.text[0].islower():
            joined[-1] = _joined(joined[-1], line)
            torn = False
        else:
            joined.append(line)
            torn = False
    return joined


def _introduced(lines: Sequence[Line]) -> list[Line]:
    """Join a line that introduces a quotation ("… posted on X:") with the quotation."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1].text if joined else ""
        if before.endswith(COLONS) and _INTRODUCES.fullmatch(before) and ends_sentence(line.text):
            joined[-1] = _joined(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _joined(one: Line, other: Line, between: str = " ") -> Line:
    return replace(one, text=Text(f"{one.text}{between}{other.text}"), links=(*one.links, *other.links))


def _in_list(lines: Sequence[Line], number: int) -> bool:
    """Whether a line without a sentence's end is one of a list that a colon announced."""
    for before in range(number - 1, max(-1, number - 12), -1):
        if lines[before].text.endswith(COLONS):
            return True
        if not is_heading(lines[before]):
            return False
    return False
