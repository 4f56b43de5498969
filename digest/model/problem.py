"""What is wrong with the input, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with the input, as a value; the rest goes on.

    `where` is a path relative to the digest's root; `line` and `column` count from 1, 0 is unknown. Only a Problem that is
    `by_hand`, in a file that a person wrote, changes the exit code. `remedy` says what to write instead, `key` where.
    `other` is the other of two files that have the same, where that may have such a Problem too.
    """

    stage: Literal["config", "acquire", "clean", "dedupe", "group", "link", "render"]
    where: str
    line: int = 0
    column: int = 0
    code: str
    detail: str
    remedy: str = ""
    key: str = ""
    other: str = ""
    by_hand: bool = False

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.where, self.line, self.column) if part)
        return f"{place}: {self.detail}" + (f"; {self.remedy}" if self.remedy else "")
