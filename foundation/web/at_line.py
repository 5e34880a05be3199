"""A message about one line of a text that somebody typed."""

from __future__ import annotations

from markupsafe import Markup, escape


class AtLine(Markup):
    """A sentence that knows its line: the page can lead there."""

    line: int

    def __new__(cls, sentence: str, line: int) -> AtLine:
        made = super().__new__(cls, escape(sentence))
        made.line = line
        return made
