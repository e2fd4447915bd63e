"""The home network, for `--lan` alone: its addresses, our own authority, and where TLS listens."""
