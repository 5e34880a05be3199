"""What rooms above know of students, shown on pages here; `web` registers who answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from flask import Flask, current_app


@dataclass(frozen=True)
class Progress:
    """Hours logged, and per work process (its code) how many criteria have evidence."""

    hours: Decimal = Decimal(0)
    evidence: Mapping[str, int] = field(default_factory=dict)


class ProgressFigures(Protocol):
    """Answers for many enrolments at once, in a fixed number of statements."""

    def for_enrolments(self, ids: Collection[UUID]) -> Mapping[UUID, Progress]:
        """Give the progress of each enrolment; one that is missing has none."""

    def average_hours(self, cohort_id: UUID) -> Decimal | None:
        """Give the average of hours logged by the active students of a cohort, in one statement."""


class SubmissionStates(Protocol):
    """Answers which work has been handed in."""

    def for_enrolments(self, ids: Collection[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        """Give per enrolment and work process the state of the submission, as a code such as "submitted"."""


def register_progress(app: Flask, figures: ProgressFigures) -> None:
    """Let a room above answer about hours and evidence."""
    app.extensions["progress_figures"] = figures


def register_submissions(app: Flask, states: SubmissionStates) -> None:
    """Let a room above answer about work that was handed in."""
    app.extensions["submission_states"] = states


def progress_figures() -> ProgressFigures | None:
    """Give who answers about hours and evidence, if anyone."""
    return current_app.extensions.get("progress_figures")


def submission_states() -> SubmissionStates | None:
    """Give who answers about work that was handed in, if anyone."""
    return current_app.extensions.get("submission_states")
