"""Where everything stands in the file. Pure, apart from the names of kinds of files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.determination.evidence import Work
from course.portfolio.files.kinds import BY_TYPE
from course.portfolio.files.names import download_name

PARTS = "bewijsstukken"


def work_page(work: Work) -> str:
    """Give the page on which the work can be read."""
    return f"{_label(work)}-werk.html"


def work_folder(work: Work) -> str:
    """Give the folder of what was frozen and signed about one work process."""
    return f"{PARTS}/{_label(work)}"


def file_path(work: Work, each: Mapping[str, Any]) -> str:
    """Give the place of a file of the student; a piece of its hash keeps two of one name apart."""
    kind = BY_TYPE.get(str(each["content_type"]))
    name = download_name(f"{each['sha256'][:8]}-{each['title']}", kind.extension if kind else "bin")
    return f"{work_folder(work)}/bestanden/{name}"


def rules_path(version: str) -> str:
    """Give the place of what was judged with."""
    return f"{PARTS}/regels-{version[:12]}.json"


def _label(work: Work) -> str:
    return work.work_process.rsplit("-", 1)[-1]
