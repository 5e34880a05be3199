"""Wires the plugins that every test has at hand, and lets generated examples take the time they need."""

from hypothesis import HealthCheck, settings

pytest_plugins = (
    "tests.no_skips",
    "tests.servers.postgres",
    "tests.servers.browser",
    "tests.servers.mail",
    "tests.servers.app",
    "tests.applications",
)

# How fast a machine is says nothing about the product.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")
