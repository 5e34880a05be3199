"""What a decision rests on, as files: each text exactly as it was hashed when it was written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from assessment.certificates.models import Certificate
from assessment.certificates.rules import public_content
from assessment.decision_file.paths import PARTS, file_path, rules_path, work_folder
from assessment.determination.decision import decision_text
from assessment.determination.dossier import Dossier
from assessment.determination.evidence import Judgement, Work
from assessment.determination.models import Decision
from assessment.determination.trail import Step
from assessment.submissions import rubrics
from assessment.submissions.rules import files_in
from foundation.audit.chain import canonical
from foundation.storage.actions import give


@dataclass(frozen=True)
class Part:
    """One file: `content`, or what is kept under a hash and read when it is needed.

    `registered`: the hash that was written down of it then, if one was.
    """

    path: str
    about: str = ""
    content: bytes | None = None
    registered: str = ""

    def read(self) -> bytes | None:
        """Give the bytes; None when a kept file is gone."""
        if self.content is not None:
            return self.content
        try:
            return give(self.registered)
        except FileNotFoundError:
            return None


def parts_of(
    dossier: Dossier, decision: Decision, certificates: Sequence[Certificate], trail: Sequence[Step]
) -> Iterator[Part]:
    """Give the files behind a decision, one at a time."""
    yield Part(f"{PARTS}/besluit.json", _("Het besluit"), decision_text(decision).encode(), decision.sha256)
    for version in sorted({work.rubric for work in dossier.works}):
        rules = canonical(rubrics.body_of(version)).encode()
        yield Part(rules_path(version), _("Keuzedeel, examenplan en vragen van het werk"), rules, version)
    for work in dossier.works:
        yield from _of_work(work)
    if certificates:
        yield _listed("certificaten", _("De certificaten"), [_certificate(each) for each in certificates])
    yield _listed("logboek", _("Wat er gebeurde"), [_step(each) for each in trail])


def _of_work(work: Work) -> Iterator[Part]:
    folder, label = work_folder(work), work.instrument.work_process(work.work_process).label
    if work.snapshot:
        about = _("%(code)s zoals het is ingeleverd", code=label)
        yield Part(f"{folder}/ingeleverd.json", about, work.snapshot.body.encode(), work.snapshot.sha256)
    for judgement in work.judgements:
        yield from _of_judgement(folder, label, judgement)
    rows = canonical(work.rows).encode()
    yield Part(f"{folder}/samen.json", _("%(code)s: wat samen vaststaat", code=label), rows)
    for sha256, each in files_in(work.content["work"]).items():
        about = _("%(code)s: bestand van de student", code=label)
        yield Part(file_path(work, each), about, registered=sha256)


def _of_judgement(folder: str, label: str, judgement: Judgement) -> Iterator[Part]:
    if judgement.signature:
        seat = judgement.assessment.seat
        about = _("%(code)s: getekend door beoordelaar %(seat)s", code=label, seat=seat)
        path, signature = f"{folder}/beoordelaar-{seat}.json", judgement.signature
        yield Part(path, about, signature.body.encode(), signature.sha256)


def _listed(name: str, about: str, rows: list[dict[str, Any]]) -> Part:
    text = json.dumps(rows, ensure_ascii=False, indent=2, default=str)
    return Part(f"{PARTS}/{name}.json", about, text.encode())


def _certificate(row: Certificate) -> dict[str, Any]:
    """Give what anyone may read, and the hashes of the whole: who holds the paper can compare it."""
    return {
        "number": row.number,
        "state": row.state.value,
        "issued_at": row.issued_at.isoformat(),
        "revoked_at": row.revoked_at.isoformat() if row.revoked_at else None,
        "decision": row.content["decision"],
        "content": public_content(row.content),
        "sha256_of_content": row.sha256,
        "sha256_of_pdf": row.pdf_sha256,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "at": step.at.isoformat(),
        "who": step.who,
        "about": step.about,
        "what": step.sentence,
        "why": step.reason,
        "entry": step.sequence,
        "hash": step.sha256,
    }
