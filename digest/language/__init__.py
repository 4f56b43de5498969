"""The floor that every room may stand on: whatever depends on the language of a text.

`language_of` says what can be read of a language; `words` parts a text into words, in any script; `frequency` says how
common a word is; `calendar` knows the names of months and days; `numbers` how figures are written; `scripts` which signs
a script is made of.
"""

from digest.language.profile import Language, language_of

__all__ = ["Language", "language_of"]
