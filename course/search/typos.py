"""Which word was meant, when what was typed stands nowhere. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

SHORTEST = 4
ALIKE = 0.2
LOOKED_AT = 40


class Vocabulary:
    """Words by their groups of three letters, so that words that look alike are found without reading all."""

    def __init__(self, words: Iterable[str]) -> None:
        self._of: dict[str, list[str]] = {}
        for word in sorted(each for each in words if len(each) >= SHORTEST):
            for group in trigrams(word):
                self._of.setdefault(group, []).append(word)

    def nearest(self, word: str) -> list[tuple[int, float, str]]:
        """Give the words that may be meant, the nearest first: how far, how unlike, which."""
        if len(word) < SHORTEST:
            return []
        near = [(_distance(word, each), -alike, each) for alike, each in self._alike(word)]
        return sorted(one for one in near if one[0] <= _forgiven(word))

    def _alike(self, word: str) -> Iterator[tuple[float, str]]:
        groups = trigrams(word)
        shared = Counter(each for group in groups for each in self._of.get(group, ()))
        for each, number in shared.most_common(LOOKED_AT):
            alike = number / (len(groups) + len(trigrams(each)) - number)
            if alike >= ALIKE:
                yield (1.0 if sorted(each) == sorted(word) else alike), each  # letters swapped: most alike


def meant(word: str, *vocabularies: Vocabulary, within: int = 2) -> str | None:
    """Give the word that was probably meant, or None; `within` so many slips of the finger."""
    near = sorted(each for vocabulary in vocabularies for each in vocabulary.nearest(word))
    return near[0][2] if near and near[0][0] <= within else None


def trigrams(word: str) -> set[str]:
    """Give the groups of three letters of a word, its two ends included."""
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _forgiven(word: str) -> int:
    """One slip of the finger in a short word, two in a longer one."""
    return 1 if len(word) <= 5 else 2


def _distance(one: str, other: str) -> int:
    """Count the letters to change, add, leave out or swap; the rest of a longer word counts as one."""
    if other.startswith(one) and len(one) > SHORTEST:
        return 1
    if abs(len(one) - len(other)) > 2:
        return 9
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for place, each in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != each))
            swapped = at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == each
            row.append(min(cost, older[place - 2] + 1) if swapped else cost)
    return row[-1]
