"""Documents to search in, many at once."""

from __future__ import annotations

import sqlalchemy as sa

from course.search.building import make_ready, scope_of
from course.search.kinds import Kind
from course.search.models import SearchPage
from course.search.words import tokens_of
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
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
    make_ready(scope, course)
    rows = [_row(scope.edition, scope.shared, each) for each in range(number)]
    for start in range(0, number, 1000):
        db.session.execute(sa.insert(SearchPage), rows[start : start + 1000])


def _row(edition: str, scope: str, number: int) -> dict[str, object]:
    text = " ".join(SENTENCES[(number * step) % 7] for step in range(1, 5)) + f" Uniek{number}."
    title = f"Stuk {number}"
    return {
        "edition": edition,
        "kind": Kind.LESSON,
        "anchor": "welkom#",
        "title": title,
        "context": "",
        "text": text,
        "words": tokens_of(scope, title=title, text=text),
        "position": 1000 + number,
    }
