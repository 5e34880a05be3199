"""The registry of acts: a name for machines, a sentence for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from foundation.audit.telling import in_words

_registry: dict[str, Act] = {}


@dataclass(frozen=True)
class Act:
    """A kind of act. The sentence follows the name of the actor: "Henk Dijkstra ondertekende …".

    `names`: for a detail, what people call each of its codes.
    `is_confidential`: its reason tells of a judgement, so a page asks who reads before it shows the reason.
    """

    name: str
    sentence: Any
    is_confidential: bool = False
    names: Mapping[str, Mapping[Any, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.name in _registry:
            raise ValueError(f"The act {self.name} is declared twice.")
        _registry[self.name] = self

    def told(self, details: dict[str, Any]) -> str:
        """Give the sentence in the language of the reader, filled with the details of the entry."""
        return str(self.sentence) % _Forgiving(in_words(details, self.names))


def known_acts() -> dict[str, Act]:
    """Give every declared act by name."""
    return dict(_registry)


def sentence_of(name: str, details: dict[str, Any]) -> str:
    """Tell an entry in a sentence."""
    return _registry[name].told(details) if name in _registry else name


def is_confidential(name: str) -> bool:
    """Tell whether the reason of an entry is only for some; of an act that we no longer know, it is."""
    return name not in _registry or _registry[name].is_confidential


class _Forgiving(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"
