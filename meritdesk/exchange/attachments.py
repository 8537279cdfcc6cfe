"""Files of evidence inside a transfer: one archive, each file under the SHA-256 of its content (exchange 2).

A file travels only where a row of ``bukti`` describes it; nothing else can be put into the archive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from meritdesk.core.errors import FileRefusal
from meritdesk.core.evidence import MOST_ATTACHED, in_megabytes, is_program
from meritdesk.core.travel import TravelRecord
from meritdesk.exchange.strict_zip import ZipFault, ZipLimits, read_zip, write_zip

_MOST_FILES = 10_000
# A file of blanks is as good as any; what may come out is bounded by the total alone.
_LIMITS = ZipLimits(members=_MOST_FILES, total_size=MOST_ATTACHED, ratio=2_000)


def write_attachments(contents: Mapping[str, bytes]) -> bytes:
    """The archive of these files by their digest; ``PKG-850`` when they are too large or too many for one transfer."""
    weight = sum(map(len, contents.values()))
    if len(contents) > _MOST_FILES or weight > MOST_ATTACHED:
        raise FileRefusal("PKG-850", size=in_megabytes(weight), most=in_megabytes(MOST_ATTACHED))
    return write_zip([(digest, contents[digest]) for digest in sorted(contents)], deflate=True)


def read_attachments(data: bytes, described: Iterable[TravelRecord]) -> dict[str, bytes]:
    """The files of an archive.

    ``PKG-851`` one is not what its name and its row of ``bukti`` say, ``PKG-852`` one is a program.
    """
    rows = {one.fields["sha256"]: one.fields for one in described}
    try:
        members = read_zip(data, _LIMITS, deflate=True)
    except ZipFault as fault:
        raise FileRefusal("PKG-851", place=fault.place[:80]) from None
    for name, content in members:
        row = rows.get(name)
        if row is None or hashlib.sha256(content).hexdigest() != name or row["size"] != str(len(content)):
            raise FileRefusal("PKG-851", place=name[:16])
        if is_program(row["file_name"], content[:8]):
            raise FileRefusal("PKG-852", file=row["file_name"])
    names = [name for name, _ in members]
    if not names or names != sorted(names):
        raise FileRefusal("PKG-851", place="names")
    return dict(members)
