"""A new password is long and not the first guess; how it is built up is free."""

import pytest

from accounts.login.password_rules import is_common, is_too_short


@pytest.mark.parametrize("password", ["", "kort", "negenteke", "é" * 9])
def test_short(password):
    assert is_too_short(password)


@pytest.mark.parametrize(
    "password",
    [
        "wachtwoord",
        "Wachtwoord1",
        "wachtwoord123!",
        "W@chtw00rd",
        "welkom2026!",
        "Welkom12345",
        "1234567890",
        "0123456789",
        "qwertyuiop",
        "aaaaaaaaaa",
        "abababababab",
        "password1234",
        "P@ssw0rd!!",
        "amsterdam2026",
        "abcdefghijkl",
        "december2026",
        "wijkwijs2026",
        "ik hou van jou",
        "letmeinletmein",
        "feyenoord1908",
    ],
)
def test_the_first_guesses_are_refused(password):
    assert is_common(password)


@pytest.mark.parametrize("password", ["ana.vos@school.nl", "Ana.Vos12345", "ana.vos2026!"])
def test_the_own_address_is_refused(password):
    assert is_common(password, "ana.vos@school.nl")


@pytest.mark.parametrize(
    "password",
    [
        "vier losse woorden hier",
        "fiets trein appel maan",
        "Tr0ub4dor&3xyz",
        "zondagmiddag op het balkon",
        "日本語のパスワードです",
    ],
)
def test_anything_else_goes(password):
    assert not is_too_short(password)
    assert not is_common(password, "ana.vos@school.nl")
