"""Articles and stories in our own words, made short."""

from datetime import UTC, datetime

import pytest

from digest.common.memo import no_memo
from digest.link import link
from digest.model import Article, Config, Saying, Source, Story, Terms, When
from digest.relate import relate

NOW = datetime(2026, 5, 2, tzinfo=UTC)
SOURCES = (
    Source(id="reuters", name="Reuters", home="https://reuters.example/"),
    Source(id="ap", name="The Associated Press", home="https://ap.example/", aliases=("Associated Press", "AP")),
    Source(id="gazette", name="Harbour Gazette", home="https://gazette.example/", aliases=("The Gazette",)),
    Source(id="courier", name="Valley Courier", home="https://courier.example/", terms=Terms(extract_limit=0.05)),
)


PADDING = "abcd"
"""An article is long by one word of one of these letters, which is no sentence and costs nothing to read."""


def edited(stories, config, memo=no_memo):
    """Link stories and tie them to each other."""
    return relate(link(stories, config.sources, config.digest.limits, memo), config.topics, config.decisions)


@pytest.fixture
def article():
    """Return a maker of articles: publisher's source id, title, then paragraphs; a `long` one may be quoted more."""
    made = []

    def make(source, title, *paragraphs, day=None, sayings=(), long=False, **more):
        name = next((known.name for known in SOURCES if known.id == source), source)
        number = len(made) + 1
        fields = {
            "id": f"{number:016x}",
            "where": f"seeds/articles/{number}.md",
            "title": title,
            "paragraphs": (*paragraphs, *([PADDING[number % 4] * 1350] if long else [])),
            "source": source if any(known.id == source for known in SOURCES) else None,
            "publisher": name,
            "language": "en",
            "published": When(at=datetime(2026, 5, day, tzinfo=UTC), precision="day") if day else None,
            "sayings": tuple(Saying(speaker=who, text=words) for who, words in sayings),
        }
        made.append(Article(**(fields | more)))
        return made[-1]

    return make


@pytest.fixture
def story():
    """Return a maker of bare stories from articles."""

    def make(*articles, name="0123456789abcdef"):
        return Story(id=name, path=f"stories/2026/05/{name}", headline=articles[0].title, articles=articles)

    return make


@pytest.fixture
def config():
    """Return a digest's configuration with a few sources."""
    return Config(sources=SOURCES)


@pytest.fixture
def linked(config, story):
    """Return a function from articles to the linked story they make."""

    def tie(*articles, **more):
        return edited([story(*articles, **more)], config)[0]

    return tie
