"""`serve`: the pages."""

import argparse


def serve(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from loosen.web.serve import Lan, run

    wants_lan = arguments.lan is not None
    return run(
        port=arguments.port,
        data=arguments.data,
        open_browser=not arguments.no_browser,
        lan=Lan(address=arguments.lan, port=arguments.lan_port) if wants_lan else None,
    )
