"""How hard a text reads."""

import pytest

from content.readability import measure, plainer_words, syllables_of


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("wijk", 1), ("buurt", 1), ("lezen", 2), ("mooie", 2), ("moeder", 2), ("gemeente", 3),
        ("bijeenkomst", 3), ("begeleider", 4), ("telefoonnummer", 5), ("cliënt", 2), ("ij", 1), ("tv", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_groups_of_vowels(word, count):
    assert syllables_of(word) == count


def test_a_plain_text_reads_easier_than_a_letter_of_an_office():
    plain = measure("Samira belt aan. Wim doet open. Hij zegt niets.")
    office = measure(
        "Naar aanleiding van uw aanvraag betreffende huishoudelijke ondersteuning dient u alsmede de "
        "aanvullende documentatie te verstrekken."
    )
    assert plain.ease > 90 > 30 > office.ease
    assert set(office.formal) == {"betreffende", "alsmede", "verstrekken"}


def test_markup_is_not_counted():
    assert measure("## Kop\n\n- **Wie** [belt](https://x.example)?\n").words == 3


def test_a_sentence_of_more_than_twenty_two_words_is_named():
    long = "Dit is " + "heel " * 20 + "lang."
    assert measure(f"Kort. {long}").too_long == (long,)


def test_every_line_of_a_list_is_a_sentence_of_its_own():
    assert len(measure("- een appel\n- een peer\n").sentences) == 2


def test_an_empty_text_has_no_length():
    empty = measure("")
    assert (empty.words, empty.sentence_length, empty.ease) == (0, 0.0, 100.0)


def test_each_formal_word_has_a_plainer_sister():
    assert all(formal and plain and formal != plain for formal, plain in plainer_words().items())
