"""The marks that part a title: a headline from its site, a publisher from its section, a feed's name from what it is of."""

from __future__ import annotations

ARROWS = "»«›‹>"
"""Between the steps of a path of sections; some of them are quotation marks elsewhere."""
BARS = f"|｜·•{ARROWS}"
"""Part what stands beside them whether or not there is a space around them."""
SPACED = rf"\s+[{BARS}~/*:–—-]{{1,3}}\s+"
"""A pattern: one of all marks, between spaces, without which a hyphen, a colon or a slash parts nothing."""
