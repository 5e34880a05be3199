"""Who comes first. A set of documents is one whole number: bit n stands for the nth document. Pure.

So a question costs as much as there are documents divided by the bits of a machine word, however many
of them have the words, and both databases give one order: neither of them puts anything in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from foundation.web.paging import PAGE_SIZE, Page

Documents = int


def packed(numbers: Iterable[int]) -> bytes:
    """Write a set of documents as it is kept."""
    bits = bytearray()
    for number in numbers:
        bits.extend(bytes(max(0, number // 8 + 1 - len(bits))))
        bits[number // 8] |= 1 << number % 8
    return bytes(bits)


def unpacked(kept: bytes) -> Documents:
    """Read a set of documents."""
    return int.from_bytes(kept, "little")


def ranked(points: Iterable[tuple[Documents, int]]) -> list[Documents]:
    """Give the documents with as many points together, most points first; none are left out."""
    groups: dict[int, Documents] = {}
    for members, number in points:
        groups = _with(groups, members, number)
    return [groups[total] for total in sorted(groups, reverse=True)]


def _with(groups: dict[int, Documents], members: Documents, number: int) -> dict[int, Documents]:
    after: dict[int, Documents] = {}
    for total, group in groups.items():
        _put(after, total + number, group & members)
        _put(after, total, group & ~members)
        members &= ~group
    _put(after, number, members)
    return after


def _put(groups: dict[int, Documents], total: int, members: Documents) -> None:
    if members:
        groups[total] = groups.get(total, 0) | members


def page_of(ranking: Sequence[Documents], start: int | None, *, backwards: bool = False) -> Page[int]:
    """Give the page after the document `start`, or before it; the first page when it is not there."""
    at = _group_of(ranking, start)
    if start is None or at is None:
        found, more = _some(map(_upwards, ranking))
        return Page(found, has_previous=False, has_next=more)
    if backwards:
        above = [ranking[at] & ((1 << start) - 1), *reversed(ranking[:at])]
        found, more = _some(map(_downwards, above))
        return Page(found[::-1], has_previous=more, has_next=True)
    below = [ranking[at] >> start + 1 << start + 1, *ranking[at + 1 :]]
    found, more = _some(map(_upwards, below))
    return Page(found, has_previous=True, has_next=more)


def _group_of(ranking: Sequence[Documents], document: int | None) -> int | None:
    if document is None:
        return None
    return next((at for at, group in enumerate(ranking) if group >> document & 1), None)


def _some(groups: Iterable[Iterator[int]]) -> tuple[list[int], bool]:
    found = list(islice(chain.from_iterable(groups), PAGE_SIZE + 1))
    return found[:PAGE_SIZE], len(found) > PAGE_SIZE


def _upwards(group: Documents) -> Iterator[int]:
    while group:
        first = (group & -group).bit_length() - 1
        yield first
        group &= ~(1 << first)


def _downwards(group: Documents) -> Iterator[int]:
    while group:
        last = group.bit_length() - 1
        yield last
        group ^= 1 << last
