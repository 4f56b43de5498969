"""Tie the statements of each story to their sources.

in: bare Stories (id, path, headline, articles), the sources, and how much of an article may be shown
out: the same stories with points, figures, quotations, origins and lone lines
never: a statement without a citation that can be re-read, a sentence of our own, an unknown origin counted as independent
"""

from digest.link.story import link

__all__ = ["link"]
