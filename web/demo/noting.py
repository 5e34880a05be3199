"""What students of the demo school write in the margin of lessons."""

from __future__ import annotations

from content.lesson import Lesson
from course.notes.actions import save_note
from course.notes.places import sections_for_notes
from web.demo.people import Student

NOTES = {
    "welkom": "Niet beginnen met wat ik kom doen. Eerst vragen wat iemand zelf belangrijk vindt. "
    "Dit oefen ik bij de bloemenkraam.",
    "jouw-plek": "Mijn grens: ik beloof niets wat een ander moet doen. Ik mag wel zeggen: "
    "ik vraag het na en kom er dinsdag op terug.",
    "meldcode": "Onze aandachtsfunctionaris werkt op maandag en donderdag. Vragen: wie vervangt haar?",
    "sociale-kaart": "De buurtkamer stond op de kaart, maar is al sinds de zomer dicht. "
    "Voortaan eerst langsgaan, dan opschrijven.",
}


def writes_note(student: Student, lesson: Lesson) -> None:
    """Let a student write a note at the first heading of some lessons."""
    if lesson.slug in NOTES:
        save_note(
            student.enrolment,
            None,
            lesson=lesson.slug,
            section=next(iter(sections_for_notes(lesson))),
            version=0,
            body=NOTES[lesson.slug],
            theirs={},
        )
