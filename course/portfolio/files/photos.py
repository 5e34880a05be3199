"""Photos: decoded within bounds and written anew, without anything but the picture. Pure."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from course.portfolio.files.errors import TooManyPixels, Unreadable

MOST_PIXELS = 50_000_000
MOST_SAMPLES = 150_000_000  # pixels times colours: what decoding may cost in bytes
LONGEST_SIDE = 4096
FORMATS = ("JPEG", "PNG", "WEBP")
KEPT_MODES = {"JPEG": ("L", "RGB"), "PNG": ("L", "RGB", "RGBA"), "WEBP": ("RGB", "RGBA")}
OPTIONS = {"JPEG": {"quality": 88}, "PNG": {}, "WEBP": {"quality": 85}}

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
READERS = (
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)  # registered by being imported; no others are needed


def clean_photo(content: bytes, form: str) -> bytes:
    """Write a photo anew: upright, at most 4096 points long, without place, maker or remarks."""
    try:
        return _written(content, form)
    except Image.DecompressionBombError as bomb:
        raise TooManyPixels() from bomb
    except (OSError, SyntaxError, ValueError, EOFError) as fault:
        raise Unreadable() from fault


def _written(content: bytes, form: str) -> bytes:
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        _refuse_when_huge(image)
        image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        image.load()
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(image)
        plain = _in_kept_mode(upright, form)
        plain.info = {}
        result = BytesIO()
        plain.save(result, form, **OPTIONS[form])
        return result.getvalue()


def _refuse_when_huge(image: Image.Image) -> None:
    """Look at the header only: nothing is decoded yet. A JPEG is decoded at a fraction of its size."""
    pixels = image.width * image.height
    samples = pixels * len(image.getbands())
    if pixels > MOST_PIXELS or (image.format not in {"JPEG", "MPO"} and samples > MOST_SAMPLES):
        raise TooManyPixels()


def _in_kept_mode(image: Image.Image, form: str) -> Image.Image:
    if image.mode in KEPT_MODES[form]:
        return image
    see_through = form != "JPEG" and (image.mode in {"LA", "PA", "RGBa"} or "transparency" in image.info)
    return image.convert("RGBA" if see_through else "RGB")
