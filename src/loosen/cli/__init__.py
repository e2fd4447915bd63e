"""The command line: hands files to the rooms below and prints what they say.

Must never hold a clinical rule. `web` is imported by the commands that need it, when they
run, so that the rules work where Django is not installed.
"""

import os
import sys
from collections.abc import Sequence

from loosen.vocabulary import LoosenError

from .exits import BROKEN_PIPE, exit_code
from .parser import make_parser

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. Problems go to standard error, all at once."""
    try:
        arguments = make_parser().parse_args(argv)
        code = int(arguments.run(arguments))
        sys.stdout.flush()
        return code
    except SystemExit as left:  # argparse: help and version (0), a wrong usage (2)
        return left.code if isinstance(left.code, int) else 1
    except LoosenError as error:
        print(error, file=sys.stderr)
        return exit_code(error)
    except BrokenPipeError:  # the reader at the other end had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
