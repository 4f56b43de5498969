"""Pages in many layouts and languages, each with what a reader takes from it: pages/NAME.html beside pages/NAME.json."""

import json
from pathlib import Path

import pytest

STORY = [f"The ferry number {number} stays in the harbour until the frost is over, the board said." for number in range(4)]
TEXT = "".join(f"<p>{it}</p>" for it in STORY)
PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_a_reader_would(cleaned, path):
    """Title, authors and day are the article's own; paragraphs, items and headings stay, what is around them goes."""
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
    article, _ = cleaned(kind="html", page=True, body=path.read_text("utf-8"), where=f"seeds/articles/{path.name}")
    text = "\n".join(article.paragraphs)
    found = {
        "title": article.title,
        "byline": article.byline,
        "published": article.published and article.published.at.date().isoformat(),
        "has": [words for words in wanted["has"] if words in text],
        "lacks": [words for words in wanted["lacks"] if words not in text],
    }
    assert found == {"byline": None, "published": None} | wanted


def test_readings_above_characters_are_no_words(cleaned):
    """Ruby is read without its readings, whether or not their tags are closed, in titles of feeds too."""
    body = "<p><ruby>灯<rp>(<rt>とう<rp>)<rb>台<rt>だい</ruby>が<ruby>光<rt>ひか</rt></ruby>った。</p><p>船が来た。</p>"
    article, _ = cleaned(
        kind="html", by_hand=False, title="<ruby>灯台<rt>とうだい</rt></ruby>", body=body, link="https://x.example/"
    )
    assert article.title == "灯台"
    assert article.paragraphs == ("灯台が光った。", "船が来た。")


def test_a_page_with_bases_marked_in_its_ruby_is_read(cleaned):
    """The characters below the readings are text, whichever elements mark them."""
    first = "<ruby><rb>灯台</rb><rtc><rt>とうだい</rt></rtc></ruby>の光が消えたと港が発表した。"
    page = f"<html><body><article><h1>灯台</h1><p>{first}</p><p>船は明日まで待っています。</p></article></body></html>"
    found = cleaned(kind="html", page=True, body=page)[0].paragraphs
    assert found == ("灯台の光が消えたと港が発表した。", "船は明日まで待っています。")


SAID = {
    "de": "Wir und unsere Partner verwenden Cookies, um Anzeigen zu messen. Sie können Ihre Einwilligung widerrufen.",
    "fr": "Nous utilisons des cookies pour mesurer l'audience ; votre consentement peut être retiré.",
    "es": "Utilizamos cookies de terceros para mostrarle publicidad. Puede aceptar o rechazar su uso.",
    "it": "Noi e i nostri partner usiamo cookie per la pubblicità, con il tuo consenso.",
    "pl": "Wraz z naszymi partnerami używamy plików cookie i prosimy o Twoją zgodę.",
    "ru": "Мы используем файлы cookie. Оставаясь на сайте, вы даёте согласие.",
    "ar": "نستخدم نحن وشركاؤنا ملفات تعريف الارتباط لعرض الإعلانات.",
    "hi": "हम और हमारे भागीदार आपकी सहमति से कुकीज़ का उपयोग करते हैं।",
    "ja": "当サイトはクッキーを使います。続けると同意したことになります。",
    "zh": "我们使用Cookie。继续浏览即表示您同意。",
    "ko": "저희는 쿠키를 사용합니다. 계속 이용하시면 동의한 것으로 봅니다.",
}


@pytest.mark.parametrize("language", SAID)
def test_a_notice_that_asks_for_consent_is_no_text(cleaned, language):
    """Whatever the element around it is called and whatever language it speaks, on a page as in pasted lines."""
    box = f"<div class=q7><div><p>{SAID[language]}</p><p>{SAID[language]} 2</p></div><a href=#>OK</a></div>"
    page = f"<html><body>{box}<div>{TEXT}</div></body></html>"
    assert list(cleaned(kind="html", page=True, body=page)[0].paragraphs) == STORY
    assert SAID[language] not in cleaned(body="\n".join([*STORY, SAID[language]]))[0].paragraphs


@pytest.mark.parametrize(
    "policy",
    [
        "Zgodę można w każdej chwili wycofać; opisuje to nasza polityka prywatności.",
        "Souhlas lze kdykoli odvolat, viz naše zásady ochrany soukromí.",
        "Et samtykke kan altid trækkes tilbage, se vores privatlivspolitik.",
        "Hozzájárulását bármikor visszavonhatja az adatvédelmi oldalon.",
        "You may withdraw your consent at any time.",
    ],
)
def test_a_notice_goes_with_what_it_says_of_privacy(cleaned, policy):
    """The paragraph that tells how consent is withdrawn is of the notice above it."""
    box = f"<div class=q7><p>{SAID['pl']}</p><p>{policy}</p></div>"
    assert (
        list(cleaned(kind="html", page=True, body=f"<html><body>{box}<div>{TEXT}</div></body></html>")[0].paragraphs)
        == STORY
    )


def test_an_article_about_cookies_is_text(cleaned):
    """Who reports on cookies and consent, or quotes somebody, asks no reader for any."""
    story = [
        "The regulator fined the shop because it set cookies before its visitors had given their consent.",
        "“We use cookies only with your consent,” the shop had written to the regulator in May.",
        "Partners of the shop used the personal data of two million people for advertising, the ruling says.",
    ]
    page = f"<html><body><article>{''.join(f'<p>{it}</p>' for it in story)}</article></body></html>"
    assert list(cleaned(kind="html", page=True, body=page)[0].paragraphs) == story


BYLINES = {
    "By Ida Marsh March 11, 2031 5:24 PM": ("Ida Marsh", "2031-03-11"),
    "Von Ole Kai | 4. Juni 2031": ("Ole Kai", "2031-06-04"),
    "Par Anne Rive, publié le 4 juin 2031 à 9h30": ("Anne Rive", "2031-06-04"),
    "By April May": ("April May", None),
    "By Tran Van On": ("Tran Van On", None),
    "Posted by Ida Marsh on June 4, 2031": ("Ida Marsh", "2031-06-04"),
    "By Ida Marsh | 3 min read": ("Ida Marsh", None),
    "By Ida Marsh, Updated 3 hours ago": ("Ida Marsh", None),
    "Par Anne Rive | Publié le 4 juin 2031": ("Anne Rive", "2031-06-04"),
    "Door Piet van Dam op 4 juni 2031": ("Piet van Dam", "2031-06-04"),
    "Published: 04 Jun 2031 By: Ida Marsh": ("Ida Marsh", "2031-06-04"),
    "Posted in Harbour on June 4, 2031": (None, "2031-06-04"),
    "Von Ole Kai, Kiel": ("Ole Kai", None),
    "By Ida Marsh, Harbour Editor": ("Ida Marsh", None),
    "By IDA MARSH Staff Writer": ("IDA MARSH", None),
    "By Ida Marsh for Isle Post": ("Ida Marsh", None),
    "By Ida Marsh (Isle Post) -": ("Ida Marsh", None),
    "By Ida Marsh, Bo Mast and Ole Kai": ("Ida Marsh, Bo Mast and Ole Kai", None),
    "By Ida Marsh Tuesday, March 11, 2031": ("Ida Marsh", "2031-03-11"),
    "Von Ole Kai, Dienstag, 4. Juni 2031": ("Ole Kai", "2031-06-04"),
    "By Ida Marsh March 18 at 5:24 PM": ("Ida Marsh", None),
    "By April May March 18": ("April May", None),
    "by, Ida Marsh": ("Ida Marsh", None),
    "Ida Marsh (with Bo Mast)": ("Ida Marsh (with Bo Mast)", None),
    "islepost.example": (None, None),
    "March 11, 2031": (None, "2031-03-11"),
    "Username": (None, None),
    "March": (None, None),
}


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_gives_a_name_and_the_date_behind_it(cleaned, line):
    """Dates, what leads up to them, reading times, placeholders, an office, a publisher and a place are no names."""
    page = f"<html><body><h1>Ferry stays</h1><div class=byline>{line}</div>{TEXT}</body></html>"
    article, _ = cleaned(kind="html", page=True, body=page)
    day = article.published and article.published.at.date().isoformat()
    assert (article.byline, day) == BYLINES[line]


@pytest.mark.parametrize(
    ("around", "author"),
    [
        ("<p><a href='/authors/ida-marsh'>Ida Marsh</a></p>", "Ida Marsh"),
        ("<p><a href='/places/ida-marsh'>Ida Marsh</a></p>", None),
        ("<div class=authors>Ida Marsh</div>", "Ida Marsh"),
        ("<p class='author vcard'><a class=fn>Ida Marsh</a> <span>Senior Harbour Correspondent</span></p>", "Ida Marsh"),
        ("<div class=related-cards><div class=authors>Ida Marsh</div></div>", None),
        ("<aside><div class=authors>Ida Marsh</div></aside>", None),
    ],
)
def test_an_author_stands_in_an_authors_place_of_the_article(cleaned, around, author):
    """A link to a page of authors is one, a list of other articles none."""
    page = f"<html><body><h1>Ferry stays</h1>{around}{TEXT}</body></html>"
    assert cleaned(kind="html", page=True, body=page)[0].byline == author


DATED = {
    "<abbr class=published title='2031-03-11T01:40:40Z'>ten hours ago</abbr>": "2031-03-11",
    "<abbr title='Harbour Board'>HB</abbr>": None,
    "<meta name=pub_date content=20310311>": "2031-03-11",
    "<meta name=published_date content='March 11, 2031'>": "2031-03-11",
    "<link rel=canonical href='https://isle.example/2031/03/11/ferry-stays/'>": "2031-03-11",
    "<link rel=canonical href='https://isle.example/2031/HARBOUR/03/11/ferry.stays/index.html'>": "2031-03-11",
    "<link rel=canonical href='https://isle.example/2031/harbour_life/3/11/ferry'>": "2031-03-11",
    "<link rel=canonical href='https://isle.example/harbour/2031/mar/11/ferry'>": "2031-03-11",
    "<link rel=canonical href='https://isle.example/2031-03-11/ferry'>": "2031-03-11",
    "<link rel=canonical href='https://isle.example/story/20310311-ferry'>": "2031-03-11",
    "<link rel=canonical href='https://isle.example/product/20310311'>": None,
    "<link rel=canonical href='https://isle.example/history/1914/06/28/harbour'>": None,
    "<link rel=canonical href='https://isle.example/2031/03/ferry-11'>": None,
    "<link rel=canonical href='https://isle.example/2031/13/11/ferry'>": None,
    "<link rel=canonical href='https://isle.example/2031/02/31/ferry'>": None,
    "<link rel=canonical href='https://isle.example/story/20991399/ferry'>": None,
}


@pytest.mark.parametrize("head", DATED)
def test_a_page_without_a_printed_date_has_the_one_of_its_marks_or_its_address(cleaned, head):
    """By hCalendar's `abbr`, by whatever publishers call the date in a meta element, by the day in the address' path."""
    article, _ = cleaned(kind="html", page=True, body=f"<html><body>{head}<h1>Ferry stays</h1>{TEXT}</body></html>")
    day = article.published and article.published.at.date().isoformat()
    assert (day, list(article.paragraphs)) == (DATED[head], STORY)


def test_a_day_in_the_address_is_inferred_and_goes_behind_what_the_page_says(cleaned):
    """A page may be filed under the day of its event."""
    link = "<link rel=canonical href='https://isle.example/2031/03/11/ferry'>"
    page = "<html><body>{}{}<h1>Ferry stays</h1>" + TEXT + "</body></html>"
    article, problems = cleaned(kind="html", page=True, body=page.format(link, ""))
    assert (article.published.inferred, "missing-date" in problems) == (True, True)
    dateline = "<p>RIVERTON, March 10, 2031 (Agency) — The ferry stays in the harbour until Monday, its board said.</p>"
    article, _ = cleaned(kind="html", page=True, body=page.format(link, "").replace("<p>", f"{dateline}<p>", 1))
    assert article.published.at.day == 10
    article, _ = cleaned(kind="html", page=True, body=page.format(link, "<time datetime=2031-03-12>today</time>"))
    assert (article.published.at.day, article.published.inferred) == (12, False)


TITLES = {
    "the site's name before it": ("Isle Post: Ferry stays", "<a href='/'>Isle Post</a>"),
    "a heading for the site": ("Ferry stays - Isle Post", "<h1><a href='/'>Isle Post</a></h1><h2>Ferry stays</h2>"),
    "two headings": ("Isle Post", "<h1>Isle Post</h1><h1>Ferry stays</h1>"),
    "a section between": ("Ferry stays | Harbour | Isle Post", "<h1>Ferry stays</h1>"),
    "a broken heading": ("Ferry stays — Isle Post", "<h1>Ferry<br>stays</h1>"),
    "no heading": ("Ferry stays · Isle Post", "<a href='/'>Isle Post</a>"),
}


@pytest.mark.parametrize("name", TITLES)
def test_the_title_is_the_articles_own(cleaned, name):
    """It is the headline that the page shows, without the names of site and section on either side."""
    title, top = TITLES[name]
    page = f"<html><head><title>{title}</title></head><body>{top}{TEXT}</body></html>"
    assert cleaned(kind="html", page=True, body=page)[0].title == "Ferry stays"


NAVIGATION = "<nav><a href='/harbour/'>Harbour life</a><a href='/town/'>Town</a></nav>"
SECTIONS = {
    "a link of a menu": ("Isle Post", NAVIGATION, "Harbour life"),
    "a breadcrumb": ("Harbour life | Isle Post", "<p class=breadcrumbs><a href='/h/'>Harbour life</a></p>", "Harbour life"),
    "the page's data": ("Harbour life", "<meta property='article:section' content='Harbour life'>", "Harbour life"),
    "its address": ("Isle Post", "<link rel=canonical href='https://isle.example/harbour-life/ferry'>", "Harbour life"),
    "one word": ("Isle Post", "", "Harbour"),
    "a link": ("Isle Post", NAVIGATION, "<a href='/harbour/'>Harbour life</a>"),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_above_the_headline_is_no_title(cleaned, name):
    """The section is the page's `h1` and the headline an `h2`, whatever tells what sections are called."""
    title, top, section = SECTIONS[name]
    body = f"{top}<h1>{section}</h1><main><h2>Ferry stays for now</h2><p>By Ida Marsh</p>{TEXT}</main>"
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    article, _ = cleaned(kind="html", page=True, body=page)
    assert (article.title, list(article.paragraphs)) == ("Ferry stays for now", STORY)


@pytest.mark.parametrize(
    ("title", "first"), [("Harbour life is hard - Isle Post", "Harbour life is hard"), ("Isle Post", "Harbour life is hard")]
)
def test_a_headline_above_a_subtitle_stays_the_title(cleaned, title, first):
    """An `h2` below it is no headline where the `h1` names no section."""
    body = f"{NAVIGATION}<h1>{first}</h1><h2>What ferrymen say of it</h2>{TEXT}"
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    assert cleaned(kind="html", page=True, body=page)[0].title == first


def test_of_several_described_articles_the_pages_own_gives_title_and_author(cleaned):
    """A page that describes its neighbours too is told by its title; `creator` stands for a missing `author`."""
    others = [{"@type": "NewsArticle", "headline": "Bridge opens", "author": "Bo Mast"}]
    own = {"@type": "NewsArticle", "headline": "Ferry stays", "creator": ["Ida Marsh"], "articleSection": "Harbour"}
    data = f"<script type='application/ld+json'>{json.dumps([*others, own])}</script>"
    page = f"<html><head><title>Ferry stays - Isle Post</title>{data}</head><body>{TEXT}</body></html>"
    article, _ = cleaned(kind="html", page=True, body=page)
    assert (article.title, article.byline) == ("Ferry stays", "Ida Marsh")


IDA, BO = {"@type": "Person", "name": "Ida Marsh"}, {"@type": "Person", "name": ["Bo Mast"]}
AUTHORS = (
    [[IDA, BO]],
    [[IDA], [[BO]]],
    {"@list": [IDA, {"@list": [BO]}]},
    {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": IDA}, {"@type": "ListItem", "item": BO}]},
    [["Ida Marsh"], [{"@value": "Bo Mast"}]],
    {"@type": "Person", "name": [["Ida Marsh", "Bo Mast"]]},
)


@pytest.mark.parametrize("authors", AUTHORS, ids=range(len(AUTHORS)))
def test_authors_are_read_however_deep_their_list_is(cleaned, authors):
    """Lists within lists, JSON-LD's own lists and values, lists of items."""
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry stays", "author": authors})
    page = f"<html><head><title>Ferry stays</title><script type='application/ld+json'>{data}</script></head><body>{TEXT}"
    assert cleaned(kind="html", page=True, body=page)[0].byline == "Ida Marsh, Bo Mast"


@pytest.mark.parametrize("heading", ["Comments", "2 Kommentare", "Commentaires (2)", "コメント"])
def test_who_writes_below_a_heading_for_comments_is_no_author(cleaned, heading):
    """Comments are told by their heading where no name of a class says so."""
    said = "<div><a rel=author>Bo Mast</a><p>Nobody asked those of us who cross every day, and we have to pay.</p></div>"
    page = (
        f"<html><body><main><h1>Ferry stays</h1>{TEXT}</main><section><h2>{heading}</h2>{said * 2}</section></body></html>"
    )
    article, _ = cleaned(kind="html", page=True, body=page)
    assert (article.byline, list(article.paragraphs)) == (None, STORY)


def test_short_items_of_a_list_within_the_article_are_text(cleaned):
    """They are, in a page without `<article>` too; lists of links and of a page's controls beside them are not."""
    items = "<ol><li>Take the bridge.</li><li>Leave early.</li></ol><dl><dt>Frost</dt><dd>Ice on the lock.</dd></dl>"
    links = "<ul><li><a href=/a>Bridge opens</a></li><li><a href=/b>Lock is mended</a></li></ul>"
    controls = "<ul><li>Share</li><li>Print</li></ul>"
    article = (
        f"<div class=a><div class=b><h1>Ferry stays</h1>{TEXT}{items}{links}{controls}<p>{STORY[0]} Again.</p></div></div>"
    )
    found = cleaned(kind="html", page=True, body=f"<html><body>{article}</div></body></html>")[0].paragraphs
    assert list(found[len(STORY) : -1]) == ["Take the bridge.", "Leave early.", "Frost", "Ice on the lock."]


AROUND = {
    "a caption that its data calls a description": "<figure><img><figcaption itemprop=description><p>The board's captain at "
    "the quay in frost</p></figcaption></figure>",
    "a caption below a photo": "<div class='foto' style='width: 230px'><img><p>The ferry's captain.</p></div>",
    "what a video shows": "<div class='ui-video-wrapper'><p class='video-desc' itemprop=description>Travellers at the quay "
    "say how the frost keeps them from their work.</p></div>",
    "who the author is": "<div class='author-dropdown'><div class=description><p>Ida Marsh works for the paper. She has "
    "sailed for ten years and lives by the harbour.</p></div></div>",
    "teasers of other articles": "<div class=calls><div class='item article'><h3><a href=/a>Bridge opens in spring</a></h3>"
    "<p>The new bridge takes the load off the lock, the council said.</p></div><div class='item article'><a href=/b><h3>"
    "Lock is mended</h3></a><p>Divers worked for three nights, the lock keeper said.</p></div></div>",
}


@pytest.mark.parametrize("name", AROUND)
@pytest.mark.parametrize("above", [True, False])
def test_captions_boxes_and_teasers_beside_the_paragraphs_are_no_text(cleaned, name, above):
    """Wherever they stand in the element that holds the article."""
    body = f"{AROUND[name]}{TEXT}" if above else f"{TEXT}{AROUND[name]}<p>{STORY[0]} Again.</p>"
    page = f"<html><body><div class=story><h1>Ferry stays</h1>{body}</div></body></html>"
    assert list(cleaned(kind="html", page=True, body=page)[0].paragraphs[: len(STORY)]) == STORY


def test_a_heading_within_the_text_may_hold_a_link(cleaned):
    """What stands below it is no teaser where it holds much of the article, nor where the link is a part of the heading."""
    sections = (
        f"<div class=part><h2>What <a href=/l>the lock</a> does</h2>{TEXT}</div><div class=part><h2>More</h2>{TEXT}</div>"
    )
    article, _ = cleaned(
        kind="html", page=True, body=f"<html><body><div class=story><h1>Ferry</h1>{sections}</div></body></html>"
    )
    assert set(STORY) <= set(article.paragraphs)


def test_a_first_paragraph_without_its_element_is_text(cleaned):
    """A box that is put into a paragraph ends it for the parser, and leaves the words behind it bare."""
    box = "<div class=related><ul><li><a href=/a>Bridge opens</a></li></ul></div>"
    first = "RIVERTON (Agency) — The ferry stays in the harbour for a week, the board said on Monday."
    body = f"<div class=article><h1>Ferry stays</h1><div class=bd><p>{box}{first}</p>{TEXT}</div></div>"
    page = f"<html><body>{body}</body></html>"
    assert list(cleaned(kind="html", page=True, body=page)[0].paragraphs) == [first, *STORY]


def test_what_is_folded_behind_read_more_is_text(cleaned):
    """Most of an article may lie there."""
    rest = "".join(f"<p>In week {number} the ice was thicker than in any before, she said.</p>" for number in range(6))
    body = f"<div class=story><h1>Ferry stays</h1>{TEXT}<div id=read-more><div id=read-more-content>{rest}</div></div></div>"
    article, _ = cleaned(kind="html", page=True, body=f"<html><body>{body}</body></html>")
    assert len(article.paragraphs) == len(STORY) + 6


ENDINGS = (
    "Ida Marsh covers the harbour.",
    "Ida is a reporter who has lived by the sea for ten years.",
    "Ida has covered the harbour since the old pier burnt down.",
    "Ida lives in Quay.</p><p>She has two dogs and a boat.</p><p>Follow her on Mastodon at our server.",
    "Ida Marsh writes for us.</p><p>She studied ships in Riverton.",
    "Is a visiting lecturer at the University of the Isles.",
    "About the author</h3><p>She has lived here for long.",
    "About the company</h3><p>Founded in 1990, the yard builds boats of wood.",
    "Nora Quill is a reporter in Riverton.",
    "Each Friday a newsletter brings you what the isles talk about.",
    "Isle Post is a weekly paper.",
    "Sign up for our newsletter and get it every Friday.",
    "Follow us on Facebook, Mastodon and Bluesky.",
    "Lade unsere App in Google Play herunter.",
)


@pytest.mark.parametrize("ending", ENDINGS)
def test_notes_after_the_end_are_no_text(cleaned, ending):
    """Who the author and the publisher are, and where to follow it, is not told by the article."""
    body = f"{TEXT}<h3>{ending}</p>"
    article, _ = cleaned(
        kind="html",
        by_hand=False,
        title="Ferry",
        byline="Ida Marsh",
        publisher="Isle Post",
        body=body,
        link="https://x.example/",
    )
    assert list(article.paragraphs) == STORY


@pytest.mark.parametrize(
    "last",
    [
        "Ida, the oldest ferry, is back.",
        "She will sail on Friday, the board said.",
        "Bo is a captain.",
        "Nora Quill is the captain.",
        "Ida Marsh is a reporter, “and no captain,” the board said.",
        "The newsletter had reached nobody.",
    ],
)
def test_an_article_may_end_with_what_begins_as_a_note_does(cleaned, last):
    """What is no note on its author is text, whatever name or pronoun it begins with, and so is what somebody says."""
    article, _ = cleaned(
        kind="html", by_hand=False, title="Ferry", byline="Ida Marsh", body=f"{TEXT}<p>{last}</p>", link="https://x.example/"
    )
    assert article.paragraphs[-1] == last


ORIGINS = (
    "Contributing: Bo Mast, Ole Kai, Tern Times.",
    "Contributing writers: Bo Mast and the Tern Times",
    "This article was originally published by Tern Times.",
    "This story first appeared in Tern Times and is republished here with permission.",
    "Originally published on Tern Times",
    "First published in Tern Times.",
    "Republished from Tern Times with permission.",
    "Dieser Artikel erschien zuerst in der Tern Times.",
    "Cet article a été initialement publié par Tern Times.",
)


@pytest.mark.parametrize("line", ORIGINS)
@pytest.mark.parametrize("first", [True, False])
def test_where_an_article_was_first_published_is_a_credit(cleaned, line, first):
    """It is no text, and stands beside the text for whoever asks whose reporting this is."""
    body = f"<p>{line}</p>{TEXT}" if first else f"{TEXT}<p>{line}</p>"
    article, _ = cleaned(
        kind="html", by_hand=False, title="Ferry", publisher="Isle Post", body=body, link="https://x.example/"
    )
    assert (list(article.paragraphs), article.publisher) == (STORY, "Isle Post")
    assert line in article.credits


def test_what_was_first_published_long_ago_is_text(cleaned):
    """A sentence about a book or a report is no credit."""
    last = "First published in 1897, the book was reprinted when the lighthouse keeper died."
    article, _ = cleaned(kind="html", by_hand=False, title="Ferry", body=f"{TEXT}<p>{last}</p>", link="https://x.example/")
    assert article.paragraphs[-1] == last


def test_an_article_may_end_with_what_an_app_does(cleaned):
    """Only a publisher that speaks of itself asks to be followed."""
    last = "The update lets you share a recording on Facebook and in any other app."
    article, _ = cleaned(kind="html", by_hand=False, title="Ferry", body=f"{TEXT}<p>{last}</p>", link="https://x.example/")
    assert article.paragraphs[-1] == last


def test_a_page_that_a_script_would_write_says_so(cleaned):
    """Its article is read from the page's data where that holds it; code is never text, and the message names the cause."""
    code = "<script>render({'a': 'b'})</script><style>p{color:red}</style>"
    article, problems = cleaned(
        kind="html", page=True, body=f"<html><title>Ferry</title><body><div id=app></div>{code}</body></html>"
    )
    assert (article.paragraphs, "no-visible-words" in problems, "unreadable-markup" in problems) == ((), True, False)
    data = json.dumps({"@type": "NewsArticle", "headline": "Ferry", "articleBody": "\n\n".join(STORY)})
    page = f"<html><body><div id=app></div><script type='application/ld+json'>{data}</script></body></html>"
    assert list(cleaned(kind="html", page=True, body=page)[0].paragraphs) == STORY


def test_deep_markup_is_read_and_too_deep_markup_is_named(cleaned):
    """Three hundred levels are read like three; of what is deeper than the parser goes, the message says so."""
    article, problems = cleaned(kind="html", page=True, body="<html><body>" + "<div>" * 300 + f"<p>{STORY[0]}</p>")
    assert (list(article.paragraphs), "unreadable-markup" in problems) == ([STORY[0]], False)
    deep = "<div>" * 2100 + "<script>code()</script>" + STORY[0]
    _, problems = cleaned(kind="html", page=True, body=f"<html><body>{deep}")
    assert "unreadable-markup" in problems
    assert cleaned(kind="html", body="<!-- a mark -->") == (None, {"unreadable-markup", "no-words"})


TERMS = {
    "a link to a licence": ("<a rel=license href='https://terms.example/by'>CC BY 4.0</a>", "CC BY 4.0"),
    "a licence without words": ("<link rel=license href='https://terms.example/by'>", "https://terms.example/by"),
    "a reservation": (
        "<meta name=tdm-reservation content=1><meta name=tdm-policy content='https://terms.example/tdm'>",
        "Text and data mining is reserved (tdm-reservation) https://terms.example/tdm",
    ),
    "no reservation": ("<meta name=tdm-reservation content=0>", None),
}


@pytest.mark.parametrize("kind", TERMS)
def test_what_a_page_says_of_its_terms_stands_with_the_article(cleaned, kind):
    """A licence by its words or its address, and that mining is reserved, with the policy."""
    markup, terms = TERMS[kind]
    article, _ = cleaned(
        kind="html", page=True, body=f"<html><head>{markup}</head><body><h1>Ferry stays</h1>{TEXT}</body></html>"
    )
    assert article.terms == terms


def test_a_headline_that_the_data_cut_is_told_in_full(cleaned):
    """As the page shows it; one that the page does not begin with is the data's."""
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Ferry stays in the harbour…", "author": [7, {"name": "Ida Marsh"}]}
    )
    page = "<html><head><script type='application/ld+json'>{}</script></head><body><h1>{}</h1>{}</body></html>"
    article, _ = cleaned(kind="html", page=True, body=page.format(data, "Ferry stays in the harbour until spring", TEXT))
    assert (article.title, article.byline) == ("Ferry stays in the harbour until spring", "Ida Marsh")


def test_the_name_of_the_site_is_no_headline_though_the_data_says_so(cleaned):
    """Then the page's own heading is."""
    data = json.dumps({"@type": "NewsArticle", "headline": "Isle Post", "publisher": {"name": "Isle Post"}})
    head = f"<head><script type='application/ld+json'>{data}</script></head>"
    page = f"<html>{head}<body><h1>Ferry stays</h1>{TEXT}</body></html>"
    assert cleaned(kind="html", page=True, body=page)[0].title == "Ferry stays"


def test_a_title_alone_loses_its_short_ending(cleaned):
    """Where nothing on the page says what the site is called."""
    page = "<html><head><title>{}</title></head><body>{}</body></html>"
    for title in ("Ferry stays in the harbour until spring | Isle Post", "Ferry stays in the harbour until spring"):
        article, _ = cleaned(kind="html", page=True, body=page.format(title, TEXT))
        assert article.title == "Ferry stays in the harbour until spring"


def test_data_without_end_is_read_in_bounds(cleaned):
    """Thousands of objects and names cost no more than some; the first of them count, and a page's text is read as ever."""
    many = [{"@type": "Person", "name": f"Nobody {number}"} for number in range(3000)]
    data = {
        "@type": "NewsArticle",
        "headline": "Ferry stays",
        "author": [{"name": "Ida Marsh"}, *many],
        "inLanguage": [[[]]] * 3000,
    }
    block = "<script type='application/ld+json'>{}</script>"
    page = f"<html><head>{block.format(json.dumps([data, *many]))}</head><body><h1>Ferry stays</h1>{TEXT}</body></html>"
    article, _ = cleaned(kind="html", page=True, body=page)
    assert (article.title, list(article.paragraphs)) == ("Ferry stays", STORY)
    assert article.byline.startswith("Ida Marsh")
    huge = json.dumps(data | {"description": "x" * 2_000_000})
    page = f"<html><head>{block.format(huge)}</head><body><h1>Ferry stays</h1>{TEXT}</body></html>"
    article, _ = cleaned(kind="html", page=True, body=page)
    assert (article.byline, list(article.paragraphs)) == (None, STORY)


def test_a_comment_is_known_by_its_data_and_goes(cleaned):
    """The item property says so, whatever the element is called; what holds a heading of its own is none."""
    said = "I was on the ferry that day and the sea was as calm as a pond, believe me or not."
    page = "<html><body><article><h1>Ferry stays</h1>{}</article>{}</body></html>"
    comment = f"<div itemprop=comment><p>{said}</p></div>"
    article, _ = cleaned(kind="html", page=True, body=page.format(TEXT, comment))
    assert list(article.paragraphs) == STORY
    assert (said, "comment") in [(it.text, it.reason) for it in article.removed]
    whole = f"<html><body><div class=comments><h1>Ferry stays</h1>{TEXT}</div></body></html>"
    assert list(cleaned(kind="html", page=True, body=whole)[0].paragraphs) == STORY


def test_a_page_that_is_all_dialog_is_read(cleaned):
    """A dialog that holds nearly all words is the page; one that asks for consent is a notice all the same."""
    page = "<html><body><div role=dialog>{}</div></body></html>"
    assert list(cleaned(kind="html", page=True, body=page.format(TEXT))[0].paragraphs) == STORY
    asks = "<p>We and our partners use cookies to measure ads. You can withdraw your consent at any time.</p>"
    article, problems = cleaned(kind="html", page=True, title="Ferry", body=page.format(asks))
    assert (article.paragraphs, "no-visible-words" in problems) == ((), True)


def test_a_heading_at_the_end_heads_nothing_and_goes(cleaned):
    """What it headed was no text; a heading before text stays."""
    said = f"{TEXT}<h2>On the quay</h2><p>{STORY[0]} Again.</p><h2>More of it</h2>"
    page = f"<html><body><article><h1>Ferry stays</h1>{said}</article></body></html>"
    paragraphs = cleaned(kind="html", page=True, body=page)[0].paragraphs
    assert "On the quay" in paragraphs
    assert "More of it" not in paragraphs


def test_an_article_may_end_with_what_somebody_did(cleaned):
    """Three last lines that begin as a note on an author goes on are text where no note begins them."""
    last = ["She left the quay at noon.", "She took the bus to the north pier.", "She found the ferry gone by then."]
    body = TEXT + "".join(f"<p>{it}</p>" for it in last)
    page = f"<html><body><article><h1>Ferry stays</h1>{body}</article></body></html>"
    assert list(cleaned(kind="html", page=True, body=page)[0].paragraphs) == [*STORY, *last]


def test_a_line_that_begins_as_bylines_do_and_names_nobody_is_none(cleaned):
    """Names begin with capitals."""
    page = f"<html><body><h1>Ferry stays</h1><p>By the numbers</p>{TEXT}</body></html>"
    assert cleaned(kind="html", page=True, body=page)[0].byline is None


KEEPER = "The lock keeper of the isles sells maps of all the quays in his shop by the old pier."
LAYERS = {
    "<div role=alertdialog><p>{}</p></div>": "<div role=note><p>{}</p></div>",
    "<div class=gdpr-note><p>{}</p><button>OK</button></div>": "<div class=quay-note><p>{}</p><button>OK</button></div>",
    "<div style='position: fixed'><p>{}</p><button>OK</button></div>": "<div style='position: static'><p>{}</p></div>",
    "<div class=kommentare><p>{}</p></div>": "<div class=kommentator><p>{}</p></div>",
    "<div itemtype='https://schema.org/Comment'><p>{}</p></div>": "<div itemtype='https://schema.org/Quotation'><p>{}</p></div>",
}


@pytest.mark.parametrize("layer", [*LAYERS, *LAYERS.values()])
def test_what_lies_over_an_article_is_known_by_its_marks(cleaned, layer):
    """A dialog, a notice with its button and comments go whatever they say; the same words stay where no mark is theirs."""
    page = f"<html><body><article><h1>Ferry stays</h1>{TEXT}{layer.format(KEEPER)}<p>{STORY[0]} Again.</p></article></body>"
    paragraphs = cleaned(kind="html", page=True, body=page)[0].paragraphs
    assert paragraphs[: len(STORY)] == tuple(STORY)
    assert (KEEPER in paragraphs) is (layer not in LAYERS)


@pytest.mark.parametrize("tag", ["aside", "footer", "form", "menu", "nav", "section"])
def test_what_stands_in_an_element_beside_the_text_is_no_text(cleaned, tag):
    """An element says by its name that it is none of the article; a section is one."""
    page = f"<html><body><article><h1>Ferry stays</h1>{TEXT}<{tag}><p>{KEEPER}</p></{tag}><p>{STORY[0]} Again.</p></article>"
    assert (KEEPER in cleaned(kind="html", page=True, body=page)[0].paragraphs) is (tag == "section")


def test_what_a_script_prints_as_its_end_is_no_text(cleaned):
    """A script ends where it first prints the end of one; what follows up to its own end is still of it."""
    script = """<script>document.write("<script src=/x.js></script>");</script>"""
    page = f"<html><body><article><h1>Ferry stays</h1><p>{STORY[0]}{script}</p>{TEXT}</article></body></html>"
    assert cleaned(kind="html", page=True, body=page)[0].paragraphs[0] == STORY[0]


@pytest.mark.parametrize("wrapped", ["//<![CDATA[\n{}\n//]]>", "/* <![CDATA[ */ {} /* ]]> */", "<!-- {} -->"])
def test_data_in_a_comment_is_read(cleaned, wrapped):
    """Old templates hide their data from old browsers."""
    data = wrapped.format(json.dumps({"@type": "NewsArticle", "author": {"name": "Ida Marsh"}}))
    script = f"<script type='application/ld+json'>{data}</script>"
    page = f"<html><head>{script}</head><body><h1>Ferry stays</h1>{TEXT}</body></html>"
    assert cleaned(kind="html", page=True, body=page)[0].byline == "Ida Marsh"
