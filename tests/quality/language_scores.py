# ruff: noqa: T201 -- printing is its task
"""How complete and how right the pages of the stories in tests/language/stories_*.yml are, a language at a time.

    python tests/quality/language_scores.py [de fr es] [--withheld] [--show]

Each story is three articles in our own words, with what may be shown of them; tests/language/stories_de.yml says how. Those
marked `withheld` were not looked at while rules were written, and count only with `--withheld`, and then alone.

Right: of the lines, figures, quotations and pairs of an article and an origin that are shown, how many are labelled. A line
of several sources is right where one fact is told by each, or all print the same words; no line begins with what leans on
the sentence before. A figure is right where each of its values is given by those who give it, and differs where they do; a
quotation where its speaker has that surname. Shown: of what is labelled how much is. Figures and quotations that a page
leaves out because one of its lines has them count too.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from digest.language.marks import folded_words  # noqa: E402
from digest.link import link  # noqa: E402
from digest.link.figures import figures  # noqa: E402
from digest.link.quotes import quotes  # noqa: E402
from digest.link.reading import read  # noqa: E402
from digest.model import Article, Figure, Limits, Quote, Story, When  # noqa: E402
from digest.verify.citations import quoted  # noqa: E402

FOLDER = ROOT / "tests/language"
PUBLISHERS = {
    "en": ("Oldport Gazette", "Cape Courier", "Radio Firth"),
    "de": ("Oldenhafener Zeitung", "Küstenkurier", "Radio Förde"),
    "fr": ("La Gazette de Vieuxport", "Le Courrier du Cap", "Radio Estuaire"),
    "es": ("El Diario de Puertoviejo", "El Correo del Cabo", "Radio Ría"),
}
MEASURED = ("de", "fr", "es")
"""The languages that are measured. stories_en.yml has twenty of the events told in English, to compare with: there lines
agree in other words too, of which the labels of facts know nothing."""
RULE = "* " * 40
"""A line that is no sentence: with as much of it as text all of the text may be shown, at most half of an article."""
KINDS = ("lines", "figures", "quotations", "origins")


def labelled(code: str, *, withheld: bool) -> list[dict]:
    """Return the stories of a language that are withheld, or those that are not."""
    every = yaml.safe_load((FOLDER / f"stories_{code}.yml").read_text("utf-8"))
    return [one for one in every if one.get("withheld", False) is withheld]


def linked(label: dict, code: str) -> Story:
    """Return the story of a label with what its page tells."""
    begun = datetime(2031, 6, 4, 8, tzinfo=UTC)
    articles = tuple(
        Article(
            id=letter * 16,
            where=letter,
            publisher=publisher,
            title=label[letter][0],
            paragraphs=(*label[letter][1:], *(RULE for _ in range(sum(map(len, label[letter])) // len(RULE) + 1))),
            language=code,
            published=When(at=begun + timedelta(hours=hour), precision="time"),
        )
        for hour, (letter, publisher) in enumerate(zip("ABC", PUBLISHERS[code], strict=True))
    )
    story = Story(
        id="s", path="stories/2031/06/s", headline=articles[0].title, headline_by=articles[0].id, articles=articles
    )
    return link((story,), (), Limits())[0]


def score(label: dict, story: Story, count: Counter[str]) -> list[str]:
    """Count what of a story is shown, is right, is there and is found; return what is not as labelled."""
    reading = read(story.articles)
    wrong = _lines(label, story, count)
    wrong += _figures(label, figures(reading), count)
    wrong += _quotes(label, quotes(reading), count)
    return wrong + _origins(label, story, count)


def _facts_in(facts: list[dict], letter: str, words: str) -> set[int]:
    return {number for number, fact in enumerate(facts) if letter in fact and fact[letter] in words}


def _lines(label: dict, story: Story, count: Counter[str]) -> list[str]:
    facts, wrong, found = label["facts"], [], set()
    for point in story.points:
        texts = [(one.article_id[0], quoted(story, one) or "") for one in point.citations]
        told = [_facts_in(facts, letter, words) for letter, words in texts]
        found |= set().union(*told)
        same = len({folded_words(words) for _, words in texts}) == 1
        leans = any(point.text.startswith(lean) for lean in label.get("leans", ()))
        right = not leans and (same or bool(set.intersection(*told)))
        count["lines shown"] += 1
        count["lines right"] += right
        if not right:
            wrong.append(f"line: {' | '.join(f'{letter}: {words}' for letter, words in texts)}")
    count["lines there"] += len(facts)
    count["lines found"] += len(found)
    return wrong + [f"no line: {facts[one]}" for one in range(len(facts)) if one not in found]


def _figures(label: dict, shown: Sequence[Figure], count: Counter[str]) -> list[str]:
    wrong, found = [], set()
    wanted = [dict(zip(one[::2], map(set, one[1::2]), strict=True)) for one in label["figures"]]
    for figure in shown:
        given: dict[float | None, set[str]] = {}
        for value in figure.values:
            number = value.value if value.value is not None else _day(value.text)
            given.setdefault(number, set()).update(one.article_id[0] for one in value.citations)
        match = [
            number
            for number, one in enumerate(wanted)
            if all(value in one and who <= one[value] for value, who in given.items())
            and (figure.conflict is (len(one) > 1))
        ]
        count["figures shown"] += 1
        count["figures right"] += bool(match)
        found |= set(match)
        if not match:
            wrong.append(f"figure: {figure.label} {given} {figure.conflict}")
    count["figures there"] += len(wanted)
    count["figures found"] += len(found)
    return wrong + [f"no figure: {wanted[one]}" for one in range(len(wanted)) if one not in found]


def _day(text: str) -> float | None:
    digits = "".join(sign for sign in text.split(maxsplit=1)[0] if sign.isdigit())
    return float(digits) if digits else None


def _quotes(label: dict, shown: Sequence[Quote], count: Counter[str]) -> list[str]:
    wrong, found = [], set()
    for quote in shown:
        who = {one.article_id[0] for one in quote.citations}
        match = [
            number
            for number, (speaker, words, letters) in enumerate(label["quotes"])
            if words in quote.text and speaker.split()[-1] == quote.speaker.split()[-1] and who <= set(letters)
        ]
        count["quotations shown"] += 1
        count["quotations right"] += bool(match)
        found |= set(match)
        if not match:
            wrong.append(f"quotation: {quote.speaker}: {quote.text} {who}")
    count["quotations there"] += len(label["quotes"])
    count["quotations found"] += len(found)
    return wrong + [f"no quotation: {label['quotes'][one]}" for one in range(len(label["quotes"])) if one not in found]


def _origins(label: dict, story: Story, count: Counter[str]) -> list[str]:
    wanted = {(name, letter) for name, letters in label.get("origins", ()) for letter in letters}
    shown = {(one.name, article[0]) for one in story.origins if one.kind == "outlet" for article in one.repeated_by}
    # An outlet goes by its name with its article or without.
    bare = {(name.removeprefix("Le ").removeprefix("La ").removeprefix("El "), letter) for name, letter in wanted}
    right = {
        one
        for one in shown
        if one in wanted or (one[0].removeprefix("Le ").removeprefix("La ").removeprefix("El "), one[1]) in bare
    }
    count["origins shown"] += len(shown)
    count["origins right"] += len(right)
    count["origins there"] += len(wanted)
    count["origins found"] += len(right)
    missing = [] if len(right) == len(wanted) else [f"origins wanted: {sorted(wanted)}, shown: {sorted(shown)}"]
    return [f"origin: {one}" for one in sorted(shown - right)] + missing


def measured(code: str, *, withheld: bool, show: bool = False) -> Counter[str]:
    """Return the counts of a language."""
    count: Counter[str] = Counter()
    for label in labelled(code, withheld=withheld):
        for line in score(label, linked(label, code), count):
            if show:
                print(f"{code} {label['A'][0]}: {line}")
    return count


def share(count: Counter[str], part: str, whole: str, kinds: tuple[str, ...] = KINDS) -> float:
    """Return a share of counts over some kinds, 1.0 of nothing."""
    total = sum(count[f"{kind} {whole}"] for kind in kinds)
    return sum(count[f"{kind} {part}"] for kind in kinds) / total if total else 1.0


def main() -> None:
    """Print the figures of the languages asked for."""
    asked = [one for one in sys.argv[1:] if not one.startswith("-")] or list(MEASURED)
    for code in asked:
        count = measured(code, withheld="--withheld" in sys.argv, show="--show" in sys.argv)
        for kinds in (KINDS, *((kind,) for kind in KINDS)):
            right, found = share(count, "right", "shown", kinds), share(count, "found", "there", kinds)
            shown, there = (sum(count[f"{kind} {whole}"] for kind in kinds) for whole in ("shown", "there"))
            name = kinds[0] if len(kinds) == 1 else "all"
            print(f"{code} {name:11} right {right:.3f} of {shown:3}   shown {found:.3f} of {there:3}")


if __name__ == "__main__":
    main()
