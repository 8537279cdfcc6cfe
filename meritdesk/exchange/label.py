"""The label of a package: the signed comment line, and the file name made from its codes (exchange 2).

Both carry codes only, never a name: what can be read without the key must not tell who is appraised.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import ENVELOPE, SCHEMA_VERSION, PackageHeader, PackageKind

MAX_SEQUENCE = 999_999
NO_PREVIOUS = "sha256:" + "0" * 64

_HASH = r"sha256:[0-9a-f]{64}"
_AGENCY = r"[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?"
_DEVICE = r"[A-Z0-9](?:[A-Z0-9-]{0,10}[A-Z0-9])?"
_COMMENT = re.compile(
    rf"meritdesk/1 type=(?P<kind>[a-z]{{1,16}}) from=(?P<sender>{_AGENCY}/{_DEVICE}) to=(?P<recipient>{_AGENCY})"
    r" period=(?P<period>[0-9]{4}(?:-(?:TW[1-4]|0[1-9]|1[0-2]))?) epoch=(?P<epoch>[0-9a-f]{32})"
    rf" seq=(?P<sequence>[1-9][0-9]{{0,5}}) prev=(?P<previous>{_HASH})"
    r" id=(?P<package_id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
    rf" schema=(?P<schema>[1-9][0-9]{{0,3}}) keydir=(?P<key_directory>0|[1-9][0-9]{{0,8}})"
    rf"(?P<practice> practice=1)? inner=(?P<inner>{_HASH})"
)
_ENVELOPE = re.compile(r"(?P<envelope>meritdesk/[0-9]{1,4})(?: |$)")


def label_of(header: PackageHeader) -> str:
    """The signed line without ``inner``: what stands again inside the bag."""
    return (
        f"{ENVELOPE} type={header.kind.value} from={header.sender} to={header.recipient} period={header.period}"
        f" epoch={header.epoch} seq={header.sequence} prev={header.previous} id={header.package_id}"
        f" schema={header.schema} keydir={header.key_directory}"
        f"{' practice=1' if header.is_practice else ''}"
    )


def comment_of(header: PackageHeader) -> str:
    """The signed comment of a package whose inner hash is known."""
    return f"{label_of(header)} inner={header.inner}"


def header_of(comment: str) -> PackageHeader:
    """Read a signed comment; ``PKG-514`` for a newer envelope, ``PKG-513`` when it is not spelled as it must be."""
    match = _COMMENT.fullmatch(comment)
    if match is None:
        envelope = _ENVELOPE.match(comment)
        if envelope is not None and envelope["envelope"] != ENVELOPE:
            raise FileRefusal("PKG-514", envelope=envelope["envelope"], known=ENVELOPE)
        raise FileRefusal("PKG-513")
    if match["kind"] not in {kind.value for kind in PackageKind}:
        raise FileRefusal("PKG-519", kind=match["kind"])
    return PackageHeader(
        kind=PackageKind(match["kind"]),
        sender=match["sender"],
        recipient=match["recipient"],
        period=match["period"],
        epoch=match["epoch"],
        sequence=int(match["sequence"]),
        previous=match["previous"],
        package_id=match["package_id"],
        inner=match["inner"],
        schema=int(match["schema"]),
        key_directory=int(match["key_directory"]),
        is_practice=match["practice"] is not None,
    )


def check_schema(header: PackageHeader) -> None:
    """Refuse data of a newer program politely (``PKG-515``), before anything of it is unpacked."""
    if header.schema > SCHEMA_VERSION:
        raise FileRefusal("PKG-515", schema=header.schema, known=SCHEMA_VERSION)


def file_name(header: PackageHeader) -> str:
    """The name on the stick: ``MD1-7101-PC02-2026-e3f9-000017.merit``, at most 60 ASCII characters.

    What is only practice begins with ``LATIHAN-``.
    """
    device = header.sender.partition("/")[2]
    practice = "LATIHAN-" if header.is_practice else ""
    return (
        f"{practice}MD1-{header.sender_agency}-{device}-{header.period}-{header.epoch[:4]}-{header.sequence:06d}.merit"
    )


def folder_name(header: PackageHeader) -> str:
    """The name of the bag folder inside the package: the file name without its ending."""
    return PurePath(file_name(header)).stem
