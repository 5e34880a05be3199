"""What can happen to an assessment, told in a sentence."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

OPENED = Act("assessment.opened", _l("begon met beoordelen als beoordelaar %(seat)s"))
SIGNED = Act("assessment.signed", _l("ondertekende de beoordeling als beoordelaar %(seat)s"))
DECLINED = Act("assessment.declined", _l("gaf de beoordeling terug als beoordelaar %(seat)s"))
RELIEVED = Act("assessment.relieved", _l("haalde beoordelaar %(seat)s van dit werk af"))
REOPENED = Act(
    "assessment.reopened", _l("opende de beoordeling van beoordelaar %(seat)s opnieuw"), is_confidential=True
)
