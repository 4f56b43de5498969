"""Articles and stories in our own words."""

from own_words import article, config, linked, story

__all__ = ["article", "config", "linked", "story"]
