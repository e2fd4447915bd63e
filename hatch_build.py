"""The build hook: makes what git does not keep, so that a wheel needs neither Node nor git."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GeneratedFiles(BuildHookInterface):  # type: ignore[type-arg]  # hatchling is typed loosely
    """Builds the front end and bakes content and figures before hatchling collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before every wheel and every editable install; the sdist carries sources alone."""
        del build_data
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "frontend"))  # where the build finds its own other files
        _build_pages(_load(root / "frontend" / "build.py"))
        if version != "editable":  # a checkout bakes by itself whatever changed
            _bake_content(root)


def _build_pages(frontend: ModuleType) -> None:
    try:
        frontend.build()
    except frontend.FrontendError as error:
        sys.exit(str(error))  # the message alone; a traceback would bury it


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"loosen_{path.parent.name}_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path}: not found; it is part of a checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _bake_content(root: Path) -> None:
    """The bundle, and a track and a card of every figure."""
    room = root / "src" / "loosen" / "library"
    sys.path.insert(0, str(root / "src"))
    from loosen.library.compile import bake
    from loosen.vocabulary import ContentError
    from loosen.web.figures.baking import bake_changed

    try:
        content = bake(root / "src" / "loosen" / "content", room / "content.json")
    except ContentError as error:
        sys.exit(str(error))
    bake_changed(content, room / "figures")
