"""The files in the portfolios, made here: a page of text as PDF, a drawing of a place as JPG."""

from __future__ import annotations

import json
import zlib
from io import BytesIO

import typst
from PIL import Image, ImageDraw, ImageFont

from course.portfolio.uploads import Upload, check
from web.demo.data import EvidenceData

SIZE = (1200, 800)
PAPER, WATER, GREEN, BRICK, INK, ROAD = "#f6f1e7", "#9fc3cf", "#a9c29a", "#c9825b", "#2c2a26", "#ded5c4"
MOST_MEGABYTES = 5


def upload_of(evidence: EvidenceData, words: dict[str, str]) -> Upload:
    """Make the file of a piece of evidence, checked and cleaned like every upload."""
    lines = [line.format_map(words) for line in evidence.regels]
    content = _page(evidence.kop, lines) if evidence.soort == "blad" else _drawing(evidence.kop)
    return check(evidence.naam, content, most_megabytes=MOST_MEGABYTES)


def _page(title: str, lines: list[str]) -> bytes:
    items = "\n".join(f"#list.item({json.dumps(line, ensure_ascii=False)})" for line in lines)
    heading = f"#heading({json.dumps(title, ensure_ascii=False)})"
    source = f'#set page(paper: "a5", flipped: true)\n#set text(lang: "nl", size: 14pt)\n{heading}\n{items}'
    return bytes(typst.compile(source.encode()))


def _drawing(title: str) -> bytes:
    """Draw a simple map; the name decides how it lies, so that each wijk has its own."""
    seed = zlib.crc32(title.encode())
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    _water_and_roads(pen, seed)
    for number in range(18):
        _house(pen, seed, number)
    pen.rectangle((40, 40, 80 + 19 * len(title), 104), fill=PAPER, outline=INK, width=3)
    pen.text((60, 52), title, fill=INK, font=ImageFont.load_default(36))
    result = BytesIO()
    image.save(result, "JPEG", quality=80)
    return result.getvalue()


def _water_and_roads(pen: ImageDraw.ImageDraw, seed: int) -> None:
    width, height = SIZE
    shore = 90 + seed % 80
    pen.rectangle((0, height - shore, width, height), fill=WATER)
    pen.ellipse((700 + seed % 200, 150, 1000 + seed % 200, 330), fill=GREEN)
    for y in (260, 470):
        pen.rectangle((0, y, width, y + 44), fill=ROAD)
    pen.rectangle((300 + seed % 300, 0, 350 + seed % 300, height - shore), fill=ROAD)


def _house(pen: ImageDraw.ImageDraw, seed: int, number: int) -> None:
    left, top = 60 + number % 9 * 126, 330 if number < 9 else 530
    wide = 60 + (seed >> number) % 40
    pen.rectangle((left, top, left + wide, top + 90), fill=BRICK, outline=INK, width=3)
    pen.polygon([(left, top), (left + wide / 2, top - 36), (left + wide, top)], outline=INK, width=3)
