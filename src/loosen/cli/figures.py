"""`figures`: the drawn figure of every item, for whoever writes or judges it."""

import argparse
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from loosen.library.current import CONTENT_FOLDER
from loosen.vocabulary import Content, ContentError, Figure, Problem

WATCH_S = 0.5


def figures(arguments: argparse.Namespace) -> int:
    """Draw a sheet or a film as PNG; with --watch again whenever a content file changes."""
    _draw(arguments)
    while arguments.watch:
        before = _stamp()
        while _stamp() == before:
            time.sleep(WATCH_S)
        try:
            _draw(arguments)
        except ContentError as error:
            print(error, file=sys.stderr)
    return 0


def _stamp() -> float:
    return max(path.stat().st_mtime for path in CONTENT_FOLDER.rglob("*.toml"))


def _draw(arguments: argparse.Namespace) -> None:
    from loosen.body import PEOPLE, faults_of, film, motion_of, sheet
    from loosen.library.compile import compile_content

    content = compile_content(CONTENT_FOLDER)
    motions = [motion_of(id_, figure) for id_, figure in _chosen(content, arguments.only)]
    picture = film(motions) if arguments.film else sheet(motions, captions=not arguments.blind)
    _write(arguments.sheet, picture)
    print(f"{arguments.sheet}: {len(motions)} figures, row by row:")
    for place, motion in enumerate(motions, start=1):
        print(f"{place:3} {motion.id}")
    for motion in motions:
        for person in PEOPLE:
            for fault in faults_of(motion, person):
                print(f"{motion.id} ({person.build}, girth {person.girth:g}): {fault}")


def _chosen(content: Content, only: list[str]) -> list[tuple[str, Figure]]:
    found = list(figures_in(content))
    unknown = set(only) - {id_.partition(":")[0] for id_, _ in found}
    if unknown:
        raise ContentError(
            Problem(
                what="there is no figure of that name",
                where="--only",
                found=", ".join(sorted(unknown)),
                expected="ids of items that have a figure",
                do="run it without --only to see all",
            )
        )
    return [one for one in found if not only or one[0].partition(":")[0] in only]


def figures_in(content: Content) -> Iterator[tuple[str, Figure]]:
    """Every figure with the id of its item; of a transfer, also the step."""
    for _, id_, figure in _shelved(content):
        yield id_, figure


def _shelved(content: Content) -> Iterator[tuple[str, str, Figure]]:
    for shelf in ("exercises", "positions"):
        for id_, item in getattr(content, shelf).items():
            if item.figure is not None:
                yield shelf, id_, item.figure
    for id_, transfer in content.transfers.items():
        for figure in transfer.figures:
            yield "transfers", f"{id_}:{figure.step}", figure


def figure_problems(content: Content) -> tuple[Problem, ...]:
    """What a body cannot do in any figure: the faults of the first body that has some."""
    return tuple(
        Problem(
            what="a body cannot do this",
            where=f"{shelf}/{id_.partition(':')[0]}.toml: figure{_of_step(figure)}",
            found=fault,
            expected="contacts that hold, joints within their range, nothing through or below",
            do=f"mend its angles, then look at it: loosen figures --sheet it.png --only {id_}",
        )
        for shelf, id_, figure in _shelved(content)
        for fault in _first_faults(id_, figure)
    )


def _of_step(figure: Figure) -> str:
    return f" of step {figure.step}" if figure.step else ""


def _first_faults(id_: str, figure: Figure) -> tuple[str, ...]:
    from loosen.body import PEOPLE, faults_of, motion_of

    motion = motion_of(id_, figure)
    return next((found for one in PEOPLE if (found := faults_of(motion, one))), ())


def _write(path: Path, picture: str) -> None:
    if path.suffix == ".svg":
        path.write_text(picture, encoding="utf-8")
        return
    from resvg_py import svg_to_bytes

    plain = re.sub(r"var\(--[\w-]+,(#\w+)\)", r"\1", picture)  # resvg knows no variables
    path.write_bytes(bytes(svg_to_bytes(svg_string=plain)))
