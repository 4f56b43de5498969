"""Which lists within an article are its text."""

import pytest

STORY = [f"The ferry number {number} stays in the harbour until the frost is over, the board said." for number in range(4)]
TEXT = "".join(f"<p>{it}</p>" for it in STORY)
CONTROLS = (["Share", "Print", "Save"], ["Listen", "Copy link", "Comments", "Bookmark"], ["Teilen", "Drucken", "Merken"])
HEADLINES = ["Mayor opens new library wing", "Will the lighthouse be painted again?", "Seven recipes for a rainy weekend"]
NAMES = ["Ida Marsh", "Bo Mast", "Jo Quay"]


def items(given):
    return "<ul>" + "".join(f"<li>{it}</li>" for it in given) + "</ul>"


def lines(cleaned, within="", after="", wrap="<li>"):
    said = f"{TEXT}{within}<p>{STORY[0]} Again.</p>{after}".replace("<li>", wrap)
    page = f"<html><head><title>Ferry stays</title></head><body><article><h1>Ferry stays</h1>{said}</article></body></html>"
    found = list(cleaned(kind="html", page=True, body=page)[0].paragraphs)
    return [line for line in found if line not in STORY and not line.endswith("Again.")]


@pytest.mark.parametrize("given", [*CONTROLS, HEADLINES])
@pytest.mark.parametrize("wrap", ["<li>", "<li><p>", "<li><span>"])
def test_controls_and_headlines_of_other_articles_are_no_text(cleaned, given, wrap):
    """Wherever in the article their list stands, though nothing of them is a link."""
    assert lines(cleaned, within=items(given), wrap=wrap) == []
    assert lines(cleaned, after=items(given), wrap=wrap) == []


def test_a_list_below_words_that_call_it_related_is_none(cleaned):
    """Its headlines may be of the article's own matter."""
    own = ["The ferry stays in the harbour", "Board said harbour frost is over"]
    for heading in ("Related stories", "You may also like", "More from the harbour", "Auch interessant"):
        assert lines(cleaned, after=f"<h3>{heading}</h3>" + items(own)) == []
    assert lines(cleaned, within=items(own)) == own


@pytest.mark.parametrize(
    ("before", "given"),
    [
        ("", ["Bring a lamp and a rope", "Walk over the long bridge", "Come back before dusk."]),
        ("", ["Bring a lamp;", "Walk over the long bridge; and", "Come back before dusk"]),
        ("<p>The winners of the rowing prizes are:</p>", HEADLINES),
        ("<h3>The crew</h3>", NAMES),
        ("", NAMES),
    ],
)
def test_lists_that_are_told_stay(cleaned, before, given):
    """They end as sentences do or go on, are announced, or are names within the text."""
    assert lines(cleaned, within=before + items(given))[-len(given) :] == given
