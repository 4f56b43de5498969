"""What cleaning asks of the known sources: each question is kept, so that what was cleaned counts while the answers hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from digest.common.memo import Question
from digest.common.publishers import Publishers
from digest.model import Source, Terms


class Asked:
    """The known sources, as far as an article concerns them, and in `questions` what was asked of them, each once.

    A question is one of "id", "aggregator", "name" and "address", and what is looked for.
    """

    def __init__(self, publishers: Publishers) -> None:
        self._publishers = publishers
        self._answers: dict[Question, Source | None] = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in the order in which they were first asked."""
        return tuple(self._answers)

    def with_id(self, source_id: str | None) -> Source | None:
        """Return the source with that id."""
        return self._answer(("id", source_id))

    def aggregator(self, source_id: str | None) -> Source | None:
        """Return the source with that id where it brings what others publish; see `Publishers`."""
        return self._answer(("aggregator", source_id))

    def named(self, name: str | None) -> Source | None:
        """Return the source with that name, alias or host name; see `Publishers`."""
        return self._answer(("name", name))

    def at(self, address: str | None) -> Source | None:
        """Return the source at an address; see `Publishers`."""
        return self._answer(("address", address))

    def _answer(self, question: Question) -> Source | None:
        if question not in self._answers:
            self._answers[question] = answer(self._publishers, question)
        return self._answers[question]


def answers_of(publishers: Publishers) -> Callable[[Question], Source | None]:
    """Return what answers a question now, each looked up once."""
    return cache(lambda question: answer(publishers, question))


def answer(publishers: Publishers, question: Question) -> Source | None:
    """Return the source that a question is about, without what cleaning has no use for, so that it may change."""
    kind, what = question
    if kind == "id":
        source = publishers.by_id.get(what or "")
    elif kind == "aggregator":
        source = publishers.aggregator(what)
    else:
        source = publishers.named(what) if kind == "name" else publishers.at(what)
    return source and replace(source, description="", formerly=(), feeds=(), owner=None, paywall=False, terms=Terms())
