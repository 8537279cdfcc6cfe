"""Hostile files and texts, tried by the thousand: what comes from outside is refused in words or taken as it was."""
