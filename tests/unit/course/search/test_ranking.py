"""Sets of documents as whole numbers give the order that sorting all of them would give."""

import random

import pytest

from course.search.ranking import packed, page_of, ranked, unpacked
from foundation.web.paging import PAGE_SIZE

DOCUMENTS = 400


def a_set(seed, share):
    dice = random.Random(seed)
    return [number for number in range(DOCUMENTS) if dice.random() < share]


def asked(words):
    """Each word stands in many documents, often in fewer, and in few titles."""
    return [
        (set(a_set(10 * word + part, share)), worth * (word + 1) + (10_000 if part == 0 else 0))
        for word in range(words)
        for part, (share, worth) in enumerate([(0.5, 1), (0.1, 2), (0.02, 4)])
    ]


def in_order(points):
    total = {each: sum(worth for those, worth in points if each in those) for each in range(DOCUMENTS)}
    return sorted((each for each in total if total[each]), key=lambda each: (-total[each], each))


def as_numbers(points):
    return [(unpacked(packed(sorted(those))), worth) for those, worth in points]


@pytest.mark.parametrize("members", [[], [0], [7], [8], [0, 9, 63, 64, 1000], a_set(1, 0.5)])
def test_a_set_is_kept_as_it_is(members):
    found = unpacked(packed(members))
    assert [number for number in range(2000) if found >> number & 1] == members


@pytest.mark.parametrize("words", [1, 2, 3, 6])
def test_pages_follow_each_other_in_the_order_of_the_points(words):
    expected = in_order(asked(words))
    ranking = ranked(as_numbers(asked(words)))
    page = page_of(ranking, None)
    assert not page.has_previous
    forwards = [page.rows]
    while page.has_next:
        page = page_of(ranking, page.rows[-1])
        assert page.has_previous
        forwards.append(page.rows)
    assert [each for rows in forwards for each in rows] == expected
    for rows in reversed(forwards[:-1]):
        page = page_of(ranking, page.rows[0], backwards=True)
        assert page.rows == rows
        assert page.has_next
    assert not page.has_previous


def test_a_page_after_something_that_is_not_there_is_the_first_one():
    ranking = ranked(as_numbers(asked(1)))
    nowhere = next(each for each in range(DOCUMENTS) if each not in in_order(asked(1)))
    assert page_of(ranking, nowhere) == page_of(ranking, None)
    assert page_of([], 3).rows == []
    assert len(page_of(ranking, None).rows) == PAGE_SIZE
