"""The outbox of the demo makes links clickable, whatever port the demo listens on."""

from web.outbox import parts_of

HOST = "http://127.0.0.1:8000"


def test_our_own_links_lose_the_host():
    parts = parts_of(f"Hoi,\n{HOST}/uitnodiging/abc\n\nGroet", HOST)
    assert [part.url for part in parts] == [None, "/uitnodiging/abc", None]
    assert "".join(part.text for part in parts) == f"Hoi,\n{HOST}/uitnodiging/abc\n\nGroet"


def test_a_full_stop_is_no_part_of_a_link():
    assert parts_of(f"Kijk op {HOST}/x.", HOST)[1].url == "/x"


def test_other_links_stay_whole():
    assert parts_of("https://example.org/a", HOST)[1].url == "https://example.org/a"
