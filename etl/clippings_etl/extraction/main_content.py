"""Which part of a page is the article.

Paragraphs speak for the elements around them, links against them; the element with the
best balance is the article's. The further out an element, the less a paragraph in it counts: text that is
spread over many boxes is a list of teasers.
"""

from __future__ import annotations

import re

from .page_blocks import Block, Page
from .page_words import HEADINGS, NO_CONTAINERS

_LEAST_PARAGRAPH = 25
"""Characters; shorter lines are no paragraphs."""
_LEAST_LISTED = 60
_DENSE = 0.5
"""Share of a line's text in links beyond which it is navigation."""
_DECAY = 0.85
"""What remains of a paragraph's weight one level further out."""
_LISTED = 0.3
"""What a paragraph in a list or form counts."""
_CONTENT = 1.15
_FURNITURE = 0.7
_RESCUE = 0.4
"""Share of the page's prose from which furniture by name is taken for the article after all."""
_IDEOGRAPHS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts whose characters say more than letters do."""
_SAMPLE = 20_000


def find_article(page: Page) -> Block | None:
    """The innermost element that holds the article; None where no paragraph stands out."""
    factor = 2.0 if _is_dense(page) else 1.0
    _hide_furniture(page, factor)
    for block in page.blocks:
        block.score = 0.0 if block.is_hidden or not block.length else _score(block, factor)
    for block in reversed(page.blocks):
        if not block.is_hidden:
            block.total += block.length
            block.total_linked += block.linked
            if block.parent is not None:
                block.parent.total += block.total
                block.parent.total_linked += block.total_linked
                passes_on = block.owner is not block or block.tag in NO_CONTAINERS
                block.parent.score += block.score if passes_on else block.score * _DECAY
    return _best(page)


def _best(page: Page) -> Block | None:
    best, best_score = None, 0.0
    for block in page.blocks:
        if block.is_hidden or block.owner is not block or block.score <= 0:
            continue
        if block.tag in NO_CONTAINERS:
            continue
        score = block.score
        if block.is_furniture:
            score *= _FURNITURE
        if block.is_named_content or block.tag in ("article", "main"):
            score *= _CONTENT
        if score >= best_score:
            best, best_score = block, score
    return best


def _is_dense(page: Page) -> bool:
    sample: list[str] = []
    length = 0
    for block in page.blocks:
        if block.is_hidden:
            continue
        for text in (block.element.text, block.element.tail):
            if text and not text.isspace():
                sample.append(text)
                length += len(text)
        if length > _SAMPLE:
            break
    text = "".join(sample)
    return len(_IDEOGRAPHS.findall(text)) * 5 > sum(map(str.isalpha, text))


def is_paragraph(block: Block, factor: float) -> bool:
    """Whether a block's own text is long and free enough of links to be prose."""
    length = block.length * factor
    return (
        length >= (_LEAST_LISTED if block.tag == "li" else _LEAST_PARAGRAPH)
        and block.linked <= block.length * _DENSE
        and block.tag not in HEADINGS
    )


def _score(block: Block, factor: float) -> float:
    if is_paragraph(block, factor):
        length = block.length * factor
        score = length - 2 * block.linked * factor
        return score * _LISTED if block.in_list else score
    if block.tag in HEADINGS:
        return 0.0
    return -block.linked * factor


def _hide_furniture(page: Page, factor: float) -> None:
    """Hide what by its name stands beside the article, unless most of the page's prose is in it."""
    for block in reversed(page.blocks):
        if block.length and not block.is_hidden and is_paragraph(block, factor):
            block.prose += block.length
        if block.parent is not None:
            block.parent.prose += block.prose
    most = page.body.prose * _RESCUE
    for block in page.blocks:
        if block.parent is None:
            continue
        if block.parent.is_hidden or (block.is_furniture and block.prose <= most):
            block.is_hidden = True
