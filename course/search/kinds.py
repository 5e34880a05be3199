"""What can be found. Pure."""

from __future__ import annotations

import enum


class Kind(enum.StrEnum):
    """A kind of thing that search finds."""

    LESSON = "lesson"
    ASSIGNMENT = "assignment"
    WORD = "word"
    FRAMEWORK = "framework"
    NOTE = "note"
    WORK = "work"

    @property
    def token(self) -> str:
        """What stands with every document of this kind, as its words do."""
        return f"k{self}"
