"""The people of the demo school, one click away: in the demo only."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app


@dataclass(frozen=True)
class DemoPerson:
    """Somebody to look around as."""

    label: str
    name: str
    email: str
    description: str


def demo_people() -> list[DemoPerson]:
    """Give whom a visitor of the demo may be; nobody outside the demo."""
    give = current_app.extensions.get("demo_people")
    if give is None or not current_app.extensions["settings"].is_demo:
        return []
    return [DemoPerson(*each) for each in give()]
