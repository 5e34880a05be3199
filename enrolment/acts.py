"""What can happen here, as sentences for the log; each follows the name of who did it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

COHORT_OPENED = Act("cohort.opened", _l("maakte een groep"))
COHORT_CHANGED = Act("cohort.changed", _l("veranderde de gegevens van een groep"))
DEADLINE_SET = Act("cohort.deadline_set", _l("zette de inleverdatum van %(work_process)s op %(at)s"))
PERIODS_SET = Act("cohort.periods_set", _l("zette de data van de modules van een groep"))
DEADLINE_CLEARED = Act("cohort.deadline_cleared", _l("haalde de inleverdatum van %(work_process)s weg"))

ENROLLED = Act("enrolment.enrolled", _l("schreef een student in"))
PAUSED = Act("enrolment.paused", _l("zette een inschrijving stil"))
RESUMED = Act("enrolment.resumed", _l("liet een inschrijving weer doorgaan"))
COMPLETED = Act("enrolment.completed", _l("rondde een inschrijving af"))
WITHDRAWN = Act("enrolment.withdrawn", _l("schreef een student uit"))
TRANSFERRED = Act("enrolment.transferred", _l("zette een student over naar een andere groep"))

EXTENSION_GRANTED = Act("enrolment.extension_granted", _l("gaf uitstel voor %(work_process)s tot %(at)s"))
EXTENSION_ENDED = Act("enrolment.extension_ended", _l("trok het uitstel voor %(work_process)s in"))

COACH_ASSIGNED = Act("enrolment.coach_assigned", _l("koppelde een begeleider aan een student"))
COACH_ENDED = Act("enrolment.coach_ended", _l("beëindigde de begeleiding van een student"))
ASSESSOR_ALLOCATED = Act("enrolment.assessor_allocated", _l("wees beoordelaar %(seat)s aan"))
ASSESSOR_REPLACED = Act("enrolment.assessor_replaced", _l("verving beoordelaar %(seat)s"))
