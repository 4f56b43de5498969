"""A digest's folder made from an edition alone: pages by `render`, site/ by the same two programs as in `digest build`."""

import shutil
from pathlib import Path

from digest.model import Edition, Settings
from digest.render import render
from digest.write import write
from digest.write.site import build_site

ROOT = Path(__file__).resolve().parents[2]
BY_HAND = "---\ntitle: Method <i> & more\n---\n# Method { #method }\n\nHow this sample was made.\n"


def lay_out(edition: Edition, root: Path, digest: Settings) -> None:
    """Write content/ and put the repository's mkdocs.yml and theme beside it."""
    (root / "digest").mkdir(parents=True)
    (root / "digest" / "theme").symlink_to(ROOT / "digest" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "content").mkdir()
    (root / "content" / "method.md").write_text(BY_HAND, "utf-8")
    write(render(edition, digest), root)


def build(edition: Edition, root: Path, *, title: str = "The Sample") -> Path:
    """Return the finished site/ of the edition, made to stand below a path."""
    digest = Settings(title=title, url="https://example.org/news/")
    lay_out(edition, root, digest)
    return build_site(root, digest, edition.day).path


def chrome_and_article(html: str) -> tuple[str, str]:
    """Part a page where the theme's frame ends and the page's own content begins, and again at the end."""
    before, rest = html.split('<div class="page', 1)
    opening, rest = rest.split(">", 1)
    article, after = rest.rsplit("</main>", 1)
    article = article[: article.rindex("</div>")]  # md-main__inner
    article = article[: article.rindex("</div>")]
    return f'{before}<div class="page{opening}></div>{after}', article
