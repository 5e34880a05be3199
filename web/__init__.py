"""The house put together: create_app(), home pages, navigation, error pages, demo data.

What a room does itself does not belong here.
"""

from web.application import create_app

__all__ = ["create_app"]
