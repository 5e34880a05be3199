"""What is asked, and how much each word weighs. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course.search.words import in_text, in_text_often, in_title, says_something, stem, words_in

MOST_TERMS = 6
EACH_WORD = 10_000
TEXT, OFTEN, TITLE = 1, 2, 4
# Words of a question, not of what it is about: "een sociale kaart maken" asks for the sociale kaart.
SAY_LITTLE = """
doen doet gaan gaat gebruik gebruiken geef geeft geven goed goede hebben iemand kies kiezen kom komen komt
krijg krijgen krijgt leer leren maak maakt maken mens mensen stel stellen stelt uitleg vind vinden vindt
weet weten zet zetten zie zien ziet zoek zoeken zoekt betekenis betekent voorbeeld voorbeelden
"""
LITTLE = frozenset(SAY_LITTLE.split())


@dataclass(frozen=True)
class Term:
    """A word that is searched for: as it was typed, folded, and its stem."""

    word: str
    stem: str


def terms_of(asked: str) -> list[Term]:
    """Give the words to search for, each stem once; words that say little only when there are no others."""
    said = [word for _start, _end, word in words_in(asked) if says_something(word)]
    found: dict[str, Term] = {}
    for word in [each for each in said if each not in LITTLE] or said:
        found.setdefault(stem(word), Term(word, stem(word)))
    return list(found.values())[:MOST_TERMS]


def weights(counts: Mapping[str, int]) -> dict[str, int]:
    """Give how much each stem weighs: a word that stands in few documents says more."""
    most = max(counts.values(), default=0)
    return {stem: (most // max(1, number)).bit_length() for stem, number in counts.items()}


def points(weights: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Give what each token is worth: most of the asked words first, a rare word and a title above others."""
    for each, weight in weights.items():
        yield in_text(each), EACH_WORD + TEXT * weight
        yield in_text_often(each), OFTEN * weight
        yield in_title(each), TITLE * weight
