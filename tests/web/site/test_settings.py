"""Settings: read once, and a wrong one is named with what is allowed."""

import os
import stat
from pathlib import Path

import pytest

from loosen.vocabulary import SettingsError
from loosen.web.site import first_run, settings

HOME = Path("/home/alice/loosen")
SQLITE = HOME / "loosen.sqlite3"


def database(url: str) -> dict[str, object]:
    return settings.database_of("DATABASE_URL", {"DATABASE_URL": url}, SQLITE)


def test_without_an_address_the_record_is_a_file_in_the_folder() -> None:
    chosen = database("")
    assert chosen["ENGINE"] == "django.db.backends.sqlite3"
    assert chosen["NAME"] == SQLITE
    assert "synchronous=FULL" in str(chosen["OPTIONS"])


def test_an_address_of_postgresql_is_read_whole() -> None:
    chosen = database("postgresql://alice:p%40ss@db.example:5433/backs?sslmode=require")
    assert chosen == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "backs",
        "USER": "alice",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize(
    "url",
    [
        "mysql://alice:geheim@db/backs",
        "postgresql://alice:geheim@db",
        "backs",
        "postgresql://h:x/y",
    ],
)
def test_another_address_is_refused_without_showing_a_password(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        database(url)
    said = str(caught.value)
    assert "DATABASE_URL" in said
    assert settings.POSTGRES_FORM in said
    assert "geheim" not in said


def test_a_switch_is_off_until_it_is_1() -> None:
    assert [settings.is_on("X", {"X": said}) for said in ("", "0", "1")] == [False, False, True]
    assert not settings.is_on("X", {})


def test_a_switch_that_says_something_else_is_refused() -> None:
    with pytest.raises(SettingsError, match="1 or 0"):
        settings.is_on("LOOSEN_STYLE", {"LOOSEN_STYLE": "yes"})


@pytest.mark.parametrize("value", ["http", "80", "70000", "-1", "8020.5", "٨٠٢٠", " 8020"])
def test_a_port_that_is_none_is_refused_with_the_range(value: str) -> None:
    with pytest.raises(SettingsError, match="1024 to 65535") as caught:
        settings.port_of("LOOSEN_PORT", {"LOOSEN_PORT": value}, 8020)
    assert value in str(caught.value)


def test_a_port_may_be_left_out() -> None:
    assert settings.port_of("LOOSEN_PORT", {}, 8020) == 8020
    assert settings.port_of("LOOSEN_PORT", {"LOOSEN_PORT": "9000"}, 8020) == 9000


def test_a_folder_may_be_chosen_but_not_a_file(tmp_path: Path) -> None:
    chosen = settings.folder_of("LOOSEN_DATA", {"LOOSEN_DATA": str(tmp_path)}, HOME)
    assert chosen == tmp_path
    assert settings.folder_of("LOOSEN_DATA", {}, HOME) == HOME
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SettingsError, match="what is there now is a file"):
        settings.folder_of("LOOSEN_DATA", {"LOOSEN_DATA": str(file)}, HOME)


def test_the_secret_is_made_once_and_for_this_user_alone(tmp_path: Path) -> None:
    data = tmp_path / "record"
    first_run.prepare(data, None)
    secret = settings.secret_of(data / "secret")
    first_run.prepare(data, None)
    assert settings.secret_of(data / "secret") == secret
    assert len(secret) >= 50
    assert settings.secret_of(tmp_path / "nothing") == ""


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="cannot be used"):
        first_run.prepare(tmp_path / "file" / "record", None)


@pytest.mark.skipif(os.name != "posix", reason="about file modes")
def test_a_folder_with_other_things_in_it_keeps_its_mode(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    for folder in (shared, own):
        folder.mkdir(mode=0o755)
    (shared / "letter.txt").touch()
    first_run.prepare(shared, None)
    first_run.prepare(own, None)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert stat.S_IMODE((shared / "secret").stat().st_mode) == 0o600
