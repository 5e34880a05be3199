"""What the documents lead to is there, and the picture of the house names every room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from setup.places import ROOMS
from tests.house.code import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
HOUSE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def _rooms() -> list[Path]:
    inner = (path.parent for name in ROOMS for path in (ROOT / name).glob("*/__init__.py"))
    return sorted(inner)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_leads_to_what_is_there(document):
    links = LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_readme_leads_to_every_document():
    links = LINK.findall((ROOT / "README.md").read_text("utf-8"))
    documents = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")}
    assert documents <= set(links)


@pytest.mark.parametrize("room", _rooms(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_picture_of_the_house_names_every_room(room):
    row = next(line for line in HOUSE.splitlines() if line.startswith(f"| `{room.parent.name}/`"))
    assert f"`{room.name}/`" in row, row


def test_what_the_guide_names_is_there():
    names = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`", GUIDE)
    assert len(names) > 20
    assert [name for name in names if not (ROOT / name).exists()] == []
