"""A photo or drawing that a school added to a lesson: known by its hash, its bytes kept elsewhere."""

from base64 import b64encode
from dataclasses import dataclass

from content.drawing import Drawing

TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


@dataclass(frozen=True)
class Picture:
    """A picture; `name` is what a lesson calls it, width and height are in points."""

    name: str
    title: str
    sha256: str
    width: int
    height: int

    @property
    def extension(self) -> str:
        """What its name ends with, and so what kind of file it is."""
        return self.name.rpartition(".")[2]

    @property
    def file(self) -> str:
        """The last part of its address."""
        return f"{self.sha256}.{self.extension}"

    def as_drawing(self, content: bytes) -> Drawing:
        """Put its bytes in a drawing, for a printer that takes text only."""
        data = f"data:{TYPES[self.extension]};base64,{b64encode(content).decode()}"
        size = f'width="{self.width}" height="{self.height}"'
        frame = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}">'
        drawn = f'{frame}<image {size} href="{data}"/></svg>'
        return Drawing(self.name, drawn.encode(), self.title, self.width, self.height)
