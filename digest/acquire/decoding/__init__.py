"""Bytes and markup from outside, read under bounds: charset, visible words, depth, and how long a parser may take.

Whatever the bytes hold, nothing here raises for it; the rooms beside this one begin with it and it imports none of them.
"""
