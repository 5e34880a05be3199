"""The catalogue: every keuzedeel there is, loaded once, checked and immutable."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from content.errors import ContentError
from content.faults import InCourse, fault
from content.finding import first
from content.fingerprint import fingerprint
from content.folder import read_keuzedeel
from content.keuzedeel import Keuzedeel


@dataclass(frozen=True, eq=False)
class Catalogue:
    keuzedelen: tuple[Keuzedeel, ...]

    @cached_property
    def version(self) -> str:
        """The hash of all keuzedelen together."""
        return fingerprint({each.slug: each.version for each in self.keuzedelen})

    def keuzedeel(self, slug: str) -> Keuzedeel:
        """Find the keuzedeel with this slug."""
        return first((each for each in self.keuzedelen if each.slug == slug), slug)


def load_catalogue(folders: Iterable[Path]) -> Catalogue:
    """Load every keuzedeel in these folders; raise ContentError naming what is wrong, and where."""
    keuzedelen = tuple(read_keuzedeel(path) for folder in folders for path in _inside(folder))
    counted = Counter(each.slug for each in keuzedelen)
    if twice := [slug for slug, number in counted.items() if number > 1]:
        raise ContentError(fault(InCourse.KEUZEDEEL_TWICE, file=twice[0]))
    return Catalogue(keuzedelen)


def _inside(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ContentError(fault(InCourse.NO_FOLDER, file=str(folder)))
    return sorted(path.parent for path in folder.glob("*/qualification.yaml"))
