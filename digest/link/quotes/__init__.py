"""Words in quotation marks, who spoke them, and where sources print them differently.

in: a story as it is read
out: quotations with speaker, citations and variants
never: words that no text has between quotation marks
"""

from digest.link.quotes.quotations import quotes

__all__ = ["quotes"]
