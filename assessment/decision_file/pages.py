"""The pages in the file: the dossier and the work, readable in any browser without us."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from flask import render_template
from flask_babel import gettext as _

from assessment.decision_file.parts import Part
from assessment.decision_file.paths import file_path, work_page
from assessment.determination.dossier import Dossier
from assessment.determination.evidence import Work
from assessment.determination.page import DossierPage
from course.offering.models import Edition

DRAWING = re.compile(r"<svg\b.*?</svg>\s*", re.DOTALL)  # only beside words, and from a sprite we leave behind


def dossier_page(
    dossier: Dossier,
    page: DossierPage,
    *,
    edition: Edition | None,
    files: Sequence[Part],
    made: Mapping[str, Any],
) -> Part:
    """Write the page that everything begins with."""
    html = render_template(
        "decision_file/dossier.html",
        dossier=dossier,
        page=page,
        edition=edition,
        files=files,
        work_page=work_page,
        made=made,
    )
    return Part("dossier.html", _("Het dossier om te lezen"), _alone(html))


def work_pages(dossier: Dossier) -> list[Part]:
    """Write the work of each work process as it was frozen."""
    return [_work_page(dossier, work) for work in dossier.works]


def _work_page(dossier: Dossier, work: Work) -> Part:
    def place_of(each: Mapping[str, Any]) -> str:
        return quote(file_path(work, each))

    html = render_template("decision_file/work.html", dossier=dossier, work=work, place_of=place_of)
    label = work.instrument.work_process(work.work_process).label
    return Part(work_page(work), _("Het werk van %(code)s om te lezen", code=label), _alone(html))


def _alone(html: str) -> bytes:
    return DRAWING.sub("", html).encode()
