"""Feed items: how sure it is that two of them report one event follows how much their few words tell."""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from newsroom import article

from digest.common.kinds import Kind, is_roundup, kind_of, unlabelled
from digest.common.memo import no_memo
from digest.group import group
from digest.group.background import UNCOUNTED, Background, Usual, counts_of
from digest.group.batches import days_of, usual
from digest.group.pairs import Turned, compare, probabilities
from digest.group.rules import RULES
from digest.group.tables import read, table_of
from digest.group.terms import is_snippet
from digest.group.weights import EVIDENCE, SNIPPET_FEATURES
from digest.group.why import why_pair
from digest.language.registry import known_languages
from digest.model import Url, When

SUBJECTS = ("Anglers", "Bakers", "Cabbies", "Dentists", "Editors", "Farmers", "Grocers", "Hunters", "Innkeepers", "Jurists")
USUAL = [
    article(
        f"u{at}", f"{subject} speak about Tromsø harbour dues", f"What {subject.lower()} would like instead.", day=at / 20
    )
    for at, subject in enumerate(SUBJECTS)
]
"""Items of a day on which everybody writes about harbour dues in Tromsø."""
ONE = article("a", "Tromsø pilots walk out over harbour dues", "Skippers are up in arms.", day=9)
OTHER = article("b", "Council split on dues that Tromsø asks for", "A vote is near.", day=9.1)


def features(one, other, background=UNCOUNTED):
    """Return the features of two snippets by name; None where they are not compared."""
    for found in compare(table_of([one]), Turned(table_of([other]), background), RULES):
        if len(found.rows):
            return dict(zip(SNIPPET_FEATURES, found.features[0].tolist(), strict=True))
    return None


def counted(articles):
    return Background.of([counts_of(read(articles))])


def background(articles):
    return Usual(before=counted(articles))


def test_words_that_the_digest_had_in_many_items_before_tell_less():
    """The same two titles share little where every item of the weeks before had their words."""
    rare, usual = features(ONE, OTHER)["shared"], features(ONE, OTHER, background(USUAL))["shared"]
    assert rare > 8
    assert usual < rare - 3


def test_words_that_the_days_of_an_event_all_have_say_less_of_a_title():
    """Where everybody writes about the dues, that two titles have them does not say that they tell the same of them."""
    rare, usual = (features(ONE, OTHER, each)["title_most"] for each in (UNCOUNTED, Usual(within=counted(USUAL))))
    assert usual < rare - 0.1


def test_what_belongs_to_a_country_is_its_word():
    """One title has Iran, the next Iranians; the third has another country."""
    one = article("i", "Iranians queue for bread", "Bakeries run out of flour.", day=0)
    same = article("j", "Bread queues grow in Iran", "Flour is short.", day=0)
    else_ = article("k", "Bread queues grow in Peru", "Flour is short.", day=0)
    assert features(one, same)["titles"] > features(one, else_)["titles"] + 0.2


def test_words_that_many_have_are_no_evidence_however_much_of_two_titles_they_are():
    """Two titles of nothing else are as probable as none."""
    one = article("o", "What is the plan for harbour dues in Tromsø?", "An old question.", day=0)
    other = article("p", "Harbour dues in Tromsø: what now?", "A new answer.", day=0)
    turned = Turned(table_of([other]), background(USUAL * 20))
    found = next(each for each in compare(table_of([one]), turned, RULES) if len(each.rows))
    assert found.features[0][SNIPPET_FEATURES.index("shared")] < EVIDENCE
    assert not found.evidence.any()
    assert not len(probabilities(table_of([one]), turned, RULES).rows)


BARE = {
    "ja": ("北原市で花火大会", "北原市が図書館を新設", "川村首相が訪米", "川村首相、増税を否定"),
    "th": ("เชียงใหม่จัดงานดอกไม้", "รถไฟชนกันที่เชียงใหม่", "โรงพยาบาลเปิดใหม่", "น้ำท่วมโรงพยาบาล"),
    "ar": ("المصرف المركزي يرفع الفائدة", "سرقة المصرف المركزي", "رئيس الوزراء يستقيل", "رئيس الوزراء يزور الصين"),
    "de": ("Brand in Rostock", "Rostock plant Stadion", "Kanzler tritt zurück", "Kanzler reist ab"),
}


@pytest.mark.parametrize("language", BARE)
def test_two_bare_headlines_are_no_story_by_one_noun(language):
    """A city or an office is half of what a headline of four words says."""
    items = [article(f"{language}{at}", title, day=at / 20, language=language) for at, title in enumerate(BARE[language])]
    assert not together(items)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "台風7号が沖縄に上陸", "沖縄に台風7号上陸"),
        ("ko", "부산 해운대 호텔에서 화재", "해운대 호텔 화재 10명 부상"),
        ("de", "Brand in Rostocker Werft", "Feuer in Rostocker Werft: zwei Verletzte"),
    ],
)
def test_two_bare_headlines_of_the_same_names_and_act_are_a_story(language, one, other):
    """Two words that are both rare are enough."""
    pair = [article(name, title, day=0, language=language) for name, title in (("a", one), ("b", other))]
    assert together(pair) == [{"a", "b"}]


def test_only_brief_items_make_the_background():
    """How common a word is in long texts does not say how common it is in items."""
    long = article("l", "Tromsø harbour dues", "words of a long report " * 30)
    assert not is_snippet(long)
    counts = counts_of(read([long, *USUAL]))
    assert counts.items == len(USUAL)
    assert counts.counts.max() == len(USUAL)
    assert counted([long]).counts is None


def together(articles):
    """Return the ids that are in one story with another."""
    stories, _ = group(articles, memo=no_memo)
    return [{each.id for each in story.articles} for story in stories if len(story.articles) > 1]


def test_days_before_the_window_make_common_and_the_days_of_an_event_do_not():
    """What came up with the event is no common word, however many items report it; what was there weeks before is."""
    near = [replace(each, published=ONE.published) for each in USUAL]
    now, before = (why_pair("a", "b", group([*usual, ONE, OTHER])[0]).likeness for usual in (near, USUAL))
    assert now.probability > 2 * before.probability


def test_what_comes_later_changes_nothing_of_before():
    """Items of later days, however many share the words, leave the stories of earlier days as they were."""
    later = [article(f"l{at}", each.title, *each.paragraphs, day=20 + at / 20) for at, each in enumerate(USUAL)]
    before = together([ONE, OTHER])
    assert [each for each in together([ONE, OTHER, *later]) if each & {"a", "b"}] == before


def test_a_common_word_is_no_evidence():
    """Two items that share a year, a country or a market and nothing else are two stories."""
    titles = (
        "AI stocks in 2026: where next?",
        "Norway bans AI toys in 2026",
        "Oil stocks fall as 2026 nears",
        "Why small boats need no AI",
    )
    assert not together(
        [
            article(f"c{at}", title, f"More on page {word}.", day=at / 10)
            for at, (title, word) in enumerate(zip(titles, ("one", "five", "six", "nine"), strict=True))
        ]
    )


def test_the_same_rare_names_with_the_same_act_are_much():
    """Two short items of two outlets about one event are one story, in other words too."""
    one = article("x", "Quake near Akureyri damages the Glerárkirkja church", "Nobody was hurt.", day=0)
    other = article("y", "Akureyri church Glerárkirkja shut after quake", "Cracks run through the nave.", day=0.3)
    assert together([one, other]) == [{"x", "y"}]


@pytest.mark.parametrize(
    "title",
    [
        "2031 predictions, part one",
        "Predicting 2031: will tulips bloom?",
        "The year in review",
        "The best garden chairs of 2031",
        "Farming roundup: market talk",
        "Ask us your questions about the floods",
        "Live Q&A: what the flood means",
        "Year in a word: drizzle",
        "The week ahead",
        "The Courier is hiring a reporter",
        "Port Shut After Storm, Mayor of Brae Resigns, Two Ferries, Bread Gets Dearer",
        "March 2031 product update",
        "Changelist: March 2031",
    ],
)
def test_a_round_up_is_told_by_its_title(title):
    """Outlooks, reviews, lists, questions and notices report no event of their own."""
    assert is_roundup(title)


@pytest.mark.parametrize(
    "title",
    [
        "Five takeaways from the drills",
        "Review finds bridge unsafe",
        "Minister questions flood report",
        "Police look for best-known thief",
        "Bank predicts slump in 2031",
        "Rents rise in 2031",
        "Anna Berg, Bo Dahl, Carl Ek, Dora Falk open the bridge",
        "Mayor, Shaken By Floods, Vows To Stay, Aide Says",
        "Bank may publish update",
    ],
)
def test_a_report_is_no_round_up(title):
    """Words that round-ups like stand in titles of events too."""
    assert not is_roundup(title)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("de", "Presse meldet Schaden am Hafen"),
        ("de", "Prognosen sehen mehr Regen"),
        ("de", "Besten Gartenstuhl gebaut"),
        ("fr", "La presse du village ferme"),
        ("fr", "Un guide se perd en montagne"),
        ("fr", "Des questions sur la digue"),
        ("es", "La semana trae lluvia al puerto"),
        ("es", "Un año sin lluvia en el huerto"),
        ("es", "Preguntas por la riada en el pleno"),
    ],
)
def test_a_report_is_no_round_up_in_other_languages_either(language, title):
    """Single words of theirs tell nothing."""
    assert not is_roundup(title, language)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("de", "Wochenrückblick: der Sommer der Quallen"),
        ("de", "Prognosen für 2031: mehr Regen"),
        ("de", "Jahresrückblick: der Sommer der Quallen"),
        ("de", "Die 10 besten Gartenstühle"),
        ("de", "Ihre Fragen zur Flut"),
        ("fr", "Revue de presse : la digue tient"),
        ("fr", "Nos prédictions jardin pour 2031"),
        ("fr", "Rétrospective : un été de méduses"),
        ("fr", "Guide d’achat : bien choisir sa bouilloire"),
        ("fr", "Inondation : posez vos questions"),
        ("es", "Resumen de la semana en el puerto"),
        ("es", "Qué esperar de 2031 en el huerto"),
        ("es", "Resumen del año en el puerto"),
        ("es", "Los 10 mejores hervidores"),
        ("es", "Envíe sus preguntas sobre la riada"),
        ("en", "Trends for 2031 in gardening"),
        ("en", "Best kettles for small kitchens"),
    ],
)
def test_a_round_up_is_told_in_other_languages_too(language, title):
    """By that language's own words, which say nothing in another."""
    assert is_roundup(title, language)
    assert not is_roundup(title, "ja")


@pytest.mark.parametrize("language", [each for each in known_languages() if each.opinions], ids=lambda each: each.code)
def test_each_language_labels_its_opinions(language):
    """Before a title, whatever language that is taken to be in, or in an address; inside a title the word tells nothing."""
    for word in language.opinions.replace("[oó]", "ó").replace("?", "").split("|"):
        assert kind_of(article("k", f"{word.capitalize()}: The dues are too high", language="fi")) is Kind.OPINION
        assert kind_of(article("k", f"The dues of the {word} are too high", language="fi")) is Kind.REPORT
        address = Url(f"https://post.example/{word}/dues")
        assert kind_of(replace(article("k", "The dues are too high"), url=address)) is Kind.OPINION


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Opinion | The dues are too high", Kind.OPINION),
        ("Meinung: Die Gebühren sind zu hoch", Kind.OPINION),
        ("【社説】港の料金", Kind.OPINION),
        ("Opinion polls turn against the mayor", Kind.REPORT),
        ("Natural gas settles lower", Kind.MARKETS),
        ("U.S. stocks edge higher", Kind.MARKETS),
        ("Gold thieves rob a bank", Kind.REPORT),
    ],
)
def test_kinds_are_told_by_what_stands_before_a_title(title, kind):
    """The word alone is not enough: it must be a label, or the subject of a day's trading."""
    assert kind_of(article("k", title)) is kind


def test_an_address_tells_an_opinion():
    """A feed that does not label its opinions has them under an address of their own."""
    assert kind_of(article("k", "The dues are too high", url="https://example.org/opinion/dues-1")) is Kind.OPINION
    assert kind_of(article("k", "The dues are too high", url="https://example.org/news/opinions-vary")) is Kind.REPORT


def test_a_label_is_no_word_of_a_title():
    """That two pieces stand in one section says nothing of what published_at."""
    assert unlabelled("Opinion | The dues are too high") == "The dues are too high"
    assert unlabelled("Heard on the Quay | Dues may fall soon") == "Dues may fall soon"
    assert unlabelled("Dues") == "Dues"


def test_two_opinions_are_no_story_and_may_join_a_report():
    """What two judge is known to be one event by a report of it."""
    title = "Glerárkirkja church in Akureyri shut after quake"
    report = article("r", title, "Cracks run through the nave.", day=0)
    views = [article(f"v{at}", f"Opinion | {title}", "It could be foreseen.", day=at / 10) for at in (1, 2)]
    assert not together(views)
    assert together([report, views[0]]) == [{"r", views[0].id}]


def test_the_trading_of_two_days_is_two_stories():
    """The same words on the next day report the next day."""
    wraps = [article(f"g{at}", "Natural gas settles lower on mild weather", "Futures fell.", day=at) for at in (0, 1)]
    assert not together(wraps)
    assert together([wraps[0], replace(wraps[0], id="h", where="h", publisher="Other")])


def test_parts_of_a_round_up_are_no_story():
    """Two outlooks share most of their title and no event."""
    parts = [article(f"p{at}", f"2031 predictions, part {word}", day=at / 2) for at, word in enumerate(("one", "two"))]
    assert not together(parts)


def test_why_names_what_a_brief_pair_was_compared_by():
    """The features of items, beside the background of their day, and the threshold that two single items need."""
    stories, _ = group([*USUAL, ONE, OTHER])
    found = why_pair("a", "b", stories)
    assert found.likeness.shape == "snippet"
    assert found.join == RULES.seed
    (shared,) = [feature for feature in found.likeness.features if feature.name == "shared"]
    assert shared.value == pytest.approx(features(ONE, OTHER, background(USUAL))["shared"])


def test_the_more_caution_the_less_is_together():
    """A pair that is neither clear nor hopeless is one story with low caution and two with high."""
    pairs = {
        caution: {frozenset(ids) for ids in _pairs(group([ONE, OTHER], caution=caution)[0])}
        for caution in ("low", "normal", "high")
    }
    assert pairs["high"] <= pairs["normal"] <= pairs["low"]
    assert pairs["high"] != pairs["low"]


def _pairs(stories):
    return (ids for story in stories for ids in combinations([each.id for each in story.articles], 2))


def test_what_a_first_fetch_brings_of_months_before_makes_words_common():
    """Filed under one day, the items of past months say what is usual; what came up in one week alone is an event's."""

    def shared(apart):
        seen = ONE.published.at
        old = [replace(each, published=When(at=seen - timedelta(days=30 + apart * at))) for at, each in enumerate(USUAL)]
        (day,) = days_of([replace(each, seen=seen) for each in (*old, ONE, OTHER)], [str(at) for at in range(12)], RULES)
        return features(ONE, OTHER, usual(day, (), ()))["shared"]

    assert shared(apart=8) == 0 < shared(apart=0.1)


def test_what_one_event_of_the_months_before_brought_up_does_not_make_its_words_common():
    """In a first fetch the items of an event long past stand among those that say what is usual, and share what they did."""
    seen = ONE.published.at
    one, other = (
        replace(each, published=When(at=seen - timedelta(days=30 + at)), seen=seen) for at, each in ((2, ONE), (0, OTHER))
    )
    again = replace(one, id="again", published=When(at=seen - timedelta(days=60)))

    def shared(articles):
        (day,) = days_of(articles, [str(at) for at in range(len(articles))], RULES)
        return features(one, other, usual(day, (), ()))["shared"]

    assert shared([one, other]) == shared([one]) > shared([one, other, again])


def test_a_brief_item_and_a_longer_one_need_more_than_words_that_many_have():
    """A change log that names its own product shares that with all of its items."""
    log = article("log", "Tromsø 4", "The harbour shows its dues in a new colour and loads its maps faster. " * 5, day=9)
    brief = article("post", "Why we love harbour dues in Tromsø", "An essay.", day=9)
    assert not is_snippet(log)
    for before, many in ((UNCOUNTED, False), (background(USUAL * 20), True)):
        found = next(each for each in compare(table_of([log]), Turned(table_of([brief]), before), RULES) if len(each.rows))
        assert found.shapes[0] > 0
        assert found.evidence.all() != many


def test_a_brief_round_up_is_no_story_with_a_longer_text_either():
    """Its title names four matters of which one may be the other's."""
    title = "Glerárkirkja Shut After Quake, Dues Rise In Tromsø, Two Ferries Collide, Bread Gets Dearer"
    text = "Akureyri shut its church Glerárkirkja after a quake, and dues rise in Tromsø. " * 6
    report = article("long", "Glerárkirkja shut after quake as dues rise in Tromsø", text, day=0)
    assert not together([article("news", title, "All of this week.", day=0), report])
    assert together([article("news", "Glerárkirkja shut after quake", "All of it.", day=0), report])


@pytest.mark.parametrize(
    ("title", "enough"),
    [
        ("Glerárkirkja", True),
        ("Choir sings at Glerárkirkja", True),
        ("Bakers, anglers and hunters meet at Glerárkirkja for a chess tournament", False),
        ("Bakers, anglers and hunters meet at Glerárkirkja despite tremor", True),
    ],
)
@pytest.mark.parametrize("text", ["Nobody was hurt.", "A column fell at night, and nobody was hurt. " * 6])
def test_one_word_alone_is_no_evidence_unless_it_is_most_of_a_title(title, enough, text):
    """However rare it is: what both are about is no event, in a brief item beside another and beside a longer text."""
    other = article("b", "Tremor damages roof, walls and seven windows of Glerárkirkja", text, day=0)
    assert evidence(article("a", title, "", day=0), other) is enough


def evidence(one, other):
    (found,) = (each for each in compare(table_of([one]), Turned(table_of([other])), RULES) if len(each.rows))
    return bool(found.evidence[0])
