"""A set on one page: plot, pictures, table and words, in a file that needs nothing beside it."""

from .page import set_page
from .sheet import KeyPicture, Row, Said, SetSheet, Stretch

__all__ = ["KeyPicture", "Row", "Said", "SetSheet", "Stretch", "set_page"]
