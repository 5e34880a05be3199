"""The code of the house as trees, for laws about what is written in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("foundation", "accounts", "content", "enrolment", "course", "assessment", "exchange", "web")
TEMPLATES = ROOT / "templates"


@cache
def modules() -> dict[str, ast.Module]:
    """Give every module by its path."""
    paths = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in paths}


@cache
def templates() -> dict[str, str]:
    """Give the text of every template by the name by which it is rendered."""
    paths = sorted(TEMPLATES.rglob("*.html"))
    return {path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in paths}


@cache
def icons() -> set[str]:
    """Give the names of the icons in the sprite."""
    lines = (ROOT / "frontend" / "icons.txt").read_text("utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Give every call in a tree."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def name_of(node: ast.AST) -> str:
    """Give the last word of a name: `acts.SIGNED` and `SIGNED` are both SIGNED."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def texts(tree: ast.AST) -> Iterator[str]:
    """Give every literal text in a tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
