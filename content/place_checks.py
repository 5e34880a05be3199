"""Does each assignment lead to a place in the work that is there?"""

from collections.abc import Iterator

from content.assignment import Assignment
from content.errors import UnknownContent
from content.faults import Fault, InCourse, fault
from content.keuzedeel import Keuzedeel


def place_faults(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    """Give each assignment whose place is not there, or that asks more fields than there are."""
    for assignment in keuzedeel.assignments:
        yield from _place(keuzedeel, assignment, f"assignments/{assignment.slug}.md")


def _place(keuzedeel: Keuzedeel, assignment: Assignment, name: str) -> Iterator[Fault]:
    wanted = assignment.header.place
    try:
        place = keuzedeel.place_of(assignment)
    except UnknownContent:
        yield fault(InCourse.NO_PLACE, file=name, at="place", place=wanted)
        return
    if place and place[1].kind == "single" and assignment.header.least > len(place[1].fields):
        number = len(place[1].fields)
        yield fault(InCourse.TOO_FEW_FIELDS, file=name, at="least", place=wanted, number=number)
