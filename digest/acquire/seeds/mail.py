"""Mail as an article: a message as mail programs save it with the ending .eml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from digest.acquire.decoding.markup import is_whole_page, visible
from digest.acquire.decoding.mime import MOST_PARTS, Part, Torn
from digest.acquire.problems import by_hand
from digest.acquire.seeds.headers import Header, RawArticle, header_of
from digest.model import Problem

DEEPEST = 10
"""How deep parts may lie within one another."""
STUB = 0.5
"""Plain text with less than this share of the words of the HTML beside it is a note that points to that."""
_SHOWN = 1_000_000  # characters of a part whose words are counted
_MBOX = re.compile(rb"\s*(?:\xef\xbb\xbf)?>?From [^\r\n]*\r?\n")  # the line before a message that a mailbox's file has
_LIST_ID = re.compile(r"(.*?)\s*<[^<>]*>\s*\Z")
_LINK = re.compile(r"https?://\S+")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])")
_ENCRYPTED = {"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}
_KNOWN = {"subject", "from", "date", "message-id", "mime-version", "content-type", "received", "to"}


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a mail: its kind, its words, and the line of the file on which it begins."""

    kind: Literal["text", "html"]
    words: str
    line: int


def read_mail(raw: bytes, where: str) -> RawArticle:
    """Read a message: its header fields as an article's header, its text as the body; attachments are left out.

    Of alternatives the plain text is taken, and the HTML where the text is missing or only points to it. `Subject`, `From`,
    `Date`, `Content-Language`, `Archived-At` (RFC 5064) and `List-Id` or `Organization`, else `From`, give title, author,
    published, language, url and publisher. `Message-ID` is the guid, the domain of `From` the publisher's home. What is no
    mail, is encrypted or holds no text has no body and a Problem; one that is torn has a Problem beside what can be read.
    """
    start = found.end() if (found := _MBOX.match(raw)) else len(raw) - len(raw.lstrip(b"\xef\xbb\xbf\r\n"))
    message = Part.of(raw[start:], raw.count(b"\n", 0, start) + 1)
    if len(_KNOWN & message.lines.keys()) < 2:
        return RawArticle(kind="text", body=None, problems=(_no_mail(raw, where),))
    reader = _Reader(where)
    texts = [text for text in reader.texts(message) if text.words.strip()]
    if not texts:
        return RawArticle(kind="text", body=None, problems=tuple(reader.problems[:1]) or (_no_text(message, where),))
    kind = texts[0].kind
    body = "\n\n".join(text.words for text in texts if text.kind == kind)
    address = next((address for _, address in message.people("from") if "@" in address), "")
    domain = address.rpartition("@")[2].lower()
    identity = message.field("message-id").strip("<> ")
    return RawArticle(
        kind=kind,
        header=_header(message),
        body=body,
        line=texts[0].line,
        page=kind == "html" and is_whole_page(body),
        guid=f"mid:{identity}" if identity else None,  # RFC 2392; never an address of the web
        publisher_home=f"https://{domain}/" if _DOMAIN.fullmatch(domain) else None,
        problems=tuple(reader.problems),
    )


class _Reader:
    """Finds the texts of a message, and keeps what is wrong with it; looks at 200 parts at most."""

    def __init__(self, where: str) -> None:
        self.problems: list[Problem] = []
        self._where, self._left = where, MOST_PARTS

    def texts(self, part: Part, depth: int = 0) -> list[_Text]:
        """Return the texts of a part and of those within it, in order; of alternatives one."""
        self._left -= 1
        if depth > DEEPEST or self._left < 0 or part.is_attachment or part.media_type in _ENCRYPTED:
            return []
        if part.media_type.startswith("multipart/"):
            parts, torn = part.parts()
            self._note(torn)
            within = [self.texts(one, depth + 1) for one in parts]
            every = [text for texts in within for text in texts]
            return _chosen(within) if part.media_type == "multipart/alternative" else every
        if part.media_type not in {"text/plain", "text/html"}:
            return []
        words = part.text()
        if isinstance(words, Torn):
            self._note(words)
            return []
        return [_Text("html" if part.media_type == "text/html" else "text", words, part.line)]

    def _note(self, torn: Torn | None) -> None:
        if torn is None:
            return
        remedy = "save it from your mail program again"
        self.problems.append(by_hand(self._where, "torn-mail", torn.detail, remedy, line=torn.line, column=1))


def _chosen(alternatives: Sequence[Sequence[_Text]]) -> list[_Text]:
    """Return the plain text of alternatives, but the HTML where that has at least twice as many words, or is alone."""
    found = [texts for texts in alternatives if any(text.words.strip() for text in texts)]
    plain = next((texts for texts in found if texts[0].kind == "text"), [])
    marked = next((texts for texts in reversed(found) if texts[0].kind == "html"), [])
    is_stub = _count(plain) < STUB * _count(marked)
    return list(marked if is_stub or not plain else plain)


def _count(texts: Sequence[_Text]) -> int:
    """How many words texts show; addresses, which plain text prints and HTML does not, are none."""
    shown = (visible(text.words, _SHOWN) if text.kind == "html" else _LINK.sub("", text.words[:_SHOWN]) for text in texts)
    return sum(len(words.split()) for words in shown)


def _header(message: Part) -> Header:
    """What the fields say, in our keys; a field that is called like a key of ours comes before that of mail.

    `source`, `text` and the like are not taken: a mail does not say whose words a digest counts its own as.
    """
    names = (name for name, _ in message.people("from") if name and "@" not in name)
    author = ", ".join(dict.fromkeys(names))
    listed = _LIST_ID.match(message.field("list-id"))
    language = _LANGUAGE.match(message.field("content-language"))
    archived = message.field("archived-at").strip("<> ")
    taken: dict[str, dict[str, str]] = {
        "title": {"subject": message.field("subject")},
        "published": {"date": re.sub(r"\s-0000\b", " +0000", message.field("date"))},
        "author": {"from": author},
        "language": {"content-language": language[0] if language else ""},
        "url": {"archived-at": archived if _LINK.match(archived) else ""},
        "terms": {},
        "publisher": {  # the last, since it stands where a field may give two keys
            "list-id": listed[1].strip(' "') if listed else "",
            "organization": message.field("organization"),
            "from": author,
        },
    }
    found: list[tuple[int, str, str]] = []
    for key, fields in taken.items():
        stated = ((name, value) for name, value in {key: message.field(key), **fields}.items() if value)
        found.extend((message.lines.get(name, 1), key, value) for name, value in list(stated)[:1])
    return header_of(found)


def _no_mail(raw: bytes, where: str) -> Problem:
    if not raw.strip():
        return by_hand(where, "empty", "this file is empty", "save the message again, or delete it", line=1, column=1)
    detail = "this file does not begin with a mail's `From:`, `Subject:` and `Date:`"
    remedy = "save the message itself from your mail program, or its text as .txt"
    return by_hand(where, "no-mail", detail, remedy, line=1, column=1)


def _no_text(message: Part, where: str) -> Problem:
    encrypted = message.media_type in _ENCRYPTED
    detail = "this mail is encrypted" if encrypted else "this mail holds no text"
    remedy = "save its text, decrypted, as .txt" if encrypted else "save what is attached to it as a file of its own"
    return by_hand(where, "no-text", detail, remedy, line=message.lines.get("content-type", message.line), column=1)
