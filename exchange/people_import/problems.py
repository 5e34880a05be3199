"""Everything that can be wrong with a file or a row, as values; the words stand in `messages`."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class FileProblem(enum.StrEnum):
    """Why a file cannot be read at all."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    NOT_A_TABLE = "not_a_table"
    OLD_EXCEL = "old_excel"
    BROKEN = "broken"
    LETTERS = "letters"
    QUOTES = "quotes"
    NO_HEADER = "no_header"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    NO_ROWS = "no_rows"


class Problem(enum.StrEnum):
    """What is wrong with one value."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    FORMULA = "formula"
    UNSTORABLE = "unstorable"
    EMAIL = "email"
    NUMBER = "number"
    ROLE = "role"
    STUDENT_ALONE = "student_alone"
    ROUTE = "route"
    DATE = "date"
    DATE_RANGE = "date_range"
    EMAIL_TWICE = "email_twice"
    NUMBER_TWICE = "number_twice"
    NUMBER_TAKEN = "number_taken"
    NUMBER_DIFFERS = "number_differs"
    ADMIN_ONLY = "admin_only"
    YOURSELF = "yourself"
    OTHER_COHORT = "other_cohort"
    NO_SUCH_COACH = "no_such_coach"
    COACH_TWICE_NAMED = "coach_twice_named"
    COACH_ASSESSES = "coach_assesses"


class Unreadable(Exception):
    """A file that cannot be read; `where` names the column or the row, when there is one."""

    def __init__(self, problem: FileProblem, where: str = "") -> None:
        super().__init__(problem.value)
        self.problem, self.where = problem, where


@dataclass(frozen=True)
class Fault:
    """One wrong value: the row and column as in the file. `other` is the row or group it clashes with."""

    row: int
    column: str
    value: str
    problem: Problem
    other: str = ""
