"""Which language words stand in, where it is another than the page's."""

from __future__ import annotations

from digest.language import language_of
from digest.model import Markdown, Story
from digest.render.escape import joined, link, own
from digest.translations import language_said


def headline_language(story: Story) -> str | None:
    """Return the language of a story's headline: of the article whose title it is, else of all that are in one language."""
    titled = [article.language for article in story.articles if article.title == story.headline]
    told = {article.language for article in story.articles}
    return titled[0] if titled else told.pop() if len(told) == 1 else None


def foreign(language: str | None) -> str:
    """Return a language's code where words in it stand on a page in another one; nothing where that is not known."""
    return "" if not language or language == language_said() or not language.isalpha() else language


def spoken(language: str | None) -> str:
    """Return the attributes, each with a space before it, of words in a language; nothing where the page is in it too."""
    if not (language := foreign(language)):
        return ""
    mine, theirs = (language_of(code).direction for code in (language, language_said()))
    return f' lang="{language}"' + (f' dir="{mine}"' if mine != theirs else "")


def within(words: str, language: str | None) -> Markdown:
    """Return the words, escaped where they are not safe yet, and marked with their language where the page has another."""
    shown, marks = joined([words]), spoken(language)
    return own(f"<span{marks}>{shown}</span>") if marks else shown


def before(name: str, language: str | None) -> Markdown:
    """Return a name that stands before words in a language, else the page's; it turns none that run from the right."""
    runs = language_of(language or language_said()).direction
    return own(f"<bdi>{joined([name])}</bdi>") if runs == "rtl" else joined([name])


def headline_link(story: Story, target: str) -> Markdown:
    """Return a story's headline as a link, marked with its language where the page has another."""
    return within(link(story.headline, target), headline_language(story))
