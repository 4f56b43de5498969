"""How the values that a command is given are read; one that cannot be meant ends it with what to write instead."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import click

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def moment(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
    """A day or a moment; one without a zone is in UTC."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter("write 2026-06-05 or 2026-06-05T09:10:00+02:00") from error
    if not 1 < moment.year < 9999:
        raise click.BadParameter("this year is none that anything can be built for")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def week(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """An ISO week, as editions name it."""
    try:
        return value and f"{datetime.strptime(f'{value}-1', '%G-W%V-%u').replace(tzinfo=UTC):%G-w%V}"
    except ValueError as error:
        raise click.BadParameter("write a week as ISO 8601 counts it: 2026-W23") from error


def site(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The address of a site."""
    if not value:
        return None
    from digest.config.fields import site_address  # noqa: PLC0415 - pydantic, which most calls do not need here

    try:
        return site_address(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def address(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """An address that may stand in a report."""
    if value and not re.fullmatch(r"https?://[^\s()<>]+", value):
        raise click.BadParameter("write an address that begins with https://")
    return value


def explained(context: click.Context, option: click.Parameter, value: str | None) -> Path | bool:
    """The file that is named and there; True where the option names none, False without it."""
    return Path(FILE.convert(value, option, context)) if value else value is not None
