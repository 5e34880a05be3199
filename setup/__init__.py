"""Prepares a checkout for running and testing, with nothing but the standard library.

What the product itself does at start does not belong here.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python reads this file first
    sys.exit("Wijkwijs needs Python 3.11 or newer. Choose another one with: make … PYTHON=/path/to/python3")
