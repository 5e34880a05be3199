"""Download the framework for another system."""

from __future__ import annotations

import json

from flask import Blueprint
from flask.typing import ResponseReturnValue

from accounts.policy.guard import signed_in
from course.programme.asked import asked_keuzedeel
from exchange.framework.case import Package
from exchange.framework.moodle import as_moodle_csv
from foundation import tables
from foundation.web.answers import download
from foundation.web.links import public_link

framework_export = Blueprint("framework_export", __name__, url_prefix="/programma/kader")


@framework_export.get("/case.json")
@signed_in
def case() -> ResponseReturnValue:
    """Give the framework as a package of CASE 1.1."""
    course = asked_keuzedeel().keuzedeel
    page = public_link("programme.framework", keuzedeel=course.slug)
    package = Package(course.qualification, page=page).as_dict()
    content = json.dumps(package, ensure_ascii=False, indent=1).encode()
    return download(content, name=f"{course.slug}-case.json", kind="application/json")


@framework_export.get("/moodle.csv")
@signed_in
def moodle() -> ResponseReturnValue:
    """Give the framework as the CSV that Moodle imports."""
    course = asked_keuzedeel().keuzedeel
    content = as_moodle_csv(course.qualification, course.exam_plan.levels)
    return download(content, name=f"{course.slug}-moodle.csv", kind=tables.CSV)
