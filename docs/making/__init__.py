"""The makers of the generated pages: content, commands and records in, Markdown out."""
