"""What a course from a file becomes at a school: checked against its catalogue, matched with what it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask_babel import gettext as _

from content.lesson import LessonHeader
from course.offering.changes import Change, changes
from course.offering.course_faults import Fault
from course.offering.course_file import INDEX, CourseFile
from course.offering.desk import Desk
from course.offering.documents import OwnText, body_of, read_document
from course.offering.editing import shortfall
from course.offering.kinds import OwnKind
from course.offering.models import OwnDocument
from course.offering.own_checks import complaints
from course.offering.own_text import slug_for
from course.offering.picture_queries import figures_among
from course.offering.plan import Plan, PlannedModule
from course.offering.rules import caught_up
from course.offering.work_places import most_asked, sections_of
from foundation.web.text import UNSTORABLE

MOST_HOURS, LONGEST = 999, {"title": 60, "core": 300, "produces": 300}
Known = Sequence[tuple[OwnKind, str, int, str]]


@dataclass(frozen=True)
class Arrival:
    """An own document of the file: the slug it gets here, and the version that says the same already."""

    slug: str
    number: int
    is_new: bool


@dataclass(frozen=True)
class Incoming:
    """A course from a file, on the desk of a school. `known`: every version that the school has."""

    desk: Desk
    file: CourseFile
    known: Known

    @cached_property
    def arrivals(self) -> Mapping[str, Arrival]:
        """Tell of each own document of the file what it is here; each of ours is used once."""
        ours = [(own, number, _meaning_of(kind, text)) for kind, own, number, text in self.known]
        taken = {each.slug for each in self.desk.documents}
        found: dict[str, Arrival] = {}
        for slug in sorted(self.file.documents):
            means = meaning(self.file.documents[slug], self.file.texts[slug])
            used = {each.slug for each in found.values()}
            alike = [(own, number) for own, number, same in ours if same == means and own not in used]
            alike.sort(key=lambda each: each[0] != slug)
            found[slug] = Arrival(*alike[0], is_new=False) if alike else self._new(slug, taken | used)
        return found

    @cached_property
    def plan(self) -> Plan:
        """Give the plan of the file in the slugs and versions of this school."""
        names = {slug: each.slug for slug, each in self.arrivals.items()}
        plan = self.file.index.plan
        mapped = Plan(
            modules=tuple(_renamed(module, names) for module in plan.modules),
            off=frozenset(names.get(each, each) for each in plan.off),
            own={each.slug: each.number for each in self.arrivals.values()},
        )
        return caught_up(mapped, self.desk.catalogued.programme)

    @cached_property
    def changes(self) -> list[Change]:
        """Name what the file changes in the draft."""
        return changes(self.desk.plan, self.plan)

    @cached_property
    def documents(self) -> Mapping[str, OwnText]:
        """Give the own documents of the file by the slug they get here."""
        return {each.slug: self.file.documents[slug] for slug, each in self.arrivals.items()}

    @property
    def is_of_another_version(self) -> bool:
        """Tell whether the file was made with other lessons of the catalogue."""
        return self.file.index.keuzedeel_version != self.desk.catalogued.version

    def _new(self, slug: str, taken: Iterable[str]) -> Arrival:
        title = slug.removeprefix("eigen-")
        return Arrival(slug if slug not in set(taken) else slug_for(title, set(taken)), 1, is_new=True)


def meaning(document: OwnText, text: str) -> tuple[Any, ...]:
    """Give what a document says, apart from its name, its number and its place."""
    header = sorted((key, str(value)) for key, value in header_of(document, "").items())
    return type(document).__name__, tuple(header), body_of(text, document)


def _meaning_of(kind: OwnKind, text: str) -> tuple[Any, ...]:
    return meaning(read_document(kind, text), text)


def header_of(document: OwnText, block: str) -> dict[str, Any]:
    """Give the fields of the form that a document was written with."""
    header = document.header
    shared = {"title": document.title, "block": block, "items": list(header.items),
              "behaviours": list(header.behaviours)}  # fmt: skip
    if isinstance(header, LessonHeader):
        return {**shared, "minutes": header.minutes, "core": header.core}
    placed = {"place": header.place or "", "least": header.least if header.place else 1}
    keys = ("practice_hours", "writing_hours", "produces")
    return {**shared, **{key: getattr(header, key) for key in keys}, **placed}


def faults_against(desk: Desk, file: CourseFile) -> list[Fault]:
    """Name everything in the file that cannot be at this school."""
    if file.index.keuzedeel != desk.catalogued.slug:
        return [Fault(INDEX, _("Dit bestand hoort bij een ander keuzedeel."))]
    return [*_plan(desk, file.index.plan), *_own(desk, file)]


def _plan(desk: Desk, plan: Plan) -> Iterator[Fault]:
    routes = sorted(route.code for route in desk.catalogued.programme.routes)
    if UNSTORABLE.search(_all_text(plan)):
        yield Fault(INDEX, _("In deze tekst staat een teken dat wij niet kunnen bewaren."))
    codes = [each.code for each in plan.modules]
    blocks = [block.code for module in plan.modules for block in module.blocks]
    if len({*codes, *blocks}) != len(codes) + len(blocks):
        yield Fault(INDEX, _("Een module of blok staat twee keer in het plan."))
    for module in plan.modules:
        hours = [*(n for h in module.hours for n in (h.guided, h.self_study, h.practice))]
        if sorted(each.route for each in module.hours) != routes or max(hours) > MOST_HOURS:
            yield Fault(INDEX, _("De uren van module %(code)s kloppen niet.", code=module.code))
            return
    load = desk.catalogued.qualification.study_load
    for route in desk.catalogued.programme.routes:
        if short := shortfall(plan, route.code, load):
            told = {"route": route.title, "total": load - short, "load": load}
            yield Fault(INDEX, _("De uren van %(route)s zijn samen %(total)s, en geen %(load)s.", **told))


def _own(desk: Desk, file: CourseFile) -> Iterator[Fault]:
    """A text may name a drawing of the course or a picture of the file, never one that is here by chance."""
    known = {*figures_among((), desk.catalogued), *file.pictures}
    for each in file.index.documents:
        text = file.texts[each.slug]
        if UNSTORABLE.search(text):
            yield Fault(each.named, _("In deze tekst staat een teken dat wij niet kunnen bewaren."))
            continue
        header = header_of(file.documents[each.slug], "")
        for key, most in LONGEST.items():
            if len(str(header.get(key, ""))) > most:
                yield Fault(each.named, _("‘%(key)s’ is langer dan %(most)s tekens.", key=key, most=most))
        yield from _place(desk, each.named, header)
        yield from _codes(desk, each.named, header)
        written = OwnDocument(kind=each.kind, header=header, body=_as_in_file(text, file.body(each.slug)))
        yield from (Fault(each.named, complaint.sentence) for complaint in complaints(written, known))


def _codes(desk: Desk, file: str, header: Mapping[str, Any]) -> Iterator[Fault]:
    """What a text practises is an item or criterion of this keuzedeel."""
    official = desk.catalogued.qualification
    for code in sorted(set(header["items"]) - {each.id for each in official.items}):
        told = _("Onderdeel ‘%(code)s’ bestaat niet in dit keuzedeel. Kies bij ‘items’ een ander.", code=code)
        yield Fault(file, told)
    for code in sorted(set(header["behaviours"]) - {each.id for each in official.behaviours}):
        told = _(
            "Criterium ‘%(code)s’ bestaat niet in dit keuzedeel. Kies bij ‘behaviours’ een ander.", code=code
        )
        yield Fault(file, told)


def _as_in_file(text: str, body: str) -> str:
    """Give the text with as many lines above it as in its file, so that a fault says the line of the file."""
    return "\n" * text[: max(text.find(body), 0)].count("\n") + body


def _place(desk: Desk, file: str, header: Mapping[str, Any]) -> Iterator[Fault]:
    """An assignment leads to a section of the work that is there, and asks no more than it can hold."""
    name, found = header.get("place"), sections_of(desk.catalogued)
    if name and name not in found:
        yield Fault(file, _("In het werk is geen onderdeel ‘%(place)s’.", place=name))
    elif name and header["least"] > (most := most_asked(found[name][1])):
        yield Fault(file, _("‘least’ is hooguit %(most)s bij ‘%(place)s’.", most=most, place=name))


def _all_text(plan: Plan) -> str:
    return "".join(
        "".join((module.code, module.title, *module.goals, *(b.code + b.title for b in module.blocks)))
        for module in plan.modules
    )


def _renamed(module: PlannedModule, names: Mapping[str, str]) -> PlannedModule:
    def ours(slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(names.get(slug, slug) for slug in slugs)

    blocks = tuple(each.model_copy(update={"lessons": ours(each.lessons)}) for each in module.blocks)
    return module.model_copy(update={"blocks": blocks, "assignments": ours(module.assignments)})
