"""The words of a course and what else they are called: from a word that stands nowhere to some that do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from content.reading import parse_yaml, read_text
from course.search.typos import Vocabulary
from course.search.words import says_something, stem

ALSO_SAID = Path(__file__).with_name("also_said.yaml")
SHORTEST_PART = 4  # of a compound: shorter words stand in others by chance
SHORTEST_BEGINNING = 6
MOST_KIN = 5
JOINTS = ("", "s", "en", "e", "n")
# Of doing something and of the thing itself: "observeren", "observatie", "observator".
ENDINGS = ("isatie", "iser", "atie", "ator", "eer", "ag", "er", "ist", "iteit", "ief", "iev", "isch")


class Wordlist:
    """Words by their stem: what looks alike, what comes of the same word, what is put together of them."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(words)
        self._written: dict[str, str] = {}
        self._of_root: dict[str, list[str]] = {}
        for word in self._words:
            self._written.setdefault(stem(word), word)
        for each in self._written:
            self._of_root.setdefault(_root(each), []).append(each)

    @cached_property
    def alike(self) -> Vocabulary:
        """Every word, to find the one that was meant; made when something is mistyped."""
        return Vocabulary({*self._words, *also_said()})

    def knows(self, word: str) -> bool:
        """Tell whether a word stands in the course, in any form."""
        return stem(word) in self._written

    def said_as(self, word: str) -> Sequence[str]:
        """Give how the course says what is called so elsewhere, as far as it has those words."""
        return [each for each in also_said().get(word, "").split() if self.knows(each)]

    def kin(self, stem: str) -> Sequence[str]:
        """Give the stems that come of the same word: that of "mantelzorger" for "mantelzorg"."""
        found = dict.fromkeys(
            [*self._of_root.get(_root(stem), ()), *self._shorter(stem), *self._longer(stem)]
        )
        return [each for each in found if each != stem][:MOST_KIN]

    def kin_words(self, word: str) -> Sequence[str]:
        """Give words that come of the same word, as they are written."""
        return [self._written[each] for each in self.kin(stem(word))]

    def parts(self, word: str) -> Sequence[str]:
        """Give the two words that a compound is put together of: "buren" and "ruzie" for "burenruzie"."""
        for at in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            first, rest = self._without_joint(word[:at]), word[at:]
            if first and self._stands_alone(rest):
                return [first, rest]
        return []

    def _shorter(self, stem: str) -> Iterator[str]:
        cut = (stem.removesuffix(ending) for ending in ENDINGS)
        return (each for each in cut if len(each) >= SHORTEST_BEGINNING and each in self._written)

    def _longer(self, stem: str) -> Iterator[str]:
        enough = len(stem) >= SHORTEST_BEGINNING
        return (each for each in self._written if enough and each.startswith(stem))

    def _without_joint(self, part: str) -> str:
        cut = (part.removesuffix(joint) for joint in JOINTS)
        return next((each for each in cut if self._stands_alone(each)), "")

    def _stands_alone(self, part: str) -> bool:
        return len(part) >= SHORTEST_PART and says_something(part) and self.knows(part)


@cache
def also_said() -> dict[str, str]:
    """Read what people say beside what the lessons say."""
    found: dict[str, str] = parse_yaml(read_text(ALSO_SAID), name=ALSO_SAID.name)
    return found


def _root(stem: str) -> str:
    """Cut an ending off; what is left is no word by itself, and so none of "inleven" and "inleveren"."""
    for ending in ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) > SHORTEST_PART:
            return f"{stem.removesuffix(ending)}-"
    return stem
