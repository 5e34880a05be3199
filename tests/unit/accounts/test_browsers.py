"""A list of sessions names devices that people recognise."""

import pytest

from accounts.login.browsers import name_browser, parts_of

AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36": (
        "Chrome",
        "Windows",
    ),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0": (
        "Edge",
        "Windows",
    ),
    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0": ("Firefox", "Linux"),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1": (
        "Safari",
        "iPhone",
    ),
    "Mozilla/5.0 (Linux; Android 15; SM-S918B) SamsungBrowser/27 Chrome/125 Mobile Safari/537.36": (
        "Samsung Internet",
        "Android",
    ),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15": ("Safari", "Mac"),
    "Mozilla/5.0 (X11; CrOS x86_64 14541) AppleWebKit/537.36 Chrome/142.0 Safari/537.36": (
        "Chrome",
        "Chromebook",
    ),
    "curl/8.5": ("", ""),
    "": ("", ""),
}


@pytest.mark.parametrize("agent", AGENTS)
def test_names(agent):
    assert parts_of(name_browser(agent)) == AGENTS[agent]


@pytest.mark.parametrize("agent", ["x" * 5000, "Chrome" * 1000, "<script>alert(1)</script> Firefox"])
def test_nothing_else_of_what_a_browser_says_is_kept(agent):
    assert len(name_browser(agent)) <= 80
    assert "<" not in name_browser(agent)
