"""What a school can write itself. Pure."""

from __future__ import annotations

import enum


class OwnKind(enum.StrEnum):
    """A kind of document of the course."""

    LESSON = "lesson"
    ASSIGNMENT = "assignment"
