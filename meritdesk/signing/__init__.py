"""Electronic signatures in PDF files: signing with a key file, and saying what is signed by whom.

The reader and writer of signatures (pyHanko) is an optional part of MeritDesk and slow to load: it is imported when it
is first needed. Without it nothing can be signed (``DOC-640``), and what was signed is said to be unchecked.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from meritdesk.core.documents import SignaturePlace
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.signatures import Examination, SignedPaper, TrustAnchor
from meritdesk.quarantine import guarded
from meritdesk.signing import certificates, revisions
from meritdesk.signing.certificates import HeldKey

_OPTIONAL = "pyhanko"
# No sheet of ours is nearly as large; a larger file would only be taken apart for an attacker.
_EXAMINED_UP_TO = 64 << 20


class Signatures:
    """The signing desk's tools: keys, authorities, writing signatures and looking into signed files."""

    @property
    def is_ready(self) -> bool:
        """Whether the optional part that reads and writes signatures is installed; answers without loading it."""
        return importlib.util.find_spec(_OPTIONAL) is not None

    def require(self) -> None:
        """Refuse with ``DOC-640`` when the optional part is not installed."""
        if not self.is_ready:
            raise UsageRefusal("DOC-640")

    def open_key(self, path: Path, passphrase: str) -> HeldKey:
        """The key and certificate of a PKCS#12 file (``DOC-641`` to ``DOC-647``); the passphrase is kept nowhere."""
        return certificates.open_key(path, passphrase)

    def read_anchors(self, path: Path, added_at: datetime) -> tuple[TrustAnchor, ...]:
        """The certification authorities in a certificate file (``DOC-641``, ``DOC-658``, ``DOC-659``)."""
        return certificates.read_anchors(path, added_at)

    def beginnings(self, path: Path) -> Iterator[tuple[str, int]]:
        """Digest and length of every beginning of a file that could once have been the whole file."""
        return revisions.beginnings(path)

    def sign(
        self,
        data: bytes,
        key: object,
        places: Sequence[SignaturePlace],
        place: int,
        picture: bytes,
        moment: datetime,
        reason: str = "",
        location: str = "",
        timestamp_service: str = "",
    ) -> bytes:
        """The file with one more signature behind it, visible at its place."""
        self.require()
        assert isinstance(key, HeldKey)
        from meritdesk.signing.pades import write_signature

        return write_signature(data, key, places, place, picture, moment, reason, location, timestamp_service)

    def examine(
        self, path: Path, paper: SignedPaper | None, anchors: Sequence[TrustAnchor], now: datetime
    ) -> Examination:
        """What stands in a file besides the paper: signatures, and anything else that came in.

        The file is opened in a process apart: ``DOC-674`` to ``DOC-676`` when it takes that down, ``DOC-663`` when it
        is far larger than any sheet.
        """
        if not self.is_ready:
            return Examination(is_complete=False)
        with guarded(path.name) as ward:
            return ward.do(examined, path, paper, tuple(anchors), now)


def examined(path: Path, paper: SignedPaper | None, anchors: Sequence[TrustAnchor], now: datetime) -> Examination:
    """What the process apart does; ``DOC-410``, ``DOC-663``."""
    try:
        if path.stat().st_size > _EXAMINED_UP_TO:
            raise FileRefusal("DOC-663", name=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise FileRefusal("DOC-410", path=str(path)) from error
    from meritdesk.signing.examination import examine

    return examine(data, paper, anchors, now)
