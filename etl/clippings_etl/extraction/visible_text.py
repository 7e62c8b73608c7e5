"""Markup → text without a tree, for what no parser can hold: tags go, and blocks become lines."""

from __future__ import annotations

import html
import re

_HIDDEN = re.compile("<(?:(script|style|template|noscript|title)\\b|!--)")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre"
    r"|section|table|td|th|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def visible_text(markup: str) -> str:
    """The text of markup, a line for each block; text without any markup keeps its own lines."""
    shown = _BLOCK.sub("\n", _without_hidden(markup))
    text = _CONTROL.sub(" ", html.unescape(_TAG.sub("", shown)))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _without_hidden(markup: str) -> str:
    """Scripts, styles and comments out, in one pass: each ends at its own end or is no start at all."""
    parts = []
    position = 0
    lower = markup.lower() if len(markup.lower()) == len(markup) else markup
    for start in _HIDDEN.finditer(lower):
        if start.start() < position:
            continue
        closing = f"</{start[1]}" if start[1] else "-->"
        end = lower.find(closing, start.end())
        if end < 0:
            break
        parts.append(markup[position : start.start()])
        after = lower.find(">", end)
        position = after + 1 if after >= 0 else len(markup)
    parts.append(markup[position:])
    return "".join(parts)
