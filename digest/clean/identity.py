"""Which entries of an archive are one article, and which id it has.

A feed's guid tells its items apart, the address only where there is no guid, and neither of them where different items of
one document share it (`Entry.told_by`). What comes back under the same guid is a later version of one article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from digest.clean.text import folded
from digest.common.references import article_id
from digest.model import Article, Entry

_Name = tuple[str, ...]
_Pair = tuple[Entry, Article]

_SCHEME = re.compile(r"\Ahttps?://", re.IGNORECASE)


def identified(pairs: Sequence[_Pair]) -> list[Article]:
    """Return the articles of the pairs (entry, its article), in their order, with ids that tell the items of a feed apart.

    Versions of one item have the id of the first of them. Of items with one address the first keeps the id made of it, so
    that an id stays what it was when others come; `own_address` says that none shares it. A person's files stay as they are.
    """
    articles = [article for _, article in pairs]
    archives: dict[str, list[int]] = defaultdict(list)
    for at, (entry, _) in enumerate(pairs):
        if not entry.by_hand:
            archives[entry.where.rpartition("/")[0]].append(at)
    for numbers in archives.values():
        numbers.sort(key=lambda at: (pairs[at][0].where, pairs[at][0].line))
        for at, article in zip(numbers, _told_apart([pairs[at] for at in numbers]), strict=True):
            articles[at] = article
    return articles


def _told_apart(pairs: Sequence[_Pair]) -> list[Article]:
    """Give the articles of one archive, in the order in which they came, their ids."""
    items = _items(pairs)
    addresses = Counter(url for _, url in {(item, article.url) for item, (_, article) in zip(items, pairs, strict=True)})
    ids: dict[_Name, str] = {}
    taken: set[str] = set()
    found = []
    for item, (entry, article) in zip(items, pairs, strict=True):
        if item not in ids:
            ids[item] = _own_id(entry, item) if article.id in taken else article.id
            taken.add(ids[item])
        own_address = addresses[article.url] == 1
        as_it_is = (article.id, article.own_address) == (ids[item], own_address)
        found.append(article if as_it_is else replace(article, id=ids[item], own_address=own_address))
    return found


def _items(pairs: Sequence[_Pair]) -> list[_Name]:
    """Return for each entry what its item is told by; what differs in its guid alone, as of a careless feed, is one item."""
    shared = {name for entry, article in pairs for name in _names(entry, article) if _is_shared(name, entry)}
    shared |= _positions(pairs)
    first: dict[Hashable, _Name] = {}
    items = []
    for entry, article in pairs:
        title = ("title", article.url or "", folded(article.title))
        item = next((name for name in _names(entry, article) if name not in shared), title)
        items.append(first.setdefault(_content(entry, article), item))
    return items


def _content(entry: Entry, article: Article) -> Hashable:
    return article.url, article.title, article.paragraphs, entry.published


def _positions(pairs: Sequence[_Pair]) -> set[_Name]:
    """The guids that number places of the feed and no items: what is under one of them was under another before."""
    urls: dict[_Name, set[str]] = defaultdict(set)
    guids: dict[Hashable, set[_Name]] = defaultdict(set)
    for entry, article in pairs:
        if entry.guid and article.url:
            name = _names(entry, article)[0]
            urls[name].add(_SCHEME.sub("", article.url))
            guids[_content(entry, article)].add(name)
    return {name for names in guids.values() if len(names) > 1 and any(len(urls[it]) > 1 for it in names) for name in names}


def _names(entry: Entry, article: Article) -> list[_Name]:
    """What may tell an item from the others of its feed, the best first; an address is the same over http and https."""
    return [(kind, _SCHEME.sub("", value)) for kind, value in (("guid", entry.guid), ("link", article.url)) if value]


def _is_shared(name: _Name, entry: Entry) -> bool:
    """Whether another item of the entry's document has the same name."""
    return entry.told_by != "guid" and name[0] != entry.told_by


def _own_id(entry: Entry, item: _Name) -> str:
    kind, *values = item
    return article_id("\n".join([f"{kind}:{entry.source or ''}", *values]))
