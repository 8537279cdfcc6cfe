"""Which files a scanner writes; light, since the window asks before any page is opened."""

from __future__ import annotations

ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
NORMAL_DPI = 150


def kind_of(head: bytes) -> str:
    """What kind of file begins with these bytes: ``PDF``, ``PICTURE``, or nothing that a scanner writes."""
    if b"%PDF-" in head[:1024]:
        return "PDF"
    if head.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")):
        return "PICTURE"
    return ""
