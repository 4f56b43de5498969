"""What a room may remember its answers with."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")


class Memo(Protocol):
    """Applies `work` to each item, and may remember the answers by content: what else they depend on is the salt."""

    def __call__(
        self, work: Callable[[_Item], _Answer], items: Iterable[_Item], *, returns: Hashable, salt: str = ""
    ) -> list[_Answer]: ...


def no_memo(work: Callable[[_Item], _Answer], items: Iterable[_Item], **_: object) -> list[_Answer]:
    """Apply `work` to each item and remember nothing."""
    return [work(item) for item in items]
