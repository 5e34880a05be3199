"""What is wrong with a file that should hold a course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One fault: in which file of the archive, and what; the sentence says the line where there is one."""

    file: str
    sentence: str
    line: int | None = None


class CourseFileRefused(Exception):
    """The file is not taken; nothing of it is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("course file refused")
        self.faults = list(faults)
