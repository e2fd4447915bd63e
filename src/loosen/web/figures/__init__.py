"""The drawn figures: baked once, then served as tracks and cards."""
