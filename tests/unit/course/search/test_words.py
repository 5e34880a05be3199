import pytest

from course.search.rules import terms_of, weights
from course.search.snippets import marks, snippet, spots
from course.search.typos import Vocabulary, meant
from course.search.words import distinct_words, in_text, stem, stems, tokens_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bewoners", "bewoner"),
        ("gesprekken", "gesprek"),
        ("schulden", "schuld"),
        ("eenzame", "eenzaamheid"),
        ("kinderen", "kind"),
        ("organisaties", "organisatie"),
        ("vrijwilligers", "vrijwilliger"),
        ("problemen", "probleem"),
    ],
)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_words_that_are_not_the_same_keep_their_own_stem():
    assert len({stem(word) for word in ("wijk", "wijkteam", "buurt", "buur", "arm", "armoede")}) == 6


def test_accents_and_capitals_make_no_difference():
    assert stems("Crisis in de CAFÉS") == stems("crisis cafes")


def test_tokens_are_small_letters_and_digits_whatever_was_written():
    written = 'و المنزل 日本語 🙂 O\'Brien "AND" NEAR(x) ½ ß a\x00b -wijk* :col'
    tokens = tokens_of(title=written, text=written)
    assert all(token.isascii() and token.isalnum() and token == token.lower() for token in tokens)
    assert max(map(len, tokens)) < 100
    assert in_text(stem("المنزل")) in tokens


def test_a_question_is_its_words_without_what_says_nothing():
    assert [term.word for term in terms_of("Hoe praat ik met een boze bewoner over bewoners?")] == [
        "praat",
        "boze",
        "bewoner",
    ]
    assert terms_of("de het een *&^ '") == []
    assert len(terms_of(" ".join(f"woord{number}" for number in range(100)))) == 6


def test_a_rare_word_weighs_more():
    found = weights({"wijk": 400, "dakloz": 3})
    assert found["dakloz"] > found["wijk"] > 0


VOCABULARY = Vocabulary(
    distinct_words(["eenzaamheid bewoners meldcode mantelzorger sociale kaart huis huur"])
)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("eenzamheid", "eenzaamheid"),
        ("bewnoers", "bewoners"),
        ("meldkode", "meldcode"),
        ("mantel", "mantelzorger"),
        ("huos", "huis"),
    ],
)
def test_a_slip_or_two_is_forgiven(typed, word):
    assert meant(typed, VOCABULARY) == word


@pytest.mark.parametrize("typed", ["xqzwkjhv", "hu", "", "kaas", "bewnoertjes"])
def test_another_word_is_no_typo(typed):
    assert meant(typed, VOCABULARY) is None


def test_a_whole_short_word_is_not_the_beginning_of_a_long_one():
    assert meant("buur", Vocabulary(["buurtwerker"])) is None
    assert meant("buurt", Vocabulary(["buurtwerker"])) == "buurtwerker"


TEXT = (
    "Samira loopt door de straat. Het regent al de hele dag en niemand is buiten.\n"
    "In de hal staat een bewoner met een emmer. De bewoners van de flat kennen hem. "
    "Daarna gaat zij naar het wijkteam, waar Karim op haar wacht met koffie en een verhaal over vroeger."
)


def test_a_snippet_shows_the_sentence_and_marks_the_words():
    pieces = snippet(TEXT, spots(TEXT, {stem("bewoners")}))
    assert [piece.text for piece in pieces if piece.hit] == ["bewoner", "bewoners"]
    assert "".join(piece.text for piece in pieces).startswith("In de hal staat een bewoner")
    assert len("".join(piece.text for piece in pieces)) < 300


def test_a_snippet_looks_for_the_place_with_most_different_words():
    text = "Het wijkteam. " + "Iets anders hier. " * 40 + "Een bewoner belt het wijkteam."
    found = spots(text, {stem("bewoner"), stem("wijkteam")})
    shown = "".join(piece.text for piece in snippet(text, found))
    assert "Een bewoner belt het wijkteam." in shown
    assert shown.startswith("…") is False


@pytest.mark.parametrize("text", ["", "kort", "w" * 5_000, "bewoner " * 2_000, "x " * 500 + "bewoner"])
def test_a_snippet_of_any_text_is_short(text):
    assert len("".join(piece.text for piece in snippet(text, spots(text, {stem("bewoner")})))) < 320


def test_marks_tell_a_word_from_the_same_word_elsewhere():
    assert marks(TEXT, spots(TEXT, {stem("bewoner")})) == (
        ("hal staat een", "bewoner"),
        ("een emmer. De", "bewoners"),
    )


def test_a_snippet_does_not_begin_with_the_end_of_the_sentence_before():
    text = "Wie is hier " + "vaak " * 30 + "alleen.’ Gebruik het woord eenzaam niet. Doe dat altijd."
    shown = "".join(piece.text for piece in snippet(text, spots(text, {stem("eenzaam")})))
    assert shown.startswith("Gebruik het woord eenzaam niet.")


def test_letters_that_changed_places_are_meant_before_a_letter_too_many():
    assert meant("karat", Vocabulary(["krat", "kaart"])) == "kaart"
