"""What happens to evidence that is worth writing down."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

EVIDENCE_REMOVED = Act("evidence.removed", _l("gooide bewijs weg"))
FILE_REFUSED = Act("evidence.file_refused", _l("wilde een bestand bewaren dat is geweigerd"))
