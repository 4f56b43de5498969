"""Re-read every citation of an edition against the stored articles, before anything is written.

in: an edition, as it will be rendered
out: nothing, or a CitationError that names the story and the citation
never: a word of link, whose work it judges; a repair
"""

from digest.verify.citations import verify

__all__ = ["verify"]
