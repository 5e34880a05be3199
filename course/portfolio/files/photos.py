"""Photos: decoded within bounds and written anew, without anything but the picture. Pure."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from course.portfolio.files.errors import TooManyPixels, Unreadable

# What fits in 200 MB while it is decoded: a JPEG is decoded at a fraction of its size, the others in full.
MOST_PIXELS = {"JPEG": 50_000_000, "MPO": 50_000_000, "PNG": 14_000_000, "WEBP": 12_000_000}
MOST_PIXELS_IN_LAYERS = 24_000_000  # a progressive JPEG is held whole before it is decoded
LONGEST_SIDE = 3000
LESSON_SIDE = 1600  # what a lesson needs on the widest page; a phone pays for the rest
DECODED_SIDE = 2000  # a JPEG is decoded at half, a quarter or an eighth, never below this
FORMATS = ("JPEG", "PNG", "WEBP")
KEPT_MODES = {"JPEG": ("L", "RGB"), "PNG": ("L", "RGB", "RGBA"), "WEBP": ("RGB", "RGBA")}
OPTIONS = {"JPEG": {"quality": 88}, "PNG": {}, "WEBP": {"quality": 85}}

Image.MAX_IMAGE_PIXELS = max(MOST_PIXELS.values())
READERS = (
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)  # registered by being imported; no others are needed


def clean_photo(content: bytes, form: str, *, longest: int = LONGEST_SIDE) -> bytes:
    """Write a photo anew: upright, at most so many points long, without place, maker or remarks."""
    try:
        return _written(content, form, longest)
    except Image.DecompressionBombError as bomb:
        raise TooManyPixels() from bomb
    except (OSError, SyntaxError, ValueError, EOFError) as fault:
        raise Unreadable() from fault


def size_of(content: bytes) -> tuple[int, int]:
    """Give width and height of a photo that was cleaned."""
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        return image.size


def _written(content: bytes, form: str, longest: int) -> bytes:
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        _refuse_when_huge(image)
        image.draft("RGB", (DECODED_SIDE, DECODED_SIDE))
        image.load()
        image.thumbnail((longest, longest), reducing_gap=1.0)
        upright = ImageOps.exif_transpose(image)
        plain = _in_kept_mode(upright, form)
        plain.info = {}
        result = BytesIO()
        plain.save(result, form, **OPTIONS[form])
        return result.getvalue()


def _refuse_when_huge(image: Image.Image) -> None:
    """Look at the header only: nothing is decoded yet."""
    most = MOST_PIXELS[image.format or ""]
    if image.info.get("progressive"):
        most = MOST_PIXELS_IN_LAYERS
    if image.width * image.height > most:
        raise TooManyPixels()


def _in_kept_mode(image: Image.Image, form: str) -> Image.Image:
    if image.mode in KEPT_MODES[form]:
        return image
    see_through = form != "JPEG" and (image.mode in {"LA", "PA", "RGBa"} or "transparency" in image.info)
    return image.convert("RGBA" if see_through else "RGB")
