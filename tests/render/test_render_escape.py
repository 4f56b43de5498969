"""One escape: every character from outside comes out as that character, wherever it stands."""

import html
import re

import lxml.html
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from render_sample import filled

from digest.model import Settings
from digest.render import render
from digest.render.escape import (
    Data,
    address,
    attribute,
    data,
    escape,
    front_matter,
    joined,
    link,
    outward,
    own,
    plain,
)
from digest.render.page import _environment

pytestmark = pytest.mark.slow

POSITIONS = """\
# ¤ { #h }

¤

- ¤
- a ¤ b

1. ¤

> ¤

| a | b |
|---|---|
| ¤ | *¤* |

<div class="x" markdown="1">

¤

### ¤ { #g }

</div>

a [¤](x.md) **¤** <span class="y">¤</span> <sup>[2<span class="tip"> “¤”</span>](#s2)</sup>
"""
SPACE = re.compile(r"[ \t\n\r\f\v]+")


@pytest.mark.parametrize("url", ["http://[x/a", "javascript:x", "https://u@x.example/", "", None])
def test_what_is_no_address_of_the_web_is_none(url):
    """Malformed, of another scheme or with a name in it; a right one is percent-encoded."""
    assert address(url) is None
    assert address("https://x.example/é") == "https://x.example/%C3%A9"


def placed(words):
    """The words in every position of a page."""
    return POSITIONS.replace("¤", escape(words))


def seen(markup):
    """What a reader sees: the text, and the elements with their attributes."""
    tree = lxml.html.fromstring(f"<div>{markup}</div>")
    return SPACE.sub(" ", tree.text_content()), [(one.tag, *sorted(one.attrib.items())) for one in tree.iter()]


@pytest.fixture(scope="module")
def harmless(to_html):
    """Text and elements of the positions with a harmless word."""
    return seen(to_html(placed("harmless")))


def as_if_harmless(words, to_html, harmless):
    text, elements = seen(to_html(placed(words)))
    assert text == harmless[0].replace("harmless", SPACE.sub(" ", words)), words
    assert elements == harmless[1], words


def test_every_payload_is_literal_in_every_position(payloads, to_html, harmless):
    """Text and elements are those of a harmless word, with the payload in its place."""
    for words in payloads:
        as_if_harmless(words, to_html, harmless)


def test_the_oracle_finds_nothing_live(payloads, to_html, oracle):
    """A browser would act on nothing in a page that holds the payloads."""
    for start in range(0, len(payloads), 25):
        page = "\n\n".join(placed(words) for words in payloads[start : start + 25])
        assert oracle(to_html(page)) == []


@settings(max_examples=400)
@given(st.text(st.sampled_from("ab1٣ .)#&*<>[](){}\\_`|!+-=~:\"'/ tocTOC\n\t\u2028\u202e\x02\x03klzwxh;,@^%"), max_size=24))
def test_any_mix_of_marks_is_literal(to_html, harmless, words):
    """Marks in any order come out as typed."""
    if plain(words):
        as_if_harmless(plain(words), to_html, harmless)


@given(st.text())
def test_plain_words_are_one_line_without_controls(words):
    """No control, surrogate, separator or bidi override is left, and plain again changes nothing."""
    once = plain(words)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", once)
    assert plain(once) == once


@given(st.text())
def test_front_matter_reads_back_and_holds_no_markup(words):
    """YAML gives back the escaped value, HTML the words; quotes and angle brackets are entities."""
    head = front_matter({"title": words, "topics": [words, "b"], "hidden": True})
    found = yaml.safe_load(head.split("---\n")[1])
    assert found["generated"] == "digest"
    assert found["title"] == found["topics"][0] == attribute(words)
    assert not re.search("[<>\"'{]", found["title"])
    assert html.unescape(found["title"]) == plain(words)


@given(st.text() | st.text("https:/\\@.[]%\"'<>() ü\n").map(lambda rest: "http://a.example/" + rest))
def test_an_address_is_http_and_plain_or_none(words):
    """Only http and https, only plain characters, never a name before the host."""
    found = address(words)
    assert found is None or re.fullmatch(r"https?://[A-Za-z0-9.:%~_&+,;=!$-]+([/?#][A-Za-z0-9._~:/?#@!$&+,;=%-]*)?", found)


@pytest.mark.parametrize(
    "words",
    ["javascript:alert(1)", "//host.example/x", "data:text/html,x", "http://user:pw@host.example/", "http:///x", "x", ""],
)
def test_what_is_no_plain_web_address_is_never_linked(words):
    """Such an address is dropped."""
    assert address(words) is None


def test_an_address_arrives_as_it_was(to_html):
    """Entities-to-be in an address stay what they were."""
    target = address("https://a.example/x_y_z?a=1&copy;=2&lt=3*(4)")
    assert target == "https://a.example/x_y_z?a=1&copy;=2&lt=3%2A%284%29"
    found = lxml.html.fromstring(to_html(link("words", target))).xpath("//a/@href")
    assert found == [target]


def test_a_template_cannot_print_unescaped_words():
    """Whatever a template prints is escaped unless the escape made it; what is no word is refused."""
    print_it = _environment().from_string("{{ x }}|{{ x + '<' }}|{{ [x] | join }}|{{ '<b>' }}")
    assert print_it.render(x="<a>") == "&#60;a>|&#60;a>&#60;|&#60;a>|&#60;b>"
    assert print_it.render(x=own("<a>")).startswith("<a>|&#60;a>&#60;|")
    with pytest.raises(TypeError):
        _environment().from_string("{{ x }}").render(x=None)


def test_json_in_a_script_ends_no_script():
    """Compact, letters as they are, each word on one line; what could end the element or begin another is written out."""
    value = {"a": ["</script>", "b & c\u2028d"], "n": None, "at": 1.5, "\u00fc": {"x": "<!--\x00"}}
    written = data(value)
    assert isinstance(written, Data)
    assert written == ('{"a":["\\u003c/script\\u003e","b \\u0026 c d"],"n":null,"at":1.5,"\u00fc":{"x":"\\u003c!--"}}')
    with pytest.raises(ValueError, match="JSON"):
        data({"a": float("nan")})


def test_a_header_ends_before_the_page_begins():
    """Data stays as it is, for it stands in a script."""
    header = front_matter({"a": "<x>", "b": data(["<"]), "c": True})
    assert header == '---\ngenerated: digest\na: "&#60;x&#62;"\nb: "[\\"\\\\u003c\\"]"\nc: true\n---\n\n'


def test_words_lead_outward_where_their_address_may_be_followed():
    """They gain nothing by it; else they are words."""
    assert outward("a *b*", "http://a.example/") == '[a &#42;b&#42;](http://a.example/){ rel="noopener nofollow" }'
    assert outward("a *b*", "javascript:x") == "a &#42;b&#42;"
    assert outward(own("<b>"), None) == "<b>"
    assert joined([own("<b>"), "<i>"]) == "<b> \u00b7 &#60;i>"
    assert joined(["*", "-"], ", ") == "&#42;, &#45;"
    assert address("http://a.example/x\ud800y z") == "http://a.example/xy%20z"


def by_page(words):
    """The Markdown pages of an edition full of these words, by path; what addresses have of names and lines is masked."""
    pages = render(filled(words), Settings(title=words, description=words))
    mask = re.compile(r"(?<=sources/)[a-z0-9-]+_[0-9a-f]{8}|(?<=#l-)[0-9a-f]{8}")
    return {mask.sub("NAME", p.path): mask.sub("NAME", p.text) for p in pages if p.path.endswith(".md")}


def test_whole_pages_of_payloads_are_those_of_harmless_words(payloads, to_html, oracle):
    """Every page has the text and elements of the same edition with a harmless word, and nothing in it is live."""
    calm = {path: seen(to_html(text)) for path, text in by_page("harmless").items()}
    for words in [one for one in payloads if len(one) > 6 and one[0] not in '“"„«'][::60]:
        hostile = by_page(words)
        assert hostile.keys() == calm.keys()
        for path, text in hostile.items():
            page = to_html(text)
            found, elements = seen(page)
            assert found.replace(SPACE.sub(" ", words), "harmless") == calm[path][0], (path, words)
            assert [one for one in elements if one[0] != "strong"] == [one for one in calm[path][1] if one[0] != "strong"], (
                path,
                words,
            )
            assert oracle(page) == [], (path, words)


def test_payloads_as_names_stay_inside_content(shared):
    """Names, titles and topics made of path tricks never reach the path of a page; a redirect that is one is dropped."""
    import json
    from dataclasses import replace

    with shared("data/vectors/paths.jsonl").open(encoding="utf-8") as lines:
        words = [json.loads(line)["payload"] for line in lines]
    for one in words[::6]:
        edition = filled(plain(one) or "x")
        edition = replace(edition, stories=tuple(replace(story, redirects=(one,)) for story in edition.stories))
        for page in render(edition, Settings()):
            assert re.fullmatch(
                r"[a-z0-9_-]+(/[a-z0-9_-]+)*(\.(coverage|lines|record|differ-[0-9]+))?\.(md|xml|json|svg|opml|txt|webmanifest|js)",
                page.path,
            )


@pytest.mark.parametrize(
    "path", ["../x", "/etc/passwd", "index", "stories/../x", "stories/x.md", "stories//x", "stories/X", ""]
)
def test_a_story_with_a_wrong_path_is_a_bug(path):
    """A path that group must not make is refused, not mended."""
    from dataclasses import replace

    edition = filled("x y z")
    with pytest.raises(ValueError, match="no address"):
        render(replace(edition, stories=(replace(edition.stories[0], path=path),)), Settings())
