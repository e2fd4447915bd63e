"""Starts `loosen serve` as installed, follows the printed address as a browser would, and stops it.

Fails where the page, or anything that the page loads, does not come; and where Ctrl-C does not
end the program cleanly.
"""

import re
import signal
import subprocess
import sys
import tempfile
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urljoin

ADDRESS = re.compile(r"http://(?:127\.0\.0\.1|localhost):\d+/\S*")
LOADED = re.compile(r'<(?:script|img)\b[^>]*?\bsrc="([^"]+)"|<link\b[^>]*?\bhref="([^"]+)"')
FEWEST_LOADED = 2  # a style sheet and a script
PATIENCE_S = 30


def start(data: Path) -> subprocess.Popen[str]:
    """The installed program on a port of its own choice, with an empty record."""
    program = Path(sys.executable).with_name("loosen")
    command = [str(program), "serve", "--no-browser", "--data", str(data)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def printed_address(server: subprocess.Popen[str]) -> str:
    """The first address that the program prints; its words, where it prints none."""
    said = []
    for line in server.stdout or ():
        said.append(line)
        if found := ADDRESS.search(line):
            return found[0]
    raise SystemExit(f"loosen serve printed no address:\n{''.join(said)}")


def fetch_page_and_what_it_loads(address: str) -> int:
    """How many files the page loads; each has to come."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with opener.open(address, timeout=PATIENCE_S) as answer:
        page, landed = answer.read().decode(), answer.geturl()
    loaded = {urljoin(landed, src or href) for src, href in LOADED.findall(page)}
    for file in sorted(loaded):
        opener.open(file, timeout=PATIENCE_S).close()
    return len(loaded)


def main() -> int:
    """0 where the page came whole and the program left cleanly."""
    with tempfile.TemporaryDirectory() as data:
        server = start(Path(data))
        try:
            count = fetch_page_and_what_it_loads(printed_address(server))
            server.send_signal(signal.SIGINT)
            code = server.wait(timeout=PATIENCE_S)
        finally:
            server.kill()
    print(f"page served with {count} files; Ctrl-C ended it with exit code {code}")
    return 0 if count >= FEWEST_LOADED and code == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
