"""The names that pictures of a course file get at a school."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace

import pytest

from course.offering.file_pictures import names_here


def a_file(**pictures: bytes) -> SimpleNamespace:
    contents = {f"{stem.replace('_', '-')}.jpg": content for stem, content in pictures.items()}
    return SimpleNamespace(
        index=SimpleNamespace(pictures=[SimpleNamespace(name=name) for name in contents]), pictures=contents
    )


def there(src: str, content: bytes) -> SimpleNamespace:
    digest = hashlib.sha256(content).hexdigest()
    return SimpleNamespace(src=src, sha256=digest, came_as=digest)


@pytest.mark.parametrize(
    "file", [a_file(markt=b"one", markt_2=b"two"), a_file(markt_2=b"two", markt=b"one")], ids=["1-2", "2-1"]
)
def test_two_pictures_of_a_file_never_get_one_name(file: SimpleNamespace) -> None:
    names = names_here(file, [there("markt.jpg", b"of the school")])
    assert len(set(names.values())) == 2
    assert "markt.jpg" not in names.values()


def test_what_the_school_has_already_keeps_its_name_there() -> None:
    names = names_here(a_file(markt=b"one", plein=b"two"), [there("plein.jpg", b"one")])
    assert names == {"markt.jpg": "plein.jpg", "plein.jpg": "plein-2.jpg"}


def test_one_picture_under_two_names_is_one_picture_here() -> None:
    names = names_here(a_file(markt=b"one", plein=b"one"), [])
    assert names == {"markt.jpg": "markt.jpg", "plein.jpg": "markt.jpg"}
