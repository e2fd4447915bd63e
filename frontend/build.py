"""Builds the pages' script and style into src/loosen/web/static/dist."""


def build() -> None:
    """Nothing to build yet."""
