"""Make PDFs with typst for every room that prints. What goes in is data, and never becomes code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from foundation.settings import ROOT

FONTS = ROOT / "static" / "build" / "pdf-fonts"


def print_pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """Make a PDF that a screen reader can read too (PDF/UA-1).

    A text may hold a sign that no font of ours has, such as an emoji or a name in Chinese. The standard
    refuses that file; then it is printed without the promise of the standard, for no file at all is worse.
    """
    import typst  # here: only the process that makes PDFs needs it

    options: dict[str, Any] = {
        "font_paths": [str(FONTS)],
        "format": "pdf",
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
    }
    try:
        return bytes(typst.compile(str(template), **options, pdf_standards=["ua-1"]))
    except typst.TypstError:
        return bytes(typst.compile(str(template), **options))
