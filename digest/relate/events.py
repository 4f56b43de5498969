"""The running events found so far: which stories are of each, and the words that they have."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from digest.relate.words import Words

Moment = float
"""Seconds since 1970."""


@dataclass(slots=True, kw_only=True, eq=False)
class Event:
    """Stories that continue one another: their numbers, and when those began that have a word, in order."""

    stories: list[int] = field(default_factory=list)
    having: dict[str, list[Moment]] = field(default_factory=lambda: defaultdict(list))

    def had(self, name: str, at: Moment) -> bool:
        """Tell whether one of the stories that began before `at` has a word."""
        return name in self.having and self.having[name][0] < at

    def share(self, name: str) -> float:
        """Return the share of the stories that have a word; 0 where one alone has it, which is not yet the event's."""
        having = len(self.having.get(name, ()))
        return having / len(self.stories) if having > 1 else 0.0


class Events:
    """Each story's event, which is the story alone until it is joined to another."""

    def __init__(self, began: Mapping[int, Moment], words: Sequence[Words]) -> None:
        self._began = began
        self._words = words
        self._of: dict[int, Event] = {}

    def of(self, number: int) -> Event:
        """Return the event of a story."""
        if number not in self._of:
            self._of[number] = Event()
            self._add(self._of[number], number)
        return self._of[number]

    def join(self, one: int, other: int) -> None:
        """Make one event of those of two stories."""
        smaller, larger = sorted((self.of(one), self.of(other)), key=lambda event: len(event.stories))
        if smaller is not larger:
            for number in smaller.stories:
                self._of[number] = larger
                self._add(larger, number)

    def _add(self, event: Event, number: int) -> None:
        event.stories.append(number)
        for name in self._words[number].of:
            insort(event.having[name], self._began[number])
