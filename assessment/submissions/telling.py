"""How it stands with handed-in work, in words for its maker. No result is in any of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from assessment.submissions.queries import states
from assessment.submissions.workflow import SubmissionState
from enrolment.rules import WITH_ASSESSORS

TITLES: Mapping[SubmissionState, Any] = {
    SubmissionState.DRAFT: _l("Nog niet ingeleverd"),
    SubmissionState.SUBMITTED: _l("Ingeleverd"),
    SubmissionState.IN_ASSESSMENT: _l("Wordt beoordeeld"),
    SubmissionState.ASSESSED: _l("Bekeken door de beoordelaars"),
    SubmissionState.RETURNED: _l("Teruggekregen om aan te vullen"),
    SubmissionState.WITHDRAWN: _l("Ingetrokken"),
}
SENTENCES: Mapping[SubmissionState, Any] = {
    SubmissionState.DRAFT: _l("Je kunt nog alles veranderen. Lever in als je klaar bent."),
    SubmissionState.SUBMITTED: _l(
        "Twee mensen beoordelen je werk, los van elkaar. Tot een van hen begint, kun je het terughalen."
    ),
    SubmissionState.IN_ASSESSMENT: _l(
        "Twee mensen beoordelen je werk, los van elkaar. Daarna besluit de examencommissie. "
        "Je krijgt dan bericht."
    ),
    SubmissionState.ASSESSED: _l(
        "De beoordelaars zijn klaar. Nu besluit de examencommissie. "
        "Je krijgt bericht als het resultaat er is."
    ),
    SubmissionState.RETURNED: _l("Je werk is nog niet compleet. Vul het aan en lever opnieuw in."),
    SubmissionState.WITHDRAWN: _l("Dit werk telt niet meer mee."),
}


def title(state: SubmissionState) -> str:
    """Give the state in a few words."""
    return str(TITLES[state])


def sentence(state: SubmissionState) -> str:
    """Say what happens now, and what comes next."""
    return str(SENTENCES[state])


def locked_work(enrolment_id: UUID) -> Mapping[str, str]:
    """Tell the workbench which work processes are handed in, each with the reason in words. One statement."""
    return {
        code: _("Dit werk is ingeleverd. Je kunt het lezen, maar niet veranderen.")
        for code, status in states(enrolment_id).items()
        if status.state in WITH_ASSESSORS
    }
