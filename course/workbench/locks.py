"""Why work cannot be changed now. Rooms upstairs register who to ask; this room does not know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import Flask, current_app
from flask_babel import gettext as _

from course.workbench.errors import Locked
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState

Ask = Callable[[UUID], Mapping[str, Any]]


def register_lock(app: Flask, ask: Ask) -> None:
    """Register who knows, for an enrolment, which work processes are locked: code -> message for people."""
    app.extensions.setdefault("work_locks", []).append(ask)


def locked_reasons(enrolment_id: UUID) -> dict[str, str]:
    """Give the locked work processes of an enrolment, each with the reason."""
    reasons: dict[str, str] = {}
    for ask in current_app.extensions.get("work_locks", ()):
        reasons.update({code: str(message) for code, message in ask(enrolment_id).items()})
    return reasons


def why_locked(enrolment: Enrolment) -> Locks:
    """Give all reasons for which this enrolment's work cannot be changed."""
    if enrolment.state is EnrolmentState.ACTIVE:
        return Locks(locked_reasons(enrolment.id))
    return Locks({}, _("Je inschrijving is nu niet actief. Je kunt je werk lezen, maar niet veranderen."))


class Locks:
    """The reasons per work process; `everything` when nothing at all can be changed."""

    def __init__(self, reasons: Mapping[str, str], everything: str | None = None) -> None:
        self.reasons = reasons
        self.everything = everything

    def of(self, work_process: str) -> str | None:
        """Give the reason for one work process."""
        return self.everything or self.reasons.get(work_process)

    def refuse(self, work_process: str | None = None) -> None:
        """Raise Locked when this cannot be changed; without a work process, when nothing can."""
        reason = self.of(work_process) if work_process else self.everything
        if reason:
            raise Locked(reason)
