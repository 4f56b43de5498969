"""Put pages on disk, all or nothing; run the site builder and the search indexer.

in:     pages (paths below content/ and their text), the digest's root
out:    content/ holding exactly these pages beside the hand-written ones, and a finished site/
never:  touches a hand-written page, leaves half a site, or writes a file whose bytes are already there
"""

from digest.write.pages import write

__all__ = ["write"]
