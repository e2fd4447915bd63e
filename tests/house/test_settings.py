""".env.example lists the settings that are read: each of them, and nothing else."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = r"LOOSEN_[A-Z][A-Z_]*|DATABASE_URL"
READ_ELSEWHERE = {"DJANGO_SETTINGS_MODULE"}  # Django's own; set by the program, not by a person


def read_by_python(text: str) -> set[str]:
    """Our names as whole strings, and whatever else is looked up in an environment."""
    ours = re.findall(rf"""["']({OURS})["']""", text)
    looked_up = re.findall(r"""(?:environ(?:\.get|\.pop)?|getenv)[\[(]\s*["'](\w+)["']""", text)
    return {*ours, *looked_up} - READ_ELSEWHERE


def read_by_shell(text: str) -> set[str]:
    return set(re.findall(rf"\$\{{?({OURS})\b", text))


def settings_read() -> set[str]:
    python = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("conftest.py")]
    found = [read_by_python(path.read_text(encoding="utf-8")) for path in python]
    found += [read_by_shell(path.read_text()) for path in (ROOT / "run", ROOT / ".ci" / "run")]
    return set().union(*found)


def test_the_example_lists_exactly_the_settings_that_are_read() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    listed = set(re.findall(rf"^# ({OURS}|[A-Z][A-Z_]+)=", example, re.MULTILINE))
    assert listed == settings_read()


def test_a_new_setting_would_be_found() -> None:
    assert read_by_python('os.environ["PORT"]; get(environ, "LOOSEN_X")') == {"PORT", "LOOSEN_X"}
    assert read_by_python("os.environ.get('TZ')") == {"TZ"}
    assert read_by_shell("${LOOSEN_X:-} $DATABASE_URL") == {"LOOSEN_X", "DATABASE_URL"}
