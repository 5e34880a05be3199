"""Wires the plugins that every test has at hand."""

pytest_plugins = (
    "tests.no_skips",
    "tests.servers.postgres",
    "tests.servers.browser",
    "tests.servers.mail",
    "tests.servers.app",
    "tests.applications",
)
