"""A feed that has moved for good to where another source's is read."""

from digest.acquire import acquire
from digest.acquire.seeds.state import EMPTY, FeedState, write_state
from digest.config import load

SOURCE = "name: {name}\nhome: https://{host}/\nfeeds:\n  - url: https://{host}/feed.xml\n"


def notes(root, moved):
    (root / "seeds/sources").mkdir(parents=True, exist_ok=True)
    for name, host in (("gazette", "gazette.example"), ("post", "post.example")):
        (root / f"seeds/sources/{name}.yml").write_text(SOURCE.format(name=name.title(), host=host))
    write_state(root, "post", EMPTY.with_feed("https://post.example/feed.xml", FeedState(moved=moved)))
    return [str(problem) for problem in acquire(load(root)[0])[1]]


def test_it_is_named_with_the_source_that_has_it(tmp_path):
    """Each of its items would come twice; a slash or `www.` makes no other feed."""
    for moved in ("https://gazette.example/feed.xml", "http://www.gazette.example/feed.xml/"):
        (note,) = notes(tmp_path, moved)
        assert note.startswith(
            "seeds/sources/post.yml: the feed https://post.example/feed.xml has moved to https://gazette."
        )
        assert note.endswith("example/feed.xml, which seeds/sources/gazette.yml has; keep one of the two")


def test_one_that_moved_elsewhere_or_to_itself_is_no_other_s(tmp_path):
    """What has moved to a new address is told by `fetch`."""
    for moved in (None, "https://post.example/new.xml", "https://www.post.example/feed.xml"):
        assert notes(tmp_path, moved) == []
