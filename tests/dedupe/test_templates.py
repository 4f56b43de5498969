"""Release notes of two publishers in the same words are no copies where other names and figures stand in them."""

from datetime import UTC, datetime

import pytest

from digest.dedupe import dedupe
from digest.model import Article, Text, When

NOTES = (
    "The maintainers are happy to announce {name} {version}, a release that mends what users of earlier ones reported and "
    "brings no change to the settings. Thanks to the {people} people who wrote patches, tested them and answered questions. "
    "Whoever runs {name} behind a proxy should read the notes on upgrading first, since the order of the steps matters. "
    "The packages are signed with the key of the project and lie in the usual place beside those of {name} {before}."
)
STORM = (
    "A storm that came in from the sea tore the roofs off houses in Riverton on Tuesday night and killed {dead} people, the "
    "mayor said. Roads into the town were closed, and the railway stopped its trains until the line has been looked at. "
    "Engineers of the Harbour Board were checking the sea wall, which had been mended after the flood of two years ago. "
    "Schools will stay closed for the rest of the week, and volunteers are asked to come to the town hall with shovels."
)


def article(publisher, title, text):
    name = f"{publisher} {title}"
    when = When(at=datetime(2026, 3, 1, tzinfo=UTC))
    return Article(
        id=name, where=name, title=Text(title), publisher=Text(publisher), paragraphs=(Text(text),), published=when
    )


def kinds(*articles):
    """The kinds of all copies."""
    return [copy.kind for each in dedupe(articles) for copy in each.copies]


def notes(name, version, people, before):
    return NOTES.format(name=name, version=version, people=people, before=before)


@pytest.mark.parametrize(("one", "other"), [("Quayle", "Ternary"), ("quayle", "ternary")])
@pytest.mark.parametrize("title", ["{} {} released", "v{1}", "What is new"])
def test_release_notes_of_two_projects_are_two_articles(one, other, title):
    """Whether their titles name the project, the version or nothing, and however the name is written."""
    first = article(one, title.format(one, "2.3.1"), notes(one, "2.3.1", 14, "2.3.0"))
    second = article(other, title.format(other, "0.9"), notes(other, "0.9", 3, "0.8.7"))
    assert kinds(first, second) == []


def test_notices_that_swap_the_name_of_their_title_are_two_articles():
    """No figure differs, but what one title names stands in its text where the other text has what its own title names."""
    texts = [STORM.format(dead=4).replace("Riverton", place) for place in ("Riverton", "Quayside")]
    first = article("Gull Post", "Storm tears roofs off in Riverton", texts[0])
    assert kinds(first, article("Tern Times", "Roofs gone in Quayside storm", texts[1])) == []


def test_the_same_notes_for_two_versions_are_two_articles():
    """Only the titles tell which release is meant."""
    text = notes("the program", "its newest version", "many", "last month")
    assert kinds(article("Quayle", "Quayle 2.3.1", text), article("Ternary", "Ternary 0.9", text)) == []
    more = f"{text} It also mends a fault that lost the place of a window when the screen was turned."
    assert kinds(article("Quayle", "Quayle 2.3.1", text), article("Quayle Next", "Quayle Next 2.4.0", more)) == []


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Storm kills 9 in Riverton", STORM.format(dead=9), "version"),
        ("Roofs gone, four dead", f"(Agency) — {STORM.format(dead=4)} Ann Poe in Riverton, Tern Times, 555-0199", "near"),
        ("5 things to know of the storm", STORM.format(dead=4), "text"),
        ("Rivertown counts 9 dead", STORM.format(dead=9).replace("Riverton", "Rivertown"), "version"),
        ("Nine dead", STORM.format(dead=9).replace("the mayor said", "Mayor Jo Reed said"), "version"),
        ("Harbour town hit", STORM.format(dead=4).replace("tore", "ripped").replace("people", "persons"), "near"),
    ],
)
def test_a_wire_text_that_two_papers_print_is_still_a_copy(title, text, kind):
    """With newer figures, other datelines and contacts, another headline, another spelling, a name added or words edited."""
    dispatch = f"RIVERTON (Wire) — {STORM.format(dead=4)} Lee Moss, Gull Post, 555-0142" if kind == "near" else None
    first = article("Gull Post", "Storm kills 4 in Riverton", dispatch or STORM.format(dead=4))
    assert kinds(first, article("Tern Times", title, text)) == [kind]


def test_the_notes_of_one_release_in_two_places_are_copies():
    """However each writes the version."""
    text = notes("Quayle", "2.3.1", 14, "2.3.0")
    assert kinds(article("Quayle", "v2.3.1", text), article("Packages", "quayle 2.3.1", f"{text} Get it here.")) == ["near"]
    text = notes("Quayle", "its newest version", 14, "the last one")
    assert kinds(article("Quayle", "Quayle v2.3.1", text), article("Packages", "Quayle 2.3.1", text)) == ["text"]
