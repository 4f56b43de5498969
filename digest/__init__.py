"""Digest: a static site generator for a curated news digest.

List this folder to see the pipeline: acquire, clean, dedupe, group, link, relate, render, verify, write.
`pipeline.py` runs it, `model/` names its nouns, `errors.py` draws what can go wrong.
"""

__version__ = "0.1.0"
