"""Documents to search in, many at once."""

from __future__ import annotations

import sqlalchemy as sa

from course.search.building import make_ready, put_in, scope_of
from course.search.documents import Document, documents_of
from course.search.kinds import Kind
from course.search.models import SearchEdition
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from foundation.clock import today
from foundation.database import db

SENTENCES = (
    "Een bewoner vertelt wat er in de wijk speelt en wie er helpt.",
    "Het wijkteam maakt een afspraak met de huismeester over de lift.",
    "Vrijwilligers koken op dinsdag in het buurthuis voor wie alleen eet.",
    "Je schrijft op wat je zag, met een rol erbij en zonder naam.",
    "Schulden hangen vaak samen met schaamte, slecht slapen en ruzie thuis.",
    "De gemeente betaalt hulp uit de Wmo als een indicatie is gegeven.",
    "Een signaal is nog geen vermoeden, en een vermoeden nog geen feit.",
)


def many_documents(enrolment: Enrolment, number: int) -> None:
    """Let a course have this many documents more, each of some sentences and a word of its own."""
    course = keuzedeel(enrolment.cohort.keuzedeel)
    scope = scope_of(enrolment, course)
    db.session.execute(sa.delete(SearchEdition).where(SearchEdition.key == scope.edition))
    db.session.add(SearchEdition(key=scope.edition, used_on=today()))
    db.session.flush()
    put_in(scope.edition, [*documents_of(course), *map(_document, range(number))])
    make_ready(scope, course)


def _document(number: int) -> Document:
    text = " ".join(SENTENCES[(number * step) % 7] for step in range(1, 5)) + f" Uniek{number}."
    return Document(Kind.LESSON, "welkom#", f"Stuk {number}", "", text)
