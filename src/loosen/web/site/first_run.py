"""Before Django starts: the person's folder, the secret, and afterwards the tables."""

import os
import secrets
from pathlib import Path

from loosen.vocabulary import Problem, SettingsError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def prepare(data: Path, database: Path | None) -> None:
    """Makes the folder, the secret and an empty database file, for this user's eyes alone.

    `database` is None where the record lies on a server. Raises `SettingsError` where the
    folder may not be written to.
    """
    try:
        make_folder(data)
        make_private(data / "secret", secrets.token_urlsafe(48))
        if database is not None:
            make_private(database, "")
    except OSError as error:
        raise SettingsError(
            Problem(
                what="the folder for the record cannot be used",
                where="LOOSEN_DATA or --data",
                found=f"{data}: {error.strerror}",
                expected="a folder that you may write to, on a disk with some room",
                do="choose another folder, or make room for this one",
            )
        ) from error


def make_folder(data: Path) -> None:
    """The folder for this user alone; one that holds other things too keeps its own mode."""
    data.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
    is_ours = (data / "secret").exists() or not any(data.iterdir())
    if is_ours:
        data.chmod(PRIVATE_FOLDER)


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
    """Runs the migrations that are missing; a look at one table where none is.

    Raises `SettingsError` where the database does not answer or is none.
    """
    from django.db import Error

    try:
        _migrate()
    except Error as error:
        raise SettingsError(
            Problem(
                what="the record cannot be opened",
                where="the database (DATABASE_URL, or loosen.sqlite3 in the folder of the record)",
                found=type(error.__cause__ or error).__name__,
                expected="a database that answers, made by this Loosen or an older one",
                do="check that it is there and whole; a copy or an export can stand in for it",
            )
        ) from error


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    applied = {name for _, name in MigrationRecorder(connection).applied_migrations()}
    folder = Path(__file__).resolve().parent.parent / "records" / "migrations"
    if not {file.stem for file in folder.glob("[0-9]*.py")} <= applied:
        call_command("migrate", verbosity=0, interactive=False)
    connection.close()
