"""The extract that stands for a story wherever it is listed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Article, Citation, Passage, Point, Story
from digest.render.citations import in_full

_OPENING = 2  # paragraphs of an article that tell what its headline does
_ALIKE = 2  # longer words that an extract of another article shares with the headline when both are of one matter


def lead_line(story: Story) -> Point | Passage | None:
    """Return the extract that stands under the headline wherever the story is listed; None where there are titles alone.

    It is one that stands on the opening of the headline's own article, where there is one: that which shares most words
    with the headline. Of other articles it is what several say, or what shares words with it; else another's title.
    """
    wanted, author = _content(story.headline), story.headline_by

    def own(said: Point | Passage) -> bool:
        opens = any(one.article_id == author and one.paragraph <= _OPENING for one in said.citations)
        return opens and said.text.casefold() != story.headline.casefold()

    def shared(said: Point | Passage) -> int:
        return len(wanted & _content(said.text))

    said: list[Point | Passage] = [*story.points, *(passage for point in story.points for passage in point.beside)]
    best = max(
        said, key=lambda one: (own(one), isinstance(one, Point), shared(one), several_cited(one.citations)), default=None
    )
    if best and (author is None or own(best) or several_cited(best.citations) or shared(best) >= _ALIKE):
        return best
    titles = (title_line(article) for article in story.articles if article.id != author and article.title != story.headline)
    return max(titles, key=shared, default=None)


def title_line(article: Article) -> Passage:
    """Return an article's title as words of its own."""
    cited = Citation(article_id=article.id, paragraph=0, start=0, end=len(article.title))
    return Passage(article_id=article.id, text=article.title, citations=(cited,))


def several_cited(citations: Sequence[Citation]) -> bool:
    """Tell whether several articles are cited for all of a statement."""
    return len({citation.article_id for citation in in_full(citations)}) > 1


def _content(text: str) -> set[str]:
    """The beginnings of its longer words, so that "delays" and "delayed" are one."""
    return {word[:5] for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}
