"""Pages are light and stand still: what they cost over the wire, and no shift (CLS 0)."""

from __future__ import annotations

import pytest
from playwright.sync_api import CDPSession, expect

from tests.e2e.browsing import NARROW, WIDE, Person
from tests.e2e.people import a_town
from tests.e2e.places import Place

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("weight")]

FIRST, LATER, REQUESTS = 150_000, 20_000, 12
PAGES = (
    "/programma",
    "/werk",
    "/werk/wijkanalyse",
    "/uren",
    "/bewijs",
    "/bewijs/dekking",
    "/reacties",
    "/account",
)
LESSON = "/programma/lessen/meldcode"
WRITING = "/werk/wijkanalyse/eigen-rol"
SHIFTS = """window.__shift = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.__shift += entry.value;
}).observe({type: 'layout-shift', buffered: true});"""


UNTIL_KEPT = """async path => {
  while (!(await caches.match(path))) await new Promise(done => setTimeout(done, 50));
}"""
SAVES_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});"


class Wire:
    """Counts what really crosses the wire, by the browser's own tools."""

    def __init__(self, person: Person) -> None:
        self.bytes, self.requests, self.answers = 0, 0, {}
        self.session: CDPSession = person.context.new_cdp_session(person.page)
        self.session.send("Network.enable")
        self.session.on("Network.responseReceived", self._answered)
        self.session.on("Network.loadingFinished", self._finished)

    def reset(self) -> None:
        """Begin again."""
        self.bytes = self.requests = 0

    def _answered(self, event: dict) -> None:
        answer = event["response"]
        self.answers[event["requestId"]] = answer.get("fromDiskCache") or answer["url"].startswith("data:")

    def _finished(self, event: dict) -> None:
        if not self.answers.get(event["requestId"], False) and event["encodedDataLength"]:
            self.bytes += event["encodedDataLength"]
            self.requests += 1


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_the_home_of_a_student_is_light_and_later_pages_are_lighter(
    place: Place, size: dict[str, int]
) -> None:
    # The page alone: without the worker, and for who saves data, so that nothing is fetched ahead.
    student = a_town(place).student(careful=False, viewport=size, service_workers="block")
    student.context.add_init_script(SHIFTS + SAVES_DATA)
    wire = Wire(student)
    student.visit("/")
    student.page.wait_for_load_state("networkidle")
    assert 20_000 < wire.bytes <= FIRST, f"{wire.bytes} bytes in {wire.requests} requests"
    assert wire.requests <= REQUESTS, wire.requests
    stands_still(student)
    for path in PAGES:
        wire.reset()
        student.visit(path)
        student.page.wait_for_load_state("networkidle")
        assert 500 < wire.bytes <= LATER, f"{path}: {wire.bytes} bytes in {wire.requests} requests"
        stands_still(student)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_an_editor_that_comes_later_moves_nothing(place: Place, size: dict[str, int]) -> None:
    student = a_town(place).student(careful=False, viewport=size)
    student.context.add_init_script(SHIFTS)
    student.visit(WRITING)
    assert student.page.locator(".ww-editor").count() == 1
    stands_still(student)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
@pytest.mark.parametrize(
    ("slower", "bytes_a_second"), [(6, -1), (1, 100_000)], ids=["slow device", "slow connection"]
)
def test_a_first_visit_moves_nothing_however_slowly_it_comes(
    place: Place, size: dict[str, int], slower: int, bytes_a_second: int
) -> None:
    """A page is shown when all of it is there, and keeps the letters that it is shown with."""
    town = a_town(place)
    for path in ("/", LESSON, WRITING):
        # A browser of its own for each page: nothing is there yet.
        student = town.student(careful=False, viewport=size, service_workers="block")
        student.context.add_init_script(SHIFTS)
        wire = student.context.new_cdp_session(student.page)
        wire.send("Network.enable")
        wire.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        wire.send("Network.emulateNetworkConditions", connection(bytes_a_second))
        student.visit(path)
        student.page.wait_for_load_state("networkidle")
        stands_still(student)


def connection(bytes_a_second: int) -> dict:
    """Say it as the browser wants it; -1 is as fast as can be."""
    latency = 0 if bytes_a_second < 0 else 150
    return {
        "offline": False,
        "latency": latency,
        "downloadThroughput": bytes_a_second,
        "uploadThroughput": bytes_a_second,
    }


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_the_page_of_what_a_device_keeps_has_room_for_what_the_script_shows(
    place: Place, size: dict[str, int]
) -> None:
    student = a_town(place).student(careful=False, viewport=size)
    student.context.add_init_script(SHIFTS)
    student.visit(LESSON)
    student.page.evaluate(UNTIL_KEPT, LESSON)
    student.visit("/programma/offline")
    expect(student.page.get_by_role("button", name="Bewaar alle lessen")).to_be_visible()
    expect(student.page.locator(f"[data-path='{LESSON}'] [data-here]")).to_be_visible()
    stands_still(student)


def test_the_desk_stands_still(place: Place) -> None:
    assessor = a_town(place, handed_in=True).assessor(careful=False)
    assessor.context.add_init_script(SHIFTS)
    assessor.visit("/beoordelen")
    stands_still(assessor)
    assessor.press("Begin met beoordelen", exact=False)
    stands_still(assessor)


def stands_still(person: Person) -> None:
    """Nothing on this page moved by itself."""
    shift = person.page.evaluate(
        """() => new Promise(done =>
          requestAnimationFrame(() => requestAnimationFrame(() => done(window.__shift))))"""
    )
    assert shift == 0, f"{person.page.url} shifts by {shift}"
