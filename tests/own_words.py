"""Articles and stories in our own words, made short."""

from datetime import UTC, datetime

import pytest

from digest.link import link
from digest.memo import no_memo
from digest.model import Article, Config, Saying, Source, Story, Terms, When
from digest.relate import relate

NOW = datetime(2026, 5, 2, tzinfo=UTC)
SOURCES = (
    Source(id="reuters", name="Reuters", home="https://reuters.example/"),
    Source(id="ap", name="The Associated Press", home="https://ap.example/", aliases=("Associated Press", "AP")),
    Source(id="gazette", name="Harbour Gazette", home="https://gazette.example/", aliases=("The Gazette",)),
    Source(id="courier", name="Valley Courier", home="https://courier.example/", terms=Terms(extract_limit=0.05)),
)


PADDING = (
    "Gulls circled above the quay while lorries queued for crates of smoked mackerel and somebody tuned an accordion.",
    "Apple blossom came early to the orchards below Mount Hollin, and beekeepers moved their hives uphill before Easter.",
    "A retired clockmaker repaired the tower clock of Fennwick with parts that he filed by hand over eleven evenings.",
    "Schoolchildren in Upper Brae painted forty benches in colours that their grandparents chose at a village fair.",
)


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
            "paragraphs": (*paragraphs, *(PADDING[number % 4 : number % 4 + 1] * (12 if long else 0))),
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
