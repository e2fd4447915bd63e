"""The living page of the look; open only while somebody works on it."""
