"""The questions that one file alone cannot answer: do the parts of a keuzedeel fit together?"""

from collections.abc import Iterable, Iterator

from content.assignment import Assignment
from content.errors import UnknownContent
from content.glossary import doubly_explained
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.outline_checks import outline_problems
from content.place_checks import place_problems
from content.selftest_checks import selftest_problems
from content.work_form import Piece, WorkForm, WorkSection


def problems(keuzedeel: Keuzedeel) -> Iterator[str]:
    """Name everything that does not fit, as `file: key: what`; nothing when all is well."""
    yield from _qualification(keuzedeel)
    yield from _exam_plan(keuzedeel)
    yield from _work(keuzedeel)
    yield from _programme(keuzedeel)
    for lesson in keuzedeel.lessons:
        yield from _lesson(keuzedeel, lesson)
    for term, where, again in doubly_explained(keuzedeel.lessons):
        yield f"lessons: word {term!r} is explained in {where}, and differently in {again}"
    for assignment in keuzedeel.assignments:
        yield from _covered(keuzedeel, assignment, f"assignments/{assignment.slug}.md")
    yield from outline_problems(keuzedeel)
    yield from selftest_problems(keuzedeel)
    yield from place_problems(keuzedeel)


def _qualification(keuzedeel: Keuzedeel) -> Iterator[str]:
    official = keuzedeel.qualification
    codes = [*official.booking_codes, *(b.id for b in official.behaviours), *(i.id for i in official.items)]
    yield from _twice(codes, "qualification.yaml")
    for process in official.work_processes:
        wanted = [f"W{process.number}-{n}" for n in range(1, len(process.behaviours) + 1)]
        if [behaviour.id for behaviour in process.behaviours] != wanted:
            yield f"qualification.yaml: {process.code}: behaviours must be {', '.join(wanted)}"
        if process.code != f"{official.core_task.code}-W{process.number}":
            yield f"qualification.yaml: {process.code}: the code does not fit number {process.number}"


def _exam_plan(keuzedeel: Keuzedeel) -> Iterator[str]:
    plan, official = keuzedeel.exam_plan, keuzedeel.qualification
    yield from _same_processes(keuzedeel, [p.work_process for p in plan.work_processes], "exam_plan.yaml")
    for process in official.work_processes:
        codes = {behaviour.id for behaviour in process.behaviours}
        rules = [p for p in plan.work_processes if p.work_process == process.code]
        for rule in rules:
            for code in sorted(set(rule.voldoende.knock_out) - codes):
                yield f"exam_plan.yaml: {process.code}.voldoende.knock_out: no criterion {code}"
            if rule.goed.min_goed > len(codes) or rule.voldoende.max_onvoldoende >= len(codes):
                yield f"exam_plan.yaml: {process.code}: asks more rows than the {len(codes)} there are"
    if plan.overall.goed.min_goed > len(official.work_processes):
        yield "exam_plan.yaml: overall.goed.min_goed: more than the work processes there are"
    if plan.hours.norm != official.study_load:
        yield f"exam_plan.yaml: hours.norm: must be the study load, {official.study_load}"


def _work(keuzedeel: Keuzedeel) -> Iterator[str]:
    pieces = keuzedeel.work.pieces
    yield from _same_processes(keuzedeel, [piece.work_process for piece in pieces], "work.yaml")
    yield from _twice([piece.key for piece in pieces], "work.yaml")
    for piece in pieces:
        for section in piece.sections:
            yield from _links(keuzedeel.work, piece, section)
        served = {code for section in piece.sections for code in section.criteria}
        yield from _criteria(keuzedeel, piece, served)


def _links(form: WorkForm, piece: Piece, section: WorkSection) -> Iterator[str]:
    for field in (field for field in section.fields if field.to):
        try:
            _, target = form.target(piece, field)
        except UnknownContent:
            yield f"work.yaml: {piece.key}.{section.key}.{field.key}.to: no section {field.to}"
            continue
        if target.kind != "list":
            yield f"work.yaml: {piece.key}.{section.key}.{field.key}.to: {field.to} is not a list"


def _criteria(keuzedeel: Keuzedeel, piece: Piece, served: set[str]) -> Iterator[str]:
    try:
        official = {behaviour.id for behaviour in keuzedeel.criteria(piece.work_process)}
    except UnknownContent:
        return
    for code in sorted(served - official):
        yield f"work.yaml: {piece.key}: no criterion {code} in {piece.work_process}"
    for code in sorted(official - served):
        yield f"work.yaml: {piece.key}: no section can serve criterion {code}"


def _programme(keuzedeel: Keuzedeel) -> Iterator[str]:
    programme, load = keuzedeel.programme, keuzedeel.qualification.study_load
    routes = [route.code for route in programme.routes]
    blocks = [block.code for module in programme.modules for block in module.blocks]
    yield from _twice([*routes, *(module.code for module in programme.modules), *blocks], "programme.yaml")
    for module in programme.modules:
        if sorted(hours.route for hours in module.hours) != sorted(routes):
            yield f"programme.yaml: {module.code}.hours: each route once: {', '.join(routes)}"
            return
        if module.work_process not in keuzedeel.qualification.booking_codes:
            yield f"programme.yaml: {module.code}.work_process: no code {module.work_process}"
    for route in routes:
        if programme.total(route) != load:
            yield f"programme.yaml: hours of {route} add up to {programme.total(route)}, not {load}"


def _lesson(keuzedeel: Keuzedeel, lesson: Lesson) -> Iterator[str]:
    header, name = lesson.header, f"lessons/{lesson.header.module}/{lesson.slug}.md"
    yield from _covered(keuzedeel, lesson, name)
    if header.work_process not in keuzedeel.qualification.booking_codes:
        yield f"{name}: work_process: no code {header.work_process}"
    blocks = [b for m in keuzedeel.programme.modules if m.code == header.module for b in m.blocks]
    if not any(b.code == header.block and lesson.slug in b.lessons for b in blocks):
        yield f"{name}: block: programme.yaml does not list it in {header.module}, {header.block}"
    if header.assignment and header.assignment not in keuzedeel.programme.assignments:
        yield f"{name}: assignment: no assignment {header.assignment}"
    for question in lesson.questions:
        if question.item not in header.items:
            yield f"{name}: {question.id}: tests {question.item}, which the lesson does not cover"


def _covered(keuzedeel: Keuzedeel, document: Lesson | Assignment, name: str) -> Iterator[str]:
    official, header = keuzedeel.qualification, document.header
    known = {item.id for item in official.items} | {each.id for each in official.behaviours}
    for code in (*header.items, *header.behaviours):
        if code not in known:
            yield f"{name}: no item or behaviour {code}"
    if header.module not in {module.code for module in keuzedeel.programme.modules}:
        yield f"{name}: module: no module {header.module}"


def _same_processes(keuzedeel: Keuzedeel, codes: list[str], name: str) -> Iterator[str]:
    official = [process.code for process in keuzedeel.qualification.work_processes]
    if codes != official:
        yield f"{name}: must name each work process once, in order: {', '.join(official)}"


def _twice(codes: Iterable[str], name: str) -> Iterator[str]:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            yield f"{name}: {code} is there twice"
        seen.add(code)
