"""Take a dossier as a file; a POST, because the log tells who took it."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, send_file
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from assessment.decision_file.acts import TAKEN
from assessment.decision_file.archive import hash_of_file
from assessment.decision_file.making import file_of
from assessment.determination import queries
from assessment.determination.policy import READ_DOSSIER
from foundation.audit.actions import record
from foundation.transaction import let_others_write
from foundation.web.forms import Form

decision_file = Blueprint("decision_file", __name__)


@decision_file.post("/examencommissie/<uuid:determination_id>/bestand")
@requires(READ_DOSSIER)
def take(determination_id: UUID) -> ResponseReturnValue:
    """Give everything a decision rests on as one ZIP."""
    Form().checked()
    let_others_write()
    dossier = allow(READ_DOSSIER, queries.dossier(actor().school_id, determination_id))
    file, row = file_of(dossier, actor()), dossier.determination
    record(TAKEN, row, actor_id=actor().person_id, round=row.round, sha256=hash_of_file(file))
    name = f"dossier-{row.enrolment.number}-{row.round}.zip"
    return send_file(file, mimetype="application/zip", as_attachment=True, download_name=name)
