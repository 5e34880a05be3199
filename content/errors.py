"""Every reason this room says no."""

from content.fault_words import in_english
from content.faults import Fault


class ContentError(ValueError):
    """Authored material is wrong; each fault says where, and what."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(in_english(each) for each in faults))
        self.faults = faults

    def standing(self, *, file: str = "", line: int | None = None, at: str = "") -> "ContentError":
        """Give the same faults, with where they stand as far as they did not know that themselves."""
        return ContentError(*(each.standing(file=file, line=line, at=at) for each in self.faults))


class UnknownContent(LookupError):
    """There is no such keuzedeel, lesson or criterion."""
