"""What can happen to handed-in work, told in a sentence."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

SUBMITTED = Act("submission.submitted", _l("leverde %(work_process)s in (versie %(sequence)s)"))
TAKEN_BACK = Act("submission.taken_back", _l("haalde %(work_process)s terug"))
RETURNED = Act("submission.returned", _l("gaf %(work_process)s terug omdat het niet compleet is"))
