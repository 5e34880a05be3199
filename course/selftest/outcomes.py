"""What an answer to a question of a self-test can be."""

from __future__ import annotations

import enum


class Outcome(enum.StrEnum):
    """How an answer turned out. A dilemma is weighed, and a short answer is open until it was looked over."""

    RIGHT = "right"
    WRONG = "wrong"
    WEIGHED = "weighed"
    OPEN = "open"


# Only these say whether a question went well.
JUDGED = (Outcome.RIGHT, Outcome.WRONG)
