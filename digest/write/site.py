"""site/: MkDocs renders what changed, cards are drawn, Pagefind indexes it, all aside; two renames put it in place.

What site/ was before is kept aside, but for the files that have changed since: there the next site is made, so that only
what changes is written.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from digest.common.jsontext import json_hash
from digest.errors import WriteError
from digest.model import Settings
from digest.runtime.files import FOLDER, LINK, OTHER, discard, hashes_below, replace_file
from digest.runtime.seal import sealed, unsealed
from digest.runtime.terminal import Progress, no_progress
from digest.write import builder
from digest.write.builder import SiteInputs
from digest.write.cards import CARD, draw_cards
from digest.write.settings import trusted_settings, untrusted_settings
from digest.write.unspaced import PAGES, parted_pages

SEARCH_FOLDER = "pagefind"
NOT_SEARCHED = (  # citation marks and tips, headings, counts, and what a page says about itself
    "sup, h2, summary, .figures > p, thead, td:nth-child(1), td:nth-child(n+4), .page > p, .brief, .part, .tag, .kicker,"
    " .meta, .note, .count, .by, .way, .who-reported, .timeline, .turn, .copies, .terms, .related, .chips, .history"
)
PAGEFIND = (
    "--quiet",
    *("--glob", f"{{{','.join(PAGES)}}}"),  # stories; the front page too, since Pagefind fails on nothing
    *("--exclude-selectors", NOT_SEARCHED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteBuild:
    """What became of site/: what it is made of, and whether it was `rebuilt`, or nothing of that had changed."""

    path: Path
    rebuilt: bool
    inputs: SiteInputs


def build_site(
    root: Path,
    digest: Settings,
    now: datetime,
    progress: Progress = no_progress,
    *,
    trusted: bool = True,
    held: Mapping[str, str] | None = None,
    ready: Callable[[SiteInputs], None] = lambda _: None,
    stop: builder.Stop | None = None,
) -> SiteBuild:
    """Make site/ from content/, mkdocs.yml and the theme; what is not `trusted` with the theme and settings of this package.

    Built in .digest/ and put in place whole: a reader, and a run killed at any moment, finds the old site or the new one.
    Does nothing where this machine built site/, as it is, from the same bytes by the same versions. `now` is the time on
    the builders' clock, `held` what `hashes_below` says of content/, where it was asked already; `ready` is told what site/
    is to be made of before that is done. Raises BuilderError with the builder's last words, UsageError without an
    mkdocs.yml, WriteError, and StoppedError where `stop` ended it.
    """
    site, aside, old = root / "site", root / ".digest" / "site", root / ".digest" / "site-old"
    stamp = root / ".digest" / "site.json"
    settings = (trusted_settings if trusted else untrusted_settings)(root, digest)
    try:
        _finish_swap(site, old)
        inputs = SiteInputs(root, settings, held)
        ready(inputs)
        made_of = inputs.fingerprint(now)
        if _is_sealed(stamp, made_of, site):
            return SiteBuild(path=site, rebuilt=False, inputs=inputs)
        stamp.unlink(missing_ok=True)
        html, made = builder.build(root, inputs, now, progress, stop)
        _bring_up(aside, html, made)
        _put_cards(root, aside, digest, inputs, made, progress)
        progress("search", 0, 0)
        _index(root, aside, now, stop)
        if site.exists():
            site.rename(old)
        aside.rename(site)
        held = hashes_below(site)
        replace_file(stamp, sealed("site", made_of.encode(), json_hash(held).encode()))
        if old.exists():
            _discard_other(old, held)
            old.rename(aside)
    except OSError as error:
        raise WriteError(f"{error.filename or site}: {error.strerror or error}") from error
    return SiteBuild(path=site, rebuilt=True, inputs=inputs)


def _put_cards(
    root: Path, aside: Path, digest: Settings, inputs: SiteInputs, made: Mapping[str, str], progress: Progress
) -> None:
    """Put cards beside the pages that have one, where the digest has an address, and none elsewhere."""
    kept, drawn = root / ".digest" / "cards", set[str]()
    if digest.url and digest.cards:
        stories = (name for name in inputs.hashes if name.startswith("stories/") and name.endswith(".md"))
        pages = {name: (inputs.content / name).read_bytes() for name in stories}
        if kept.exists() and not kept.is_dir():
            discard(kept)
        drawn = draw_cards(aside, kept, pages, digest, made, progress)
    else:
        discard(kept)  # with what they show of stories that may be gone since
    for left in aside.rglob(CARD):
        if (path := left.relative_to(aside).as_posix()) not in made and path not in drawn:
            discard(left)


def _bring_up(aside: Path, html: Path, made: Mapping[str, str]) -> None:
    """Make a folder hold what `html` does, `made`, and of its own the cards alone; what it has already is not touched."""
    if not aside.is_dir():
        discard(aside)
        aside.mkdir()
    held = _discard_other(aside, made, but=CARD)
    for path, kind in sorted(made.items()):
        if kind == FOLDER:
            (aside / path).mkdir(exist_ok=True)
        elif held.get(path) != kind:
            shutil.copyfile(html / path, aside / path)


def _discard_other(folder: Path, wanted: Mapping[str, str], *, but: str = "") -> dict[str, str]:
    """Delete what is below a folder but not `wanted` as it is, nor a file of the name `but`; return what was there.

    Both as `hashes_below` says it.
    """
    held = hashes_below(folder)
    for path, kind in held.items():
        if wanted.get(path) != kind and (kind in (FOLDER, LINK, OTHER) or PurePosixPath(path).name != but):
            discard(folder / path)
    return held


def _index(root: Path, site: Path, now: datetime, stop: builder.Stop | None) -> None:
    """Run Pagefind in an empty folder, for it takes settings from files of the folder in which it runs."""
    empty = root / ".digest" / "search"
    discard(empty)
    empty.mkdir()
    read = root / ".digest" / "search-pages"
    discard(read)
    for path, text in parted_pages(site):
        replace_file(read / path, text.encode(), sync=False)
    pages, index = read if read.is_dir() else site, site / SEARCH_FOLDER
    places = ("--site", str(pages.resolve()), "--output-path", str(index.resolve()))
    builder.run([*builder.PYTHON, "pagefind", *places, *PAGEFIND], empty, now, stop=stop)
    empty.rmdir()
    discard(read)


def _finish_swap(site: Path, old: Path) -> None:
    """Finish the two renames of a run that was killed between them: put the old site back, or delete it."""
    if site.exists():
        discard(old)
    elif old.exists():
        old.rename(site)


def _is_sealed(stamp: Path, made_of: str, site: Path) -> bool:
    """Whether site/ is, to the byte, what this machine built last, of these inputs."""
    try:
        built = unsealed("site", made_of.encode(), stamp.read_bytes())
        return built is not None and built == json_hash(hashes_below(site)).encode()
    except OSError:
        return False
