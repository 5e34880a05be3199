"""What can happen to an agreement, told in a sentence."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

COMPARED = Act("agreement.compared", _l("ondertekende als tweede (verschillen: %(differing)s)"))
PROPOSED = Act("agreement.proposed", _l("deed een voorstel voor %(criterion)s"))
THIRD_CALLED = Act("agreement.third_called", _l("vroeg een derde beoordelaar"), is_confidential=True)
CLOSED = Act("agreement.closed", _l("rondde de overeenstemming af (ronde %(round)s)"))
REOPENED = Act(
    "agreement.reopened", _l("opende de overeenstemming opnieuw (ronde %(round)s)"), is_confidential=True
)
