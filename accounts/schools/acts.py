"""What happens to schools and to the rights of their people."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.schools.names import ROLE_NAMES
from foundation.audit.acts import Act

_NAMES = {"role": ROLE_NAMES, "roles": ROLE_NAMES}

SCHOOL_MADE = Act("school.made", _l("maakte deze school"))
MEMBER_MADE = Act("membership.made", _l("voegde iemand toe aan de school (%(roles)s)"), names=_NAMES)
MEMBER_REOPENED = Act("membership.reopened", _l("haalde iemand terug bij de school"))
MEMBERSHIP_ENDED = Act("membership.ended", _l("liet iemand uitgaan bij de school"))
ROLE_GRANTED = Act("membership.role_granted", _l("gaf iemand de rol %(role)s"), names=_NAMES)
ROLE_REVOKED = Act("membership.role_revoked", _l("nam iemand de rol %(role)s af"), names=_NAMES)
