"""How hard a Dutch text reads: Flesch-Douma, the length of sentences, and words that have a plainer sister.

Flesch-Douma is Douma's Dutch version (1960) of Flesch's reading ease:
206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence. Higher is easier:
above 60 an adult with B1 reads on without stopping. It knows nothing of what is said,
so it stands beside a list of long sentences and a list of words, not instead of a reader.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from content.plain import plain_text
from content.reading import parse_yaml, read_text

LONGEST = 22
WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
SENTENCE_END = re.compile(r"(?<=[.!?…:;])[’”')]*\s+")
# A vowel with a trema begins a syllable of its own.
VOWELS = re.compile(r"aai|ooi|oei|eeu|ieu|[aeiouyáàâéèêíìîóòôúùûäëïöü][aeiouyáàâéèêíìîóòôúùû]?")
PLAINER = Path(__file__).with_name("plainer_words.yaml")


@dataclass(frozen=True)
class Readability:
    """What was measured of one text; `words` and `syllables` are counts over all its sentences."""

    words: int
    syllables: int
    sentences: tuple[str, ...]
    formal: tuple[str, ...]

    @property
    def sentence_length(self) -> float:
        """The average number of words of a sentence; 0 of an empty text."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def ease(self) -> float:
        """The reading ease by Flesch-Douma: 100 is very easy, 0 very hard."""
        if not self.words:
            return 100.0
        return 206.84 - 77 * self.syllables / self.words - 0.93 * self.sentence_length

    @property
    def too_long(self) -> tuple[str, ...]:
        """The sentences with more words than a reader holds."""
        return tuple(each for each in self.sentences if len(words_of(each)) > LONGEST)


def measure(markdown: str) -> Readability:
    """Measure a text in Markdown, headings and lists included."""
    return measure_all([markdown])


def measure_all(texts: Iterable[str]) -> Readability:
    """Measure several texts as one."""
    sentences = tuple(each for text in texts for each in _sentences(text))
    words = [word for sentence in sentences for word in words_of(sentence)]
    return Readability(
        words=len(words),
        syllables=sum(map(syllables_of, words)),
        sentences=sentences,
        formal=tuple(formal_words(" ".join(sentences))),
    )


def words_of(sentence: str) -> list[str]:
    """Give the words of a sentence; numbers and signs are none."""
    return WORD.findall(sentence)


def syllables_of(word: str) -> int:
    """Count the syllables of a Dutch word by its groups of vowels; at least one."""
    return max(1, len(VOWELS.findall(word.lower().replace("ij", "y"))))


def formal_words(text: str) -> Iterator[str]:
    """Give each word of the text that has a plainer sister, as it stands there."""
    for pattern in _formal_patterns():
        yield from (found[0] for found in pattern.finditer(text))


def plainer_words() -> dict[str, str]:
    """Give the list of formal words, each with what to write instead."""
    found: dict[str, str] = parse_yaml(read_text(PLAINER), name=PLAINER.name)
    return found


@cache
def _formal_patterns() -> tuple[re.Pattern[str], ...]:
    """A star stands for the rest of a word; without one it is that word alone."""
    keys = (key.replace("*", r"\w*") for key in plainer_words())
    return tuple(re.compile(rf"\b{key}\b", re.IGNORECASE) for key in keys)


def _sentences(markdown: str) -> Iterator[str]:
    for paragraph in plain_text(markdown).splitlines():
        yield from (each for each in SENTENCE_END.split(paragraph) if words_of(each))
