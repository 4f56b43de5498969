"""Entries and what becomes of them."""

from datetime import UTC, datetime

import pytest

from digest.clean import clean
from digest.model import Checkout, Config, Entry, Settings, Source, Terms

SOURCES = (
    Source(id="harbor", name="The Harbor Times", home="https://www.harbortimes.example/", aliases=("Harbor Times",)),
    Source(
        id="nordsee",
        name="Nordsee Kurier",
        home="https://nordsee.example/",
        language="de",
        country="DE",
        timezone="Europe/Berlin",
        terms=Terms(attribution="name us"),
    ),
)
CONFIG = Config(
    digest=Settings(),
    sources=SOURCES,
    checkout=Checkout(at=datetime(2031, 6, 4, tzinfo=UTC), whole=False),  # the days of these tests are right ones
)


@pytest.fixture(scope="session")
def cleaned():
    """Return a function from an entry's fields to (article or None, the codes of its problems)."""

    def run(now=None, **fields):
        given = {"where": "seeds/articles/a.txt", "line": 1, "kind": "text", "body": "", "by_hand": True} | fields
        articles, problems = clean([Entry(**given)], CONFIG, now)
        return (articles[0] if articles else None), {problem.code for problem in problems}

    return run
