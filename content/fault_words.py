"""Every fault as an English sentence, for who writes a course at the command line. Pure."""

from content.faults import Code, Fault, InCourse, InDrawing, InText

IN_TEXT: dict[Code, str] = {
    InText.UNREADABLE_LINE: "cannot read '%(text)s'",
    InText.NEVER_CLOSED: "%(name)s is never closed",
    InText.UNKNOWN_COMPONENT: "there is no component '%(name)s'",
    InText.WRONG_ATTRIBUTES: "%(name)s takes %(wanted)s",
    InText.NO_ATTRIBUTES: "%(name)s takes no attributes",
    InText.COMPONENTS_ONLY: "%(name)s holds components only",
    InText.COMPARE_PARTS: "compare holds weak, good and why, in that order",
    InText.FIGURE_FILE: "a figure is an .svg file beside the lesson, not '%(src)s'",
    InText.NOTE_KIND: "a note is care, law or job, not '%(kind)s'",
    InText.MINUTES: "minutes is a whole number, not '%(minutes)s'",
    InText.CHECK_QUESTIONS: "a check needs questions, each with its own id",
    InText.UNKNOWN_QUESTION: "there is no kind of question '%(name)s'",
    InText.QUESTION_ID: "an id has letters, digits and hyphens, at most 60, not '%(id)s'",
    InText.TOO_FEW_LINES: "needs at least %(least)s answers or steps",
    InText.NO_FEEDBACK: "no feedback on '%(answer)s'",
    InText.NO_PROMPT: "there is no question above the answers",
    InText.ONE_RIGHT_ANSWER: "exactly one answer is right",
    InText.MATCH_TABLE: "needs a table of three columns and at least two rows",
    InText.SHORT_PARTS: "needs a question, **Modelantwoord** and **Kijk na**",
    InText.TWO_DEFENSIBLE: "at least two answers are strong or defensible",
    InText.NO_HEADER: "the file starts with a header between two lines of ---",
    InText.UNREADABLE_YAML: "%(problem)s",
    InText.KEYS_EXPECTED: "here stand keys with their values",
    InText.KEY_MISSING: "is missing",
    InText.KEY_UNKNOWN: "there is no such key",
    InText.KEY_WRONG: "%(problem)s",
    InText.OPENING: "expected '%(expected)s', found '%(found)s'",
}
IN_DRAWING: dict[Code, str] = {
    InDrawing.TOO_LARGE: "a drawing is at most %(most)s bytes",
    InDrawing.INSTRUCTIONS: "a drawing has no document type and no instructions",
    InDrawing.UNREADABLE: "cannot be read: %(problem)s",
    InDrawing.ELEMENT: "there may be no <%(name)s> in a drawing",
    InDrawing.ATTRIBUTE: "<%(name)s> may have no %(attribute)s='%(value)s'",
    InDrawing.NO_FRAME: 'the root is <svg viewBox="0 0 width height">',
    InDrawing.NO_TITLE: "a drawing starts with a <title>",
}
IN_COURSE: dict[Code, str] = {
    InCourse.NO_FOLDER: "there is no such folder",
    InCourse.UNREADABLE_FILE: "cannot be read: %(problem)s",
    InCourse.KEUZEDEEL_TWICE: "this keuzedeel is there twice",
    InCourse.FILE_NAME: "is '%(written)s', but the file is %(name)s",
    InCourse.NO_FIGURE: "there is no file %(name)s",
    InCourse.SLUG_TWICE: "each lesson and assignment needs a slug of its own",
    InCourse.PROGRAMME_DIFFERS: "files and programme differ: %(slugs)s",
    InCourse.ONE_CHECK: "a self-test is one check, and nothing else",
    InCourse.QUESTION_COUNT: "%(number)s questions; %(fewest)s to %(most)s",
    InCourse.LESSONS_TO_REREAD: '%(name)s takes lessons="slug" or lessons="slug-a slug-b"',
    InCourse.QUESTION_TWICE: "each question needs an id of its own",
    InCourse.CODE_TWICE: "%(code)s is there twice",
    InCourse.BEHAVIOURS: "behaviours must be %(wanted)s",
    InCourse.PROCESS_NUMBER: "the code does not fit number %(number)s",
    InCourse.PROCESSES: "must name each work process once, in order: %(wanted)s",
    InCourse.TOO_MANY_ROWS: "asks more rows than the %(number)s there are",
    InCourse.TOO_MANY_PROCESSES: "more than the work processes there are",
    InCourse.HOURS_NORM: "must be the study load, %(load)s",
    InCourse.HOURS_TOTAL: "hours of %(route)s add up to %(total)s, not %(load)s",
    InCourse.EACH_ROUTE: "each route once: %(routes)s",
    InCourse.NO_SECTION: "no section %(section)s",
    InCourse.NO_LIST: "%(section)s is not a list",
    InCourse.NO_CRITERION: "no criterion %(code)s in %(process)s",
    InCourse.UNSERVED: "no section can serve criterion %(code)s",
    InCourse.NO_BOOKING_CODE: "no code %(code)s",
    InCourse.NO_MODULE: "no module %(code)s",
    InCourse.NO_BLOCK: "no block %(code)s",
    InCourse.NO_LESSON: "no lesson %(slug)s",
    InCourse.NO_ASSIGNMENT: "no assignment %(slug)s",
    InCourse.NO_ITEM: "no item %(code)s",
    InCourse.NO_ITEM_OR_BEHAVIOUR: "no item or behaviour %(code)s",
    InCourse.NOT_LISTED: "programme.yaml does not list it in %(module)s, %(block)s",
    InCourse.NOT_COVERED: "tests %(item)s, which the lesson does not cover",
    InCourse.WORD_TWICE: "word '%(term)s' is explained in %(where)s, and differently in %(again)s",
    InCourse.NOT_OUTLINED: "does not name %(slug)s",
    InCourse.OUTLINE_DIFFERS: "is %(written)s, but outline.yaml says %(wanted)s",
    InCourse.NO_PLACE: "work.yaml has no section %(place)s",
    InCourse.TOO_FEW_FIELDS: "%(place)s has %(number)s fields",
    InCourse.NAME_OF_LESSON: "a lesson is called %(slug)s",
}
SENTENCES = IN_TEXT | IN_DRAWING | IN_COURSE


def in_english(fault: Fault) -> str:
    """Say a fault as `file: line: key: what`, as far as each is known."""
    line = f"line {fault.line}" if fault.line else ""
    said = SENTENCES[fault.code] % fault.values
    return ": ".join(part for part in (fault.file, line, fault.at, said) if part)
