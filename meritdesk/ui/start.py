"""What a clerk starts by the icon is the window; it is told apart from a command before any command is loaded.

The words of the command line know every room, and with them half of the program is loaded: a second or more in which
nothing would stand on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence

LANGUAGES = ("id", "en")
PACKAGE_ENDING = ".merit"


def arriving_file(argv: Sequence[str]) -> tuple[str, list[str]]:
    """The package that was opened by a double click, and what else was said; no file when a command is named."""
    others = list(argv)
    named = [word for word in others if word.casefold().endswith(PACKAGE_ENDING)]
    if len(named) == 1 and plain_start([word for word in others if word not in named]) is not None:
        others.remove(named[0])
        return named[0], others
    return "", others


def plain_start(argv: Sequence[str]) -> tuple[str, str] | None:
    """Store (empty: none named) and language, when nothing else is said; all else is for the whole command line."""
    said = {"--store": "", "--lang": LANGUAGES[0]}
    words = list(argv)
    while words:
        name, sign, value = words.pop(0).partition("=")
        if name not in said or not (sign or words):
            return None
        said[name] = value if sign else words.pop(0)
        if not said[name] or (not sign and said[name].startswith("-")):
            return None
    if said["--lang"] not in LANGUAGES or "://" in said["--store"]:
        return None
    return said["--store"], said["--lang"]
