"""Pack files in one ZIP with a list of hashes that any computer can check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from assessment.decision_file.parts import Part

FORMAT = "wijkwijs.dossier/1"
IN_MEMORY = 8 * 1024 * 1024
MANIFEST, SUMS = "manifest.json", "codes.sha256"


def packed(parts: Iterable[Part], head: Mapping[str, Any]) -> IO[bytes]:
    """Write the parts, then what is in it; give the file, opened at its beginning."""
    target: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the answer sends and closes it
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        lines = [_add(archive, part) for part in parts]
        manifest = {"format": FORMAT, **head, "files": lines}
        text = json.dumps(manifest, ensure_ascii=False, indent=2, default=str).encode()
        archive.writestr(MANIFEST, text)
        there = [(line["sha256"], line["path"]) for line in lines if line["sha256"]]
        sums = [f"{sha256}  {path}" for sha256, path in [*there, (_hash(text), MANIFEST)]]
        archive.writestr(SUMS, "\n".join(sums) + "\n")
    target.seek(0)
    return target


def hash_of_file(file: IO[bytes]) -> str:
    """Hash a file (SHA-256, hex) and go back to its beginning."""
    digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    return digest


def _add(archive: ZipFile, part: Part) -> dict[str, Any]:
    """Write one part, and give its line of the manifest; what is gone keeps its line."""
    line: dict[str, Any] = {"path": part.path, "about": part.about, "sha256": None}
    content = part.read()
    if content is not None:
        archive.writestr(part.path, content)
        line |= {"sha256": _hash(content), "bytes": len(content)}
    if part.registered:
        line |= {"registered": part.registered, "fits": part.registered == line["sha256"]}
    return line


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
