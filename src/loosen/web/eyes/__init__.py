"""What the coach's eyes fetch: where the model and Python lie, and our own rooms as one archive."""
