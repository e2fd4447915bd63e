"""What can be written after `loosen`: commands and their options, with the words of the help."""

import argparse
from pathlib import Path
from typing import NoReturn

from . import (
    checking,
    deciding,
    dosing,
    figures,
    moving_commands,
    planning,
    serving,
    simulating,
    transferring,
)
from .adding import Commands, add

ABOUT = "Gets a person out of a lower-back spasm, step by step, on their own machine."
LAST = (
    "Loosen is not a medical device and has not been reviewed by a clinician. "
    "Full reference: docs/reference/commands.md"
)


class _Version(argparse.Action):
    """Looks the version up only when asked; that is slower than most commands."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> NoReturn:
        from importlib import metadata

        print(f"loosen {metadata.version('loosen')}")
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(prog="loosen", description=ABOUT, epilog=LAST)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and leave")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_serve(commands)
    _add_triage(commands)
    _add_plan(commands)
    _add_dose(commands)
    _add_check_content(commands)
    _add_content(commands)
    _add_new(commands)
    _add_transfer(commands)
    _add_figures(commands)
    _add_simulate(commands)
    moving_commands.add_to(commands)
    return parser


def _add_serve(commands: Commands) -> None:
    serve = add(
        commands, "serve", serving.serve, "open the pages on this computer",
        "Prints the address; Ctrl-C ends it. Where the port is taken, the next one is used.",
    )  # fmt: skip
    serve.add_argument("--port", type=_port, help="the first port to try")
    serve.add_argument("--data", type=Path, metavar="FOLDER", help="where the record is kept")
    serve.add_argument("--no-browser", action="store_true", help="do not open a browser")
    serve.add_argument(
        "--lan", nargs="?", const="", metavar="ADDRESS",
        help="also open it to approved phones at home, over TLS; at all private addresses or one",
    )  # fmt: skip
    serve.add_argument("--lan-port", type=_port, help="the first port to try at home (8443)")


def _add_triage(commands: Commands) -> None:
    triage = add(
        commands, "triage", deciding.triage, "say how urgent it is, why, and what to ask next",
        "Reads answers as JSON and prints the decision as JSON.",
    )  # fmt: skip
    _add_answers(triage)
    triage.add_argument(
        "--region", default="other", help="whose numbers to name: uk, us or other (the default)"
    )


def _add_plan(commands: Commands) -> None:
    plan = add(
        commands, "plan", planning.plan, "make today's plan from answers",
        "Reads answers as JSON and prints the plan as JSON. Where the answers call for help first, "
        "the plan has no step and says why; while questions are open there is none (exit code 6).",
    )  # fmt: skip
    _add_answers(plan)
    plan.add_argument(
        "--log", type=Path, metavar="FILE", help="entries so far: an export, or a list of entries"
    )
    plan.add_argument(
        "--seed", type=int, default=0, help="another number, another choice among equals"
    )


def _add_dose(commands: Commands) -> None:
    dose = add(
        commands, "dose", dosing.dose, "say whether a dose may be taken now, and why",
        "Reads a record and prints the verdict as JSON: the answer, from when, every reason with "
        "its source, the totals of the last 24 hours, every excess. What is not known is never "
        "taken for a no: without --answers (or --screened) and --taken-elsewhere no verdict is a "
        "yes. Where the answers call for help first there is no verdict, and it says why.",
    )  # fmt: skip
    dose.add_argument(
        "--ask", metavar="WHAT",
        help="a product by its id, or an ingredient; anything else is a product nobody knows. "
        "Left out: the last dose of the log, once more",
    )  # fmt: skip
    dose.add_argument("--units", default="1", help="how many tablets or sachets of the product")
    dose.add_argument("--amount", help='how much of the ingredient, from the pack: "500 mg"')
    dose.add_argument(
        "--confirmed", action="store_true", help="a large amount was looked at again and is right"
    )
    dose.add_argument("--log", type=Path, metavar="FILE", help="an export, or a list of entries")
    dose.add_argument("--at", metavar="TIME", help="the time to reckon with, with its offset")
    dose.add_argument("--region", default="other", help="uk, us or other (the default)")
    dose.add_argument(
        "--taken-elsewhere", choices=("yes", "no", "not-sure"),
        help="was anything taken in the last 24 hours that is not in the log?",
    )  # fmt: skip
    _add_screen(dose)
    dose.add_argument("--text", action="store_true", help="print sentences instead of JSON")
    dose.add_argument(
        "--content", type=Path, metavar="FOLDER", help="other content than the built-in one"
    )


def _add_screen(dose: argparse.ArgumentParser) -> None:
    dose.add_argument(
        "--answers", metavar="FILE",
        help="whom it is for: their answers as JSON; - is standard input. Left out, the answers "
        "in the log count. The options below say it where there are none, or must say the same",
    )  # fmt: skip
    dose.add_argument(
        "--screened", action="store_true", help="every question of the medicine screen was asked"
    )
    dose.add_argument(
        "--caution", nargs="+", default=[], metavar="ID", help="the cautions that hold"
    )
    dose.add_argument("--age", type=int, metavar="YEARS", help="the age of the person")
    dose.add_argument("--weight", type=float, metavar="KG", help="the weight of the person")


def _add_answers(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--answers", required=True, metavar="FILE", help="answers as JSON; - is standard input"
    )
    command.add_argument(
        "--at", metavar="TIME", help="the time to reckon with, like 2026-11-22T08:30:00+00:00"
    )
    command.add_argument("--text", action="store_true", help="print sentences instead of JSON")
    command.add_argument(
        "--content", type=Path, metavar="FOLDER", help="other content than the built-in one"
    )


def _add_check_content(commands: Commands) -> None:
    check = add(
        commands, "check-content", checking.check_content, "check every content file",
        "Names every problem at once: file, place, what was found, what was expected, what to do.",
    )  # fmt: skip
    check.add_argument("--folder", type=Path, help="the content folder (default: the built-in one)")
    check.add_argument(
        "--grades", action="store_true", help="list the texts that are hard to read, too"
    )


def _add_content(commands: Commands) -> None:
    content = commands.add_parser(
        "content", help="compare two versions of the content", description="Works on content."
    )
    inner = content.add_subparsers(title="commands", metavar="COMMAND", required=True)
    diff = add(inner, "diff", checking.content_diff, "say what changed for a person")
    diff.add_argument("old", type=Path, metavar="OLD", help="a content folder or a baked bundle")
    diff.add_argument("new", type=Path, metavar="NEW", help="a content folder or a baked bundle")
    diff.add_argument("--json", action="store_true", help="print the changes as JSON")


def _add_new(commands: Commands) -> None:
    new = commands.add_parser(
        "new", help="begin a content file", description="Begins a content file."
    )
    inner = new.add_subparsers(title="commands", metavar="COMMAND", required=True)
    exercise = add(
        inner, "exercise", checking.new_exercise, "begin an exercise",
        "Writes a complete, commented file with words to be replaced; never over a file.",
    )  # fmt: skip
    exercise.add_argument("id", metavar="ID", help="its id for ever, like standing-side-bend")
    exercise.add_argument("--folder", type=Path, help="the content folder (default: this one's)")


def _add_transfer(commands: Commands) -> None:
    export = add(commands, "export", transferring.export, "write the whole record to a file")
    export.add_argument(
        "--out", required=True, metavar="FILE", help="the file; - is standard output"
    )
    import_ = add(
        commands, "import", transferring.import_, "read a record that was exported before",
        "Refused whole, with every reason, when it is damaged, newer or not ours. "
        "What is imported never clears anyone.",
    )  # fmt: skip
    import_.add_argument("file", metavar="FILE", help="an export of Loosen; - is standard input")
    import_.add_argument(
        "--dates", choices=["day-first", "month-first"],
        help="of a table (CSV): how a day such as 03/04/2026 is meant",
    )  # fmt: skip
    import_.add_argument(
        "--only-fine", action="store_true",
        help="of a table (CSV): take the rows that are fine, and say what is wrong with the others",
    )  # fmt: skip
    import_.add_argument(
        "--sure-of-doses", action="store_true",
        help="of a table (CSV): doses in grams, and very large ones, are right as they stand",
    )  # fmt: skip
    for command in (export, import_):
        command.add_argument("--data", type=Path, metavar="FOLDER", help="where the record is kept")


def _add_figures(commands: Commands) -> None:
    drawn = add(
        commands, "figures", figures.figures, "draw the figures of all items on one sheet",
        "Says what is wrong with any of them, for four bodies.",
    )  # fmt: skip
    drawn.add_argument(
        "--sheet", type=Path, required=True, metavar="OUT", help="the picture: .png or .svg"
    )
    drawn.add_argument("--only", nargs="+", default=[], metavar="ID", help="these items alone")
    drawn.add_argument("--film", action="store_true", help="eight phases of each in a row")
    drawn.add_argument("--blind", action="store_true", help="numbers instead of names")
    drawn.add_argument("--watch", action="store_true", help="again whenever content changes")


def _add_simulate(commands: Commands) -> None:
    simulate = add(
        commands, "simulate", simulating.simulate, "let simulated people live with Loosen",
        "Prints what came of it: limits that were broken (must be none), courses, pain against "
        "three baselines. The same seed gives the same bytes with any number of workers.",
    )  # fmt: skip
    simulate.add_argument("--people", type=_count, default=100, metavar="N", help="how many")
    simulate.add_argument("--days", type=_count, default=90, metavar="D", help="for how long")
    simulate.add_argument("--seed", type=int, default=1, metavar="S", help="which people")
    simulate.add_argument("--workers", type=_count, default=1, metavar="W", help="processes")
    simulate.add_argument(
        "--out", type=Path, metavar="FILE",
        help="a Parquet file, a row for each person, arm and day (needs loosen[simulate])",
    )  # fmt: skip


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise argparse.ArgumentTypeError(f"{text} is too few; expected 1 or more")
    return count


def _port(text: str) -> int:
    port = int(text)
    if not 1 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port; expected 1 to 65535")
    return port
