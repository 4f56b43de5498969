"""What a room may remember its answers with."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Hashable, Iterable
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
from pydantic_core import core_schema

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")


Question = tuple[str, str | None]
"""What kind of thing a work asks for, and which."""
Asks = Callable[[Question], Hashable]
"""Answers a question as of now, with what can be written as JSON."""


class Memo(Protocol):
    """Applies `work` to each item, and may remember the answers by content: what else they depend on is the salt.

    `transient` answers are forgotten once they outnumber those that a run asks for: what a change, and the older edition
    that it is compared with, ask for again stays a while. What a run asks to `forget` is remembered by none after it.
    Work that may `spread` takes milliseconds an item, and may be done by other processes: it is a function of a module, or
    a partial of one.
    What else the work reads it may ask for in questions, which it returns, in order, as the first part of its answer, a
    tuple. `asks` tells what is answered now: an answer is recalled only where all that it asked is answered as it was. Which
    questions are asked follows from the item, the salt and the answers to those before.
    """

    def __call__(
        self,
        work: Callable[[_Item], _Answer],
        items: Iterable[_Item],
        *,
        returns: Hashable,
        salt: str = "",
        transient: bool = False,
        forget: bool = False,
        spread: bool = False,
        asks: Asks | None = None,
    ) -> list[_Answer]: ...


class Stored:
    """Marks the type of an array in an answer: it is remembered as numbers of that `kind` ("<u4"), in base64."""

    def __init__(self, kind: str) -> None:
        self._kind = np.dtype(kind)

    def __get_pydantic_core_schema__(self, *_: object) -> core_schema.CoreSchema:
        """Read and write the array as pydantic does other types."""
        written = core_schema.plain_serializer_function_ser_schema(self._written)
        return core_schema.no_info_plain_validator_function(self._read, serialization=written)

    def _written(self, array: npt.NDArray[Any]) -> str:
        return b64encode(array.astype(self._kind, copy=False).tobytes()).decode()

    def _read(self, held: object) -> npt.NDArray[Any]:
        if not isinstance(held, str):
            raise ValueError("is no text")  # noqa: TRY004 - pydantic reports ValueErrors
        return np.frombuffer(b64decode(held, validate=True), self._kind)


def no_memo(work: Callable[[_Item], _Answer], items: Iterable[_Item], **_: object) -> list[_Answer]:
    """Apply `work` to each item and remember nothing."""
    return [work(item) for item in items]
