"""The library, the texts to read, and why."""
