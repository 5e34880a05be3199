"""What the audit log tells about study hours."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

CONFIRMED = Act(
    "hours.confirmed", _l("bevestigde %(minutes)s minuten studietijd (aantal regels: %(entries)s)")
)
QUESTIONED = Act("hours.questioned", _l("stelde een vraag over %(minutes)s minuten studietijd"))
