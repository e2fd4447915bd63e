"""The drawings on kept pages: their addresses, and how much room all of them may take."""

from loosen.vocabulary import Item
from loosen.web.figures.drawn import files_for
from loosen.web.site.visit import Visit

# Ours: every position and change of place, and a long session, fit in; browsers give far more.
MOST_BYTES = 3_000_000


class Room:
    """What the drawings may still take; an address that several pages show counts once."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._left_bytes = most_bytes
        self._taken: set[str] = set()

    def take(self, item: Item | None, visit: Visit) -> tuple[str, ...]:
        """The addresses of what a page with this item draws; none where not all of it fits."""
        files = {url: file for url, file in files_for(item, visit) if file.is_file()}
        new_ones = files.keys() - self._taken
        size_bytes = sum(files[url].stat().st_size for url in new_ones)
        if size_bytes > self._left_bytes:
            return ()
        self._left_bytes -= size_bytes
        self._taken |= new_ones
        return tuple(files)
