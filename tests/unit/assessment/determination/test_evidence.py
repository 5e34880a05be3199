"""Work is intact only when what was frozen, what was judged and what was signed are one and the same."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from assessment.determination.evidence import Judgement, Work
from assessment.scoring.workflow import AssessmentState
from assessment.submissions.snapshots import hash_of


def signed(snapshot: str, *, text: str = "getekend", sha256: str = "") -> Judgement:
    assessment = SimpleNamespace(seat=1, state=AssessmentState.SIGNED, snapshot_id=snapshot)
    return Judgement(assessment, SimpleNamespace(body=text, sha256=sha256 or hash_of(text)))


def work(*judgements: Judgement, body: str = "werk") -> Work:
    snapshot = SimpleNamespace(id="frozen", body=body, sha256=hash_of("werk"))
    return Work(SimpleNamespace(), None, judgements, snapshot, has_texts=True)


@pytest.mark.parametrize(
    ("found", "intact"),
    [
        (work(signed("frozen"), signed("frozen")), True),
        (work(signed("frozen"), body="ander werk"), False),
        (work(signed("frozen"), signed("older")), False),
        (work(signed("frozen"), signed("frozen", sha256=hash_of("iets anders"))), False),
    ],
    ids=["as it was", "other work", "judged on an older version", "another text than was signed"],
)
def test_work_is_intact_when_every_hash_fits(found: Work, intact: bool) -> None:
    assert found._is_intact() is intact
