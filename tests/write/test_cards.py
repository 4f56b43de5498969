"""Cards, the pictures that stand beside links to pages: what is on them, their bytes, what is kept of them."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image
from theme.build import lay_out
from theme.sample import edition

from digest.model import Settings
from digest.write import cards, lettering
from digest.write.lettering import Card, drawn
from digest.write.site import build_site

HEADLINE = "Council agrees on evening ferries"
FACTS = ("4 sources, 2 independent", "5 June 2026")
HOME = "https://example.org/news/"
ONE = """import sys
from digest.write.lettering import Card, drawn
sys.stdout.buffer.write(drawn(Card(name="The Sample", text=sys.argv[1], facts=sys.argv[2:])))"""


def of(text=HEADLINE, facts=FACTS, name="The Sample"):
    return drawn(Card(name=name, text=text, facts=facts))


def ink(picture, box):
    """The corners of what is drawn within a box, in its own pixels; None where nothing is."""
    part = Image.open(io.BytesIO(picture)).crop(box)
    return part.point(lambda shade: 255 if shade else 0, "1").getbbox()


def test_a_card_has_the_size_that_is_asked_for():
    """1200 by 630 pixels, sixteen colours, no word of when or by what it was made."""
    picture = Image.open(io.BytesIO(of()))
    assert (picture.size, picture.format, picture.mode) == ((1200, 630), "PNG", "P")
    assert picture.info == {}
    assert len(of()) < 40_000


def test_the_same_words_give_the_same_bytes():
    """In another process, language, time zone and home too: nothing of the machine stands on it."""
    elsewhere = os.environ | {
        "LC_ALL": "tr_TR.UTF-8",
        "TZ": "Asia/Tokyo",
        "HOME": "/",
        "FONTCONFIG_PATH": "/",
        "PYTHONHASHSEED": "7",
    }
    made = subprocess.run([sys.executable, "-c", ONE, HEADLINE, *FACTS], env=elsewhere, capture_output=True, check=True)
    assert made.stdout == of()
    assert len({of(), of("Another"), of(facts=("x",)), of(name="y")}) == 4


@pytest.mark.parametrize(
    "text", ["嵐が町に来た", "ميناء", "Ferries: 渡船", "नाव", "e\u0301\u0323x", "a\u200db", "\U0001f6a2 ship"]
)
def test_a_headline_that_cannot_be_set_is_left_out_whole(text):
    """No boxes, no half of it: the digest's name, what is known of the sources, the day."""
    assert of(text) == of("")
    assert of(text) != of("", ())


def test_a_digest_in_letters_that_the_font_lacks_shows_its_host_and_the_day():
    """A card is never empty: the host stands for a name, the day in digits for facts that cannot be set."""
    foreign = Card(name="ニュース", text="嵐", facts=("情報源4件",), host="news.example", day="2026-06-05")
    assert drawn(foreign) == of("", ("2026-06-05",), name="news.example")
    assert drawn(replace(foreign, facts=("4 sources",))) == of("", ("4 sources",), name="news.example")


def test_in_the_place_of_a_headline_that_cannot_be_set_stand_the_marks_of_who_carries_it():
    """A full one for reporting of its own, an empty one else, within the place of a headline; the name stays above."""

    def shown(marks, text="嵐が町に来た"):
        return drawn(Card(name="The Sample", text=text, facts=FACTS, marks=marks))

    assert len({shown("●○○"), shown("○○○"), shown("●○"), shown("")}) == 4
    assert shown("●○○", HEADLINE) == of()
    left, top, right, bottom = ink(shown("○" * 40), (20, 140, 1200, 530))
    assert left + 20 >= lettering._MARGIN
    assert right + 20 <= 1200 - lettering._MARGIN
    assert (top + 140 >= lettering._TOP, bottom + 140 <= lettering._BOTTOM) == (True, True)
    assert ink(shown("●○○"), (20, 20, 1200, 120)) == ink(of(), (20, 20, 1200, 120))


@pytest.mark.parametrize(
    "text", ["Łódź, Åbo, İzmir, Đà Nẵng", "Αθήνα", "Київ", "“Half” – ½, 5 €…", "<b>&amp; {{ 7*7 }}</b>"]
)
def test_a_headline_in_letters_that_the_font_has_is_set(text):
    """Latin with its marks, Greek, Cyrillic, signs; markup is words."""
    assert of(text) != of("")


@pytest.mark.parametrize("text", ["word " * 200, "W" * 400, "Mississippi " * 9, "i"])
def test_a_headline_of_any_length_stays_within_its_place(text):
    """Between the rule and the facts, and within the margins; it is set smaller, then cut."""
    left, top, right, bottom = ink(of(text, ()), (20, 140, 1200, 630))
    assert left + 20 >= lettering._MARGIN - 6
    assert right + 20 <= 1200 - lettering._MARGIN + 6
    assert top + 140 >= lettering._TOP - 6
    assert bottom + 140 <= lettering._BOTTOM + 12


@pytest.fixture
def built(tmp_path):
    """Return a function that builds the sample with these settings, and gives its folder."""

    def make(made=edition(), **settings):  # noqa: B008 - a value
        digest = Settings(title="The Sample", **settings)
        root = tmp_path / f"digest-{len(list(tmp_path.iterdir()))}"
        lay_out(made, root, digest)
        build_site(root, digest, made.day)
        return root

    return make


def image(page):
    """The address of a page's picture, and how large it is shown."""
    text = page.read_text("utf-8")
    found = [re.search(f'{name}" content="([^"]*)"', text) for name in ("og:image", "twitter:card")]
    return tuple(one and one[1] for one in found)


@pytest.mark.slow
def test_each_page_names_a_picture_that_is_there(built):
    """A story's is its own, any other page's that of the digest; a hidden story has none of its own, nor one that moved."""
    sample = edition()
    hidden = replace(sample.stories[1], hidden=True)
    root = built(replace(sample, stories=(sample.stories[0], hidden, *sample.stories[2:])), url=HOME)
    site = root / "site"
    pages = {path.relative_to(site).as_posix(): image(path) for path in site.rglob("index.html")}
    at = {
        path: shown for path, shown in pages.items() if shown[1]
    }  # neither one that leads elsewhere nor a hand-written one
    own = f"{sample.stories[0].path}/index.html"
    assert at[own] == (f"{HOME}{sample.stories[0].path}/card.png", "summary_large_image")
    assert at["index.html"] == at[f"{hidden.path}/index.html"] == (f"{HOME}card.png", "summary_large_image")
    drawn_ones = {path.relative_to(site).as_posix() for path in site.rglob("card.png")}
    assert {address.removeprefix(HOME) for address, _ in at.values() if address} == drawn_ones
    told = Card(
        name="The Sample", text=sample.stories[0].headline, facts=("4 sources, at least 2 independent", "9 May 2031")
    )
    assert (site / sample.stories[0].path / "card.png").read_bytes() in {
        drawn(told),
        drawn(replace(told, facts=told.facts[:1])),
    }


@pytest.mark.slow
def test_no_cards_where_none_are_wanted_or_could_be_named(built):
    """With `cards: false`, and without an address: a picture has an absolute one."""
    for settings in ({"url": HOME, "cards": False}, {}):
        root = built(**settings)
        assert not list((root / "site").rglob("card.png"))
        assert image(root / "site" / "index.html") == (None, "summary")


@pytest.mark.slow
def test_what_was_drawn_is_forgotten_where_none_are_wanted(built):
    """Nothing else would delete the headline of a story that is taken down later."""
    root = built(url=HOME)
    assert list((root / ".digest" / "cards").iterdir())
    build_site(root, Settings(title="The Sample", url=HOME, cards=False), edition().day)
    assert not (root / ".digest" / "cards").exists()


@pytest.fixture
def draw(tmp_path):
    """Return a function that draws the cards of stories with these headlines; it gives those not kept from before."""

    def run(monkeypatch, *titles):
        texts = {}
        for old in (tmp_path / "site").rglob("*.png"):  # each build begins with a site of its own
            old.unlink()
        for number, title in enumerate(titles):
            (tmp_path / "site" / f"stories/{number}").mkdir(parents=True, exist_ok=True)
            head = f'generated: digest\ntitle: "{title}"\ndigest_kind: "story"\ncard: ["2 sources"]'
            texts[f"stories/{number}.md"] = f"---\n{head}\n---\n# x\n".encode()
        anew = []
        monkeypatch.setattr(cards, "drawn", lambda card: anew.append(card) or drawn(card))
        cards.draw_cards(tmp_path / "site", tmp_path / "kept", texts, Settings(title="T", url=HOME))
        return [card.text for card in anew]

    return run


def test_a_card_is_drawn_once(draw, monkeypatch, tmp_path):
    """What was drawn is kept by what stands on it; what no page needs any more is forgotten."""
    assert draw(monkeypatch, "One", "Two &#38; more") == [Settings().description, "One", "Two & more"]
    first = (tmp_path / "site/stories/0/card.png").read_bytes()
    assert draw(monkeypatch, "Two &#38; more", "Three") == ["Three"]
    assert len(list((tmp_path / "kept").iterdir())) == 3
    assert draw(monkeypatch, "One") == ["One"]
    assert (tmp_path / "site/stories/0/card.png").read_bytes() == first


def test_what_came_with_a_checkout_is_no_card(draw, monkeypatch, tmp_path):
    """A kept picture without this machine's seal, or with that of another card, is drawn anew."""
    draw(monkeypatch, "One", "Two")
    one, two, *_ = (tmp_path / "kept").iterdir()
    held = two.read_bytes()
    one.write_bytes(b"\x89PNG forged")
    two.write_bytes(held[:16] + b"forged")
    assert len(draw(monkeypatch, "One", "Two")) == 2
    one.write_bytes(held)
    assert len(draw(monkeypatch, "One", "Two")) == 1


MINE = b'---\ngenerated: digest\ntitle: "T"\ndigest_kind: "story"\n---\n# x\n'


@pytest.mark.parametrize(
    "text",
    [b"---\ngenerated: digest\ntitle: Mine\n---\n", b'---\ngenerated: digest\ndigest_kind: "story"\n---\n', MINE[:9] + MINE],
)
def test_a_page_that_says_it_is_generated_and_is_not_has_no_card(tmp_path, text):
    for name in ("mine", "story"):
        (tmp_path / "site/stories" / name).mkdir(parents=True)
    given = {"stories/mine.md": text, "stories/story.md": MINE}
    cards.draw_cards(tmp_path / "site", tmp_path / "kept", given, Settings(title="T", url=HOME))
    assert [path.parent.name for path in sorted((tmp_path / "site/stories").rglob("*.png"))] == ["story"]


def test_a_picture_that_is_there_stays(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/card.png").write_bytes(b"mine")
    cards.draw_cards(tmp_path / "site", tmp_path / "kept", {}, Settings(title="T", url=HOME), {"card.png"})
    assert (tmp_path / "site/card.png").read_bytes() == b"mine"


def test_what_else_stands_where_cards_are_kept_costs_time_alone(tmp_path):
    (tmp_path / "site").mkdir()
    cards.draw_cards(tmp_path / "site", tmp_path / "kept", {}, Settings(title="T", url=HOME))
    (kept,) = (tmp_path / "kept").iterdir()
    before = (tmp_path / "site/card.png").read_bytes()
    kept.unlink()
    (kept / "junk").mkdir(parents=True)
    (tmp_path / "kept/other").mkdir()
    (tmp_path / "site/card.png").unlink()
    cards.draw_cards(tmp_path / "site", tmp_path / "kept", {}, Settings(title="T", url=HOME))
    assert (tmp_path / "site/card.png").read_bytes() == before
    assert [path.name for path in (tmp_path / "kept").iterdir()] == [kept.name]


def test_a_long_word_is_measured_a_few_times(monkeypatch):
    """By halves, not a letter at a time."""
    asked = []
    measured = lettering.ImageFont.FreeTypeFont.getlength
    monkeypatch.setattr(
        lettering.ImageFont.FreeTypeFont, "getlength", lambda font, text: (asked.append(text), measured(font, text))[1]
    )
    assert of("x" * 5_000) == of("x" * 6_000)
    assert len(asked) < 200
