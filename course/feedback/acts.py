"""What the audit log tells about reactions."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

GIVEN = Act("feedback.given", _l("gaf een reactie op %(work_process)s"))
