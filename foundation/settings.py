"""Settings from the environment, read once and frozen; unsafe ones are refused."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT_KEY = "wijkwijs-development-key-never-for-production"


class Mode(StrEnum):
    """How the product runs. The demo listens on the loopback address only."""

    PRODUCTION = "production"
    DEVELOPMENT = "development"
    DEMO = "demo"
    TEST = "test"


class UnsafeSettings(RuntimeError):
    """The settings would make an unsafe server; the message says which and how to mend it."""


@dataclass(frozen=True)
class Settings:
    """Everything that differs per place where the product runs."""

    mode: Mode = Mode.PRODUCTION
    secret_key: str = DEVELOPMENT_KEY
    database_url: str = ""
    data_dir: Path = ROOT / "var"
    storage_url: str = ""
    public_url: str = "http://127.0.0.1:8000"
    mail_url: str = ""
    mail_from: str = "Wijkwijs <wijkwijs@example.org>"
    trusted_proxies: int = 0
    content_dirs: tuple[Path, ...] = ()
    upload_megabytes: int = 20
    quota_megabytes: int = 500

    @property
    def is_production(self) -> bool:
        """Tell whether real people are served."""
        return self.mode is Mode.PRODUCTION

    @property
    def is_demo(self) -> bool:
        """Tell whether this is the demo school of `make run`."""
        return self.mode is Mode.DEMO

    @property
    def database(self) -> str:
        """Give the database address; the embedded SQLite file when none is set."""
        return self.database_url or f"sqlite:///{self.data_dir / 'wijkwijs.sqlite3'}"


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Read `WIJKWIJS_*`, and refuse to start in production with unsafe values."""
    read = _Reader(environment if environment is not None else os.environ)
    settings = Settings(
        mode=Mode(read.text("MODE", Mode.PRODUCTION)),
        secret_key=read.text("SECRET_KEY", DEVELOPMENT_KEY),
        database_url=_with_driver(read.text("DATABASE_URL", "")),
        data_dir=Path(read.text("DATA_DIR", str(ROOT / "var"))),
        storage_url=read.text("STORAGE_URL", ""),
        public_url=read.text("PUBLIC_URL", Settings.public_url).rstrip("/"),
        mail_url=read.text("MAIL_URL", ""),
        mail_from=read.text("MAIL_FROM", Settings.mail_from),
        trusted_proxies=int(read.text("TRUSTED_PROXIES", "0")),
        content_dirs=tuple(Path(part) for part in read.text("CONTENT_DIRS", "").split(os.pathsep) if part),
        upload_megabytes=int(read.text("UPLOAD_MEGABYTES", "20")),
        quota_megabytes=int(read.text("QUOTA_MEGABYTES", "500")),
    )
    refuse_when_unsafe(settings)
    return settings


def refuse_when_unsafe(settings: Settings) -> None:
    """Raise UnsafeSettings when a production server would run with default secrets."""
    if not settings.is_production:
        return
    if settings.secret_key == DEVELOPMENT_KEY or len(settings.secret_key) < 32:
        raise UnsafeSettings(
            "WIJKWIJS_SECRET_KEY is missing or shorter than 32 characters. "
            'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
        )
    if not settings.public_url.startswith("https://"):
        raise UnsafeSettings("WIJKWIJS_PUBLIC_URL must be the https:// address of this server.")


class _Reader:
    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment

    def text(self, name: str, default: str) -> str:
        return self.environment.get(f"WIJKWIJS_{name}", default).strip()


def _with_driver(url: str) -> str:
    """Let a plain PostgreSQL address use the driver we carry."""
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url
