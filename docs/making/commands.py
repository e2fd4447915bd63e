"""The page of commands, made from the command line itself, with an example that is run."""

import argparse
import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

from loosen.cli import main
from loosen.cli.answers_file import AnswersFile, NoteSaid
from loosen.cli.exits import EXIT_WORDS
from loosen.cli.parser import ABOUT, make_parser
from loosen.vocabulary import Answer, MomentAsked

from .markdown import code, table
from .records import about, fields_table
from .writing import finished

EXAMPLE = Path("docs/examples/answers.json")


def page(root: Path) -> str:
    """Every command with its options, the answers file, and the exit codes."""
    codes = [(str(number), words) for number, words in EXIT_WORDS.items()]
    return finished(
        "Commands",
        f"{ABOUT} In a checkout write `./run` for `loosen`.",
        *_commands("loosen", make_parser()),
        *_answers_file(root / EXAMPLE),
        "## Exit codes",
        table(("Code", "Meaning"), codes),
    )


def _commands(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    inner = [one for one in parser._actions if isinstance(one, argparse._SubParsersAction)]
    if not inner:
        yield f"## `{name}`"
        yield parser.description or ""
        yield table(("Option", "What it does", "When left out"), map(_option, parser._actions))
    for action in inner:
        for word, command in action.choices.items():
            yield from _commands(f"{name} {word}", command)


def _option(action: argparse.Action) -> tuple[str, str, str]:
    value = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
    names = [f"{name} {value}".strip() for name in action.option_strings] or [str(value)]
    is_needed = action.required or not action.option_strings
    default = (
        "" if action.default in (None, False, argparse.SUPPRESS) else code(str(action.default))
    )
    what = "show the help and leave" if action.dest == "help" else action.help or ""
    return (", ".join(map(code, names)), what, "must be given" if is_needed else default)


def _answers_file(example: Path) -> Iterator[str]:
    yield "## The answers file"
    yield (
        "JSON, written by hand or by a program. Only `answers` is needed: an object from the id of "
        'a [question](questions.md) to its answer. An answer is short - `"yes"`, `"no"`, '
        '`"not-sure"`, `"does-not-apply"`, a number, or the id of a choice - or whole, as an '
        "object with the fields below. A question that is left out is open, not denied; "
        '`"all_others": "no"` says that every other yes-no question was asked and denied. Every '
        "problem of the file is named at once."
    )
    for record in (AnswersFile, Answer, MomentAsked, NoteSaid):
        yield f"### {record.__name__}"
        yield about(record)
        yield fields_table(record)
    yield "### An example"
    yield f"```json\n{example.read_text(encoding='utf-8').strip()}\n```"
    for command in ("triage", "plan"):
        yield f"`loosen {command} --answers {EXAMPLE.name} --text` prints:"
        yield f"```text\n{_printed(command, '--answers', str(example), '--text')}\n```"
        keys = json.loads(_printed(command, "--answers", str(example))).keys()
        yield f"Without `--text`: canonical JSON with {_and(keys)}; see [entries](entries.md)."


def _printed(*arguments: str) -> str:
    caught = io.StringIO()
    with contextlib.redirect_stdout(caught):
        left = main(arguments)
    if left:
        raise SystemExit(f"the example of docs/reference/commands.md failed: {arguments}")
    return caught.getvalue().strip()


def _and(names: Iterator[str]) -> str:
    *most, last = map(code, names)
    return f"{', '.join(most)} and {last}" if most else last
