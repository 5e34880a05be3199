"""Read the folder of one keuzedeel: the instrument, the programme, the lessons and assignments."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from content.assignment import Assignment, read_assignment
from content.checks import faults_of
from content.drawing import Drawing, read_drawing
from content.errors import ContentError
from content.exam_plan import ExamPlan
from content.faults import Fault, InCourse, InText, fault
from content.instrument import Instrument
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson, read_lesson
from content.nodes import Figure
from content.programme import Outline, Programme
from content.qualification import Qualification
from content.reading import check_model, read_model, read_text
from content.selftest import SelfTest, read_selftest
from content.work_form import WorkForm

A = TypeVar("A", Lesson, Assignment)


def read_keuzedeel(folder: Path) -> Keuzedeel:
    """Read and check the keuzedeel in a folder; raise ContentError with every fault found."""
    programme = read_model(Programme, folder / "programme.yaml")
    keuzedeel = Keuzedeel(
        frozen=_instrument(folder),
        programme=programme,
        outline=_outline(folder / "outline.yaml"),
        lessons=_in_order(_lessons(folder), programme.lessons, folder),
        assignments=_in_order(_assignments(folder), programme.assignments, folder),
        selftests=_selftests(folder, [block.code for each in programme.modules for block in each.blocks]),
    )
    if found := list(faults_of(keuzedeel)):
        raise ContentError(*(replace(each, file=f"{folder}/{each.file}") for each in found))
    return keuzedeel


def _instrument(folder: Path) -> Instrument:
    parts = {
        "slug": folder.name,
        "qualification": read_model(Qualification, folder / "qualification.yaml"),
        "exam_plan": read_model(ExamPlan, folder / "exam_plan.yaml"),
        "work": read_model(WorkForm, folder / "work.yaml"),
    }
    return check_model(Instrument, parts, name=str(folder))


def _outline(path: Path) -> Outline:
    return read_model(Outline, path) if path.exists() else Outline()


def _lessons(folder: Path) -> tuple[Lesson, ...]:
    return _read_all(folder / "lessons", "*/*.md", read_lesson)


def _assignments(folder: Path) -> tuple[Assignment, ...]:
    return _read_all(folder / "assignments", "*.md", read_assignment)


def _selftests(folder: Path, blocks: list[str]) -> tuple[SelfTest, ...]:
    """Give the self-tests in the order of the blocks; one of an unknown block comes last."""
    paths = sorted((folder / "selftests").glob("*.md"))
    found = [read_selftest(read_text(path), name=str(path)) for path in paths]
    for path, each in zip(paths, found, strict=True):
        if path.stem != each.block.lower():
            raise ContentError(_other_name(path, "block", each.block))
    order = {code: number for number, code in enumerate(blocks)}
    return tuple(sorted(found, key=lambda each: order.get(each.block, len(order))))


def _read_all(folder: Path, pattern: str, read: Callable[..., A]) -> tuple[A, ...]:
    return tuple(_read_one(path, read) for path in sorted(folder.glob(pattern)))


def _read_one(path: Path, read: Callable[..., A]) -> A:
    document = read(read_text(path), name=str(path))
    if document.slug != path.stem:
        raise ContentError(_other_name(path, "slug", document.slug))
    return replace(document, drawings=tuple(_drawings(path, document)))


def _other_name(path: Path, key: str, written: str) -> Fault:
    return fault(InCourse.FILE_NAME, file=str(path), at=key, written=written, name=path.name)


def _drawings(path: Path, document: Lesson | Assignment) -> Iterator[Drawing]:
    for name in dict.fromkeys(node.src for node in document.nodes if isinstance(node, Figure)):
        if not name.endswith(".svg"):
            raise ContentError(fault(InText.FIGURE_FILE, file=str(path), at="figure", src=name))
        if not (path.parent / name).is_file():
            raise ContentError(fault(InCourse.NO_FIGURE, file=str(path), at="figure", name=name))
        yield read_drawing(path.parent / name)


def _in_order(documents: tuple[A, ...], slugs: tuple[str, ...], folder: Path) -> tuple[A, ...]:
    there = {document.slug: document for document in documents}
    if len(there) != len(documents) or len(set(slugs)) != len(slugs):
        raise ContentError(fault(InCourse.SLUG_TWICE, file=str(folder)))
    if difference := set(there) ^ set(slugs):
        named = ", ".join(sorted(difference))
        file = f"{folder}/programme.yaml"
        raise ContentError(fault(InCourse.PROGRAMME_DIFFERS, file=file, slugs=named))
    return tuple(there[slug] for slug in slugs)
