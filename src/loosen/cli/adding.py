"""How a command is added to the command line: its name, what it runs and its words."""

import argparse
from collections.abc import Callable
from typing import TypeAlias

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
    more: str = "",
) -> argparse.ArgumentParser:
    """The new command, to be given its options."""
    about = f"{summary[0].upper()}{summary[1:]}. {more}".strip()
    command = commands.add_parser(name, help=summary, description=about)
    command.set_defaults(run=run)
    return command
