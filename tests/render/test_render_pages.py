"""The pages: what stands where, what leads where, and what is said of what is not known."""

import json
import posixpath
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from render_sample import BRIDGE, COPY, DAY, EDITION, FIRST, GULLS, SECOND, SURVEY, cite

from digest import __version__
from digest.errors import CitationError
from digest.gate import FLOORS
from digest.model import (
    EPOCH,
    Article,
    Edition,
    Event,
    Limits,
    Point,
    Problem,
    Role,
    Settings,
    Story,
    Terms,
    Text,
    When,
    Withdrawal,
)
from digest.render import render
from digest.render.changes import CORRECTED
from digest.render.feed_formats import NAMES

STORY = "stories/2026/06/old-bridge-closes-to-lorries-on-monday.md"


def made(edition, **settings):
    """The pages of an edition by path."""
    pages = render(edition, Settings(**settings))
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: page.text for page in pages}


def single(number, at=None, **fields):
    """A story of one article."""
    article = Article(
        id=f"{number:016x}",
        where="x",
        title=f"Item {number}",
        published=When(at=at) if at else None,
        **{"publisher": "Tide Times", "source": "tide-times", **fields},
    )
    return Story(id=f"s{number}", path=f"stories/undated/item-{number}", headline=article.title, articles=(article,))


def test_a_story_page_is_in_the_order_of_the_design(pages):
    """From headline to history, each part once."""
    heads = re.findall(r"^#+ (.*)$", pages[STORY], re.MULTILINE)
    assert heads == [
        "Old bridge closes to lorries on Monday { #story }",
        "What is reported",
        "Where they differ { #where-they-differ }",
        "In their words",
        "Only in one source",
        "Who reported it",
        "What each day added { #days }",
        "Sources { #sources }",
        "The event so far { #event }",
        "Topics",
        "History { #history }",
    ]


def test_every_link_between_pages_leads_to_a_page(pages):
    """No link of a generated page is dead; rows of sources exist."""
    for path, text in pages.items():
        if not path.endswith(".md"):
            continue
        for target, anchor in re.findall(r"\]\(([^)#]*)(#[^)]*)?\)", text):
            if target.startswith("http"):
                continue
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert whole in pages, (path, target)
            if anchor.startswith("#s"):
                assert f'<span id="{anchor[1:]}">' in pages[whole], (path, target, anchor)


def test_every_story_is_reached_from_the_index_of_editions(pages):
    """Day, month, year and what has no day: nothing is only in the search."""
    found, left = {"editions/index.md"}, ["editions/index.md"]
    while left:
        path = left.pop()
        for target in re.findall(r"\]\(([^)#]+\.md)", pages[path]):
            whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if whole.startswith(("editions/", "stories/")) and whole not in found:
                found.add(whole)
                left.append(whole)
    assert {f"{story.path}.md" for story in EDITION.stories} <= found


def test_a_citation_shows_the_exact_words_with_the_shared_ones_marked(pages):
    """With whose they are; a verbatim source is quoted, a brief is a summary, a saying in a brief is quoted."""
    tip = '<span class="tip"> <span class="of">{}</span>'.format
    text = pages[STORY]
    assert f"[1{tip('1 Harbour Post')} “The old bridge will **close to lorries on Monday**”</span>](#s1)" in text
    assert f"[2{tip('2 Tide Times')} In summary: From Monday no lorry may use the old bridge</span>" in text
    assert f"[2{tip('2 Tide Times')} “it held for ninety years”</span>](#s2)" in text


def test_a_source_that_carries_part_of_a_point_is_shown_as_that_and_not_counted():
    """Its number stands behind the words "in part", in the feed too; the JSON says so, and the point is one source's."""
    article, other = (
        Article(id=f"00000000000000e{number}", where=f"seeds/articles/e{number}.md", title=title)
        for number, title in enumerate(("The bridge closed at noon", "The bridge closed"))
    )
    citations = (cite(article, 0, article.title), replace(cite(other, 0, other.title), part=True))
    points = (Point(text=article.title, citations=citations),)
    story = Story(
        id="00000000000000e2", path="stories/2026/06/e", headline="Closed", articles=(article, other), points=points
    )
    pages = {page.path: page.text for page in render(Edition(day=DAY, stories=(story,)), Settings())}
    line = next(line for line in pages[f"{story.path}.md"].splitlines() if "The bridge closed at noon<sup>" in line)
    full, rest = line.split('<span class="part">in part<sup>')
    assert ("(#s1)" in full, "(#s2)" in full, "(#s2)" in rest, "1 of 2 sources" in rest) == (True, False, True, True)
    told = json.loads(pages[f"api/stories/{story.id}.json"])["points"][0]["citations"]
    assert [one.get("part") for one in told] == [None, True]
    assert "The bridge closed at noon [1] (in part [2])" in pages["feed.json"]


def test_the_first_seven_points_stand_open_and_the_others_unfold():
    """Seven statements are seen at once; every further one is on the page too, under words that say how many there are."""
    texts = ("The", "old", "bridge", "over", "the", "river", "was", "closed", "on")
    article = Article(id="00000000000000d1", where="seeds/articles/d1.md", title=" ".join(texts))
    points = tuple(Point(text=word, citations=(cite(article, 0, word),)) for word in texts)
    story = Story(
        id="00000000000000d2", path="stories/2026/06/d", headline=article.title, articles=(article,), points=points
    )
    (text,) = [
        page.text for page in render(Edition(day=DAY, stories=(story,)), Settings()) if page.path == f"{story.path}.md"
    ]
    seen, unfolds = text.split('<details class="more" markdown="1">\n<summary>2 more statements</summary>')
    assert (seen.count("\n- "), unfolds.split("</details>")[0].count("\n- ")) == (7, 2)


def test_a_point_from_a_brief_is_never_shown_as_a_quotation(pages):
    """The point whose words are a contributor's says so."""
    line = next(line for line in pages[STORY].splitlines() if "Tide Times:</span> From Monday" in line)
    assert '</sup> <span class="brief">in summary</span> <span class="count">' in line
    assert "“" not in line


def test_what_is_unknown_is_shown_as_unknown(pages):
    """Publisher, author, date, role and terms: each says that it is not known, where it is known of another source."""
    unknown = replace(GULLS.articles[0], publisher=None)
    text = made(replace(EDITION, stories=(replace(BRIDGE, articles=(*BRIDGE.articles, unknown)),)))[STORY]
    row = [line for line in text.splitlines() if line.startswith("| <span")][-1]
    assert row.count("unknown") == 3
    assert "not named" in row
    assert "none stated" in row
    assert "date not known" in pages[f"{GULLS.path}.md"]
    assert "June 2026 (inferred)" in pages[STORY]


@pytest.mark.parametrize(
    ("independent", "at_least", "words"), [(2, False, "2 independent"), (1, True, "at least 1 independent")]
)
def test_independence_is_said_as_it_is_known(independent, at_least, words):
    """A number, or at least a number, on the page, the cards and in the feeds."""
    text = made(replace(EDITION, stories=(replace(BRIDGE, independent=independent, at_least=at_least),)))
    assert f"**{words}**" in text[STORY]
    assert words in text["index.md"]
    assert words in text["feed.xml"]


@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_column_in_which_nothing_is_known_is_left_out(withdrawn):
    """The table then has number, publisher and title; an article that was withdrawn keeps the column that says so."""
    gone = (Withdrawal(article_id="w", reason="Asked for"),) if withdrawn else ()
    text = made(replace(EDITION, stories=(replace(GULLS, withdrawn=gone),)))[f"{GULLS.path}.md"]
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert table[0] == ("| # | Publisher | Title | Role |" if withdrawn else "| # | Publisher | Title |")
    assert len({line.count("|") for line in table}) == 1
    assert ("| withdrawn |" in text) == withdrawn


def test_that_independence_was_not_assessed_is_said_on_the_page_of_the_method_alone():
    """A story, a card, a line and a feed say what is known, and nothing of what is not."""
    text = made(replace(EDITION, stories=(replace(BRIDGE, independent=None, roles=()), GULLS)))
    assert [path for path in text if "not assessed" in text[path]] == ["method.md"]
    assert not any("Origin unknown" in text[path] for path in (STORY, f"{GULLS.path}.md"))


def test_that_a_line_is_a_summary_is_said_once_where_all_are():
    """Of a front of briefs its head says it, of a mixed one the lines that are summaries."""
    brief = replace(BRIDGE, articles=tuple(replace(article, text="brief") for article in BRIDGE.articles))
    other = replace(BRIDGE, id="5u2ve9", path=f"{BRIDGE.path}-2")
    every, mixed = (made(replace(EDITION, stories=stories))["index.md"] for stories in ((brief,), (brief, other)))
    assert (every.count("in this digest’s own words"), every.count("in summary</span>")) == (1, 0)
    assert (mixed.count("in this digest’s own words"), mixed.count("in summary</span>")) == (0, 1)


def test_why_nothing_can_be_told_of_feed_items_is_said_once():
    """Where feeds gave a sentence an article the page says so beside whose origin is unknown, and nowhere else."""
    items = [
        replace(single(n, DAY, publisher=f"P{n}", source=None).articles[0], where=f"seeds/archive/p{n}/x.jsonl")
        for n in (1, 2)
    ]
    items = [replace(item, paragraphs=("The pier is shut.",)) for item in items]
    short = Story(id="s1", path="stories/2026/06/s", headline=items[0].title, articles=tuple(items))
    long = replace(short, articles=(items[0], replace(items[1], paragraphs=("The pier is shut for repairs. " * 30,))))
    third = single(3, DAY, publisher="P3", source=None).articles[0]
    known = (Role(article_id=third.id, role="original"),)
    told, untold = (
        made(replace(EDITION, stories=(replace(one, articles=(*one.articles, third), roles=known),)))[f"{short.path}.md"]
        for one in (short, long)
    )
    assert told.count("never counted as independent): the feeds give summaries only") == 1
    assert untold.count("never counted as independent)") == 1
    assert "summaries only" not in untold


def test_a_hidden_story_keeps_its_page_and_is_listed_nowhere():
    """Its page, its JSON and its own feed are there; no other page, feed or list names it."""
    pages = made(replace(EDITION, stories=(BRIDGE, replace(SURVEY, hidden=True), GULLS)))
    named = {path for path, text in pages.items() if "ouncil surveys" in text or "council-surveys" in text}
    assert named == {f"{SURVEY.path}.md", "api/stories/5u2ve7.json"} | {f"{SURVEY.path}/{name}" for name in NAMES}


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ((), "None of this story’s articles is left."),
        (("It was a hoax.",), "This story was withdrawn: It was a hoax."),
        (("Asked for", "It was *not* so"), "This story was withdrawn: Asked for; It was &#42;not&#42; so"),
        (("Asked for", "Asked for"), "This story was withdrawn: Asked for"),
    ],
)
def test_a_story_without_an_article_says_why_in_one_sentence(reasons, said):
    """Nothing else stands on its page, and no other page names it; its old addresses lead there, and its feeds stay."""
    gone = tuple(Withdrawal(article_id=f"a{n}", reason=Text(reason)) for n, reason in enumerate(reasons))
    bare = Story(id="5u2ve7", path=SURVEY.path, headline=Text("Withdrawn story"), articles=(), withdrawn=gone, hidden=True)
    pages = made(replace(EDITION, stories=(BRIDGE, replace(bare, redirects=("stories/2026/05/old",)), GULLS)))
    assert pages[f"{SURVEY.path}.md"].partition("\n# ")[2] == f"Withdrawn story {{ #story }}\n\n{said}\n"
    named = {path for path, text in pages.items() if "Withdrawn story" in text}
    feeds = {f"{at}/{name}" for at in (SURVEY.path, "stories/2026/05/old") for name in NAMES}
    assert named == {f"{SURVEY.path}.md", "api/stories/5u2ve7.json", "stories/2026/05/old.md"} | feeds


def test_what_was_withdrawn_of_a_story_has_a_row_and_no_number():
    """The table says withdrawn and why; the sources are counted without it."""
    gone = (Withdrawal(article_id="x", reason=Text("A | court said so")),)
    plain, text = made(EDITION)[STORY], made(replace(EDITION, stories=(replace(BRIDGE, withdrawn=gone),)))[STORY]
    assert "| – | *withdrawn* | A &#124; court said so | – | – | withdrawn | – |" in text
    assert plain.count("withdrawn") == 0
    assert [line for line in plain.splitlines() if "sources**" in line] == [
        line for line in text.splitlines() if "sources**" in line
    ]


def test_an_old_address_leads_to_the_story(pages):
    """A redirect page says where the story is now; one that would stand on another page or outside is left out."""
    text = pages["stories/2026/06/bridge-shut.md"]
    assert 'redirect: "../../../../stories/2026/06/old-bridge-closes-to-lorries-on-monday/"' in text
    assert "../../../stories/2026/06/old-bridge-closes-to-lorries-on-monday.md" in text
    assert "# Council surveys" in pages["stories/2026/05/council-surveys-the-old-bridge.md"]
    both = tuple(replace(story, redirects=("/stories/2026/06/old/",)) for story in (BRIDGE, SURVEY))
    assert made(replace(EDITION, stories=both)) == made(replace(EDITION, stories=both[::-1]))


@pytest.mark.parametrize(
    "old", ["index", "topics/index", "stories/../index", "https://a.example/x", "stories/2026/06/old bridge"]
)
def test_an_old_address_that_is_no_storys_is_left_out(old):
    """A redirect never stands where another page belongs, nor outside content/."""
    pages = made(replace(EDITION, stories=(replace(BRIDGE, redirects=(old,)), SURVEY, GULLS)))
    assert pages.keys() == made(replace(EDITION, stories=(replace(BRIDGE, redirects=()), SURVEY, GULLS))).keys()


def test_every_item_is_reached_from_its_sources_page():
    """Articles and copies, with and without a source file or a name, over the pages of a long list."""
    many = tuple(single(number, DAY - timedelta(days=number)) for number in range(250))
    pages = made(replace(EDITION, stories=(*EDITION.stories, *many)))
    assert pages["sources/tide-times.md"].count("\n- ") == 100
    listed = "".join(text for path, text in pages.items() if path.startswith("sources/tide-times"))
    assert [f"[Item {number}]" in listed for number in range(250)] == [True] * 250
    assert "sources/tide-times/3.md" in pages
    assert COPY.title in "".join(text for path, text in pages.items() if path.startswith("sources/quayside-mirror_"))
    assert "sources/not_named.md" in pages


def test_an_empty_digest_says_what_to_do_next():
    """One page that names the folder, the commands and the method."""
    pages = made(Edition(day=EPOCH, stories=()))
    assert "seeds/articles/" in pages["index.md"]
    assert "digest add FILE" in pages["index.md"]
    assert "There is no edition yet." in pages["editions/index.md"]


def test_the_order_of_what_comes_in_changes_nothing():
    """Stories, sources, topics and problems in another order give the same pages."""
    turned = replace(EDITION, stories=EDITION.stories[::-1], sources=EDITION.sources[::-1], topics=EDITION.topics[::-1])
    assert made(turned) == made(EDITION)


def test_terms_stand_on_every_page_that_shows_a_line():
    """The attribution that a source asks for is on the story, the front page, the edition, its own page and the feeds."""
    pages = made(EDITION)
    day = "editions/2026/06/05.md"
    for path in (STORY, "index.md", day, "sources/harbour-post.md", "feed.xml", "atom.xml", "feed.json"):
        assert "Credit “Harbour Post” when cited" in pages[path], path


def test_a_citation_that_cannot_be_read_fails_the_build():
    """Words that are no longer there are never shown."""
    gone = replace(cite(FIRST, 1, "The old bridge"), end=4000)
    for broken in (gone, replace(gone, article_id="nobody"), replace(gone, paragraph=9)):
        story = replace(BRIDGE, points=(Point(text="The old bridge", citations=(broken,)),))
        with pytest.raises(CitationError):
            made(replace(EDITION, stories=(story,)))


def test_corrections_and_problems_have_their_pages(pages):
    """Each correction leads to its story's history; each problem names its place and its remedy."""
    assert "Monday, not Tuesday" in pages["corrections.md"]
    assert "seeds/articles/empty.txt:1" in pages["status.md"]
    assert "fill it or delete it" in pages["status.md"]


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([], "Nothing has been corrected so far."),
        (["corrected", "withdrawn"], "2 corrections"),
        (["merged"], "1 change to which articles form a story"),
        (["corrected", "merged", "split", "moved"], "1 correction, 3 changes to which articles form a story"),
        (["added", "hidden"], "Nothing has been corrected so far."),
    ],
)
def test_a_story_that_was_merged_or_split_is_no_correction(kinds, said):
    """Both stand on the page of corrections, each counted as what it is."""
    history = tuple(Event(at=DAY, kind=kind, text=f"{kind} it") for kind in kinds)
    text = made(replace(EDITION, stories=(replace(GULLS, history=history),)))["corrections.md"]
    assert f"\n{said}\n" in text
    listed = [kind for kind in kinds if f"{kind} it" in text]
    assert listed == [kind for kind in kinds if kind in CORRECTED]


def test_the_status_has_a_line_a_file_and_says_as_of_when():
    """What is wrong in one file stands together, each with its line; the version and the moment are named."""
    where = "seeds/articles/lock.md"
    wrong = [
        Problem(stage="clean", where=where, code=code, line=line, detail=f"no {code}")
        for code, line in (("date", 3), ("url", 0))
    ]
    other = Problem(stage="clean", where="seeds/articles/a.md", code="x", line=2, detail="no words", remedy="write some")
    text = made(replace(EDITION, problems=(*wrong, other)))["status.md"]
    assert "lock.md <span" in text
    assert "no url · line 3: no date" in text
    assert "a.md:2 <span" in text
    assert f"as of 5 June 2026, 09:10 UTC · built with Digest {__version__}" in text


def test_a_source_says_why_it_is_here_and_on_what_terms():
    """In its own words on its page and in the list; how much of it is shown at most, the digest's limit or its own."""
    post, tide = EDITION.sources[:2]
    post = replace(post, description="The paper of the harbour.", terms=Terms(licence="CC BY 4.0", extract_limit=0.1))
    pages = made(replace(EDITION, sources=(post, tide)), limits=Limits(share=0.15))
    shown = "(../method.md#how-much-is-shown)"
    assert "\nThe paper of the harbour.\n" in pages["sources/harbour-post.md"]
    assert f"Terms: licence: CC BY 4.0 · [at most 10% of an article is shown]{shown}" in pages["sources/harbour-post.md"]
    assert f"Terms: none stated · [at most 15% of an article is shown]{shown}" in pages["sources/tide-times.md"]
    index = pages["sources/index.md"]
    assert " · The paper of the harbour.</span>" in index
    assert "paywall</span>" in index


def test_the_edition_of_a_day_names_what_came_in_that_day():
    """A story stands in the edition of each day on which one of its sources came in."""
    pages = made(EDITION)
    for day in ("04", "05"):
        assert BRIDGE.headline in pages[f"editions/2026/06/{day}.md"]
    assert SURVEY.headline not in pages["editions/2026/06/05.md"]
    assert "(../../../editions/2026/06/04.md)" in pages["editions/2026/06/05.md"]


def test_drawings_say_nothing_that_the_page_does_not_say(pages):
    """When sources came and who repeats whom have their sentences; without two days or a repetition there is no drawing."""
    assert "is repeated by source 2" in pages[STORY]
    assert "Reported: 4 June 2026, source 1; 5 June 2026, sources 2 and 3" in pages[STORY]
    drawn = pages[STORY.replace(".md", ".coverage.svg")]
    assert drawn.index("1 Harbour Post") < drawn.index("2 Tide Times")
    assert drawn.count('class="tie"') == 2
    assert [drawn.count(f'<circle class="{kind}"') for kind in ("full", "hollow", "faint")] == [2, 2, 2]  # and in the legend
    assert not [path for path in pages if path.startswith("stories/") and path.endswith(".svg") and "bridge-c" not in path]


def test_a_primary_source_that_alone_counts_is_an_origin():
    """Where no outlet counts, the statement that all repeat does, and it is not among the sources."""
    statement = replace(BRIDGE.origins[1], repeated_by=(FIRST.id,), evidence=BRIDGE.origins[1].evidence[:1])
    told = replace(BRIDGE, origins=(statement,), roles=(), independent=1, at_least=False)
    assert "**1 independent origin**" in made(replace(EDITION, stories=(told,)))[STORY]


def test_a_primary_source_is_named_as_one(pages):
    """The page says that a statement is a primary source, and who has the core of the story from it and who a detail."""
    said = "Council statement (primary source) is repeated by source 1 and is named for a detail by source 3"
    assert said in pages[STORY]
    assert "primary source" in pages[STORY.replace(".md", ".coverage.svg")]
    origin = json.loads(pages["api/stories/b1d6e0aa.json"])["origins"][1]
    assert (origin["kind"], origin["repeated_by"], origin["for_core"]) == ("primary", [1, 3], [1])


def test_a_copy_folds_beneath_the_table_and_is_never_a_row(pages):
    """Three rows for three sources; the copy stands below them with its share."""
    assert pages[STORY].count('<span id="s') == 3
    assert "the same text as [source 1](#s1), 93% in common" in pages[STORY]


def test_days_are_in_utc_whatever_the_offset():
    """An article of the evening in the west stands on the next day's edition."""
    west = datetime.fromisoformat("2026-06-04T20:30:00-05:00")
    pages = made(replace(EDITION, stories=(single(7, west), replace(SURVEY, articles=(SECOND,)))))
    assert "Item 7" in pages["editions/2026/06/05.md"]
    assert west.astimezone(UTC).day == 5


@pytest.fixture(scope="module")
def told():
    """Return the pages of the sample edition with the points of several sources taken from its first story."""
    bare = replace(
        BRIDGE,
        points=BRIDGE.points[1:2],
        figures=tuple(figure for figure in BRIDGE.figures if not figure.conflict),
    )
    return made(replace(EDITION, stories=tuple(bare if story is BRIDGE else story for story in EDITION.stories)))


class TestOfOneSourcesPoints:
    """A story in which no two sources surely say the same."""

    def test_the_line_under_the_headline_names_who_says_it(self, told):
        """What one source says is never shown as what is reported."""
        assert "\nTide Times: From Monday no lorry" in told["index.md"]
        assert 'description: "In summary: Tide Times: From Monday no lorry' in told[STORY]

    def test_feeds_name_who_says_it(self, told):
        """What one source says comes with its name, and what stands beside it with that of the other."""
        lines = json.loads(told["feed.json"])["items"][0]["content_html"].split("\n")
        assert lines[1].startswith("<p>Tide Times: From Monday no lorry")
        assert lines[2].startswith("<p>Compare Source 3: 1. The bridge will close")

    def test_the_page_names_who_says_it_and_who_tells_it_otherwise(self, told):
        """A reader sees whose words each line is, that it is one source's, and what to compare it with."""
        text = told[STORY]
        line = text.index('- <span class="by">Tide Times:</span> From Monday no lorry')
        assert line < text.index("1 of 3 sources") < text.index('    - <span class="by">Compare Source 3')
        assert "whether they agree is left to you" in text

    def test_figures_that_agree_stand_under_their_heading(self, told):
        """The part that reports figures has the same heading."""
        text = told[STORY]
        assert text.index("## What is reported") < text.index("every ten minutes") < text.index("## Only in one source")


def test_a_figure_of_several_is_cited_for_the_figure_alone():
    """The value has the numbers of all; the sentence around it is the words of one source and has its name."""
    agreed = next(figure for figure in BRIDGE.figures if not figure.conflict)
    value = replace(agreed.values[0], text=Text("ten"))
    text = made(replace(EDITION, stories=(replace(BRIDGE, points=(), figures=(replace(agreed, values=(value,)),)),)))[STORY]
    line = next(line for line in text.split("\n") if line.startswith("- **ten**<sup>"))
    assert line.endswith('<span class="by">not named: every ten minutes</span>')


def test_the_method_page_prints_the_limits_in_force():
    """What digest.yml sets stands there beside what holds otherwise, and what the program goes by as it is given."""
    pages = render(EDITION, Settings(limits=Limits(quotation=120, share=0.125)), (("A run of words", "4 words"),))
    text = next(page.text for page in pages if page.path == "method.md")
    assert "A quotation has at most 120 characters." in text
    assert "at most 12.5% is" in text
    assert "| quotation: characters a quotation may have | 120 | 300 |" in text
    assert "| share: share of one verbatim article that may be shown | 12.5% | 20% |" in text
    assert "| least: characters of one article that may always be shown | 1,200 | 1,200 |" in text
    assert "| A run of words | 4 words |" in text
    assert f"| {FLOORS['ecbplus'].what} | {FLOORS['ecbplus'].least} |" in text
    assert "generated: digest" in text


@pytest.mark.parametrize("kind", sorted(CORRECTED))
def test_no_corrections_is_said_where_there_is_none(kind):
    """An editor's merge, split or move is a correction too, as on the page of corrections."""
    plain, mended = (replace(GULLS, history=history) for history in ((), (Event(at=DAY, kind=kind, text="x"),)))
    assert "No corrections" in made(replace(EDITION, stories=(plain,)))[f"{GULLS.path}.md"]
    assert "No corrections" not in made(replace(EDITION, stories=(mended,)))[f"{GULLS.path}.md"]
