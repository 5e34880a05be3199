"""What the audit log tells about dossiers that left the house."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

TAKEN = Act("determination.taken", _l("haalde het dossier op als bestand (ronde %(round)s)"))
