"""Read YAML safely into a model, with errors that name the file and the key."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from content.errors import ContentError
from content.frozen import Frozen

M = TypeVar("M", bound=Frozen)


def read_model(model: type[M], path: Path) -> M:
    """Read one YAML file into a model; raise ContentError when it is absent or wrong."""
    return check_model(model, parse_yaml(read_text(path), name=str(path)), name=str(path))


def read_text(path: Path) -> str:
    """Read one UTF-8 text file; raise ContentError when it is absent or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ContentError(f"{path}: cannot be read: {problem}") from problem


def parse_yaml(text: str, *, name: str) -> Any:
    """Parse YAML 1.2 without tags that build objects; raise ContentError with the line."""
    try:
        return YAML(typ="safe", pure=True).load(text)
    except MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else "?"
        raise ContentError(f"{name}: line {line}: {problem.problem}") from problem
    except (YAMLError, ValueError) as problem:
        raise ContentError(f"{name}: {problem}") from problem


def check_model(model: type[M], values: Any, *, name: str) -> M:
    """Check values against a model; raise ContentError with every wrong key."""
    try:
        return model.model_validate(values)
    except ValidationError as problem:
        lines = (f"{name}: {_key(error['loc'])}: {error['msg']}" for error in problem.errors())
        raise ContentError("\n".join(lines)) from problem


def _key(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location) or "(whole file)"
