"""MIME messages (RFC 5322, RFC 2045 to 2049) under bounds: header fields in words, parts, their text, where each stands.

The standard library's parser of messages keeps no lines and reads parts without end; it is used for single fields here.
"""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses
from itertools import islice

from digest.acquire.decoding.charset import decode, page_text

LONGEST_HEADER = 100_000
"""Bytes of the header of a message or part that are looked at."""
LONGEST_FIELD = 4_000
"""Bytes of one field that are looked at."""
MOST_PARTS = 200
_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:[ \t]*(.*)")
_BLANK_LINE = re.compile(rb"(?:\A|\n)\r?\n")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*")


@dataclass(frozen=True, slots=True)
class Torn:
    """That a message is not what its header says: `detail` for people, and the line of the file."""

    detail: str
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """A message or a part of one: its header fields (`mime`), its body's bytes, and where both are in the file.

    `lines` are the lines of the file, from 1, on which fields begin, by name in lower case; `line` is the body's first.
    """

    mime: Message
    body: bytes
    line: int
    lines: Mapping[str, int]

    @classmethod
    def of(cls, raw: bytes, line: int = 1) -> Part:
        """Part bytes that start on a line of a file into header and body. Never raises."""
        blank = _BLANK_LINE.search(raw)
        end, start = (blank.start(), blank.end()) if blank else (len(raw), len(raw))
        fields: list[tuple[str, bytes]] = []
        lines: dict[str, int] = {}
        for number, text in enumerate(raw[: min(end, LONGEST_HEADER)].splitlines(), line):
            if found := _FIELD.match(text):
                name = found[1].decode("ascii")
                lines.setdefault(name.lower(), number)
                fields.append((name, found[2]))
            elif not fields:
                break
            elif text[:1] in (b" ", b"\t") and len(fields[-1][1]) < LONGEST_FIELD:
                fields[-1] = (fields[-1][0], fields[-1][1] + b" " + text.strip())
        mime = Message()
        for name, value in fields:
            mime[name] = decode(value[:LONGEST_FIELD], None).replace("\r", " ").strip()
        return cls(mime, raw[start:], line + raw.count(b"\n", 0, start), lines)

    @property
    def media_type(self) -> str:
        """The media type in lower case, text/plain where none is given: `text/html`."""
        return self.mime.get_content_type()

    @property
    def is_attachment(self) -> bool:
        """Whether this is an attachment: it says so, or has a file's name."""
        return self.mime.get_content_disposition() == "attachment" or bool(self.mime.get_filename())

    def field(self, name: str) -> str:
        """Return a header field on one line, its encoded words decoded (RFC 2047); "" where there is none."""
        return _words(str(self.mime.get(name, "")))

    def people(self, name: str) -> list[tuple[str, str]]:
        """Return (name, address) of each mailbox in a field; its encoded words are decoded last, as they may hold commas."""
        try:
            found = getaddresses([str(self.mime.get(name, ""))])
        except RecursionError:  # comments within comments
            return []
        return [(_words(shown).strip(" \"'"), address) for shown, address in found]

    def parts(self) -> tuple[list[Part], Torn | None]:
        """Return the parts of a multipart, 200 at most, and what is wrong: there is none, or the last is cut off."""
        boundary = re.escape((self.mime.get_boundary() or "").encode("utf-8", "replace"))
        delimiter = rb"(?:\A|\n)--" + boundary + rb"(--)?[ \t]*(?=\r?\n|\Z)"
        marks = list(islice(re.finditer(delimiter, self.body), MOST_PARTS)) if boundary else []
        if not marks or marks[0][1]:
            line = self.lines.get("content-type", self.line)
            return [], Torn("the parts of this mail are not where this line says that they are", line)
        last = next((at for at, mark in enumerate(marks) if mark[1]), None)
        found: list[Part] = []
        for mark, after in zip(marks[:last], [*marks[1:], None], strict=False):
            end = after.start() if after else len(self.body)
            start = min(self.body.find(b"\n", mark.end()) + 1 or end, end)
            found.append(Part.of(self.body[start:end], self.line + self.body.count(b"\n", 0, start)))
        if last is not None or len(marks) == MOST_PARTS:
            return found, None
        return found, Torn(
            "this mail ends within a part: some of it is missing", self.line + self.body.rstrip().count(b"\n")
        )

    def text(self) -> str | Torn:
        """Return the text of a part without its transfer encoding, in its charset; Torn where it is no base64."""
        encoding = self.field("content-transfer-encoding").lower()
        data = quopri.decodestring(self.body) if encoding == "quoted-printable" else self.body
        if encoding == "base64" and not (data := _from_base64(self.body)) and self.body.strip():
            return Torn("the text that begins here is no base64, as its header says that it is", self.line)
        charset = self.mime.get_content_charset()
        found = page_text(data, charset) if self.media_type == "text/html" else decode(data, charset)
        found = found.replace("\r\n", "\n").replace("\r", "\n")
        if self.media_type == "text/plain" and str(self.mime.get_param("format") or "").lower() == "flowed":
            return _unflowed(found, str(self.mime.get_param("delsp") or "").lower() == "yes")
        return found


def _from_base64(body: bytes) -> bytes:
    """Return what base64 stands for, without a last group that is not whole; b"" where this is something else."""
    letters = b"".join(body.split()).rstrip(b"=")
    if not _BASE64.fullmatch(letters):
        return b""
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return base64.b64decode(letters + b"=" * (-len(letters) % 4))


def _unflowed(text: str, delsp: bool) -> str:
    """Join the lines of a paragraph that end with a space (format=flowed, RFC 3676), without that space where `delsp`."""
    lines: list[str] = []
    flows = False
    for line in (stuffed.removeprefix(" ") for stuffed in text.split("\n")):
        if flows:
            lines[-1] = (lines[-1][:-1] if delsp else lines[-1]) + line
        else:
            lines.append(line)
        flows = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _words(value: str) -> str:
    """Return a field's value on one line, its encoded words decoded; one that cannot be decoded as it came."""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return " ".join(value.split())
    return " ".join("".join(_piece(*each) for each in pieces).split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    """A piece of a field as `decode_header` gives it: what is between encoded words comes without a charset."""
    if isinstance(piece, str):
        return piece
    return decode(piece, charset) if charset else piece.decode("raw-unicode-escape", "replace")
