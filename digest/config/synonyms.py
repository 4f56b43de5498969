"""What others call our keys: taken in an article's header, and elsewhere answered with the key that was meant."""

from __future__ import annotations

HEADER_SYNONYMS = {
    "title": ("headline", "subject"),
    "url": ("canonicalurl", "canonical", "externalurl", "originalurl", "sourceurl", "link"),
    "published": ("publishdate", "pubdate", "datepublished", "publishedat", "date"),
    "updated": ("lastmod", "modified", "lastmodified", "lastmodifiedat", "lastupdated", "updatedat", "datemodified"),
    "author": ("authors", "byline", "creator", "from"),
    "language": ("lang", "locale", "languagecode"),
    "publisher": ("publication", "sitename"),
    "terms": ("license", "licence", "rights"),
}
"""Keys of other tools that an article's header may have, by the key of ours that means the same, the best first.

Without case, `-` and `_`. What they hold is read, so nobody is told to write another key there.
"""
_HINTS = {
    "date": "at until",
    "publicationdate": "published",
    "fetched": "seen",
    "accessed": "seen",
    "writer": "author",
    "editor": "author",
    "by": "author",
    "headline": "text",
    "name": "title",
    "label": "name title",
    "sitetitle": "title",
    "sitename": "title",
    "outlet": "publisher source",
    "site": "home url publisher",
    "website": "home url",
    "homepage": "home",
    "link": "home story",
    "links": "same_as feeds",
    "href": "url",
    "permalink": "url",
    "xmlurl": "url",
    "htmlurl": "home",
    "siteurl": "url",
    "baseurl": "url",
    "address": "url home",
    "url": "home",
    "uri": "url home",
    "lang": "languages",
    "locale": "languages",
    "license": "licence",
    "copyright": "terms licence",
    "rss": "feeds",
    "atom": "feeds",
    "wikipedia": "same_as",
    "summary": "description text",
    "synonyms": "aliases",
    "tz": "timezone",
    "company": "owner",
    "email": "contact",
    "hosts": "allow",
    "repo": "repository",
    "repourl": "repository",
    "action": "do",
    "type": "do text",
    "decision": "do",
    "why": "reason",
    "because": "reason",
    "files": "articles article",
    "remove": "takedown",
    "withdraw": "takedown",
    "retract": "takedown",
    "join": "merge",
    "correct": "correction",
}
"""What else a word may mean, the likeliest first: keys of other files, and words that no other tool has as a key."""
_HEADER_KEYS = {name: ours for ours, names in HEADER_SYNONYMS.items() for name in names}


def synonyms_of(word: str) -> list[str]:
    """Return our keys and verbs that a word may mean, likeliest first; `word` is in lower case, without `-` and `_`."""
    taken = [_HEADER_KEYS[word]] if word in _HEADER_KEYS else []
    return [*taken, *_HINTS.get(word, "").split()]
