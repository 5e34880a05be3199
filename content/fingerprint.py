"""The content hash: the same words give the same version, on every machine."""

import hashlib
import json
from typing import Any


def fingerprint(content: Any) -> str:
    """Hash JSON-able content to a sha256 in hexadecimal, whatever the order of its keys."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
