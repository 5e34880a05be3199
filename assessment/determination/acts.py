"""What can happen to a dossier at the board, told in a sentence. No sentence holds a result."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

PUT_ON_AGENDA = Act(
    "determination.put_on_agenda", _l("zette het dossier op de agenda van %(meeting_on)s (ronde %(round)s)")
)
POSTPONED = Act("determination.postponed", _l("hield het dossier aan tot %(meeting_on)s"))
REFERRED_BACK = Act(
    "determination.referred_back", _l("stuurde %(assessments)s beoordelingen van het dossier terug")
)
DETERMINED = Act("determination.determined", _l("stelde het resultaat vast"))
ANNOUNCED = Act("determination.announced", _l("maakte het resultaat bekend"))
ANNULLED = Act("determination.annulled", _l("vernietigde het besluit van ronde %(round)s"))
