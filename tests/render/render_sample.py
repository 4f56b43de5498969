"""A small edition in code: two days, six publishers, every part of a story page filled at least once."""

from datetime import UTC, datetime

from digest.model import (
    Article,
    Citation,
    Copy,
    Edition,
    Event,
    Feed,
    Figure,
    Origin,
    Passage,
    Point,
    Problem,
    Quote,
    Related,
    Role,
    Saying,
    Source,
    Story,
    Terms,
    Topic,
    Value,
    When,
)

DAY = datetime(2026, 6, 5, 9, 10, tzinfo=UTC)
EVE = datetime(2026, 6, 4, 18, 0, tzinfo=UTC)
SOURCES = (
    Source(
        id="harbour-post",
        name="Harbour Post",
        home="https://harbour.example/",
        feeds=(Feed(url="https://harbour.example/feed.xml", title="All & more"),),
        language="en",
        country="GB",
        owner="Quay Media",
        terms=Terms(attribution="Credit “Harbour Post” when cited", licence="CC BY 4.0", extract_limit=0.1),
    ),
    Source(id="tide-times", name="Tide Times", home="https://tide.example/", paywall=True),
)
TOPICS = (
    Topic(id="bridges", name="Bridges", description="What spans the river.", same_as=("https://www.wiki.example/Bridge",)),
    Topic(id="ferries", name="Ferries & boats"),
)


def cite(article, paragraph, words, *shared):
    """Cite the words, which must stand in that paragraph."""
    passage = article.passage(paragraph)
    start = passage.index(words)
    spans = tuple((words.index(part), words.index(part) + len(part)) for part in shared)
    return Citation(article_id=article.id, paragraph=paragraph, start=start, end=start + len(words), shared=spans)


COPY = Article(
    id="00000000000000c1",
    where="seeds/archive/x.jsonl",
    line=3,
    publisher="Quayside Mirror",
    url="https://mirror.example/bridge?a=1&b=2",
    title="Bridge closed to lorries from Monday",
    paragraphs=("The old bridge will close to lorries on Monday, the council said.",),
    published=When(at=datetime(2026, 6, 4, tzinfo=UTC), precision="day"),
)
FIRST = Article(
    id="00000000000000a1",
    where="seeds/articles/harbour.md",
    source="harbour-post",
    publisher="Harbour Post",
    url="https://harbour.example/bridge",
    title="Old bridge closes to lorries on Monday",
    byline="Ana Mole",
    paragraphs=(
        "The old bridge will close to lorries on Monday, the council said.",
        "Repairs are put at $4 million.",
    ),
    published=When(at=EVE),
    seen=EVE,
    copies=(Copy(article=COPY, share=0.934, kind="near"),),
)
SECOND = Article(
    id="00000000000000a2",
    where="seeds/articles/tide.md",
    source="tide-times",
    publisher="Tide Times",
    url="https://tide.example/2026/bridge_repairs",
    title="Lorries to be kept off the bridge",
    paragraphs=("From Monday no lorry may use the old bridge, the Harbour Post reported.", "The repairs cost $5 million."),
    text="brief",
    published=When(at=datetime(2026, 6, 5, tzinfo=UTC), precision="day"),
    sayings=(Saying(speaker="Ira Pike", text="it held for ninety years"),),
)
THIRD = Article(
    id="00000000000000a3",
    where="seeds/articles/dump.txt",
    title="Bridge *shut* | what we know [so far]",
    paragraphs=("1. The bridge will close to lorries.", "Ferries run every ten minutes instead."),
    published=When(at=datetime(2026, 6, 1, tzinfo=UTC), precision="month", inferred=True),
    seen=DAY,
    terms="Reuse with a link",
)
LONE = Article(
    id="00000000000000a4",
    where="seeds/articles/lone.txt",
    publisher="The Gull",
    title="Gulls return to the pier",
    paragraphs=("The gulls are back.",),
)
EARLIER = Article(
    id="00000000000000a5",
    where="seeds/articles/earlier.txt",
    source="tide-times",
    publisher="Tide Times",
    title="Council surveys the old bridge",
    paragraphs=("Surveyors looked at the old bridge.",),
    published=When(at=datetime(2026, 5, 30, tzinfo=UTC), precision="day"),
)
BRIDGE = Story(
    id="b1d6e0aa",
    path="stories/2026/06/old-bridge-closes-to-lorries-on-monday",
    headline="Old bridge closes to lorries on Monday",
    headline_by=FIRST.id,
    articles=(FIRST, SECOND, THIRD),
    points=(
        Point(
            text="The old bridge will close to lorries on Monday…",
            citations=(
                cite(FIRST, 1, "The old bridge will close to lorries on Monday", "close to lorries ", "on Monday"),
                cite(SECOND, 1, "From Monday no lorry may use the old bridge"),
                cite(THIRD, 1, "1. The bridge will close to lorries.", "close to lorries"),
            ),
        ),
        Point(
            text="From Monday no lorry may use the old bridge…",
            citations=(cite(SECOND, 1, "From Monday no lorry may use the old bridge"),),
            beside=(
                Passage(
                    article_id=THIRD.id,
                    text="1. The bridge will close to lorries.",
                    citations=(cite(THIRD, 1, "1. The bridge will close to lorries."),),
                ),
            ),
        ),
        Point(
            text="Repairs are put at $4 million.",
            citations=(cite(FIRST, 2, "Repairs are put at $4 million."),),
            disputed=True,
        ),
    ),
    figures=(
        Figure(
            label="Cost of the repairs",
            unit="USD",
            conflict=True,
            values=(
                Value(text="$4 million", value=4e6, citations=(cite(FIRST, 2, "$4 million"),)),
                Value(text="$5 million", value=5e6, newest=True, citations=(cite(SECOND, 2, "$5 million"),)),
            ),
        ),
        Figure(
            label="Ferries",
            unit="minutes",
            conflict=False,
            values=(Value(text="every ten minutes", value=10.0, citations=(cite(THIRD, 2, "every ten minutes"),)),),
        ),
    ),
    quotes=(
        Quote(
            speaker="Ira Pike",
            text="“it held for ninety years”",
            citations=(cite(SECOND, 3, "it held for ninety years"),),
            variants=("it has held for 90 years",),
        ),
    ),
    origins=(
        Origin(
            name="Harbour Post",
            source="harbour-post",
            member=True,
            repeated_by=(SECOND.id,),
            for_core=(SECOND.id,),
            evidence=(cite(SECOND, 1, "the Harbour Post reported"),),
        ),
        Origin(
            name="Council statement",
            kind="primary",
            member=False,
            repeated_by=(FIRST.id, THIRD.id),
            for_core=(FIRST.id,),
            evidence=(cite(FIRST, 1, "the council said"), cite(THIRD, 2, "Ferries run")),
        ),
    ),
    roles=(
        Role(article_id=FIRST.id, role="original"),
        Role(article_id=SECOND.id, role="repeats", repeats=("Harbour Post",)),
        Role(article_id=THIRD.id, role="unknown"),
    ),
    independent=1,
    at_least=True,
    only_in=(
        Passage(
            article_id=THIRD.id,
            text="Ferries run every ten minutes instead.",
            citations=(cite(THIRD, 2, "Ferries run every ten minutes instead."),),
        ),
    ),
    related=(
        Related(
            id="5u2ve7",
            path="stories/2026/05/council-surveys-the-old-bridge",
            headline="Council surveys the old bridge",
            kind="continues",
            why=("old bridge", "council"),
        ),
    ),
    topics=("bridges", "ferries", "no-such-topic"),
    history=(
        Event(at=EVE, kind="published", text="published with 1 source"),
        Event(at=DAY, kind="added", text="2 sources added"),
        Event(at=DAY, kind="corrected", text="the day was wrong", subject="Monday, not Tuesday"),
    ),
    notes=("The council has since confirmed the date.",),
    pinned=True,
    dropped=1,
    redirects=("stories/2026/06/bridge-shut", "../../etc/passwd", "stories/2026/05/council-surveys-the-old-bridge"),
)
SURVEY = Story(
    id="5u2ve7",
    path="stories/2026/05/council-surveys-the-old-bridge",
    headline="Council surveys the old bridge",
    headline_by=EARLIER.id,
    articles=(EARLIER,),
    topics=("bridges",),
)
GULLS = Story(
    id="9u115",
    path="stories/undated/gulls-return-to-the-pier",
    headline="Gulls return to the pier",
    headline_by=LONE.id,
    articles=(LONE,),
    points=(Point(text="The gulls are back.", citations=(cite(LONE, 1, "The gulls are back."),)),),
)
EDITION = Edition(
    day=DAY,
    stories=(BRIDGE, SURVEY, GULLS),
    sources=SOURCES,
    topics=TOPICS,
    problems=(
        Problem(
            stage="clean",
            where="seeds/articles/empty.txt",
            line=1,
            code="empty",
            detail="this file is empty",
            remedy="fill it or delete it",
            by_hand=True,
        ),
    ),
)


def filled(words):
    """An edition in which every field that comes from outside holds these words."""
    source = Source(
        id="pub", name=words, home="https://pub.example/", owner=words, terms=Terms(attribution=words, licence=words)
    )
    topic = Topic(id="top", name=words, description=words)
    copy = Article(id="c" * 16, where=words, title=words, publisher=words)
    one = Article(
        id="a" * 16,
        where=words,
        source="pub",
        title=words,
        byline=words,
        url="https://pub.example/a",
        paragraphs=(words,),
        seen=DAY,
        copies=(Copy(article=copy, share=0.5, kind="text"),),
    )
    two = Article(id="b" * 16, where=words, publisher=words, title=words, terms=words, paragraphs=(words,), text="brief")
    whole = tuple(Citation(article_id=one.id, paragraph=p, start=0, end=len(words)) for p in (0, 1))
    shared = Citation(article_id=two.id, paragraph=1, start=0, end=len(words), shared=((1, 3), (5, len(words))))
    cites = (*whole, shared)
    story = Story(
        id="x1",
        path="stories/2026/06/x",
        headline=words,
        headline_by=one.id,
        articles=(one, two),
        points=(
            Point(text=words, citations=cites, beside=(Passage(article_id=two.id, text=words, citations=cites),)),
            Point(text=words, citations=whole, beside=(Passage(article_id=two.id, text=words, citations=cites),)),
        ),
        figures=(Figure(label=words, unit=words, conflict=True, values=(Value(text=words, value=1.0, citations=cites),)),),
        quotes=(Quote(speaker=words, text=words, citations=cites, variants=(words,)),),
        origins=(Origin(name=words, member=False, repeated_by=(two.id,), for_core=(two.id,), evidence=cites),),
        roles=(Role(article_id=two.id, role="repeats", repeats=(words,)),),
        independent=1,
        only_in=(Passage(article_id=one.id, text=words, citations=whole),),
        related=(Related(id="y1", path="stories/2026/06/y", headline=words, kind="same-subject", why=(words,)),),
        topics=("top",),
        history=(Event(at=DAY, kind="corrected", text="corrected", subject=words),),
        notes=(words,),
    )
    lone = Story(id="y1", path="stories/2026/06/y", headline=words, headline_by=copy.id, articles=(copy,))
    problem = Problem(stage="clean", where=words, line=2, code="x", detail=words, remedy=words)
    return Edition(day=DAY, stories=(story, lone), sources=(source,), topics=(topic,), problems=(problem,))
