"""Who stays on this computer alone pays nothing for the home network."""

import subprocess
import sys

LOADED = """
import sys
from pathlib import Path
from loosen.web import serve
serve.start_django(Path(sys.argv[1]))
from loosen.web.site.asgi import application
from django.urls import get_resolver
get_resolver().url_patterns
loaded = {name.partition('.')[0] for name in sys.modules}
print(*sorted(loaded & {'cryptography', 'segno', 'ifaddr'}))
"""


def test_without_lan_none_of_its_libraries_is_loaded(tmp_path: object) -> None:
    command = [sys.executable, "-c", LOADED, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
