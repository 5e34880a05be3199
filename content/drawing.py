"""A drawing beside a lesson: an SVG that holds nothing but shapes and words."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree

from content.errors import ContentError
from content.faults import Fault, InDrawing, fault
from content.reading import read_text

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 100_000
SHAPES = frozenset(
    "svg title desc g defs marker path rect circle ellipse line polyline polygon text tspan".split(" ")  # noqa: SIM905 - a list of words
)
ELSEWHERE = re.compile(r"url\(|href|javascript:|data:|//", re.IGNORECASE)
FRAME = re.compile(r"0 0 (\d+) (\d+)")
INSIDE = re.compile(r"url\(#[\w-]+\)")


@dataclass(frozen=True)
class Drawing:
    """A checked SVG; `name` is what a lesson calls it, width and height are in its own units."""

    name: str
    content: bytes
    title: str
    width: int
    height: int

    @cached_property
    def sha256(self) -> str:
        """The hash of its content: its address, so that it may be kept for ever."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def file(self) -> str:
        """The last part of its address."""
        return f"{self.sha256}.svg"


def read_drawing(path: Path) -> Drawing:
    """Read one SVG; raise ContentError naming everything in it that may not be there."""
    text = read_text(path)
    if found := list(faults_of(text)):
        raise ContentError(*found).standing(file=str(path))
    root = ElementTree.fromstring(text)  # noqa: S314 - without a document type there are no entities
    width, height = _frame(root)
    return Drawing(path.name, text.encode(), _title(root), width, height)


def faults_of(text: str) -> Iterator[Fault]:
    """Give what is wrong with an SVG: anything active, anything from elsewhere, no name or no size."""
    if len(text.encode()) > MOST_BYTES:
        yield fault(InDrawing.TOO_LARGE, most=MOST_BYTES)
    if re.search(r"<!(?!--)|<\?(?!xml )", text):
        yield fault(InDrawing.INSTRUCTIONS)
        return
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - as above
    except ElementTree.ParseError as problem:
        yield fault(InDrawing.UNREADABLE, problem=problem)
        return
    for element in root.iter():
        yield from _wrong_with(element)
    if root.tag != f"{SVG}svg" or not all(_frame(root)):
        yield fault(InDrawing.NO_FRAME)
    if not _title(root):
        yield fault(InDrawing.NO_TITLE)


def _wrong_with(element: ElementTree.Element) -> Iterator[Fault]:
    name = element.tag.removeprefix(SVG)
    if name not in SHAPES or not element.tag.startswith(SVG):
        yield fault(InDrawing.ELEMENT, name=name)
    for key, value in element.attrib.items():
        local = key.rpartition("}")[2].lower()
        outside = ELSEWHERE.search(INSIDE.sub("", f"{local} {value}"))
        if outside or local.startswith("on") or local == "style":
            yield fault(InDrawing.ATTRIBUTE, name=name, attribute=local, value=value[:40])


def _title(root: ElementTree.Element) -> str:
    return " ".join((root.findtext(f"{SVG}title") or "").split())


def _frame(root: ElementTree.Element) -> tuple[int, int]:
    found = FRAME.fullmatch(root.get("viewBox", ""))
    return (int(found[1]), int(found[2])) if found else (0, 0)
