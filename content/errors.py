"""Every reason this room says no."""


class ContentError(ValueError):
    """Authored material is wrong; the message names the file and the key."""


class UnknownContent(LookupError):
    """There is no such keuzedeel, lesson or criterion."""
