"""What a password must be: long, and not one that everybody tries first. Pure."""

from __future__ import annotations

LEAST, MOST = 10, 500

# The guesses of ten characters and more that an attacker tries first, without digits and signs at the ends.
COMMON = frozenset(
    """
    password passwort wachtwoord geheim welkom welcome letmein qwertyuiop qwertyui asdfghjkl zxcvbnm qwerty
    qwertyuiopasdfghjkl azertyuiop iloveyou ikhouvanjou superman batman football voetbal feyenoord amsterdam
    rotterdam utrecht nederland holland student studente docent school schoolschool wijkwijs welkomwelkom
    wijkgericht administrator administratie beheerder changeme default testtest test testing dragon monkey
    princess sunshine trustno michael jennifer charlie abcdefghij abcdefghijk abcdef computer internet
    hoihoihoi hallohallo hallo goedemorgen zomer winter herfst lente januari februari maart april juni juli
    augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    mynameis passwordpassword wachtwoordwachtwoord geheimgeheim letmeinletmein starwars pokemon liverpool
    """.split()  # noqa: SIM905 - a list to read and add to
)
ROWS = (
    "01234567890123456789",
    "09876543210987654321",
    "qwertyuiopasdfghjklzxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
)
LOOKS_LIKE = str.maketrans("@013457$!", "aoleastsi")


def is_too_short(password: str) -> bool:
    """Tell whether there are too few characters."""
    return len(password) < LEAST


def is_common(password: str, *known: str) -> bool:
    """Tell whether everybody would try this first; `known`: words an attacker has, such as the address."""
    plain = "".join(password.casefold().split())
    if len(set(plain)) < 4 or any(plain in row for row in ROWS):
        return True
    core = plain.strip("0123456789!@#$%^&*?.-_+=")
    if core in COMMON or core.translate(LOOKS_LIKE) in COMMON or plain.translate(LOOKS_LIKE) in COMMON:
        return True
    return any(plain == word or core == word for word in _words(known))


def _words(known: tuple[str, ...]) -> set[str]:
    words = {word.casefold() for word in known}
    return words | {word.partition("@")[0] for word in words}
