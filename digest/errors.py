"""Everything Digest raises on purpose.

    DigestError                what a person or a script may want to catch; has an exit code
    ├── UsageError        2    the call is wrong: no such folder, no such article; or mkdocs.yml, the theme or a link is
    ├── BusyError         3    another build is running
    ├── WriteError        4    a page cannot be put on disk
    ├── BuilderError      1    the site builder or the search indexer failed; its words are kept
    └── CitationError     1    a citation's words are no longer in its article: a bug, nothing is replaced

Bad input is not in this tree: a bad file, feed, item or date is a `model.Problem`, a value that travels to the build
report. Any other exception is a bug; it is not caught, and the published site stays as it was.
"""


class DigestError(Exception):
    """An expected failure; `exit_code` is what the command line returns for it."""

    exit_code = 1


class UsageError(DigestError):
    """The command was called with something that is not there or does not fit."""

    exit_code = 2


class BusyError(DigestError):
    """Another run holds the lock of this digest."""

    exit_code = 3


class WriteError(DigestError):
    """A file could not be written; names the file and the system's reason."""

    exit_code = 4


class BuilderError(DigestError):
    """MkDocs or Pagefind failed; `words` are the end of what it printed."""

    def __init__(self, what: str, words: str = "") -> None:
        super().__init__(f"{what}:\n{words}" if words else what)
        self.words = words


class CitationError(DigestError):
    """A citation does not read in its article what it claims to quote."""
