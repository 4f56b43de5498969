"""The whole of content/ for a small edition, compared byte for byte. DIGEST_REWRITE_GOLDEN=1 writes it anew."""

import os
import shutil
from pathlib import Path

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "content"


def test_the_sample_edition_gives_the_golden_pages(pages):
    """Any change of a page is seen in the golden folder, or is a mistake."""
    if os.environ.get("DIGEST_REWRITE_GOLDEN") == "1":
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, text in pages.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(text, encoding="utf-8")
    found = {
        path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8") for path in GOLDEN.rglob("*") if path.is_file()
    }
    assert found.keys() == pages.keys()
    for path, text in pages.items():
        assert text == found[path], path
