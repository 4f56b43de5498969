"""What people wrote, but for the articles: read and validated once, here at the border.

in: seeds/digest.yml, sources/, topics/, curation/ and permalinks.jsonl
out: a Workspace (a Config, and where its files lie), and a Problem with file, line and remedy for each thing that is wrong
never: trusted to be safe on a page; it only has the right shape
"""

from digest.config.load import Workspace, load

__all__ = ["Workspace", "load"]
