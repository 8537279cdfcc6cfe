"""What was chosen lately in the palette: commands, tabs, actions and settings, never anybody's name."""

from __future__ import annotations

from PySide6.QtCore import QSettings

KEPT = 8
_KEY = "palette/recent"


def recent() -> list[str]:
    """The newest first."""
    kept = QSettings().value(_KEY, [])
    return [str(one) for one in kept] if isinstance(kept, list) else [str(kept)] if kept else []


def remember(name: str) -> None:
    """Put a choice in front; what leads to a person has no name and is not kept here."""
    if name:
        QSettings().setValue(_KEY, [name, *(one for one in recent() if one != name)][:KEPT])
