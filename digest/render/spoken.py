"""Which language words stand in, where it is another than the page's."""

from __future__ import annotations

from digest.language import language_of
from digest.model import Settings, Story


def headline_language(story: Story) -> str | None:
    """Return the language of a story's headline: of the article whose title it is, else of all that are in one language."""
    titled = [article.language for article in story.articles if article.title == story.headline]
    told = {article.language for article in story.articles}
    return titled[0] if titled else told.pop() if len(told) == 1 else None


def foreign(language: str | None, digest: Settings) -> str:
    """Return a language's code where words in it stand on a page in another one; nothing where that is not known."""
    return "" if not language or language == digest.language or not language.isalpha() else language


def spoken(language: str | None, digest: Settings) -> str:
    """Return the attributes, each with a space before it, of words in a language; nothing where the page is in it too."""
    if not (language := foreign(language, digest)):
        return ""
    mine, theirs = (language_of(code).direction for code in (language, digest.language))
    return f' lang="{language}"' + (f' dir="{mine}"' if mine != theirs else "")
