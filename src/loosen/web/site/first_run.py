"""Before Django starts: the person's folder, the secret, and afterwards the tables."""

import os
import secrets
from pathlib import Path

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def prepare(data: Path, database: Path) -> None:
    """Makes the folder, the secret and an empty database file, for this user's eyes alone."""
    data.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    data.chmod(PRIVATE_FOLDER)
    make_private(data / "secret", secrets.token_urlsafe(48))
    make_private(database, "")


def make_private(file: Path, text: str) -> None:
    """Writes the file unless it is there; nobody else may read it, not even for a moment."""
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    except FileExistsError:
        file.chmod(PRIVATE_FILE)
        return
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(text)


def bring_tables_up_to_date() -> None:
    """Runs the migrations that are missing; a look at one table where none is."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    applied = {name for _, name in MigrationRecorder(connection).applied_migrations()}
    folder = Path(__file__).resolve().parent.parent / "records" / "migrations"
    if not {file.stem for file in folder.glob("[0-9]*.py")} <= applied:
        call_command("migrate", verbosity=0, interactive=False)
    connection.close()
