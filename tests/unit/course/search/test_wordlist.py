"""A word that stands nowhere in the course leads to words that do."""

import pytest

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from course.search.documents import documents_of
from course.search.instead import instead_of
from course.search.typos import Vocabulary
from course.search.wordlist import Wordlist, also_said
from course.search.words import distinct_words, fold, stem

WORDS = Wordlist(
    distinct_words(
        [
            "buren ruzie jeugd jeugdwet werk polarisatie mantelzorg mantelzorger inleven rapport verslaving",
            "zelfmoord wijk schuldhulp schulden opvoeding ondersteuning gezondheid",
        ]
    )
)


def instead(word: str) -> tuple[list[str], bool]:
    found = instead_of(word, WORDS, Vocabulary([]))
    return (list(found.words), found.is_slip) if found else ([], False)


@pytest.mark.parametrize(
    ("typed", "words", "is_slip"),
    [
        ("burenruzie", ["buren", "ruzie"], False),
        ("opvoedondersteuning", ["opvoed", "ondersteuning"], False),
        ("polariseren", ["polarisatie"], False),
        ("suicide", ["zelfmoord"], False),
        ("neighbourhood", ["wijk"], False),
        ("schuldsanering", ["schulden", "schuldhulp"], False),
        ("verslaaft", ["verslaving"], True),
        ("gezondhyd", ["gezondheid"], True),
        ("statushouder", [], False),
        ("xqzwkjhv", [], False),
    ],
)
def test_a_word_that_stands_nowhere_leads_to_others(typed: str, words: list[str], is_slip: bool) -> None:
    assert instead(typed) == (words, is_slip)


def test_words_of_the_same_word_are_kin_and_words_that_begin_alike_are_not() -> None:
    assert WORDS.kin(stem("mantelzorg")) == [stem("mantelzorger")]
    assert WORDS.kin(stem("rapporteren")) == [stem("rapport")]
    assert WORDS.kin(stem("inleveren")) == []


def test_what_is_said_otherwise_leads_somewhere_in_the_course() -> None:
    course = load_catalogue((KEUZEDELEN,)).keuzedeel("d1-wijkgericht-werken")
    words = Wordlist(distinct_words(f"{each.title} {each.text}" for each in documents_of(course)))
    for said in also_said():
        assert fold(said) == said
        assert words.said_as(said), said
