"""Which keuzedeel a page is about, of those its reader may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from accounts.policy.actor import actor
from content.keuzedeel import Keuzedeel
from course.programme.queries import keuzedelen_for
from foundation.errors import Unknown


@dataclass(frozen=True)
class Asked:
    """The keuzedeel as the catalogue has it, and all there are for this reader."""

    keuzedeel: Keuzedeel
    offered: tuple[Keuzedeel, ...]

    def tabs(self, endpoint: str) -> list[Mapping[str, Any]]:
        """Give the way to the same page about each keuzedeel."""
        return [
            {
                "url": url_for(endpoint, keuzedeel=each.slug),
                "label": each.title,
                "current": each is self.keuzedeel,
            }
            for each in self.offered
        ]


def asked_keuzedeel(slug: str | None = None) -> Asked:
    """Find the keuzedeel of the path, else of `?keuzedeel=`, else the first; Unknown when it is not there."""
    offered = tuple(keuzedelen_for(actor()))
    wanted = slug or request.args.get("keuzedeel") or offered[0].slug
    found = next((each for each in offered if each.slug == wanted), None)
    if found is None:
        raise Unknown()
    return Asked(found, offered)
