"""A set on one page: plot, pictures, table and words, in a file that needs nothing beside it."""

from .overview import overview_page
from .page import set_page
from .sheet import Found, KeyPicture, Overview, Row, Said, SetSheet, SittingSheet, Stretch
from .sitting import sitting_page

__all__ = [
    "Found", "KeyPicture", "Overview", "Row", "Said", "SetSheet", "SittingSheet", "Stretch",
    "overview_page", "set_page", "sitting_page",
]  # fmt: skip
