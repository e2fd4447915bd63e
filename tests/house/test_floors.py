"""The floors of the house, and what the clinical rooms may rest on."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLINICAL = ["vocabulary", "library.bundle", "triage", "ledger", "plan"]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_imports_keep_to_the_contracts() -> None:
    done = run(sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()")
    assert done.returncode == 0, done.stdout[-4000:]


def test_the_clinical_rooms_load_with_the_standard_library_alone() -> None:
    """As in the page: no site-packages, so that a late import cannot hide from the contract."""
    imports = "; ".join(f"import loosen.{room}" for room in CLINICAL)
    start = f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); {imports}"
    done = run(sys.executable, "-I", "-S", "-c", start)
    assert done.returncode == 0, done.stderr


def test_the_package_itself_imports_nothing() -> None:
    start = "import sys; before = set(sys.modules); import loosen; print(set(sys.modules) - before)"
    done = run(sys.executable, "-c", start)
    assert done.stdout.strip() == "{'loosen'}", done.stderr
