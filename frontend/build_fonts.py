"""Make the TTF files that PDFs embed, from the static web font packages.

Variable fonts lose their weights in a PDF, so each weight is a file of its own. The
packages cut a typeface in latin and latin-ext; here they become one again, so that
every name prints in one face.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

PACKAGES = Path(__file__).parent.parent / "node_modules" / "@fontsource"
FACES = (
    ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", (400, 700), "normal"),
    ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", (400,), "italic"),
    ("bricolage-grotesque", "Bricolage Grotesque", (600, 700), "normal"),
)
STYLES = {400: "Regular", 600: "SemiBold", 700: "Bold"}


def main(target: Path) -> None:
    """Write one TTF per family and weight into the target folder."""
    target.mkdir(parents=True, exist_ok=True)
    for slug, family, weights, slant in FACES:
        for weight in weights:
            font = merged(slug, weight, slant)
            rename(font, family, STYLES[weight] if slant == "normal" else slant.title())
            font["OS/2"].usWeightClass = weight
            font.save(target / f"{slug}-{weight}{'' if slant == 'normal' else '-' + slant}.ttf")


def merged(slug: str, weight: int, slant: str) -> TTFont:
    with tempfile.TemporaryDirectory() as folder:
        parts = [
            plain(f"{slug}-{subset}-{weight}-{slant}", slug, Path(folder))
            for subset in ("latin", "latin-ext")
        ]
        return Merger().merge(parts)


def plain(name: str, slug: str, folder: Path) -> str:
    font = TTFont(PACKAGES / slug / "files" / f"{name}.woff2")
    font.flavor = None
    path = folder / f"{name}.ttf"
    font.save(path)
    return str(path)


def rename(font: TTFont, family: str, style: str) -> None:
    names = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    texts = {1: family, 2: style, 4: f"{family} {style}", 6: postscript, 16: family, 17: style}
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
