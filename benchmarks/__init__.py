"""How fast Loosen is: every figure with its budget, measured side by side in one run."""
