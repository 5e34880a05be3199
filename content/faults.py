"""Everything that can be wrong with authored material: a code, where it stands and its values. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto


class InText(Enum):
    """What is wrong with one lesson or assignment, whoever wrote it."""

    UNREADABLE_LINE = auto()
    NO_OPENING = auto()
    CROOKED_QUOTES = auto()
    CLOSES_NOTHING = auto()
    EMPTY = auto()
    NEVER_CLOSED = auto()
    UNKNOWN_COMPONENT = auto()
    WRONG_ATTRIBUTES = auto()
    NO_ATTRIBUTES = auto()
    COMPONENTS_ONLY = auto()
    COMPARE_PARTS = auto()
    FIGURE_FILE = auto()
    NOTE_KIND = auto()
    MINUTES = auto()
    CHECK_QUESTIONS = auto()
    UNKNOWN_QUESTION = auto()
    QUESTION_ID = auto()
    TOO_FEW_LINES = auto()
    NO_FEEDBACK = auto()
    NO_PROMPT = auto()
    ONE_RIGHT_ANSWER = auto()
    MATCH_TABLE = auto()
    SHORT_PARTS = auto()
    TWO_DEFENSIBLE = auto()
    NO_HEADER = auto()
    UNREADABLE_YAML = auto()
    KEYS_EXPECTED = auto()
    KEY_MISSING = auto()
    KEY_UNKNOWN = auto()
    KEY_WRONG = auto()
    OPENING = auto()


class InDrawing(Enum):
    """What a drawing may not hold, or lacks."""

    TOO_LARGE = auto()
    INSTRUCTIONS = auto()
    UNREADABLE = auto()
    ELEMENT = auto()
    ATTRIBUTE = auto()
    NO_FRAME = auto()
    NO_TITLE = auto()


class InCourse(Enum):
    """What is wrong with the files of a keuzedeel together; only who keeps those files meets it."""

    NO_FOLDER = auto()
    UNREADABLE_FILE = auto()
    KEUZEDEEL_TWICE = auto()
    FILE_NAME = auto()
    NO_FIGURE = auto()
    SLUG_TWICE = auto()
    PROGRAMME_DIFFERS = auto()
    ONE_CHECK = auto()
    QUESTION_COUNT = auto()
    LESSONS_TO_REREAD = auto()
    QUESTION_TWICE = auto()
    CODE_TWICE = auto()
    BEHAVIOURS = auto()
    PROCESS_NUMBER = auto()
    PROCESSES = auto()
    TOO_MANY_ROWS = auto()
    TOO_MANY_PROCESSES = auto()
    HOURS_NORM = auto()
    HOURS_TOTAL = auto()
    EACH_ROUTE = auto()
    NO_SECTION = auto()
    NO_LIST = auto()
    NO_CRITERION = auto()
    UNSERVED = auto()
    NO_BOOKING_CODE = auto()
    NO_MODULE = auto()
    NO_BLOCK = auto()
    NO_LESSON = auto()
    NO_ASSIGNMENT = auto()
    NO_ITEM = auto()
    NO_ITEM_OR_BEHAVIOUR = auto()
    NOT_LISTED = auto()
    NOT_COVERED = auto()
    WORD_TWICE = auto()
    NOT_OUTLINED = auto()
    OUTLINE_DIFFERS = auto()
    NO_PLACE = auto()
    TOO_FEW_FIELDS = auto()
    NO_FIELD_ASKED = auto()
    NAME_OF_LESSON = auto()


Code = InText | InDrawing | InCourse


@dataclass(frozen=True)
class Fault:
    """One fault; `at` is the key or the question in which it stands, as far as there is one."""

    code: Code
    values: Mapping[str, object]
    file: str = ""
    line: int | None = None
    at: str = ""

    def standing(self, *, file: str = "", line: int | None = None, at: str = "") -> "Fault":
        """Say where it stands too, as far as the fault did not know that itself."""
        return replace(self, file=self.file or file, line=self.line or line, at=self.at or at)


def fault(code: Code, /, *, file: str = "", line: int | None = None, at: str = "", **values: object) -> Fault:
    """Make a fault; the values fill the blanks of its sentence."""
    return Fault(code, values, file, line, at)
