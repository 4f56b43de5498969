"""site/: MkDocs builds it aside, cards are drawn, Pagefind indexes it, two renames put it in place."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digest.errors import WriteError
from digest.files import discard, hashes_below, replace_file
from digest.jsontext import json_hash
from digest.model import Settings
from digest.seal import sealed, unsealed
from digest.terminal import Progress, no_progress
from digest.write import builder
from digest.write.builder import SiteInputs
from digest.write.cards import draw_cards
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
    """What became of site/: `rebuilt` is False where nothing it is made of had changed."""

    path: Path
    rebuilt: bool


def build_site(
    root: Path,
    digest: Settings,
    now: datetime,
    progress: Progress = no_progress,
    *,
    trusted: bool = True,
    held: Mapping[str, str] | None = None,
) -> SiteBuild:
    """Make site/ from content/, mkdocs.yml and the theme; what is not `trusted` with the theme and settings of this package.

    Built in .digest/ and put in place whole: a reader, and a run killed at any moment, finds the old site or the new one.
    Does nothing where this machine built site/, as it is, from the same bytes by the same versions. `now` is the time on
    the builders' clock, `held` what `hashes_below` says of content/, where it was asked already. Raises BuilderError with
    the builder's last words, UsageError without an mkdocs.yml, WriteError.
    """
    site, aside, old = root / "site", root / ".digest" / "site", root / ".digest" / "site-old"
    stamp, cards = root / ".digest" / "site.json", root / ".digest" / "cards"
    settings = (trusted_settings if trusted else untrusted_settings)(root, digest)
    try:
        _finish_swap(site, old)
        inputs = SiteInputs(root, settings, held)
        made_of = inputs.fingerprint(now)
        if _is_sealed(stamp, made_of, site):
            return SiteBuild(path=site, rebuilt=False)
        stamp.unlink(missing_ok=True)
        html = builder.build(root, settings, inputs, now, progress)
        discard(aside)
        shutil.copytree(html, aside)
        if digest.url and digest.cards:
            stories = (name for name in inputs.hashes if name.startswith("stories/") and name.endswith(".md"))
            pages = {name: (inputs.content / name).read_bytes() for name in stories}
            if cards.exists() and not cards.is_dir():
                discard(cards)
            draw_cards(aside, cards, pages, digest, progress)
        else:
            discard(cards)  # with what they show of stories that may be gone since
        progress("search", 0, 0)
        _index(root, aside, now)
        if site.exists():
            site.rename(old)
        aside.rename(site)
        discard(old)
        replace_file(stamp, sealed("site", made_of.encode(), json_hash(hashes_below(site)).encode()))
    except OSError as error:
        raise WriteError(f"{error.filename or site}: {error.strerror or error}") from error
    return SiteBuild(path=site, rebuilt=True)


def _index(root: Path, site: Path, now: datetime) -> None:
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
    builder.run([*builder.PYTHON, "pagefind", *places, *PAGEFIND], empty, now)
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
