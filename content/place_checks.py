"""Does each assignment lead to a place in the work that is there?"""

from collections.abc import Iterator

from content.assignment import Assignment
from content.errors import UnknownContent
from content.faults import Fault, InCourse, fault
from content.keuzedeel import Keuzedeel
from content.work_form import WorkSection


def place_faults(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    """Give each place that is not there, that has fewer fields than asked, or lacks one that may wait."""
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
    asked = _asked_of_each(place[1]) if place else ()
    for key in (each for each in assignment.header.later if each not in asked):
        yield fault(InCourse.NO_FIELD_ASKED, file=name, at="later", place=wanted or "-", field=key)


def _asked_of_each(section: WorkSection) -> tuple[str, ...]:
    """Give the fields that each record of a list must fill; the first is its name, and cannot wait."""
    return tuple(field.key for field in section.fields[1:] if section.kind == "list" and field.required)
