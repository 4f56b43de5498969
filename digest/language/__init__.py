"""The floor that every room may stand on: whatever depends on the language of a text.

`language_of` says what can be read of a language; `words` parts a text into words, in any script; `frequency` says how
common a word is; `calendar` knows the names of months and days; `numbers` is the one reader of numbers, `days` that of
dates in a sentence; `figures` names what is known of the words around a number; `scripts` says which signs a script is
made of.
"""

from digest.language.profile import Language, language_of

__all__ = ["Language", "language_of"]
