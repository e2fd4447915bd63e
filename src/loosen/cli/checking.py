"""`check-content`, `content diff` and `new exercise`: for those who write content."""

import argparse
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from loosen.library.bundle import read_bundle
from loosen.library.current import CONTENT_FOLDER
from loosen.vocabulary import Content, ContentError, Problem, to_plain

from .figures import figure_problems


def check_content(arguments: argparse.Namespace) -> int:
    """Print what stands, or every problem (exit code 3)."""
    folder = arguments.folder or CONTENT_FOLDER
    content = _compiled(folder)
    _see_that_bodies_can(content)
    print(f"{folder}: sound. {_counts(content)}. Version {content.version}.")
    _warn_of_stale_facts(content, _today())
    if arguments.grades:
        _list_hard_texts(content)
    return 0


def _compiled(folder: Path) -> Content:
    from loosen.library.compile import compile_content

    try:
        return compile_content(folder)
    except ContentError as error:
        _count(error)
        raise


def _see_that_bodies_can(content: Content) -> None:
    """Raise `ContentError` with what no body can do in a figure."""
    problems = figure_problems(content)
    if problems:
        error = ContentError(problems)
        _count(error)
        raise error


def _count(error: ContentError) -> None:
    files = {problem.where.partition(":")[0] for problem in error.problems}
    print(f"{_number(len(error.problems), 'problem')} in {_number(len(files), 'file')}:\n",
          file=sys.stderr)  # fmt: skip


def _counts(content: Content) -> str:
    shelves = [name for name in Content.__slots__ if name != "version"]
    return ", ".join(f"{len(getattr(content, shelf))} {shelf}" for shelf in shelves)


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _warn_of_stale_facts(content: Content, on: date) -> None:
    from loosen.library.freshness import stale_facts

    for warning in stale_facts(content, on):
        print(f"warning: {warning}", file=sys.stderr)


def _list_hard_texts(content: Content) -> None:
    from loosen.library.wording import hard_texts

    for place, grade, text in hard_texts(content):
        print(f"grade {grade:.1f}: {place}: {text}")


def content_diff(arguments: argparse.Namespace) -> int:
    """Print what changed for a person, gravest first."""
    from loosen.library.compare import compare

    changes = compare(_content_at(arguments.old), _content_at(arguments.new))
    if arguments.json:
        print(json.dumps([to_plain(change) for change in changes], ensure_ascii=False))
    elif not changes:
        print("Nothing changed for anybody.")
    else:
        for change in changes:
            print(f"[{change.kind}] {change.text}")
    return 0


def _content_at(path: Path) -> Content:
    if path.is_dir():
        return _compiled(path)
    try:
        return read_bundle(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(
            Problem(
                what="this cannot be read",
                where=str(path),
                found=type(error).__name__,
                expected="a content folder, or a bundle that Loosen baked",
                do="name one that exists",
            )
        ) from error


def new_exercise(arguments: argparse.Namespace) -> int:
    """Write the file and say what to do next."""
    from loosen.library.scaffold import new_exercise as scaffold

    path = scaffold(arguments.id, arguments.folder or CONTENT_FOLDER, _today())
    print(f"{path}\nReplace every text that begins with WRITE, then run: loosen check-content")
    return 0


def _today() -> date:
    return datetime.now(UTC).date()
