"""What can happen to an import, as sentences for the log."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

CHECKED = Act(
    "people_import.checked", _l("liet een bestand controleren (rijen: %(rows)s, fouten: %(faults)s)")
)
CONFIRMED = Act("people_import.confirmed", _l("voegde mensen toe uit een bestand (rijen: %(rows)s)"))
EXPORTED = Act("cohort.exported", _l("downloadde de lijst van een groep (studenten: %(rows)s)"))
