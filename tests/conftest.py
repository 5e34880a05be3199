"""Wires the plugins that every test has at hand, and says how examples are generated."""

from hypothesis import HealthCheck, settings

pytest_plugins = (
    "tests.no_skips",
    "tests.servers.postgres",
    "tests.servers.browser",
    "tests.servers.mail",
    "tests.servers.app",
    "tests.applications",
)

# How fast a machine is says nothing about the product, and the same code gives the same answer twice.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
# Looking for new examples is done on purpose: `make test ARGS="tests/unit --hypothesis-profile=exploring"`.
settings.register_profile("exploring", settings.get_profile("house"), max_examples=1500, derandomize=False)
settings.load_profile("house")
