"""A digest in which everything that somebody else can write is hostile: each value one payload beside a mark of its own."""

import gzip
import json
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import lxml.etree
import lxml.html
import yaml

from digest.model import one_line
from digest.write.new import new

BIDI = (
    "\u202eevil\u2066",
    "a\u2028b\u2029c",
    "\x00\x1b[31mred\x07",
    "\ufeff\u200bhidden\u00ad",
    "e\u0301\u0327\U0010ffff",
    "\u0085line",
)
EVENTS = (
    ("swing bridge", "Weston", "lorries", "closed", "repairs"),
    ("tidal turbine", "Fennwick", "households", "started", "power"),
    ("school kitchen", "Upper Brae", "lunches", "opened", "meals"),
    ("ferry line", "Hollin Sound", "passengers", "ended", "tickets"),
    ("observatory", "Mount Carrow", "visitors", "reopened", "telescopes"),
    ("reservoir dam", "Lower Tarn", "farms", "leaked", "water"),
    ("orchard fair", "Appleby Cross", "beekeepers", "gathered", "honey"),
    ("night market", "Quayside", "stalls", "moved", "lanterns"),
)
MARK = re.compile(r"(?<![\w/%-])qz(\d{4})z(?![\w/%-])")  # not as part of an address


SUFFIXES = (".html", ".json", ".xml", ".eml", ".opml", ".txt", ".pf_fragment", ".webmanifest", ".svg")
"""The kinds of files in which words of others stand."""


class Words:
    """Deals payloads out, one a field: before its mark or behind it, by turns."""

    def __init__(self, payloads: list[str], start: int) -> None:
        self._payloads, self._at, self.dealt, self.read = payloads, start, dict[str, str](), set[str]()

    def __call__(self, most: int = 400, *, read: bool = False) -> str:
        """Return words of at most so many characters; what is `read` as markup or an address may show something else."""
        while len(words := self._payloads[self._at % len(self._payloads)]) > most:
            self._at += 1
        self._at += 1
        mark = f"qz{len(self.dealt):04}z"
        self.dealt[mark] = one_line(words)
        self.read |= {mark} if read else set()
        return f"{words} {mark}" if len(self.dealt) % 2 else f"{mark} {words}"

    def marks(self, text: str) -> set[str]:
        """Return the marks of a text."""
        return {found[0] for found in MARK.finditer(text)}


def payloads(vectors: Path) -> list[str]:
    """Return the hostile texts of every kind, kinds by turns."""
    kinds = [
        [json.loads(line).get("payload", "") for line in path.read_text("utf-8").split("\n") if line]
        for path in vectors.glob("*.jsonl")
    ]
    kinds = [[words for words in kind if one_line(words)] for kind in [*kinds, list(BIDI)]]
    most = max(map(len, kinds))
    return [kind[at % len(kind)] for at in range(most) for kind in kinds if kind]


def lay_out(root: Path, words: Words) -> None:
    """Write a digest of these words."""
    new(root)
    seeds = root / "seeds"
    settings = {"title": words(), "description": words(), "url": "https://digest.example/news/", "languages": ["en"]}
    write(
        seeds / "digest.yml",
        settings | {"repository": "https://forge.example/a/b", "mail": {"sender": "N <n@digest.example>"}},
    )
    for at in range(3):
        source = {"name": words(200), "home": f"https://s{at}.example/", "description": words(), "aliases": [words(200)]}
        terms = {"attribution": words(), "licence": words()}
        feeds = [{"url": f"https://s{at}.example/feed", "title": words()}]
        write(seeds / f"sources/s{at}.yml", source | {"owner": words(), "terms": terms, "feeds": feeds, "paywall": at == 0})
    for at, (thing, place, *_) in enumerate(EVENTS[:4]):
        topic = {"name": words(200), "aliases": [place, thing], "description": words()}
        write(seeds / f"topics/t{at}.yml", topic | ({"retired": words()} if at == 3 else {}))
    for at, event in enumerate(EVENTS):
        for source in range(3):
            article(seeds / f"articles/e{at}-{source}.md", at, event, source, words)
    archived = [item(at, event, words) for at, event in enumerate(EVENTS)]
    archive = seeds / "archive/s0/2026-06.jsonl"
    archive.parent.mkdir(parents=True)
    archive.write_text("".join(json.dumps(each) + "\n" for each in archived), "utf-8")


def decide(root: Path, words: Words) -> None:
    """Write the decisions of an editor on the stories of a digest that was built."""
    decided = []
    paths = [story["id"] for story in json.loads((root / "content/api/stories.json").read_text("utf-8"))["stories"]]
    for kind, path in zip(("note", "correction", "headline", "pin", "hide"), paths, strict=False):
        said = {"text": words()} if kind in ("note", "correction", "headline") else {}
        decided.append({"do": kind, "story": path, **said, "author": words(), "reason": words(), "at": "2026-06-05"})
    decided.append({"do": "takedown", "article": "seeds/articles/e7-1.md", "author": words(), "reason": words()})
    write(root / "seeds/curation/c.yml", decided)


def write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(value, sort_keys=False), "utf-8")


def article(path: Path, at: int, event: tuple[str, ...], source: int, words: Words) -> None:
    """Write one of an event's articles: the third is a brief of a publisher without a file."""
    thing, place, many, done, what = event
    header = {
        "title": f"{thing} in {place} {done} {words(120)}",
        "author": words(200, read=True),
        "url": f"https://s{source}.example/{at}",
    }
    header |= {"published": f"2026-06-0{1 + at % 5}", "terms": words(200), "language": "en"}
    header |= {"source": f"s{source}"} if source < 2 else {"publisher": words(120), "text": "brief"}
    if source == 2:
        header["quotes"] = [{"speaker": words(100), "text": " ".join(words(80).split()[:25])}]
    body = (
        f"The {thing} in {place} {done} on Monday for {40 + at} {many}, the council of {place} said. {words(read=True)}\n\n"
        f'"We knew the {thing} needed {what} and {source} years of work," said Ira Pike of {place}. {words(read=True)}\n\n'
        f"{words(read=True)} stands where {many} of {place} wait for {what} that cost ${4 + at} million.\n\n"
        f"{words(read=True)}\n"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{yaml.safe_dump(header, sort_keys=False)}---\n{body}", "utf-8")


def item(at: int, event: tuple[str, ...], words: Words) -> dict[str, str]:
    """Return an archived item of a feed, whose body is HTML."""
    thing, place, many, done, _ = event
    addresses = ("javascript:alert(1)", 'https://s0.example/x"onmouseover=alert(1)', "//evil.example/x", "data:text/html,x")
    return {
        "id": f"{at:016}",
        "seen": "2026-06-05T10:00:00+00:00",
        "link": addresses[at % 4] if at % 2 else f"https://s0.example/{words(read=True)}",
        "guid": words(read=True),
        "title": f"{thing} of {place}: {words(read=True)}",
        "byline": words(read=True),
        "publisher": words(read=True),
        "publisher_home": addresses[at % 4],
        "published": words(read=True) if at % 2 else "Thu, 04 Jun 2026 09:10:00 GMT",
        "terms": words(read=True),
        "base": addresses[(at + 1) % 4],
        "kind": ("html", "text", "markdown")[at % 3],
        "body": f"<p>The {thing} in {place} {done} for {many}.</p>{words(read=True)}<p>{words(read=True)}</p>",
    }


def wrong_beside(text: str, dealt: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each mark of a text beside which its words do not stand as they were, and what stands there."""
    text = one_line(text)
    for found in MARK.finditer(text):
        payload, number = dealt[found[0]], int(found[1])
        if number % 2:  # it stands before the words
            after = text[found.end() :].lstrip()[: len(payload)]
            cut = after.partition("…")[0].rstrip()
            right = (
                after == payload
                or ("…" in after and payload.startswith(cut))
                or payload.startswith(text[found.end() :].strip())
            )
            shown = after
        else:
            shown = text[: found.start()].rstrip()[-len(payload) :]
            right = shown == payload
        if not right:
            yield found[0], shown


def strings_of(value: object) -> Iterator[str]:
    """Yield every string of a JSON value, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from strings_of(key)
            yield from strings_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings_of(each)


def texts_of(path: Path) -> Iterator[str]:
    """Yield the texts of a file that programs read, as its format has them."""
    data = path.read_bytes()
    if path.suffix in (".json", ".webmanifest"):
        yield from strings_of(json.loads(data))
    elif path.suffix in (".xml", ".svg", ".opml"):
        for element in lxml.etree.fromstring(data).iter():
            yield from element.attrib.values()
            yield element.text or ""
            yield element.tail or ""
    elif path.suffix == ".html":
        tree = lxml.html.document_fromstring(data)
        for element in tree.iter():
            yield from element.attrib.values()
        for script in tree.xpath("//script[@type='application/ld+json']"):
            yield from strings_of(json.loads(script.text))
            script.text = ""
        yield from (each.text_content() for each in tree.xpath("//title | //body"))
    elif path.suffix == ".eml":
        mail = message_from_bytes(data, policy=policy.default)
        yield from map(str, mail.values())
        for part in mail.walk():
            if part.get_content_type() == "text/plain":
                yield part.get_content()
            elif part.get_content_type() == "text/html":
                yield lxml.html.document_fromstring(part.get_content()).text_content()
    elif path.suffix == ".pf_fragment":
        yield from strings_of(json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")))
    elif path.suffix == ".txt":
        yield from data.decode().splitlines()


def wrong_in(path: Path, words: Words) -> Iterator[tuple[str, str, str]]:
    """Yield each mark in a file beside which its words do not stand: the mark, those words, what stands there."""
    for text in texts_of(path):
        found = {mark: shown for mark, shown in wrong_beside(text, words.dealt) if mark not in words.read}
        if found and ("<" in text or "&" in text):  # markup of ours, as feeds and Markdown have it
            markup = lxml.html.fromstring(f"<div>{text}</div>").text_content()
            still = {mark for mark, _ in wrong_beside(markup, words.dealt)}
            found = {mark: shown for mark, shown in found.items() if mark in still}
        yield from ((mark, words.dealt[mark], shown) for mark, shown in found.items())
