"""The CSV for Moodle, read back by the rules of Moodle's own import."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from exchange.framework.moodle import as_moodle_csv

TAXONOMIES = {
    "behaviour", "competency", "concept", "domain", "indicator", "level", "outcome", "practice",
    "proficiency", "skill", "value",
}  # fmt: skip
FORMATS = {"0", "1", "2", "4"}


def imported(content: bytes) -> dict[str, Any]:
    """Read columns by their place, find the framework, hang every row under the number of its parent."""
    _headers, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    flat: dict[str, dict[str, Any]] = {}
    framework: dict[str, Any] = {}
    for row in rows:
        parent, number, name, description, format_, scale, configuration = row[:7]
        record = {
            "parent": parent,
            "number": number,
            "name": name,
            "description": description,
            "children": [],
        }
        assert number
        assert name
        assert len(name) <= 100
        assert format_ in FORMATS
        if row[12] and row[12] != "0":
            assert not framework
            framework = record | {"scale": scale.split(","), "configuration": json.loads(configuration)}
            framework["taxonomies"] = row[13].split(",")
        else:
            assert number not in flat
            assert row[9] == "null"
            flat[number] = record
    for record in flat.values():
        (flat[record["parent"]] if record["parent"] else framework)["children"].append(record)
    return framework


@pytest.fixture(scope="module")
def course():
    return load_catalogue((KEUZEDELEN,)).keuzedeel("d1-wijkgericht-werken")


@pytest.fixture(scope="module")
def framework(course):
    return imported(as_moodle_csv(course.qualification, course.exam_plan.levels))


def test_the_header_is_that_of_moodle(course):
    header = as_moodle_csv(course.qualification, course.exam_plan.levels).split(b"\r\n")[0].decode()
    assert header == (
        "Parent ID number,ID number,Short name,Description,Description format,Scale values,"
        "Scale configuration,Rule type (optional),Rule outcome (optional),Rule config (optional),"
        "Cross-referenced competency ID numbers,Exported ID (optional),Is framework,Taxonomy"
    )


def test_the_tree_is_the_framework(course, framework):
    assert (framework["number"], framework["name"]) == ("D1", "Wijkgericht werken")
    (task,) = framework["children"]
    processes, items = task["children"][:3], task["children"][3:]
    assert [each["number"] for each in processes] == ["D1-K1-W1", "D1-K1-W2", "D1-K1-W3"]
    said = [each["description"] for process in processes for each in process["children"]]
    assert said == [each.text for each in course.qualification.behaviours]
    assert [each["description"] for each in items] == [each.text for each in course.qualification.items]
    assert len(said) == 21
    assert len(items) == 28


def test_the_scale_is_that_of_the_exam_plan(framework):
    assert framework["scale"] == ["Onvoldoende", "Voldoende", "Goed"]
    first, *values = framework["configuration"]
    assert set(first) == {"scaleid"}
    assert [each["id"] for each in values if each["proficient"]] == [2, 3]
    assert [each["id"] for each in values if each["scaledefault"]] == [2]
    assert set(framework["taxonomies"]) <= TAXONOMIES


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t"])
def test_nothing_becomes_a_formula_and_no_word_changes(course, start):
    item = course.qualification.items[0].model_copy(
        update={"text": f'{start}HYPERLINK("https://evil.example")'}
    )
    task = course.qualification.core_task.model_copy(update={"items": (item,)})
    tampered = course.qualification.model_copy(update={"core_task": task})
    content = as_moodle_csv(tampered, course.exam_plan.levels)
    cells = [cell for row in csv.reader(io.StringIO(content.decode(), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert any(cell.endswith(item.text) for cell in cells)
