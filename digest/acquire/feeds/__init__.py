"""Feeds: the bytes of RSS, RDF, Atom and JSON Feed as entries, however ill-formed.

Bytes in, a FeedDocument or one Problem out; no disk and no network, and nothing the bytes hold raises.
"""
