"""What the audit log tells about the course of a school."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

EDITION_PUBLISHED = Act("course.edition_published", _l("publiceerde editie %(number)s van de cursus"))
EDITION_AGAIN = Act(
    "course.edition_again", _l("publiceerde editie %(earlier)s van de cursus opnieuw, als editie %(number)s")
)
DRAFT_DROPPED = Act("course.draft_dropped", _l("gooide het concept van de cursus weg"))
COURSE_IMPORTED = Act("course.imported", _l("zette een cursus uit een bestand in het concept"))
COURSE_EXPORTED = Act("course.exported", _l("bewaarde de cursus als bestand"))
PICTURE_ADDED = Act("course.picture_added", _l("voegde een plaatje toe voor eigen lessen"))
PICTURE_REMOVED = Act("course.picture_removed", _l("haalde een plaatje van eigen lessen weg"))
PICTURE_BACK = Act("course.picture_back", _l("zette een plaatje van eigen lessen terug in de lijst"))
PICTURE_REFUSED = Act("course.picture_refused", _l("wilde een plaatje bewaren dat is geweigerd"))
OWN_PUBLISHED = Act(
    "course.own_published", _l("zette versie %(number)s van een eigen les of opdracht klaar voor de cursus")
)
