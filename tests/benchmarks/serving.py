"""The two applications, as the server processes of the benchmark import them."""

import os

from tests.benchmarks.floor import make_floor
from web.start import begin

if os.environ.get("WIJKWIJS_BENCH") == "floor":
    app = make_floor(os.environ["WIJKWIJS_DATABASE_URL"])
else:
    app = begin()
