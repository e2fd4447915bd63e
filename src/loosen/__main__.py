"""`python -m loosen`: the same as the `loosen` command."""

import sys

from loosen.cli import main

if __name__ == "__main__":
    sys.exit(main())
