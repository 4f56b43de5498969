"""What drawings are made of finds room on them, in every language."""

from itertools import pairwise
from unicodedata import east_asian_width

import pytest

from digest.render import agreement, drawings
from digest.render.svg import WIDTH, canvas, legend, short
from digest.translations import in_language, say

LANGUAGES = ("en", "de", "fr", "nl", "ru", "uk", "ar", "ja", "ko")


def drawn(meanings, language):
    """The legend on a drawing of 40 pixels: the places of its words, each with where it ends, and the drawing's height."""
    root = canvas(40, "")
    with in_language(language):
        legend(root, {kind: say(words) for kind, words in meanings.items()}, 30)
    places = []
    for each in root.iter("text"):
        letters = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in each.text)
        places.append((float(each.get("x")), float(each.get("y")), float(each.get("x")) + 6.2 * letters))
    return places, int(root.get("height"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("meanings", [agreement._LEGEND, drawings._LEGEND], ids=["lines", "coverage"])
def test_a_legend_finds_room(meanings, language):
    """No word ends beyond the edge or begins in the one before it; the drawing is as high as its rows."""
    places, height = drawn(meanings, language)
    assert len(places) == len(meanings)
    assert all(end <= WIDTH for _, _, end in places)
    for (_, row, end), (start, below, _) in pairwise(places):
        assert below > row or start > end
    assert height - places[-1][1] == 40 - places[0][1]


def test_what_is_too_long_is_cut_by_its_width():
    """A character of Chinese is as wide as two letters."""
    assert short("The Harbour Post", 16) == "The Harbour Post"
    assert short("The Harbour Post", 12) == "The Harbour…"
    assert short("朝の港湾新聞", 12) == "朝の港湾新聞"
    assert short("朝の港湾新聞", 11) == "朝の港湾新…"
    assert short("朝の港湾新聞", 8) == "朝の港…"
