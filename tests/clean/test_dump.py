"""A raw dump keeps every statement and loses what stood around it, with a reason for each line."""

import pytest

from digest.clean.chrome import chrome
from digest.clean.text import ends_sentence, goes_on
from digest.language.registry import known_languages

DUMP = """Loading ferry data...

Ferry to the Outer Isles Stops for the Winter

Ferry to the Outer Isles Stops for the Winter

4 Sources

Share

The ferry company will stop its service to the Outer Isles in November, leaving two hundred people without a boat

1

. The mayor of the largest island said that nobody had asked her

2

, although the council had known since May.

Photo: A. Deckhand

Why It Matters Now

Doctors reach the isles by ferry alone. As of early October, no other boat had been hired.

On the pier, the captain wrote on a board:

We are sorry, and we will be back in April!

Advertisement

© 2031 Isle Courier. All rights reserved
```"""


DUMP_OPENING = ("Ferry Stops for the Winter", "The ferry company will stop its service to the Outer Isles in November.")
MENU = [f"Rubrik {word}" for word in ("Inland", "Ausland", "Sport", "Wetter", "Kultur", "Reise", "Auto", "Geld")]


@pytest.fixture(scope="module")
def article(cleaned):
    """What becomes of the dump."""
    return cleaned(body=DUMP)[0]


def test_a_title_that_comes_twice_is_the_title_once(article):
    """The repeated first line is the title and no paragraph."""
    assert article.title == "Ferry to the Outer Isles Stops for the Winter"
    assert article.title not in article.paragraphs


def test_sentences_that_citation_numbers_broke_are_whole_again(article):
    """A number on a line of its own goes, and the sentence around it is joined without a gap."""
    assert article.paragraphs[0].endswith(
        "without a boat. The mayor of the largest island said that nobody had asked her, "
        "although the council had known since May."
    )


def test_every_removed_line_has_its_reason_and_number(article):
    """What was taken out stays visible, with the line on which it stood."""
    reasons = {(it.reason, it.line) for it in article.removed}
    assert {
        ("loading line", 1),
        ("repeated title", 5),
        ("source count", 7),
        ("share bar", 9),
        ("citation number", 13),
        ("image credit", 21),
        ("advertisement", 31),
        ("copyright", 33),
        ("code fence", 34),
    } <= reasons


def test_a_heading_stays_where_it_heads_something(cleaned, article):
    """A short heading within the text is text; one that nothing follows, or that stands above the first line, is not."""
    assert "Why It Matters Now" in article.paragraphs
    body = (
        "<h3>Harbour</h3><p>The ferry stopped.</p><h3>What next</h3><p>It will be back, the board said.</p><h3>Related</h3>"
    )
    article, _ = cleaned(kind="html", by_hand=False, title="Ferry", body=body, link="https://x.example/")
    assert article.paragraphs == ("The ferry stopped.", "What next", "It will be back, the board said.")


def test_a_line_that_introduces_a_quotation_stays_with_it(article):
    """The words that were written and who wrote them are one paragraph."""
    assert article.paragraphs[-1] == "On the pier, the captain wrote on a board: We are sorry, and we will be back in April!"


@pytest.mark.parametrize("language", [each for each in known_languages() if each.saying], ids=lambda each: each.code)
def test_each_language_introduces_what_is_said(cleaned, language):
    """By its own verbs; after another word the colon ends the paragraph."""
    for verb, joined in ((language.saying.split("|")[0], True), ("lorem", False)):
        lines = f"Ida Marsh {verb} 2031 ad rem:", "Lorem ipsum dolor sit amet, consectetur adipiscing elit!"
        article, _ = cleaned(body="\n\n".join((*DUMP_OPENING, *lines)))
        assert (article.paragraphs[-1] == " ".join(lines)) is joined, verb


def test_the_text_itself_names_publisher_and_month(article):
    """The copyright line gives the publisher and the year, the text the month, marked as inferred."""
    assert article.publisher == "Isle Courier"
    assert (article.published.at.date().isoformat(), article.published.precision) == ("2031-10-01", "month")
    assert article.published.inferred


@pytest.mark.parametrize(("owner", "source"), [("Harbor Times", "harbor"), ("Isle Courier", None)])
def test_a_copyright_line_may_name_a_source_that_is_known(cleaned, owner, source):
    """By any of its names."""
    body = f"Ferry stops\n\nThe ferry to the isle stopped on Monday, and nobody knows when it will sail.\n\n© 2031 {owner}"
    assert cleaned(body=body)[0].source == source


def test_without_a_year_nothing_is_inferred(cleaned):
    """A day of the month alone is no date, whatever year it may be now."""
    article, _ = cleaned(
        body="The ferry stopped early.\n\nOn June 4, the council said that it would not run again this year."
    )
    assert article.published is None


@pytest.mark.parametrize(("named", "day"), [("On June 4, 2031", "2031-06-04"), ("In June 2004", None)])
def test_a_month_whose_year_is_named_beside_it_is_another_time(cleaned, named, day):
    """A day with its year may be that of the news."""
    article, _ = cleaned(body=f"The ferry stopped early.\n\n{named}, the council bought her for half of what she costs now.")
    assert (article.published and article.published.at.date().isoformat()) == day


def test_a_dump_without_a_title_is_called_by_its_first_sentence(cleaned):
    """The title is the source's own words, cut where they are long; the paragraph stays whole."""
    first = "The council of the isles has decided after a long debate " + "and another debate " * 8 + "to buy a ferry."
    article, _ = cleaned(body=f"{first} It will be red.\nNobody objected to the plan in the end.")
    assert article.title.endswith("…")
    assert first.startswith(article.title.removesuffix("…"))
    assert article.paragraphs[0] == f"{first} It will be red."


def test_a_demand_for_credit_becomes_terms_and_no_paragraph(cleaned):
    """What a text asks of those who use it stands in `terms`, in its own words."""
    article, _ = cleaned(
        body="isles.example Reported - The ferry stopped on Monday after a storm.\nNobody was hurt, the captain said.\n"
        'This article is compiled by Isles. All citations must name the source as "Isles". Email: desk@isles.example'
    )
    assert article.terms == 'All citations must name the source as "Isles".'
    assert article.publisher == "Isles"
    assert article.paragraphs == ("The ferry stopped on Monday after a storm.", "Nobody was hurt, the captain said.")


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("This text is CC BY-SA 4.0.", True),
        ("The story is published under a Creative Commons licence.", True),
        ("Our stories are available under the Open Government Licence.", True),
        ("The harbour council released a creative plan for the commons.", False),
    ],
)
def test_a_licence_is_terms(cleaned, line, states):
    """A licence is named by its letters or in words."""
    article, _ = cleaned(title="Quay", body=f"The ferry stopped on Monday after a storm.\n{line}")
    assert article.terms == (line if states else None)


def test_a_sentence_about_other_peoples_terms_stays(cleaned):
    """Who reports what somebody demands states no terms."""
    body = "The museum said visitors must credit the source of its images.\nIt opens in May, the director said."
    article, _ = cleaned(body=body)
    assert article.terms is None
    assert len(article.paragraphs) == 2


REAL = [
    "“Yes.”",
    "No, she said.",
    "Share prices fell.",
    "Loading docks were empty on Monday.",
    "Copyright law protects authors.",
    "Disclosure of the papers came after a lawsuit.",
    "The club changed its privacy policy on Monday.",
    "Swim at your own risk, the mayor said.",
    "Watch: the vote is at noon.",
    "Terms of the deal were not disclosed.",
    "Follow-up talks at the briefing here ended.",
    "Writing by hand helps memory, a study finds.",
    "Risk warnings were ignored by the bank.",
    "Get out of here, she told the owner of the podcast.",
    "By Monday all comments had been read.",
    "Users sign in with a face and a word.",
    "Print is dead.",
    "Share of subscribers who cancel fell to a tenth.",
    "Support for the app store ban grew in May.",
    "Access to the newsletter archive is closed.",
    "Most read the letter twice.",
]
CHROME = {
    "loading line": ("Loading market data...",),
    "source count": ("8 Sources", "12 photos"),
    "code fence": ("```json",),
    "copyright": (
        "Isle Post © 2031 and others",
        "Copyright © Isle Post",
        "Isle Post, all rights reserved.",
        "Correo, todos los derechos reservados.",
    ),
    "image credit": ("Photo: Jane Doe/Agency", "Foto von A. Matrose"),
    "risk disclaimer": ("Disclaimer: you may lose all you have",),
    "time stamp": ("3 hours ago",),
    "lone mark": ("—",),
    "share bar": ("Share", "Facebook | X | WhatsApp"),
    "related link": (
        "Related: The other one",
        "Lesen Sie auch: Die andere Brücke",
        "Most read",
        "For more stories like this see our pages",
    ),
    "advertisement": (
        "Advertisement 2",
        "Annons",
        "This video has not loaded yet",
        "Story continues below advertisement",
    ),
    "navigation": ("Skip to content", "Back to top", "Settings"),
    "control": (
        "Save for later",
        "Text size",
        "Link kopieren",
        "Copier le lien",
        "Stampa",
    ),
    "prompt": (
        "Subscribe now to read the latest news of the isles",
        "You must be logged in to comment.",
        "Get our free letter in your inbox every Friday",
        "Thanks for signing up!",
        "By signing up you agree to our terms of use.",
        "Join us today",
    ),
    "trailer": ("The post Ferry stays first appeared on Isle Post.",),
    "legal links": ("Privacy Policy | Terms of Use | Imprint",),
    "credits": (
        "Additional reporting by Ida Marsh in Kelm.",
        "Ida Marsh contributed to this report.",
        "This article was first published in the spring.",
        "Originally published by Isle Post.",
        "Dieser Artikel erschien zuerst in der Inselpost.",
        "Cet article a été initialement publié par le Courrier.",
        "Este artículo fue publicado por primera vez en mayo.",
        "Questo articolo è stato pubblicato dal Corriere.",
        "Dit artikel verscheen eerder in de Eilandbode.",
    ),
    "contact notice": ("Got a tip? Write to the desk.", "Email: desk@isles.example"),
}


@pytest.mark.parametrize("line", REAL)
def test_a_real_short_sentence_is_not_taken_for_chrome(line):
    """A rule that would eat a statement is worse than a leftover line."""
    assert chrome(line) is None


@pytest.mark.parametrize(("reason", "line"), [(reason, line) for reason, lines in CHROME.items() for line in lines])
def test_chrome_is_known_as_such(reason, line):
    """What stands around articles everywhere goes with a reason; a sentence that begins with the same words stays.

    But for what says whose a text is, or at whose risk, which is no statement wherever it stands.
    """
    assert chrome(line) == reason
    said = chrome(f"{line.rstrip('.!')} were the words on the board, she said.")
    assert said == (reason if reason in ("copyright", "risk disclaimer") else None)


def test_a_list_that_a_colon_announces_stays(cleaned):
    """Items without a full stop are a list where a colon announced them."""
    article, _ = cleaned(
        body="Three things were lost in the storm:\n\nA blue boat\n\nAn old anchor\n\nThe long pier\n\nNobody was hurt."
    )
    assert "An old anchor" in article.paragraphs


def test_of_a_whole_pasted_page_the_article_alone_stays(cleaned):
    """Menus, teasers and footers go, whatever their language; title and statements stay."""
    said = [
        f"Die Fähre nach der Insel Nummer {number} fährt im Winter nicht, weil der Reederei das Geld für Treibstoff fehlt."
        for number in range(6)
    ]
    body = "\n".join(
        [*MENU, "Die Fähre nach der Insel fährt im Winter nicht", "Von A. Matrose", *said, *MENU, "Mehr aus aller Welt"]
    )
    article, _ = cleaned(body=body)
    assert article.title == "Die Fähre nach der Insel fährt im Winter nicht"
    assert list(article.paragraphs) == said
    assert article.language == "de"


def test_author_and_day_of_a_pasted_page_stand_under_its_title(cleaned):
    """Between the title and the first statement a paste says who wrote it and when; a title may have three words."""
    said = [
        f"Die Moorbahn fährt am Samstag Nummer {number} wieder, weil der Verein den Träger ersetzt hat."
        for number in range(5)
    ]
    body = "\n".join([*MENU, "Moorbahn fährt wieder", "Von Hauke Brink, 4. Juni 2031", "Teilen", *said, *MENU])
    article, _ = cleaned(body=body)
    assert (article.title, article.byline) == ("Moorbahn fährt wieder", "Hauke Brink")
    assert article.published.at.date().isoformat() == "2031-06-04"
    assert list(article.paragraphs) == said


@pytest.mark.parametrize(
    "apart",
    [
        "When frost comes down on every pier\nthe ferry sleeps until next year\nand nobody can cross\nbut gulls and moss",
        "Ida Marsh (chair)\nBo Mast\nOle Kai\nAnne Rive\nPiet van Dam",
        "Isle      open\nPier      shut\nLock      shut\nQuay      open\nBridge    open",
    ],
    ids=["verse", "names", "table"],
)
def test_lines_set_apart_within_a_text_do_not_cost_what_stands_above_them(cleaned, apart):
    """A file that begins with its title and its first paragraph is no page that somebody pasted."""
    above = (
        "The captain said on Thursday that the rudder of the old vessel had frozen in the night, after a storm had torn the "
        "cover away and left the stern open to the sea."
    )
    below = (
        "Two hundred people have no other way to the doctor, and the council has asked the navy for a boat that breaks ice. "
        "The cost is put at two million."
    )
    last = (
        "Buses stop at the quay and turn there. Walkers are carried over by fishermen from six in the morning until eleven, "
        "the council added, and it costs nothing."
    )
    text = f"Captain blames frozen rudder after the storm\n\n{above}\n\n{apart}\n\n{below}\n\n{last}"
    article, _ = cleaned(kind="text", body=text)
    assert article.title == "Captain blames frozen rudder after the storm"
    assert {above, below, last} <= set(article.paragraphs)


def test_a_citation_number_within_a_sentence_leaves_it_whole(cleaned):
    """Words that go on in small letters behind the number are of the sentence; a new sentence is none of it."""
    article, _ = cleaned(
        body="Ferry stops\n\nThe mayor of the isle said that nobody\n\n2\n\nhad asked her in May.\n\n3\n\nShe is angry."
    )
    assert article.paragraphs == ("The mayor of the isle said that nobody had asked her in May.", "She is angry.")


@pytest.mark.parametrize("mark", "？！。｡?!.")
def test_wide_marks_end_sentences_as_narrow_ones_do(mark):
    """Chinese and Japanese question and exclamation marks too, whatever closes behind them."""
    assert ends_sentence(f"渡船停运了吗{mark}")
    assert ends_sentence(f"渡船停运了吗{mark}」")
    assert not ends_sentence("渡船停运了吗")


@pytest.mark.parametrize("mark", ":：;；,，、")
def test_wide_marks_go_on_as_narrow_ones_do(mark):
    """What ends on one of them is the beginning of something."""
    assert goes_on(f"风暴中丢了三样东西{mark}")
    assert not goes_on("风暴中丢了三样东西")


def test_a_list_that_a_wide_colon_announces_stays(cleaned):
    """As below a narrow one."""
    kept = cleaned(
        body="港口的人说，在昨天夜里的大风暴中丢失了三样东西：\n\n蓝色的船\n\n旧锚\n\n长码头\n\n没有人受伤，船长在早上说。"
    )[0].paragraphs
    assert {"蓝色的船", "旧锚", "长码头"} <= set(kept)


@pytest.mark.parametrize("mark", ":：/")
def test_a_credit_of_a_picture_is_chrome_behind_any_colon(mark):
    """A label, a colon and a name."""
    assert chrome(f"Photo{mark} Ida Marsh") == "image credit"


TOLD = [
    f"Die Fähre nach der Insel Nummer {number} fährt im Winter nicht, weil der Reederei das Geld für Treibstoff fehlt."
    for number in range(6)
]


def test_on_a_pasted_page_what_belongs_to_the_article_stays_and_the_rest_goes(cleaned):
    """A quotation within it stays, and a statement below a prompt; a caption and what dots cut short go."""
    quoted = "„Mir ist das alles einerlei“, so Klaus Ohm"
    caption = "Ein Bild vom Hafenfest mit bunten Lampions"
    teaser = "Wie ein Leuchtturmwärter aus dem Süden zu seinem neuen Boot kam und was er damit vorhat…"
    apart = (
        "Der Reederei fehlt für die Fähre nach der Insel auch das Geld für Treibstoff im Winter, und weil die Fähre nicht "
        "fährt, fährt auch die Reederei im Winter nicht nach der Insel."
    )
    prompts = ["Jetzt abonnieren", "Alle Artikel lesen", "Zum Angebot", "Nein danke", "Schon Kunde?", teaser]
    title = "Die Fähre nach der Insel fährt im Winter nicht"
    article, _ = cleaned(body="\n".join([*MENU, title, *TOLD[:3], quoted, caption, *TOLD[3:], *prompts, apart, *MENU]))
    assert list(article.paragraphs) == [*TOLD[:3], quoted, *TOLD[3:], apart]


@pytest.mark.parametrize("colon", ":：")
def test_a_numbered_list_that_ends_a_pasted_page_stays_where_it_is_announced(cleaned, colon):
    """By a colon at the end of the last statement."""
    last = "Diese Dinge fehlen der Reederei für die Fahrten der Fähre nach der Insel im Winter"
    items = ["1. Treibstoff im Hafen", "2. Ein neuer Anker", "3. Geld dafür"]
    title = "Die Fähre nach der Insel fährt im Winter nicht"
    article, _ = cleaned(body="\n".join([*MENU, title, *TOLD, f"{last}{colon}", *items]))
    assert list(article.paragraphs) == [*TOLD, f"{last}{colon}", *items]
    article, _ = cleaned(body="\n".join([*MENU, title, *TOLD, f"{last}.", *items]))
    assert list(article.paragraphs) == [*TOLD, f"{last}."]


def test_a_pasted_page_without_a_title_is_called_by_its_first_sentence(cleaned):
    """No line of the menu is taken for one."""
    said = [
        f"Die Moorbahn fährt am Samstag Nummer {number} wieder, weil der Verein den Träger ersetzt hat."
        for number in range(5)
    ]
    article, _ = cleaned(body="\n".join([*MENU, *said, *MENU]))
    assert list(article.paragraphs) == said
    assert article.title == said[0]


def test_of_a_page_in_a_script_without_spaces_the_article_alone_stays(cleaned):
    """What its lines are about is told by pairs of characters where no space parts words."""
    menu = ["首页", "体育", "天气", "登录", "地图", "订阅"]
    said = [
        "港务局周二关闭了北码头，此前起重机的支脚陷入路面一掌之深，无法再抬起来。",
        "港务长说，那里的船只将改往煤炭泊位，北码头周五前不会开放，起重机也要检修。",
    ]
    article, _ = cleaned(body="\n".join([*menu, "起重机 陷入 路面，北码头 关闭", *menu[:2], *said]))
    assert article.title == "起重机 陷入 路面，北码头 关闭"
    assert article.paragraphs == tuple(said)


def test_a_row_of_marks_amid_a_line_is_no_fence(cleaned):
    """However long it is: not all ways to part it are tried."""
    line = f"The mayor said {'`' * 200} and left the quay of the harbour on Monday with two of her guests."
    article, _ = cleaned(body=f"Title of a text\n\n{line}\n")
    assert any("left the quay" in paragraph for paragraph in article.paragraphs)
