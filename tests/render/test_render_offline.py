"""What a device keeps for reading without a connection: sw.js names the front, its stories and their drawings."""

import json
from dataclasses import replace

from render_sample import BRIDGE, DAY, EDITION, GULLS

from digest.model import EPOCH, Settings
from digest.render import render


def made(edition):
    return {page.path: page.text for page in render(edition, Settings(url="https://d.example/sub/"))}


def edition_of(text):
    """What sw.js says of the edition."""
    said, _, last = text.removeprefix("self.edition = ").rstrip().rpartition("\n")
    assert last == 'importScripts("assets/offline.js")'
    return json.loads(said)


def test_the_front_and_its_stories_are_kept_with_their_drawings():
    """Each once, in the front's order; what the front does not lead to is not, nor a drawing of another page."""
    pages = made(EDITION)
    said = edition_of(pages["sw.js"])
    assert said["pages"][:2] == ["./", "./offline/"]
    assert f"./{BRIDGE.path}/" in said["pages"][2:]
    assert all(each.startswith("./stories/") for each in said["pages"][2:])
    assert len(set(said["pages"])) == len(said["pages"])
    drawings = [name for name in said["files"] if name.endswith(".svg") and not name.startswith("assets/")]
    assert f"{BRIDGE.path}.coverage.svg" in drawings
    assert all(name == "days.svg" or f"./{name.split('.')[0]}/" in said["pages"] for name in drawings)
    assert (said["day"], said["said"]) == ("2026-06-05", "5 June 2026")


def test_the_version_is_that_of_what_is_kept():
    """A change of a kept story or of the day makes another; a further build and a page that is not kept do not."""
    version = edition_of(made(EDITION)["sw.js"])["version"]
    assert edition_of(made(EDITION)["sw.js"])["version"] == version
    topic = replace(EDITION.topics[0], description="Told otherwise.")
    assert edition_of(made(replace(EDITION, topics=(topic, *EDITION.topics[1:])))["sw.js"])["version"] == version
    noted = replace(EDITION, stories=tuple(replace(story, notes=("New.",)) for story in EDITION.stories))
    assert edition_of(made(noted)["sw.js"])["version"] != version
    assert edition_of(made(replace(EDITION, day=DAY.replace(day=6)))["sw.js"])["version"] != version


def test_a_digest_without_a_story_or_a_day_has_a_worker_too():
    """It keeps the front as it is, and names no day."""
    for edition in (replace(EDITION, stories=()), replace(EDITION, stories=(GULLS,), day=EPOCH)):
        said = edition_of(made(edition)["sw.js"])
        assert said["pages"][:2] == ["./", "./offline/"]
    assert (said["day"], said["said"]) == ("", "")


def test_the_page_for_what_is_not_kept_is_no_page_of_the_site():
    """No sitemap names it, and no search engine is to list it."""
    pages = made(EDITION)
    assert "offline" not in pages["sitemap.xml"]
    assert "hidden: true" in pages["offline.md"]
