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
    ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", (400, 700)),
    ("bricolage-grotesque", "Bricolage Grotesque", (600, 700)),
)
STYLES = {400: "Regular", 600: "SemiBold", 700: "Bold"}


def main(target: Path) -> None:
    """Write one TTF per family and weight into the target folder."""
    target.mkdir(parents=True, exist_ok=True)
    for slug, family, weights in FACES:
        for weight in weights:
            font = merged(slug, weight)
            rename(font, family, weight)
            font.save(target / f"{slug}-{weight}.ttf")


def merged(slug: str, weight: int) -> TTFont:
    with tempfile.TemporaryDirectory() as folder:
        parts = [plain(slug, subset, weight, Path(folder)) for subset in ("latin", "latin-ext")]
        return Merger().merge(parts)


def plain(slug: str, subset: str, weight: int, folder: Path) -> str:
    font = TTFont(PACKAGES / slug / "files" / f"{slug}-{subset}-{weight}-normal.woff2")
    font.flavor = None
    path = folder / f"{subset}.ttf"
    font.save(path)
    return str(path)


def rename(font: TTFont, family: str, weight: int) -> None:
    style = STYLES[weight]
    names = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    texts = {1: family, 2: style, 4: f"{family} {style}", 6: postscript, 16: family, 17: style}
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    main(Path(sys.argv[1]))
