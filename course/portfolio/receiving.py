"""Receiving files from a browser: each is checked; one refusal keeps all of them out."""

from __future__ import annotations

from collections.abc import Iterable

from flask import current_app
from werkzeug.datastructures import FileStorage

from course.portfolio.uploads import MEGABYTE, CleanPicture, FileRefused, Upload, check, check_picture
from foundation.settings import Settings


class Received:
    """What came in: clean files, or why some were refused (sentence for people, code for the log)."""

    def __init__(self, sent: Iterable[FileStorage]) -> None:
        settings: Settings = current_app.extensions["settings"]
        self.most_bytes = settings.quota_megabytes * MEGABYTE
        self.uploads: list[Upload] = []
        self.refused: list[tuple[str, str, str]] = []
        for file in sent:
            self._take(file, settings.upload_megabytes)

    def _take(self, file: FileStorage, most_megabytes: int) -> None:
        name = file.filename or ""
        try:
            content = file.stream.read(most_megabytes * MEGABYTE + 1)
            self.uploads.append(check(name, content, most_megabytes=most_megabytes))
        except FileRefused as refused:
            self.refused.append((name[-120:], refused.text, refused.code))


def receive_picture(file: FileStorage) -> CleanPicture:
    """Give the clean picture of a lesson that was sent, or raise FileRefused."""
    most: int = current_app.extensions["settings"].upload_megabytes
    content = file.stream.read(most * MEGABYTE + 1)
    return check_picture(file.filename or "", content, most_megabytes=most)
