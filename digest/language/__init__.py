"""The floor that every room may stand on: whatever depends on the language of a text.

`language_of` gives the `Language` of a code: what can be read of it, and what is refused. A language is a module of this
folder, `english` the one whose grammar is known; see `registry`. The other modules hold no language's rules: `sentences`,
`clauses`, `standing` and `terms` read a text by those of its language, `numbers` its numbers and `days` its dates; `words`
parts a text into words, in any script; `stems`, `frequency` and `calendar` say what a word is, `scripts` which signs a
script is made of. `grammar`, `speech` and `figures` name what a language may say of itself.
"""

from digest.language.profile import Language
from digest.language.registry import language_of

__all__ = ["Language", "language_of"]
