"""Read YAML safely into a model, with errors that name the file and the key."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer, ComposerError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from content.errors import ContentError
from content.faults import Code, Fault, InCourse, InText, fault
from content.frozen import Frozen

M = TypeVar("M", bound=Frozen)
DEEPEST = 20
KEY_FAULTS: dict[str, Code] = {
    "missing": InText.KEY_MISSING,
    "extra_forbidden": InText.KEY_UNKNOWN,
    "model_type": InText.KEYS_EXPECTED,
}


def read_model(model: type[M], path: Path) -> M:
    """Read one YAML file into a model; raise ContentError when it is absent or wrong."""
    return check_model(model, parse_yaml(read_text(path), name=str(path)), name=str(path))


def read_text(path: Path) -> str:
    """Read one UTF-8 text file; raise ContentError when it is absent or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ContentError(fault(InCourse.UNREADABLE_FILE, file=str(path), problem=problem)) from problem


def parse_yaml(text: str, *, name: str, first_line: int = 1) -> Any:
    """Parse YAML 1.2 without tags, anchors and deep nesting; raise ContentError with the line."""
    reader = YAML(typ="safe", pure=True)
    reader.max_depth, reader.Composer = DEEPEST, _PlainComposer
    try:
        return reader.load(text)
    except MarkedYAMLError as problem:
        line = first_line + problem.problem_mark.line if problem.problem_mark else None
        raise ContentError(_unreadable(problem.problem, name, line)) from problem
    except (YAMLError, ValueError, OverflowError) as problem:
        raise ContentError(_unreadable(problem, name)) from problem


def check_model(model: type[M], values: Any, *, name: str) -> M:
    """Check values against a model; raise ContentError with every wrong key."""
    try:
        return model.model_validate(values)
    except ValidationError as problem:
        raise ContentError(*(_wrong_key(each, name) for each in problem.errors())) from problem


class _PlainComposer(Composer):
    """Reads only what is written out: a school brings files of others, and with anchors a page of text
    becomes more than a process can hold; a tag on the wrong value is an exception without a line.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.parser.peek_event()
        if event.anchor is not None or getattr(event, "ctag", None) is not None:
            raise ComposerError(None, None, "takes no tags, anchors and aliases", event.start_mark)
        return super().compose_node(parent, index)


def _unreadable(problem: object, name: str, line: int | None = None) -> Fault:
    return fault(InText.UNREADABLE_YAML, file=name, line=line, problem=problem)


def _wrong_key(error: ErrorDetails, name: str) -> Fault:
    key = ".".join(str(part) for part in error["loc"])
    code = KEY_FAULTS.get(error["type"], InText.KEY_WRONG)
    return fault(code, file=name, at=key, problem=error["msg"])
