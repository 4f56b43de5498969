"""The nouns: what passes from room to room. Frozen, slotted, keyword-only dataclasses; tuples, never lists.

Three NewTypes say how far a string is trusted: `mypy --strict` proves that nothing from outside reaches a page unescaped.
"""

from digest.model.articles import Article, Copy, Removed, Saying, Withdrawal
from digest.model.config import Config
from digest.model.decisions import (
    AnyRuling,
    Correction,
    Decision,
    Headline,
    Hide,
    Merge,
    Move,
    Note,
    Permalink,
    Pin,
    Regrouping,
    Ruling,
    Split,
    Takedown,
)
from digest.model.edition import Edition, KnownPage, Page, SourceHealth
from digest.model.entries import Entry, SpokenWords
from digest.model.problem import Problem
from digest.model.settings import Caution, Checkout, Feeds, Front, Grouping, Limits, Mail, Network, Settings
from digest.model.sources import Feed, Source, Terms, Topic
from digest.model.stories import CUT, Citation, Event, Figure, Origin, Passage, Point, Quote, Related, Role, Story, Value
from digest.model.text import EPOCH, Markdown, Text, Url, When, newest, one_line

__all__ = [
    "CUT",
    "EPOCH",
    "AnyRuling",
    "Article",
    "Caution",
    "Checkout",
    "Citation",
    "Config",
    "Copy",
    "Correction",
    "Decision",
    "Edition",
    "Entry",
    "Event",
    "Feed",
    "Feeds",
    "Figure",
    "Front",
    "Grouping",
    "Headline",
    "Hide",
    "KnownPage",
    "Limits",
    "Mail",
    "Markdown",
    "Merge",
    "Move",
    "Network",
    "Note",
    "Origin",
    "Page",
    "Passage",
    "Permalink",
    "Pin",
    "Point",
    "Problem",
    "Quote",
    "Regrouping",
    "Related",
    "Removed",
    "Role",
    "Ruling",
    "Saying",
    "Settings",
    "Source",
    "SourceHealth",
    "Split",
    "SpokenWords",
    "Story",
    "Takedown",
    "Terms",
    "Text",
    "Topic",
    "Url",
    "Value",
    "When",
    "Withdrawal",
    "newest",
    "one_line",
]
