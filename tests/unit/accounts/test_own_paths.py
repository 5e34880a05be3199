"""After signing in the browser stays with us, whatever `next` says (P31)."""

import pytest

from foundation.web.redirects import our_own_path

HOSTILE = [
    "https://evil.test",
    "http://evil.test/",
    "//evil.test",
    "///evil.test",
    "////evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "\\/evil.test",
    "/\\/evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "/\r/evil.test",
    "\t//evil.test",
    " //evil.test",
    "\n//evil.test",
    "\x00//evil.test",
    "/\x00/evil.test",
    "https:evil.test",
    "https:/evil.test",
    "http:\\\\evil.test",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "blob:https://evil.test/x",
    "evil.test",
    "@evil.test",
    ".evil.test",
    "?next=//evil.test",
    "#//evil.test",
    "/\u2028/evil.test",
    "/／evil.test",
    "／／evil.test",
    "/。/evil.test",
    "/%\\evil.test",
    "/x\\..\\evil.test",
    "/x\r\nSet-Cookie: a=b",
    "/x y",
    "ftp://evil.test",
    "file:///etc/passwd",
    "//[::1]/",
    "//0x7f000001/",
    "/<script>",
    "",
    " ",
    "mailto:a@evil.test",
]
OURS = [
    "/",
    "/account",
    "/uren?week=2026-W47",
    "/school/cohorten/01a2-b3?sort=name&page=2",
    "/w1/bewerken?a=%2F%2Fevil.test",
    "/a//b",
    "/account?next=https://evil.test",
    "/@naam",
    "/tweede-stap;x=1",
]


@pytest.mark.parametrize("target", HOSTILE)
def test_hostile_targets_are_refused(target):
    assert our_own_path(target) is None


@pytest.mark.parametrize("target", OURS)
def test_our_own_pages_are_kept(target):
    assert our_own_path(target) == target


def test_nothing_is_nowhere():
    assert our_own_path(None) is None
