"""Cards: the picture that stands beside a link to a page where it is shared, one for each story and one for all else.

What stands on them is in the front matter of the pages, which render made. A card that was drawn is kept in .digest/cards/,
behind a seal of this machine's, under a hash of all that it is drawn of.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from digest.model import Settings
from digest.runtime.files import discard, replace_file
from digest.runtime.seal import sealed, unsealed
from digest.runtime.terminal import Progress, no_progress
from digest.write.lettering import Card, drawn, hand

CARD = "card.png"
_HEAD = b"---\ngenerated: digest\n"


def draw_cards(
    site: Path,
    kept: Path,
    texts: Mapping[str, bytes],
    digest: Settings,
    taken: Container[str] = (),
    progress: Progress = no_progress,
) -> set[str]:
    """Put card.png into `site` and beside each story's page, but for paths that are `taken`; return where they stand.

    `texts` are the pages of stories. The folder `kept` holds what was drawn before, and afterwards what this run used.
    """
    host = urlsplit(digest.url or "").hostname or ""
    whole = Card(name=digest.title, text=digest.description, host=host)
    cards = {CARD: whole, **dict(_of_stories(texts, digest.title, host))}
    asked, put = set[str](), set[str]()
    for number, (path, card) in enumerate(cards.items()):
        progress("cards", number, len(cards))
        target = site / path
        if not target.parent.is_dir() or path in taken:  # where a hand-written page or picture stands instead
            continue
        about = json.dumps([hand(), card.name, card.text, list(card.facts), card.host, card.day, card.marks]).encode()
        name = hashlib.blake2b(about, digest_size=16).hexdigest()
        asked.add(name)
        put.add(path)
        picture = _kept_or_drawn(kept / name, about, card)
        if not target.is_file() or target.read_bytes() != picture:
            target.write_bytes(picture)
    for left in kept.iterdir() if kept.is_dir() else ():
        if left.name not in asked:
            discard(left)
    return put


def _kept_or_drawn(held: Path, about: bytes, card: Card) -> bytes:
    try:
        if not held.is_symlink() and (picture := unsealed("card", about, held.read_bytes())) is not None:
            return picture
    except OSError:  # none was kept, or something else stands there
        discard(held)
    picture = drawn(card)
    replace_file(held, sealed("card", about, picture), sync=False)
    return picture


def _of_stories(texts: Mapping[str, bytes], name: str, host: str) -> Iterator[tuple[str, Card]]:
    """The cards of the stories that are not hidden, by where they stand in the site."""
    for path, text in texts.items():
        if path.startswith("stories/") and path.endswith(".md") and text.startswith(_HEAD):
            meta = _front_matter(text)
            if "title" in meta and meta.get("digest_kind") == "story" and not meta.get("hidden"):
                facts = [unescape(str(fact)) for fact in meta.get("card", ())]
                at = PurePosixPath(path.removesuffix(".md")) / CARD
                title, day, marks = unescape(str(meta["title"])), str(meta.get("date", "")), str(meta.get("marks", ""))
                yield at.as_posix(), Card(name=name, text=title, facts=facts, host=host, day=day, marks=marks)


def _front_matter(text: bytes) -> dict[str, Any]:
    """What a generated page's header says: a line a key, each value JSON, as render writes it; nothing where it is none."""
    try:
        header = text.removeprefix(_HEAD).split(b"\n---\n", 1)[0].decode()
        return {key: json.loads(value) for key, _, value in (line.partition(": ") for line in header.splitlines())}
    except (ValueError, RecursionError):  # a person says of a page that it is generated
        return {}
