"""How much each word weighs in the order of what is found."""

from course.search.lookup import Lookup
from course.search.rules import weights
from course.search.words import in_text

EARLIER, LATER = 1 << 0, 1 << 1  # in the course, which decides among equals


def test_of_two_words_the_rare_one_decides_also_where_each_stands_once_in_the_text():
    lookup = Lookup((), {in_text("mantelzorg"): LATER, in_text("wijk"): EARLIER})
    assert lookup.ranking(weights({"mantelzorg": 2, "wijk": 90})) == [LATER, EARLIER]
