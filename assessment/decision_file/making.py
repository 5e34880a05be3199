"""Put the file of one decision together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

from flask_babel import gettext as _

from accounts.policy.actor import Actor
from assessment.decision_file.archive import packed
from assessment.decision_file.errors import NotDecided
from assessment.decision_file.pages import dossier_page, work_pages
from assessment.decision_file.parts import Part, parts_of
from assessment.decision_file.readme import readme
from assessment.determination.dossier import Dossier
from assessment.determination.page import DossierPage, page_of_dossier
from course.offering.models import Edition
from course.offering.queries import edition_in_force
from foundation.clock import now


def file_of(dossier: Dossier, actor: Actor) -> IO[bytes]:
    """Make the ZIP of a dossier that was decided; who may read it was asked before."""
    decision = dossier.determination.decision
    if decision is None:
        raise NotDecided()
    made = _made(dossier, actor)
    page = page_of_dossier(dossier, actor)
    behind = list(parts_of(dossier, decision, page.certificates, page.trail))
    return packed(chain(_pages(dossier, page, behind, made), behind), made)


def _pages(dossier: Dossier, page: DossierPage, behind: list[Part], made: dict[str, Any]) -> Iterator[Part]:
    yield Part("LEESMIJ.txt", _("Wat dit is"), readme(made).encode())
    yield dossier_page(dossier, page, edition=_edition(dossier), files=behind, made=made)
    yield from work_pages(dossier)


def _edition(dossier: Dossier) -> Edition | None:
    """Give the course as it was when the last work was handed in."""
    newest = dossier.evidence.newest
    if newest is None or newest.handed_in_at is None:
        return None
    return edition_in_force(dossier.school_id, dossier.keuzedeel.slug, newest.handed_in_at)


def _made(dossier: Dossier, actor: Actor) -> dict[str, Any]:
    row = dossier.determination
    return {
        "dossier": row.enrolment.number,
        "round": row.round,
        "school": actor.school_name,
        "made_at": now(),
        "made_by": actor.name,
    }
