"""Makes packages and puts them on a stick so that only a whole file ever has the final name (faults F27, F05, F08)."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import (
    SNAPSHOT_KINDS,
    DeviceKeys,
    KeyCard,
    PackageHeader,
    PressedFile,
    Receipt,
    SealedPackage,
    Snapshot,
    WeighedContent,
)
from meritdesk.core.returned import ReturnContent
from meritdesk.exchange.keys import card_to_text
from meritdesk.exchange.package import write_bag
from meritdesk.exchange.records import write_snapshot
from meritdesk.exchange.returns import write_return
from meritdesk.exchange.seal import seal
from meritdesk.exchange.weighing import write_weighed
from meritdesk.half_written import clear, give_name, mark

READ_BACK_BLOCK = 1024 * 1024

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})
# Windows reports a full disk and a write-protected stick by numbers of its own.
_WINDOWS_CODES = {39: "PKG-561", 112: "PKG-561", 19: "PKG-562", 21: "PKG-563"}


def pack(
    header: PackageHeader,
    content: Snapshot | Receipt | ReturnContent,
    keys: DeviceKeys,
    recipients: Sequence[KeyCard],
    beat: Callable[[], None] = lambda: None,
    weighed: WeighedContent | None = None,
) -> SealedPackage:
    """Make the package of a snapshot (export, hand-over) or of a return (region) in memory, signed and encrypted.

    ``weighed`` is what weighing this very content to be packed gave: its files are taken as they were written then, and
    of ``content`` only what is said once.
    ``header.inner`` is left empty and worked out here; this device can always read its own package. ``PKG-566`` when
    a text is too long, ``PKG-567`` when the whole is too large.
    """
    if (header.kind in SNAPSHOT_KINDS) is not isinstance(content, Snapshot):
        raise ValueError(f"{header.kind} cannot carry {type(content).__name__}")
    if header.sender != f"{keys.card.agency_code}/{keys.card.device}":
        raise ValueError(f"{header.sender} is not the device of these keys")
    if isinstance(content, Receipt):
        content = ReturnContent(content)
    files: Mapping[str, bytes | PressedFile]
    if isinstance(content, ReturnContent):
        files = write_return(content)
    elif weighed is not None:
        files = write_weighed(content, weighed)
    else:
        files = write_snapshot(content, beat, header.kind)
    beat()
    return seal(header, write_bag(header, files), keys, recipients)


def write_package(data: bytes, folder: Path, name: str) -> Path:
    """Put a finished package into a folder under its name: write aside, read back from the medium, then rename.

    When anything fails no file has the final name and the one written aside is gone: ``PKG-561`` full, ``PKG-562`` not
    writable, ``PKG-563`` folder missing, ``PKG-564`` the stick gives back other bytes, ``PKG-565`` anything else.
    """
    target = folder / name
    clear(folder)
    aside = folder / f"{name}.{mark()}.part"
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if _read_back(aside) != hashlib.sha256(data).digest():
            raise FileRefusal("PKG-564", name=name)
        give_name(aside, target)
        _settle(folder)
    except OSError as fault:
        _discard(aside)
        raise FileRefusal(_code_of(fault), name=name, folder=str(folder)) from fault
    except BaseException:
        _discard(aside)
        raise
    return target


def write_card(card: KeyCard, path: Path) -> None:
    """Write the card of a device as a small file for the other side; refusals as ``write_package``."""
    write_package(card_to_text(card).encode("utf-8"), path.parent, path.name)


def _read_back(path: Path) -> bytes:
    """The hash of what the medium gives back: not what the system still remembers of it, where that can be helped."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := file.read(READ_BACK_BLOCK):
            digest.update(block)
    return digest.digest()


def _settle(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets folders be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _discard(aside: Path) -> None:
    with contextlib.suppress(OSError):
        aside.unlink(missing_ok=True)


def _code_of(fault: OSError) -> str:
    windows = getattr(fault, "winerror", None)
    if windows in _WINDOWS_CODES:
        return _WINDOWS_CODES[windows]
    if fault.errno in _FULL:
        return "PKG-561"
    if fault.errno in _FORBIDDEN:
        return "PKG-562"
    return "PKG-563" if fault.errno in _GONE else "PKG-565"
