"""Writes the generated pages of the documents, or checks that none of them is stale.

python docs/generate.py           write what changed, remove what is no longer made
python docs/generate.py --check   change nothing; exit 1 when a page is stale
"""

import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS))  # also where this file is loaded by its path, as in the tests

from making.pages import all_pages  # noqa: E402 - the line above makes it found
from making.writing import check, write  # noqa: E402 - the line above makes it found


def main(arguments: list[str]) -> int:
    """Do what the arguments say; the exit code."""
    pages = all_pages(DOCS.parent)
    if arguments == ["--check"]:
        return check(pages, DOCS)
    if arguments:
        print(__doc__)
        return 2
    return write(pages, DOCS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
