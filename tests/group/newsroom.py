"""Articles for tests, in our own words."""

import random
from datetime import UTC, datetime, timedelta

from digest.model import Article, Text, When

FIRST = datetime(2026, 3, 1, 9, tzinfo=UTC)
COMMON = (
    *("officials", "people", "company", "government", "report", "market", "country", "police", "leader", "morning"),
    *("decision", "question", "plan", "meeting", "statement", "support", "public", "change", "result", "number"),
    *("week", "council", "member", "interest", "policy", "problem", "service", "group"),
)


def article(name, title, *paragraphs, day=None, language="en", **more):
    """Return an article; `day` counts from 1 March 2026 at nine, None is undated."""
    published = None if day is None else When(at=FIRST + timedelta(days=day))
    text = tuple(Text(paragraph) for paragraph in paragraphs)
    more = {"where": f"seeds/articles/{name}.md", **more}
    return Article(id=name, title=Text(title), paragraphs=text, published=published, language=language, **more)


def event(name, words, count, *, day=0, seed=0):
    """Return `count` articles that report one event with the same rare words, each in an order of its own."""
    made = []
    for number in range(count):
        rng = random.Random(f"{name} {number} {seed}")
        own = words.split()
        body = [*rng.choices(own, k=3 * len(own)), *rng.choices(COMMON, k=60)]
        rng.shuffle(body)
        title = " ".join([*rng.sample(own, min(4, len(own))), rng.choice(COMMON)]).capitalize()
        made.append(article(f"{name}{number}", title, " ".join(body), day=None if day is None else day + number / 100))
    return made


QUAKE = "earthquake magnitude lisbon tremor epicentre rubble seismologist aftershock alfama richter"
STRIKE = "lufthansa pilots strike frankfurt walkout cockpit union verdi cancelled flights"
COMET = "comet telescope astronomer perihelion atacama nucleus dust brightness binoculars orbit"
