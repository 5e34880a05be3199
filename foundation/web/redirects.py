"""Where a browser may be sent: a path on our own host, by the rules of a browser. Pure."""

from __future__ import annotations

import re

# One slash, then no slash or backslash: browsers read "//host", "/\host" and "/<tab>/host" as another host.
OUR_PATH = re.compile(r"/(?![/\\])[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]*")


def our_own_path(target: str | None) -> str | None:
    """Give the target when it is a path on our own host, else None."""
    if target and OUR_PATH.fullmatch(target):
        return target
    return None
