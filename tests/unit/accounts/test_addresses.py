"""One person, one account: addresses are compared in one form, and look-alikes stay strangers (P25)."""

import pytest

from accounts.people.rules import normal_email

SAME = [
    "ana.vos@voorbeeld.test",
    "Ana.Vos@Voorbeeld.test",
    "ANA.VOS@VOORBEELD.TEST",
    "  ana.vos@voorbeeld.test ",
    "\tana.vos@voorbeeld.test\n",
    "ana.vos@VOORBEELD.test",
    "ａｎａ.vos@voorbeeld.test",  # full-width letters
    "ana.vos＠voorbeeld.test",  # full-width at sign
    "ana.vos@ｖoorbeeld.test",
]
OTHERS = [
    "anа.vos@voorbeeld.test",  # a Cyrillic а
    "ana.vоs@voorbeeld.test",  # a Cyrillic о
    "anavos@voorbeeld.test",
    "ana.vos+x@voorbeeld.test",
    "ana.vos@voorbee1d.test",
    "ana.vos@vооrbeeld.test",
    "ána.vos@voorbeeld.test",
    "ana.voſs@voorbeeld.test",
    "ana.vos@voorbeeld.test.example.org",
]
NONE = [
    "",
    "ana",
    "ana@",
    "@voorbeeld.test",
    "ana vos@voorbeeld.test",
    "ana@voorbeeld",
    "a@b@c.test",
    "ana@voorbeeld.test\nBcc: x@y.test",
    "ana\x00@voorbeeld.test",
    "ana.@voorbeeld.test",
    "ana@-voorbeeld.test",
    f"{'a' * 400}@voorbeeld.test",
]


@pytest.mark.parametrize("spelling", SAME)
def test_these_are_one_address(spelling):
    assert normal_email(spelling) == "ana.vos@voorbeeld.test"


@pytest.mark.parametrize("other", OTHERS)
def test_these_belong_to_somebody_else(other):
    assert normal_email(other) != "ana.vos@voorbeeld.test"


@pytest.mark.parametrize("text", NONE)
def test_these_are_no_address(text):
    with pytest.raises(ValueError, match=r".+"):
        normal_email(text)


@pytest.mark.parametrize("text", [*SAME, *OTHERS])
def test_the_one_form_stays_as_it_is(text):
    assert normal_email(normal_email(text)) == normal_email(text)
