"""An edition with something in every part of every page, about a town that does not exist, in words that can be replaced."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from digest.model import (
    Article,
    Citation,
    Copy,
    Edition,
    Event,
    Figure,
    Origin,
    Passage,
    Point,
    Quote,
    Related,
    Role,
    Saying,
    Source,
    Story,
    Terms,
    Text,
    Topic,
    Url,
    Value,
    When,
)

Say = Callable[[str], str]
NOW = datetime(2031, 5, 9, 8, 30, tzinfo=UTC)
SOURCES = (("harbour-post", "Harbour Post"), ("tide-wire", "Tide Wire"), ("northbank-radio", "Northbank Radio"))
TOPICS = (("transport", "Transport"), ("schools", "Schools"), ("energy", "Energy"))
SUBJECTS = (
    ("tram fares", "transport", 0),
    ("the swing bridge", "transport", 1),
    ("school lunches", "schools", 1),
    ("the tidal turbine", "energy", 3),
    ("evening ferries", "transport", 40),
    ("solar roofs on schools", "schools", 41),
)
STORY = "stories/2031/05/tram-fares-0/"
OLD_ADDRESS = "stories/2031/05/old-address/"
PAGES = {
    "front": "",
    "story": STORY,
    "edition": "editions/2031/05/09/",
    "topic": "topics/transport/",
    "source": "sources/harbour-post/",
    "editions": "editions/",
    "week": "editions/2031/w19/",
    "follow": "follow/",
    "search": "search/?q=council",
    "offline": "offline/",
}
EVERY = PAGES | {
    "month": "editions/2031/05/",
    "year": "editions/2031/",
    "topics": "topics/",
    "sources": "sources/",
    "method": "method/",
    "status": "status/",
    "corrections": "corrections/",
    "add": "add/",
    "404": "404.html",
}
"""PAGES and the kinds that have no more than a list or text."""


def edition(say: Say = str, stories: int = len(SUBJECTS)) -> Edition:
    """Return the edition; `say` is asked for the words of each field that comes from outside, given ours."""
    return Edition(
        day=NOW,
        stories=tuple(_story(number, say) for number in range(stories)),
        sources=tuple(_source(source_id, name, say) for source_id, name in SOURCES),
        topics=tuple(_topic(topic_id, name, say) for topic_id, name in TOPICS),
    )


def _text(say: Say, words: str) -> Text:
    return Text(say(words))


def _source(source_id: str, name: str, say: Say) -> Source:
    terms = Terms(attribution=say(f"Name {name} and link to it"))
    return Source(id=source_id, name=say(name), home=f"https://{source_id}.example/", aliases=(say(name),), terms=terms)


def _topic(topic_id: str, name: str, say: Say) -> Topic:
    return Topic(id=topic_id, name=say(name), description=say(f"What the town says about {name.lower()}."))


def _articles(number: int, subject: str, at: datetime, say: Say) -> list[Article]:
    def article(which: int, publisher: str | None, paragraphs: tuple[str, ...], **more: object) -> Article:
        return Article(
            id=f"{number:04x}{which:012x}",
            where=f"seeds/articles/{number}-{which}.md",
            source=SOURCES[which][0] if which < len(SOURCES) else None,
            publisher=_text(say, publisher) if publisher else None,
            url=Url(f"https://news.example/{number}/{which}") if which != 2 else None,
            title=_text(say, f"Council votes on {subject}, report {which + 1}"),
            byline=_text(say, "Ada Quay and Tom Sluice") if which == 0 else None,
            paragraphs=tuple(_text(say, words) for words in paragraphs),
            published=When(at=at + timedelta(hours=which), precision="day" if which else "time"),
            language="en",
            **more,
        )

    opening = f"The council agreed on Tuesday to change {subject} from the first of June."
    cost = f"The change to {subject} will cost the town 4.2 million crowns over three years."
    less = f"The town hall puts the bill for {subject} at 3.9 million crowns."
    copy = article(7, "Ferry Courier", (opening, cost))
    return [
        article(0, SOURCES[0][1], (opening, cost, "A second reading is due before the summer recess."),
                copies=(Copy(article=copy, share=0.93, kind="near"),)),
        article(1, SOURCES[1][1], (opening, less, "Shopkeepers near the quay fear for the weekend trade.")),
        article(2, SOURCES[2][1], (opening, cost), text="brief", terms=_text(say, "Free to quote with credit"),
                sayings=(Saying(speaker=_text(say, "Mayor Ines Lock"), text=_text(say, "we waited long enough")),)),
        article(5, "Quayside Notes" if number % 2 else None, (opening,)),
    ]  # fmt: skip


def _cite(article: Article, paragraph: int) -> Citation:
    words = article.passage(paragraph)
    shared = ((4, 11),) if len(words) > 11 else ()
    return Citation(article_id=article.id, paragraph=paragraph, start=0, end=len(words), shared=shared)


def _passage(article: Article, paragraph: int) -> Passage:
    return Passage(article_id=article.id, text=article.passage(paragraph), citations=(_cite(article, paragraph),))


def _story(number: int, say: Say) -> Story:
    subject, topic, days = SUBJECTS[number % len(SUBJECTS)]
    at = NOW - timedelta(days=days, hours=6)
    first, second, third, fourth = articles = _articles(number, subject, at, say)
    both = Value(text=_text(say, "4.2 million"), value=4.2e6, citations=(_cite(first, 2), _cite(third, 2)))
    other = Value(text=_text(say, "3.9 million"), value=3.9e6, newest=True, citations=(_cite(second, 2),))
    neighbour = (number + 1) % len(SUBJECTS) if number < len(SUBJECTS) else 0
    return Story(
        id=f"sample-{number}",
        path=f"stories/{at:%Y/%m}/{SUBJECTS[number % len(SUBJECTS)][0].replace(' ', '-')}-{number}",
        headline=first.title,
        headline_by=first.id,
        articles=tuple(articles),
        points=(
            Point(text=first.passage(1), citations=tuple(_cite(article, 1) for article in articles)),
            Point(text=first.passage(2), citations=(_cite(first, 2), _cite(third, 2))),
            Point(text=second.passage(3), citations=(_cite(second, 3),), beside=(_passage(fourth, 1),)),
        ),
        figures=(Figure(label=_text(say, "Cost to the town"), unit="SEK", values=(both, other), conflict=True),),
        quotes=(
            Quote(
                speaker=third.sayings[0].speaker,
                text=third.sayings[0].text,
                citations=(_cite(third, 3),),
                variants=(_text(say, "we have waited long enough"),),
            ),
        ),
        origins=(
            Origin(
                name=first.publisher or Text(""), source=SOURCES[0][0], member=True,
                repeated_by=(third.id,), for_core=(third.id,), evidence=(_cite(third, 1),),
            ),
        ),
        roles=(
            Role(article_id=first.id, role="original"),
            Role(article_id=second.id, role="original"),
            Role(article_id=third.id, role="repeats", repeats=(first.publisher or Text(""),)),
            Role(article_id=fourth.id, role="unknown"),
        ),
        independent=2,
        at_least=True,
        only_in=(_passage(first, 3),),
        related=(_related(neighbour, say),),
        topics=(topic,),
        history=(
            Event(at=at, kind="published", text="published with 2 sources"),
            Event(at=at + timedelta(hours=3), kind="added", text="2 sources added"),
        ),
        notes=(_text(say, "The date was given as July in an earlier version."),) if number == 0 else (),
        redirects=(f"stories/{at:%Y/%m}/old-address",) if number == 0 else (),
    )  # fmt: skip


def _related(number: int, say: Say) -> Related:
    subject, _, days = SUBJECTS[number]
    at = NOW - timedelta(days=days, hours=6)
    return Related(
        id=f"sample-{number}",
        path=f"stories/{at:%Y/%m}/{subject.replace(' ', '-')}-{number}",
        headline=_text(say, f"Council votes on {subject}, report 1"),
        kind="same-subject",
        why=(_text(say, "council"), _text(say, "crowns")),
    )
