"""A framework as the CSV that Moodle reads under "Import competency framework". Pure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

from content.exam_plan import Level
from content.qualification import Qualification
from exchange.framework.outline import Node, nodes_of
from foundation.tables import FORMULA_STARTS

COLUMNS = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
PLAIN = "2"  # Moodle's number for text without markup
LONGEST_NAME = 100
# What the four levels of a framework are called in Moodle: core task, work process or item, behaviour.
TAXONOMY = "domain,competency,behaviour,behaviour"


def as_moodle_csv(qualification: Qualification, levels: Sequence[Level]) -> bytes:
    """Write the framework, with the levels of its exam plan as the scale."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerow(_framework(qualification, levels))
    writer.writerows(_rows(qualification))
    return text.getvalue().encode()


def _framework(qualification: Qualification, levels: Sequence[Level]) -> list[str]:
    description = _harmless(qualification.code, qualification.background[-1].text)
    described = ["", qualification.code, qualification.title, description, PLAIN]
    scale = [",".join(level.title for level in levels), _configuration(levels)]
    return [*described, *scale, "", "", "", "", "", "1", TAXONOMY]


def _rows(qualification: Qualification) -> Iterator[list[str]]:
    for node in nodes_of(qualification):
        description = _harmless(node.code, "\n\n".join(filter(None, (node.text, node.more))))
        described = [node.parent, node.code, _short(node), description, PLAIN]
        yield [*described, "", "", "", "0", "null", "", "", "", ""]


def _configuration(levels: Sequence[Level]) -> str:
    """Say which levels meet, the lowest of them first. The number of the scale is filled in by Moodle."""
    meeting = [number for number, level in enumerate(levels, 1) if level.meets]
    values = [{"id": each, "scaledefault": int(each == meeting[0]), "proficient": 1} for each in meeting]
    return json.dumps([{"scaleid": "0"}, *values], separators=(",", ":"))


def _short(node: Node) -> str:
    name = f"{node.code} {node.text}"
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"


def _harmless(code: str, text: str) -> str:
    """A spreadsheet would calculate a text that begins like a formula; then its code goes before it."""
    return f"{code}: {text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text
