"""`serve`: the pages."""

import argparse


def serve(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from loosen.web.serve import run

    return run(port=arguments.port, data=arguments.data, open_browser=not arguments.no_browser)
