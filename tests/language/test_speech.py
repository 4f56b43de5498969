"""Which words of a text stand between quotation marks, and rules that say which of them decided."""

import pytest

from digest.language import language_of
from digest.language.speech import Rule, Rules, spoken

QUOTED = {
    "en": (
        "They say “two boats” now.",
        'They say "two boats" now.',
        "They say ``two boats'' now.",
        'They say “two boats" now.',
        'They say "two boats” now.',
    ),
    "de": ("Sie sagen „zwei Boote“ jetzt.", "Sie sagen «zwei Boote» jetzt."),
    "fr": ("Ils disent «deux bateaux» maintenant.", 'Ils disent "deux bateaux" maintenant.'),
    "ja": ("船は「二隻」来る。", "船は『二隻』来る。"),
    "tr": ("Onlar “iki tekne” diyor.",),
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in QUOTED for text in QUOTED[language]])
def test_words_between_marks_are_found_in_any_language(language, text):
    """The marks are the language's, or where it does not say, any language's."""
    (span,) = spoken(text, language_of(language).speech)
    assert len(text) / 4 < span[1] - span[0] < len(text) * 0.8
    assert text[: span[0]].rstrip().isalnum() or text[: span[0]].replace(" ", "").isalnum()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hän sanoi „kaksi” nyt.", ["„kaksi”"]),
        ("Onlar “iki tekne” diyor.", ["“iki tekne”"]),
        ("Hän sanoi ”kaksi venettä” nyt.", ["”kaksi venettä”"]),
        ('Onlar "iki tekne" diyor.', ['"iki tekne"']),
        ("Он сказал «две лодки» вчера.", ["«две лодки»"]),
        ("他说「两条」和『三条』。", ["「两条」", "『三条』"]),
        ('5" a b " c', []),
    ],
)
def test_where_a_language_does_not_say_how_it_quotes_all_marks_quote(text, said):
    """Each pair from the mark that opens it to the one that closes it; a mark behind a digit or before a space is none."""
    assert [text[start:end] for start, end in spoken(text, None)] == said


def test_speech_that_goes_on_has_no_end_in_its_paragraph():
    """What no mark closes is spoken to the end; a mark behind a letter or before a space opens nothing."""
    assert spoken("They say “two boats. Two more.", language_of("en").speech) == [(9, 30)]
    assert spoken('A 5" plank and a " mark.', language_of("en").speech) == []


def test_the_first_rule_that_matches_decides():
    """Of rules that match at one place the first is told, and without rules nothing matches."""
    rules = Rules(Rule("two", "two boats"), Rule("boats", r"(?:two )?boats", "more"))
    assert [(found.rule.name, found.start, found.end) for found in rules.finditer("two boats, boats")] == [
        ("two", 0, 9),
        ("boats", 11, 16),
    ]
    assert rules.search("the boats").rule.tells == "more"
    assert rules.match("the boats", 4).start == 4
    assert Rules().search("two boats") is None
