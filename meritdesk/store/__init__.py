"""The store: the agency's encrypted file, its journal, its keys and its backups."""
