"""The diary: everything done and felt on one line, and the sheet to note it quickly."""
