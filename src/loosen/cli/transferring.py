"""`export` and `import`: the whole record to a file, and back."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from loosen.export import CsvMeant, DayOrder, is_csv
from loosen.library.current import load_content
from loosen.vocabulary import ForeignDataError, Problem, SettingsError

TABLES = (".csv", ".tsv", ".txt", "-")


def export(arguments: argparse.Namespace) -> int:
    """Write the record to the file, whole or not at all."""
    _start(arguments.data)
    from loosen.web.data.transfer import write_record

    data = write_record(datetime.now(UTC), load_content().version)
    if arguments.out == "-":
        sys.stdout.buffer.write(data)
        return 0
    path = Path(arguments.out)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.touch(mode=0o600)  # health data: for nobody else on this computer
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except OSError as error:
        raise SettingsError(_unwritable(path, error)) from error
    print(f"Your record is in {path}. It holds health data: keep it where only you can read it.")
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Read the file into the record, whole or not at all."""
    data = _bytes_of(arguments.file)
    _start(arguments.data)
    if is_csv(data) and arguments.file.lower().endswith(TABLES):
        return _import_table(data, arguments)
    from loosen.web.data.intake import ask_intake_again
    from loosen.web.data.transfer import take_in
    from loosen.web.site.clock import moment
    from loosen.web.site.visit import Visit

    taken = take_in(data, datetime.now(UTC))
    ask_intake_again(Visit(moment()))
    print(f"{taken.new} entries are new in your record; {taken.known} were there already.")
    print("What is imported opens nothing: answer the questions before you go on.")
    return 0


def _import_table(data: bytes, arguments: argparse.Namespace) -> int:
    """A table: all of it, or with `--only-fine` the rows that are fine; problems are all said."""
    from loosen.web.data.csv_in import read_table, take_table
    from loosen.web.site.clock import moment
    from loosen.web.site.visit import Visit

    visit = Visit(moment())
    order = DayOrder(arguments.dates) if arguments.dates else None
    meant = CsvMeant(day_order=order, sure_of_doses=arguments.sure_of_doses)
    table = read_table(data, visit, meant)
    if table.read.problems and not arguments.only_fine:
        raise ForeignDataError(table.read.problems)
    for problem in (*table.read.problems, *table.read.remarks):
        print(problem, file=sys.stderr)
    new = take_table(table, visit)
    print(f"{new} entries are new in your record; {table.known} were there already.")
    print("What is imported opens nothing: answer the questions before you go on.")
    return 0


def _start(data: Path | None) -> None:
    from loosen.web.serve import start_django

    start_django(data)


def _bytes_of(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise ForeignDataError(
            Problem(
                what="the file cannot be read",
                where=name,
                found=error.strerror or "an error",
                expected="a file that Loosen exported",
                do="name a file that exists, or - for standard input",
            )
        ) from error


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem(
        what="the file cannot be written",
        where=str(path),
        found=error.strerror or "an error",
        expected="a folder that exists and that you may write to",
        do="name another file",
    )
