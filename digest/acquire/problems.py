"""What is wrong with what a person wrote or handed over, as a Problem of this room."""

from __future__ import annotations

from digest.model import Problem


def by_hand(where: str, code: str, detail: str, remedy: str = "", *, line: int = 0, column: int = 0) -> Problem:
    """Return a Problem that changes the exit code; `line` and `column` count from 1, 0 is unknown."""
    return Problem(
        stage="acquire", where=where, line=line, column=column, code=code, detail=detail, remedy=remedy, by_hand=True
    )
