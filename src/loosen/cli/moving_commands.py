"""What can be written after `replay`, `analyse` and `count-signal`."""

import argparse
from pathlib import Path

from . import analysing, moving
from .adding import Commands, add


def add_to(commands: Commands) -> None:
    """The commands that judge a movement."""
    _add_replay(commands)
    _add_analyse(commands)
    _add_count_signal(commands)


def _add_replay(commands: Commands) -> None:
    replay = add(
        commands, "replay", moving.replay, "judge a recording of an exercise",
        "Reads what a camera saw (npz: arrays t, lm, size, optional mask64) or a worn phone "
        "felt (t, acceleration, optional rotation and sense) and prints repetitions, holds, range, "
        "cues and refusals, as the coach would have made them. With --sitting: how somebody sat "
        "against their own start, and when the coach would have nudged.",
    )  # fmt: skip
    replay.add_argument("recording", type=Path, metavar="FILE", help="the npz file")
    add_exercise(replay)
    replay.add_argument("--view", choices=("side", "front"), help="from where it was taken")
    replay.add_argument(
        "--by", choices=("camera", "phone"), help="what measured; told by what the file holds"
    )
    replay.add_argument("--json", action="store_true", help="print the whole result as JSON")
    replay.add_argument(
        "--report", type=Path, metavar="DIR", help="with --sitting: a page of it, as index.html"
    )


def add_exercise(command: argparse.ArgumentParser) -> None:
    """Which exercise it is: named, to be found out, or none: somebody sits."""
    command.add_argument("--exercise", metavar="ID", help="which exercise was meant")
    command.add_argument(
        "--recognise", action="store_true",
        help="instead: find out which exercises the camera saw, and judge each set",
    )  # fmt: skip
    command.add_argument(
        "--sitting", action="store_true",
        help="instead: somebody on a chair, against how they sat in the first seconds",
    )  # fmt: skip


def _add_analyse(commands: Commands) -> None:
    analyse = add(
        commands, "analyse", analysing.analyse, "judge a video of an exercise",
        "Finds the person with the models that are installed, and nothing leaves this computer. "
        "Needs loosen[video].",
    )  # fmt: skip
    analyse.add_argument("video", type=Path, metavar="VIDEO", help="mp4, mov, webm or mkv")
    add_exercise(analyse)
    analyse.add_argument("--view", choices=("side", "front"), help="from where it was taken")
    analyse.add_argument("--json", action="store_true", help="print the whole result as JSON")
    analyse.add_argument(
        "--report", type=Path, metavar="DIR", help="a page with plot and pictures, as index.html"
    )
    analyse.add_argument(
        "--recording", type=Path, metavar="OUT", help="keep the landmarks as an npz file"
    )
    analyse.add_argument(
        "--model", choices=("full", "lite"), default="full", help="lite is quicker and less exact"
    )


def _add_count_signal(commands: Commands) -> None:
    count = add(
        commands, "count-signal", moving.count_signal, "count the repetitions of any signal",
        "Reads a table with the columns t (seconds) and value, its cells parted by commas, "
        "semicolons or tabs; prints as JSON the count with "
        "hindsight, when each repetition was out farthest, and the count as told while it ran. "
        "Nothing is known of the movement: what looks like it in getting there counts as well.",
    )  # fmt: skip
    count.add_argument("table", type=Path, metavar="FILE", help="the CSV file, or - for input")
    count.add_argument("--json", action="store_true", help="as always: JSON is all it prints")
