"""Names of files that a clerk can read and that every system takes: Windows, a stick in FAT, a network drive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import MutableSet

LONGEST_BYTES = 240
"""What most file systems take for one name, less the ending that is added."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_SPACES = re.compile(r"\s+")
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{device}{digit}" for device in ("COM", "LPT") for digit in "0123456789¹²³"}
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def readable_name(text: str, limit: int) -> str:
    """A text as a name: forbidden signs become ``-``, unseen ones go, a device name gets a mark, the end is cut.

    The name is never empty, never longer than ``limit`` signs, and does not end with a blank or a dot.
    """
    normal = unicodedata.normalize("NFC", text)
    seen = "".join(" " if sign.isspace() else sign for sign in normal if _is_seen(sign))
    name = _cut(_SPACES.sub(" ", _FORBIDDEN.sub("-", seen)).strip(" ."), limit)
    if name.partition(".")[0].strip().upper() in _RESERVED:
        name = _cut(f"_{name}", limit)
    return name or "_"


def safe_stem(text: str, limit: int, ending: str, taken: MutableSet[str]) -> str:
    """A readable name with its ``ending`` that differs in more than case from those ``taken``, and is then one."""
    again = 1
    while True:
        suffix = ending if again == 1 else f"{ending} ({again})"
        name = readable_name(text, max(1, limit - len(suffix))) + suffix
        if name.casefold() not in taken:
            taken.add(name.casefold())
            return name
        again += 1


def _is_seen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) not in _UNSEEN


def _cut(name: str, limit: int) -> str:
    """As much as fits, in signs (as Windows counts them) and in bytes, without tearing a sign from its marks."""
    while name and (len(name.encode("utf-16-le")) // 2 > limit or len(name.encode()) > LONGEST_BYTES):
        last, name = name[-1], name[:-1]
        while name and unicodedata.combining(last):
            last, name = name[-1], name[:-1]
    return name.rstrip(" .")
