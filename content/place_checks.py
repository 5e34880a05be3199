"""Does each assignment lead to a place in the work that is there?"""

from collections.abc import Iterator

from content.assignment import Assignment
from content.errors import UnknownContent
from content.keuzedeel import Keuzedeel


def place_problems(keuzedeel: Keuzedeel) -> Iterator[str]:
    """Name each assignment whose place is not there, or that asks more fields than there are."""
    for assignment in keuzedeel.assignments:
        yield from _place(keuzedeel, assignment, f"assignments/{assignment.slug}.md")


def _place(keuzedeel: Keuzedeel, assignment: Assignment, name: str) -> Iterator[str]:
    try:
        place = keuzedeel.place_of(assignment)
    except UnknownContent:
        yield f"{name}: place: work.yaml has no section {assignment.header.place}"
        return
    if place and place[1].kind == "single" and assignment.header.least > len(place[1].fields):
        yield f"{name}: least: {assignment.header.place} has {len(place[1].fields)} fields"
