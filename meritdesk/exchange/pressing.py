"""A file of a package that is packed while it is written: nobody holds it whole, and nothing of it lies on the disk.

What a bag must say of a file (its size, its check sum, its digests) is known at the end. Only the packed bytes are
kept, in memory; of a city of fifteen thousand they are two megabytes, where the file itself has twenty.
"""

from __future__ import annotations

import hashlib
import zlib

from meritdesk.core.handover import PressedFile

LEVEL = 6
"""How hard files of a bag are packed; the bytes that come out depend on it."""

_PIECE = 64 * 1024
"""What is smaller waits: a packer takes a quarter of a megabyte, and most tables of a package have few rows or none."""


class Press:
    """Takes a file piece by piece; where nobody will pack it (not ``keeps``) it is only counted and digested."""

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._size = self._crc = 0
        self._sha256, self._sha512 = hashlib.sha256(), hashlib.sha512()
        self._waiting: list[bytes] = []
        self._waits = 0
        self._packer: zlib._Compress | None = None
        self._packed: list[bytes] = []

    def add(self, data: bytes) -> None:
        """What comes next in the file."""
        self._size += len(data)
        self._sha256.update(data)
        if not self._keeps:
            return
        self._crc = zlib.crc32(data, self._crc)
        self._sha512.update(data)
        self._waiting.append(data)
        self._waits += len(data)
        if self._waits >= _PIECE:
            self._pack()

    def done(self) -> PressedFile:
        """The file as it lies in a bag."""
        if not self._keeps:
            return PressedFile(self._size, 0, self._sha256.hexdigest(), "")
        self._pack()
        assert self._packer is not None
        self._packed.append(self._packer.flush())
        packed = b"".join(self._packed)
        return PressedFile(self._size, self._crc, self._sha256.hexdigest(), self._sha512.hexdigest(), packed)

    def _pack(self) -> None:
        if self._packer is None:
            self._packer = _packer()
        self._packed.append(self._packer.compress(b"".join(self._waiting)))
        self._waiting.clear()
        self._waits = 0


def press(data: bytes, *, keeps: bool = True) -> PressedFile:
    """A file that is there whole."""
    one = Press(keeps=keeps)
    one.add(data)
    return one.done()


def deflated(data: bytes) -> bytes:
    """One complete raw deflate stream."""
    packer = _packer()
    return packer.compress(data) + packer.flush()


def _packer() -> zlib._Compress:
    return zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
