"""Where each thing that is missing can be mended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from content.work_form import Piece
from course.portfolio.freezing import Gap


def as_checks(gaps: Iterable[Gap], piece: Piece) -> list[dict[str, Any]]:
    """Give gaps as the `checks` macro shows them: each with a link to its place."""
    return [
        {
            "tone": "warn",
            "about": gap.about,
            "text": gap.text,
            "detail": None,
            "url": _place(gap, piece),
            "action": _action(gap),
        }
        for gap in gaps
    ]


def _place(gap: Gap, piece: Piece) -> str:
    if gap.criterion:
        return str(url_for("portfolio.coverage", werkproces=piece.work_process, _anchor=gap.criterion))
    anchor = f"item-{gap.item_id}" if gap.item_id else None
    return str(url_for("workbench.section", piece=piece.key, section=gap.section, _anchor=anchor))


def _action(gap: Gap) -> str:
    return str(_("Koppel bewijs") if gap.criterion else _("Vul aan"))
