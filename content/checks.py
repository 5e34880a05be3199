"""The questions that one file alone cannot answer: do the parts of a keuzedeel fit together?"""

from collections.abc import Iterable, Iterator

from content.assignment import Assignment
from content.errors import UnknownContent
from content.exam_plan import WorkProcessPlan
from content.faults import Fault, InCourse, fault
from content.glossary import doubly_explained
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.outline_checks import outline_faults
from content.place_checks import place_faults
from content.selftest_checks import selftest_faults
from content.work_form import Piece, WorkForm, WorkSection


def faults_of(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    """Give everything that does not fit, with its file and key; nothing when all is well."""
    yield from _qualification(keuzedeel)
    yield from _exam_plan(keuzedeel)
    yield from _work(keuzedeel)
    yield from _programme(keuzedeel)
    for lesson in keuzedeel.lessons:
        yield from _lesson(keuzedeel, lesson)
    for term, where, again in doubly_explained(keuzedeel.lessons):
        yield fault(InCourse.WORD_TWICE, file="lessons", term=term, where=where, again=again)
    for assignment in keuzedeel.assignments:
        yield from _covered(keuzedeel, assignment, f"assignments/{assignment.slug}.md")
    yield from outline_faults(keuzedeel)
    yield from selftest_faults(keuzedeel)
    yield from place_faults(keuzedeel)


def _qualification(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    official = keuzedeel.qualification
    codes = [*official.booking_codes, *(b.id for b in official.behaviours), *(i.id for i in official.items)]
    name = "qualification.yaml"
    yield from _twice(codes, name)
    for process in official.work_processes:
        wanted = [f"W{process.number}-{n}" for n in range(1, len(process.behaviours) + 1)]
        if [behaviour.id for behaviour in process.behaviours] != wanted:
            yield fault(InCourse.BEHAVIOURS, file=name, at=process.code, wanted=", ".join(wanted))
        if process.code != f"{official.core_task.code}-W{process.number}":
            yield fault(InCourse.PROCESS_NUMBER, file=name, at=process.code, number=process.number)


def _exam_plan(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    plan, official, name = keuzedeel.exam_plan, keuzedeel.qualification, "exam_plan.yaml"
    yield from _same_processes(keuzedeel, [p.work_process for p in plan.work_processes], name)
    for process in official.work_processes:
        for rule in (each for each in plan.work_processes if each.work_process == process.code):
            yield from _rule(rule, {behaviour.id for behaviour in process.behaviours}, name)
    if plan.overall.goed.min_goed > len(official.work_processes):
        yield fault(InCourse.TOO_MANY_PROCESSES, file=name, at="overall.goed.min_goed")
    if plan.hours.norm != official.study_load:
        yield fault(InCourse.HOURS_NORM, file=name, at="hours.norm", load=official.study_load)


def _rule(rule: WorkProcessPlan, codes: set[str], name: str) -> Iterator[Fault]:
    process = rule.work_process
    at = f"{process}.voldoende.knock_out"
    for code in sorted(set(rule.voldoende.knock_out) - codes):
        yield fault(InCourse.NO_CRITERION, file=name, at=at, code=code, process=process)
    if rule.goed.min_goed > len(codes) or rule.voldoende.max_onvoldoende >= len(codes):
        yield fault(InCourse.TOO_MANY_ROWS, file=name, at=process, number=len(codes))


def _work(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    pieces = keuzedeel.work.pieces
    yield from _same_processes(keuzedeel, [piece.work_process for piece in pieces], "work.yaml")
    yield from _twice([piece.key for piece in pieces], "work.yaml")
    for piece in pieces:
        for section in piece.sections:
            yield from _links(keuzedeel.work, piece, section)
        served = {code for section in piece.sections for code in section.criteria}
        yield from _criteria(keuzedeel, piece, served)


def _links(form: WorkForm, piece: Piece, section: WorkSection) -> Iterator[Fault]:
    for field in (field for field in section.fields if field.to):
        at = f"{piece.key}.{section.key}.{field.key}.to"
        try:
            _, target = form.target(piece, field)
        except UnknownContent:
            yield fault(InCourse.NO_SECTION, file="work.yaml", at=at, section=field.to)
            continue
        if target.kind != "list":
            yield fault(InCourse.NO_LIST, file="work.yaml", at=at, section=field.to)


def _criteria(keuzedeel: Keuzedeel, piece: Piece, served: set[str]) -> Iterator[Fault]:
    name, process = "work.yaml", piece.work_process
    try:
        official = {behaviour.id for behaviour in keuzedeel.criteria(process)}
    except UnknownContent:
        return
    for code in sorted(served - official):
        yield fault(InCourse.NO_CRITERION, file=name, at=piece.key, code=code, process=process)
    for code in sorted(official - served):
        yield fault(InCourse.UNSERVED, file=name, at=piece.key, code=code)


def _programme(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    programme, load, name = keuzedeel.programme, keuzedeel.qualification.study_load, "programme.yaml"
    routes = [route.code for route in programme.routes]
    blocks = [block.code for module in programme.modules for block in module.blocks]
    yield from _twice([*routes, *(module.code for module in programme.modules), *blocks], name)
    for module in programme.modules:
        if sorted(hours.route for hours in module.hours) != sorted(routes):
            at = f"{module.code}.hours"
            yield fault(InCourse.EACH_ROUTE, file=name, at=at, routes=", ".join(routes))
            return
        if module.work_process not in keuzedeel.qualification.booking_codes:
            at = f"{module.code}.work_process"
            yield fault(InCourse.NO_BOOKING_CODE, file=name, at=at, code=module.work_process)
    for route in routes:
        if (total := programme.total(route)) != load:
            yield fault(InCourse.HOURS_TOTAL, file=name, route=route, total=total, load=load)


def _lesson(keuzedeel: Keuzedeel, lesson: Lesson) -> Iterator[Fault]:
    header, name = lesson.header, f"lessons/{lesson.header.module}/{lesson.slug}.md"
    yield from _covered(keuzedeel, lesson, name)
    if header.work_process not in keuzedeel.qualification.booking_codes:
        yield fault(InCourse.NO_BOOKING_CODE, file=name, at="work_process", code=header.work_process)
    blocks = [b for m in keuzedeel.programme.modules if m.code == header.module for b in m.blocks]
    if not any(b.code == header.block and lesson.slug in b.lessons for b in blocks):
        yield fault(InCourse.NOT_LISTED, file=name, at="block", module=header.module, block=header.block)
    if header.assignment and header.assignment not in keuzedeel.programme.assignments:
        yield fault(InCourse.NO_ASSIGNMENT, file=name, at="assignment", slug=header.assignment)
    for question in lesson.questions:
        if question.item not in header.items:
            yield fault(InCourse.NOT_COVERED, file=name, at=question.id, item=question.item)


def _covered(keuzedeel: Keuzedeel, document: Lesson | Assignment, name: str) -> Iterator[Fault]:
    official, header = keuzedeel.qualification, document.header
    known = {item.id for item in official.items} | {each.id for each in official.behaviours}
    for code in (*header.items, *header.behaviours):
        if code not in known:
            yield fault(InCourse.NO_ITEM_OR_BEHAVIOUR, file=name, code=code)
    if header.module not in {module.code for module in keuzedeel.programme.modules}:
        yield fault(InCourse.NO_MODULE, file=name, at="module", code=header.module)


def _same_processes(keuzedeel: Keuzedeel, codes: list[str], name: str) -> Iterator[Fault]:
    official = [process.code for process in keuzedeel.qualification.work_processes]
    if codes != official:
        yield fault(InCourse.PROCESSES, file=name, wanted=", ".join(official))


def _twice(codes: Iterable[str], name: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            yield fault(InCourse.CODE_TWICE, file=name, code=code)
        seen.add(code)
