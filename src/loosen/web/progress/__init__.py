"""How pain went and what was done: a chart and its table."""
