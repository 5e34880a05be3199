"""What the agenda shows: key figures, meetings, one meeting with its dossiers, and what may be added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.policy.actor import Actor
from assessment.determination import queries
from assessment.determination.dossier import Dossier
from assessment.determination.workflow import DeterminationState
from enrolment.models import Enrolment
from foundation.clock import today
from foundation.web.paging import Cursor, Page

MOST_READY = 50


@dataclass(frozen=True)
class Agenda:
    """One meeting of the board, and what lies around it."""

    day: date | None
    days: Sequence[date]
    figures: Mapping[DeterminationState, int]
    here: Mapping[DeterminationState, int]
    dossiers: Sequence[Dossier]
    has_previous: bool
    has_next: bool
    ready: Sequence[Enrolment]
    more_ready: bool

    @property
    def to_announce(self) -> list[Dossier]:
        """Give the dossiers on this page whose result can be made known."""
        return [each for each in self.dossiers if each.determination.state is DeterminationState.DETERMINED]


def agenda(actor: Actor, *, day: date | None, cursor: Cursor) -> Agenda:
    """Put the agenda together, in a number of statements that does not grow."""
    counts = queries.counts(actor.school_id)
    days = sorted({count.meeting_on for count in counts})
    shown = day or _next_of(days)
    page = queries.meeting(actor, shown, cursor) if shown else Page([], has_previous=False, has_next=False)
    ready = queries.ready(actor, most=MOST_READY + 1)
    figures: Counter[DeterminationState] = Counter()
    for count in counts:
        figures[count.state] += count.number
    return Agenda(
        day=shown,
        days=days,
        figures=figures,
        here={count.state: count.number for count in counts if count.meeting_on == shown},
        dossiers=queries.dossiers(page.rows),
        has_previous=page.has_previous,
        has_next=page.has_next,
        ready=ready[:MOST_READY],
        more_ready=len(ready) > MOST_READY,
    )


def _next_of(days: Sequence[date]) -> date | None:
    """Give the meeting of today or the first one after it, else the last one before."""
    coming = [day for day in days if day >= today()]
    return coming[0] if coming else days[-1] if days else None
