"""From text to words to search for: folded, without what says nothing, stemmed. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

import snowballstemmer

OFTEN = 3
LONGEST = 40
WORD = re.compile(r"[^\W_]+")
# Words that stand in every text, so that finding them says nothing.
SAY_NOTHING = """
aan al als ben bent bij dan dat de der deze die dit doe door dus een en er erg ergens ga geen haar had
hadden heb hebben hebt heeft hem hen het hier hij hoe hun iets ik in is ja jawel je jij jou jouw jullie
kan kon kun kunnen kunt maar mag me mee meer men met mij mijn moet moeten mogen na naar nee niet nog nou
nu of om omdat ons onze ook op over te tegen toch toe toen tot u uit uw van veel voor waar wanneer want
waren was wat we wel welk welke werd wie wij wil wilde word worden wordt zal ze zelf zich zij zijn zo zou
"""

# The older of the two Dutch stemmers: the newer one takes "schulden" for another word than "schuld".
STEMMER = snowballstemmer.stemmer("dutch_porter")
NOTHING = frozenset(SAY_NOTHING.split())
IRREGULAR = {"kinder": "kind", "led": "lid", "sted": "stad"}


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Give every word of a text with where it begins and ends, folded."""
    for found in WORD.finditer(text):
        yield found.start(), found.end(), fold(found[0])


def fold(word: str) -> str:
    """Write a word without capitals and accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).casefold()


def says_something(word: str) -> bool:
    """Tell whether a folded word is worth searching for."""
    return len(word) > 1 and word not in NOTHING


def stem(word: str) -> str:
    """Cut a folded word back to its Dutch stem: "bewoners" and "bewoner" give the same."""
    return _stem(word[:LONGEST])


def stem_of(written: str) -> str:
    """Give the stem of a word as it was written."""
    return _stem_of(written[:LONGEST])


@lru_cache(maxsize=50_000)
def _stem_of(written: str) -> str:
    return stem(fold(written))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    cut: str = STEMMER.stemWord(word[:-1] if word.endswith("ies") else word)
    return IRREGULAR.get(cut, cut)


def stems(text: str) -> list[str]:
    """Give the stems of the words that say something, in order."""
    return [stem(word) for _start, _end, word in words_in(text) if says_something(word)]


def in_text(stem: str) -> str:
    """Write the token of a stem that stands in a document."""
    return f"w{_letters(stem)}"


def in_text_often(stem: str) -> str:
    """Write the token of a stem that a document is largely about."""
    return f"o{_letters(stem)}"


def in_title(stem: str) -> str:
    """Write the token of a stem in the title of a document."""
    return f"t{_letters(stem)}"


def tokens_of(*, title: str, text: str) -> list[str]:
    """Give all tokens of a document: small letters and digits, nothing else."""
    headed = stems(title)
    counted = Counter(headed + stems(text))
    tokens = [*map(in_text, counted), *map(in_title, dict.fromkeys(headed))]
    return tokens + [in_text_often(each) for each in counted if counted[each] >= OFTEN or each in headed]


def distinct_words(texts: Iterable[str]) -> set[str]:
    """Give every folded word of these texts that says something."""
    return {word for text in texts for _start, _end, word in words_in(text) if says_something(word)}


def _letters(stem: str) -> str:
    """A database may cut a token at what it takes for no letter; so other writing goes as its number."""
    return stem if stem.isascii() and stem.isalnum() else "x" + stem.encode().hex()[: 2 * LONGEST]
