"""The first page after signing in, by role: what to do next and where one stands."""

from web.home.routes import home

__all__ = ["home"]
