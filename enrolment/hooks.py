"""Where rooms above are asked and told about allocation; `web` connects them when the house starts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import Flask, current_app

from enrolment.models import Allocation


@dataclass(frozen=True)
class Seated:
    """A seat that got an assessor; `replaced` is the membership that sat there before."""

    allocation: Allocation
    replaced: UUID | None = None


MayReplace = Callable[[Allocation], None]
OnAllocated = Callable[[Sequence[Seated]], None]
SignedBy = Callable[[UUID], Mapping[UUID, int]]


@dataclass(frozen=True)
class Hooks:
    """`may_replace_assessor` raises a Refused to forbid; `assessor_allocated` is told, before the commit.

    `signed_by` counts per enrolment the work processes that a member has signed.
    """

    may_replace_assessor: MayReplace
    assessor_allocated: OnAllocated
    signed_by: SignedBy


def connect(
    app: Flask, *, may_replace_assessor: MayReplace, assessor_allocated: OnAllocated, signed_by: SignedBy
) -> None:
    """Let a room above answer."""
    app.extensions["enrolment_hooks"] = Hooks(may_replace_assessor, assessor_allocated, signed_by)


def may_replace_assessor(allocation: Allocation) -> None:
    """Ask whether this seat may get another assessor; raises the reason when it may not."""
    if hooks := _connected():
        hooks.may_replace_assessor(allocation)


def assessor_allocated(seated: Sequence[Seated]) -> None:
    """Tell that these seats got an assessor; the rows are flushed."""
    if (hooks := _connected()) and seated:
        hooks.assessor_allocated(seated)


def signed_by(assessor_id: UUID) -> Mapping[UUID, int]:
    """Ask how many work processes of each student this assessor has signed."""
    hooks = _connected()
    return hooks.signed_by(assessor_id) if hooks else {}


def _connected() -> Hooks | None:
    return current_app.extensions.get("enrolment_hooks")
