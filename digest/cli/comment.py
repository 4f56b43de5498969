"""A report as a comment on a pull request: what outsiders wrote in it is shown and does nothing.

The report comes out of a run over somebody else's files, so that its every character may be chosen by them. Its Markdown
stays, for it is made to be read; what would reach beyond the comment is broken by a word joiner, which nobody sees and no
forge reads over: https://github.github.com/gfm (HTML, links, autolinks) and GitHub's mentions and references.
"""

from __future__ import annotations

import re

LONGEST_COMMENT = 60_000
"""Characters of a report that are posted; GitHub takes 65,536."""
JOINER = "\N{WORD JOINER}"
"""What nobody sees, and no forge reads over: it breaks what would come alive."""
RULES = (
    ("html", r"<(?!/?(?:details|summary)>)"),  # the two tags fold a part of a comment, and do nothing else
    ("mention", r"@"),
    ("link", r"\](?=[(:\[])"),
    ("address", r"(?i:\b(?:https?|ftp|mailto|xmpp)):|(?i:\bwww)(?=\.)"),
    ("issue", r"#(?=\d)|(?i:\bGH-)(?=\d)"),
)
"""What is broken, after the characters that match."""
_BROKEN = re.compile("|".join(f"(?:{pattern})" for _, pattern in RULES))
_CUT_OFF = "\n\n… the report goes on; it is whole among the run's artifacts.\n"


def comment(report: str, link: str | None = None) -> str:
    """Return Markdown that can be posted under any pull request, at most LONGEST_COMMENT characters of the report.

    Mentions, links, pictures, HTML and references to issues are shown as they are written and are none; characters that do
    not show are left out. `link` is an address of our own, which is put below.
    """
    shown = "".join(char for char in report if char.isprintable() or char in "\n\t")
    safe = _BROKEN.sub(lambda found: found[0] + JOINER, shown[:LONGEST_COMMENT]).rstrip()
    below = f"\n[The run, with the built site]({link})\n" if link else ""
    return safe + (_CUT_OFF if len(shown) > LONGEST_COMMENT else "\n") + below
