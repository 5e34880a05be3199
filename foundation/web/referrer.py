"""The page of ours on which somebody pressed: browsers tell us, and nobody else."""

from __future__ import annotations

from flask import request

from foundation.web.redirects import our_own_path


def page_that_asked() -> str | None:
    """Give its path and query; None when another site asked, or the browser keeps it to itself."""
    asked, ours = request.referrer or "", request.host_url
    return our_own_path("/" + asked.removeprefix(ours)) if asked.startswith(ours) else None
