"""The ledger, seeds/permalinks.jsonl: every address ever published, appended to and never rewritten."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic_core import to_json

from digest.model import Permalink
from digest.runtime.files import append_lines


def append(seeds: Path, permalinks: Iterable[Permalink]) -> None:
    """Append these lines in one write; an unfinished last line is closed first. Raises WriteError."""
    lines = b"".join(to_json(permalink) + b"\n" for permalink in permalinks)
    path = seeds / "permalinks.jsonl"
    if not lines:
        return
    append_lines(path, lines)
