"""Which icon of the set stands for what: the one place where a name of the program meets a file of Tabler Icons."""

from __future__ import annotations

from collections.abc import Mapping

INK = "currentColor"
"""What the files say instead of a colour; it is replaced by the palette's."""

FILES: Mapping[str, str] = {
    # The rooms, in the order of the rail.
    "overview": "home",
    "register": "users",
    "planning": "target-arrow",
    "execution": "list-check",
    "teams": "users-group",
    "assessment": "clipboard-check",
    "documents": "files",
    "follow_up": "stairs-up",
    "handover": "transfer",
    "upkeep": "tool",
    # What the pages and the head need.
    "clip": "paperclip",
    "close": "x",
    "keys": "keyboard",
    "language": "language",
    "look": "sun-moon",
    "refused": "ban",
    "search": "search",
}
"""Name in the program to file in ``resources/icons``."""
