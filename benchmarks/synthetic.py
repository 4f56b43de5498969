"""A synthetic digest of any size: deterministic, in words of no article.

    python benchmarks/synthetic.py DIR [--stories 1000] [--sources 4]

Each story is one made-up event; each of its sources tells it in sentences of its own that share the event's names and
numbers, and adds some of its own. Words are drawn by frequency from the same table the product uses.
"""

import argparse
import random
from datetime import UTC, datetime
from pathlib import Path

import wordfreq

from digest.write.new import new

START = 1_767_225_600  # 2026-01-01T00:00Z
SHAPES = (
    "{a} {verb} {number} {unit} to {b} after {w1} {w2} in {c}.",
    "{a} said the {w1} of {b} would {w2} {number} {unit} by {month}.",
    "The {w1} {w2}, worth {number} {unit}, was {verb} by {a} and {b}.",
    "According to {a}, {b} had {verb} the {w1} near {c} before the {w2}.",
    "{b} expects {number} {unit} from the {w1}, {a} told reporters in {c}.",
)
VERBS = ("offered", "sold", "moved", "promised", "denied", "shipped", "cut", "raised", "returned", "approved")
UNITS = ("tonnes", "dollars", "people", "hectares", "vehicles", "percent", "kilometres", "houses")
MONTHS = ("January", "March", "May", "June", "August", "October")


def name(rng: random.Random) -> str:
    """A name that no text has."""
    parts = ["ba", "ko", "ri", "ten", "lo", "mar", "ses", "vu", "dal", "pi", "gor", "ney", "ul", "tra", "zem"]
    return "".join(rng.choice(parts) for _ in range(3)).capitalize()


def sentence(rng: random.Random, event: dict[str, object], words: list[str]) -> str:
    """One sentence about the event."""
    return rng.choice(SHAPES).format(
        **event, w1=rng.choice(words), w2=rng.choice(words), verb=rng.choice(VERBS), unit=rng.choice(UNITS)
    )


def article(rng: random.Random, event: dict[str, object], facts: list[str], words: list[str]) -> tuple[str, str]:
    """(title, body): some of the event's facts, each reworded a little, and sentences of its own."""
    told = rng.sample(facts, k=max(3, len(facts) - 2))
    body = [fact.replace(" the ", rng.choice((" the ", " its ")), 1) for fact in told]
    body += [sentence(rng, event | {"number": rng.randrange(2, 9000)}, words) for _ in range(4)]
    return f"{event['a']} and {event['b']}: {rng.choice(words)} {rng.choice(words)} in {event['c']}", "\n\n".join(body)


def generate(folder: Path, stories: int, sources: int) -> None:
    """Write an empty digest into `folder` and fill its seeds/."""
    rng = random.Random(20261121)
    words = [word for word in wordfreq.top_n_list("en", 12000) if len(word) > 4 and word.isalpha()]
    new(folder)
    kinds = ("Post", "Times", "Herald", "Wire", "Courier", "Observer")
    outlets = [f"{name(rng)} {kind}" for kind in kinds for _ in range(4)]
    for number, outlet in enumerate(outlets):
        path = folder / "seeds" / "sources" / f"outlet-{number:02}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"name: {outlet}\nhome: https://outlet-{number:02}.example/\n")
    for topic in range(20):
        path = folder / "seeds" / "topics" / f"topic-{topic:02}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"name: {words[topic * 7]}\n")
    for story in range(stories):
        event: dict[str, object] = {key: name(rng) for key in "abc"} | {"number": rng.randrange(2, 9000)}
        event["month"] = rng.choice(MONTHS)
        facts = [sentence(rng, event | {"number": rng.randrange(2, 9000)}, words) for _ in range(7)]
        for source in rng.sample(range(len(outlets)), k=sources):
            title, body = article(rng, event, facts, words)
            moment = START + story * 28_800 + rng.randrange(0, 14_400)
            path = folder / "seeds" / "articles" / f"{story:05}" / f"{source:02}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                f"---\ntitle: {title!r}\nsource: outlet-{source:02}\nurl: https://outlet-{source:02}.example/{story}\n"
                f"published: '{iso(moment)}'\n---\n{body}\n"
            )


def iso(moment: int) -> str:
    """A moment as the front matter takes it."""
    return datetime.fromtimestamp(moment, UTC).isoformat()


def main() -> None:
    """Parse the command line and generate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--sources", type=int, default=4)
    arguments = parser.parse_args()
    generate(arguments.folder, arguments.stories, arguments.sources)


if __name__ == "__main__":
    main()
