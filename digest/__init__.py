"""Digest: a static site generator for a curated news digest.

List this folder to see the pipeline: acquire, clean, dedupe, group, link, render, write.
`pipeline.py` runs it, `model.py` names its nouns, `errors.py` draws what can go wrong.
"""

__version__ = "0.1.0"
