"""Storage: owners, devices and entries. Entries are append-only."""
