"""Where a store may lie: on a disk of this PC. A share, a stick or a folder that another program copies would tear it.

A database on a network share locks badly, a stick is pulled out, and a program that synchronises files copies half of a
change (faults F14). Backups may lie on any of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from meritdesk.core.errors import FileRefusal

_SHARES = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "davfs", "webdav"}
)
_STICKS = frozenset({"vfat", "msdos", "exfat", "fuse.exfat", "fat32"})
_STICK_PLACES = ("/media/", "/run/media/", "/mnt/usb")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4
_WHICH_DISK = 0x2D1080  # IOCTL_STORAGE_GET_DEVICE_NUMBER
_SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNC_NAMES = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive", "iclouddrive", "nextcloud",
    "owncloud", "megasync", "pcloud drive", "pclouddrive", "yandex.disk", "box sync", "synologydrive",
)  # fmt: skip
_SYNC_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".sync_")


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted disk: where it stands and what kind of file system it has."""

    place: str
    kind: str
    options: str = ""


def require_own_disk(folder: Path) -> None:
    """Refuse a folder where a store would be torn: ``STO-690`` share, ``STO-691`` stick, ``STO-692`` synchronised."""
    code = unfit(folder, mounts(), os.environ)
    if code:
        raise FileRefusal(code, path=str(folder))


def mounts() -> tuple[Mount, ...]:
    """The disks of this PC as the system lists them."""
    return tuple(Mount(one.mountpoint, one.fstype, one.opts) for one in psutil.disk_partitions(all=True))


def unfit(folder: Path, disks: Sequence[Mount], environment: Mapping[str, str]) -> str:
    """The code of what speaks against a folder, or nothing; the folder need not exist."""
    whole = Path(os.path.abspath(folder))  # noqa: PTH100 - a link to a share must not be followed while it hangs
    if str(folder).startswith("\\\\"):
        return "STO-690"
    code = _windows_drive(whole)
    if code:
        return code
    disk = _disk_of(whole, disks)
    if disk is not None:
        kind = disk.kind.casefold()
        if kind in _SHARES or "remote" in disk.options.split(","):
            return "STO-690"
        if kind in _STICKS or "removable" in disk.options.split(",") or str(whole).startswith(_STICK_PLACES):
            return "STO-691"
    return "STO-692" if _is_synchronised(whole, environment) else ""


def _disk_of(folder: Path, disks: Iterable[Mount]) -> Mount | None:
    over = [disk for disk in disks if folder.is_relative_to(disk.place)]
    return max(over, key=lambda disk: len(disk.place), default=None)


def _windows_drive(folder: Path) -> str:
    """What Windows says of the drive itself; a share under a drive letter shows only there."""
    if sys.platform != "win32":
        return ""
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
    return {_DRIVE_REMOVABLE: "STO-691", _DRIVE_REMOTE: "STO-690"}.get(kind, "")


def _is_synchronised(folder: Path, environment: Mapping[str, str]) -> bool:
    for name in _SYNC_VARIABLES:
        place = environment.get(name, "")
        if place and folder.is_relative_to(place):
            return True
    for part in folder.parts:
        plain = part.casefold()
        if any(plain == name or plain.startswith(f"{name} - ") for name in _SYNC_NAMES):
            return True
    return any((above / mark).exists() for above in (folder, *folder.parents) for mark in _SYNC_MARKS)


def require_other_disk(data: Path, second: Path) -> None:
    """Refuse a second place for backups that is lost together with the data: ``STO-731`` the same disk.

    Another partition of that disk is no other disk. A folder that a program copies elsewhere is as good as one.
    """
    if _is_synchronised(Path(os.path.abspath(second)), os.environ):  # noqa: PTH100 - as above
        return
    here = disk_under(data)
    if here and here == disk_under(second):
        raise FileRefusal("STO-731", path=str(second))


def disk_under(folder: Path) -> str:
    """The disk on which a folder lies or will lie, by what the system calls it; nothing where that cannot be told."""
    there = Path(os.path.abspath(folder))  # noqa: PTH100 - a link to a share must not be followed while it hangs
    while not there.exists() and there != there.parent:
        there = there.parent
    try:
        number = there.stat().st_dev
    except OSError:
        return ""
    if sys.platform == "win32":
        return _windows_disk(there) or f"volume:{number:x}"
    block = Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}")
    try:
        found = block.resolve(strict=True)
    except OSError:  # a disk in memory, a share
        return f"device:{number}"
    return f"disk:{found.parent.name if (found / 'partition').exists() else found.name}"


def _windows_disk(folder: Path) -> str:
    """The number of the disk behind a drive letter: two letters are often two parts of one disk."""
    if sys.platform != "win32":
        return ""
    import ctypes

    drive = folder.drive
    if len(drive) != 2:
        return ""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(f"\\\\.\\{drive}", 0, 3, None, 3, 0, None)  # no right asked for: none is needed
    if handle in (None, ctypes.c_void_p(-1).value):
        return ""
    try:
        told, length = (ctypes.c_uint32 * 3)(), ctypes.c_uint32()  # kind, number of the disk, number of the part
        is_told = kernel.DeviceIoControl(
            ctypes.c_void_p(handle), _WHICH_DISK, None, 0, told, ctypes.sizeof(told), ctypes.byref(length), None
        )
        return f"disk:{told[0]}:{told[1]}" if is_told else ""
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
