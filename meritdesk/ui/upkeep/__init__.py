"""Pemeliharaan: checks, backups, the journal with its undo, the keys of this PC."""
