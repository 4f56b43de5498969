"""CPU of cleaning 10,000 feed entries, beside what feedparser took to parse them: python benchmarks/clean.py"""

from __future__ import annotations

import time
from pathlib import Path

import feedparser

from digest.clean import clean
from digest.config import Workspace
from digest.model import Entry, Settings

ENTRIES = 10_000
A_FEED = 100
WORDS = """council river budget storm harvest bridge minister engine court school market signal valley museum plant ferry
report winter station garden union border satellite clinic tunnel archive mayor quarry"""


def feed(number: int) -> str:
    """Return one made-up RSS feed of a hundred entries with HTML bodies of three paragraphs, as feeds carry them."""
    items, words = [], WORDS.split()
    for item in range(number * A_FEED, (number + 1) * A_FEED):
        word = [words[(item * step + step) % len(words)] for step in range(1, 40)]
        body = "".join(
            f"<p>The {word[at]} of the {word[at + 1]} told the <a href='https://example.org/{item}/{at}'>{word[at + 2]}</a> "
            f"on Tuesday that the {word[at + 3]} &amp; the {word[at + 4]} would cost {item % 900}.5 million more.</p>"
            for at in (0, 9, 18)
        )
        items.append(
            f"<item><title>The {word[1]} and the {word[2]} of {item}</title>"
            f"<link>https://example.org/{item}?utm_source=rss</link>"
            f"<guid>{item}</guid><pubDate>Thu, 04 Jun 2026 {item % 24:02}:15:00 GMT</pubDate><author>A. Writer</author>"
            f"<description><![CDATA[{body}]]></description></item>"
        )
    return f"<rss version='2.0'><channel><title>Feed {number}</title><language>en</language>{''.join(items)}</channel></rss>"


def entries(feeds: list[str]) -> list[Entry]:
    """Return the entries of the feeds as feedparser reads them."""
    return [
        Entry(
            where=f"seeds/archive/feed-{number}/2026-06.jsonl",
            line=line,
            kind="html",
            body=item.summary,
            title=item.title,
            link=item.link,
            guid=item.id,
            byline=item.get("author"),
            published=item.published,
            language="en",
        )
        for number, text in enumerate(feeds)
        for line, item in enumerate(feedparser.parse(text).entries, 1)
    ]


def main() -> None:
    """Print the seconds of CPU of both, and their ratio in this run."""
    feeds = [feed(number) for number in range(ENTRIES // A_FEED)]
    config = Workspace(root=Path(), digest=Settings())
    clean(entries(feeds[:1]), config, None)  # loads what is loaded once
    start = time.process_time()
    parsed = entries(feeds)
    between = time.process_time()
    articles, _ = clean(parsed, config, None)
    end = time.process_time()
    print(f"feedparser {between - start:6.2f} s of CPU for {len(parsed):,} entries")
    print(f"clean      {end - between:6.2f} s of CPU for {len(articles):,} articles")
    print(f"ratio      {(end - between) / (between - start):6.2f}")


if __name__ == "__main__":
    main()
