"""What can happen to a dossier at the board, told in a sentence. No sentence holds a result.

A reason may tell it before it is announced, so every reason is confidential.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

PUT_ON_AGENDA = Act(
    "determination.put_on_agenda",
    _l("zette het dossier op de agenda van %(meeting_on)s (ronde %(round)s)"),
    is_confidential=True,
)
POSTPONED = Act(
    "determination.postponed", _l("hield het dossier aan tot %(meeting_on)s"), is_confidential=True
)
REFERRED_BACK = Act(
    "determination.referred_back",
    _l("stuurde het dossier terug naar de beoordelaars (beoordelingen: %(assessments)s)"),
    is_confidential=True,
)
DETERMINED = Act("determination.determined", _l("stelde het resultaat vast"), is_confidential=True)
ANNOUNCED = Act("determination.announced", _l("maakte het resultaat bekend"), is_confidential=True)
ANNULLED = Act(
    "determination.annulled", _l("vernietigde het besluit van ronde %(round)s"), is_confidential=True
)
