"""Whose reporting each article repeats, and how many reported on their own.

in: the articles of a story and the sources
out: origins with their evidence, each article's role, and the number of independent ones
never: an unknown origin counted as independent
"""

from digest.link.origins.independence import Provenance, provenance

__all__ = ["Provenance", "provenance"]
