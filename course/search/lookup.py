"""Where the asked words stand, and in which order what has them comes. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from course.search.kinds import Kind
from course.search.ranking import Documents, ranked
from course.search.rules import points
from course.search.words import in_text


@dataclass(frozen=True)
class Lookup:
    """Per token the documents that have it: the own texts that were found first, then the whole course."""

    own: Sequence[UUID]
    standing: Mapping[str, Documents]

    def number(self, stem: str) -> int:
        """Count the documents in which a stem stands."""
        return self.standing.get(in_text(stem), 0).bit_count()

    def ranking(self, weights: Mapping[str, int]) -> list[Documents]:
        """Give what has one of these stems, the best first; among equals own texts, then as in the course."""
        return ranked((self.standing.get(token, 0), worth) for token, worth in points(weights))

    def of_kind(self, ranking: Sequence[Documents], kind: Kind) -> list[Documents]:
        """Give only what is of this kind."""
        those = self.standing.get(kind.token, 0)
        return [group & those for group in ranking]

    def numbers(self, ranking: Sequence[Documents]) -> dict[Kind, int]:
        """Count what is found, per kind."""
        counted = {kind: sum(map(int.bit_count, self.of_kind(ranking, kind))) for kind in Kind}
        return {kind: number for kind, number in counted.items() if number}
