"""From clean articles to stories: what 100,000 cost, and what one more day costs.

    python benchmarks/group.py [articles]

Makes articles of about 300 words, 500 a day, two in five of them about an event that others report too, one in ten a copy.
Prints CPU seconds of dedupe and group together and the highest memory: cold for a quarter and for all, again with what was
remembered, and with a further day of 500. Then what that day cost, beside what 500 cost of all and what these cost alone.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import wordfreq

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from digest.common.memo import Memo, no_memo
from digest.dedupe import dedupe
from digest.group import group
from digest.model import Article, Text, When
from digest.pipeline import without_collection
from digest.runtime.cache import Cache

A_DAY = 500
FIRST = datetime(2025, 1, 1, tzinfo=UTC)


class Newsroom:
    """Makes articles of words as common as those of English, each event with some of its own."""

    def __init__(self, seed: int = 1) -> None:
        self.rng = random.Random(seed)
        table = wordfreq.get_frequency_dict("en", wordlist="best")
        self.words = [word for word in table if word.isascii()][:60_000]
        self.shares = list(accumulate(table[word] for word in self.words))
        self.rare = self.words[5_000:]

    def day(self, number: int) -> list[Article]:
        """Return the articles of one day."""
        at = FIRST + timedelta(days=number)
        made: list[Article] = []
        while len(made) < A_DAY:
            own = self.rng.sample(self.rare, 25)
            for _ in range(self.rng.choice((1, 1, 1, 2, 5))):
                made.append(self.article(f"{number:04}{len(made):04}", at, own))
                if self.rng.random() < 0.1:
                    text = made[-1].paragraphs[:-1]
                    made.append(self.article(f"{number:04}{len(made):04}", at, own, text))
        return made[:A_DAY]

    def article(self, name: str, at: datetime, own: list[str], text: tuple[Text, ...] = ()) -> Article:
        """Return an article about the event that has the `own` words."""
        title = " ".join([*self.rng.sample(own, 4), *self.rng.choices(self.words, cum_weights=self.shares, k=5)])
        if not text:
            common = self.rng.choices(self.words, cum_weights=self.shares, k=260)
            body = common + self.rng.choices(own, k=40)
            self.rng.shuffle(body)
            text = tuple(Text(" ".join(body[at : at + 60])) for at in range(0, len(body), 60))
        when = When(at=at + timedelta(minutes=self.rng.randrange(1440)))
        return Article(id=name, where=f"{name}.md", title=Text(title), paragraphs=text, published=when, language="en")


def seconds(articles: list[Article], memo: Memo = no_memo) -> tuple[float, int]:
    """Return the CPU seconds from articles to stories, and how many stories there are."""
    before = time.process_time()
    with without_collection():
        stories, _ = group(dedupe(articles, memo), memo=memo)
    return time.process_time() - before, len(stories)


def memory() -> float:
    """Return the highest memory so far in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def line(label: str, articles: int, stories: int, spent: float) -> None:
    """Print a line of the table."""
    print(f"{label:34}{articles:10}{stories:10}{spent:9.2f}{memory():7.0f}", flush=True)


def main() -> None:
    """Print the table."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    newsroom = Newsroom()
    seconds(newsroom.day(0)[:50])  # tables are read once
    days = [newsroom.day(number) for number in range(most // A_DAY + 1)]
    print(f"{'':34}{'articles':>10}{'stories':>10}{'CPU s':>9}{'MB':>7}")
    print(f"{'made, nothing done yet':34}{len(days) * A_DAY:10}{'':10}{'':9}{memory():7.0f}")
    articles = [article for day in days[: most // 4 // A_DAY] for article in day]
    spent, stories = seconds(articles)
    line("cold", len(articles), stories, spent)
    with tempfile.TemporaryDirectory() as folder, Cache(Path(folder) / "memo") as memo:
        articles = [article for day in days[:-1] for article in day]
        cold, stories = seconds(articles, memo)
        line("cold", len(articles), stories, cold)
        again, before = seconds(articles, memo)
        line("again, nothing new", len(articles), before, again)
        more, stories = seconds([*articles, *days[-1]], memo)
        line("again, and one more day", len(articles) + A_DAY, stories, more)
    line("so that day", A_DAY, stories - before, more - again)
    line("as many of all, cold", A_DAY, before * A_DAY // len(articles), cold * A_DAY / len(articles))
    spent, stories = seconds(days[-1])
    line("that day alone", A_DAY, stories, spent)


if __name__ == "__main__":
    main()
