"""The cache: results of functions by the hash of their input, in .digest/memo.db, which may be deleted at any time.

Answers are stored as JSON behind a seal of this machine's (`seal`) and validated when read, never unpickled: what came with
a pull request is not believed, and runs nothing. A key covers the work's name, the item, the salt, this program's source and
the versions of what it stands on.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from digest.common.memo import Asks, Memo, Question, no_memo
from digest.runtime.jobs import Jobs, adapter
from digest.runtime.seal import sealed, unsealed
from digest.runtime.terminal import Progress, no_progress

_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")
_SCHEMA = (
    ("TABLE", "memo (key BLOB PRIMARY KEY, answer BLOB NOT NULL, transient INTEGER NOT NULL) WITHOUT ROWID"),
    ("INDEX", "transient ON memo (key) WHERE transient"),
)
_BATCH = 500
_Questions = tuple[Question, ...]
_TRACES = 4
"""Lists of questions that are remembered of an item, the newest: other answers may lead to other questions."""
_ALONE = Jobs(1)


@cache
def program_hash() -> bytes:
    """Return the hash of this program: its source, and the versions of Python and of the packages it needs."""
    digest = hashlib.blake2b(digest_size=16)
    here = Path(__file__).parents[1]
    for path in sorted(here.rglob("*")):
        if path.is_file() and path.suffix in {".py", ".json", ".j2", ".sql", ".po"}:
            digest.update(path.relative_to(here).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    installed = {found.name for folder in sys.path if folder for found in Path(folder).glob("*.dist-info")}
    # A folder's name says package and version; reading each costs a tenth second.
    digest.update(to_json([sys.version, *sorted(installed)]))
    return digest.digest()


class Cache:
    """A `Memo` that outlives the process. Use as a context manager; leaving it prunes what no longer is asked for.

    Where the folder cannot be written, as in a checkout that is read only, it remembers for as long as the process lives.
    """

    def __init__(self, path: Path, progress: Progress = no_progress, jobs: int = 1, *, prune: bool = True) -> None:
        """Open or make the file; `jobs` is how many processes may work at once.

        Without `prune` only what is to be forgotten goes, and the next run with it erases what else holds its words: for
        one who remembers himself what he does not ask for.
        """
        self._path = path
        self._progress = progress
        self._jobs = Jobs(jobs)
        self._prunes = prune
        self._asked: set[bytes] = set()
        self._older: set[bytes] = set()
        self._forgotten: set[bytes] = set()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._open()
        except (OSError, sqlite3.OperationalError):
            self._db = self._connect(":memory:")

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect(self._path)
        except sqlite3.DatabaseError:  # not a database, or of another make: it holds nothing that cannot be computed
            self._delete()
            return self._connect(self._path)

    def _connect(self, path: Path | str) -> sqlite3.Connection:
        db = sqlite3.connect(path, timeout=30)
        try:
            for pragma in ("trusted_schema=OFF", "journal_mode=WAL", "synchronous=OFF", "secure_delete=ON"):
                db.execute(f"PRAGMA {pragma}")
            for kind, what in _SCHEMA:
                db.execute(f"CREATE {kind} IF NOT EXISTS {what}")
            found = {sql for (sql,) in db.execute("SELECT sql FROM sqlite_master")}
            if found != {f"CREATE {kind} {what}" for kind, what in _SCHEMA}:
                raise sqlite3.DatabaseError("this program did not make it")
        except sqlite3.Error:
            db.close()
            raise
        return db

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._jobs.close()
        try:
            self._asked -= self._forgotten
            transient = {key for (key,) in self._db.execute("SELECT key FROM memo WHERE transient")}
            unasked = transient - self._asked - self._older
            gone = (unasked if self._prunes and 2 * len(unasked) > len(transient) else set()) | self._forgotten
            self._db.executemany("DELETE FROM memo WHERE key = ?", ((key,) for key in gone))
            (held,) = self._db.execute("SELECT count(*) FROM memo").fetchone()
            needed = self._asked | (self._older - self._forgotten)
            if self._prunes and held > 3 * len(needed) + 1000:
                self._prune(needed)
            self._db.commit()
            if kind is None and self._prunes:
                self._erase()
        except sqlite3.DatabaseError:
            self._forget()
        finally:
            self._db.close()

    def _prune(self, needed: Iterable[bytes]) -> None:
        """Delete the rows with other keys."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS asked (key BLOB PRIMARY KEY)")
        self._db.execute("DELETE FROM asked")
        self._db.executemany("INSERT OR IGNORE INTO asked VALUES (?)", ((key,) for key in needed))
        self._db.execute("DELETE FROM memo WHERE key NOT IN (SELECT key FROM asked)")

    def _erase(self) -> None:
        """Rewrite the file without all that this run did not ask for, if what is forgotten differs from the last run's.

        An older answer may hold the same words under another key, and a deleted row stays in the file's free pages. What
        was forgotten last is known by its hash, kept as SQLite's `user_version`.
        """
        forgotten = hashlib.blake2b(b"".join(sorted(self._forgotten)), digest_size=4).digest()
        version = int.from_bytes(forgotten) >> 1 if self._forgotten else 0
        if (version,) != self._db.execute("PRAGMA user_version").fetchone():
            self._prune(self._asked)
            self._db.execute(f"PRAGMA user_version = {version}")
            self._db.commit()
            self._db.execute("VACUUM")

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
    ) -> list[_Answer]:
        """Apply `work` to each item, or recall what it answered; see `Memo`."""
        answers: list[_Answer] = []
        for keys, batch, fresh in self._answered(work, list(items), returns, salt, asks, spread=spread):
            answers += batch
            (self._forgotten if forget else self._asked).update(keys)
            self._store({} if forget else fresh, transient=transient)
        return answers

    def recall(
        self,
        work: Callable[[_Item], _Answer],
        items: Iterable[_Item],
        *,
        returns: Hashable,
        salt: str = "",
        spread: bool = False,
        asks: Asks | None = None,
        **_: object,
    ) -> list[_Answer]:
        """Do the same as a `Memo` that leaves the file as it is: nothing is stored or forgotten.

        What it recalled stays where the file is pruned for its size: the next run may ask again.
        For an older edition of the digest, whose articles may have been taken down since.
        """
        answers: list[_Answer] = []
        for keys, found, _stored in self._answered(work, list(items), returns, salt, asks, spread=spread):
            answers += found
            self._older.update(keys)
        return answers

    def _answered(
        self,
        work: Callable[[_Item], _Answer],
        items: list[_Item],
        returns: Hashable,
        salt: str,
        asks: Asks | None,
        *,
        spread: bool,
    ) -> Iterator[tuple[list[bytes], list[_Answer], dict[bytes, bytes]]]:
        """Yield for each batch of items the keys of what is needed, the answers, and by key what is not stored, as JSON."""
        prefix, room = to_json([_name(work), salt]) + program_hash(), _room(work)
        for start in range(0, len(items), _BATCH):
            batch = items[start : start + _BATCH]
            keys = [hashlib.blake2b(prefix + to_json(item), digest_size=20).digest() for item in batch]
            traces = self._traces(keys) if asks else {}
            places = {key: [_place(key, asked, asks) for asked in traces[key]] if asks else [key] for key in keys}
            held = self._recalled([place for at in places.values() for place in at])
            answers: dict[bytes, tuple[_Answer]] = {}
            needed = list(keys) if asks else []
            for place, key in ((place, key) for key, at in places.items() for place in at if place in held):
                if key not in answers and (answer := _validated(adapter(returns), held[place])) is not None:
                    answers[key] = answer
                    needed.append(place)
            lacking = {key: item for key, item in zip(keys, batch, strict=True) if key not in answers}
            done = start + len(batch) - len(lacking)
            if answers:
                self._progress(room, done, len(items))
            further = (len(items) - start - len(batch)) * len(lacking) / len(batch) if spread else 0
            fresh: dict[bytes, bytes] = {}
            computed = (self._jobs if spread else _ALONE).each(work, list(lacking.values()), returns, further)
            for number, (key, (value, data)) in enumerate(zip(lacking, computed, strict=True), 1):
                answers[key], place = (value,), key
                if asks:
                    asked = cast("tuple[_Questions, object]", value)[0]
                    place = _place(key, asked, asks)
                    fresh[key] = to_json([*(other for other in traces[key] if other != asked), asked][-_TRACES:])
                fresh[place] = data
                needed.append(place)
                self._progress(room, done + number, len(items))
            yield needed, [answers[key][0] for key in keys], fresh

    def _traces(self, keys: list[bytes]) -> dict[bytes, list[_Questions]]:
        """Return by the key of each item what was asked about it, each time that it was asked otherwise."""
        held = self._recalled(keys)
        return {key: (_validated(adapter(list[_Questions]), held.get(key)) or ([],))[0] for key in keys}

    def _recalled(self, keys: list[bytes]) -> dict[bytes, bytes]:
        marks = ",".join("?" * len(keys))
        try:
            rows = self._db.execute(f"SELECT key, answer FROM memo WHERE key IN ({marks})", keys)  # noqa: S608 - only `?`
            return {key: answer for key, held in rows if (answer := unsealed("memo", key, held)) is not None}
        except sqlite3.DatabaseError:
            self._forget()
            return {}

    def _store(self, fresh: dict[bytes, bytes], *, transient: bool) -> None:
        try:
            rows = ((key, sealed("memo", key, answer), transient) for key, answer in fresh.items())
            self._db.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?, ?)", rows)
            self._db.commit()
        except sqlite3.DatabaseError:
            self._forget()

    def _forget(self) -> None:
        """Delete the file and go on in memory: a damaged or full disk costs time, never a build."""
        self._db.close()
        self._db = self._connect(":memory:")
        with suppress(OSError):
            self._delete()

    def _delete(self) -> None:
        for end in ("-wal", "-shm", "-journal", ""):
            self._path.with_name(self._path.name + end).unlink(missing_ok=True)


class Within:
    """A `Memo` that remembers for as long as it lives, in front of another: for what runs twice over nearly the same.

    The same answer is given each time, so answers are never changed by those who get them.
    """

    def __init__(self, behind: Memo = no_memo) -> None:
        self._behind = behind
        self._answers: dict[tuple[object, ...], Any] = {}
        self._asked: set[tuple[object, ...]] = set()

    def over(self, behind: Memo) -> Within:
        """Return one in front of another memo that shares these answers."""
        shared = Within(behind)
        shared._answers, shared._asked = self._answers, self._asked
        return shared

    def holds_any(self) -> bool:
        """Tell whether anything is remembered."""
        return bool(self._answers)

    def forget_unasked(self) -> None:
        """Forget what was not asked for since the last time; the next build of nearly the same asks for the rest again."""
        for key in self._answers.keys() - self._asked:
            del self._answers[key]
        self._asked.clear()

    def __call__(
        self,
        work: Callable[[_Item], _Answer],
        items: Iterable[_Item],
        *,
        salt: str = "",
        forget: bool = False,
        asks: Asks | None = None,
        **how: Any,
    ) -> list[_Answer]:
        """Apply `work` to each item, or recall what it answered; see `Memo`."""
        given = [((_name(work), salt, item), item) for item in items]
        keyed = [(self._place(key, asks), key, item) for key, item in given]
        fresh = [(key, item) for place, key, item in keyed if forget or place not in self._answers]
        answers = self._behind(work, [item for _, item in fresh], salt=salt, forget=forget, asks=asks, **how)
        if forget:
            return answers
        for (key, _), answer in zip(fresh, answers, strict=True):
            if asks:
                asked = cast("tuple[_Questions, object]", answer)[0]
                self._answers.setdefault(key, {})[asked] = None
                self._answers[key, asked, tuple(map(asks, asked))] = answer
            else:
                self._answers[key] = answer
        places = [self._place(key, asks) for _, key, _ in keyed] if fresh else [place for place, _, _ in keyed]
        self._asked.update(places)
        if asks:
            self._asked.update(key for _, key, _ in keyed)
        return [self._answers[place] for place in places]

    def _place(self, key: tuple[object, ...], asks: Asks | None) -> tuple[object, ...]:
        """Under what an answer lies: the key, and with `asks` what was asked; where nothing does, something without one."""
        if asks is None:
            return key
        places = ((key, asked, tuple(map(asks, asked))) for asked in self._answers.get(key, ()))
        return next((place for place in places if place in self._answers), ())


def _place(key: bytes, questions: _Questions, asks: Asks) -> bytes:
    """The key of an answer for which these questions were asked, where they are answered as now."""
    said = to_json([questions, [asks(question) for question in questions]])
    return hashlib.blake2b(key + said, digest_size=20).digest()


def _validated(adapter: TypeAdapter[Any], held: bytes | None) -> tuple[Any] | None:
    """Return a remembered answer in a tuple of one, as None may be an answer; None without a valid one."""
    if held is None:
        return None
    try:
        return (adapter.validate_json(held),)
    except ValidationError:
        return None


def _room(work: Callable[..., Any]) -> str:
    """The room that a function belongs to: `clean` of `digest.clean.article.article_of`, also behind a partial."""
    parts = _name(work).split(".")
    return parts[1] if parts[0] == "digest" else parts[0]


def _name(work: Callable[..., Any]) -> str:
    """A function's own name; what a local function or a partial is bound to must stand in the salt. A lambda has none."""
    if isinstance(work, partial):
        return _name(work.func)
    name = f"{work.__module__}.{work.__qualname__}"
    if "<lambda>" in name:
        raise TypeError(f"{name} cannot be remembered: give the function a name")
    return name
