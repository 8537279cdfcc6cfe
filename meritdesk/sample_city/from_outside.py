"""The part of the self-test for what comes from outside: scans, papers, photos, keys, each opened by a process apart.

In the packaged program the processes apart start differently, and which readers lie in its folder is decided when it
is built. So each kind is really opened, and one process is made to swell until it ends itself.
"""

from __future__ import annotations

import base64
import operator
import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from meritdesk import pictures
from meritdesk.core.documents import Finding
from meritdesk.core.errors import Refusal
from meritdesk.pictures import Box, Raster, Unshown, Why
from meritdesk.quarantine import Bounds, Fate, Lost, Ward, dismiss
from meritdesk.services import Desk

_PASSPHRASE = "kata sandi kunci uji"
_HOLDER = "Penanda Tangan Uji"
_RED = Raster(1, 1, b"\xff\x00\x00")
_POINTS = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAAAElFTkSuQmCC",
    "R0lGODdhAQABAIEAAP8AAAAAAAAAAAAAACwAAAAAAQABAAAIBAABBAQAOw==",
    "Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAADEDgAAxA4AAAAAAAAAAAAAAAD/AA==",
    "UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA",
)
"""One red point as PNG, GIF, BMP and WEBP; a JPEG comes with the scan."""

_FAR_TOO_LARGE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">IIBBBBB", 40_000, 40_000, 8, 6, 0, 0, 0)
_TIGHT = Bounds(megabytes=120)
_SWELLING = 240 << 20


def opened_apart(desk: Desk, paper: Path, folder: Path) -> dict[str, bool]:
    """Whether each kind of thing from outside is opened by a process apart, and that one keeps its bounds."""
    try:
        return {
            "scan": _answers(_scan_is_read, desk, paper, folder),
            "paper": _answers(_paper_is_looked_into, desk, paper, folder),
            "picture": _answers(_pictures_are_drawn),
            "key": _answers(_key_is_opened, desk, folder),
            "bounds": _answers(_bounds_are_kept),
        }
    finally:
        dismiss()


def _answers(part: Callable[..., bool], *given: object) -> bool:
    try:
        return part(*given)
    except (Refusal, Unshown, Lost):
        return False


def _scan_is_read(desk: Desk, paper: Path, folder: Path) -> bool:
    """The first page of a printed file, as if it came from the scanner: its code, its picture, small and large."""
    scans = desk.documents.scans
    (file,) = scans.look([paper])
    (sight,) = scans.sights(scans.begin("self-test", [replace(file, pages=1)]))
    small = pictures.small(sight.thumbnail, Box(64, 92))
    photo = folder / "foto.jpg"
    photo.write_bytes(sight.thumbnail)
    is_made_smaller = pictures.smaller_file(photo, Box(64, 92)).startswith(b"\xff\xd8\xff")
    return (
        bool(sight.marks) and small.height > 60 and is_made_smaller and pictures.page(sight.content, 1.0).height > 700
    )


def _paper_is_looked_into(desk: Desk, paper: Path, folder: Path) -> bool:
    """A file that somebody changed: its marks are read, and that it is no longer ours is seen."""
    changed = folder / "dari luar.pdf"
    changed.write_bytes(b"%PDF-1.3" + paper.read_bytes()[8:])
    told = desk.documents.verify(changed)
    return told.pages > 0 and {one.finding for one in told.documents} == {Finding.CHANGED}


def _pictures_are_drawn() -> bool:
    """A photo of each kind is drawn, one that is far too large is refused, and the next one is drawn again."""
    red = [pictures.small(base64.b64decode(point), Box(9, 9)) for point in _POINTS]
    try:
        pictures.small(_FAR_TOO_LARGE, Box(9, 9))
    except Unshown as unshown:
        is_refused = unshown.why is not Why.GAVE_UP  # by its size, or because there is nothing behind its head
    else:
        is_refused = False
    return is_refused and red == [_RED] * len(_POINTS)


def _key_is_opened(desk: Desk, folder: Path) -> bool:
    """The key file of a signer who was made up on the spot."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _HOLDER)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(datetime(2025, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2026, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    lock = BestAvailableEncryption(_PASSPHRASE.encode())
    path = folder / "kunci.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"uji", key, made, None, lock))
    return desk.documents.electronic.certificate(path, _PASSPHRASE).holder == _HOLDER


def _bounds_are_kept() -> bool:
    """A process apart that takes too much memory ends itself, and the next question is answered by a new one."""
    ward = Ward("self-test", _TIGHT)
    try:
        ward.do(operator.mul, b"x", _SWELLING)
    except Lost as lost:
        return lost.fate is Fate.SWOLLEN and ward.do(operator.add, 1, 2) == 3
    finally:
        ward.stop()
    return False
