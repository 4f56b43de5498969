"""Ties statements to their sources, and stories to each other.

in: bare Stories (id, path, headline, articles) and what people wrote: sources, topics, decisions, limits
out: an Edition whose stories have points, figures, quotations, origins, lone lines, relations and history
never: a statement without a citation that can be re-read, a sentence of our own, an unknown origin counted as independent
"""

from digest.link.edition import link

__all__ = ["link"]
