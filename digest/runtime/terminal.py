"""What a person sees while a command runs: messages on stderr, and one line that moves from step to step.

The line is drawn on a terminal only, never into a pipe or a log, and not where NO_COLOR is set or TERM is dumb.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import Task, TaskID

Progress = Callable[[str, int, int], None]  # the step at work, how many items are done, and of how many (0: not known)
_REDRAW_AFTER = 0.1  # seconds between two drawings
_TIME_LEFT_FROM = 10  # seconds from which it is worth saying how long a step still takes


def no_progress(step: str, done: int, total: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command's words go. `quiet` leaves only what is wrong, `verbose` adds each step, note and file."""

    quiet: bool = False
    verbose: bool = False

    def say(self, message: str) -> None:
        """Print what a person wants to know of a run that goes well."""
        if not self.quiet:
            click.echo(message, err=True)

    def detail(self, message: str) -> None:
        """Print what only a person wants to know who asked for more."""
        if self.verbose:
            click.echo(message, err=True)

    def warn(self, message: str) -> None:
        """Print what is wrong, however quiet the run is."""
        click.echo(message, err=True)

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """Yield what steps report to; the line is gone when the block ends. With `verbose`, say how long each step took."""
        draws = not self.quiet and _can_draw()
        if not draws and not self.verbose:
            yield no_progress
            return
        steps = _Steps(_bar() if draws else None, self.detail)
        try:
            yield steps
        finally:
            steps.end()


def _can_draw() -> bool:
    """Whether stderr is a terminal whose cursor can be moved (https://no-color.org; a dumb terminal has no cursor)."""
    return (
        sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") not in {"dumb", "unknown"}
    )


class _Steps:
    """Draws the step at work, and tells how long each took."""

    def __init__(self, bar: Bar | None, report: Callable[[str], None]) -> None:
        self._bar, self._report = bar, report
        self._step, self._total = "", 0
        self._task: TaskID | None = None
        self._since = self._drawn = time.monotonic()
        if bar is not None:
            bar.start()

    def __call__(self, step: str, done: int, total: int) -> None:
        total = total if total > 1 else 0  # a step done in one piece has no share to show
        now = time.monotonic()
        if step != self._step:
            self._finish(now)
        elif total == self._total and done < total and now - self._drawn < _REDRAW_AFTER:
            return
        if self._bar is not None:
            if self._task is None or (step, total) != (self._step, self._total):
                self._renew(self._bar, step, total)
            if self._task is not None and total:
                self._bar.update(self._task, completed=done)
        self._step, self._total, self._drawn = step, total, now

    def end(self) -> None:
        self._finish(time.monotonic())
        if self._bar is not None:
            self._bar.stop()

    def _finish(self, now: float) -> None:
        if self._step:
            self._report(f"{self._step}: {now - self._since:.1f} s")
        self._since = now

    def _renew(self, bar: Bar, step: str, total: int) -> None:
        if self._task is not None:
            bar.remove_task(self._task)
        self._task = bar.add_task(step, total=total or None)


def _bar() -> Bar:
    """Return rich's progress display, on stderr, with how long a step still takes where that is long."""
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second that only a terminal needs
    from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    class Done(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{int(task.completed):,} of {int(task.total):,}" if task.total else "")

    class TimeLeft(ProgressColumn):
        def render(self, task: Task) -> Text:
            left = task.time_remaining
            if not left or left < _TIME_LEFT_FROM:
                return Text("")
            return Text(f"about {left:.0f} s left" if left < 100 else f"about {left / 60:.0f} min left")

    columns = (TextColumn("{task.description:<8}"), BarColumn(bar_width=24), Done(), TimeLeft())
    return Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=1 / _REDRAW_AFTER)
