"""Comparing two judgements, row by row. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accounts.policy.actor import Actor


@dataclass(frozen=True)
class Row:
    """One signed or proposed judgement of one criterion."""

    criterion: str
    level: str
    justification: str
    evidence: str = ""


Rows = Mapping[str, Row]


def is_one_of_the_two(actor: Actor, agreement: Any) -> bool:
    """Tell whether the actor holds seat 1 or 2; a thing with `assessor_ids`."""
    return actor.membership_id in agreement.assessor_ids


def differing(criteria: Iterable[str], first: Rows, second: Rows) -> list[str]:
    """Give the criteria on which two judgements have different levels, in order."""
    return [code for code in criteria if first[code].level != second[code].level]


def agreed_row(proposals: Sequence[Row]) -> bool:
    """Tell whether two people proposed, and proposed the same level."""
    return len(proposals) == 2 and proposals[0].level == proposals[1].level


def final_rows(
    criteria: Iterable[str], first: Rows, second: Rows, decided: Mapping[str, tuple[str, Sequence[Row]]]
) -> list[dict[str, Any]]:
    """Put all rows of a submission together; `decided` says of a differing row by whom, and why."""
    rows = []
    for code in criteria:
        by, grounds = decided.get(code, ("both", (first[code], second[code])))
        rows.append(
            {
                "criterion": code,
                "level": grounds[0].level,
                "justifications": [row.justification for row in grounds],
                "decided_by": by,
            }
        )
    return rows
