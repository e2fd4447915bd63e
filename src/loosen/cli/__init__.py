"""The command line: hands files to the rooms below and prints what they say.

Must never hold a clinical rule. `web` is imported by the commands that need it, when they
run, so that the rules work where Django is not installed.
"""

import errno
import os
import sys
from collections.abc import Sequence

from loosen.vocabulary import LoosenError, Problem, SettingsError

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
        _print_no_more()
        return BROKEN_PIPE
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _print_no_more()
        print(_FULL, file=sys.stderr)
        return exit_code(SettingsError(_FULL))


_FULL = Problem(
    what="there is no more room to write in",
    where="output",
    found=os.strerror(errno.ENOSPC),
    expected="room for all of it",
    do="make room on the disk, and run it again",
)


def _print_no_more() -> None:
    """Or Python would try once more as it leaves, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
