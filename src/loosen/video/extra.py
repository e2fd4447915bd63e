"""The libraries of the extra `loosen[video]`, loaded where they are needed."""

from importlib import import_module
from typing import Any

from loosen.vocabulary import Problem, SettingsError


def load(name: str) -> Any:
    """The library of this name. Raises `SettingsError` that says how to bring it in."""
    try:
        return import_module(name)
    except ImportError as error:
        raise SettingsError(_missing(name)) from error


def _missing(name: str) -> Problem:
    return Problem(
        what="videos cannot be read here",
        where="the extra `video`",
        found=f"no {name.partition('.')[0]}",
        expected="the libraries av and ai-edge-litert (about 60 MB to fetch)",
        do="install them with: pip install 'loosen[video]'",
    )
