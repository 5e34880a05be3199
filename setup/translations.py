"""Compiles the translations, and collects new interface texts for the translator."""

from pathlib import Path

from setup.console import quietly, say
from setup.places import BIN, ROOMS, ROOT, TRANSLATIONS, VAR, in_environment

LANGUAGE = "en"
DOMAIN = "messages"
KEYWORDS = ("_l", "_n:1,2", "lazy_gettext", "lazy_ngettext:1,2", "lazy_pgettext:1c,2")
HEADER = ("--project=wijkwijs", "--version=0.1.0", "--copyright-holder=Wijkwijs", "--msgid-bugs-address=")
# What no text of the code asks for any more is dropped: git remembers it.
UPDATE = ("update", "--no-fuzzy-matching", "--ignore-pot-creation-date", "--ignore-obsolete")
QUIET_HEADER = (*HEADER, "--no-location", "--sort-output", "--width=100")


def ensure_translations() -> None:
    """Compile each catalogue that is newer than its compiled file."""
    stale = [
        source
        for source in TRANSLATIONS.glob("*/LC_MESSAGES/*.po")
        if not _fresh(source.with_suffix(".mo"), source)
    ]
    if not stale:
        return
    say("Compiling the translations")
    for source in stale:
        _babel("compile", "-i", source, "-o", source.with_suffix(".mo"), "-l", source.parts[-3])


def update_translations() -> None:
    """Collect every interface text of the code and the templates into the catalogue."""
    VAR.mkdir(exist_ok=True)
    template = VAR / f"{DOMAIN}.pot"
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    sources = [folder for folder in (*ROOMS, "templates") if (ROOT / folder).is_dir()]
    _babel("extract", "-F", "pyproject.toml", *keywords, *QUIET_HEADER, "-o", template, *sources)
    catalogue = TRANSLATIONS / LANGUAGE / "LC_MESSAGES" / f"{DOMAIN}.po"
    how = UPDATE if catalogue.exists() else ("init",)
    _babel(*how, "-i", template, "-d", TRANSLATIONS, "-l", LANGUAGE, "--width=100")
    ensure_translations()
    say(f"Collected the texts in {catalogue.relative_to(ROOT)}")


def _fresh(compiled: Path, source: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime


def _babel(*arguments: object) -> None:
    quietly(
        [BIN / "pybabel", "--quiet", *map(str, arguments)],
        env=in_environment(),
        failing="pybabel could not work on the translations.",
    )
