"""A language is one file, and what a language lacks is refused."""

import pytest

import digest.language
from digest.language import Language, language_of, registry
from digest.language.clauses import clauses, opening, run_in_length, turns
from digest.language.sentences import sentences
from digest.language.standing import leans, refusal, unattributed
from digest.language.terms import Lexicon, learn
from digest.link.figures import figures
from digest.link.reading import read

QUAY = """
import re

from digest.language.numbers import Numbers
from digest.language.profile import Language

QUAYISH = Language(
    code="qy",
    numbers=Numbers(
        code="pl",
        magnitudes={"mol": 1e3, "mollo": 1e6},
        currencies={"yuro": "EUR"},
        shares={"perto": "%"},
        approximate={"least": "ba"},
        ranges=r"\\sek\\s",
        both=r"\\sun\\s",
        between="twis",
        uncounted=frozenset({"lok"}),
    ),
    negations=frozenset({"nay"}),
    abbreviated=re.compile(r"\\bKap\\.\\Z"),
    stemmer=lambda word: word.removesuffix("ka"),
)
"""


@pytest.fixture
def quayish(tmp_path, monkeypatch):
    """A further language: one file beside the others."""
    (tmp_path / "quayish.py").write_text(QUAY, "utf-8")
    monkeypatch.setattr(digest.language, "__path__", [*digest.language.__path__, str(tmp_path)])
    caches = registry.profiles, registry.language_of, sentences
    for each in caches:
        each.cache_clear()
    yield language_of("qy")
    for each in caches:
        each.cache_clear()


@pytest.mark.parametrize(
    "explained", ["The Harbour Ferry Union (HFU) struck on Monday.", "The HFU (Harbour Ferry Union) struck on Monday."]
)
def test_an_abbreviation_that_a_story_explains_is_the_same_name(explained):
    """Elsewhere it may stand alone; one that nobody explains is another name."""
    keys = [
        {term.key for term in learn(texts, "en").terms("Harbour Ferry Union") if term.kind == "name"}
        & {term.key for term in learn(texts, "en").terms("HFU")}
        for texts in ([explained], ["The union struck on Monday, the HFU said."])
    ]
    assert keys == [{"hfu"}, set()]


def test_a_language_is_found_by_its_file_alone(quayish):
    """What its file says is known of it: numbers, denials, stems, and where no sentence ends."""
    assert quayish.code == "qy"
    found = quayish.numbers.quantities("Kol 3,5 mollo yuro, 12 perto.")
    assert [(one.value, one.unit) for one in found] == [(3_500_000, "EUR"), (12, "%")]
    assert quayish.stem("boteka") == "bote"
    assert [term.kind for term in Lexicon(language="qy").terms("Bote nay kola")] == ["word", "not", "word"]
    text = "Kap. Brook kol an bote. Ida kol."
    assert [text[start:end] for start, end in sentences(text, "qy")] == ["Kap. Brook kol an bote.", "Ida kol."]


def test_a_new_file_shows_the_figures_of_its_language(quayish, article):
    """No room needs to hear of it."""
    text = "An storm kol 2350 tigel fan an bote te Oldenhafen."
    both = article("reuters", "1", text, language="qy"), article("ap", "2", text, language="qy")
    assert [one.value for figure in figures(read(both)) for one in figure.values] == [2350]


def test_without_its_file_it_has_no_figures(article, linked):
    """The same two articles, in a language of which nothing is known."""
    text = "An storm kol 2350 tigel fan an bote te Oldenhafen."
    assert linked(article("reuters", "1", text, language="qy"), article("ap", "2", text, language="qy")).figures == ()


def test_every_profile_is_found():
    """English with its grammar, and the languages of which less is known."""
    known = registry.profiles()
    assert {code for code, language in known.items() if language.grammar} == {"en"}
    assert {code for code, language in known.items() if language.numbers} == {"de", "en", "es", "fr", "it", "nl", "pt", "sv"}
    assert {code for code, language in known.items() if language.speech} == {"de", "en", "es", "fr", "it", "nl", "pt", "sv"}
    for part in ("days", "dating", "figures", "attribution"):
        assert {code for code, language in known.items() if getattr(language, part)} == {"de", "en", "es", "fr"}, part
    assert all(isinstance(language, Language) and language_of(code) is language for code, language in known.items())
    assert language_of(None) is language_of("") is known["en"]


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("de", "häuser", "hauses"),
        ("fr", "bateaux", "bateau"),
        ("es", "puertos", "puerto"),
        ("ru", "парома", "паромом"),
        ("nb", "ferjen", "ferjene"),
        ("en", "delays", "delayed"),
    ],
)
def test_forms_of_a_word_have_one_stem(code, one, other):
    """By Snowball where it has the language, and by its own rules where the language's file gives them."""
    assert language_of(code).stem(one) == language_of(code).stem(other)


def test_a_word_of_a_language_without_a_stemmer_is_its_own_stem():
    """Nothing is cut off by the rules of another language."""
    assert language_of("sw").stem("meli") == "meli"
    assert language_of("th").stem("เรือ") == "เรือ"


UNREAD = language_of("sk")


def test_no_rule_of_english_reads_another_language():
    """A word that looks like one of English is none: no clause, no connective, no headline, no pronoun."""
    text = "However, the ferry sank, but it was raised."
    assert [(one.start, one.end) for one in clauses(text, UNREAD)] == [(0, len(text))]
    assert opening(text, UNREAD) == run_in_length("April 04, 2017 A court met.", UNREAD) == 0
    assert not turns(text, text.index(", but"), UNREAD)
    assert leans("The suit named it.", UNREAD) == 0
    assert not unattributed("We saw the ferry leave Oldport on Monday.", UNREAD)
    assert refusal("It was said by him that the ferry sank.", 0, 39, first=True, language=UNREAD) is None
    assert refusal("But the ferry sank, and it was raised.", 4, 18, first=False, language=UNREAD) == "no whole statement"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", ["Am 3. Januar kam die Fähre.", "Sie blieb."]),
        ("cs", ["Přístav zavřeli 4. června.", "Všichni odešli."]),
        ("nb", ["Ferjen stopper 4. juni.", "Alle går."]),
        ("hr", ["Luka se zatvara 4. lipnja.", "Svi odlaze."]),
    ],
)
def test_a_day_of_the_month_ends_no_sentence(code, expected):
    """Languages that print a full stop behind it go on with the month."""
    text = " ".join(expected)
    assert [text[start:end] for start, end in sentences(text, code)] == expected


def test_a_number_ends_a_sentence_where_days_have_no_full_stop():
    """A month behind it begins the next one."""
    text = "Le port ferme le quai 4. Juin sera calme."
    assert [text[start:end] for start, end in sentences(text, "fr")] == ["Le port ferme le quai 4.", "Juin sera calme."]


@pytest.mark.parametrize(
    ("code", "denied", "plain"),
    [
        ("de", "Fähre sinkt nicht", "Fähre sinkt schnell"),
        ("fr", "bateau jamais coulé", "bateau récemment coulé"),
        ("es", "barco nunca hundido", "barco pronto hundido"),
        ("it", "traghetto mai affondato", "traghetto presto affondato"),
        ("pt", "barco nunca afundado", "barco logo afundado"),
        ("th", "เรือไม่จม", "เรือจม"),
    ],
)
def test_a_language_says_by_which_words_it_denies(code, denied, plain):
    """Other words deny nothing."""
    kinds = [[term.kind for term in Lexicon(language=code).terms(text)].count("not") for text in (denied, plain)]
    assert kinds == [1, 0]


@pytest.mark.parametrize(
    ("code", "short", "other"),
    [
        ("de", "Sie sah Dr. Brook. Er kam.", "Sie sah den Hof. Brook kam."),
        ("fr", "Elle a vu Mme. Brook. Il part.", "Elle a vu la cour. Brook part."),
        ("es", "Vio a la Sra. Brook. Se fue.", "Vio a la jefa. Brook se fue."),
        ("it", "Ha visto il Dott. Brook. Lui parte.", "Ha visto il capo. Brook parte."),
    ],
)
def test_no_sentence_ends_behind_a_word_that_is_written_short(code, short, other):
    """Each language names its own; any other word with a full stop ends one."""
    first = [text[: sentences(text, code)[0][1]] for text in (short, other)]
    assert [text.count(".") for text in first] == [2, 1]


def test_who_somebody_is_is_no_part_of_what_happened():
    """A title is told apart from the words that a statement stands on; so is a word that says how."""
    found = Lexicon(language="en").terms("Their mayor quickly bought nine barges.")
    assert [term.kind for term in found] == ["title", "shade", "word", "number", "word"]
